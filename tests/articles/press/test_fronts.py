"""The front page and the lists: order, places, pages."""

from __future__ import annotations

from collections import Counter

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from articles.press import stories as press_stories
from tests.articles.press.conftest import picture, soup
from tests.factories.stories import SectionFactory

pytestmark = pytest.mark.django_db


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return soup(response.content)


def headlines(found):
    return [link.text for link in found.select(":is(.lead, .second, .line, .entry, .latest) a")]


def test_a_paper_without_stories_still_has_a_front_page(client, db):
    assert "first story" in page(client, "/").main.text


def test_no_story_stands_twice_on_the_front_page(paper, client):
    other = SectionFactory(name="Science", slug="science")
    for number in range(15):
        paper.live(headline=f"City {number}", slug=f"c{number}")
        paper.live(headline=f"Science {number}", slug=f"s{number}", section=other)

    found = page(client, "/")
    counts = Counter(headlines(found))

    assert len(counts) == 1 + 2 + 3 + 8 + 5 + 5
    assert set(counts.values()) == {1}
    assert len(found.select(".latest li")) == 8
    assert [len(block.select(".line")) for block in found.select(".block")] == [4, 4]


def test_a_young_paper_keeps_stories_for_its_sections(paper, client):
    other = SectionFactory(name="Science", slug="science")
    for number in range(8):
        paper.live(headline=f"City {number}", slug=f"c{number}")
        paper.live(headline=f"Science {number}", slug=f"s{number}", section=other)

    found = page(client, "/")

    assert len(found.select(".latest li")) == 4
    assert len(found.select(".block")) == 2
    assert len(headlines(found)) == len(set(headlines(found))) == 16


@pytest.mark.parametrize("stories", [1, 2, 3, 6, 9])
def test_a_young_paper_shows_each_story_once(paper, client, stories):
    for number in range(stories):
        paper.live(headline=f"Story {number}", slug=f"s{number}")

    assert sorted(headlines(page(client, "/"))) == [f"Story {number}" for number in range(stories)]


def test_the_newest_leads_unless_a_picture_is_near(paper, client):
    image = picture()
    paper.live(headline="Too old to lead", slug="a", hero=image, hero_alt="A bridge")
    for number in range(4):
        paper.live(headline=f"Plain {number}", slug=f"p{number}")
    assert page(client, "/").select_one(".lead h2").text == "Plain 3"

    paper.live(headline="Pictured", slug="b", hero=image, hero_alt="A bridge")
    paper.live(headline="Newest", slug="c")
    assert page(client, "/").select_one(".lead h2").text == "Pictured"


def test_a_story_without_a_picture_has_no_grey_box(paper, client):
    paper.live()

    lead = page(client, "/").select_one(".lead")

    assert "unpictured" in lead["class"]
    assert not lead.select("picture, img")


def test_a_correction_does_not_move_a_story(paper, client):
    first = paper.live(headline="First", slug="first")
    paper.live(headline="Second", slug="second")
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=first, actor=paper.ben, now=paper.clock.tick(), note=note)

    assert headlines(page(client, "/city/")) == ["Second", "First"]


def test_pages_follow_each_other_without_gap_or_repeat(paper, client, monkeypatch):
    monkeypatch.setattr(press_stories, "STORIES_ON_A_PAGE", 2)
    for number in range(5):
        paper.live(headline=f"Story {number}", slug=f"s{number}")

    address, seen = "/city/", []
    while address:
        found = page(client, address)
        seen.append(headlines(found))
        older = found.select_one('.pager a[rel="next"]')
        address = f"/city/{older['href']}" if older else ""

    assert seen == [["Story 4", "Story 3"], ["Story 2", "Story 1"], ["Story 0"]]


def test_a_place_that_is_not_ours_is_404(paper, client):
    paper.live()

    for place in ("x", "MTIz", "LTEuLTE", "é", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OS4x"):
        assert client.get("/city/", {"before": place}).status_code == 404
        assert client.get("/corrections/", {"before": place}).status_code == 404


def test_section_topic_and_author_show_their_own(paper, client):
    paper.live(headline="In the city", slug="c")
    paper.live(headline="In science", slug="s", section=SectionFactory(name="Science", slug="science"))

    assert headlines(page(client, "/science/")) == ["In science"]
    assert headlines(page(client, "/topics/harbour/")) == ["In science", "In the city"]
    assert headlines(page(client, "/authors/ada/")) == ["In science", "In the city"]
    assert page(client, "/authors/ben/").select_one(".empty")


def test_the_section_is_marked_in_the_navigation(paper, client):
    paper.live()

    assert page(client, "/city/").select_one(".sections [aria-current]").text == "City"


def test_more_than_six_sections_are_reached_at_the_foot(client, db):
    for number in range(7):
        SectionFactory(name=f"Part {number}", slug=f"part-{number}", position=number)

    found = page(client, "/")

    assert len(found.select(".sections li")) == 7
    assert found.select(".sections a")[-1]["href"] == "#all-sections"
    assert len(found.select("#all-sections li")) == 7


def test_whoever_turned_the_pages_can_turn_them_back(paper, client, monkeypatch):
    monkeypatch.setattr(press_stories, "STORIES_ON_A_PAGE", 2)
    for number in range(7):
        paper.live(headline=f"Story {number}", slug=f"s{number}")

    down, places = [], [""]
    while places[-1] is not None:
        found = page(client, f"/topics/harbour/{places[-1]}")
        down.append(headlines(found))
        older = found.select_one('.pager a[rel="next"]')
        places.append(older["href"] if older else None)
    up = [down[-1]]
    while newer := found.select_one('.pager a[rel="prev"]'):
        found = page(client, f"/topics/harbour/{newer['href']}")
        up.append(headlines(found))

    # The second page leads to the first by “Newest” alone, which is the same place under one address.
    assert up == down[:0:-1]
    assert [link.text for link in found.select(".pager a")] == ["Newest", "Older stories"]


def test_turning_back_costs_no_query(paper, count_queries, monkeypatch):
    monkeypatch.setattr(press_stories, "STORIES_ON_A_PAGE", 1)
    for number in range(3):
        paper.live(headline=f"Story {number}", slug=f"s{number}")
    second = soup(count_queries("/topics/harbour/", 2).content).select_one('a[rel="next"]')["href"]
    third = soup(count_queries(f"/topics/harbour/{second}", 2).content).select_one('a[rel="next"]')["href"]

    count_queries(f"/topics/harbour/{third}", 2)
    count_queries(f"/city/{third}", 2)
