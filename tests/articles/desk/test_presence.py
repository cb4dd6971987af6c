"""Who else is at a story: told to those who may know of it, and no longer than they are there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models.presence import Presence
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.stories import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(ada, clock):
    return draft(by=ada, now=clock.now)


def beat(user, story, place="write", **state):
    return browser(user).post(address(story, "here", place), state)


def test_each_is_told_of_the_other_and_not_of_themselves(story, ada, ben):
    assert beat(ben, story, state="none").status_code == 204

    shown = beat(ada, story, state="none")

    assert "Ben Osei has had this open since" in words(shown)
    assert "Ada" not in words(shown)


def test_reviewing_is_another_word(story, ada, ben):
    beat(ben, story, "review")

    assert "Ben Osei has been reviewing this since" in words(beat(ada, story))


def test_who_was_not_heard_of_for_45_seconds_is_gone(story, ada, ben):
    beat(ben, story)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=46))

    assert "Ben" not in words(beat(ada, story))


def test_who_comes_back_comes_anew(story, ben):
    beat(ben, story)
    long_ago = timezone.now() - timedelta(hours=2)
    Presence.objects.update(since=long_ago, seen_at=long_ago)

    beat(ben, story)

    assert Presence.objects.get().since > long_ago


def test_the_same_line_is_not_sent_again(story, ada, ben):
    beat(ben, story)
    line = page(beat(ada, story)).select_one("#presence")["hx-vals"]
    state = line.split('"')[3]

    assert beat(ada, story, state=state).status_code == 204


def test_who_may_not_know_of_a_story_learns_nothing_and_leaves_no_trace(story, dora, ben):
    beat(ben, story)

    assert beat(dora, story).status_code == 404
    assert not Presence.objects.filter(person=dora).exists()


def test_reading_changes_nothing(story, ada):
    assert browser(ada).get(address(story, "here", "write")).status_code == 405
    assert beat(ada, story, "elsewhere").status_code == 404


def test_writing_and_review_carry_the_line(story, ada):
    for name, place in (("change", "write"), ("review", "review")):
        shown = page(browser(ada).get(address(story, name))).select_one("#presence")
        assert shown["hx-post"] == address(story, "here", place)
