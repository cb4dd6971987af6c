"""Every cell of stage × standing × move × role, generated from the enums and held against a table written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction

from articles import actions, policies
from articles.models.article import Article, Byline
from articles.transitions import TransitionBlocked, advance
from newsroom.models.user import User
from newsroom.roles import Role
from newsroom.workflow import TRANSITIONS, Move, Stage, Standing
from tests.conftest import Clock
from tests.factories import stories
from tests.factories.people import person

pytestmark = pytest.mark.django_db

OWN = frozenset({Role.CONTRIBUTOR, Role.WRITER, Role.EDITOR, Role.CHIEF})
EDITORS = frozenset({Role.EDITOR, Role.CHIEF})
CHIEF = frozenset({Role.CHIEF})
MACHINE = frozenset({None})

# What the stage alone allows, and what the standing adds to it; all else is refused to everybody.
BY_STAGE: dict[Stage, dict[Move, frozenset[Role | None]]] = {
    Stage.DRAFT: {
        Move.REQUEST_SUMMARY: OWN,
        Move.APPROVE_TEXT: EDITORS,
        Move.PUBLISH_ALONE: CHIEF,
        Move.SET_EMBARGO: EDITORS,
    },
    Stage.AI_SUMMARY: {
        Move.SUMMARY_READY: MACHINE,
        Move.APPROVE: EDITORS,
        Move.APPROVE_TEXT: EDITORS,
        Move.RETURN: EDITORS,
        Move.REVISE: OWN,
        Move.PUBLISH_ALONE: CHIEF,
        Move.SET_EMBARGO: EDITORS,
    },
    Stage.REVIEWED: {
        Move.RETURN: EDITORS,
        Move.REVISE: OWN,
        Move.CARRY: OWN,
        Move.SCHEDULE: EDITORS,
        Move.PUBLISH: EDITORS,
        Move.PUBLISH_ALONE: CHIEF,
        Move.SET_EMBARGO: EDITORS,
    },
    Stage.PUBLISHED: {Move.REVISE: OWN, Move.CARRY: OWN},
    Stage.SPIKED: {Move.UNSPIKE: EDITORS},
}
WORKING = (Stage.DRAFT, Stage.AI_SUMMARY, Stage.REVIEWED)
ON_DESK = (*WORKING, Stage.PUBLISHED)
BY_STANDING: dict[Standing, list[tuple[Move, tuple[Stage, ...], frozenset[Role | None]]]] = {
    Standing.NONE: [(Move.SPIKE, WORKING, EDITORS)],
    Standing.SCHEDULED: [(Move.UNSCHEDULE, WORKING, EDITORS)],
    Standing.LIVE: [
        (Move.UPDATE_NOW, WORKING, EDITORS),
        (Move.CORRECT, ON_DESK, EDITORS),
        (Move.HIDE_QUICK_TAKE, ON_DESK, CHIEF),
        (Move.WITHDRAW, ON_DESK, CHIEF),
    ],
    Standing.WITHDRAWN: [(Move.SPIKE, WORKING, EDITORS), (Move.REVIVE, ON_DESK, CHIEF)],
}
IMPOSSIBLE = {
    # A published copy is public or was; a story on the spike is neither public nor about to be.
    (Stage.PUBLISHED, Standing.NONE),
    (Stage.PUBLISHED, Standing.SCHEDULED),
    (Stage.SPIKED, Standing.SCHEDULED),
    (Stage.SPIKED, Standing.LIVE),
}


def expected(stage: Stage, standing: Standing) -> dict[Move, frozenset[Role | None]]:
    """Return who may do what in one pair of stage and standing."""
    table = dict(BY_STAGE[stage])
    table.update({move: who for move, stages, who in BY_STANDING[standing] if stage in stages})
    return table


class Desk:
    """Builds a story at a stage and standing through actions, and knows one person of each role."""

    def __init__(self, ada: User, ben: User, cleo: User, dora: User, clock: Clock) -> None:
        self.ada, self.ben, self.cleo, self.clock = ada, ben, cleo, clock
        # Reviewed earlier by Ben and Cleo, edited by Ada: other people of each role ask now.
        self.people: dict[Role, User] = {
            role: person(f"new-{role}", "New", str(role.label), role)
            for role in Role
            if role != Role.CONTRIBUTOR
        }
        self.people[Role.CONTRIBUTOR] = dora

    def story(self, stage: Stage, standing: Standing) -> Article:
        article = self._standing(standing)
        steps: dict[Stage, Callable[[Article], None]] = {
            Stage.DRAFT: self._to_draft,
            Stage.AI_SUMMARY: self._to_ai_summary,
            Stage.REVIEWED: self._to_reviewed,
            Stage.PUBLISHED: lambda article: None,
            Stage.SPIKED: self._to_spiked,
        }
        steps[stage](article)
        article.refresh_from_db()
        assert (article.stage, article.standing(self.clock.now)) == (stage, standing)
        return article

    def _standing(self, standing: Standing) -> Article:
        if standing == Standing.NONE:
            article = stories.draft(by=self.ada, now=self.clock.now)
        elif standing == Standing.SCHEDULED:
            article = stories.reviewed(by=self.ada, reviewer=self.ben, now=self.clock.now)
            at = self.clock.now.replace(hour=23)
            actions.schedule(article=article, actor=self.ben, now=self.clock.now, at=at)
        else:
            article = stories.live(by=self.ada, reviewer=self.ben, now=self.clock.now)
            if standing == Standing.WITHDRAWN:
                actions.withdraw(article=article, actor=self.cleo, now=self.clock.tick(), reason="Checking.")
        Byline.objects.create(article=article, author=self.people[Role.CONTRIBUTOR].author, position=2)
        return article

    def _to_draft(self, article: Article) -> None:
        if article.stage != Stage.DRAFT:
            stories.edit(
                article, by=self.ada, now=self.clock.tick(), headline="Harbour bridge reopens on 9 May"
            )

    def _to_ai_summary(self, article: Article) -> None:
        self._to_draft(article)
        actions.request_summary(article=article, actor=self.ada, now=self.clock.tick())
        stories.run_jobs(self.clock.now)
        stories.accept_all(article, by=self.ben, now=self.clock.now)

    def _to_reviewed(self, article: Article) -> None:
        if article.stage == Stage.REVIEWED:
            return
        self._to_ai_summary(article)
        actions.approve(article=article, actor=self.ben, now=self.clock.tick(), seen=article.head_id)

    def _to_spiked(self, article: Article) -> None:
        self._to_draft(article)
        actions.spike(article=article, actor=self.ben, now=self.clock.tick())


@pytest.fixture
def desk(ada, ben, cleo, dora, clock):
    return Desk(ada, ben, cleo, dora, clock)


PAIRS = [(stage, standing) for stage in Stage for standing in Standing]


@pytest.mark.parametrize(("stage", "standing"), [pair for pair in PAIRS if pair not in IMPOSSIBLE])
def test_every_cell_is_allowed_or_refused_as_the_table_says(desk, clock, stage, standing):
    article = desk.story(stage, standing)
    table = expected(stage, standing)
    for move in Move:
        for role in [*Role, None]:
            actor = desk.people[role] if role else None
            allowed = role in table.get(move, frozenset())
            reasons = policies.blockers(article, move, actor, clock.now)
            cell = f"{stage} × {standing} × {move} × {role}"
            assert (not reasons) == allowed, f"{cell}: {[reason.message for reason in reasons]}"
            if not allowed:
                with pytest.raises(TransitionBlocked), transaction.atomic():
                    advance(article=article, move=move, actor=actor, now=clock.now, reason="Because.")


@pytest.mark.parametrize("standing", list(Standing))
def test_the_impossible_pairs_cannot_be_reached_by_an_update_of_the_stage(desk, standing):
    stages = [stage for stage in Stage if (stage, standing) in IMPOSSIBLE and stage == Stage.PUBLISHED]
    for stage in stages:
        from django.db import IntegrityError

        article = stories.draft(by=desk.ada, now=desk.clock.now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=article.pk).update(stage=stage)


def test_every_stage_standing_and_move_is_judged():
    assert set(BY_STAGE) == set(Stage)
    assert set(BY_STANDING) == set(Standing)
    assert set(TRANSITIONS) == set(Move)


def test_every_move_is_allowed_somewhere_or_needs_something_to_act_on():
    somewhere = {move for pair in PAIRS if pair not in IMPOSSIBLE for move in expected(*pair)}
    # These act on something that the plain states do not have; test_spine.py drives each.
    needs_more = {
        Move.SETTLE,
        Move.RENEW_QUICK_TAKE,
        Move.SECOND_READ,
        Move.SHOW_QUICK_TAKE,
        Move.LIFT_EMBARGO,
    }
    assert set(Move) - somewhere == needs_more
