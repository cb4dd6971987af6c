"""Opens and decodes picture files that anybody may have made; it writes none and reads no words in them."""

import threading
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile

from newsroom import picture_screen
from newsroom.picture_metadata import FAULTS

# A JPEG is made smaller while it is read, line by line, or from the parts of all its scans; the others have to be whole in
# memory first, some of them several times.
MOST_PIXELS: Final = 210_000_000
MOST_PIXELS_IN_SCANS: Final = 60_000_000
MOST_PIXELS_AT_ONCE: Final = 40_000_000
# The emptiest photograph of a clear sky has one and a half times as many bytes; in an AVIF it may have next to none.
PIXELS_A_BYTE: Final = 1_000
MANY_PIXELS: Final = 10_000_000
LEAST_SIDE: Final = 200
LONGEST_SIDE: Final = 2400
# Decoders take hundreds of megabytes, and a server has several threads.
ONE_AT_A_TIME: Final = threading.Lock()
# Pillow's own alarm, which knows of one size for all: it stays for what is opened elsewhere.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
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
    claimed = picture_screen.webp_size(data)
    _refuse_many_pixels(claimed)
    _refuse_emptiness(claimed, len(data))
    image = opened_again(data)
    in_scans = bool(image.info.get("progressive"))
    most = MOST_PIXELS_AT_ONCE
    if isinstance(image, JpegImageFile):
        most = MOST_PIXELS_IN_SCANS if in_scans else MOST_PIXELS
    _refuse_many_pixels(image.size, most=most)
    if image.format != "AVIF":
        _refuse_emptiness(image.size, len(data))
    _refuse_by_header(image)
    # An ordinary JPEG is read line by line, and some programs leave out the mark at its end.
    if in_scans and picture_screen.is_cut_short(data):
        raise _damaged()
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
    if head.startswith(b"gif8"):
        raise ImageRefused(
            "This is a GIF, and pages show no moving pictures. Send a still picture as a JPEG or PNG."
        )
    if picture_screen.is_overloaded(data):
        raise ImageRefused(
            "This file has far more parts than a picture needs, so it was not opened. Save the picture anew as a JPEG."
        )
    try:
        return Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF", "TIFF"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise _too_many_pixels(MOST_PIXELS) from fault
    except FAULTS as fault:
        raise ImageRefused(
            "This file is not a picture we can read. Send a JPEG, PNG, WebP, AVIF or TIFF."
        ) from fault


def _refuse_by_header(image: Image.Image) -> None:
    """Refuse what the header alone shows, before any memory is spent on pixels."""
    size = f"This picture is {image.width} × {image.height} pixels"
    if min(image.size) < LEAST_SIDE:
        raise ImageRefused(f"{size}; each side needs at least {LEAST_SIDE}.")
    if min(image.size) * LONGEST_SIDE < LEAST_SIDE * max(image.size):
        raise ImageRefused(
            f"{size}: too long and thin for a page, where it would be {LONGEST_SIDE} pixels long at most. "
            "Cut out the part that matters and send that."
        )
    # Not `n_frames`, for which Pillow would read every page of a TIFF.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise ImageRefused("This file moves or has several pages. Send a single still picture.")


def _refuse_many_pixels(size: tuple[int, int], *, most: int = MOST_PIXELS_AT_ONCE) -> None:
    if size[0] * size[1] > most:
        raise _too_many_pixels(most)


def _refuse_emptiness(size: tuple[int, int], length: int) -> None:
    pixels = size[0] * size[1]
    if pixels > MANY_PIXELS and pixels > length * PIXELS_A_BYTE:
        raise ImageRefused(
            f"This file claims {size[0]} × {size[1]} pixels and holds next to nothing: no photograph is like that. "
            "Save the picture anew as a JPEG."
        )


def _too_many_pixels(most: int) -> ImageRefused:
    more = "" if most == MOST_PIXELS else f" An ordinary JPEG may have {MOST_PIXELS // 1_000_000} million."
    return ImageRefused(
        f"This picture has more than {most // 1_000_000} million pixels. Save it smaller and try again.{more}"
    )


def load(image: Image.Image) -> None:
    """Decode every pixel, and forget what would be costly to read. A large JPEG comes out smaller."""
    shrink = LONGEST_SIDE / max(image.size)
    if isinstance(image, JpegImageFile) and shrink < 1:
        # Never below what is kept of it: the next larger of a half, a quarter, an eighth.
        image.draft(image.mode, (round(image.width * shrink), round(image.height * shrink)))
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
        turn = _turn_of(image)
        nearer = _nearer(image)
        made = _rgb(nearer if turn is None else nearer.transpose(turn))
    except FAULTS as fault:
        raise _damaged() from fault
    made.info = {}
    return made


def _nearer(image: Image.Image) -> Image.Image:
    """Return a huge picture at a half or less, still twice as large as what is kept: each step after needs its size again."""
    factor = max(image.size) // (2 * LONGEST_SIDE)
    if factor < 2 or image.mode not in {"L", "LA", "RGB", "RGBA", "CMYK"} or "transparency" in image.info:
        return image
    return image.reduce(factor)


def _turn_of(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except FAULTS:  # A camera's broken EXIF block says nothing about its pixels.
        return None


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
