"""Mails what the bell tells to those who want it, after the commit and once; what is told is decided in notices."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models.notice import About, Notice
from newsroom.models.masthead import Masthead
from newsroom.models.user import Mail
from newsroom.tasks import task

logger = logging.getLogger(__name__)

# What “mine” stands for in a person's profile.
ASKED_OF_ME = frozenset({About.ASKED, About.RETURNED, About.MENTIONED, About.SECOND_READ})
# Minutes to wait after the first, second … attempt that failed; then the bell alone has told it.
_PAUSES = (2, 15, 60)
# An old notice is no news: a worker that stood still for a day does not flood anybody.
_STALE = timedelta(days=1)


def is_wanted(notice: Notice) -> bool:
    """Say whether the person has an address and asked to have such notices mailed."""
    person = notice.person
    if not person.email or not person.is_active:
        return False
    return person.mail == Mail.ALL or (person.mail == Mail.MINE and notice.about in ASKED_OF_ME)


def mail_after_commit(notice: Notice) -> None:
    """Hand a wanted notice to a worker on commit; whatever goes wrong there, the act has happened."""
    if is_wanted(notice):
        # A lambda: when it fails, Django's log asks it for a name, which a partial has not.
        transaction.on_commit(lambda: _enqueue(notice.pk), robust=True)


def _enqueue(notice_id: int) -> None:
    mail_notice.enqueue(notice_id)


@task()
def mail_notice(notice_id: int, attempt: int = 1) -> None:
    """Mail one notice; after a failure try again a little later, a few times."""
    now = timezone.now()
    if deliver(notice_id=notice_id, now=now) or attempt > len(_PAUSES):
        return
    later = now + timedelta(minutes=_PAUSES[attempt - 1])
    mail_notice.using(run_after=later).enqueue(notice_id, attempt + 1)


def deliver(*, notice_id: int, now: datetime) -> bool:
    """Mail one notice at most once; False only when the mail server did not take it.

    It is taken before it is sent: a worker that dies in between loses a mail, which the bell has told anyway,
    where the other order would send it twice.
    """
    waiting = Notice.objects.unread().filter(pk=notice_id, mailed_at__isnull=True, at__gt=now - _STALE)
    notice = waiting.select_related("person", "article", "by").first()
    if notice is None or not is_wanted(notice):
        return True
    if not Notice.objects.known_to(notice.person).filter(pk=notice.pk).exists():
        return True
    if not waiting.update(mailed_at=now):
        return True
    try:
        compose(notice).send()
    except Exception:
        # Whatever a mail server does: the act stands, the bell has it, the log has the trace.
        logger.exception("Notice %s could not be mailed", notice.pk)
        Notice.objects.filter(pk=notice.pk).update(mailed_at=None)
        return False
    return True


def compose(notice: Notice) -> EmailMultiAlternatives:
    """Write the mail of a notice in plain text and HTML; of a confidential story it names nothing but that there is one."""
    secret = notice.article.confidential
    context = {
        "notice": notice,
        "about": notice.get_about_display(),
        "headline": "" if secret else " ".join(notice.article.headline.split()),
        "words": "" if secret else notice.text,
        "paper": Masthead.current().name,
        "url": _address("admin:bell_open", notice.pk),
        "profile_url": _address("admin:me"),
    }
    subject = f"{context['about']}: {context['headline'] or 'a confidential story'}"
    mail = EmailMultiAlternatives(
        subject=subject, body=render_to_string("email/notice.txt", context), to=[notice.person.email]
    )
    mail.attach_alternative(render_to_string("email/notice.html", context), "text/html")
    return mail


def _address(name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"
