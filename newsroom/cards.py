"""Draws the card that other sites show for a story without a picture: paper, section, headline; it knows no story."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import ClassVar, Final

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
FOLDER: Final = "cards"
# Counts up when a card looks different: the address of a card follows from what is on it.
_DESIGN: Final = 1
_PAPER, _INK, _SOFT, _PENCIL = "#FBFBF8", "#17191C", "#50565E", "#1F4E9C"
_FONT: Final = settings.BASE_DIR / "static" / "fonts" / "newsroom-serif-600.ttf"
# The letters of that font. Others would come out as boxes, and a headline with boxes is worse than none.
_SETTABLE: Final = re.compile(
    "[ -~\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2002\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026"
    "\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2212]*"
)
_EDGE, _TOP, _FOOT = 88, 226, 566
_SIZES: Final = (92, 84, 76, 68, 60, 54, 48, 42)
_GAP: Final = 1.12
# With these every whole PNG ends.
_LAST_BYTES: Final = b"IEND\xaeB`\x82"

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card."""

    paper: str
    kicker: str
    headline: str
    width: ClassVar[int] = WIDTH
    height: ClassVar[int] = HEIGHT

    @property
    def digest(self) -> str:
        """The name of the card: it follows from its words, so another headline has another address."""
        words = [_DESIGN, self.paper, self.kicker, self.headline]
        return hashlib.sha256(json.dumps(words, ensure_ascii=True).encode()).hexdigest()[:32]


def picture_of(card: Card) -> bytes:
    """Return the card as PNG, drawn once and kept in private: a story that is withdrawn must take it along."""
    store, name = storages["private"], f"{FOLDER}/{card.digest}.png"
    if store.exists(name):
        with store.open(name) as file:
            kept = bytes(file.read())
        if kept.endswith(_LAST_BYTES):
            return kept
        # Another process is writing it, or was stopped as it did.
        store.delete(name)
    data = draw(card)
    store.save(name, ContentFile(data))
    return data


def draw(card: Card) -> bytes:
    """Return the card as PNG. What the font cannot set is left off; the paper's mark is always there."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 11, HEIGHT), fill=_PENCIL)
    _mark(pen, _EDGE, 64)
    pen.rectangle((_EDGE, 138, WIDTH - _EDGE, 140), fill=_INK)
    # Without a headline the paper's name stands in its place, and need not stand above it as well.
    title = card.headline if is_settable(card.headline) else card.paper
    if is_settable(card.paper) and title != card.paper:
        pen.text((_EDGE + 74, 92), _cut(card.paper, _font(42), 940), font=_font(42), fill=_INK, anchor="lm")
    if is_settable(card.kicker):
        pen.text((_EDGE, 186), _cut(card.kicker, _font(34), 1000), font=_font(34), fill=_SOFT, anchor="lm")
    if is_settable(title):
        font, lines = _set(title)
        for number, line in enumerate(lines):
            pen.text((_EDGE - 3, _TOP + number * font.size * _GAP), line, font=font, fill=_INK, anchor="la")
    file = BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def is_settable(words: str) -> bool:
    """Whether the font has every letter."""
    return bool(_SETTABLE.fullmatch(words))


def _font(size: int) -> Font:
    return ImageFont.truetype(_FONT, size)


def _set(headline: str) -> tuple[Font, list[str]]:
    """Return the largest type in which the headline fits, and its lines, of about the same length."""
    across, down = WIDTH - 2 * _EDGE, _FOOT - _TOP
    for size in _SIZES:
        font = _font(size)
        lines, most = list(_lines(headline, font, across)), int(down / (size * _GAP))
        if len(lines) <= most and all(font.getlength(line) <= across for line in lines):
            return font, _balanced(headline, font, lines, across)
    rest = " ".join(lines[most - 1 :])
    return font, [_cut(line, font, across) for line in (*lines[: most - 1], rest)]


def _balanced(headline: str, font: Font, lines: list[str], across: int) -> list[str]:
    """Return the narrowest lines, as long as no line is added: a last line of one word looks like an accident."""
    for width in range(across - 20, across // 2, -20):
        narrower = list(_lines(headline, font, width))
        if len(narrower) > len(lines) or any(font.getlength(line) > width for line in narrower):
            break
        lines = narrower
    return lines


def _lines(words: str, font: Font, across: int) -> Iterator[str]:
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > across:
            yield line
            line = word
        else:
            line = longer
    yield line


def _cut(words: str, font: Font, across: int) -> str:
    if font.getlength(words) <= across:
        return words
    while words and font.getlength(f"{words}…") > across:
        words = words[:-1]
    return f"{words.rstrip()}…"


def _mark(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
    """The house's icon: three lines in ink, one in pencil."""
    for down, high, wide, colour in (
        (0, 9, 54, _INK),
        (18, 6, 54, _INK),
        (33, 6, 36, _INK),
        (48, 9, 54, _PENCIL),
    ):
        pen.rectangle((left, top + down, left + wide - 1, top + down + high - 1), fill=colour)
