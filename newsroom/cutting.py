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

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Cut:
    """A cleaned picture with all its cuts. ``digest`` is SHA-256 (hex) of ``data``; ``credit`` is what the file names."""

    data: bytes
    digest: str
    width: int
    height: int
    credit: str
    focal: tuple[float, float]
    renditions: tuple[images.Rendition, ...]


def cut_picture(sent: tuple[bytes, tuple[float, float]]) -> Cut:
    """Return the files of one picture, sent as its bytes and its focal point. Raises ImageRefused."""
    raw, focal = sent
    verified = images.verify(raw)
    data = images.clean(verified)
    with Image.open(BytesIO(data)) as header:
        across, down = header.size
    return Cut(
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        width=across,
        height=down,
        credit=verified.iptc.get("credit") or verified.iptc.get("creator", ""),
        focal=focal,
        renditions=tuple(images.renditions(data, focal=focal)),
    )


def cut_or_reason(sent: tuple[bytes, tuple[float, float]]) -> Cut | str:
    """Return the files of one picture, or why it cannot be used: one bad picture must not hide the next."""
    try:
        return cut_picture(sent)
    except images.ImageRefused as refused:
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
