"""A box that comes into an approved text, or another that it becomes, is a change that somebody has to see."""

import pytest

from newsroom.stages import Stage
from tests.factories import stories

pytestmark = pytest.mark.django_db

FACTS = '<aside class="fact-box"><p>It slept.</p></aside>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>It slept.</p>", FACTS),
        (FACTS, "<p>It slept.</p>"),
        (FACTS, FACTS.replace("fact-box", "pull-quote")),
        ("", FACTS),
    ],
)
def test_a_box_is_a_material_change(ada, ben, clock, before, after):
    story = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False, body=stories.BODY + before)

    stories.edit(story, by=ada, now=clock.tick(), body=stories.BODY + after)

    story.refresh_from_db()
    assert story.stage == Stage.DRAFT
    assert story.head.reasons
    if before:
        # The words are the same, so the shape is all that there is to tell.
        assert "box or set-off quotation" in " ".join(story.head.reasons)


def test_the_same_box_in_other_white_space_keeps_the_approval(ada, ben, clock):
    story = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False, body=stories.BODY + FACTS)

    stories.edit(story, by=ada, now=clock.tick(), body=stories.BODY + FACTS.replace("><", ">\n<"))

    story.refresh_from_db()
    assert story.stage == Stage.REVIEWED
