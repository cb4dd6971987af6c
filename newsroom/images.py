"""Take a picture file apart safely and make the files readers get; no models, no storage, no requests."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from PIL import Image, features

from newsroom import picture_decoding, picture_metadata
from newsroom.picture_decoding import LONGEST_SIDE, ImageRefused
from newsroom.picture_marks import NO_MARKS, Marks

FORMAT_NAMES: Final = {
    "JPEG": "JPEG",
    "MPO": "JPEG",  # Many phones append a second picture (depth, gain map) to an ordinary JPEG.
    "PNG": "PNG",
    "WEBP": "WebP",
    "AVIF": "AVIF",
    "TIFF": "TIFF",
}

Ratio = Literal["wide", "standard", "square", "classic", "whole"]
Format = Literal["avif", "webp", "jpeg"]

RATIOS: Final[dict[Ratio, tuple[int, int]]] = {
    "wide": (16, 9),
    "standard": (3, 2),
    "square": (1, 1),
    "classic": (4, 3),
}
# In a text a picture keeps its own shape; one that has the shape of a cut has its files already.
WHOLE: Final[Ratio] = "whole"
_WHOLE_AS_CUT: Final[tuple[Ratio, ...]] = ("standard", "wide")
# What pages use, in modern formats. The steps follow what windows ask for: 800 and 1120 are phones at 2 and 2.6 dots
# for a pixel, 1440 the hero of a wide window at nearly two; 176 and 264 the square of a list.
WIDTHS: Final[dict[Ratio, tuple[int, ...]]] = {
    "wide": (480, 800, 1120, 1440),
    "standard": (320, 640, 960, 1280),
    "square": (96, 176, 264, 400),
    # A column of text is 608 pixels wide at most.
    WHOLE: (480, 800, 1216),
}
# Search engines want these three, at least so wide, as JPEG; a smaller picture gives what it has.
FOR_SEARCH: Final[tuple[Ratio, ...]] = ("wide", "classic", "square")
SEARCH_WIDTH: Final = 1200

MOST_BYTES: Final = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verified:
    """A decoded picture: upright, RGB, sRGB; `iptc` is what the file says of itself (`picture_metadata.read`)."""

    image: Image.Image
    format: str
    width: int
    height: int
    iptc: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file for readers, `width` × `height` pixels."""

    ratio: Ratio
    width: int
    height: int
    format: Format
    data: bytes


def verify(data: bytes) -> Verified:
    """Decode every pixel of an uploaded file, or raise ImageRefused saying what is wrong with it."""
    if len(data) > MOST_BYTES:
        raise ImageRefused(
            "This file is larger than 25 MB. Save the picture with fewer pixels and try again."
        )
    with picture_decoding.ONE_AT_A_TIME:
        image = picture_decoding.opened(data)
        picture_decoding.load(image)
        iptc = picture_metadata.read(image)
        name = FORMAT_NAMES[image.format or ""]
        plain = picture_decoding.plain(image)
    return Verified(image=plain, format=name, width=plain.width, height=plain.height, iptc=iptc)


def clean(verified: Verified) -> bytes:
    """Re-encode as JPEG with nothing but pixels: no place, device, thumbnail, profile or comment."""
    image = verified.image
    scale = LONGEST_SIDE / max(image.size)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _encode(image, "jpeg", quality=85)


def renditions(data: bytes, *, focal: tuple[float, float], marks: Marks = NO_MARKS) -> Iterator[Rendition]:
    """
    Cut and encode every file readers need from a cleaned picture, with `marks` written into each.

    `focal` is the point that must stay in view, as shares of width and height from the top left.
    Modern formats come in every width; JPEG is the fallback for old readers and for feeds, so it
    is made once per ratio, in the largest width, and once more where search engines want a larger one.
    """
    if not all(0.0 <= share <= 1.0 for share in focal):
        raise ValueError(f"A focal point lies between 0 and 1 on both axes, not at {focal}.")
    image = picture_decoding.plain(picture_decoding.opened_again(data))
    for ratio in dict.fromkeys((*RATIOS, whole_as(image.size))):
        box = crop_box(image.size, ratio, focal)
        sizes = sizes_of(ratio, image.size)
        largest = max(sizes)
        # Smaller widths are taken from the largest cut, which costs a quarter of starting again.
        cut = _resized(image, (largest, rendition_height(ratio, largest, image.size)), box)
        for width, formats_ in sizes.items():
            size = (width, rendition_height(ratio, width, image.size))
            picture = cut if width == largest else _resized(cut, size, (0, 0, *cut.size))
            for format_ in formats_:
                made = _encode(picture, format_, marks=marks)
                yield Rendition(ratio, picture.width, picture.height, format_, made)


