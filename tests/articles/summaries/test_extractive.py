"""The extractive engine takes whole sentences, spread over the story, or says why it will not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.grounding import RuleCheck
from articles.summaries.kit import EngineKit
from articles.summaries.openings import without_connective
from articles.summaries.pipeline import draft
from articles.summaries.quotations import is_balanced
from articles.summaries.sentences import read
from articles.summaries.types import BulletSpec, Draft, Severity, SourceDoc, Unsuitable
from articles.summaries.words import count_words

HEADLINE = "Harrow Sound lifeboat station to close after ninety years"
STANDFIRST = "The crew of twelve will move to Pell Point, eleven minutes further from the shoals."
TEXT = """\
Harrow Sound lifeboat station will close after ninety years. The coastal rescue board voted by seven to four
on Thursday to move its boat and its crew of twelve to Pell Point. The change takes effect on 1 March.

It was not a surprise. The board has warned for two years that the slipway at Harrow Sound is cracked, and
that a new one would cost 4.2 million crowns.

“We looked at every way to keep the station open and could pay for none of them,” said Lena Morrow, who
chairs the board. “I am sorry.”

But the crew’s own figures say that a boat from Pell Point needs eleven minutes more to reach the Harrow
shoals, where 19 of last year’s 31 calls came from. He said the minutes would count.

Fishing families in Harrow Sound have collected 6,300 signatures against the move. Their petition asks the
county to lend the board the money for a new slipway over thirty years, at no interest.

The county has not answered. Oskar Dahl, the councillor for the coast, said a loan would need a vote of the
full council, and that none could be held before February.

Pell Point has a deep berth and a fuel store, and its own crew of nine has been short of people since the
spring. Read more about Pell Point in our archive of the coast and its boats.

Volunteers from Harrow Sound may keep their places if they can reach the new station within eight minutes of
a call. Only five of the twelve live that near.

The boathouse, built in 1936 from the timbers of a wrecked barque, belongs to the town and cannot be sold
before 2030. A museum has asked for it. That said, nobody has offered to pay for its roof.

