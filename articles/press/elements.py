"""Elements of an XML document, without the characters that would break it; no feed format is known here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

# Characters that no XML document may hold, not even escaped: a single one makes the whole feed unreadable.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MEDIA = "http://search.yahoo.com/mrss/"


class Document:
    """A document in UTF-8 that is written from top to bottom."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._xml = SimplerXMLGenerator(self._out, "utf-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def within(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """Open an element around what is written inside the block."""
        self._xml.startElement(name, AttributesImpl(_legal(attributes)))
        yield
        self._xml.endElement(name)

    def element(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> None:
        """Write an element that holds text."""
        self._xml.addQuickElement(name, _ILLEGAL.sub("", text), _legal(attributes))

    def elements(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Write several elements without attributes, in this order."""
        for name, text in pairs:
            self.element(name, text)

    def finish(self) -> bytes:
        """Return the document."""
        self._xml.endDocument()
        return self._out.getvalue()


def _legal(attributes: Mapping[str, str] | None) -> dict[str, str]:
    return {key: _ILLEGAL.sub("", value) for key, value in (attributes or {}).items()}
