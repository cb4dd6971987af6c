"""Finds and cuts the pictures that records name; rows and files are the store's (newsroom.pictures_store)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from articles.exchange.faults import Unfit
from articles.exchange.records import Picture
from newsroom.cutting import Cut, Sent, cut_or_reason, in_parallel
from newsroom.images import MOST_BYTES
from newsroom.picture_marks import Marks

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Found:
    """A picture's file as it lies there. ``digest`` is of the file as sent, not of the cleaned picture."""

    path: Path
    data: bytes
    digest: str


def find(picture: Picture, folder: Path) -> Found:
    """Return the file of a picture. Raises Unfit when there is none inside ``folder``."""
    path = (folder / picture.file).resolve()
    # A record from outside must not make us read what lies elsewhere on this machine.
    if not path.is_relative_to(folder.resolve()):
        raise Unfit(f"picture “{picture.file}” lies outside the folder of the import")
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unfit(f"picture “{picture.file}” cannot be read: {error.strerror}") from error
    return Found(path, data, hashlib.sha256(data).hexdigest())


def cut_all(
    wanted: Iterable[tuple[Found, Picture]], *, marks: bool, progress: Progress | None = None
) -> dict[str, Cut | str]:
    """Return for each file, by its digest, its cuts or why it cannot be used; ``marks`` writes the credit into them."""
    unlike = {found.digest: (found, picture) for found, picture in wanted}
    names = [found.path.name for found, _ in unlike.values()]
    sent = [
        Sent(found.data, picture.focal, Marks(credit=picture.credit) if marks else None)
        for found, picture in unlike.values()
    ]
    answers: dict[str, Cut | str] = {}
    made = in_parallel(cut_or_reason, sent)
    for done, (digest, answer) in enumerate(zip(unlike, made, strict=True), 1):
        # The file is here already; what came back from the other process is a copy of it.
        answers[digest] = answer if isinstance(answer, str) else replace(answer, sent=unlike[digest][0].data)
        if progress:
            progress(done, len(names), names[done - 1])
    return answers
