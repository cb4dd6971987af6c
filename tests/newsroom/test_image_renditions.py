"""Tests of the sizes, cuts and names of the files that readers get."""

from io import BytesIO

import pytest
from PIL import Image, features

from newsroom import images
from newsroom.images import clean, renditions, verify
from tests.newsroom.made_pictures import BLUE, RED, encoded, halves, near, noise


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((3000, 2000), (2400, 1600)),
        ((1000, 3000), (800, 2400)),
        ((800, 600), (800, 600)),
        ((9000, 800), (2400, 213)),
    ],
)
def test_cleaning_limits_the_longest_side_and_never_enlarges(
    size: tuple[int, int], wanted: tuple[int, int]
) -> None:
    with Image.open(BytesIO(clean(verify(encoded(Image.new("RGB", size)))))) as opened:
        assert opened.size == wanted


def test_a_full_set_of_renditions_has_every_width_and_one_jpeg_per_ratio() -> None:
    made = list(renditions(encoded(noise((1600, 1067))), focal=(0.5, 0.5)))
    assert not [item for item in made if item.ratio == images.WHOLE], "it has the shape of a cut"
    for ratio, wanted in images.WIDTHS.items():
        if ratio == images.WHOLE:
            continue
        modern = {(item.format, item.width) for item in made if item.ratio == ratio and item.format != "jpeg"}
        kinds = [kind for kind in images.formats(largest=True) if kind != "jpeg"]
        assert modern == {(kind, width) for kind in kinds for width in wanted}
        jpegs = [item.width for item in made if item.ratio == ratio and item.format == "jpeg"]
        assert jpegs[0] == wanted[-1]
    for item in made:
        with Image.open(BytesIO(item.data)) as opened:
            assert opened.format == item.format.upper()
            assert opened.size == (item.width, item.height)
            assert item.height == images.rendition_height(item.ratio, item.width, (1600, 1067))
            assert not opened.getexif()


@pytest.mark.parametrize("size", [(1600, 1200), (1201, 1799), (1000, 500)])
def test_a_picture_of_another_shape_is_made_whole_as_well(size: tuple[int, int]) -> None:
    made = [one for one in renditions(encoded(noise(size)), focal=(0.2, 0.9)) if one.ratio == images.WHOLE]

    assert {one.width for one in made} == {width for width in images.WIDTHS[images.WHOLE] if width <= size[0]}
    for one in made:
        assert one.height == images.rendition_height(images.WHOLE, one.width, size)
        assert abs(one.width / one.height - size[0] / size[1]) < 0.005
        with Image.open(BytesIO(one.data)) as opened:
            assert opened.size == (one.width, one.height)


def test_renditions_are_never_enlarged() -> None:
    made = list(renditions(encoded(noise((500, 300))), focal=(0.5, 0.5)))
    assert {item.width for item in made if item.ratio == "wide"} == {480}
    assert {item.width for item in made if item.ratio == "standard"} == {320}
    assert {item.width for item in made if item.ratio == "square"} == {96, 176, 264}
    assert images.widths("standard", (300, 300)) == (300,), "no promised width fits: its own"
    assert {item.width for item in made if item.ratio == "classic"} == {400}


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((2400, 1600), {"wide": 1440, "classic": 1200, "square": 1200}),
        ((1440, 960), {"wide": 1440, "classic": 1200, "square": 960}),
        ((900, 600), {"wide": 800, "classic": 800, "square": 600}),
    ],
)
def test_search_engines_get_a_large_jpeg_of_each_of_their_ratios(
    size: tuple[int, int], wanted: dict[images.Ratio, int]
) -> None:
    made = {
        (one.ratio, one.width)
        for one in renditions(encoded(halves(size)), focal=(0.5, 0.5))
        if one.format == "jpeg"
    }
    assert {ratio: max(width for one, width in made if one == ratio) for ratio in wanted} == wanted


@pytest.mark.parametrize(
    ("focal", "wanted"), [((0.1, 0.5), RED), ((0.9, 0.5), BLUE), ((0.0, 0.0), RED), ((1.0, 1.0), BLUE)]
)
def test_the_focal_point_moves_the_cut(focal: tuple[float, float], wanted: tuple[int, int, int]) -> None:
    made = renditions(encoded(halves((1200, 500))), focal=focal)
    square = next(item for item in made if (item.ratio, item.format) == ("square", "webp"))
    with Image.open(BytesIO(square.data)) as opened:
        middle = opened.convert("RGB").getpixel((opened.width // 2, opened.height // 2))
    assert near(middle, wanted, by=20)


def test_the_focal_point_moves_a_tall_cut_up_and_down() -> None:
    tall = encoded(halves((600, 1400), upright=True))
    for share, wanted in ((0.1, RED), (0.9, BLUE)):
        wide = next(iter(renditions(tall, focal=(0.5, share))))
        with Image.open(BytesIO(wide.data)) as opened:
            assert near(
                opened.convert("RGB").getpixel((opened.width // 2, opened.height // 2)), wanted, by=20
            )


@pytest.mark.parametrize("focal", [(-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_a_focal_point_outside_the_picture_is_an_error(focal: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="focal point"):
        next(renditions(encoded(noise()), focal=focal))


def test_without_avif_webp_and_jpeg_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "avif")
    assert {item.format for item in renditions(encoded(noise()), focal=(0.5, 0.5))} == {"webp", "jpeg"}


def test_rendition_names_are_stable_and_unique() -> None:
    assert images.rendition_name("harbour-bridge", "wide", 960, "avif") == "harbour-bridge-wide-960.avif"
    assert images.rendition_name("a", "square", 96, "jpeg") == "a-square-96.jpg"
    made = list(renditions(encoded(noise((1600, 1067))), focal=(0.5, 0.5)))
    names = {images.rendition_name("a", item.ratio, item.width, item.format) for item in made}
    assert len(names) == len(made)
