"""rebuild_search makes the index as publishing would have made it, and a check says when it is lost."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import call_command

from articles import actions
from articles.models.version import PublishedVersion
from articles.press import search_index
from tests.factories import stories

pytestmark = pytest.mark.django_db


def rows():
    return sorted(search_index.entries().values_list("object_id", "title", "body", "autocomplete"))


def rebuild():
    out = io.StringIO()
    call_command("rebuild_search", stdout=out)
    return out.getvalue()


def said():
    found = run_checks(tags=[Tags.database], databases=["default"])
    return [message.id for message in found]


@pytest.fixture
def out(ada, ben, clock, monkeypatch):
    """Two live stories, one of them in its second version, and one scheduled."""
    stories.live(by=ada, reviewer=ben, now=clock.now, slug="a")
    other = stories.live(by=ada, reviewer=ben, now=clock.now, slug="b")
    stories.edit(other, by=ada, now=clock.tick(), headline="The bridge on 9 May")
    actions.approve_text(article=other, actor=ben, now=clock.now, seen=other.head_id)
    actions.publish(article=other, actor=ben, now=clock.tick(), note=stories.told())
    later = stories.reviewed(by=ada, reviewer=ben, now=clock.now, slug="c")
    actions.schedule(article=later, actor=ben, now=clock.now, at=clock.now + timedelta(days=3650))
    # Smaller than what there is, so that the pieces are put together.
    monkeypatch.setattr(search_index, "AT_ONCE", 2)


def test_the_index_is_made_as_publishing_made_it(out):
    before = rows()
    assert len(before) == 3
    search_index.entries().delete()
    assert rows() == []

    assert rebuild() == "3 versions are in the search index.\n"

    assert rows() == before


def test_what_is_over_leaves_the_index(out):
    over = PublishedVersion.objects.exclude(end_reason="").get()
    search_index.add([over])
    assert len(rows()) == 4

    rebuild()

    assert len(rows()) == 3


def test_a_lost_index_is_warned_of_until_it_is_rebuilt(out):
    assert "articles.W001" not in said()

    search_index.entries().delete()
    assert "articles.W001" in said()

    rebuild()
    assert "articles.W001" not in said()


def test_a_paper_without_stories_has_lost_nothing(db):
    assert "articles.W001" not in said()
