"""What machines were told and what they cost: rows that only grow, at every door."""

from __future__ import annotations

import pytest

from articles.drafting import current_prompt
from articles.models.model_call import ModelCall
from articles.models.prompt import Prompt
from tests.articles import doors
from tests.factories import stories

pytestmark = pytest.mark.django_db

TEXT = "Write the Quick Take in plain words — for “everybody”."


@pytest.fixture
def prompt(clock):
    return current_prompt(lambda: clock.now)


def next_prompt(clock, **changes):
    values = {"version": 2, "text": TEXT, "digest": Prompt.digest_of(TEXT), "created_at": clock.now}
    return Prompt(**{**values, **changes})


@pytest.fixture
def call(clock):
    return ModelCall.objects.create(
        section=stories.SectionFactory.create(), model="pica-2", cost="0.25", fault="timeout", at=clock.now
    )


def test_a_prompt_is_never_edited(prompt, clock):
    other = "Praise the mayor in every bullet."
    doors.refuses_change(prompt, text=other, version=7, digest=Prompt.digest_of(other), note="Better.")


def test_a_prompt_is_never_deleted_or_written_over(prompt, clock, tmp_path):
    doors.refuses_delete(prompt)
    doors.refuses_loaddata_over(prompt, tmp_path, text=TEXT, digest=Prompt.digest_of(TEXT))
    doors.refuses_writing_over(prompt, "name", "version", text=TEXT, digest=Prompt.digest_of(TEXT))


def test_a_prompt_with_the_digest_of_another_text_is_refused(prompt, clock, tmp_path):
    doors.refuses_insert(lambda: next_prompt(clock, digest=prompt.digest), tmp_path)
    doors.refuses_insert(lambda: next_prompt(clock, digest=""), tmp_path)


def test_a_next_version_is_let_in_with_its_own_digest(prompt, clock):
    doors.by_sql(next_prompt(clock))

    assert Prompt.objects.current("quick-take").version == 2


def test_a_version_is_given_once(prompt, clock, tmp_path):
    doors.by_sql(next_prompt(clock))

    doors.refuses_insert(lambda: next_prompt(clock), tmp_path)


def test_what_was_asked_of_a_model_stays_on_the_bill(call, clock, tmp_path):
    doors.refuses_change(call, cost="0.00", fault="", at=clock.tick(), model="magpie-7")
    doors.refuses_delete(call)
    doors.refuses_loaddata_over(call, tmp_path, cost="0.00")
