"""Tests of what is refused as a picture, what is read from it and what is washed off."""

import struct
import warnings
import zlib
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms, ImageDraw, features
from PIL.PngImagePlugin import PngInfo

from newsroom import images, picture_metadata
from newsroom.images import clean, renditions, verify
from newsroom.picture_decoding import ImageRefused
from tests.newsroom.made_pictures import BLUE, RED, encoded, halves, near, noise
from tests.work_done import counted


def iptc_segment(fields: list[tuple[int, bytes]]) -> bytes:
    """A JPEG APP13 segment with IPTC records, as a picture agency writes it."""
    records = b"".join(
        b"\x1c\x02" + bytes([tag]) + struct.pack(">H", len(text)) + text for tag, text in fields
    )
    resource = (
        b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records + b"\x00" * (len(records) % 2)
    )
    body = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def png_claiming(width: int, height: int) -> bytes:
    """A tiny PNG whose header promises an enormous picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_every_promised_format_is_read(kind: str) -> None:
    if kind == "AVIF" and not features.check("avif"):
        pytest.skip("this Pillow has no AVIF")
    found = verify(encoded(halves((400, 300)), kind))
    assert (found.format.upper(), found.width, found.height, found.image.mode) == (kind, 400, 300, "RGB")
    assert near(found.image.getpixel((50, 50)), RED)
    assert near(found.image.getpixel((350, 50)), BLUE)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a picture"),
        (b"just words", "not a picture"),
        (b"%PDF-1.7 ...", "not a picture"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "web page"),
        (b"\xef\xbb\xbf  <html><body>hello.jpg</body></html>", "web page"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"<svg onload=alert(1)>", "SVG"),
        (b"GIF89a" + b"\x00" * 400, "a GIF"),
        (b"\xff\xd8\xff\xe0" + b"<html>" * 50, "not a picture|damaged"),
    ],
)
def test_files_that_lie_about_being_pictures_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(ImageRefused, match=words):
        verify(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_truncated_files_are_refused(kind: str, share: float) -> None:
    data = encoded(noise(), kind)
    with pytest.raises(ImageRefused):
        verify(data[: int(len(data) * share)])


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("position", range(20, 620, 23))
def test_flipped_bytes_never_raise_anything_but_a_refusal(position: int) -> None:
    data = bytearray(encoded(noise((240, 240)), "TIFF" if position % 2 else "PNG"))
    data[-position] ^= 0xFF
    data[position % 120] ^= 0xFF
    try:
        found = verify(bytes(data))
    except ImageRefused:
        return
    assert found.image.mode == "RGB"


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("size", [(9000, 9000), (10_000, 10_000), (60_000, 60_000)])
def test_decompression_bombs_are_refused_by_their_header(size: tuple[int, int]) -> None:
    # Decoding one row would take more calls than reading a header does.
    with counted() as work, pytest.raises(ImageRefused, match=r"\d+0 million pixels"):
        verify(png_claiming(*size))
    assert work.calls < 2_000


def test_a_bomb_is_refused_even_where_warnings_are_errors() -> None:
    with warnings.catch_warnings(), pytest.raises(ImageRefused, match=r"\d+0 million pixels"):
        warnings.simplefilter("error")
        verify(png_claiming(10_000, 10_000))


def test_files_over_25_megabytes_are_refused() -> None:
    with pytest.raises(ImageRefused, match="25 MB"):
        verify(encoded(noise()) + b"\x00" * images.MOST_BYTES)


@pytest.mark.parametrize("size", [(199, 600), (600, 199), (1, 1)])
def test_small_pictures_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ImageRefused, match="at least 200"):
        verify(encoded(Image.new("RGB", size)))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_moving_or_many_paged_files_are_refused(kind: str) -> None:
    pages = [noise((220, 220)) for _ in range(3)]
    with pytest.raises(ImageRefused, match="single still picture"):
        verify(encoded(pages[0], kind, save_all=True, append_images=pages[1:]))


def test_a_phone_picture_with_a_second_frame_is_read_as_its_first() -> None:
    data = encoded(halves((400, 300)), "MPO", save_all=True, append_images=[noise((400, 300))])
    found = verify(data)
    assert found.format == "JPEG"
    assert near(found.image.getpixel((20, 20)), RED)


def test_a_sideways_picture_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # The camera was held with its right side down.
    found = verify(encoded(halves((400, 300)), exif=exif))
    assert (found.width, found.height) == (300, 400)
    assert near(found.image.getpixel((150, 20)), RED)
    assert near(found.image.getpixel((150, 380)), BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_broken_exif_block_does_not_cost_the_picture(kind: str) -> None:
    data = encoded(halves((400, 300)), kind, exif=b"Exif\0\0garbage!")
    found = verify(data)
    assert (found.width, found.height, found.iptc) == (400, 300, {})
    assert near(found.image.getpixel((50, 50)), RED)
    assert next(renditions(data, focal=(0.5, 0.5))).width == 400


def test_cmyk_becomes_rgb() -> None:
    found = verify(encoded(Image.new("CMYK", (300, 300), (0, 255, 255, 0))))
    assert found.image.mode == "RGB"
    assert near(found.image.getpixel((9, 9)), (255, 0, 0), by=20)


@pytest.mark.parametrize("mode", ["LA", "RGBA", "P"])
def test_transparent_parts_become_white(mode: str) -> None:
    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((100, 100, 200, 200), fill=(0, 0, 0, 255))
    found = verify(encoded(image.convert(mode), "PNG"))
    assert found.image.mode == "RGB"
    assert found.image.getpixel((10, 10)) == (255, 255, 255)
    assert found.image.getpixel((150, 150)) == (0, 0, 0)


def test_sixteen_bit_grey_keeps_its_tones() -> None:
    found = verify(encoded(Image.new("I;16", (300, 300), 40_000), "PNG"))
    assert near(found.image.getpixel((9, 9)), (156, 156, 156), by=1)


def test_floating_point_pixels_are_refused() -> None:
    with pytest.raises(ImageRefused, match="damaged"):
        verify(encoded(Image.new("F", (300, 300), 0.5), "TIFF"))


def profile(*, swapped: bool) -> bytes:
    """sRGB as a profile; swapped, one under another name that means red where sRGB means blue."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if swapped:
        data = data.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
        data = data.replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))
    return data


