"""Draw the demo newspaper's pictures and portraits, so that the demo needs no network and no stranger's photographs."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from articles.demo.pictures import charts, fields, harbour, quays, rooms, seabed, shore, streets, workshop
from articles.demo.pictures.charts import CHARTS
from articles.demo.pictures.paint import Canvas
from articles.demo.pictures.portraits import PORTRAITS

__all__ = ["CHARTS", "NAMES", "PORTRAITS", "SCENES", "draw", "write_all"]

SCENES: Final[dict[str, Callable[[Canvas], None]]] = {
    **harbour.SCENES,
    **shore.SCENES,
    **quays.SCENES,
    **streets.SCENES,
    **rooms.SCENES,
    **workshop.SCENES,
    **fields.SCENES,
    **seabed.SCENES,
}
NAMES: Final = (*SCENES, *CHARTS, *PORTRAITS)

# The units in which scenes and portraits are drawn, whatever number of pixels comes out.
SCENE_SIZE: Final = (1600, 1067)
PORTRAIT_SIZE: Final = (660, 660)


def draw(name: str, *, width: int = 1600) -> Image.Image:
    """
    Draw one picture by its name, with or without `.jpg`: `width` pixels across for a scene, half that for a portrait.

    The same name and width give the same pixels every time. Raises KeyError for a name nobody has drawn.
    """
    stem = name.removesuffix(".jpg")
    if stem in PORTRAITS:
        canvas = Canvas(PORTRAIT_SIZE, pixels=width // 2, seed=stem)
        PORTRAITS[stem](canvas)
    elif stem in CHARTS:
        canvas = Canvas(charts.SIZE, pixels=width, seed=stem)
        CHARTS[stem](canvas)
    else:
        canvas = Canvas(SCENE_SIZE, pixels=width, seed=stem)
        SCENES[stem](canvas)
    return canvas.finish()


def write_all(
    folder: Path, *, width: int = 1600, progress: Callable[[int, int, str], None] | None = None
) -> list[Path]:
    """Draw every picture into a folder as JPEG; `progress` hears how many of how many are done, and the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for done, name in enumerate(NAMES, start=1):
        path = folder / f"{name}.jpg"
        draw(name, width=width).save(path, "JPEG", quality=88)
        written.append(path)
        if progress:
            progress(done, len(NAMES), path.name)
    return written
