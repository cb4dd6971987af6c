"""A spelling is mended after the text itself; whatever may be another word is none."""

from collections import Counter

import pytest

from articles.summaries.spelling import distance, is_mend

WORDS = "received accommodate government occurred separate their latter prescribed conservation reports"
READ = Counter(WORDS.split())


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("goverment", "government"),
        ("accomodate", "accommodate"),
        ("acommodate", "accommodate"),
        ("acomodate", "accommodate"),
        ("occured", "occurred"),
        ("recieved", "received"),
        ("thier", "their"),
    ],
)
def test_a_better_spelling_is_a_mend(before: str, other: str) -> None:
    assert is_mend(before, other, READ | {before: 1})


@pytest.mark.parametrize(
    ("before", "other", "elsewhere"),
    [
        ("goverment", "government", {"goverment": 2, "government": 1}),
        ("goverment", "government", {"goverment": 1}),
        ("goverment", "government", {"government": 1}),
        ("goverment", "government", {"goverment": 1, "government": 1, "goverments": 1}),
    ],
)
def test_a_spelling_is_only_mended_after_the_text_itself(
    before: str, other: str, elsewhere: dict[str, int]
) -> None:
    assert not is_mend(before, other, elsewhere)


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("now", "not"),
        ("cant", "can't"),
        ("his", "her"),
        ("wich", "which"),
        ("then", "than"),
        ("legal", "illegal"),
        ("increased", "decreased"),
        ("arrest", "arrested"),
        ("minister", "ministers"),
        ("employer", "employee"),
        ("rise", "rose"),
        ("trial", "trail"),
        ("sixteen", "sixten"),
        ("started", "stated"),
        ("defied", "denied"),
        ("could", "would"),
        ("lindd", "Lindd"),
        ("seperate", "separate"),
        ("elected", "ejected"),
        ("former", "farmer"),
        ("proscribed", "prescribed"),
        ("conversation", "conservation"),
        ("millilitres", "millimetres"),
        ("later", "latter"),
        ("soldiers", "soldier's"),
        ("bridge", "bridge"),
        ("a" * 41, "a" * 42),
    ],
)
def test_another_word_is_no_mend(before: str, other: str) -> None:
    assert not is_mend(before, other, {before: 1, other: 3})


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("", "ab", 2), ("teh", "the", 1), ("abc", "abc", 0), ("ca", "abc", 3), ("fined", "fired", 2)],
)
def test_edits_are_counted(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits
