"""Orders of fronts follow each other and stay as they are, at every door."""

from __future__ import annotations

import pytest

from articles.models.front import FrontOrder
from tests.articles import doors
from tests.factories.stories import SectionFactory

pytestmark = pytest.mark.django_db

SLOTS = [
    {"article": 1, "pin_until": None, "headline": "", "standfirst": "", "picture": None, "picture_alt": ""}
]


@pytest.fixture(params=["home", "section"])
def front(request, db):
    return SectionFactory.create() if request.param == "section" else None


def order_of(front, ben, clock, number, **changes):
    values = {"section": front, "number": number, "slots": SLOTS, "made_by": ben, "made_at": clock.now}
    return FrontOrder(**{**values, **changes})


def test_an_order_is_never_changed_and_never_deleted(front, ben, cleo, clock, tmp_path):
    order = order_of(front, ben, clock, 1)
    order.save()

    doors.refuses_change(order, slots=[], number=2, made_by=cleo, note="Mine")
    doors.refuses_delete(order)
    doors.refuses_loaddata_over(order, tmp_path, slots=[])


def test_an_order_is_not_moved_to_another_front(front, ben, clock):
    order = order_of(front, ben, clock, 1)
    order.save()
    other = None if front else SectionFactory.create()

    doors.refuses_change(order, section=other)


@pytest.mark.parametrize("number", [0, 1, 3, 9])
def test_an_order_that_is_not_the_next_is_refused(front, ben, clock, tmp_path, number):
    order_of(front, ben, clock, 1).save()
    # The first of another front opens no number here.
    order_of(None if front else SectionFactory.create(), ben, clock, 1).save()

    doors.refuses_insert(lambda: order_of(front, ben, clock, number), tmp_path)


def test_the_next_order_is_let_in(front, ben, clock):
    for number in (1, 2, 3):
        doors.by_sql(order_of(front, ben, clock, number))

    assert FrontOrder.objects.of(front.pk if front else None).first().number == 3


@pytest.mark.parametrize("slots", [SLOTS * 13, {"article": 1}, "none"], ids=["thirteen", "object", "text"])
def test_a_front_of_anything_but_twelve_places_at_most_is_refused(front, ben, clock, tmp_path, slots):
    doors.refuses_insert(lambda: order_of(front, ben, clock, 1, slots=slots), tmp_path)


def test_twelve_places_and_none_are_let_in(front, ben, clock):
    order_of(front, ben, clock, 1, slots=SLOTS * 12).save()
    order_of(front, ben, clock, 2, slots=[]).save()


def test_the_order_in_force_is_the_newest_of_each_front(ben, clock):
    city, science = SectionFactory.create(), SectionFactory.create(name="Science", slug="science")
    for front, orders in ((None, 2), (city, 3), (science, 1)):
        for number in range(1, orders + 1):
            order_of(front, ben, clock, number).save()

    found = FrontOrder.objects.in_force().order_by("section")

    assert {(order.section, order.number) for order in found} == {(None, 2), (city, 3), (science, 1)}
