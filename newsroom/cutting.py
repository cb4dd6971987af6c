"""Makes every file of a picture from what somebody sent, in several processes where that helps; no models, no storage."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

from PIL import Image

from newsroom import images
from newsroom.picture_decoding import ImageRefused
from newsroom.picture_marks import NO_MARKS, Marks

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Cut:
    """A cleaned picture with all its cuts.

    ``digest`` is SHA-256 (hex) of ``data``; ``said`` and ``credit`` are what the file says of itself; ``marks`` are the
    words inside the cuts; ``sent`` is the file as it came, ``format`` its kind.
    """

    data: bytes
    digest: str
    width: int
    height: int
    credit: str
    focal: tuple[float, float]
    renditions: tuple[images.Rendition, ...]
    said: dict[str, str]
    marks: Marks
    sent: bytes
    format: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A picture to be cut. ``marks`` are the words for inside the cuts, completed by the file's own; None for none."""

    data: bytes
    focal: tuple[float, float] = (0.5, 0.5)
    marks: Marks | None = NO_MARKS


def cut_picture(sent: Sent) -> Cut:
    """Return the files of one picture. Raises ImageRefused."""
    raw, focal = sent.data, sent.focal
    verified = images.verify(raw)
    data = images.clean(verified)
    with Image.open(BytesIO(data)) as header:
        across, down = header.size
    said = verified.iptc
    marks = NO_MARKS if sent.marks is None else _completed(sent.marks, said)
    return Cut(
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        width=across,
        height=down,
        credit=said.get("credit") or said.get("creator", ""),
        focal=focal,
        renditions=tuple(images.renditions(data, focal=focal, marks=marks)),
        said=said,
        marks=marks,
        sent=raw,
        format=verified.format,
    )


def _completed(marks: Marks, said: dict[str, str]) -> Marks:
    return Marks(
        creator=marks.creator or said.get("creator", ""),
        credit=marks.credit or said.get("credit", ""),
        copyright=marks.copyright or said.get("copyright", ""),
        terms=marks.terms or said.get("terms", ""),
    )


def cut_or_reason(sent: Sent) -> Cut | str:
    """Return the files of one picture, or why it cannot be used: one bad picture must not hide the next."""
    try:
        return cut_picture(sent)
    except ImageRefused as refused:
        return str(refused)


def in_parallel(work: Callable[[Given], Made], given: Iterable[Given]) -> Iterator[Made]:
    """Yield ``work`` of each thing, in order, on as many processors as there are.

    ``work`` is a function of a module that needs no Django: the processes are started afresh, since a
    copy of this one would share its database connection.
    """
    items = list(given)
    processes = min(len(items), os.cpu_count() or 1, 8)
    if processes < 2 or len(items) < 4:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        yield from pool.map(work, items)
