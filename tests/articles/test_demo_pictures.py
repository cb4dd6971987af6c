"""Tests of the demo's illustrations: complete, the same every time, quick, and no two alike."""

from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageStat

from articles.demo import drawing, pictures
from articles.demo.pictures.paint import Canvas, channels, curve, dots, mix, place
from newsroom.images import verify

CAST = Path(pictures.__file__).parents[1] / "cast.yaml"


@pytest.fixture(scope="module")
def small() -> dict[str, Image.Image]:
    return {name: pictures.draw(name, width=320) for name in pictures.NAMES}


def test_every_picture_of_the_cast_is_drawn_and_no_other() -> None:
    wanted = yaml.safe_load(CAST.read_text(encoding="utf-8"))["pictures"]
    assert {f"{name}.jpg" for name in pictures.NAMES} == set(wanted)


def test_every_picture_that_a_story_shows_is_drawn() -> None:
    stories = (CAST.parent / "stories").glob("*.md")
    heads = [yaml.safe_load(story.read_text(encoding="utf-8").split("---")[1]) for story in stories]
    shown = {head["image"]["file"] for head in heads if "image" in head}
    assert shown <= {f"{name}.jpg" for name in pictures.NAMES}


def test_scenes_are_three_to_two_charts_four_to_three_and_portraits_square(
    small: dict[str, Image.Image],
) -> None:
    for name, image in small.items():
        wanted = {name in pictures.PORTRAITS: (160, 160), name in pictures.CHARTS: (320, 240)}
        assert image.size == wanted.get(True, (320, 213)), name
        assert image.mode == "RGB"


def test_every_picture_shows_something_of_its_own(small: dict[str, Image.Image]) -> None:
    for name, image in small.items():
        spread = max(ImageStat.Stat(image).stddev)
        assert spread > 15, f"{name} is nearly one flat colour"
    thumbnails = {image.convert("L").resize((12, 12)).tobytes() for image in small.values()}
    assert len(thumbnails) == len(pictures.NAMES)


def test_the_same_name_gives_the_same_pixels() -> None:
    for name in ("storm-surge", "ada-brandt.jpg"):
        assert pictures.draw(name, width=200).tobytes() == pictures.draw(name, width=200).tobytes()


def test_a_name_nobody_has_drawn_is_refused() -> None:
    with pytest.raises(KeyError):
        pictures.draw("no-such-scene")


def test_all_pictures_are_written_as_jpeg_and_progress_is_told(tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    paths = pictures.write_all(tmp_path / "new", width=160, progress=lambda *told: heard.append(told))
    assert [path.stem for path in paths] == list(pictures.NAMES)
    assert heard[-1] == (len(paths), len(paths), paths[-1].name)
    for path in paths:
        with Image.open(path) as opened:
            assert opened.format == "JPEG"


def test_scenes_and_portraits_have_their_full_size() -> None:
    assert pictures.draw("harbour-bridge").size == (1600, 1067)
    assert pictures.draw("ines-falk").size == (800, 800)


def test_a_smooth_path_goes_through_its_points() -> None:
    points = dots("0,0 10,20 30,-5 40,0")
    assert points == [(0.0, 0.0), (10.0, 20.0), (30.0, -5.0), (40.0, 0.0)]
    assert set(points) <= set(curve(points))


def test_colours_are_mixed_by_share() -> None:
    assert channels("#ff8000") == (255, 128, 0)
    assert mix("#000000", "#ffffff", 0.0) == "#000000"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#ffffff", 1.0) == "#ffffff"


def test_placed_points_are_turned_upright_and_mirrored() -> None:
    assert place([(0.5, 1.0)], (100, 200), 10) == [(105, 190)]
    assert place([(0.5, 1.0)], (100, 200), 10, flip=True) == [(95, 190)]


def test_a_glow_ends_softly_inside_its_radius() -> None:
    canvas = Canvas((200, 200), pixels=200, seed="a", ground="#101010")
    canvas.glow(100, 100, 60, "#ffffff", strength=1.0)
    middle, edge, beyond = (canvas.image.getpixel((x * 2, 200)) for x in (100, 158, 165))
    assert isinstance(middle, tuple)
    assert middle[0] > 120
    assert edge == beyond == (16, 16, 16)


def test_a_drawn_file_says_whose_it_is_in_letters_that_survive(tmp_path: Path) -> None:
    name = drawing.draw_one(("ada-brandt", str(tmp_path)))
    assert verify((tmp_path / name).read_bytes()).iptc == {"copyright": drawing.COPYRIGHT}
