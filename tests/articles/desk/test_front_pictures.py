"""The picture of a place on a front: chosen among small ones, from the whole store."""

import pytest

from articles.desk.fronts import MOST_PICTURES
from articles.models.front import FrontOrder
from tests.articles.desk.desk import browser, page, words
from tests.articles.desk.front_page import press, put
from tests.factories.people import picture
from tests.factories.stories import live

pytestmark = pytest.mark.django_db


def test_a_picture_older_than_those_offered_may_be_chosen_and_is_shown_small(ada, ben, clock):
    placed = live(by=ada, reviewer=ben, now=clock.now, box=False)
    put(ben, placed, now=clock.tick())
    old = picture("An old one")
    for number in range(MOST_PICTURES):
        picture(f"Picture {number}", f"#{number * 6:02x}4477")
    key, editor = placed.pk, browser(ben)
    typed = {f"a{key}-picture": str(old.pk), f"a{key}-picture_alt": "A bridge"}

    staged = press(editor, f"down:{key}", **typed)
    out = press(editor, "save", **typed)

    shown = page(staged).select_one(f"#slot-{key} .picker-chosen")
    assert shown.select_one("img")["src"] == old.file.url
    assert shown.select_one(".tile-title").text == "An old one"
    assert "Order 2 is out." in words(out)
    assert FrontOrder.objects.of(None).first().places[0].picture == old.pk


def test_a_picture_that_is_none_is_refused_at_its_field(ada, ben, clock):
    placed = live(by=ada, reviewer=ben, now=clock.now, box=False)
    put(ben, placed, now=clock.tick())

    for typed in ("999999", "x", "1" * 30):
        response = press(browser(ben), "save", **{f"a{placed.pk}-picture": typed})

        assert response.status_code == 409
        assert "is not out" in words(response)
    assert FrontOrder.objects.count() == 1
