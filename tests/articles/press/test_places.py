"""What editors placed on a front: order, refill, pins, words and pictures of that front alone, and no story twice."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from articles import actions
from articles.models.front import FrontOrder, Slot
from articles.press import stories as press_stories
from tests.articles.press.conftest import picture, soup
from tests.factories import stories
from tests.factories.stories import SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(paper):
    """Puts stories on a front, in their order; a story or a slot each."""

    def put(*places, section=None):
        slots = [place if isinstance(place, Slot) else Slot(place.pk) for place in places]
        newest = FrontOrder.objects.of(section.pk if section else None).first()
        seen = newest.number if newest else 0
        return actions.order_front(
            section=section, slots=slots, seen=seen, actor=paper.ben, now=paper.clock.now
        )

    return put


@pytest.fixture
def twenty(paper):
    """Twenty plain stories, oldest first; Story 19 is the newest."""
    return [paper.live(headline=f"Story {number}", slug=f"s{number}") for number in range(20)]


def page(client, address="/"):
    response = client.get(address)
    assert response.status_code == 200
    return soup(response.content)


def top(found):
    """The headlines from the lead to the last row of three, as they stand in the source."""
    return [link.text for link in found.select(".top a, .thirds a")]


def listed(found):
    return [link.text for link in found.select(".entry h2 a")]


def named(*numbers):
    return [f"Story {number}" for number in numbers]


def test_the_front_page_shows_the_placed_stories_in_order_and_then_the_newest(twenty, order, client):
    order(twenty[3], twenty[11], twenty[0], twenty[7])

    found = page(client)

    assert top(found) == named(3, 11, 0, 7, 19, 18)
    assert [link.text for link in found.select(".latest a")] == named(17, 16, 15, 14)


def test_a_section_shows_the_placed_stories_in_order_and_then_the_newest(twenty, order, client):
    order(twenty[3], twenty[11], section=SectionFactory())

    assert listed(page(client, "/city/"))[:4] == named(3, 11, 19, 18)
    assert top(page(client))[:1] == named(19)


@pytest.mark.parametrize("placed", [1, 2, 3, 6, 7, 12])
def test_no_story_stands_twice_and_the_rows_of_three_are_whole(paper, order, client, placed):
    other = SectionFactory(name="Science", slug="science")
    city = [paper.live(headline=f"City {number}", slug=f"c{number}") for number in range(20)]
    for number in range(16):
        paper.live(headline=f"Science {number}", slug=f"s{number}", section=other)
    order(*city[:placed])

    found = page(client)
    counts = Counter(link.text for link in found.select(":is(.lead, .second, .line, .latest) a"))

    assert top(found)[:placed] == [f"City {number}" for number in range(placed)]
    assert len(found.select(".thirds .second")) % 3 == 0
    assert set(counts.values()) == {1}
    assert len(found.select(".block")) == 2


def test_a_withdrawn_story_leaves_at_once_and_its_place_is_filled(twenty, order, paper, client, cleo):
    order(twenty[3], twenty[11])
    actions.withdraw(article=twenty[3], actor=cleo, now=paper.clock.tick(), reason="A source lied.")

    assert top(page(client))[:3] == named(11, 19, 18)


def test_a_scheduled_story_takes_its_place_at_its_hour(twenty, order, paper, ada, ben, client):
    coming = stories.reviewed(
        by=ada, reviewer=ben, now=paper.clock.now, box=False, headline="Tomorrow", slug="tomorrow"
    )
    actions.schedule(article=coming, actor=ben, now=paper.clock.now, at=paper.clock.now + timedelta(hours=18))
    order(coming, twenty[3])

    assert top(page(client))[:2] == named(3, 19)
    paper.clock.tick(hours=18)
    assert top(page(client))[:2] == ["Tomorrow", "Story 3"]


def test_a_pin_gives_its_place_up_at_its_moment(twenty, order, paper, client):
    order(Slot(twenty[3].pk, pin_until=paper.clock.now + timedelta(hours=2)), twenty[11])

    assert top(page(client))[:2] == named(3, 11)
    paper.clock.tick(hours=2)
    assert top(page(client))[:2] == named(11, 19)


def test_words_and_picture_of_a_front_are_shown_there_and_nowhere_else(twenty, order, client):
    image = picture()
    slot = Slot(
        twenty[19].pk,
        headline="Only <b>here</b> & now",
        standfirst='In "other" words',
        picture=image.pk,
        picture_alt="A bridge < a tower",
    )
    order(slot)

    response = client.get("/")
    lead = soup(response.content).select_one(".lead")

    assert b"Only &lt;b&gt;here&lt;/b&gt; &amp; now" in response.content
    assert lead.select_one("h2").text == "Only <b>here</b> & now"
    assert lead.select_one(".standfirst").text == 'In "other" words'
    assert lead.select_one("img")["alt"] == "A bridge < a tower"
    for address in ("/city/", f"/city/{twenty[19].slug}/", "/feeds/latest.rss", "/sitemap.xml"):
        assert b"Only" not in client.get(address).content, address


def test_a_picture_that_was_withdrawn_leaves_the_front(twenty, order, client, clock):
    image = picture()
    order(Slot(twenty[19].pk, picture=image.pk, picture_alt="A bridge"))
    type(image).objects.filter(pk=image.pk).update(withdrawn_at=clock.now)

    assert not page(client).select(".lead img")


def test_the_newest_order_of_a_front_is_in_force_and_others_are_left_alone(twenty, order, client):
    order(twenty[3])
    order(twenty[4], section=SectionFactory())
    order(twenty[11])

    assert top(page(client))[:2] == named(11, 19)
    assert listed(page(client, "/city/"))[:2] == named(4, 19)


def test_whoever_turns_the_pages_of_a_section_meets_every_story_once(twenty, order, client, monkeypatch):
    monkeypatch.setattr(press_stories, "STORIES_ON_A_PAGE", 6)
    order(twenty[3], twenty[0], twenty[18], section=SectionFactory())

    address, seen = "/city/", []
    while address:
        found = page(client, address)
        assert listed(found)
        seen += listed(found)
        older = found.select_one('.pager a[rel="next"]')
        address = f"/city/{older['href']}" if older else ""

    assert seen[:4] == named(3, 0, 18, 19)
    assert sorted(seen) == sorted(named(*range(20)))


@pytest.mark.parametrize(("address", "most"), [("/", 3), ("/city/", 3)])
def test_a_front_costs_no_more_than_three_queries(paper, order, count_queries, address, most):
    old = [paper.live(headline=f"Old {number}", slug=f"o{number}") for number in range(12)]
    for number in range(36):
        paper.live(headline=f"Story {number}", slug=f"s{number}")
    slots = [
        Slot(story.pk, picture=picture(f"P {story.pk}", f"#{20 * number:02x}4466").pk, picture_alt="It")
        for number, story in enumerate(old)
    ]
    order(*slots)
    order(*slots, section=SectionFactory())

    found = soup(count_queries(address, most).content)

    assert (top(found) or listed(found))[:12] == [f"Old {number}" for number in range(12)]


@pytest.mark.parametrize("address", ["/city/", "/topics/harbour/", "/authors/ada/"])
def test_the_first_picture_of_a_list_is_fetched_at_once_and_the_others_later(paper, client, address):
    hero = picture()
    for _ in range(3):
        paper.live(hero=hero, hero_alt="A bridge")

    found = [image.get("loading") for image in soup(client.get(address).content).select(".entry img")]

    assert found == [None, "lazy", "lazy"]
