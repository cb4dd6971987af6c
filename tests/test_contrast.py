"""Recomputes the contrast of every pair of colours in use from tokens.css, in both schemes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parent.parent / "static" / "css" / "tokens.css"
TEXT, EDGE = 4.5, 3.0
GROUNDS = ("paper", "wash", "lift")
# What each hue is written on beside the plain grounds.
OWN_GROUND = {"pencil": "pencil-wash", "red": "red-wash", "amber": "amber-wash", "green": "green-wash"}

PAIRS = [
    *[
        (text, ground, TEXT)
        for text, ground in product(("ink", "soft", "pencil", "red", "amber", "green"), GROUNDS)
    ],
    *[(hue, ground, TEXT) for hue, ground in OWN_GROUND.items()],
    *[(text, ground, TEXT) for text, ground in product(("ink", "soft"), OWN_GROUND.values())],
    ("ink", "mark", TEXT),
    ("pencil-text", "pencil", TEXT),
    ("edge", "paper", EDGE),
    ("edge", "wash", EDGE),
    ("edge", "lift", EDGE),
]


def blocks() -> dict[str, dict[str, str]]:
    """Return the colours of each rule of tokens.css by its selector."""
    found: dict[str, dict[str, str]] = {}
    for selector, body in re.findall(r"(:root[^{]*)\{([^}]*)\}", CSS.read_text(encoding="utf-8")):
        if colours := dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", body)):
            found.setdefault(selector.strip(), colours)  # The later block of `:root` is for print.
    return found


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def schemes() -> dict[str, dict[str, str]]:
    found = blocks()
    return {"light": found[":root"], "dark": found[':root[data-scheme="dark"]']}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS)
def test_every_pair_in_use_can_be_read(scheme, colour, ground, least):
    colours = schemes()[scheme]

    assert contrast(colours[colour], colours[ground]) >= least


def test_the_table_of_the_design_holds():
    light, dark = schemes()["light"], schemes()["dark"]

    for name, on_light, on_dark in (
        ("ink", 17.0, 14.7), ("soft", 7.1, 8.1), ("edge", 3.7, 4.7), ("pencil", 7.7, 9.4),
        ("red", 6.9, 8.9), ("amber", 6.9, 10.1), ("green", 7.0, 9.8),
    ):  # fmt: skip
        assert contrast(light[name], light["paper"]) == pytest.approx(on_light, abs=0.1)
        assert contrast(dark[name], dark["paper"]) == pytest.approx(on_dark, abs=0.1)


def test_dark_is_the_same_by_system_and_by_switch():
    found = blocks()

    assert found[':root:not([data-scheme="light"])'] == found[':root[data-scheme="dark"]']
    assert found[":root"].keys() == found[':root[data-scheme="dark"]'].keys()


def test_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
