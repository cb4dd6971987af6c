"""Opens and decodes picture files that anybody may have made; it writes none and reads no words in them."""

from io import BytesIO
from typing import Final

from PIL import ExifTags, Image, ImageCms

from newsroom import picture_screen
from newsroom.picture_metadata import FAULTS

MOST_PIXELS: Final = 80_000_000
LEAST_SIDE: Final = 200
_PHONE_PICTURES: Final = frozenset(b"ftyp" + brand for brand in (b"heic", b"heix", b"hevc", b"heim", b"mif1"))
_RAW_EXIF: Final = "Raw profile type exif"
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class ImageRefused(ValueError):
    """A file that cannot be used as a picture; the message is meant for the person who sent it."""


def opened(data: bytes) -> Image.Image:
    """Open what somebody sent, or raise ImageRefused for what its header alone shows."""
    image = opened_again(data)
    _refuse_by_header(image)
    return image


def opened_again(data: bytes) -> Image.Image:
    """Open a picture of our own, of any size, or raise ImageRefused."""
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype", b"<html", b"<!--", b"<script", b"<head", b"<body")):
        raise ImageRefused(
            "This file is a web page or a drawing in SVG, not a photograph. Send a JPEG or PNG."
        )
    if data[4:12] in _PHONE_PICTURES:
        raise ImageRefused("This is a HEIC file, as some phones make them. Send the picture as a JPEG.")
    if picture_screen.is_overloaded(data):
        raise ImageRefused(
            "This file has far more parts than a picture needs, so it was not opened. Save the picture anew as a JPEG."
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
    # Not `n_frames`, for which Pillow would read every page of a TIFF.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise ImageRefused("This file moves or has several pages. Send a single still picture.")


def _too_many_pixels() -> ImageRefused:
    return ImageRefused("This picture has more than 80 million pixels. Save it smaller and try again.")


def load(image: Image.Image) -> None:
    """Decode every pixel, and forget what would be costly to read."""
    try:
        image.load()
    except FAULTS as fault:
        raise _damaged() from fault
    _drop_heavy_blocks(image)


def _damaged() -> ImageRefused:
    return ImageRefused("This picture is damaged or incomplete. Ask for the file again.")


def _drop_heavy_blocks(image: Image.Image) -> None:
    """Forget EXIF that would fill the memory when it is read: the picture is none the worse for it."""
    raw = str(image.info.get(_RAW_EXIF, ""))
    block = image.info.get("exif", b"")
    if len(raw) > 2 * picture_screen.MOST_EXIF or picture_screen.has_heavy_tags(_unhexed(raw)):
        del image.info[_RAW_EXIF]
    if isinstance(block, bytes) and picture_screen.has_heavy_tags(block):
        del image.info["exif"]


def _unhexed(raw: str) -> bytes:
    """Return the EXIF that old programs write as text into a PNG, as Pillow reads it."""
    try:
        return bytes.fromhex("".join(raw.split("\n")[3:]))
    except ValueError:
        return b""


def plain(image: Image.Image) -> Image.Image:
    """Return the picture upright, in sRGB, on white, and with an empty `info`, from which encoders copy."""
    load(image)
    try:
        made = _rgb(_upright(image))
    except FAULTS as fault:
        raise _damaged() from fault
    made.info = {}
    return made


def _upright(image: Image.Image) -> Image.Image:
    try:
        turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except FAULTS:  # A camera's broken EXIF block says nothing about its pixels.
        return image
    return image if turn is None else image.transpose(turn)


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