def test_a_colour_profile_is_applied_before_it_is_dropped() -> None:
    data = encoded(Image.new("RGB", (300, 300), (255, 0, 0)), "PNG", icc_profile=profile(swapped=True))
    found = verify(data)
    assert near(found.image.getpixel((9, 9)), (0, 0, 255))
    assert "icc_profile" not in found.image.info


@pytest.mark.parametrize("icc", [profile(swapped=False), b"not a profile at all"])
def test_the_usual_or_a_broken_profile_leaves_the_pixels_alone(icc: bytes) -> None:
    found = verify(encoded(halves((300, 300)), "PNG", icc_profile=icc))
    assert found.image.getpixel((9, 9)) == RED


def test_credits_are_read_from_exif() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Ines  Falk\x00"
    exif[ExifTags.Base.Copyright] = "The Courier"
    assert verify(encoded(noise(), exif=exif)).iptc == {"creator": "Ines Falk", "copyright": "The Courier"}


def test_iptc_wins_over_exif_and_bad_bytes_are_survived() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "CAMERA OWNER"
    data = encoded(noise(), exif=exif)
    segment = iptc_segment([(80, "Inés Falk".encode()), (110, b"Caf\xe9 Pictures"), (116, b"x" * 900)])
    found = verify(data[:2] + segment + data[2:]).iptc
    assert found["creator"] == "Inés Falk"
    assert found["credit"] == "Café Pictures"
    assert len(found["copyright"]) == picture_metadata.LONGEST_CREDIT


def test_several_creators_are_joined() -> None:
    data = encoded(noise())
    segment = iptc_segment([(80, b"Ada Brandt"), (80, b"Ben Osei")])
    assert verify(data[:2] + segment + data[2:]).iptc == {"creator": "Ada Brandt, Ben Osei"}


def test_nothing_but_pixels_is_left_after_cleaning() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SpyCam"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 22.0, 11.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSMapDatum] = "PLANTED-PLACE"
    xmp = b"<x:xmpmeta>PLANTED-XMP</x:xmpmeta>"
    dirty = encoded(noise(), exif=exif, comment=b"PLANTED-COMMENT", xmp=xmp, dpi=(301, 301))
    dirty = dirty[:2] + iptc_segment([(120, b"PLANTED-CAPTION")]) + dirty[2:]
    planted = [b"PLANTED-PLACE", b"PLANTED-COMMENT", b"PLANTED-XMP", b"PLANTED-CAPTION", b"SpyCam"]
    assert all(word in dirty for word in planted)

    result = clean(verify(dirty))

    assert not [word for word in [*planted, b"Exif", b"Photoshop", b"ICC_PROFILE"] if word in result]
    with Image.open(BytesIO(result)) as opened:
        assert opened.format == "JPEG"
        assert not opened.getexif()
        assert set(opened.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }


def test_text_in_a_png_and_bytes_behind_the_picture_do_not_survive() -> None:
    notes = PngInfo()
    notes.add_text("Comment", "PLANTED")
    result = clean(verify(encoded(noise(), "PNG", pnginfo=notes) + b"<script>PLANTED</script>"))
    assert b"PLANTED" not in result
