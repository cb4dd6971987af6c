"""The page of a story: its parts, their order, their size."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.kind import Kind
from articles.models.version import MACHINE_SENTENCE
from newsroom.images import WIDTHS
from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import compressed, picture, soup
from tests.factories import stories

pytestmark = pytest.mark.django_db

CSS = Path(settings.BASE_DIR) / "static" / "css"


def page(client, article, suffix=""):
    response = client.get(f"/{article.section.slug}/{article.slug}/{suffix}")
    assert response.status_code == 200
    return soup(response.content)


def test_it_has_its_parts_in_the_order_of_the_design(paper, client):
    article = paper.live(box=True, hero=picture(), hero_alt="A bridge", hero_caption="At dawn.")
    note = actions.Note(CorrectionKind.CORRECTION, "It was eleven months, not nine.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    found = page(client, article).main.article
    parts = [
        ".kicker",
        "h1",
        ".standfirst",
        ".byline",
        ".correction",
        ".hero",
        ".quick-take",
        ".prose",
        ".topics",
        ".follow",
    ]

    lines = [found.select_one(part).sourceline for part in parts]
    assert lines == sorted(lines)


def test_each_point_of_the_quick_take_leads_to_its_sentence(paper, client):
    article = paper.live(box=True)

    found = page(client, article)
    box = found.select_one("aside.quick-take")

    assert found.find(id=box["aria-labelledby"]).name == "h2"
    assert box.select_one(".sentence").text == MACHINE_SENTENCE
    links = box.select("li a")
    assert len(links) == len(box.select("li")) >= 3
    for link in links:
        assert found.select_one(f".prose mark{link['href']}") is not None
        assert link["aria-label"].startswith(link.text)
    assert {mark.get("id") for mark in found.select(".prose mark[id]")} >= {a["href"][1:] for a in links}


def test_only_cited_sentences_keep_their_marks(paper, client):
    version = paper.version(article := paper.live(box=True))
    cited = {number for bullet in version.bullet_list for number in bullet["evidence"]}

    marks = page(client, article).select(".prose mark")

    assert {int(mark.get("id", mark.get("class", [""])[0])[1:]) for mark in marks} == cited


def test_without_a_box_nothing_is_rendered_for_it(paper, client):
    article = paper.live(box=False)

    found = page(client, article)

    assert not found.select(".quick-take")
    assert not found.select(".prose mark")
    assert "AI" not in found.text


def test_a_hidden_box_is_gone_with_its_marks(paper, client, cleo):
    article = paper.live(box=True)
    actions.hide_quick_take(article=article, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")

    found = page(client, article)

    assert not found.select(".quick-take")
    assert not found.select("mark")


def test_how_it_was_made_names_the_reviewer(paper, client):
    article = paper.live(box=True)

    assert "Ben Osei" in page(client, article, "how/").main.text


def test_how_it_was_made_is_404_without_a_box(paper, client):
    article = paper.live(box=False)

    assert client.get(f"/city/{article.slug}/how/").status_code == 404


def test_a_retraction_stands_above_the_headline_and_an_update_under_the_text(paper, client):
    article = paper.live()
    for kind in (CorrectionKind.UPDATE, CorrectionKind.RETRACTION):
        note = actions.Note(kind, f"A note: {kind.label}.")
        actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    found = page(client, article).main.article
    retraction, update = found.select_one(".retraction"), found.select_one(".correction.update")

    assert retraction.sourceline < found.h1.sourceline
    assert update.sourceline > found.select_one(".prose").sourceline
    assert len(found.select(".correction")) == 2
    assert "A note: Update." in found.select_one(".byline").text


def test_times_are_machine_readable_and_update_only_shows_after_one(paper, client):
    article = paper.live()
    found = page(client, article)

    assert [time["datetime"] for time in found.select(".byline time")] == ["2026-05-12T12:01:00+00:00"]
    assert "Updated" not in found.select_one(".byline").text


def test_the_calls_to_follow_need_the_kind_and_google_needs_a_link(paper, client):
    article = paper.live()
    silent = paper.live(kind=Kind.objects.create(name="Obituary", slug="obituary", follow_call=False))

    assert "Google" not in page(client, article).select_one(".follow").text
    assert not page(client, silent).select(".follow")

    Masthead.objects.update(google_url="https://preferences.example/courier")
    from django.core.cache import cache

    cache.clear()
    assert "https://preferences.example/courier" in str(page(client, article).select_one(".follow"))


def test_five_headings_make_a_list_of_contents(paper, client):
    body = stories.BODY + "".join(
        f"<h2>Part {n} &amp; more</h2><p>Something else happened in part {n}.</p>" for n in range(3)
    )
    article = paper.live(body=body)

    found = page(client, article)

    for link in found.select("nav.contents a"):
        assert found.select_one(f"h2{link['href']}").text == link.text
    assert len(found.select("nav.contents a")) == 5
    assert not page(client, paper.live()).select(".contents")


def test_a_right_to_left_story_says_so(paper, client):
    article = paper.live(language="ar", headline="الجسر يفتح أبوابه")

    assert page(client, article).main.article["dir"] == "rtl"
    assert soup(client.get("/").content).select_one("article.lead")["dir"] == "rtl"


def test_names_and_headlines_are_escaped(paper, client):
    article = paper.live(headline="<b>Fish</b> & </script><script>alert(1)</script>")

    html = client.get(f"/city/{article.slug}/").content.decode()

    assert "<script>" not in html
    assert "&lt;b&gt;Fish&lt;/b&gt; &amp;" in html


def test_old_stories_say_from_when_they_are(paper, client):
    article = paper.live()
    paper.clock.tick(days=365)
    assert not page(client, article).select(".older")

    paper.clock.tick(days=1)
    assert "May 2026" in page(client, article).select_one(".older").text


def test_the_hero_has_every_cut_and_is_not_lazy(paper, client):
    image = picture()
    image.renditions = {"wide": {"avif": list(WIDTHS["wide"]), "webp": [480], "jpeg": [1440]}}
    image.save()
    article = paper.live(hero=image, hero_alt="A bridge")

    found = page(client, article).select_one(".hero picture")

    assert [source["type"] for source in found.select("source")] == ["image/avif", "image/webp"]
    assert "-wide-480.avif 480w" in found.source["srcset"]
    assert found.img["src"].endswith("-wide-1440.jpg")
    assert (found.img["width"], found.img["height"]) == ("1440", "810")
    assert found.img["fetchpriority"] == "high"
    assert found.img["alt"] == "A bridge"
    assert not found.img.get("loading")


def test_while_nothing_is_cut_the_original_is_shown_with_its_size(paper, client):
    article = paper.live(hero=picture(), hero_alt="A bridge")

    found = page(client, article).select_one(".hero picture")

    assert not found.select("source")
    assert (found.img["width"], found.img["height"]) == ("640", "427")


def test_the_byline_shows_todays_portrait(paper, client):
    author = paper.ada.author
    author.portrait = picture("Ada")
    author.portrait.renditions = {"square": {"webp": [96], "jpeg": [400]}}
    author.portrait.save()
    author.save()
    article = paper.live()

    face = page(client, article).select_one(".faces img")

    assert face["src"].endswith("-square-400.jpg")
    assert face["alt"] == ""


def test_it_takes_one_query(paper, count_queries):
    article = paper.live(box=True, hero=picture(), hero_alt="A bridge")

    count_queries(f"/city/{article.slug}/", 1)


def test_with_its_style_sheets_it_fits_the_first_round_trip(paper, client):
    """14 kB compressed is what a server may send before it hears back."""
    body = "".join(f"<h2>Part {n}</h2>{stories.BODY}" for n in range(4))
    article = paper.live(box=True, body=body, hero=picture(), hero_alt="A bridge", hero_caption="At dawn.")
    html = client.get(f"/city/{article.slug}/").content

    sheets = [compressed((CSS / name).read_bytes()) for name in ("tokens.css", "base.css", "article.css")]

    assert paper.version(article).word_count > 700
    assert compressed(html) + sum(sheets) < 14_000


def test_nothing_is_inline_and_nothing_runs(paper, client):
    article = paper.live(box=True, hero=picture(), hero_alt="A bridge")

    for address in (
        "/",
        "/city/",
        f"/city/{article.slug}/",
        f"/city/{article.slug}/how/",
        "/follow/",
        "/nothing/",
    ):
        html = client.get(address).content.decode()
        assert not re.search(r"<[^>]*\sstyle\s*=", html)
        assert not re.search(r"<[^>]*\son\w+\s*=", html)
        assert "<style" not in html
        for opening in re.findall(r"<script[^>]*>", html):
            assert opening == '<script type="application/ld+json">'


def test_a_story_under_schedule_is_404_until_its_hour(paper, client):
    article = stories.reviewed(by=paper.ada, reviewer=paper.ben, now=paper.clock.now, box=False)
    hour = paper.clock.now + timedelta(hours=1)
    actions.schedule(article=article, actor=paper.ben, now=paper.clock.now, at=hour)

    assert client.get(f"/city/{article.slug}/").status_code == 404
    paper.clock.tick(minutes=59, seconds=59)
    assert client.get(f"/city/{article.slug}/").status_code == 404
    paper.clock.tick(seconds=1)
    assert client.get(f"/city/{article.slug}/").status_code == 200
