"""The card that is drawn for a story without a picture."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFont

from newsroom import cards
from newsroom.cards import HEIGHT, WIDTH, Card, draw, is_settable

CARD = Card("The Courier", "Harbour · News", "Council votes to keep the night ferry running")


def pixels(card: Card) -> Image.Image:
    with Image.open(BytesIO(draw(card))) as opened:
        assert opened.format == "PNG"
        assert opened.size == (WIDTH, HEIGHT)
        return opened.convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    part = image.crop(box)
    return (
        ImageChops.difference(part, Image.new("RGB", part.size, image.getpixel((600, 620)))).getbbox()
        is not None
    )


HEADLINE, NAME, FOOT = (80, 230, 1200, 570), (160, 64, 1100, 130), (80, 590, 1200, 630)


def test_it_shows_paper_section_and_headline_and_is_small() -> None:
    image = pixels(CARD)
    assert inked(image, HEADLINE)
    assert inked(image, NAME)
    assert not inked(image, FOOT)
    assert len(draw(CARD)) < 40_000


@pytest.mark.parametrize(
    "headline",
    ["Up 3–2", "word " * 28, "Donaudampfschifffahrt" * 9, "Ünïted in “quotes” – and more … " * 4, "W" * 200],
)
def test_a_headline_of_any_length_stays_inside_the_edges(headline: str) -> None:
    image = pixels(Card("The Courier", "City", headline.strip()))
    assert inked(image, HEADLINE)
    assert not inked(image, FOOT)
    assert not inked(image, (WIDTH - 80, 150, WIDTH, HEIGHT))


@pytest.mark.parametrize("headline", ["ערב טוב לכולם", "مساء الخير", "夜のフェリー", "Łódź votes"])
def test_a_headline_that_the_font_cannot_set_gives_way_to_the_name_of_the_paper(headline: str) -> None:
    assert not is_settable(headline)
    assert draw(Card("The Courier", "World", headline)) == draw(Card("The Courier", "World", "The Courier"))
    assert inked(pixels(Card("The Courier", "World", headline)), HEADLINE)


def test_a_name_that_the_font_cannot_set_leaves_the_mark() -> None:
    image = pixels(Card("הקורייר", "עולם", "ערב טוב"))
    assert not inked(image, HEADLINE)
    assert inked(image, (80, 60, 150, 130))


def test_the_font_has_every_letter_that_is_held_to_be_settable() -> None:
    font = ImageFont.truetype(cards._FONT, 60)
    missing = bytes(font.getmask("\ue000"))
    letters = [
        chr(code) for code in range(0x20, 0x2300) if is_settable(chr(code)) and not chr(code).isspace()
    ]
    assert len(letters) > 200
    assert not [letter for letter in letters if bytes(font.getmask(letter)) == missing]


def test_its_name_follows_from_its_words() -> None:
    others = [
        Card("The Post", "Harbour · News", CARD.headline),
        Card("The Courier", "Harbour", CARD.headline),
    ]
    names = {card.digest for card in (CARD, *others, Card(CARD.paper, CARD.kicker, "Another"))}
    assert len(names) == 4
    assert Card(CARD.paper, CARD.kicker, CARD.headline).digest == CARD.digest
