"""The list of stories: quick search, saved filters, pictures."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from tests.articles.desk.desk import browser, page
from tests.factories.people import picture
from tests.factories.stories import draft, live, reviewed, waiting

pytestmark = pytest.mark.django_db

STORIES = "/admin/articles/article/"


def headlines(client, **query):
    return {one.get_text() for one in page(client.get(STORIES, query)).select(".list-headline")}


@pytest.mark.parametrize("typed", ["peregrine", "lighthouse", "wardens"])
def test_headline_standfirst_and_body_are_searched(ada, clock, typed):
    draft(
        by=ada,
        now=clock.now,
        headline="The peregrine of the tower",
        standfirst="It nests in the lighthouse.",
        body="<p>Two wardens feed it.</p>",
    )
    draft(by=ada, now=clock.now, headline="Another story")

    assert headlines(browser(ada), q=typed) == {"The peregrine of the tower"}


def test_each_saved_filter_shows_what_its_name_says(ada, ben):
    now = timezone.now()
    draft(by=ben, now=now, headline="Ben's draft")
    waiting(by=ada, now=now, headline="To review")
    live(by=ada, reviewer=ben, now=now, headline="Out", box=False)
    live(by=ada, reviewer=ben, now=now - timedelta(days=3), headline="Out before", box=False)
    later = reviewed(by=ada, reviewer=ben, now=now, headline="Later", box=False)
    actions.schedule(article=later, actor=ben, now=now, at=now + timedelta(days=2))
    client = browser(ben)

    found = {name: headlines(client, show=name) for name in ("mine", "waiting", "scheduled", "out-today")}

    assert found == {
        "mine": {"Ben's draft"},
        "waiting": {"To review"},
        "scheduled": {"Later"},
        "out-today": {"Out"},
    }


def test_the_filter_that_is_on_is_marked_and_stays_beside_a_search(ada, clock):
    draft(by=ada, now=clock.now, headline="Tower")
    soup = page(browser(ada).get(STORIES, {"show": "mine", "q": "Tower"}))

    assert [link.get_text() for link in soup.select(".saved-filters [aria-current]")] == ["Mine"]
    assert soup.select_one("#changelist-search input[name=show]")["value"] == "mine"
    assert len(soup.select(".saved-filters a")) == 5


def test_a_picture_that_is_cut_is_shown_and_one_that_is_not_leaves_no_gap(ada, clock):
    cut, whole = picture("A tower"), picture("A quay", "#112233")
    type(cut).objects.filter(pk=cut.pk).update(renditions={"square": {"webp": [96, 176], "jpeg": [96]}})
    draft(by=ada, now=clock.now, headline="With", hero=cut, hero_alt="A tower")
    draft(by=ada, now=clock.now, headline="Without", hero=whole, hero_alt="A quay")

    shown = page(browser(ada).get(STORIES)).select(".list-picture")

    assert [(one["alt"], one["width"]) for one in shown] == [("", "96")]
