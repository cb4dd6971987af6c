"""The canonical form says the same for the same meaning, and differs for every word that differs."""

import hashlib
import json
from typing import Any

import pytest

from articles.digest import canonical, canonical_bullets, digest

BASE: dict[str, Any] = {
    "headline": "Bridge reopens",
    "standfirst": "After nine weeks.",
    "text": "The bridge cost 1,500 crowns.",
    "blocks": ["p 5"],
    "quotes": ["It is done."],
    "captions": ["The bridge."],
    "alts": ["A bridge."],
    "sources": ["Port Authority"],
    "hrefs": ["/a/ the port"],
    "images": ["ab12"],
}


def test_the_form_is_fixed_for_ever() -> None:
    assert canonical(**BASE) == (
        '{"alts":["A bridge."],"blocks":["p 5"],"captions":["The bridge."],"headline":"Bridge reopens",'
        '"hrefs":["/a/ the port"],"images":["ab12"],"quotes":["It is done."],"sources":["Port Authority"],'
        '"standfirst":"After nine weeks.",'
        '"text":"The bridge cost 1,500 crowns.","v":1}'
    )


def test_white_space_and_composition_do_not_count() -> None:
    loose = BASE | {
        "headline": "  Bridge\n\treopens ",
        "captions": ["The\u00a0bridge."],
        "standfirst": "Cafe\u0301",
    }
    tight = BASE | {"standfirst": "Café"}
    assert canonical(**loose) == canonical(**tight)


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e", "\u200f", "\u061c", "\U000e0041"]
)
def test_characters_that_show_nothing_do_not_count(unseen: str) -> None:
    assert canonical(**BASE | {"text": f"The {unseen}br{unseen}idge."}) == canonical(
        **BASE | {"text": "The bridge."}
    )


def test_joiners_and_the_direction_marks_of_right_to_left_text_count() -> None:
    assert canonical(**BASE | {"text": "می\u200cروم"}) != canonical(**BASE | {"text": "میروم"})
    assert canonical(**BASE | {"text": "שלום!\u200f"}) != canonical(**BASE | {"text": "שלום!"})


@pytest.mark.parametrize("key", sorted(BASE))
def test_every_field_counts(key: str) -> None:
    value = BASE[key]
    other = f"{value}!" if isinstance(value, str) else [*value, "more"]
    assert canonical(**BASE | {key: other}) != canonical(**BASE)


def test_a_raised_figure_is_not_a_figure() -> None:
    assert canonical(**BASE | {"text": "10²"}) != canonical(**BASE | {"text": "102"})


def test_the_order_of_a_list_counts() -> None:
    assert canonical(**BASE | {"hrefs": ["/a/", "/b/"]}) != canonical(**BASE | {"hrefs": ["/b/", "/a/"]})


def test_letters_of_all_languages_are_written_as_themselves() -> None:
    assert "Ærø ₂ 👩‍🚀" in canonical(**BASE | {"text": "Ærø ₂ 👩‍🚀"})


def test_the_digest_is_sha_256_of_utf_8() -> None:
    assert digest("Ærø") == hashlib.sha256("Ærø".encode()).hexdigest()
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_bullets_keep_their_order_and_nothing_but_three_keys() -> None:
    bullets: list[dict[str, object]] = [
        {"text": "Second  fact.", "origin": "edited", "evidence": (4, 2), "verdict": "yes"},
        {"text": "First.", "origin": "machine", "evidence": []},
    ]
    form = canonical_bullets(bullets)
    assert form == (
        '[{"evidence":[4,2],"origin":"edited","text":"Second fact."},{"evidence":[],"origin":"machine","text":"First."}]'
    )
    assert canonical_bullets(json.loads(form)) == form
    assert canonical_bullets(bullets[::-1]) != form


def test_a_bullet_without_its_evidence_has_no_form() -> None:
    with pytest.raises(KeyError):
        canonical_bullets([{"text": "x", "origin": "machine"}])
