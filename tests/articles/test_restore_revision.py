"""Going back to an earlier revision: as the next one, by the rules of any edit, with nothing lost."""

import pytest

from articles import actions
from articles.models.article import Byline
from articles.models.revision import Revision
from newsroom.models.audit import AuditEntry
from newsroom.stages import Stage
from tests.factories.people import AuthorFactory, person
from tests.factories.stories import BODY, SourceFactory, draft, edit, live, public, reviewed

pytestmark = pytest.mark.django_db


def restore(article, number, *, by, now, base=None):
    article.refresh_from_db()
    return actions.restore_revision(
        article=article, number=number, actor=by, now=now, base=article.version if base is None else base
    )


def test_what_was_said_before_is_the_next_revision(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut again", body="<p>It is shut.</p>")

    saved = restore(article, 1, by=ada, now=clock.tick())

    assert (saved.number, saved.headline, saved.note) == (
        3,
        "Harbour bridge reopens after eleven months",
        "Restored from revision 1.",
    )
    assert saved.digest == Revision.objects.get(article=article, number=1).digest
    assert article.head == saved
    assert AuditEntry.objects.filter(action="save_revision").count() == 3


def test_byline_and_sources_come_back(ada, clock):
    port, council = SourceFactory(), SourceFactory(name="City council", url="")
    article = draft(by=ada, now=clock.now, sources=(port,))
    Byline.objects.create(article=article, author=AuthorFactory(name="Eva Roth"), position=2)
    article.sources.set([council])
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut again")

    saved = restore(article, 1, by=ada, now=clock.tick())

    assert [row["name"] for row in saved.bylines] == ["Ada Brandt"]
    assert [row["name"] for row in saved.sources] == [port.name]


def test_a_restored_text_waits_for_its_review_like_any_other(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("4.2", "4.4"))
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    before = public(article, clock.now)

    restore(article, 1, by=ada, now=clock.tick())

    assert article.stage == Stage.DRAFT
    assert public(article, clock.now) == before


def test_whoever_restores_does_not_review_it(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now, box=False)
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("4.2", "4.4"))

    saved = restore(article, 1, by=ben, now=clock.tick())

    assert ben.pk in saved.contributors


def test_a_restore_over_what_somebody_saved_meanwhile_is_refused(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ben, now=clock.tick(), headline="Bridge shut again")

    with pytest.raises(actions.SaveConflict):
        restore(article, 1, by=ada, now=clock.tick(), base=1)

    assert article.bylines.count() == 1


def test_a_restore_of_what_stands_there_changes_nothing(ada, clock):
    article = draft(by=ada, now=clock.now)

    assert restore(article, 1, by=ada, now=clock.tick()).number == 1


def test_a_role_that_may_not_write_restores_nothing(ada, clock):
    article = draft(by=ada, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge shut again")

    with pytest.raises(actions.TransitionBlocked):
        restore(article, 1, by=person("rut", "Rut", "Nes"), now=clock.tick())
