"""The canonical form of what an article says and its SHA-256; knows neither models nor mark-up."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from articles.summaries.words import collapse

FORM: Final = 1


def canonical(  # noqa: PLR0913  # Each part has a name at the call, so that none is left out.
    *,
    headline: str,
    standfirst: str,
    text: str,
    blocks: Sequence[str],
    quotes: Sequence[str],
    captions: Sequence[str],
    alts: Sequence[str],
    sources: Sequence[str],
    hrefs: Sequence[str],
    images: Sequence[str],
) -> str:
    """One JSON text for one meaning: sorted keys, no spaces, every string NFC with collapsed white space.

    NFC and not NFKC, because NFKC makes 10² and 102 the same. The order of a list counts: it is what readers see.
    """
    return _json(
        {
            "v": FORM,
            "headline": collapse(headline),
            "standfirst": collapse(standfirst),
            "text": collapse(text),
            "blocks": _clean(blocks),
            "quotes": _clean(quotes),
            "captions": _clean(captions),
            "alts": _clean(alts),
            "sources": _clean(sources),
            "hrefs": _clean(hrefs),
            "images": _clean(images),
        }
    )


def canonical_bullets(bullets: Sequence[Mapping[str, Any]]) -> str:
    """The bullets of a Quick Take as one JSON text, in order: `text`, `origin` and `evidence` and nothing else.

    Raises `KeyError` when a bullet lacks one of the three, because a digest over less would approve more.
    """
    return _json(
        [
            {
                "text": collapse(bullet["text"]),
                "origin": str(bullet["origin"]),
                "evidence": [int(sentence) for sentence in bullet["evidence"]],
            }
            for bullet in bullets
        ]
    )


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in lower-case hexadecimal, as both databases compute it."""
    return hashlib.sha256(text.encode()).hexdigest()


def _clean(strings: Iterable[str]) -> list[str]:
    return [collapse(string) for string in strings]


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
