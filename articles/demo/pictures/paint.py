"""The canvas of the demo's illustrations: shapes, light and paper; it knows no scene."""

import math
import random
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Stops = Sequence[tuple[float, str]]

# Shapes are drawn this many times larger than asked for and averaged down, which smooths their edges.
OVERDRAW: Final = 2


class Canvas:
    """A picture in the making; all positions are in its own units, whatever number of pixels comes out."""

    def __init__(self, size: tuple[int, int], *, pixels: int, seed: str, ground: str = "#000000") -> None:
        self.width, self.height = size
        self.scale = pixels / size[0] * OVERDRAW
        self.pixels = (pixels, round(pixels * size[1] / size[0]))
        self.image = Image.new("RGB", (self.pixels[0] * OVERDRAW, self.pixels[1] * OVERDRAW), ground)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.random = random.Random(seed)

    def polygon(self, points: Iterable[Point], fill: str) -> None:
        """Fill a shape with straight edges; #rrggbbaa lets what lies beneath show through."""
        self.pen.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=fill)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """Fill a shape whose outline runs smoothly through the points."""
        self.polygon(curve([*points, points[0]], closed=True), fill)

    def rect(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """Fill an upright rectangle."""
        s = self.scale
        self.pen.rectangle((left * s, top * s, max(right, left) * s, max(bottom, top) * s), fill=fill)

    def oval(self, x: float, y: float, across: float, down: float | None = None, *, fill: str) -> None:
        """Fill an ellipse given its middle and half its axes."""
        s, tall = self.scale, across if down is None else down
        self.pen.ellipse(((x - across) * s, (y - tall) * s, (x + across) * s, (y + tall) * s), fill=fill)

    def arc(self, box: Box, start: float, end: float, fill: str, width: float) -> None:
        """Draw part of an ellipse as a line, angles in degrees clockwise from three o'clock."""
        self.pen.arc([side * self.scale for side in box], start, end, fill, self._thick(width))

    def line(self, points: Iterable[Point], fill: str, width: float, *, smooth: bool = False) -> None:
        """Draw a line with rounded joints."""
        path = curve(list(points)) if smooth else points
        dots = [(x * self.scale, y * self.scale) for x, y in path]
        self.pen.line(dots, fill=fill, width=self._thick(width), joint="curve")

    def limb(self, points: Sequence[Point], fill: str, width: float) -> None:
        """Draw a line with round ends: an arm, a rail, a hose."""
        self.line(points, fill, width)
        for x, y in (points[0], points[-1]):
            self.oval(x, y, width / 2, fill=fill)

    def gradient(self, box: Box, stops: Stops) -> None:
        """Fill a box from top to bottom through the colours at the given shares of its height."""
        left, top, right, bottom = self._box(box)
        if right > left and bottom > top:
            strip = _strip(tuple(stops)).resize((right - left, bottom - top), Image.Resampling.BILINEAR)
            self.image.paste(strip, (left, top))

    def glow(
        self, x: float, y: float, radius: float, colour: str, *, strength: float = 0.8, flat: float = 1.0
    ) -> None:
        """Let light spread from a point, adding to what is there; `flat` below 1 squeezes it upright."""
        box = self._box((x - radius, y - radius * flat, x + radius, y + radius * flat))
        self._lay(box, _halo(round(strength * 100)), colour, light=True)

    def veil(self, box: Box, colour: str, *, top: float = 0.0, bottom: float = 1.0) -> None:
        """Lay a see-through colour over a box, from one density at the top to another at the bottom."""
        self._lay(self._box(box), _ramp(round(top * 255), round(bottom * 255)), colour)

    def shade(self, points: Sequence[Point], colour: str, *, turn: int = 0, strength: float = 0.7) -> None:
        """Darken or light a shape from one side, fading across: turn 0 from below, 90 right, 180 above, 270 left."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = self._box((min(xs), min(ys), max(xs), max(ys)))
        mask = Image.new("L", (max(1, box[2] - box[0]), max(1, box[3] - box[1])))
        dots = [(x * self.scale - box[0], y * self.scale - box[1]) for x, y in points]
        ImageDraw.Draw(mask).polygon(dots, fill=255)
        ramp = _ramp(0, round(strength * 255)).rotate(turn, expand=True).resize(mask.size)
        self._lay(box, ImageChops.multiply(mask, ramp), colour)

    def beam(self, points: Sequence[Point], colour: str, *, strength: float = 0.4) -> None:
        """Add a shaft of light that fades towards the end of the shape that lies lowest."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = self._box((min(xs), min(ys), max(xs), max(ys)))
        small = (max(1, (box[2] - box[0]) // 4), max(1, (box[3] - box[1]) // 4))
        mask = Image.new("L", small)
        ImageDraw.Draw(mask).polygon(
            [((x * self.scale - box[0]) / 4, (y * self.scale - box[1]) / 4) for x, y in points], fill=255
        )
        self._lay(
            box, ImageChops.multiply(mask, _ramp(round(strength * 255), 0).resize(small)), colour, light=True
        )

    def mirror(
        self, horizon: float, bottom: float, *, tint: str, dim: float = 0.35, squeeze: float = 1.0
    ) -> None:
        """Reflect what stands above the horizon in restless water below it."""
        s = self.scale
        wide, line, deep = self.image.width, round(horizon * s), round((bottom - horizon) * s)
        above = max(0, line - round(deep * squeeze))
        image = self.image.crop((0, above, wide, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        image = Image.blend(image, Image.new("RGB", image.size, tint), dim)
        image = image.resize((wide, deep), Image.Resampling.BILINEAR)
        self.image.paste(image, (0, line))
        y = 0
        while y < deep:
            near = y / deep
            band = max(2, round((2 + 9 * near) * s / 2))
            shift = round(self.random.uniform(-1, 1) * (2 + 16 * near) * s)
            self.image.paste(image.crop((0, y, wide, min(deep, y + band))), (shift, line + y))
            y += band

    def finish(self, *, vignette: float = 0.22, grain: float = 0.1) -> Image.Image:
        """Average down, darken the corners a little and let the tooth of the paper through."""
        image = self.image.reduce(OVERDRAW)
        if vignette:
            corner = _corner(round(vignette * 255)).resize(image.size, Image.Resampling.BILINEAR)
            image = ImageChops.multiply(image, Image.merge("RGB", (corner,) * 3))
        return Image.blend(image, ImageChops.overlay(image, _paper(image.size)), min(1.0, grain * 5))

    def _lay(
        self, box: tuple[int, int, int, int], mask: Image.Image, colour: str, *, light: bool = False
    ) -> None:
        """Put a colour on a box through a mask that is stretched to it; only what lies on the canvas is worked out."""
        left, top = max(0, box[0]), max(0, box[1])
        right, bottom = min(self.image.width, box[2]), min(self.image.height, box[3])
        if right <= left or bottom <= top:
            return
        across, down = mask.width / (box[2] - box[0]), mask.height / (box[3] - box[1])
        part = (
            (left - box[0]) * across,
            (top - box[1]) * down,
            (right - box[0]) * across,
            (bottom - box[1]) * down,
        )
        mask = mask.resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=part)
        mask = _speckled(mask, _stipple(self.image.size))
        ground = Image.new("RGB", mask.size, colour)
        if light:
            ground = ImageChops.screen(self.image.crop((left, top, right, bottom)), ground)
        self.image.paste(ground, (left, top), mask)

    def _box(self, box: Box) -> tuple[int, int, int, int]:
        left, top, right, bottom = (round(side * self.scale) for side in box)
        return left, top, right, bottom

    def _thick(self, width: float) -> int:
        return max(1, round(width * self.scale))


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 7) -> list[Point]:
    """Return points on a smooth (Catmull-Rom) path through the given ones."""
    ends = (points[-2], points[1]) if closed else (points[0], points[-1])
    path = [ends[0], *points, ends[1]]
    found: list[Point] = []
    for a, b, c, d in zip(path, path[1:], path[2:], path[3:], strict=False):
        for step in range(steps):
            t = step / steps
            found.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return [*found, points[-1]]


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two, `share` of the way to the other."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def _strip(stops: tuple[tuple[float, str], ...]) -> Image.Image:
    strip = Image.new("RGB", (1, 128))
    for y in range(128):
        share = y / 127
        above = max((stop for stop in stops if stop[0] <= share), default=stops[0])
        below = min((stop for stop in stops if stop[0] > share), default=stops[-1])
        reach = (share - above[0]) / (below[0] - above[0]) if below[0] > above[0] else 0.0
        strip.putpixel((0, y), channels(mix(above[1], below[1], reach)))
    return strip


@lru_cache(maxsize=64)
def _halo(strength: int) -> Image.Image:
    # Pillow's gradient reaches 181 at the middle of each edge and 255 only in the corners.
    return Image.radial_gradient("L").point(
        [round(strength / 100 * 255 * max(0, 1 - d / 179) ** 1.6) for d in range(256)]
    )


@lru_cache(maxsize=128)
def _ramp(top: int, bottom: int) -> Image.Image:
    return (
        Image.linear_gradient("L")
        .resize((32, 256))
        .point([round(top + (bottom - top) * d / 255) for d in range(256)])
    )


@lru_cache(maxsize=8)
def _corner(depth: int) -> Image.Image:
    return Image.radial_gradient("L").point([255 - round(depth * math.pow(d / 255, 2.4)) for d in range(256)])


@lru_cache(maxsize=4)
def _noise(size: tuple[int, int]) -> Image.Image:
    data = random.Random("paper").randbytes(size[0] * size[1])
    return Image.frombytes("L", size, data)


@lru_cache(maxsize=2)
def _paper(size: tuple[int, int]) -> Image.Image:
    fine = _noise(size).point([round(128 + (value - 128) * 0.34) for value in range(256)])
    small = _noise((max(2, size[0] // 9), max(2, size[1] // 6)))
    broad = small.resize(size, Image.Resampling.BICUBIC).point(
        [round(128 + (v - 128) * 0.2) for v in range(256)]
    )
    return Image.merge("RGB", (Image.blend(fine, broad, 0.45),) * 3)


@lru_cache(maxsize=4)
def _stipple(size: tuple[int, int]) -> Image.Image:
    coarse = _noise((size[0] // OVERDRAW + 1, size[1] // OVERDRAW + 1))
    return coarse.resize((coarse.width * OVERDRAW, coarse.height * OVERDRAW), Image.Resampling.NEAREST)


def _speckled(mask: Image.Image, grain: Image.Image) -> Image.Image:
    """Break a soft mask into grains, as a dry brush does; what is empty stays empty."""
    return ImageChops.multiply(mask, ImageChops.subtract(mask, grain.crop((0, 0, *mask.size)), 1.6, 190))


def place(points: Iterable[Point], at: Point, size: float = 1.0, *, flip: bool = False) -> list[Point]:
    """Move points drawn around the origin, with y upwards, to a spot on the canvas."""
    side = -size if flip else size
    return [(at[0] + x * side, at[1] - y * size) for x, y in points]


def dots(path: str) -> list[Point]:
    """Read an outline written as `x,y x,y …`, as in SVG: long outlines stay legible that way."""
    return [(float(x), float(y)) for x, y in (spot.split(",") for spot in path.split())]
