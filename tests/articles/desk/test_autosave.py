"""Unsaved text: kept for its writer alone, offered with what changed, gone when it is saved."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.actions.unsaved import MOST_CHARACTERS, drop_stale
from articles.models.article import Article
from articles.models.revision import Revision
from articles.models.unsaved import UnsavedText
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, change_form, form_of, page, words
from tests.factories.people import person
from tests.factories.stories import KindFactory, SectionFactory, draft, edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(ada, clock):
    return draft(by=ada, now=clock.now)


def keep(client, story, **typed):
    return client.post(address(story, "unsaved"), change_form(client, story, **typed))


def test_typed_text_is_kept_and_is_no_revision(story, ada):
    before = AuditEntry.objects.count()

    answer = keep(browser(ada), story, headline="Typed and not saved")

    kept = UnsavedText.objects.get()
    assert answer.json()["state"] == "kept"
    assert (kept.person, kept.article, kept.base, str(kept)) == (ada, story, 1, "Typed and not saved")
    assert Revision.objects.filter(article=story).count() == 1
    assert AuditEntry.objects.count() == before


def test_it_is_offered_with_what_changed_after_a_log_out_and_on_another_device(story, ada):
    client = browser(ada)
    keep(client, story, headline="Harbour bridge reopens after twelve months")
    client.logout()

    offered = browser(ada).get(address(story, "change"))

    offer = page(offered).select_one(".offer")
    assert "You did not save this" in words(offered)
    assert [one.get_text() for one in offer.select(".change :is(ins, del)")] == ["eleven", "twelve"]
    assert form_of(offered)["headline"] == story.headline


def test_taken_up_it_is_in_the_form_and_saving_deletes_it(story, ada):
    client = browser(ada)
    keep(client, story, headline="Typed and not saved", body="<p>Typed.</p>")

    taken = client.get(address(story, "change") + "?take_up=yes")
    client.post(address(story, "change"), form_of(taken))

    story.refresh_from_db()
    assert (story.headline, story.body) == ("Typed and not saved", "<p>Typed.</p>")
    assert not UnsavedText.objects.exists()


def test_thrown_away_it_is_gone(story, ada):
    client = browser(ada)
    keep(client, story, headline="Typed and not saved")

    answer = client.post(address(story, "throw_away"), follow=True)

    assert "Thrown away" in words(answer)
    assert not page(answer).select(".offer")
    assert not UnsavedText.objects.exists()


def test_an_offer_that_nobody_answered_outlives_another_save(story, ada):
    client = browser(ada)
    keep(client, story, headline="Typed and not saved")

    client.post(address(story, "change"), change_form(client, story, standfirst="Saved beside it."))

    assert UnsavedText.objects.get().fields["headline"] == "Typed and not saved"


def test_text_that_says_what_is_saved_is_not_kept(story, ada):
    client = browser(ada)
    window = change_form(client, story, headline="Typed and not saved")
    client.post(address(story, "unsaved"), window)

    answer = client.post(address(story, "unsaved"), {**window, "headline": story.headline})

    assert answer.json() == {"state": "saved"}
    assert not UnsavedText.objects.exists()


def test_nobody_else_sees_it(story, ada, ben, cleo):
    keep(browser(ada), story, headline="Nobody may read this yet")

    for other in (ben, cleo):
        shown = browser(other).get(address(story, "change"))
        preview = browser(other).get(reverse("preview_typed", args=[story.pk]))
        browser(other).post(address(story, "throw_away"))
        assert "Nobody may read this" not in shown.content.decode() + preview.content.decode()
    assert UnsavedText.objects.count() == 1


def test_two_windows_of_one_person_do_not_overwrite_each_other(story, ada):
    client = browser(ada)
    first, second = change_form(client, story, headline="First window"), change_form(client, story)
    client.post(address(story, "unsaved"), first)

    answer = client.post(address(story, "unsaved"), {**second, "headline": "Second window"})

    assert (answer.status_code, answer.json()["state"]) == (200, "refused")
    assert "another window" in answer.json()["error"]
    assert str(UnsavedText.objects.get()) == "First window"


def test_a_window_that_took_the_text_up_goes_on_with_it(story, ada):
    client = browser(ada)
    keep(client, story, headline="First window")
    taken = form_of(client.get(address(story, "change") + "?take_up=yes"))

    answer = client.post(address(story, "unsaved"), {**taken, "headline": "Second window"})

    assert answer.status_code == 200
    assert str(UnsavedText.objects.get()) == "Second window"


def test_a_new_story_is_kept_by_its_form_and_offered_on_the_next_empty_one(ada):
    client = browser(ada)
    add = reverse("admin:articles_article_add")
    typed = form_of(client.get(add)) | {"headline": "A story in the making", "body": "<p>Once.</p>"}
    client.post(reverse("admin:articles_article_unsaved_new"), typed)

    offered = client.get(add)
    taken = client.get(add + "?take_up=" + typed["token"])
    details = {"section": SectionFactory().pk, "kind": KindFactory().pk, "slug": "a-story", "language": "en"}
    saved = client.post(add, form_of(taken) | details)

    assert "“A story in the making” was never saved" in words(offered)
    assert form_of(taken)["headline"] == "A story in the making"
    assert saved.status_code == 302, words(saved)
    assert Article.objects.get().body == "<p>Once.</p>"
    assert not UnsavedText.objects.exists()


def test_too_much_text_is_refused_in_words(story, ada):
    answer = keep(browser(ada), story, body="<p>" + "x" * MOST_CHARACTERS + "</p>")

    assert (answer.status_code, answer.json()["state"]) == (200, "refused")
    assert "too long" in answer.json()["error"]
    assert not UnsavedText.objects.exists()


def test_who_may_not_write_here_keeps_nothing(story, ada, dora):
    form = change_form(browser(ada), story, headline="Not hers")
    pia = person("pia", "Pia", "Holm", Role.PICTURE_EDITOR)

    assert browser(dora).post(address(story, "unsaved"), form).status_code == 404
    assert browser(pia).post(address(story, "unsaved"), form).status_code in {403, 404}
    assert not UnsavedText.objects.exists()


def test_keeping_asks_for_a_post_and_the_pages_own_token(story, ada):
    assert browser(ada).get(address(story, "unsaved")).status_code == 405
    assert browser(ada, enforce_csrf_checks=True).post(address(story, "unsaved"), {}).status_code == 403


def test_after_thirty_days_it_is_swept_away(story, ada, ben, clock):
    keep(browser(ada), story, headline="Forgotten")
    keep(browser(ben), story, headline="Remembered")
    UnsavedText.objects.filter(person=ada).update(saved_at=timezone.now() - timedelta(days=31))

    assert drop_stale(now=timezone.now()) == 1
    assert UnsavedText.objects.get().person == ben


def test_the_preview_shows_what_is_typed_to_its_writer(story, ada, clock):
    client = browser(ada)
    keep(client, story, headline="Typed and not saved", body="<p>Typed words.</p>")

    shown = client.get(reverse("preview_typed", args=[story.pk]))

    assert "Typed and not saved" in words(shown)
    assert "Typed words." in words(shown)
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    edit(story, by=ada, now=clock.tick(), headline="Saved since")


def test_a_new_story_can_be_previewed_before_it_is_saved(ada):
    SectionFactory()
    KindFactory()
    client = browser(ada)
    typed = form_of(client.get(reverse("admin:articles_article_add"))) | {"headline": "In the making"}
    client.post(reverse("admin:articles_article_unsaved_new"), typed)

    shown = client.get(reverse("preview_new", args=[typed["token"]]))

    assert "In the making" in words(shown)


def test_no_other_page_of_the_desk_may_be_framed(story, ada):
    shown = browser(ada).get(address(story, "change"))

    assert "frame-ancestors 'none'" in shown["Content-Security-Policy"]


def test_fifty_unsaved_stories_cost_no_more_questions_than_five(ada):
    client, add = browser(ada), reverse("admin:articles_article_add")

    def questions():
        with CaptureQueriesContext(connection) as asked:
            client.get(add)
        return len(asked)

    def typed(numbers):
        rows = [
            UnsavedText(
                person=ada, token=f"{n:032d}", fields={"headline": f"Story {n}"}, saved_at=timezone.now()
            )
            for n in numbers
        ]
        UnsavedText.objects.bulk_create(rows)

    typed(range(5))
    client.get(add)
    with_five = questions()
    typed(range(5, 50))

    assert questions() == with_five
