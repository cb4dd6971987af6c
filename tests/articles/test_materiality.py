"""Small mends keep an approval; whatever touches a fact, a quotation or a cited sentence does not."""

import pytest

from articles.markup import render, sanitise
from articles.summaries.materiality import Materiality, compare
from articles.summaries.sentences import SPLITTER, read
from articles.summaries.types import SourceDoc

BLOCKS = [
    "The council voted by 31 to 12 on Tuesday to repair the harbour bridge. It will cost 1,500 crowns a day.",
    "“We recieved no warning,” said Ada Brandt, who leads the port. The goverment was not asked – then; the city paid.",
    "Lorries allegedly used the old road, and residents were tired… of the noise. The mayor’s road is open and the government pays.",
]
HEAD, STAND = "Bridge opens in May", "The repair took nine weeks."


def doc(*changes: tuple[str, str], headline: str = HEAD, standfirst: str = STAND) -> SourceDoc:
    blocks = list(BLOCKS)
    for old, new in changes:
        assert any(old in block for block in blocks)
        blocks = [block.replace(old, new, 1) for block in blocks]
    return read(headline, standfirst, blocks)


def after(*changes: tuple[str, str], cited: tuple[int, ...] = ()) -> Materiality:
    return compare(doc(), doc(*changes), cited)


def test_the_same_text_is_no_change() -> None:
    found = compare(doc(), doc(), (1, 2, 3))
    assert found == Materiality(
        material=False, reasons=(), moved={n: n for n in range(1, 7)}, touched=frozenset()
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("goverment", "government"),
        ("open and the", "open, and the"),
        ("The council", "the council"),
        ("was not asked", "was  not\u00a0asked"),
        ("“We recieved no warning,”", '"We recieved no warning,"'),
        ("tired… of", "tired... of"),
        ("tired… of", "tired. . . of"),
        ("asked – then", "asked — then"),
        ("asked – then", "asked -- then"),
        ("mayor’s", "mayor's"),
        ("noise.", "noise.."),
        ("road, and", "road,, and"),
    ],
)
def test_a_small_mend_is_not_material(old: str, new: str) -> None:
    assert after((old, new)).reasons == ()
    assert not after((old, new)).material


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("1,500", "1.500", "A number changed: ‘1,500’ became ‘1.500’"),
        ("31 to 12", "31 to 13", "A number changed"),
        ("31 to 12", "31 to 12.5", "A number changed"),
        ("31 to", "thirty-one to", "A number changed"),
        ("1,500 crowns", "1,500 % crowns", "A sign changed"),
        ("1,500", "-1,500", "A number changed"),
        ("Tuesday", "Thursday", "A date changed"),
        ("Brandt", "Brand", "A name changed"),
        ("Ada Brandt", "ada Brandt", "A name changed"),
        ("harbour", "Harbour", "A name changed"),
        ("recieved", "received", "A quotation changed"),
        ("no warning,”", "no warning”,", "A quotation changed"),
        ("“We recieved no warning,”", "‘We recieved no warning,’", "A quotation changed"),
        ("road is open and", "road, is open and", "The punctuation changed: ‘,’ was added"),
        ("open and the government pays", "open and the government, pays", "The punctuation changed"),
        ("road, and", "road and", "The punctuation changed: ‘,’ was removed"),
        ("then; the", "then, the", "The punctuation changed: ‘;’ became ‘,’"),
        ("then; the", "then. The", "The punctuation changed"),
        ("noise.", "noise!", "The punctuation changed: ‘.’ became ‘!’"),
        ("pays.", "pays", "The punctuation changed: ‘.’ was removed"),
        ("of the noise.", "(of the noise).", "The punctuation changed"),
        ("harbour bridge", "harbour-bridge", "The punctuation changed: ‘-’ was added"),
        ("harbour", "harbor", "The wording changed"),
        ("the old road", "the “old” road", "A quotation changed"),
        ("“We recieved no warning,”", "We recieved no warning,", "A quotation changed"),
        ("was not asked", "was asked", "A denial changed: ‘not’ was removed"),
        ("was not asked", "was now asked", "A denial changed"),
        ("the noise", "no noise", "A denial changed"),
        ("allegedly ", "", "An attribution changed: ‘allegedly’ was removed"),
        ("said Ada", "claimed Ada", "An attribution changed"),
        ("tired", "sick", "The wording changed: ‘tired’ became ‘sick’"),
        ("to repair", "to replace", "The wording changed"),
        ("will cost", "would cost", "The wording changed"),
        ("It will", "He will", "The wording changed"),
        ("the noise.", "the noise?", "A sign changed"),
        ("on Tuesday ", "", "A date changed: ‘on Tuesday’ was removed"),
    ],
)
def test_a_changed_fact_is_material_and_named(old: str, new: str, reason: str) -> None:
    found = after((old, new))
    assert found.material
    assert all(one.startswith(reason) for one in found.reasons), found.reasons


