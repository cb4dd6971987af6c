"""The second read: only what nobody else has read, one confirmation of exactly that text; and the two moves that ask for it."""

import pytest
from django.utils import timezone

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.review import Review
from newsroom.workflow import Move
from tests.articles.desk.desk import address, browser, page, words
from tests.factories import stories

pytestmark = pytest.mark.django_db

NOTE = actions.Note(kind=CorrectionKind.CORRECTION, text="The repairs cost 4.4 million marks.")


@pytest.fixture
def updated(ada, ben, clock):
    """A live story that Ben read; Ada changed a number, and Ben put it out at once."""
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("4.2 million", "4.4 million"))
    actions.update_now(article=article, actor=ben, now=clock.tick(), note=NOTE)
    return article


@pytest.fixture
def alone(ada, cleo, clock):
    """A story that Cleo put out alone: nobody else has read any of it."""
    article = stories.draft(by=ada, now=clock.now)
    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="The bridge fell.")
    return article


def test_only_the_change_is_shown_of_a_text_that_was_read_before(updated, cleo):
    soup = page(browser(cleo).get(address(updated, "second_read")))

    shown = soup.select_one(".second-read > .change")
    assert [one.get_text() for one in shown.select("ins")] == ["4.4"]
    assert "unchanged" in shown.get_text()
    assert soup.select_one("details.whole-text:not([open]) .prose") is not None


def test_the_whole_text_is_shown_when_nobody_read_any_of_it(alone, ben):
    soup = page(browser(ben).get(address(alone, "second_read")))

    assert soup.select("ins, del, details.whole-text") == []
    assert soup.select_one(".second-read > .as-saved .prose") is not None


def test_one_press_confirms_and_nothing_changes_for_readers(alone, ben):
    before = stories.public(alone, timezone.now()).pk
    client = browser(ben)
    button = page(client.get(address(alone, "second_read"))).select_one("[data-confirm-key]")

    response = client.post(address(alone, "second_read"), {"seen": alone.head_id}, follow=True)

    alone.refresh_from_db()
    assert button is not None
    assert "Read and confirmed." in words(response)
    assert not alone.needs_second_read
    assert Review.objects.filter(reviewer=ben).count() == 1
    assert stories.public(alone, timezone.now()).pk == before


def test_a_newer_text_is_not_confirmed_unseen(alone, ben):
    response = browser(ben).post(address(alone, "second_read"), {"seen": alone.head_id + 1})

    assert response.status_code == 422
    assert "look at the new one" in words(response)
    assert not Review.objects.exists()


def test_who_published_alone_does_not_confirm_it(alone, cleo):
    client = browser(cleo)

    shown = words(client.get(address(alone, "second_read")))
    response = client.post(address(alone, "second_read"), {"seen": alone.head_id})

    assert "You published this alone" in shown
    assert response.status_code == 422
    assert not Review.objects.exists()


def test_a_writer_has_no_second_read_to_give(alone, ada):
    assert browser(ada).post(address(alone, "second_read"), {"seen": alone.head_id}).status_code == 403


def test_the_badge_leads_to_it(alone, ben):
    link = page(browser(ben).get(address(alone, "change"))).select_one("a.badge-late")

    assert link["href"] == address(alone, "second_read")


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (Move.UPDATE_NOW, "Readers get this text at once with your note; the Quick Take is off"),
        (Move.PUBLISH_ALONE, "Readers get this text at once though nobody but you has read it"),
    ],
)
def test_what_a_move_means_is_said_in_one_sentence(ada, ben, cleo, clock, move, said):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("4.2 million", "4.4 million"))

    soup = page(browser(cleo).get(address(article, "move", move.value)))

    assert soup.select_one(".consequence").get_text().startswith(said)
    assert soup.select_one(".for-readers ins").get_text() == "4.4"
