"""What changed beside the text is named part by part, and the text's own change is not named twice."""

from typing import Any

import pytest

from articles.digest import canonical
from articles.documents import beside_the_text, changes_beside_the_text
from articles.markup import render, sanitise

BODY = "<p>A long bridge.</p><blockquote><p>It is done.</p></blockquote><ul><li>oak</li><li>elm ash</li></ul>"


def form(body: str = BODY, changes: dict[str, Any] | None = None) -> str:
    found = render(sanitise(body))
    parts: dict[str, Any] = {
        "headline": "H",
        "standfirst": "S",
        "text": found.text,
        "blocks": found.blocks,
        "quotes": found.quotes,
        "captions": ["C"],
        "alts": found.alts,
        "sources": ["Port"],
        "hrefs": found.hrefs,
        "images": ["ab12"],
    }
    return canonical(**parts | (changes or {}))


def test_the_same_is_no_change() -> None:
    assert changes_beside_the_text(form(), form(), already_material=False) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"quotes": ["It is not done."]}, "A set-off quotation changed"),
        ({"captions": []}, "A caption changed"),
        ({"alts": ["Oak"]}, "An alt text changed"),
        ({"images": []}, "A picture changed"),
        ({"hrefs": ["/a/ bridge"]}, "A link changed"),
        ({"sources": []}, "A source changed"),
    ],
)
@pytest.mark.parametrize("already_material", [True, False])
def test_each_part_is_named(changes: dict[str, list[str]], sentence: str, already_material: bool) -> None:
    assert changes_beside_the_text(form(), form(changes=changes), already_material=already_material) == [
        sentence
    ]


def test_a_word_that_moved_to_another_item_is_named() -> None:
    other = form(BODY.replace("oak</li><li>elm", "oak elm</li><li>"))
    (sentence,) = changes_beside_the_text(form(), other, already_material=False)
    assert "begins or ends elsewhere" in sentence


def test_another_word_is_named_by_the_text_alone() -> None:
    other = form(BODY.replace("long bridge", "very long bridge"))
    assert beside_the_text(form()) != beside_the_text(other)
    assert changes_beside_the_text(form(), other, already_material=True) == []


def test_another_kind_of_block_is_named_although_the_text_changed_too() -> None:
    other = form(BODY.replace("<p>A long bridge.</p>", "<h2>A very long bridge.</h2>"))
    assert len(changes_beside_the_text(form(), other, already_material=True)) == 1


@pytest.mark.parametrize("key", ["headline", "standfirst", "text"])
def test_the_text_itself_is_not_beside_the_text(key: str) -> None:
    assert key not in beside_the_text(form())
