"""Files made to do harm, each by the trick it plays; none is kept and nothing is fetched."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.newsroom.made_pictures import encoded, halves, noise

SCRIPT = b"<script>PLANTED()</script><?php PLANTED(); ?>"
GIF_HEAD = b"GIF89a/*\x00\x00\x00\x00*/=1;PLANTED();"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(*chunks: bytes) -> bytes:
    """A good PNG with further chunks after its header."""
    data = encoded(halves((300, 300)), "PNG")
    return data[:33] + b"".join(chunks) + data[33:]


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def with_segments(*segments: bytes) -> bytes:
    """A good JPEG with further segments after its beginning."""
    data = encoded(halves((300, 300)))
    return data[:2] + b"".join(segments) + data[2:]


def tags(count: int, each: int, *, order: str = "<") -> bytes:
    """A TIFF or EXIF block whose `count` tags all claim the same `each` bytes behind them."""
    place = 8 + 2 + 12 * count + 4
    head = (b"II*\x00" if order == "<" else b"MM\x00*") + struct.pack(order + "L", 8)
    entries = b"".join(struct.pack(order + "HHLL", 1000 + number, 7, each, place) for number in range(count))
    return head + struct.pack(order + "H", count) + entries + struct.pack(order + "L", 0) + b"\x01" * each


def tiff_of_pages(count: int) -> bytes:
    """A TIFF of one small picture whose list of pages goes on and on."""
    data = bytearray(encoded(halves((220, 220)), "TIFF"))
    (start,) = struct.unpack_from("<L", data, 4)
    (entries,) = struct.unpack_from("<H", data, start)
    size = 2 + 12 * entries + 4
    directory = bytes(data[start : start + size - 4])
    struct.pack_into("<L", data, start + size - 4, len(data))
    for _ in range(count):
        data += directory + struct.pack("<L", len(data) + size)
    return bytes(data)


def scans(count: int, size: tuple[int, int] = (4000, 4000)) -> bytes:
    """A progressive JPEG of a few kilobytes that goes over a large picture again and again."""
    data = encoded(Image.new("L", size), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * count + b"\xff\xd9"


def png_text_bomb(kind: bytes) -> bytes:
    packed = zlib.compress(b"\x00" * 60_000_000, 9)
    heads = {b"zTXt": b"Comment\x00\x00", b"iTXt": b"Comment\x00\x01\x00\x00\x00", b"iCCP": b"icc\x00\x00"}
    return with_chunks(chunk(kind, heads[kind] + packed))


def raw_profile_bomb() -> bytes:
    """EXIF as text in a PNG, as an old program wrote it, with tags that claim all of it."""
    block = tags(3000, 60_000).hex()
    text = f"\nexif\n{len(block) // 2}\n{block}"
    return with_chunks(chunk(b"zTXt", b"Raw profile type exif\x00\x00" + zlib.compress(text.encode())))


def xmp(packet: str) -> bytes:
    return with_segments(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + packet.encode()))


def xml_bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return xmp(
        f'<!DOCTYPE x [<!ENTITY a0 "PLANTED">{entities}]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a9;</x:xmpmeta>'
    )


def nested_xmp(depth: int = 500) -> bytes:
    """Creators inside creators: a careless reader collects the inner ones again at every level."""
    inner = "<rdf:Description><dc:creator><rdf:Seq><rdf:li>PLANTED</rdf:li>"
    outer = "</rdf:Seq></dc:creator></rdf:Description>"
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return xmp(f"<rdf:RDF {spaces}>{inner * depth}{outer * depth}</rdf:RDF>")


def polyglot_zip() -> bytes:
    name = b"PLANTED.html"
    body = SCRIPT
    local = struct.pack(
        "<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, zlib.crc32(body), len(body), len(body), len(name), 0
    )
    return encoded(halves((300, 300))) + local + name + body


def webp_claiming(side: int) -> bytes:
    """An empty canvas as large as WebP can say, without a picture in it."""
    canvas = b"VP8X" + struct.pack("<L", 10) + b"\x02\x00\x00\x00" + (side - 1).to_bytes(3, "little") * 2
    body = b"WEBP" + canvas + b"ANIM" + struct.pack("<L", 6) + b"\x00" * 6
    return b"RIFF" + struct.pack("<L", len(body)) + body


def flat(kind: str, side: int, **options: object) -> bytes:
    """A great many pixels of one colour in as few bytes as the format can."""
    return encoded(Image.new("RGB", (side, side)), kind, **options)


def png_claiming(side: int, *, depth: int, colour: int) -> bytes:
    """The head of a PNG that is as large as it says, and no more of it."""
    head = struct.pack(">IIBBBBB", side, side, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 500_000))


def broken_off(kind: str, **options: object) -> bytes:
    data = encoded(noise((600, 600)), kind, **options)
    return data[: len(data) * 9 // 10]


def with_text(text: bytes) -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", text.decode())
    return encoded(halves((300, 300)), "PNG", pnginfo=notes)


def moving(kind: str) -> bytes:
    pages = [noise((220, 220)) for _ in range(3)]
    return encoded(pages[0], kind, save_all=True, append_images=pages[1:])


# What is refused → words of the refusal.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "not a picture"),
    "svg": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="PLANTED()"/>', "SVG"),
    "svg behind a byte order mark": (lambda: b"\xef\xbb\xbf\n<?xml version='1.0'?><svg/>", "SVG"),
    "packed svg": (lambda: b"\x1f\x8b\x08" + zlib.compress(b"<svg/>"), "not a picture"),
    "html": (lambda: b"<!doctype html>" + SCRIPT, "web page"),
    "gif with script": (lambda: GIF_HEAD, "a GIF"),
    "moving gif": (lambda: moving("GIF"), "a GIF"),
    "moving avif": (lambda: moving("AVIF"), "single still"),
    "moving png": (lambda: moving("PNG"), "single still"),
    "moving webp": (lambda: moving("WEBP"), "single still"),
    "pages of a tiff": (lambda: moving("TIFF"), "single still"),
    "endless tiff": (lambda: tiff_of_pages(100_000), "single still"),
    "heic": (lambda: b"\x00\x00\x00\x18ftypheic" + b"\x00" * 400, "HEIC"),
    "pdf": (lambda: b"%PDF-1.7\n" + SCRIPT, "not a picture"),
    "enormous webp": (lambda: webp_claiming(16_384), "40 million"),
    "webp of nothing": (lambda: flat("WEBP", 8940, lossless=True, quality=0, method=0), "40 million"),
    "smaller webp of nothing": (lambda: flat("WEBP", 6300, lossless=True, quality=0), "next to nothing"),
    "png of nothing": (lambda: encoded(Image.new("1", (6300, 6300)), "PNG"), "next to nothing"),
    "wide colours": (lambda: png_claiming(8940, depth=16, colour=6), "40 million"),
    "strip": (lambda: encoded(Image.new("RGB", (60_000, 200)), "PNG"), "too long and thin"),
    "many pixels in scans": (lambda: flat("JPEG", 8900, progressive=True), "60 million"),
    "broken off": (lambda: broken_off("JPEG"), "damaged"),
    "broken off in scans": (lambda: broken_off("JPEG", progressive=True), "damaged"),
    "broken off png": (lambda: broken_off("PNG"), "damaged"),
    "broken off webp": (lambda: broken_off("WEBP"), "damaged|not a picture"),
    "broken off avif": (lambda: broken_off("AVIF", speed=10), "damaged|not a picture"),
    "broken off tiff": (lambda: broken_off("TIFF"), "damaged|not a picture"),
    "tags that claim the file": (lambda: tags(3000, 2_000_000), "far more parts"),
    "tags of the other order": (lambda: tags(3000, 2_000_000, order=">"), "far more parts"),
    "tags in a JPEG": (
        lambda: with_segments(segment(0xE1, b"Exif\x00\x00" + tags(2000, 40_000))),
        "far more parts",
    ),
    "tags of a list of pictures": (
        lambda: with_segments(segment(0xE2, b"MPF\x00" + tags(2000, 40_000))),
        "far more parts",
    ),
    "tags in a PNG": (lambda: with_chunks(chunk(b"eXIf", tags(3000, 2_000_000))), "far more parts"),
    "tags in an AVIF": (
        lambda: b"\x00\x00\x00\x18ftypavif" + b"\x00" * 60 + tags(3000, 2_000_000),
        "far more parts",
    ),
    "exif in pieces": (
        lambda: with_segments(*(segment(0xE1, b"Exif\x00\x00" + b"\x00" * 60_000) for _ in range(40))),
        "far more parts",
    ),
    "countless segments": (lambda: with_segments(segment(0xFE, b"") * 300_000), "far more parts"),
    "countless chunks": (lambda: with_chunks(chunk(b"tEXt", b"a\x00b") * 300_000), "far more parts"),
    "countless scans": (lambda: scans(3000), "far more parts"),
    "packed text": (lambda: png_text_bomb(b"zTXt"), "not a picture|damaged"),
    "packed profile": (lambda: png_text_bomb(b"iCCP"), "not a picture|damaged"),
    "packed words": (lambda: png_text_bomb(b"iTXt"), "not a picture|damaged"),
}

# What is taken, with nothing of it left.
HARMLESS: dict[str, Callable[[], bytes]] = {
    "jpeg with a page behind it": lambda: encoded(halves((300, 300))) + SCRIPT,
    "jpeg with a page in it": lambda: with_segments(segment(0xFE, SCRIPT)),
    "jpeg and archive": polyglot_zip,
    "png with php": lambda: with_text(SCRIPT),
    "png with php behind it": lambda: encoded(halves((300, 300)), "PNG") + SCRIPT,
    "profile of nonsense": lambda: encoded(halves((300, 300)), "PNG", icc_profile=b"PLANTED" * 50_000),
    "exif as text": raw_profile_bomb,
    "exif of nonsense": lambda: encoded(halves((300, 300)), exif=b"Exif\x00\x00PLANTED" * 100),
    "webp with heavy exif": lambda: encoded(halves((300, 300)), "WEBP", exif=tags(2000, 40_000)),
    "xml bomb": xml_bomb,
    "nested creators": nested_xmp,
    "cmyk": lambda: encoded(Image.new("CMYK", (300, 300), (0, 255, 255, 0))),
    "cmyk tiff": lambda: encoded(Image.new("CMYK", (300, 300), (0, 255, 255, 0)), "TIFF"),
    "sixteen bits": lambda: encoded(Image.new("I;16", (300, 300), 40_000), "PNG"),
    "second picture": lambda: encoded(
        halves((300, 300)), "MPO", save_all=True, append_images=[noise((300, 300))]
    ),
}
