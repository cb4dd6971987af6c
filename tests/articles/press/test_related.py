"""What stands under a story: others of its topics, then of its section; live ones alone, and in the same query."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest

from articles import actions
from articles.press import related
from tests.articles.press.conftest import soup
from tests.factories import stories
from tests.factories.stories import SectionFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tagged(paper):
    """Publish a story with exactly these topics."""

    def publish(slug, *topics, section=None, by=stories.reviewed, **fields):
        named = [TopicFactory(name=name.title(), slug=name) for name in topics]
        article = by(
            by=paper.ada,
            reviewer=paper.ben,
            now=paper.clock.tick(),
            box=False,
            slug=slug,
            headline=slug.title(),
            section=section or SectionFactory(),
            **fields,
        )
        article.topics.set(named)
        return article

    return publish


@pytest.fixture
def out(tagged, paper):
    def publish(slug, *topics, **fields):
        article = tagged(slug, *topics, **fields)
        actions.publish(article=article, actor=paper.ben, now=paper.clock.tick())
        return article

    return publish


def under(client, address):
    return [link.text for link in soup(client.get(address).content).select(".related h3 a")]


def test_stories_of_its_topics_come_first_then_those_of_its_section(client, out):
    science = SectionFactory(name="Science", slug="science")
    out("topic-old", "tides", section=science)
    out("section-old", "trams")
    out("topic-new", "tides", "moon", section=science)
    out("section-new")
    out("foreign", "moon", section=science)
    out("story", "tides")

    assert under(client, "/city/story/") == ["Topic-New", "Topic-Old", "Section-New", "Section-Old"]


def test_there_are_four_at_most_and_never_the_story_itself(client, out):
    for number in range(6):
        out(f"s{number}", "tides")
    out("story", "tides")

    assert under(client, "/city/story/") == ["S5", "S4", "S3", "S2"]
    assert under(client, "/city/s5/") == ["Story", "S4", "S3", "S2"]


def test_a_story_alone_has_nothing_under_it(client, out):
    out("story")

    assert not soup(client.get("/city/story/").content).select(".related")


def test_only_what_is_live_stands_there_once_as_it_is_today(client, tagged, out, paper, cleo):
    changed = out("changed", "tides")
    gone = out("gone", "tides")
    later = tagged("later", "tides")
    at = paper.clock.now + timedelta(hours=3)
    actions.schedule(article=later, actor=paper.ben, now=paper.clock.now, at=at)
    tagged("draft", "tides")
    actions.withdraw(article=gone, actor=cleo, now=paper.clock.tick(), reason="It was never true at all.")
    stories.edit(changed, by=paper.ada, now=paper.clock.tick(), headline="Anew on 9 May", slug="anew")
    actions.approve_text(article=changed, actor=paper.ben, now=paper.clock.now, seen=changed.head_id)
    actions.publish(article=changed, actor=paper.ben, now=paper.clock.tick(), note=stories.told())
    out("story", "tides")

    found = soup(client.get("/city/story/").content).select(".related h3 a")
    assert [(link.text, link["href"]) for link in found] == [("Anew on 9 May", "/city/anew/")]

    paper.clock.tick(hours=4)
    assert under(client, "/city/story/") == ["Later", "Anew on 9 May"]


def test_of_a_large_topic_only_the_newest_are_looked_at(client, out, monkeypatch):
    monkeypatch.setattr(related, "_LOOKED_AT", 2)
    science = SectionFactory(name="Science", slug="science")
    for number in range(3):
        out(f"s{number}", "tides", section=science)
    out("story", "tides")

    assert under(client, "/city/story/") == ["S2"]


def test_each_is_in_its_own_language(client, out):
    out("arabic", "tides", language="ar")
    out("story", "tides")

    line = soup(client.get("/city/story/").content).select_one(".related article")

    assert (line["lang"], line["dir"]) == ("ar", "rtl")


def test_they_cost_no_query_of_their_own(client, out, count_queries):
    for number in range(5):
        out(f"s{number}", "tides", "moon")
    out("story", "tides", "moon")

    response = count_queries("/city/story/", 1)

    assert len(soup(response.content).select(".related article")) == 4


def test_a_story_can_be_sent_and_its_address_copied_without_anybody_else(client, out, settings):
    settings.SITE_URL = "https://courier.example"
    out("story", standfirst="It rains & pours.")

    found = soup(client.get("/city/story/").content).select_one(".share")
    mail, address = found.select("a")

    assert mail["href"] == "mailto:?subject=Story&body=https%3A%2F%2Fcourier.example%2Fcity%2Fstory%2F"
    assert address.text == address["href"] == "https://courier.example/city/story/"


def test_a_headline_cannot_add_to_a_mail(client, out, paper):
    article = out("story")
    stories.edit(
        article, by=paper.ada, now=paper.clock.tick(), headline="A&bcc=x@y.example?é \u201cb\u201d 9"
    )
    actions.approve_text(article=article, actor=paper.ben, now=paper.clock.now, seen=article.head_id)
    actions.publish(article=article, actor=paper.ben, now=paper.clock.tick(), note=stories.told())

    mail = soup(client.get("/city/story/").content).select_one(".share a")["href"]

    subject, _, rest = mail.removeprefix("mailto:?subject=").partition("&")
    assert unquote(subject) == "A&bcc=x@y.example?é \u201cb\u201d 9"
    assert rest.startswith("body=http")


@pytest.mark.parametrize(("words", "said"), [(1, "1 min read"), (345, "2 min read"), (2300, "10 min read")])
def test_it_says_how_long_it_takes_to_read(client, out, words, said):
    out("story", body=f"<p>{' '.join(['word'] * words)}.</p>")

    assert said in soup(client.get("/city/story/").content).select_one(".byline .meta").text


def test_the_hour_leads_to_the_day_in_the_archive(client, out):
    out("story")

    link = soup(client.get("/city/story/").content).select_one(".byline .meta a")

    assert link.time
    assert client.get(link["href"]).status_code == 200
