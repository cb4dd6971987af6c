"""Draws the demo's pictures into a folder, in several processes; no Django, so that these start quickly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image

from articles.demo import pictures
from newsroom.cutting import in_parallel

# So that the square for search engines is 1200 pixels; drawing more would only be slower.
WIDTH: Final = 1800
# Pillow writes EXIF in ASCII: the sign of copyright would be a question mark.
COPYRIGHT: Final = "Copyright The Veldhaven Courier"


def draw_one(task: tuple[str, str]) -> str:
    """Draw one picture into a folder as JPEG and return its file name."""
    name, folder = task
    path = Path(folder) / f"{name}.jpg"
    said = Image.Exif()
    said[ExifTags.Base.Copyright] = COPYRIGHT
    pictures.draw(name, width=WIDTH).save(path, "JPEG", quality=88, exif=said)
    return path.name


def draw_all(folder: Path, progress: Callable[[int, int, str], None]) -> None:
    """Draw every picture of the demo, as `pictures.write_all` does, on all processors."""
    drawn = in_parallel(draw_one, [(name, str(folder)) for name in pictures.NAMES])
    for done, name in enumerate(drawn, 1):
        progress(done, len(pictures.NAMES), name)
