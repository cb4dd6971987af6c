"""What is said at the demo newspaper: notes, a question with an hour, a bell that is mostly read, and a reader's report."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F

from articles import actions
from articles.models.article import Article
from articles.models.notice import Notice
from articles.models.report import Fault, ReaderReport
from articles.models.version import PublishedVersion
from newsroom.models.user import User

_WAITING, _RETURNED, _DOUBTED = "rent-register", "night-rounds", "storm-surge"


def talk(*, now: datetime) -> None:
    """Let Ada ask Ben to read a story by an hour, and leave notes; what is older than a day has been read."""
    people = {person.username: person for person in User.objects.all()}
    ada, ben, dora = people["ada"], people["ben"], people["dora"]
    Notice.objects.unread().filter(at__lt=now - timedelta(days=1)).update(read_at=F("at"))
    waiting = Article.objects.imported_as(_WAITING).get()
    hour = (now + timedelta(hours=2)).replace(minute=30, second=0, microsecond=0)
    actions.ask_reviewer(article=waiting, actor=ada, now=now, reviewer=ben, due_at=hour)
    text = (
        "@Ben, the landlords rang back and stand by their figure. Enough as it is, or do they get a sentence?"
    )
    actions.add_note(article=waiting, actor=ada, now=now, text=text)
    returned = Article.objects.imported_as(_RETURNED).get()
    actions.add_note(
        article=returned,
        actor=dora,
        now=now,
        text="@ben I have a nurse who was not in the trial; she calls at six.",
    )
    _hear_from_a_reader(now)


def _hear_from_a_reader(now: datetime) -> None:
    """Leave one report about a bullet, as the form under a Quick Take does."""
    story = Article.objects.imported_as(_DOUBTED).get()
    version = PublishedVersion.objects.live(now).get(article=story)
    ReaderReport.objects.create(
        article=story,
        version=version,
        bullet=1,
        bullet_text=version.bullet_list[0]["text"],
        fault=Fault.MISLEADING,
        words="Nine hours sooner is on average. For our street it was forty minutes.",
        email="k.sundby@kaaiside.example",
        made_at=now - timedelta(hours=3),
    )
