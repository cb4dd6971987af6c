"""Whoever changes what readers were told has to tell them, at every door; a writer is asked first, an editor decides the words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.actions import Note, TransitionBlocked
from articles.models.correction import Correction, CorrectionKind
from articles.models.version import PublishedVersion
from articles.owed import note_owed
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, change_form, form_of, page, words
from tests.factories.people import person
from tests.factories.stories import BODY, draft, edit, live, public, reviewed

pytestmark = pytest.mark.django_db

NOTE = {"kind": "correction", "text": "An earlier version gave the cost as 4.2 million marks."}
WRONG = BODY.replace("4.2", "4.4")


@pytest.fixture
def changed(ada, ben, clock):
    """A live story whose next text has another figure and is approved."""
    article = live(by=ada, reviewer=ben, now=clock.now, box=False)
    edit(article, by=ada, now=clock.tick(), body=WRONG)
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    return article


@pytest.mark.parametrize(
    "typed",
    [
        {"kind": "", "text": ""},
        {"kind": "none", "text": ""},
        {"kind": "typo", "text": "A typo."},
        {"kind": "update", "text": " "},
    ],
)
@pytest.mark.parametrize("move", ["publish", "schedule", "publish_alone"])
def test_another_figure_goes_out_with_a_note_or_not_at_all(changed, cleo, move, typed):
    at = f"{timezone.localtime() + timedelta(hours=2):%Y-%m-%dT%H:%M}"
    more = {"at": at, "reason": "It cannot wait."}

    response = browser(cleo).post(address(changed, "move", move), {**typed, **more})

    assert response.status_code == 409
    assert PublishedVersion.objects.filter(article=changed).count() == 1
    assert page(response).select("[aria-invalid=true]")


def test_the_form_says_what_readers_were_told_otherwise(changed, ben):
    shown = browser(ben).get(address(changed, "move", "publish"))

    assert "4.4" in page(shown).select_one(".for-readers ins").get_text()
    assert "This changes what readers were told" in words(shown)
    assert "A number changed" in words(shown)
    assert "No note" not in words(shown)


def test_no_action_goes_past_the_form(changed, ben, cleo, clock):
    doors = (
        lambda now: actions.publish(article=changed, actor=ben, now=now),
        lambda now: actions.schedule(article=changed, actor=ben, now=now, at=now + timedelta(hours=1)),
        lambda now: actions.publish_alone(article=changed, actor=cleo, now=now, reason="Night."),
    )

    for door in doors:
        with pytest.raises(TransitionBlocked, match="a note for them goes with it"):
            door(clock.tick())
    assert PublishedVersion.objects.filter(article=changed).count() == 1


def test_with_its_note_it_goes_out(changed, ben):
    response = browser(ben).post(address(changed, "move", "publish"), NOTE)

    assert response.status_code == 302
    version = public(changed, timezone.now())
    assert "4.4" in version.html
    assert [row["note"] for row in version.corrections] == [NOTE["text"]]


def test_a_mend_and_what_was_taken_back_owe_nobody_a_note(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now, box=False)
    edit(article, by=ada, now=clock.tick(), body=WRONG)
    assert note_owed(article, clock.now)

    edit(article, by=ada, now=clock.tick(), body=BODY)
    assert note_owed(article, clock.now) == ()
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("minutes again and", "minutes again, and"))
    assert note_owed(article, clock.now) == ()
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert public(article, clock.now).corrections == []


def test_what_nobody_has_read_owes_nobody_a_note(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now, box=False)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(hours=3))

    edit(article, by=ada, now=clock.tick(), body=WRONG)
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=clock.now + timedelta(hours=2))

    assert Correction.objects.count() == 0


def test_a_scheduled_note_comes_with_its_version_even_when_another_is_added_before(changed, ben, clock):
    at = clock.now + timedelta(hours=2)
    note = Note(CorrectionKind.CORRECTION, NOTE["text"])
    actions.schedule(article=changed, actor=ben, now=clock.tick(), at=at, note=note)
    other = Note(CorrectionKind.CLARIFICATION, "The eastern deck was replaced as well.")
    actions.correct(article=changed, actor=ben, now=clock.tick(), note=other)

    assert [row["note"] for row in public(changed, clock.now).corrections] == [other.text]
    assert {row["note"] for row in public(changed, at).corrections} == {note.text, other.text}
    scheduled = Correction.objects.filter(note=note.text, version__public_from=at).order_by("pk").last()
    assert scheduled.version.is_live(at)
    assert scheduled.at == at


def test_a_writer_who_corrects_a_figure_is_asked_for_the_correction(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now, box=False)
    hers, his = browser(ada), browser(ben)

    saved = hers.post(
        address(article, "change"), change_form(hers, article, body=WRONG, _continue="1"), follow=True
    )
    flag = page(saved).select_one("#owed")
    assert "A number changed" in flag.get_text()
    assert flag.a["href"] == address(article, "tell_readers")
    sent = hers.post(address(article, "change"), change_form(hers, article, _send="1"))
    assert sent["Location"] == address(article, "tell_readers")
    assert "4.4" in page(hers.get(sent["Location"])).select_one(".for-readers ins").get_text()
    assert hers.post(sent["Location"], {"kind": "", "text": ""}).status_code == 409
    assert hers.post(sent["Location"], NOTE).status_code == 302

    assert NOTE["text"] in page(hers.get(address(article, "change"))).select_one("#owed").get_text()
    assert public(article, timezone.now()).corrections == []
    assert "Ada Brandt proposed a note for readers" in words(his.get(address(article, "history")))
    assert NOTE["text"] in words(his.get(address(article, "history")))
    form = form_of(his.get(address(article, "move", "update_now")), "form[method=post][novalidate]")
    assert (form["kind"], form["text"]) == (NOTE["kind"], NOTE["text"])
    his.post(address(article, "move", "update_now"), form)
    assert [row["note"] for row in public(article, timezone.now()).corrections] == [NOTE["text"]]
    assert page(hers.get(address(article, "change"))).select("#owed") == []


def test_a_proposed_note_is_for_one_change_and_not_for_the_next(changed, ada, ben, clock):
    actions.propose_note(
        article=changed, actor=ada, now=clock.tick(), note=Note(CorrectionKind.CORRECTION, "One.")
    )
    actions.propose_note(
        article=changed, actor=ada, now=clock.tick(), note=Note(CorrectionKind.UPDATE, "Two.")
    )
    shown = form_of(browser(ben).get(address(changed, "move", "publish")), "form[method=post][novalidate]")
    assert (shown["kind"], shown["text"]) == ("update", "Two.")
    actions.publish(article=changed, actor=ben, now=clock.tick(), note=Note(CorrectionKind.UPDATE, "Two."))

    edit(changed, by=ada, now=clock.tick(), standfirst="It cost 5 million marks.")

    shown = form_of(browser(ben).get(address(changed, "move", "update_now")), "form[method=post][novalidate]")
    assert shown["text"] == ""


def test_a_note_is_proposed_only_by_who_may_write_and_where_one_is_owed(changed, ada, dora, clock):
    untold = draft(by=ada, now=clock.now)
    pia = person("pia", "Pia", "Holm", Role.PICTURE_EDITOR)
    link = address(changed, "tell_readers")

    assert browser(ada).post(address(untold, "tell_readers"), NOTE).status_code == 409
    assert browser(dora).post(link, NOTE).status_code == 404
    assert browser(pia).post(link, NOTE).status_code == 403
    assert browser(ada).post(link, {"kind": "update", "text": "Hid\u202eden"}).status_code == 409
    assert not AuditEntry.objects.filter(action="propose_note").exists()