The rescue board runs 14 stations on the coast and spends about 38 million crowns a year, nearly all of it
from gifts. Gifts fell by 6 per cent last year, the third fall in a row.
"""
BLOCKS = [" ".join(block.split()) for block in TEXT.split("\n\n")]
DOC = read(HEADLINE, STANDFIRST, BLOCKS, digest="d1")


def summarise(doc: SourceDoc = DOC) -> Draft:
    return ExtractiveEngine().summarise(doc, BulletSpec())


def test_bullets_are_sentences_of_the_article_in_its_order() -> None:
    made = summarise()
    sentences = {one.id: one.text for one in DOC.sentences}
    assert 3 <= len(made.bullets) <= 6
    for bullet in made.bullets:
        assert bullet.text == without_connective(" ".join(sentences[number] for number in bullet.evidence))
        assert len(bullet.evidence) <= 2
        assert count_words(bullet.text) <= 32
    order = [bullet.evidence[0] for bullet in made.bullets]
    assert order == sorted(set(order))
    every = [number for bullet in made.bullets for number in bullet.evidence]
    assert every == sorted(set(every))
    assert (made.engine, made.engine_version) == ("extractive", "2")


def test_the_news_is_in_it_and_so_is_what_comes_later() -> None:
    order = [bullet.evidence[0] for bullet in summarise().bullets]
    assert order[0] <= 3
    assert sum(number > len(DOC.sentences) / 3 for number in order) >= len(order) / 3


def test_nothing_that_leans_repeats_the_headline_or_advertises_is_taken() -> None:
    texts = " | ".join(
        bullet.text for bullet in ExtractiveEngine().summarise(DOC, BulletSpec(at_least=3)).bullets
    )
    for unwanted in (
        "will close after ninety years.",
        "It was",
        "But the crew",
        "He said",
        "Read more",
        "That said",
        "Their petition",
    ):
        assert unwanted not in texts


def test_the_same_article_gives_the_same_draft() -> None:
    assert summarise() == summarise(read(HEADLINE, STANDFIRST, BLOCKS))


def test_the_draft_passes_its_own_checks() -> None:
    drafted = draft(ExtractiveEngine(), DOC, BulletSpec(), EngineKit(checks=[RuleCheck()]))
    made, found = drafted.draft, drafted.findings
    assert made == summarise()
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []


def test_longer_articles_get_more_bullets() -> None:
    short = read(HEADLINE, STANDFIRST, BLOCKS[:5])
    middling = len(summarise().bullets)
    more = [block.replace("Harrow Sound", "Skerry Bay").replace("Pell", "Gull") for block in BLOCKS]
    assert len(summarise(short).bullets) < middling
    assert middling < len(summarise(read(HEADLINE, STANDFIRST, [*BLOCKS, *more, *BLOCKS[:4]])).bullets) == 6


def test_a_repeated_sentence_is_taken_once() -> None:
    doc = read(HEADLINE, STANDFIRST, [*BLOCKS, BLOCKS[4]])
    texts = [bullet.text for bullet in summarise(doc).bullets]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("headline", "blocks", "reason"),
    [
        (HEADLINE, BLOCKS[:2], "needs at least 120"),
        (
            HEADLINE,
            [" ".join(["One word after another fills this line without an end"] * 15) + "."],
            "1 sentences",
        ),
        ("Live: storm reaches the coast", BLOCKS, "live blog"),
        ("Storm on the coast", [f"14.{n:02d} {block}" for n, block in enumerate(BLOCKS)], "live blog"),
        ("Seven places to swim", BLOCKS, "list"),
        ("Where to swim", [f"{n}. {block}" for n, block in enumerate(BLOCKS, 1)], "list"),
        ("What opens when", [*BLOCKS[:5], *["Pell Point swimming bath, 9 to 5"] * 6], "list"),
    ],
)
def test_what_is_no_matter_for_a_summary_is_refused_with_a_reason(
    headline: str, blocks: list[str], reason: str
) -> None:
    with pytest.raises(Unsuitable) as caught:
        summarise(read(headline, "", blocks))
    assert reason in caught.value.reason


def test_too_little_that_stands_alone_is_refused() -> None:
    leaning = [
        f"It was said that the work on part {n} of the long road would take another year or two."
        for n in range(12)
    ]
    with pytest.raises(Unsuitable, match="Only 0 of the sentences can stand alone"):
        summarise(read(HEADLINE, "", leaning))


def test_the_limits_asked_for_are_kept() -> None:
    made = ExtractiveEngine().summarise(replace(DOC), BulletSpec(at_least=2, at_most=2, quoted_words=24))
    assert len(made.bullets) == 2
    assert all(count_words(bullet.text) <= 24 for bullet in made.bullets)


def test_five_bullets_are_given_from_some_two_hundred_words_on() -> None:
    doc = read(HEADLINE, STANDFIRST, BLOCKS[:6])
    assert 185 <= count_words(doc.text) <= 230
    assert len(summarise(doc).bullets) == 5
    assert len(ExtractiveEngine().summarise(doc, BulletSpec(at_most=3)).bullets) == 3


def test_a_short_sentence_brings_the_next_one_of_its_paragraph_along() -> None:
    pairs = [bullet for bullet in summarise().bullets if len(bullet.evidence) == 2]
    sentences = {one.id: one for one in DOC.sentences}
    assert pairs
    for pair in pairs:
        first, second = (sentences[number] for number in pair.evidence)
        assert second.id == first.id + 1
        assert second.block == first.block


def test_three_bullets_are_one_sentence_each() -> None:
    made = ExtractiveEngine().summarise(DOC, BulletSpec(at_most=3))
    assert [len(bullet.evidence) for bullet in made.bullets] == [1, 1, 1]


def test_what_was_cut_off_is_not_meant_by_the_sentence_that_follows() -> None:
    lead = (
        "Harrow Sound lifeboat station is to lose its boat and its crew of twelve to the berth at Pell Point on"
        " the first day of March, after a vote that followed six hours of argument on Thursday."
    )
    doc = read("", "", [f"{lead} It was close.", *BLOCKS[1:]])
    made = summarise(doc)
    assert made.bullets[0].evidence == (1,)
    assert "vote" not in made.bullets[0].text


PIECES = [
    "(NW) -- ",
    "By . ",
    "But ",
    ", which is old",
    "“Go",
    "”",
    "'",
    "``",
    " said. ",
    ". ",
    ", and ",
    "Ada Brandt ",
    "31 ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *BLOCKS]), min_size=4, max_size=30))
def test_whatever_is_written_the_draft_keeps_the_limits_or_is_refused(pieces: list[str]) -> None:
    doc = read("", "", ["".join(pieces)])
    try:
        made = summarise(doc)
    except Unsuitable:
        return
    assert 3 <= len(made.bullets) <= 6
    assert all(count_words(bullet.text) <= 32 and is_balanced(bullet.text) for bullet in made.bullets)


@pytest.mark.parametrize(
    "piece", ["A ", "A, ", "(NW) ", "“ ", "' ", "AB ", "Ada Brandt, ", ", which is old", "- "]
)
def test_text_without_an_end_becomes_no_bullet_and_ends_no_draft(piece: str) -> None:
    clean = summarise(read("", "", BLOCKS))
    made = summarise(read("", "", [*BLOCKS, piece * 3000 + "."]))
    assert made.bullets[0] == clean.bullets[0]
    assert all(bullet.evidence[0] <= 22 for bullet in made.bullets)
