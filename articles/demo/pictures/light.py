"""Sky, weather and water for the demo's illustrations."""

import math

from articles.demo.pictures.paint import Box, Canvas, curve, mix


def sun(
    c: Canvas,
    x: float,
    y: float,
    radius: float,
    colour: str,
    *,
    halo: float = 7.0,
    strength: float = 0.8,
    pale: float = 0.55,
) -> None:
    """A disc with its light around it, `pale` of the way from the light's colour to white."""
    c.glow(x, y, radius * halo, colour, strength=strength)
    c.oval(x, y, radius, fill=mix(colour, "#ffffff", pale))


def clouds(
    c: Canvas, box: Box, colour: str, *, count: int, light: str | None = None, size: float = 1.0
) -> None:
    """Heaped clouds with flat bellies, farther ones first; `light` is the colour of their lit heads."""
    left, top, right, bottom = box
    for level in range(count):
        y = top + (bottom - top) * (1 - level / max(1, count - 1))
        x = c.random.uniform(left, right)
        long = c.random.uniform(130, 300) * size
        heaps = [(c.random.uniform(-0.75, 0.75), c.random.uniform(0.5, 1)) for _ in range(5)]
        for tone, shrink in ((light or colour, 1.0), (colour, 0.86)):
            outline = [(u / 20, max(0.0, 1 - abs(u / 20)) * 0.14) for u in range(-20, 21)]
            outline = [(u, max(v, *(_heap(u, at, tall) for at, tall in heaps))) for u, v in outline]
            c.polygon([(x + u * long, y - v * long * 0.5 * shrink) for u, v in curve(outline, steps=3)], tone)


def _heap(u: float, at: float, tall: float) -> float:
    """The height above `u` of a round heap that stands at `at`, lower towards the ends of its cloud."""
    reach = 0.3 * tall
    off = (u - at) / reach
    return math.sqrt(1 - off * off) * reach * (1.25 - abs(at)) if abs(off) < 1 else 0.0


def streaks(c: Canvas, box: Box, colour: str, *, count: int, thick: float = 16.0) -> None:
    """Thin level bars of cloud that taper at both ends."""
    left, top, right, bottom = box
    for _ in range(count):
        x, y = c.random.uniform(left, right), c.random.uniform(top, bottom)
        long, tall = c.random.uniform(120, 520), c.random.uniform(0.3, 1) * thick
        c.shape(
            [
                (x - long, y),
                (x - long * 0.3, y - tall),
                (x + long * 0.4, y - tall * 0.7),
                (x + long, y + 2),
                (x, y + tall * 0.4),
            ],
            colour,
        )


def ripples(c: Canvas, box: Box, colour: str, *, count: int, long: float = 90.0, thick: float = 4.0) -> None:
    """Level strokes on water, longer and thicker towards the viewer."""
    left, top, right, bottom = box
    for _ in range(count):
        near = c.random.random() ** 1.5
        y = top + (bottom - top) * near
        x, half = c.random.uniform(left, right), long * (0.15 + near) * c.random.uniform(0.3, 1)
        tall = thick * (0.2 + near) / 2
        c.polygon([(x - half, y), (x, y - tall), (x + half, y), (x, y + tall)], colour)


def glitter(
    c: Canvas, x: float, top: float, bottom: float, colour: str, *, spread: float = 90.0, count: int = 150
) -> None:
    """The broken path of light that a low sun or a lamp lays on water."""
    for _ in range(count):
        near = c.random.random() ** 1.25
        y = top + (bottom - top) * near
        at = x + c.random.gauss(0, 1) * spread * (0.22 + near * 0.6)
        half = spread * (0.12 + 0.42 * near) * c.random.uniform(0.3, 1)
        tall = (1 + 3.2 * near) * c.random.uniform(0.6, 1)
        c.polygon([(at - half, y), (at, y - tall), (at + half, y), (at, y + tall)], colour)


def rain(c: Canvas, colour: str, *, count: int, slant: float = 0.16, long: float = 46.0) -> None:
    """Fine slanting strokes over the whole picture."""
    for _ in range(count):
        x, y = c.random.uniform(-50, c.width + 50), c.random.uniform(-40, c.height)
        reach = long * c.random.uniform(0.5, 1.3)
        c.line([(x, y), (x - reach * slant, y + reach)], colour, 1.2)


def rays(
    c: Canvas, x: float, y: float, colour: str, *, angles: tuple[float, ...], width: float, reach: float
) -> None:
    """Shafts of light falling from one place; angles in degrees from straight down."""
    for angle in angles:
        low, high = math.radians(angle - width / 2), math.radians(angle + width / 2)
        foot = [(x + math.tan(high) * reach, y + reach), (x + math.tan(low) * reach, y + reach)]
        c.beam([(x + angle * 1.2 - 12, y), (x + angle * 1.2 + 12, y), *foot], colour, strength=0.42)


def smoke(
    c: Canvas, x: float, y: float, *, lean: float, rise: float, colour: str, lit: str, puffs: int = 26
) -> None:
    """A leaning column of smoke, lit from below where it starts."""
    for step in range(puffs):
        t = step / puffs
        at = (x + lean * t**1.4 + c.random.uniform(-30, 30), y - rise * t + c.random.uniform(-24, 24))
        radius = 34 + 150 * t + c.random.uniform(-10, 20)
        c.oval(*at, radius, radius * 0.82, fill=mix(lit, colour, min(1.0, 0.15 + t * 1.6)))


def stars(c: Canvas, box: Box, colour: str, *, count: int) -> None:
    """Small points of light."""
    for _ in range(count):
        x, y = c.random.uniform(box[0], box[2]), c.random.uniform(box[1], box[3])
        c.oval(x, y, c.random.uniform(0.8, 2.0), fill=colour)
