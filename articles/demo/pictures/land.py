"""Hills, trees, rocks, birds and grass for the demo's illustrations."""

import math

from articles.demo.pictures.paint import Canvas, Point, curve, dots, place


def ridge(
    c: Canvas, y: float, height: float, colour: str, *, steps: int = 9, foot: float | None = None
) -> list[Point]:
    """A range of hills from edge to edge; returns its outline, for shading."""
    wide = c.width / steps
    tops = [(wide * n - 20, y - height * c.random.random()) for n in range(steps + 2)]
    bottom = c.height if foot is None else foot
    outline = [*curve(tops), (c.width + 100, bottom), (-100, bottom)]
    c.polygon(outline, colour)
    return outline


def island(c: Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    """A low island with a flat waterline and a few trees on its back."""
    back = dots("-0.5,0 -0.4,0.28 -0.2,0.62 0.02,0.9 0.2,0.7 0.38,0.4 0.5,0")
    points = [(x + u * width, y - v * height) for u, v in back]
    c.polygon(curve(points), colour)
    for _ in range(int(width / 26)):
        u = c.random.uniform(-0.3, 0.32)
        crown = y - height * (0.8 - abs(u - 0.02) * 1.5)
        c.oval(x + u * width, crown, c.random.uniform(5, 12), c.random.uniform(8, 20), fill=colour)


def birch(c: Canvas, x: float, y: float, tall: float, *, bark: str, leaf: str) -> None:
    """A thin leaning trunk with a narrow crown of hanging twigs."""
    lean = c.random.uniform(-0.06, 0.06) * tall
    half = tall * 0.014
    trunk = curve([(x, y), (x + lean * 0.3, y - tall * 0.5), (x + lean, y - tall)])
    c.polygon(
        [*[(px - half, py) for px, py in trunk], *[(px + half * 0.2, py) for px, py in reversed(trunk)]], bark
    )
    for _ in range(34):
        share = c.random.uniform(0.34, 1.0)
        spread = tall * 0.15 * (1.1 - share) + tall * 0.03
        at = (x + lean * share + c.random.uniform(-1, 1) * spread, y - tall * share)
        c.line(
            [(x + lean * share, at[1] - tall * 0.03), at, (at[0], at[1] + tall * 0.06)], leaf, tall * 0.006
        )
        c.oval(at[0], at[1] + tall * 0.03, tall * 0.017, tall * c.random.uniform(0.03, 0.055), fill=leaf)


def gull(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A bird on the wing, seen from the side."""
    tilt = c.random.uniform(-0.15, 0.15)
    upper = [
        (-1.0, 0.26 - tilt),
        (-0.5, 0.42),
        (-0.12, 0.1),
        (0.0, 0.06),
        (0.12, 0.1),
        (0.5, 0.42 + tilt),
        (1.0, 0.22 + tilt),
    ]
    lower = [(0.48, 0.28 + tilt), (0.14, -0.03), (0.0, -0.1), (-0.14, -0.03), (-0.48, 0.28)]
    c.polygon(place([*upper, *lower], (x, y), size), colour)


def blades(
    c: Canvas, x: float, y: float, tall: float, colour: str, *, count: int, spread: float, lean: float = 0.2
) -> None:
    """A tuft of grass or reed."""
    for _ in range(count):
        foot = x + c.random.uniform(-spread, spread)
        high = tall * c.random.uniform(0.5, 1)
        tip = foot + high * (lean + c.random.uniform(-0.25, 0.25))
        bend = (foot + (tip - foot) * 0.25, y - high * 0.6)
        half = max(0.8, tall * 0.018)
        c.polygon([*curve([(foot - half, y), bend, (tip, y - high)], steps=4), (foot + half, y)], colour)


def rocks(c: Canvas, left: float, right: float, y: float, height: float, colours: tuple[str, str]) -> None:
    """A broken shore of angular stones, light on their upper sides."""
    x = left
    while x < right:
        wide = c.random.uniform(0.8, 1.8) * height
        tall = height * c.random.uniform(0.45, 1.0)
        crown = x + wide * c.random.uniform(0.3, 0.55)
        c.polygon(
            [
                (x, y),
                (x + wide * 0.12, y - tall * 0.6),
                (crown, y - tall),
                (x + wide * 0.85, y - tall * 0.55),
                (x + wide, y),
            ],
            colours[0],
        )
        c.polygon(
            [
                (x + wide * 0.12, y - tall * 0.6),
                (crown, y - tall),
                (x + wide * 0.85, y - tall * 0.55),
                (crown, y - tall * 0.5),
            ],
            colours[1],
        )
        x += wide * 0.62


def crest(c: Canvas, y: float, colour: str, *, height: float, length: float, phase: float = 0.0) -> None:
    """A line of pointed sea waves from edge to edge, filled to the bottom."""
    points: list[Point] = []
    x = -length
    while x < c.width + length:
        swell = height * (0.7 + 0.3 * math.sin(x * 0.013 + phase))
        points += curve(
            [(x, y), (x + length * 0.3, y - swell * 0.35), (x + length * 0.52, y - swell), (x + length, y)],
            steps=4,
        )
        x += length
    c.polygon([*points, (c.width + 10, c.height), (-10, c.height)], colour)
