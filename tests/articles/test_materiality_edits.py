"""Edits that a hurried reader would miss are material, and so is a rewritten long read, at once."""

from collections.abc import Callable
from random import Random

import pytest

from articles.summaries.materiality import compare
from articles.summaries.sentences import read
from articles.summaries.types import SourceDoc
from tests.work_done import counted

HEAD, STAND = "Bridge opens in May", "The repair took nine weeks."


def material(before: str, other: str) -> bool:
    same = "The lead stays as it is."
    return compare(read("", "", [same, before]), read("", "", [same, other]), ()).material


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("He was elected on Monday.", "He was ejected on Monday."),
        ("She was convinced by the court.", "She was convicted by the court."),
        ("The staff were fined by the firm.", "The staff were fired by the firm."),
        ("Witnesses heard shouting.", "Witnesses heard shooting."),
        ("The woman was raced home.", "The woman was raped home."),
        ("It holds 5 millilitres.", "It holds 5 millimetres."),
        ("He is a former minister.", "He is a farmer minister."),
        ("They met martin there.", "They met marvin there."),
        ("She was deported.", "She was departed."),
        ("The driver said the cyclist was drunk.", "The driver, said the cyclist, was drunk."),
        ("No, charges were filed.", "No charges were filed."),
        ("He resigned. After the vote she left.", "He resigned after the vote. She left."),
        ("'I was elected,' he said.", "'I was ejected,' he said."),
        ("A man-eating shark.", "A man eating shark."),
        ("A man-eating shark.", "A man - eating shark."),
        ("They re-sign the deal.", "They resign the deal."),
        ("He called her mad.", "He called her, mad."),
        ("The men, who were armed, fled.", "The men who were armed fled."),
        ("They built a bridge which leads north.", "They built a bridge, which leads north."),
        ("Nothing, he said, was stolen.", "Nothing he said was stolen."),
        ("Most escaped (unhurt).", "Most escaped unhurt."),
        ("He won: nobody.", "He won nobody."),
        ("It was legal.", "It wasn't legal."),
        ("He did not eat and drank.", "He did not eat, and drank."),
        ("She hoped he lied and left.", "She hoped he lied, and left."),
        ("Police said he drank and drove.", "Police said he drank, and drove."),
        ("He drank, police said and claimed.", "He drank, police said, and claimed."),
        ("It was ‘old and grey’ there.", "It was ‘old, and grey’ there."),
        ("It fell to -5.", "It fell to 5."),
        ("A 5-3 loss.", "A 5–3 loss."),
        ("A score of 5′ then.", "A score of 5″ then."),
        ("5 million came.", "5 billion came."),
        ("The bank paid.", "The b\u0430nk paid."),
        ("The therapist left.", "The the rapist left."),
    ],
)
def test_an_edit_of_the_meaning_is_material_in_both_directions(before: str, other: str) -> None:
    assert material(before, other)
    assert material(other, before)


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("It rained and the road closed.", "It rained, and the road closed."),
        (
            "They repaired the deck and the rails, the port authority said.",
            "They repaired the deck, and the rails, the port authority said.",
        ),
        ("They had oak, elm, and ash.", "They had oak, elm and ash."),
        ("It rained but it was warm.", "It rained, but it was warm."),
    ],
)
def test_a_comma_before_a_joint_is_not_material_in_either_direction(before: str, other: str) -> None:
    assert not material(before, other)
    assert not material(other, before)


def test_a_word_that_became_another_word_of_the_text_is_material() -> None:
    text = "The board {} one member. The rest were ejected, fired and deported."
    assert material(text.format("elected"), text.format("ejected"))
    assert material(text.format("fined"), text.format("fired"))
    assert material(text.format("departed"), text.format("deported"))


def article(words: int, opening: str) -> SourceDoc:
    """Sentences of some twenty words out of a vocabulary of forty, as a tedious report has them."""
    dice = Random(7)
    stock = [f"{chr(97 + n % 26)}word{chr(97 + n // 26)}" for n in range(40)]
    sentences = [f"{opening} {' '.join(dice.choices(stock, k=19))}." for _ in range(words // 20)]
    return read(HEAD, STAND, [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)])


def paragraph(words: str, times: int) -> SourceDoc:
    return read(HEAD, STAND, [words * times])


@pytest.mark.parametrize(
    ("before", "other"),
    [
        pytest.param(lambda: article(10_000, "The"), lambda: article(10_000, "Each"), id="every sentence"),
        pytest.param(lambda: article(10_000, "The"), lambda: article(9_000, "Each"), id="another length"),
        pytest.param(
            lambda: paragraph("Yes. No. ", 5_000), lambda: paragraph("No. Yes. ", 4_900), id="two in turn"
        ),
        pytest.param(
            lambda: paragraph("to be or ", 3_000), lambda: paragraph("be to or ", 3_001), id="no sentence"
        ),
    ],
)
def test_ten_thousand_words_are_compared_in_steps_that_grow_with_the_words(
    before: Callable[[], SourceDoc], other: Callable[[], SourceDoc]
) -> None:
    docs = before(), other()
    with counted() as work:
        found = compare(*docs, ())
    assert work.calls < 150 * 10_000
    assert found.material
    assert len(found.reasons) <= 41


def test_of_a_rewritten_text_only_the_first_changes_are_named() -> None:
    reasons = compare(article(2_000, "The"), article(2_000, "Each"), ()).reasons
    assert len(reasons) == 2
    assert reasons == (
        "The wording changed: ‘The’ became ‘Each’",
        "The text was rewritten: more changed than is named here",
    )