def test_added_and_removed_sentences_are_material() -> None:
    added = after(("government pays.", "government pays. The road is closed."))
    assert added.reasons == ("Added: ‘The road is closed.’",)
    assert added.moved == {n: n for n in range(1, 7)}
    removed = after((" It will cost 1,500 crowns a day.", ""))
    assert removed.reasons == ("Removed: ‘It will cost 1,500 crowns a day.’",)
    assert removed.moved == {1: 1, 3: 2, 4: 3, 5: 4, 6: 5}
    assert removed.touched == frozenset()


def test_another_order_is_material_but_every_sentence_is_found_again() -> None:
    found = compare(doc(), read(HEAD, STAND, BLOCKS[::-1]), (5,))
    assert found.reasons == ("The order of the sentences changed",)
    assert found.moved == {1: 5, 2: 6, 3: 3, 4: 4, 5: 1, 6: 2}
    assert found.touched == frozenset()


def test_any_change_of_a_cited_sentence_is_material() -> None:
    found = after(("goverment", "government"), cited=(1, 4))
    assert found.material
    assert found.touched == {4}
    assert found.reasons == ("Sentence 4, on which a bullet rests, changed",)
    assert 4 not in found.moved
    assert not after(("goverment", "government"), cited=(1, 3)).material


def test_a_sentence_that_only_moved_down_is_not_touched() -> None:
    found = compare(doc(), read(HEAD, STAND, ["A new start was made.", *BLOCKS]), (1, 5))
    assert found.material
    assert found.touched == frozenset()
    assert found.moved[1] == 2


@pytest.mark.parametrize(
    ("headline", "standfirst", "reason"),
    [
        ("Bridge opens in June", STAND, "A date changed in the headline: ‘May’ became ‘June’"),
        ("Bridge opens", STAND, "A date changed in the headline: ‘in May’ was removed"),
        (HEAD, "The repair took ten weeks.", "A number changed in the standfirst: ‘nine’ became ‘ten’"),
        (HEAD, "", "A number changed in the standfirst: ‘The repair took nine weeks .’ was removed"),
    ],
)
def test_headline_and_standfirst_count(headline: str, standfirst: str, reason: str) -> None:
    assert compare(doc(), doc(headline=headline, standfirst=standfirst), ()).reasons == (reason,)


def test_the_style_of_a_mark_in_the_standfirst_does_not_count() -> None:
    before, other = doc(standfirst="It’s open – at last…"), doc(standfirst="It's open - at last...")
    assert not compare(before, other, ()).material


def from_html(html: str) -> SourceDoc:
    found = render(sanitise(html))
    return SourceDoc(HEAD, STAND, found.text, found.sentences, "", SPLITTER)


def test_mark_up_alone_is_never_material() -> None:
    before = from_html("<p>One bridge is open. It is old.</p><p>The mayor came.</p>")
    marked = from_html(
        "<p>One <strong>bridge</strong> is\nopen.<br>It is old. The <a href='/x'>mayor</a> came.</p>"
    )
    found = compare(before, marked, (1, 2, 3))
    assert not found.material
    assert found.moved == {1: 1, 2: 2, 3: 3}


def test_a_cited_sentence_that_became_a_heading_is_touched() -> None:
    before = from_html("<p>One bridge is open.</p><p>The mayor came.</p>")
    found = compare(before, from_html("<h2>One bridge is open.</h2><p>The mayor came.</p>"), (1,))
    assert found.material
    assert found.touched == {1}


def test_headings_captions_and_cells_count_although_they_are_no_sentences() -> None:
    before = from_html(
        "<p>It is open.</p><h2>What it cost</h2><p>Much.</p><table><tr><td>12</td></tr></table>"
    )
    other = from_html("<p>It is open.</p><h2>Who it cost</h2><p>Much.</p><table><tr><td>13</td></tr></table>")
    assert compare(before, other, ()).reasons == (
        "The wording changed: ‘What’ became ‘Who’",
        "A number changed: ‘12’ became ‘13’",
    )


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''"])
def test_a_quotation_over_several_sentences_is_guarded_to_its_end(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    text = f"The government met. {opening}It was late. The {{}} slept,{closing} she said. The {{}} woke."
    before = read("", "", [text.format("goverment", "city")])
    assert compare(before, read("", "", [text.format("government", "city")]), ()).material
    outside = read("", "", [text.format("city", "goverment")])
    assert not compare(outside, read("", "", [text.format("city", "government")]), ()).material


def test_a_genitive_does_not_end_a_quotation_in_single_marks() -> None:
    text = "The government met. ‘The dogs’ bowls and the {} were empty,’ she said."
    before, other = (read("", "", [text.format(word)]) for word in ("goverment", "government"))
    assert compare(before, other, ()).reasons == ("A quotation changed: ‘goverment’ became ‘government’",)
