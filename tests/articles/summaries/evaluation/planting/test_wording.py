"""Denials, opposites, dropped hedges and sources, and made-up clauses."""

import pytest

from articles.summaries.evaluation.planting import wording


def texts(edits):
    return {edit.text for edit in edits}


def test_a_verb_is_denied(plant):
    assert texts(plant(wording.negations_added, "The ferry was bought.")) == {
        "The ferry was not bought.", "The ferry was never bought.", "The ferry wasn't bought."
    }  # fmt: skip


def test_a_past_is_denied_with_its_plain_form(plant):
    assert texts(plant(wording.negations_added, "The council approved it.")) == {
        "The council did not approve it."
    }


@pytest.mark.parametrize(
    "text", ["It may sink.", "It was not repaired.", "It has a mast.", "“It was cheap,” he says."]
)
def test_what_cannot_be_denied_is_left_alone(plant, text):
    assert not plant(wording.negations_added, text)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("It was not repaired.", "It was repaired."),
        ("It wasn't repaired.", "It was repaired."),
        ("It cannot sail.", "It can sail."),
        ("They left without a pilot.", "They left with a pilot."),
        ("Osei refused to sign.", "Osei agreed to sign."),
        ("It is no longer safe.", "It is still safe."),
    ],
)
def test_a_denial_is_taken_back(plant, text, turned):
    assert texts(plant(wording.negations_dropped, text)) == {turned}


def test_not_only_is_no_denial(plant):
    assert not plant(wording.negations_dropped, "It was not only late but full.")


def test_a_word_becomes_its_opposite_unless_the_sentence_has_both(plant):
    assert texts(plant(wording.opposites, "Prices rose by 12%.")) == {"Prices fell by 12%."}
    assert not plant(wording.opposites, "Prices rose and fell.")


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("It is alleged to have leaked since July.", "It leaked since July."),
        ("It may sink.", "It will sink."),
        ("It is expected to sail in May.", "It will sail in May."),
        ("It allegedly leaked.", "It leaked."),
        ("It can carry up to 40 cars.", "It can carry 40 cars."),
        ("The alleged thief ran.", "The thief ran."),
    ],
)
def test_a_hedge_is_dropped(plant, text, flat):
    assert texts(plant(wording.hedges_dropped, text)) == {flat}


@pytest.mark.parametrize(
    "text",
    [
        "The new ferry carries 320 cars, police said.",
        "The new ferry carries 320 cars, according to the council.",
        "The council said that the new ferry carries 320 cars.",
        "According to the council, the new ferry carries 320 cars.",
    ],
)
def test_a_source_is_dropped(plant, text):
    assert texts(plant(wording.sources_dropped, text)) == {"The new ferry carries 320 cars."}


def test_a_clause_is_invented_before_the_full_stop(plant):
    edits = plant(wording.clauses_invented, "The ferry was bought.")

    assert edits
    assert all(edit.text.startswith("The ferry was bought") and edit.text.endswith(".") for edit in edits)
