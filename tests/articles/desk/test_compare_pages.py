"""Two revisions beside each other, the way back to one, and a version as readers saw it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.models.correction import CorrectionKind
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.people import person, picture
from tests.factories.stories import BODY, draft, edit, live, reviewed

pytestmark = pytest.mark.django_db


def test_any_two_revisions_stand_beside_each_other(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut")
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut for good")

    soup = page(browser(ada).get(address(article, "compare"), {"from": "1", "to": "3"}))

    before, after = (side.get_text().strip() for side in soup.select(".pair-side"))
    assert before == "Harbour bridge reopens after eleven months"
    assert after == "Bridge shut for good"
    assert "Revision 1 and revision 3" in soup.get_text()


def test_the_earlier_one_stands_first_whichever_was_asked_for_first(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut")

    assert "Revision 1 and revision 2" in words(
        browser(ada).get(address(article, "compare"), {"from": "2", "to": "1"})
    )


def test_without_a_choice_the_newest_two_are_compared(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut")
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut for good")

    for asked in ({}, {"from": "x", "to": ""}, {"from": "9" * 30}):
        assert "Revision 2 and revision 3" in words(browser(ada).get(address(article, "compare"), asked))


def test_a_number_that_was_never_saved_is_not_found(ada, clock):
    article = draft(by=ada, now=clock.now)

    assert browser(ada).get(address(article, "compare"), {"from": "1", "to": "7"}).status_code == 404
    assert browser(ada).get(address(article, "restore", 7)).status_code == 404
    assert browser(ada).get(address(article, "version", 1)).status_code == 404


def test_a_changed_link_is_said_though_no_word_changed(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(
        article,
        by=ada,
        now=clock.tick(),
        body=BODY.replace("312 steel", '<a href="https://x.example/">312</a> steel'),
    )
    edit(
        article,
        by=ada,
        now=clock.tick(),
        body=BODY.replace("312 steel", '<a href="https://y.example/">312</a> steel'),
        hero=picture(),
        hero_alt="A bridge at dawn",
    )

    shown = words(browser(ada).get(address(article, "compare"), {"from": "2", "to": "3"}))

    assert "A link changed." in shown
    assert "A bridge at dawn" in shown


def test_a_story_of_others_is_not_compared_by_a_contributor(ada, dora, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(dora)

    for name, more in (("compare", ()), ("restore", (1,)), ("version", (1,)), ("history", ())):
        assert client.get(address(article, name, *more)).status_code == 404


def test_a_restore_is_asked_once_more_and_then_saved(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut")
    client, url = browser(ada), address(article, "restore", 1)

    asked = page(client.get(url))
    answered = client.post(url, {"base": asked.select_one("input[name=base]")["value"]}, follow=True)

    assert "What would change" in asked.get_text()
    assert "Revision 1 is restored as revision 3." in words(answered)
    article.refresh_from_db()
    assert article.headline == "Harbour bridge reopens after eleven months"


def test_a_restore_over_a_newer_save_changes_nothing_and_says_so(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ben, now=clock.tick(), headline="Bridge shut")

    for base in ("1", "nonsense"):
        refused = browser(ada).post(address(article, "restore", 1), {"base": base})
        assert refused.status_code == 409
        assert "It was not restored." in words(refused)
    article.refresh_from_db()
    assert article.headline == "Bridge shut"


def test_whoever_may_not_write_is_offered_no_restore(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut")
    ines = person("ines", "Ines", "Falk", Role.PICTURE_EDITOR)
    client = browser(ines)

    assert "Restore" not in words(client.get(address(article, "revision", 1)))
    assert client.post(address(article, "restore", 1), {"base": "2"}).status_code == 409


def test_a_version_is_shown_as_readers_saw_it(ada, ben, cleo, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("4.2", "4.4"))
    note = actions.Note(kind=CorrectionKind.CORRECTION, text="It was 4.4 million marks.")
    actions.update_now(article=article, actor=cleo, now=clock.tick(), note=note)
    client = browser(ada)

    first, second = (words(client.get(address(article, "version", number))) for number in (1, 2))

    assert "cost 4.2 million" in first
    assert "Version 1, no longer public." in first
    assert "Summary is AI generated, newsroom reviewed." in first
    assert "cost 4.4 million" in second
    assert "Version 2, live." in second
    assert "It was 4.4 million marks." in second


def test_a_hidden_box_stands_on_the_version_that_readers_saw_it_on(ada, ben, cleo, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(), reason="It misled readers.")

    shown = words(browser(ada).get(address(article, "version", 1)))

    assert "Summary is AI generated, newsroom reviewed." in shown
    assert "Its Quick Take was hidden at" in shown


def test_a_version_to_come_is_named_so(ada, ben, clock):
    now = timezone.now()
    article = reviewed(by=ada, reviewer=ben, now=now)
    actions.schedule(article=article, actor=ben, now=now, at=now + timedelta(hours=2))

    response = browser(ada).get(address(article, "version", 1))

    assert "Version 1, not public. As readers would see it from" in words(response)
    assert "no-store" in response.headers["Cache-Control"]
