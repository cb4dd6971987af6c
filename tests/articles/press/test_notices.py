"""What stands at addresses where no story is live: 301, 404, 410."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from articles import actions
from articles.models.address import Address
from tests.articles.press.conftest import soup
from tests.factories import stories
from tests.factories.stories import SectionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/nothing/", "/city/nothing/", "/a/b/c/d/", "/topics/x/", "/authors/x/", "/feeds/section/x.rss"],
)
def test_a_wrong_address_gets_a_page_that_helps(paper, client, address):
    paper.live()

    response = client.get(address)
    found = soup(response.content)

    assert response.status_code == 404
    assert not response.cookies
    assert "s-maxage=5" in response["Cache-Control"]
    assert {link["href"] for link in found.main.select("a")} >= {"/", "/city/"}
    assert found.find("meta", {"name": "robots"})["content"] == "noindex"


@pytest.mark.parametrize(
    "name",
    ["search", "feeds", "topics", "archive", "cards", "report", "sitemaps", "accounts", "static", "media"],
)
def test_addresses_of_the_house_are_never_a_section(client, db, name):
    SectionFactory(name="A section in the way", slug=name)

    answer = client.get(f"/{name}/")
    assert answer.status_code == (200 if name in {"search", "archive"} else 404)
    assert soup(answer.content).h1.text != "A section in the way"


def test_a_withdrawn_story_is_410_and_says_nothing_of_itself(paper, client, cleo):
    article = paper.live(box=True, headline="Mayor accused of fraud", slug="mayor")
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="The letter was forged.")

    for address in ("/city/mayor/", "/city/mayor/how/"):
        response = client.get(address)
        page = response.content.decode()
        assert response.status_code == 410
        assert "Mayor" not in page
        assert "forged" not in page
        assert 'href="/city/"' in page
    assert "Mayor" not in client.get("/").content.decode()
    assert "Mayor" not in client.get("/feeds/latest.rss").content.decode()


def test_a_revived_story_returns_at_its_address(paper, client, cleo):
    article = paper.live(slug="mayor")
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="By mistake.")
    actions.revive(article=article, actor=cleo, now=paper.clock.tick())

    assert client.get("/city/mayor/").status_code == 200


def test_an_old_address_leads_to_todays_in_one_hop(paper, client):
    article = paper.live(slug="today", box=True)
    old: Any = SectionFactory(name="Old", slug="old")
    for section, slug in ((old, "first"), (article.section, "second")):
        Address.objects.create(section=section, slug=slug, article=article, reserved_at=paper.clock.now)

    for address in ("/old/first/", "/city/second/"):
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == "/city/today/"
        assert client.get(f"{address}how/")["Location"] == "/city/today/how/"


@pytest.mark.parametrize("withdrawn", [False, True])
def test_an_address_that_was_only_planned_tells_nothing(paper, client, ada, ben, cleo, withdrawn):
    now = paper.clock.tick()
    article = stories.reviewed(by=ada, reviewer=ben, now=now, box=False, slug="mayor-resigns")
    actions.schedule(article=article, actor=ben, now=now, at=now + timedelta(hours=2))
    actions.unschedule(article=article, actor=ben, now=now)
    stories.edit(article, by=ada, now=now, slug="bridge")
    actions.publish(article=article, actor=ben, now=now)
    if withdrawn:
        actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="Wrong.")

    for address in ("/city/mayor-resigns/", "/city/mayor-resigns/how/", "/report/city/mayor-resigns/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert answer.content == client.get("/city/no-such-story/").content
    assert client.get("/city/bridge/").status_code == (410 if withdrawn else 200)


def test_a_live_storys_next_address_is_not_there_before_its_hour(paper, client, ada, ben):
    article = paper.live(slug="bridge")
    now = paper.clock.tick()
    stories.edit(article, by=ada, now=now, slug="mayor-resigns", headline="The mayor resigns over the bridge")
    article.refresh_from_db()
    actions.approve_text(article=article, actor=ben, now=now, seen=article.head_id or 0)
    actions.schedule(article=article, actor=ben, now=now, at=now + timedelta(hours=2), note=stories.told())

    for address in ("/city/mayor-resigns/", "/city/mayor-resigns/how/", "/report/city/mayor-resigns/"):
        assert client.get(address).status_code == 404
    assert client.get("/city/bridge/").status_code == 200

    paper.clock.tick(hours=2)
    assert client.get("/city/mayor-resigns/").status_code == 200
    assert client.get("/city/bridge/")["Location"] == "/city/mayor-resigns/"


def test_a_topic_of_drafts_alone_is_not_there(paper, client, ada, clock):
    paper.live()
    draft = stories.draft(by=ada, now=clock.tick(), headline="A merger that nobody knows of")
    draft.topics.add(stories.TopicFactory.create(name="Merger of the yards", slug="merger"))

    for address in ("/topics/merger/", "/feeds/topic/merger.rss"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert b"Merger" not in answer.content
    assert client.get("/topics/harbour/").status_code == 200


def test_an_address_without_its_slash_is_led_to_it(paper, client):
    paper.live(slug="bridge")

    assert client.get("/city/bridge")["Location"] == "/city/bridge/"