def sizes_of(ratio: Ratio, size: tuple[int, int]) -> dict[int, tuple[Format, ...]]:
    """Return width → formats of all that is made of a picture of this size: never wider than its cut."""
    across, _ = _cut_size(size, ratio)
    pages = widths(ratio, size)
    sizes = {width: formats(largest=width == pages[-1]) for width in pages}
    width = min(SEARCH_WIDTH, across)
    # Not a second file for a few more pixels.
    if ratio in FOR_SEARCH and (not pages or pages[-1] < 0.8 * width):
        sizes[width] = tuple(dict.fromkeys((*sizes.get(width, ()), "jpeg")))
    return sizes


def widths(ratio: Ratio, size: tuple[int, int]) -> tuple[int, ...]:
    """Return the widths that pages use, smallest first: never wider than the cut; none for a ratio of search engines alone."""
    across, _ = _cut_size(size, ratio)
    wanted = WIDTHS.get(ratio, ())
    return tuple(width for width in wanted if width <= across) or ((across,) if wanted else ())


def formats(*, largest: bool) -> tuple[Format, ...]:
    """Return the formats made for one width, best first; AVIF only where this Pillow can write it."""
    modern: tuple[Format, ...] = ("avif", "webp") if features.check("avif") else ("webp",)
    return (*modern, "jpeg") if largest else modern


def whole_as(size: tuple[int, int]) -> Ratio:
    """Return the ratio under which a picture of this size has its uncropped files."""
    for ratio in _WHOLE_AS_CUT:
        across, down = _cut_size(size, ratio)
        # What a rounded size loses is no cropping.
        if size[0] - across <= size[0] / 200 and size[1] - down <= size[1] / 200:
            return ratio
    return WHOLE


def rendition_height(ratio: Ratio, width: int, size: tuple[int, int]) -> int:
    """Return the height of a cut so wide, of a picture of this size: pages state both without opening a file."""
    across, down = RATIOS.get(ratio, size)
    return max(1, round(width * down / across))


def rendition_name(stem: str, ratio: str, width: int, format: str) -> str:  # noqa: A002
    """Return the file name of a rendition; the same picture always gets the same names."""
    extension = "jpg" if format == "jpeg" else format
    return f"{stem}-{ratio}-{width}.{extension}"


def crop_box(size: tuple[int, int], ratio: Ratio, focal: tuple[float, float]) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the largest cut that has `focal` as near its middle as the edges allow."""
    (width, height), (across, down) = size, _cut_size(size, ratio)
    left = min(max(round(focal[0] * width - across / 2), 0), width - across)
    top = min(max(round(focal[1] * height - down / 2), 0), height - down)
    return left, top, left + across, top + down


def _cut_size(size: tuple[int, int], ratio: Ratio) -> tuple[int, int]:
    width, height = size
    across, down = RATIOS.get(ratio, size)
    if width * down > height * across:
        return max(1, math.floor(height * across / down)), height
    return width, max(1, math.floor(width * down / across))


def preview(data: bytes, *, ratio: Ratio, focal: tuple[float, float], width: int = 480) -> bytes:
    """Return one cut as JPEG, for people who are choosing a focal point; nothing is kept."""
    image = picture_decoding.plain(picture_decoding.opened_again(data))
    size = (width, rendition_height(ratio, width, image.size))
    return _encode(_resized(image, size, crop_box(image.size, ratio, focal)), "jpeg", quality=75)


def _resized(image: Image.Image, size: tuple[int, int], box: tuple[int, int, int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _encode(image: Image.Image, format_: Format, *, quality: int = 82, marks: Marks = NO_MARKS) -> bytes:
    file, said = BytesIO(), marks.options(image.width)
    if format_ == "avif":
        # The largest cuts take most of the time, and a slower search makes them hardly smaller.
        speed = 9 if image.width >= 960 else 8
        image.save(file, "AVIF", quality=55, speed=speed, max_threads=1, **said)
    elif format_ == "webp":
        image.save(file, "WEBP", quality=74, method=2, **said)
    else:
        image.save(file, "JPEG", quality=quality, progressive=True, optimize=True, **said)
    return file.getvalue()
