"""Colleagues suggested while a name is typed: only who may know of the story, and never more questions for more people."""

import pytest

from articles import actions
from articles.actions.talk import mentions_in
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser
from tests.factories.people import person
from tests.factories.stories import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(ada, ben, cleo, clock):
    return draft(by=ada, now=clock.now)


def suggested(by, story, start=""):
    response = browser(by).get(address(story, "people"), {"q": start})
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return [row["account"] for row in response.json()["people"]]


@pytest.mark.parametrize(
    ("start", "found"),
    [("", ["ben", "cleo"]), ("b", ["ben"]), ("OSE", ["ben"]), ("cl", ["cleo"]), ("zz", []), ("ada", [])],
)
def test_colleagues_are_found_by_account_first_and_last_name(story, ada, start, found):
    assert suggested(ada, story, start) == found


def test_each_suggestion_has_the_name_that_people_know(story, ada):
    answer = browser(ada).get(address(story, "people"), {"q": "ben"}).json()

    assert answer == {"people": [{"account": "ben", "name": "Ben Osei"}]}


def test_of_a_confidential_story_only_those_who_know_are_suggested(story, ada, cleo, clock):
    actions.confide(article=story, actor=cleo, now=clock.tick(), confidential=True)

    assert "ben" not in suggested(ada, story)
    assert "cleo" in suggested(ada, story)


def test_who_may_not_know_of_the_story_learns_nothing(story, ben, cleo, ada, clock):
    actions.confide(article=story, actor=cleo, now=clock.tick(), confidential=True)

    assert browser(ben).get(address(story, "people"), {"q": "a"}).status_code == 404


def test_who_has_left_is_not_suggested(story, ada, ben):
    ben.is_active = False
    ben.save()

    assert suggested(ada, story, "b") == []


def test_an_account_that_no_mention_can_spell_is_left_out(story, ada):
    person("nan@tolven", "Nan", "Tolven", Role.EDITOR)
    person("nan.aske", "Nan", "Aske", Role.EDITOR)

    assert suggested(ada, story, "nan") == ["nan.aske"]
    assert mentions_in("@nan.aske, look") == ["nan.aske"]


def test_three_hundred_colleagues_cost_no_more_questions_and_eight_are_shown(
    story, ada, django_assert_max_num_queries
):
    for number in range(300):
        person(f"many{number:03}", "Many", f"Name{number:03}", Role.EDITOR)
    client = browser(ada)

    with django_assert_max_num_queries(9):
        found = client.get(address(story, "people"), {"q": "many"}).json()["people"]

    assert [row["account"] for row in found] == [f"many{number:03}" for number in range(8)]


def test_the_field_for_a_note_says_where_to_ask(story, ada):
    shown = browser(ada).get(address(story, "notes")).content.decode()

    assert f'data-people="{address(story, "people")}"' in shown
