"""Hiding by section, for the whole site and by prompt; what a later act covers stays hidden."""

from __future__ import annotations

import pytest

from articles import actions
from articles.actions.recall import Scope, shown_in
from tests.articles.test_recall import OUTSIDE, boxes, embedded, recall, version_of
from tests.factories import stories

pytestmark = pytest.mark.django_db


def test_a_section_loses_its_boxes_and_others_keep_theirs(made, cleo, clock):
    here, there = made(), made(section=stories.SectionFactory(name="Science", slug="science"))

    recall(Scope(section=here.section_id), cleo, clock)

    assert boxes(here, there) == [False, True]


def test_the_whole_site_loses_its_boxes_whoever_made_them(made, ada, ben, cleo, clock, settings):
    one, coming = made(), made(scheduled=True)
    other = embedded(ada, ben, clock, settings)

    recall(Scope(site=True), cleo, clock)

    assert boxes(one, coming, other) == [False, False, False]


def test_one_prompt_is_hidden_whichever_engine_used_it(made, ada, ben, cleo, clock, settings):
    article, other = made(), embedded(ada, ben, clock, settings)
    prompt = version_of(article).quick_take.prompt_id

    recall(Scope(prompt=prompt), cleo, clock)

    assert boxes(article, other) == [False, True]


def test_a_box_that_is_approved_later_comes_out(made, cleo, clock):
    recall(Scope(site=True), cleo, clock)

    assert boxes(made()) == [True]


def test_a_scope_that_names_nothing_is_refused(made, cleo, clock):
    article = made()

    with pytest.raises(actions.TransitionBlocked, match="Nothing was named"):
        recall(Scope(), cleo, clock)

    assert boxes(article) == [True]
    assert not shown_in(Scope(), clock.now).exists()


def test_what_a_later_act_covers_stays_hidden_until_that_is_taken_back(made, cleo, clock):
    article = made()
    recall(OUTSIDE, cleo, clock)
    first = clock.now
    recall(Scope(site=True), cleo, clock)
    second = clock.now

    actions.restore(scope=OUTSIDE, actor=cleo, now=clock.tick(), recalled_at=first)
    still = boxes(article)
    actions.restore(scope=Scope(site=True), actor=cleo, now=clock.tick(), recalled_at=second)

    assert (still, boxes(article)) == ([False], [True])


def test_a_later_act_that_was_taken_back_hides_nothing_more(made, cleo, clock):
    article = made()
    recall(OUTSIDE, cleo, clock)
    first = clock.now
    recall(Scope(site=True), cleo, clock)
    second = clock.now
    actions.restore(scope=Scope(site=True), actor=cleo, now=clock.tick(), recalled_at=second)

    actions.restore(scope=OUTSIDE, actor=cleo, now=clock.tick(), recalled_at=first)

    assert boxes(article) == [True]
