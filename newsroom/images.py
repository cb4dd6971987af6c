"""Take a picture file apart safely and make the files readers get; no models, no storage, no requests."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from PIL import Image, ImageCms, ImageOps, features

from newsroom import picture_metadata
from newsroom.picture_metadata import FAULTS

FORMAT_NAMES: Final = {
    "JPEG": "JPEG",
    "MPO": "JPEG",  # Many phones append a second picture (depth, gain map) to an ordinary JPEG.
    "PNG": "PNG",
    "WEBP": "WebP",
    "AVIF": "AVIF",
    "TIFF": "TIFF",
}

Ratio = Literal["wide", "standard", "square"]
Format = Literal["avif", "webp", "jpeg"]

RATIOS: Final[dict[Ratio, tuple[int, int]]] = {"wide": (16, 9), "standard": (3, 2), "square": (1, 1)}
WIDTHS: Final[dict[Ratio, tuple[int, ...]]] = {
    "wide": (480, 960, 1440),
    "standard": (480, 960),
    "square": (96, 176, 400),
}

MOST_BYTES: Final = 25 * 1024 * 1024
MOST_PIXELS: Final = 80_000_000
LEAST_SIDE: Final = 200
LONGEST_SIDE: Final = 2400


class ImageRefused(ValueError):
    """A file that cannot be used as a picture; the message is meant for the person who sent it."""


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
    image = _open(data)
    _refuse_by_header(image)
    iptc = picture_metadata.read(image)
    name = FORMAT_NAMES[image.format or ""]
    plain = _plain(image)
    return Verified(image=plain, format=name, width=plain.width, height=plain.height, iptc=iptc)


def clean(verified: Verified) -> bytes:
    """Re-encode as JPEG with nothing but pixels: no place, device, thumbnail, profile or comment."""
    image = verified.image
    scale = LONGEST_SIDE / max(image.size)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _encode(image, "jpeg", quality=85)


def renditions(data: bytes, *, focal: tuple[float, float]) -> Iterator[Rendition]:
    """
    Cut and encode every file readers need from a cleaned picture.

    `focal` is the point that must stay in view, as shares of width and height from the top left.
    Modern formats come in every width; JPEG is the fallback for old readers and for feeds, so it
    is made once per ratio, in the largest width.
    """
    if not all(0.0 <= share <= 1.0 for share in focal):
        raise ValueError(f"A focal point lies between 0 and 1 on both axes, not at {focal}.")
    image = _plain(_open(data))
    for ratio in RATIOS:
        box = crop_box(image.size, ratio, focal)
        sizes = widths(ratio, image.size)
        # Smaller widths are taken from the largest cut, which costs a quarter of starting again.
        cut = _resized(image, ratio, sizes[-1], box)
        for width in sizes:
            picture = cut if width == cut.width else _resized(cut, ratio, width, (0, 0, *cut.size))
            for format_ in formats(largest=width == cut.width):
                yield Rendition(ratio, picture.width, picture.height, format_, _encode(picture, format_))


def widths(ratio: Ratio, size: tuple[int, int]) -> tuple[int, ...]:
    """Return the widths made for a picture of this size, smallest first: never wider than its cut."""
    across, _ = _cut_size(size, ratio)
    return tuple(width for width in WIDTHS[ratio] if width <= across) or (across,)


def formats(*, largest: bool) -> tuple[Format, ...]:
    """Return the formats made for one width, best first; AVIF only where this Pillow can write it."""
    modern: tuple[Format, ...] = ("avif", "webp") if features.check("avif") else ("webp",)
    return (*modern, "jpeg") if largest else modern


def rendition_height(ratio: Ratio, width: int) -> int:
    """Return the height that belongs to a width, so that pages can state both without opening a file."""
    across, down = RATIOS[ratio]
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
    across, down = RATIOS[ratio]
    if width * down > height * across:
        return max(1, math.floor(height * across / down)), height
    return width, max(1, math.floor(width * down / across))


def _open(data: bytes) -> Image.Image:
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype", b"<html", b"<!--", b"<script", b"<head", b"<body")):
        raise ImageRefused(
            "This file is a web page or a drawing in SVG, not a photograph. Send a JPEG or PNG."
        )
    try:
        return Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF", "TIFF"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise _too_many_pixels() from fault
    except FAULTS as fault:
        raise ImageRefused(
            "This file is not a picture we can read. Send a JPEG, PNG, WebP, AVIF or TIFF."
        ) from fault


def _refuse_by_header(image: Image.Image) -> None:
    """Refuse what the header alone shows, before any memory is spent on pixels."""
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels()
    if min(image.size) < LEAST_SIDE:
        message = (
            f"This picture is {image.width} × {image.height} pixels; each side needs at least {LEAST_SIDE}."
        )
        raise ImageRefused(message)
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise ImageRefused("This file moves or has several pages. Send a single still picture.")


def _too_many_pixels() -> ImageRefused:
    return ImageRefused("This picture has more than 80 million pixels. Save it smaller and try again.")


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture upright, in sRGB, on white, and with an empty `info`, from which encoders copy."""
    try:
        image.load()
        plain = _rgb(_upright(image))
    except FAULTS as fault:
        raise ImageRefused("This picture is damaged or incomplete. Ask for the file again.") from fault
    plain.info = {}
    return plain


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except FAULTS:  # A camera's broken EXIF block says nothing about its pixels.
        return image


def _rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return _from_profile(image) or image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit grey to 8 bits: Pillow's own conversion clips everything above 255 to white."""
    if image.mode == "F":
        raise ValueError("floating point pixels have no agreed white")
    return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")


def _from_profile(image: Image.Image) -> Image.Image | None:
    """Convert through the embedded colour profile, which `clean` will drop; None when there is none to use."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return None
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *FAULTS):
        return None


def preview(data: bytes, *, ratio: Ratio, focal: tuple[float, float], width: int = 480) -> bytes:
    """Return one cut as JPEG, for people who are choosing a focal point; nothing is kept."""
    image = _plain(_open(data))
    return _encode(_resized(image, ratio, width, crop_box(image.size, ratio, focal)), "jpeg", quality=75)


def _resized(image: Image.Image, ratio: Ratio, width: int, box: tuple[int, int, int, int]) -> Image.Image:
    size = (width, rendition_height(ratio, width))
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _encode(image: Image.Image, format_: Format, *, quality: int = 82) -> bytes:
    file = BytesIO()
    if format_ == "avif":
        image.save(file, "AVIF", quality=55, speed=8, max_threads=1)
    elif format_ == "webp":
        image.save(file, "WEBP", quality=74, method=4)
    else:
        image.save(file, "JPEG", quality=quality, progressive=True, optimize=True)
    return file.getvalue()
