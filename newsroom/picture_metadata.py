"""Reads who made a picture and what may be done with it from EXIF, IPTC and XMP; no pixels, no models."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from PIL import ExifTags, Image, IptcImagePlugin

LONGEST_CREDIT: Final = 300
LONGEST_TEXT: Final = 2000
_LONG: Final = frozenset({"caption", "terms"})

# What Pillow's decoders and the XML parser are known to raise on hostile or damaged files. A bare
# `except Exception` would also hide our own mistakes.
FAULTS: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,  # ElementTree.ParseError is one of them.
    TypeError,
    ValueError,
    struct.error,
)
_IPTC_FIELDS: Final = {
    "creator": (2, 80),
    "credit": (2, 110),
    "copyright": (2, 116),
    "caption": (2, 120),
    "headline": (2, 105),
}
_EXIF_FIELDS: Final = {
    "creator": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
    "caption": ExifTags.Base.ImageDescription,
}
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP: Final = "{http://ns.adobe.com/photoshop/1.0/}"
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP_FIELDS: Final = {
    "creator": f"{_DC}creator",
    "credit": f"{_PHOTOSHOP}Credit",
    "copyright": f"{_DC}rights",
    "caption": f"{_DC}description",
    "terms": "{http://ns.adobe.com/xap/1.0/rights/}UsageTerms",
    "headline": f"{_PHOTOSHOP}Headline",
}
_LONGEST_PACKET: Final = 512 * 1024


def read(image: Image.Image) -> dict[str, str]:
    """
    Return creator, credit, copyright, caption, headline and terms where the file names them.

    IPTC wins over EXIF, since agencies fill in IPTC; XMP wins over both, because it alone says in which
    letters it is written. A broken block hides nothing of the others.
    """
    found: dict[str, str] = {}
    for source in (_exif, _iptc, _xmp):
        try:
            found |= {name: said for name, value in source(image) if (said := _words(value, name))}
        except FAULTS:
            continue
    return found


def _exif(image: Image.Image) -> Iterator[tuple[str, object]]:
    exif = image.getexif()
    yield from ((name, _as_written(exif.get(tag))) for name, tag in _EXIF_FIELDS.items())


def _as_written(value: object) -> object:
    """Return a text of EXIF as most programs mean it: UTF-8, which Pillow reads as Latin-1."""
    if not isinstance(value, str):
        return value
    try:
        return value.encode("latin-1").decode()
    except UnicodeError:
        return value


def _iptc(image: Image.Image) -> Iterator[tuple[str, object]]:
    iptc = IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]
    yield from ((name, iptc[key]) for name, key in _IPTC_FIELDS.items() if key in iptc)


def _xmp(image: Image.Image) -> Iterator[tuple[str, object]]:
    packet = image.info.get("xmp") or b""
    text = packet.decode() if isinstance(packet, bytes) else str(packet)
    # Entities are how XML blows up or reads other files, and they need a document type: no XMP has one.
    if not text or len(text) > _LONGEST_PACKET or "<!" in text.replace("<!--", ""):
        return
    root = ElementTree.fromstring(text.strip().rstrip("\x00"))  # noqa: S314
    rdf = root if root.tag == f"{_RDF}RDF" else root.find(f"{_RDF}RDF")
    # Not at any depth: a packet of parts inside parts would be read once for each of them.
    for about in () if rdf is None else rdf.findall(f"{_RDF}Description"):
        for name, tag in _XMP_FIELDS.items():
            element = about.find(tag)
            yield name, about.get(tag, "") if element is None else _said(element, tag)


def _said(element: ElementTree.Element, tag: str) -> list[str]:
    """Return the entries of a list, or the first language of a text in several."""
    entries = [entry.text or "" for entry in element.findall(f"*/{_RDF}li")]
    if not entries:
        return [element.text or ""]
    return entries if tag == _XMP_FIELDS["creator"] else entries[:1]


def _words(value: object, name: str = "") -> str:
    """Return a metadata value as one line of printable text; anything that is not text is empty."""
    most = LONGEST_TEXT if name in _LONG else LONGEST_CREDIT
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(one, name) for one in value)))[:most]
    text = _decoded(value) if isinstance(value, bytes) else value
    if not isinstance(text, str):
        return ""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:most]


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
