"""Heads for the demo's author portraits: flat shapes, one light, half the face in shadow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.demo.pictures.paint import Canvas, Point, curve, dots, mix

MIDDLE: Final[Point] = (330.0, 318.0)
HALF_FACE: Final = dots("0,-150 56,-144 96,-104 108,-40 105,22 92,80 64,130 30,158 0,164")
PARTING_OF_LIGHT: Final = dots("26,-150 16,-96 26,-46 12,-16 15,20 25,50 4,62 8,84 3,104 12,130 8,164")


@dataclass(frozen=True, slots=True)
class Sitter:
    """What makes a face this person's: colours, width of the jaw, where the light comes from (1 left, -1 right)."""

    skin: str
    shadow: str
    hair: str
    iris: str
    lips: str
    light: int = 1
    jaw: float = 1.0
    smile: float = 4.0
    brows: str | None = None
    age: float = 0.0


def spots(points: Sequence[Point], *, side: int = 1, wide: float = 1.0) -> list[Point]:
    """Move points given around the middle of the face onto the canvas, mirrored where `side` is -1."""
    return [(MIDDLE[0] + x * side * wide, MIDDLE[1] + y) for x, y in points]


def cut(c: Canvas, points: Sequence[Point], fill: str, *, side: int = 1) -> None:
    """Lay a piece with a smooth outline, as if cut from paper, over the face."""
    c.polygon(curve(spots(points, side=side)), fill)


def flat(c: Canvas, points: Sequence[Point], fill: str, *, side: int = 1) -> None:
    """Lay a piece with straight edges."""
    c.polygon(spots(points, side=side), fill)


def strand(c: Canvas, points: Sequence[Point], colour: str, width: float, *, side: int = 1) -> None:
    """Draw a hair, a seam or a fold."""
    c.line(curve(spots(points, side=side)), colour, width)


def head(c: Canvas, who: Sitter) -> None:
    """Draw neck, ears, face, shadow and features."""
    _neck(c, who)
    for side in (-1, 1):
        tone = who.shadow if side == who.light else who.skin
        c.oval(*spots([(side * 108, 6)])[0], 19, 36, fill=tone)
        c.oval(*spots([(side * 110, 8)])[0], 9, 20, fill=mix(tone, who.shadow, 0.6))
    right = curve(spots(HALF_FACE, wide=who.jaw))
    left = curve(spots(HALF_FACE, side=-1, wide=who.jaw))
    c.polygon([*right, *reversed(left)], who.skin)
    dark = right if who.light > 0 else left
    c.polygon([*curve(spots(PARTING_OF_LIGHT, side=who.light)), *reversed(dark)], who.shadow)
    c.shade([*right, *reversed(left)], who.shadow, strength=0.45)
    _cheeks(c, who)
    _eyes(c, who)
    _nose_and_mouth(c, who)
    if who.age:
        _lines(c, who)


def _neck(c: Canvas, who: Sitter) -> None:
    neck = spots(dots("-62,96 -66,190 -104,246 104,246 66,190 62,96"))
    c.polygon(neck, mix(who.skin, who.shadow, 0.3))
    cast = spots(dots("-63,110 63,110 66,190 92,232 40,206 -14,182 -65,150"), side=who.light)
    c.polygon(cast, who.shadow)


def _cheeks(c: Canvas, who: Sitter) -> None:
    for side in (-1, 1):
        c.glow(*spots([(side * 60, 48)])[0], 52, mix(who.lips, "#000000", 0.5), strength=0.5)


def _eyes(c: Canvas, who: Sitter) -> None:
    line = mix(who.shadow, "#120c0c", 0.72)
    for side in (-1, 1):
        dark = side == who.light
        almond = spots(dots("24,2 34,-9 47,-12 60,-7 69,3 56,9 40,9 24,2"), side=side)
        c.polygon(
            spots(dots("18,-22 44,-32 74,-18 72,4 44,-10 22,2"), side=side),
            mix(who.skin, who.shadow, 0.95 if dark else 0.5),
        )
        c.polygon(curve(almond, steps=4), mix(who.skin, "#ffffff", 0.22 if dark else 0.62))
        x, y = spots([(side * 47 + who.light * -3, -1)])[0]
        c.oval(x, y, 10.5, fill=who.iris)
        c.oval(x, y, 5.5, fill="#14100f")
        c.oval(x - who.light * 4, y - 4, 2.4, fill="#ffffff")
        lid = curve(spots(dots("22,3 34,-9 47,-13 60,-8 72,4"), side=side))
        c.line(lid, line, 5.5)
        c.line(curve(spots([(30, 7), (47, 11), (62, 7)], side=side)), mix(who.shadow, line, 0.3), 2)
        brow = spots(dots("16,-35 40,-47 64,-45 82,-30 62,-38 40,-39 16,-28"), side=side)
        c.polygon(curve(brow, steps=5), who.brows or mix(who.hair, "#1a1210", 0.3))


def _nose_and_mouth(c: Canvas, who: Sitter) -> None:
    deep = mix(who.shadow, "#1a0d0c", 0.35)
    side = who.light
    c.polygon(
        curve(spots(dots("-20,54 -12,60 2,63 22,57 26,50 12,55 -6,54 -20,54"), side=side), steps=4), deep
    )
    c.line(curve(spots([(-21, 42), (-24, 50), (-19, 57)], side=side)), mix(who.skin, who.shadow, 0.8), 3)
    lift = who.smile
    upper = spots(
        [
            (-40, 98 - lift),
            (-16, 89),
            (-5, 87),
            (0, 90),
            (5, 87),
            (16, 89),
            (40, 98 - lift),
            (18, 100),
            (0, 102),
            (-18, 100),
        ]
    )
    lower = spots(
        [(-40, 98 - lift), (-18, 100), (0, 102), (18, 100), (40, 98 - lift), (22, 114), (0, 119), (-22, 114)]
    )
    c.polygon(curve([*lower, lower[0]], steps=4), who.lips)
    c.polygon(curve([*upper, upper[0]], steps=4), mix(who.lips, "#2a0f10", 0.34))
    half = spots([(2, 88), (18, 92), (40, 98 - lift), (22, 113), (2, 118)], side=side)
    c.polygon(half, mix(who.shadow, who.lips, 0.3) + "88")
    c.line(curve(spots([(-42, 97 - lift), (-18, 101), (0, 102), (18, 101), (42, 97 - lift)])), deep, 3)
    c.line(curve(spots([(-14, 130), (0, 133), (14, 130)])), mix(who.skin, who.shadow, 0.7), 3)


def _lines(c: Canvas, who: Sitter) -> None:
    tone = mix(who.skin, who.shadow, 0.75)
    for side in (-1, 1):
        c.line(curve(spots([(32, 58), (46, 74), (52, 96)], side=side)), tone, 2 + who.age)
        c.line(curve(spots([(28, 20), (46, 24), (62, 17)], side=side)), tone, 1 + who.age)
        c.line(spots([(78, -4), (90, -10)], side=side), tone, 1 + who.age)
        c.line(spots([(78, 4), (90, 6)], side=side), tone, 1 + who.age)
