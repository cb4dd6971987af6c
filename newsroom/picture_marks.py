"""Writes who made a picture into the files that readers get, and nothing else; what files say is read in picture_metadata."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

# A narrower file is a few hundred bytes itself: it carries the short block alone, and that names the credit as well.
NARROWEST_WITH_XMP: Final = 480
LONGEST: Final = 500
_ARTIST, _COPYRIGHT, _ASCII = 315, 33432, 2
_EXIF, _XMP = b"Exif\x00\x00", b"http://ns.adobe.com/xap/1.0/\x00"
# What XML cannot hold, not even written as a number.
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Marks:
    """Words for inside a file; with none of them a file carries nothing but pixels."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    terms: str = ""

    def exif(self, *, alone: bool = False) -> bytes:
        """Return Artist and Copyright as an EXIF block, in UTF-8; empty when neither is known.

        ``alone``: nothing else in the file has the credit.
        """
        artist = self._by_whom() if alone else self.creator or self.credit
        said = {_ARTIST: _shortened(artist), _COPYRIGHT: _shortened(self.copyright)}
        texts = {tag: words.encode(errors="replace") + b"\x00" for tag, words in said.items() if words}
        if not texts:
            return b""
        place = 8 + 2 + 12 * len(texts) + 4
        entries, values = b"", b""
        for tag, text in texts.items():
            # Four bytes and fewer stand in the entry itself.
            where = text.ljust(4, b"\x00") if len(text) <= 4 else struct.pack("<L", place + len(values))
            entries += struct.pack("<HHL", tag, _ASCII, len(text)) + where
            values += text if len(text) > 4 else b""
        head = b"II*\x00" + struct.pack("<LH", 8, len(texts))
        return _EXIF + head + entries + struct.pack("<L", 0) + values

    def xmp(self) -> bytes:
        """Return the XMP packet; empty when there is nothing to say. No padding: nobody edits these files in place."""
        parts, used = [], {}
        for name, (space, inner) in _ELEMENTS.items():
            if words := _shortened(getattr(self, name)):
                used[space] = _SPACES[space]
                parts.append(inner.format(escape(words)))
        credit = ""
        if words := _shortened(self.credit):
            used["photoshop"] = _SPACES["photoshop"]
            credit = f" photoshop:Credit={quoteattr(words)}"
        if not used:
            return b""
        spaces = "".join(f' xmlns:{space}="{address}"' for space, address in used.items())
        return _PACKET.format(spaces=spaces, credit=credit, parts="".join(parts)).encode()

    def options(self, width: int) -> dict[str, bytes]:
        """Return what Pillow's encoders take for a file of this width."""
        blocks = (
            {"exif": self.exif(), "xmp": self.xmp()}
            if width >= NARROWEST_WITH_XMP
            else {"exif": self.exif(alone=True)}
        )
        return {name: block for name, block in blocks.items() if block}

    def _by_whom(self) -> str:
        """Name the creator and the credit in one line, and nobody twice."""
        if self.creator in self.credit or not self.credit:
            return self.credit or self.creator
        # As EXIF separates several artists.
        return f"{self.creator}; {self.credit}"


_ELEMENTS: Final = {
    "creator": ("dc", "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"),
    "copyright": ("dc", '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>'),
    "terms": (
        "xmpRights",
        '<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></xmpRights:UsageTerms>',
    ),
}
_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
_PACKET: Final = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""{spaces}{credit}>{parts}</rdf:Description></rdf:RDF></x:xmpmeta>'
)


NO_MARKS: Final = Marks()


def marked(jpeg: bytes, marks: Marks) -> bytes:
    """Return a JPEG with these words instead of those that `marked` put in before; its pixels stay as they are."""
    plain = unmarked(jpeg)
    blocks = [marks.exif(), _XMP + packet if (packet := marks.xmp()) else b""]
    segments = b"".join(b"\xff\xe1" + struct.pack(">H", len(one) + 2) + one for one in blocks if one)
    return plain[:2] + segments + plain[2:]


def unmarked(jpeg: bytes) -> bytes:
    """Return a JPEG as `images.clean` made it: what `marked` adds stands right at its beginning."""
    place = 2
    while jpeg[place : place + 2] == b"\xff\xe1":
        (length,) = struct.unpack_from(">H", jpeg, place + 2)
        place += 2 + length
    return jpeg[:2] + jpeg[place:]


def _shortened(words: str) -> str:
    plain = " ".join(_NO_XML.sub("", words).split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
