"""Two people order a front: the second is refused with both orders on the page; undoing; buttons that nobody has."""

from __future__ import annotations

import pytest

from articles import actions
from articles.models.front import FrontOrder, Slot
from tests.articles.desk.desk import browser, form_of, page, words
from tests.articles.desk.front_page import HOME, headlines, in_force, posted, press, put
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(ada, ben, clock):
    """Four plain stories that readers see."""
    return [
        stories.live(by=ada, reviewer=ben, now=clock.tick(), box=False, headline=f"Story {number}")
        for number in range(4)
    ]


@pytest.fixture
def editor(ben):
    return browser(ben)


def test_the_second_of_two_orders_is_refused_with_both_on_the_page_and_can_follow(
    paper, ben, cleo, editor, clock
):
    put(ben, paper[0], now=clock.now)
    mine = posted(press(editor, f"add:{paper[1].pk}")) | {f"a{paper[1].pk}-headline": "My words"}
    put(cleo, paper[3], paper[2], now=clock.tick())

    response = press(editor, "save", data=mine)

    assert response.status_code == 409
    assert in_force() == [paper[3].pk, paper[2].pk]
    theirs = [line.get_text(" ", strip=True) for line in page(response).select(".front-theirs li")]
    assert theirs == ["1 Story 3", "2 Story 2"]
    assert headlines(response) == ["Story 0", "My words"]
    assert posted(response)[f"a{paper[1].pk}-headline"] == "My words"
    assert "Cleo Varga put order 2 out" in words(response)

    press(editor, "save", data=posted(response))
    assert in_force() == [paper[0].pk, paper[1].pk]
    assert FrontOrder.objects.count() == 3


def test_who_is_slower_by_a_moment_is_told_so_as_well(paper, ben, cleo, clock, monkeypatch):
    """The other order arrives after the look and before the write."""
    other = {"section": None, "number": 1, "made_by": cleo, "made_at": clock.now}

    def meanwhile(*args, **kwargs):
        FrontOrder.objects.create(**other)
        return iter(())

    monkeypatch.setattr("articles.actions.front._reasons", meanwhile)

    with pytest.raises(actions.FrontClash) as clash:
        actions.order_front(section=None, slots=[Slot(paper[0].pk)], seen=0, actor=ben, now=clock.now)
    assert clash.value.theirs.made_by == cleo


def test_undo_puts_the_order_before_out_again_as_a_new_one(paper, ben, editor, clock):
    put(ben, paper[0], paper[1], now=clock.now, headline="Kept")
    put(ben, paper[2], now=clock.tick())
    history = form_of(editor.get(HOME), ".front-history form")

    response = editor.post(HOME, {**history, "do": "undo:1"}, follow=True)

    assert in_force() == [paper[0].pk, paper[1].pk]
    assert FrontOrder.objects.of(None).first().places[0].headline == "Kept"
    assert "As order 1: order 3 is out." in words(response)
    editor.post(HOME, {"seen": "3", "do": "undo:0"})
    assert in_force() == []


def test_an_undo_over_an_order_that_came_between_is_refused(paper, ben, cleo, editor, clock):
    put(ben, paper[0], now=clock.now)
    put(ben, paper[1], now=clock.tick())
    history = form_of(editor.get(HOME), ".front-history form")
    put(cleo, paper[2], now=clock.tick())

    response = editor.post(HOME, {**history, "do": "undo:1"})

    assert response.status_code == 409
    assert in_force() == [paper[2].pk]
    assert headlines(response) == ["Story 2"]
    assert "nothing was undone" in words(response)


@pytest.mark.parametrize(
    "forged", ["undo:", "undo:-1", "undo:9", "undo:x", "up:x", "add:", "save:x", "", "²"]
)
def test_a_forged_button_puts_nothing_out(paper, ben, editor, clock, forged):
    put(ben, paper[0], now=clock.now)

    response = press(editor, forged)

    assert response.status_code in {200, 409}
    assert FrontOrder.objects.count() == 1 or forged == "save:x"
    assert in_force() == [paper[0].pk]
