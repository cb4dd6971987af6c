"""What the bell tells is mailed to those who want it: after the commit, once, and never a word of a confidential story."""

from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.core import mail

from articles import actions, mailing, notices
from articles.models.notice import About, Notice
from newsroom.models.user import Mail
from tests.factories.stories import draft, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(ada, ben, clock):
    """Return a notice to Ben: he is mentioned in a note on Ada's story."""
    ben.email = "ben@courier.example"
    ben.save()
    article = draft(by=ada, now=clock.now)
    actions.add_note(article=article, actor=ada, now=clock.now, text="@ben, is the figure right?")
    return Notice.objects.select_related("person", "article").get()


def test_a_mail_says_what_happened_and_leads_to_the_desk(told, clock, settings):
    settings.SITE_URL = "https://news.example"

    assert mailing.deliver(notice_id=told.pk, now=clock.tick())

    (sent,) = mail.outbox
    assert sent.to == ["ben@courier.example"]
    assert sent.subject == f"You are mentioned: {told.article.headline}"
    for text in (sent.body, sent.alternatives[0].content):
        assert "is the figure right?" in text
        assert f"https://news.example/admin/bell/{told.pk}/" in text
        assert "https://news.example/admin/me/" in text


def test_a_notice_is_mailed_once(told, clock):
    mailing.deliver(notice_id=told.pk, now=clock.tick())
    mailing.deliver(notice_id=told.pk, now=clock.tick())

    told.refresh_from_db()
    assert len(mail.outbox) == 1
    assert told.mailed_at is not None


def test_a_worker_that_was_overtaken_mails_nothing(told, clock):
    with mock.patch.object(mailing, "is_wanted", side_effect=lambda notice: _taken_meanwhile(told, clock)):
        assert mailing.deliver(notice_id=told.pk, now=clock.tick())

    assert mail.outbox == []


def _taken_meanwhile(told, clock):
    Notice.objects.filter(pk=told.pk).update(mailed_at=clock.now)
    return True


def test_of_a_confidential_story_a_mail_names_nothing(told, clock):
    told.article.confidential = True
    told.article.save(update_fields=["confidential"])
    told.article.known_to.add(told.person)

    mailing.deliver(notice_id=told.pk, now=clock.tick())

    (sent,) = mail.outbox
    everything = " ".join([sent.subject, sent.body, sent.alternatives[0].content])
    assert "confidential story" in sent.subject
    assert told.article.headline not in everything
    assert "figure" not in everything


def test_who_may_no_longer_know_of_a_story_gets_no_mail(told, clock):
    told.article.confidential = True
    told.article.save(update_fields=["confidential"])

    assert mailing.deliver(notice_id=told.pk, now=clock.tick())

    told.refresh_from_db()
    assert (mail.outbox, told.mailed_at) == ([], None)


@pytest.mark.parametrize(
    ("choice", "about", "wanted"),
    [
        (Mail.ALL, About.PUBLISHED, True),
        (Mail.ALL, About.MENTIONED, True),
        (Mail.MINE, About.ASKED, True),
        (Mail.MINE, About.RETURNED, True),
        (Mail.MINE, About.MENTIONED, True),
        (Mail.MINE, About.APPROVED, False),
        (Mail.MINE, About.PUBLISHED, False),
        (Mail.MINE, About.SECOND_READ, True),
        (Mail.NONE, About.ASKED, False),
    ],
)
def test_people_choose_what_is_mailed(ada, ben, clock, choice, about, wanted):
    ben.email, ben.mail = "ben@courier.example", choice
    ben.save()
    article = draft(by=ada, now=clock.now)

    (notice,) = notices.tell(article=article, people=[ben], about=about, by=ada, now=clock.now)

    assert mailing.is_wanted(notice) is wanted


def test_nothing_is_mailed_without_an_address(ada, ben, clock):
    article = draft(by=ada, now=clock.now)

    (notice,) = notices.tell(article=article, people=[ben], about=About.ASKED, by=ada, now=clock.now)

    assert not mailing.is_wanted(notice)


def test_what_is_read_already_is_not_mailed(told, clock):
    notices.open_notice(notice=told, now=clock.tick())

    mailing.deliver(notice_id=told.pk, now=clock.tick())

    assert mail.outbox == []


def test_old_news_is_not_mailed(told, clock):
    mailing.deliver(notice_id=told.pk, now=clock.tick(days=2))

    assert mail.outbox == []


def test_a_mail_server_that_fails_is_tried_again_later_and_then_left_alone(told, clock):
    enqueue = mock.Mock()
    with (
        time_machine.travel(clock.now, tick=False),
        mock.patch.object(mailing, "compose", side_effect=OSError("no route to host")),
        mock.patch.object(type(mailing.mail_notice), "using", return_value=enqueue) as using,
    ):
        mailing.mail_notice.func(told.pk)
        mailing.mail_notice.func(told.pk, attempt=4)

    told.refresh_from_db()
    assert told.mailed_at is None
    assert using.call_args.kwargs == {"run_after": clock.now + timedelta(minutes=2)}
    enqueue.enqueue.assert_called_once_with(told.pk, 2)


def test_mail_is_handed_over_after_the_commit_only(ada, ben, clock, django_capture_on_commit_callbacks):
    ada.email = "ada@courier.example"
    ada.save()
    article = waiting(by=ada, now=clock.now)

    with (
        mock.patch.object(mailing, "_enqueue") as enqueue,
        django_capture_on_commit_callbacks(execute=True),
    ):
        actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")
        enqueue.assert_not_called()

    enqueue.assert_called_once_with(Notice.objects.get().pk)


@pytest.mark.django_db(transaction=True)
def test_a_queue_that_fails_breaks_no_act(ada, ben, clock):
    ada.email = "ada@courier.example"
    ada.save()
    article = waiting(by=ada, now=clock.now)

    with mock.patch.object(mailing, "_enqueue", side_effect=OSError("the queue is gone")):
        actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")

    article.refresh_from_db()
    assert article.returned_because == "Who says so?"
    assert Notice.objects.filter(about=About.RETURNED).count() == 1
