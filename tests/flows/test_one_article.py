"""One Markdown file all the way by the doors people use: import, machine, review form, publish button, page and feed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from PIL import Image as Pillow

from articles import tasks
from articles.models.article import Article
from articles.models.job import SummaryJob
from articles.models.version import MACHINE_SENTENCE
from newsroom.models.masthead import Masthead
from newsroom.workflow import Stage
from tests.articles.desk.desk import address, browser, filled, words

pytestmark = pytest.mark.django_db

STORY = Path(settings.BASE_DIR, "articles", "demo", "stories", "harbour-bridge.md")
HEADINGS = re.findall(r"(?m)^## (.+)$", STORY.read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path):
    """A folder as a freelancer would send it: one Markdown file of 600 words and six sections, with its picture."""
    folder = tmp_path / "copy"
    folder.mkdir()
    shutil.copy(STORY, folder)
    Pillow.new("RGB", (960, 640), "#46718c").save(folder / "harbour-bridge.jpg")
    return folder


def published(folder, ada, ben, clock) -> Article:
    """Take the file all the way and return its article."""
    Masthead.objects.update(name="The Courier", google_url="https://news.example/follow")
    call_command("import_articles", str(folder), "--author", "ada", verbosity=0)
    article = Article.objects.get(external_id="harbour-bridge")
    assert article.stage == Stage.DRAFT
    writer, reviewer = browser(ada), browser(ben)
    writer.post(address(article, "move", "request_summary"))
    tasks.draft(job_id=SummaryJob.objects.get().pk, clock=lambda: clock.now)
    answer = reviewer.post(address(article, "review"), filled(reviewer, article, decision="both"))
    assert answer.status_code == 302, words(answer)
    answer = reviewer.post(address(article, "move", "publish"))
    assert answer.status_code == 302, words(answer)
    article.refresh_from_db()
    assert article.stage == Stage.PUBLISHED
    return article


def test_the_page_shows_every_part(folder, ada, ben, clock, client):
    published(folder, ada, ben, clock)

    answer = client.get("/city/harbour-bridge-reopens/")
    page = BeautifulSoup(answer.content.decode(), "html.parser")
    main = page.main

    assert answer.status_code == 200
    assert main.h1.get_text(strip=True) == "Harbour bridge reopens to lorries after eleven weeks"
    assert "City" in main.get_text()
    assert "A cracked bearing closed Veldhaven’s only river crossing" in main.get_text()
    byline = main.find("a", string="Mara Lindqvist")
    assert client.get(byline["href"]).status_code == 200
    assert main.find("time")["datetime"]
    hero = main.select_one("figure img")
    assert hero["alt"].startswith("A lorry and two cyclists")
    assert (int(hero["width"]), int(hero["height"])) > (0, 0)
    assert "The first lorry over the bridge" in main.figcaption.get_text()
    assert "Ines Falk / The Courier" in main.figcaption.get_text()
    assert len(HEADINGS) == 6
    assert [heading.get_text(strip=True) for heading in main.select(".prose h2")] == list(HEADINGS)
    assert "Nobody had driven badly" in main.get_text()
    source = main.find("a", href="https://port.veldhaven.example/notices/bridge-2026-31")
    assert source.get_text(strip=True) == "Veldhaven Port Authority"
    assert main.find("a", href="https://news.example/follow") or page.find(
        "a", href="https://news.example/follow"
    )
    assert page.find("a", href=reverse("press:follow"))


def test_the_quick_take_is_a_named_aside_with_its_sentence_and_its_evidence(folder, ada, ben, clock, client):
    published(folder, ada, ben, clock)

    page = BeautifulSoup(client.get("/city/harbour-bridge-reopens/").content.decode(), "html.parser")
    box = page.select_one("aside.quick-take")

    assert page.find(id=box["aria-labelledby"]).name == "h2"
    assert MACHINE_SENTENCE in box.get_text()
    bullets = box.select("li")
    assert 3 <= len(bullets) <= 6
    for bullet in bullets:
        assert page.find(id=bullet.find("a", href=lambda to: to.startswith("#s"))["href"][1:]).name == "mark"
    how = client.get("/city/harbour-bridge-reopens/how/")
    assert "Ben Osei" in how.content.decode()


def test_it_is_in_the_feed_with_its_quick_take(folder, ada, ben, clock, client):
    article = published(folder, ada, ben, clock)

    for feed in ("latest", "section/city", "author/mara-lindqvist"):
        answer = client.get(f"/feeds/{feed}.rss")
        parsed = feedparser.parse(answer.content)
        (item,) = parsed.entries
        assert not parsed.bozo
        assert item.id == f"urn:uuid:{article.uuid}"
        assert item.title == "Harbour bridge reopens to lorries after eleven weeks"
        content = item.content[0].value
        assert content.index(MACHINE_SENTENCE) < content.index("What broke")


def test_a_second_import_changes_nothing_and_a_changed_copy_never_overwrites_the_newsroom(
    folder, ada, ben, clock, client
):
    article = published(folder, ada, ben, clock)
    head = article.head_id

    call_command("import_articles", str(folder), "--author", "ada", verbosity=0)

    article.refresh_from_db()
    assert (article.head_id, article.stage, Article.objects.count()) == (head, Stage.PUBLISHED, 1)
