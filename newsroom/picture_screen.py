"""Tells files that would cost far more to read than a picture is worth, before Pillow opens them; it decodes nothing."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import islice
from typing import Final

# Segments, chunks, tags: a photograph has a few hundred at most, and each costs whoever reads it.
MOST_CHUNKS: Final = 20_000
MOST_SEGMENTS: Final = 2_000
MOST_TAGS: Final = 4_096
MOST_EXIF: Final = 1024 * 1024
# Every scan of a progressive JPEG goes over the whole picture again; cameras and encoders make about ten.
USUAL_SCANS: Final = 12
MOST_SCANS: Final = 100
MOST_SCANNED_PIXELS: Final = 600_000_000
_TIFF: Final = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_ANY_TIFF: Final = re.compile(rb"II[*+]\x00|MM\x00[*+]")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MARKER: Final = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
# Bytes of one value, by its TIFF type.
_BYTES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8}
# Where EXIF goes on: the camera's own block, the place, how they go together.
_FURTHER: Final = frozenset({34665, 34853, 40965})
_START_OF_SCAN, _END = 0xDA, 0xD9
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3})


def is_overloaded(data: bytes) -> bool:
    """Whether a file has more parts, scans or tags than any picture needs: a way to keep a machine busy.

    What is damaged or no picture at all passes: whoever opens it says so in better words.
    """
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
        if data[4:8] == b"ftyp":
            return _avif(data)
    except (struct.error, IndexError):
        return False
    return has_heavy_tags(data)


def is_cut_short(data: bytes) -> bool:
    """Whether a JPEG breaks off before its end: the decoder of a progressive one goes over all of it before it says so."""
    try:
        return all(marker != _END for marker, _ in _segments(data))
    except struct.error:
        return True


def webp_size(data: bytes) -> tuple[int, int]:
    """Return the width and height that a WebP claims, (0, 0) for another file: Pillow takes the memory as it opens one."""
    if not (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return 0, 0
    kind, head = data[12:16], data[20:30].ljust(10, b"\x00")
    if kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8L":
        packed = int.from_bytes(head[1:5], "little")
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF


def has_heavy_tags(block: bytes) -> bool:
    """Whether the tags of a TIFF file or an EXIF block claim more bytes than there are: they point at the same ones.

    Pillow reads every tag into memory, so a few thousand that each claim the whole file would fill any machine.
    """
    block = block.removeprefix(b"Exif\x00\x00")
    if not block.startswith(_TIFF):
        return False
    claimed = 0
    try:
        for size in _sizes(block):
            claimed += size
            if claimed > 2 * len(block) + 65_536:
                return True
    except (struct.error, IndexError):
        return False
    return False


def _sizes(block: bytes) -> Iterator[int]:
    """Yield how many bytes each tag claims, of the first list of tags and those it leads to."""
    order = "<" if block[:1] == b"I" else ">"
    big = block[2:4] in {b"+\x00", b"\x00+"}
    counts, entry, start = ("Q", "HHQQ", 8) if big else ("H", "HHLL", 4)
    (first,) = struct.unpack_from(order + ("Q" if big else "L"), block, start)
    waiting, seen = [first], set()
    while waiting:
        place = waiting.pop()
        if place in seen or place >= len(block):
            continue
        seen.add(place)
        (count,) = struct.unpack_from(order + counts, block, place)
        if count > MOST_TAGS:
            yield 3 * len(block) + 65_536
        place += struct.calcsize(order + counts)
        length = struct.calcsize(order + entry)
        for position in range(place, min(place + count * length, len(block) - length + 1), length):
            tag, kind, values, where = struct.unpack_from(order + entry, block, position)
            yield _BYTES.get(kind, 8) * values
            if tag in _FURTHER and values == 1:
                waiting.append(where)


def _jpeg(data: bytes) -> bool:
    """Judge the segments of a JPEG's first picture."""
    scans, pixels = 0, 0
    exif: list[bytes] = []
    for parts, (marker, body) in enumerate(_segments(data)):
        if parts > MOST_SEGMENTS:
            return True
        if marker in _FRAMES:
            down, across = struct.unpack_from(">HH", body, 1)
            pixels = max(pixels, down * across)
        elif marker == 0xE1 and body.startswith(b"Exif\x00\x00"):
            # Pillow joins what comes in several segments.
            exif.append(body[6:])
        elif marker == 0xE2 and body.startswith(b"MPF\x00") and has_heavy_tags(body[4:]):
            return True
        scans += marker == _START_OF_SCAN
        if scans > MOST_SCANS or (scans > USUAL_SCANS and scans * pixels > MOST_SCANNED_PIXELS):
            return True
    return sum(map(len, exif)) > MOST_EXIF or has_heavy_tags(b"".join(exif))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and body of each segment of a JPEG up to the end of its first picture, that end included."""
    place = 2
    while found := _MARKER.search(data, place):
        marker, place = found[1][0], found.end()
        if marker == _END:
            yield _END, b""
            return
        (length,) = struct.unpack_from(">H", data, place)
        yield marker, data[place + 2 : place + length]
        place += length


def _png(data: bytes) -> bool:
    """Walk over the chunks of a PNG."""
    place, parts = len(_PNG), 0
    while place + 8 <= len(data):
        parts += 1
        if parts > MOST_CHUNKS:
            return True
        (length,) = struct.unpack_from(">L", data, place)
        if data[place + 4 : place + 8] == b"eXIf" and has_heavy_tags(data[place + 8 : place + 8 + length]):
            return True
        place += length + 12
    return False


def _avif(data: bytes) -> bool:
    """Look at whatever in an AVIF could be EXIF: Pillow reads it as it opens the file, and it may lie anywhere.

    A few such bytes occur by chance; what follows them is then no list of tags inside the file.
    """
    starts = [found.start() for found in islice(_ANY_TIFF.finditer(data), 33)]
    return len(starts) > 32 or any(has_heavy_tags(data[start:]) for start in starts)
