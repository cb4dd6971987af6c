"""Bullets that a check keeps back: mended, rejected or answered with a reason, by those who may and for these words only."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles import actions, digest, provenance
from articles.models.quicktake import SHORTEST_REASON, Bullet, Finding, Verdict
from articles.models.review import Answer, Review
from articles.summaries.types import Severity
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from newsroom.workflow import Stage
from tests.articles import doors
from tests.articles.forged import review_of
from tests.factories import stories
from tests.factories.people import person

pytestmark = pytest.mark.django_db

REASON = "The authority gave it by telephone."
# No engine quotes this sentence, so that a comma in it is no material change.
PLAIN = stories.BODY.replace("Line 6 runs", "It runs")


@pytest.fixture
def article(ada, ben, clock):
    """A story whose bullets are all accepted, the first with a number that the text does not have."""
    story = stories.waiting(by=ada, now=clock.now, body=PLAIN)
    stories.accept_all(story, by=ben, now=clock.now)
    first = doubtful(story)
    decide(first, ben, clock, text=f"{first.text.rstrip('.')} for 7,777 people.")
    return story


def doubtful(article) -> Bullet:
    return stories.newest_quick_take(article).bullets.order_by("position")[0]


def decide(bullet, actor, clock, **said):
    return actions.decide_bullet(
        bullet=bullet, actor=actor, now=clock.tick(), verdict=said.pop("verdict", Verdict.ACCEPTED), **said
    )


def approve(article, actor, clock):
    return actions.approve(article=article, actor=actor, now=clock.tick(), seen=article.head_id)


def answered(article, ben, clock):
    decide(doubtful(article), ben, clock, reason=REASON)
    return doubtful(article)


def test_a_kept_bullet_with_a_foreign_number_is_not_approved(article, ben, clock):
    with pytest.raises(actions.TransitionBlocked) as refused:
        approve(article, ben, clock)

    [reason] = refused.value.reasons
    assert (reason.code, reason.field) == ("finding", f"bullet-{doubtful(article).pk}")
    assert reason.message.startswith("Bullet 1: ")
    assert "7,777" in reason.message
    assert ".." not in reason.message
    assert not Review.objects.exists()


@pytest.mark.parametrize("reason", ["x" * 14, "too     short  ok", f"  {'x' * 14}  \n"])
def test_a_reason_of_fourteen_characters_is_refused_in_words(article, ben, clock, reason):
    with pytest.raises(ValidationError, match="at least 15 characters"):
        decide(doubtful(article), ben, clock, reason=reason)

    assert doubtful(article).findings.blocking().exists()
    assert not AuditEntry.objects.filter(data__contains="overrides").exists()


def test_fifteen_characters_are_enough(article, ben, clock):
    decide(doubtful(article), ben, clock, reason="x" * SHORTEST_REASON)

    approve(article, ben, clock)

    assert article.stage == Stage.REVIEWED


def test_the_reason_stands_on_the_finding_with_who_and_when(article, ben, clock):
    finding = answered(article, ben, clock).findings.get(severity=Severity.BLOCK)

    said = (finding.override_reason, finding.overridden_by, finding.overridden_at, finding.blocks)
    assert said == (REASON, ben, clock.now, False)


def test_the_reason_is_in_the_audit_log(article, ben, clock):
    bullet = answered(article, ben, clock)

    data = json.loads(AuditEntry.objects.filter(subject=article.subject).latest("number").data)
    codes = list(bullet.findings.filter(severity=Severity.BLOCK).values_list("code", flat=True))
    assert (data["bullet"], data["overrides"], data["reason"]) == (bullet.pk, codes, REASON)


def test_the_reason_is_in_the_evidence(article, ben, clock):
    answered(article, ben, clock)

    told = provenance.evidence_of(stories.newest_quick_take(article))["bullets"][0]["findings"]
    [override] = [one["override"] for one in told if "override" in one]
    assert override == {"reason": REASON, "by": "Ben Osei", "at": clock.now.isoformat()}


def test_readers_are_told_how_many_points_stand_against_a_check(article, ben, clock):
    answered(article, ben, clock)
    approve(article, ben, clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    version = stories.public(article, clock.now)
    page = Client().get(f"{version.get_absolute_url()}how/").content.decode()
    assert version.provenance["overridden"] == 1
    assert "1 point: the automatic check did not find something in the text" in page
    assert REASON not in page


def test_a_bullet_that_was_answered_and_then_rejected_is_not_counted(article, ada, ben, clock):
    bullet = answered(article, ben, clock)
    decide(bullet, ben, clock, verdict=Verdict.REJECTED)
    quick_take = stories.newest_quick_take(article)
    while len(quick_take.kept()) < 3:
        own = actions.add_bullet(
            quick_take=quick_take, actor=ben, now=clock.tick(), text="Trams are back.", evidence=[1]
        )
        actions.decide_bullet(bullet=own, actor=ada, now=clock.now, verdict=Verdict.ACCEPTED)

    approve(article, ben, clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert stories.public(article, clock.now).provenance["overridden"] == 0


def test_other_words_ask_for_a_reason_of_their_own(article, ben, clock):
    bullet = answered(article, ben, clock)

    decide(bullet, ben, clock, text=bullet.text.replace("7,777", "8,888"))

    assert not bullet.findings.exclude(override_reason="").exists()
    with pytest.raises(actions.TransitionBlocked, match="8,888"):
        approve(article, ben, clock)


def test_an_answer_does_not_come_back_with_the_old_words(article, ben, clock):
    bullet = answered(article, ben, clock)
    before = bullet.text
    decide(bullet, ben, clock, text="Trams cross the harbour bridge again.")

    decide(bullet, ben, clock, text=before)

    assert doubtful(article).findings.blocking().exists()


def test_a_mended_bullet_needs_no_reason(article, ben, clock):
    decide(doubtful(article), ben, clock, text=doubtful(article).machine_text)

    approve(article, ben, clock)

    assert article.stage == Stage.REVIEWED


def test_a_reason_where_nothing_is_kept_back_leaves_no_trace(article, ben, clock):
    last = stories.newest_quick_take(article).bullets.order_by("-position")[0]

    decide(last, ben, clock, reason=REASON)

    assert not last.findings.exclude(override_reason="").exists()
    assert not AuditEntry.objects.filter(data__contains=REASON).exists()


def test_the_reason_goes_with_the_words_that_were_typed_beside_it(article, ben, clock):
    bullet = doubtful(article)

    decide(bullet, ben, clock, text=bullet.text.replace("7,777", "8,888"), reason=REASON)

    assert "8,888" in bullet.findings.get(override_reason=REASON).message
    assert not bullet.findings.blocking().exists()


@pytest.mark.parametrize("role", [Role.WRITER, Role.CONTRIBUTOR, Role.PICTURE_EDITOR, Role.ADMINISTRATOR])
def test_only_those_who_review_may_answer_a_finding(article, clock, role):
    other = person("otto", "Otto", "Lund", role)

    with pytest.raises(actions.TransitionBlocked, match="role does not let you"):
        decide(doubtful(article), other, clock, reason=REASON)

    assert doubtful(article).findings.blocking().exists()


def test_a_carried_approval_keeps_the_answer(article, ada, ben, clock):
    answered(article, ben, clock)
    approve(article, ben, clock)

    body = article.body.replace("eight minutes again and the", "eight minutes again, and the")
    stories.edit(article, by=ada, now=clock.tick(), body=body)

    carried = Review.objects.get(revision=article.head)
    finding = carried.quick_take.bullets.order_by("position")[0].findings.get(severity=Severity.BLOCK)
    assert carried.carried_from is not None
    assert (carried.quick_take_answer, article.stage) == (Answer.YES, Stage.REVIEWED)
    assert (finding.override_reason, finding.overridden_by) == (REASON, ben)


def test_a_bullet_that_is_looked_at_again_has_lost_its_answer(article, ada, ben, clock):
    bullet = answered(article, ben, clock)
    sentence = article.head.sentence_texts()[bullet.evidence[0]["sentence"]]

    body = PLAIN.replace(sentence, f"{sentence[:-1]} in 2025.")
    stories.edit(article, by=ada, now=clock.tick(), body=body)

    again = doubtful(article)
    assert again.verdict == Verdict.LOOK_AGAIN
    assert again.findings.blocking().exists()


def forged(article, ben, now):
    """Return an unsaved review that says yes to the Quick Take as it stands."""
    quick_take = stories.newest_quick_take(article)
    bullets = quick_take.canonical_kept()
    return review_of(
        article,
        ben,
        now,
        quick_take=quick_take,
        quick_take_answer=Answer.YES,
        bullets=bullets,
        quick_take_digest=digest.digest(bullets),
    )


def test_a_forged_review_over_an_unanswered_finding_is_refused_at_every_door(article, ben, clock, tmp_path):
    doors.refuses_insert(lambda: forged(article, ben, clock.now), tmp_path)


def test_the_same_review_is_let_in_once_the_finding_is_answered(article, ben, clock):
    answered(article, ben, clock)

    doors.by_sql(forged(article, ben, clock.now))

    assert Review.objects.count() == 1


def test_a_finding_that_only_warns_needs_no_answer(article, ben, clock):
    bullet = doubtful(article)
    bullet.findings.all().delete()
    Finding.objects.create(bullet=bullet, code="hedge", severity=Severity.WARN, message="Look.")

    doors.by_sql(forged(article, ben, clock.now))

    assert Review.objects.count() == 1


def test_a_short_or_nameless_answer_is_refused_by_the_database_too(article, ben, clock):
    finding = doubtful(article).findings.blocking()[0]

    doors.refuses_change(finding, override_reason="x" * 14)
    doors.refuses_change(finding, override_reason=REASON)
    doors.refuses_change(finding, overridden_by=ben)


def test_the_answer_on_a_reviewed_bullet_stays_as_it_is(article, ben, cleo, clock):
    finding = answered(article, ben, clock).findings.get(severity=Severity.BLOCK)
    approve(article, ben, clock)

    doors.refuses_change(finding, override_reason="Something else entirely.", overridden_by=cleo)
    doors.refuses_delete(finding)
