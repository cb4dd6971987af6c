"""Houses, lamps, cranes, lattice work and vehicles for the demo's illustrations."""

from articles.demo.pictures.paint import Canvas, Point, dots, place


def skyline(
    c: Canvas, y: float, colour: str, *, low: float, high: float, left: float = 0, right: float = 1600
) -> None:
    """A distant town: gables, flat roofs, a spire now and then."""
    x = left
    while x < right:
        wide, tall = c.random.uniform(26, 70), c.random.uniform(low, high)
        c.rect(x, y - tall, x + wide, y, colour)
        kind = c.random.random()
        if kind < 0.5:
            c.polygon([(x, y - tall), (x + wide / 2, y - tall - wide * 0.45), (x + wide, y - tall)], colour)
        elif kind < 0.58:
            c.polygon(
                [
                    (x + wide * 0.3, y - tall),
                    (x + wide / 2, y - tall - high * 1.3),
                    (x + wide * 0.7, y - tall),
                ],
                colour,
            )
        x += wide


def windows(
    c: Canvas,
    box: tuple[float, float, float, float],
    grid: tuple[int, int],
    lit: str,
    dark: str,
    share: float,
) -> None:
    """Rows of small panes, some of them lit."""
    left, top, right, bottom = box
    columns, rows = grid
    wide, tall = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * wide, top + row * tall
            colour = lit if c.random.random() < share else dark
            c.rect(x + wide * 0.22, y + tall * 0.18, x + wide * 0.78, y + tall * 0.82, colour)


def lattice(
    c: Canvas, start: Point, end: Point, depth: float, colour: str, *, bays: int, thick: float = 5.0
) -> None:
    """A girder with two chords, posts and crossed diagonals, between two points of its upper chord."""
    (x0, y0), (x1, y1) = start, end
    c.line([start, end], colour, thick * 1.5)
    c.line([(x0, y0 + depth), (x1, y1 + depth)], colour, thick * 1.5)
    for bay in range(bays):
        a, b = bay / bays, (bay + 1) / bays
        left, right = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a), (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)
        c.line([left, (left[0], left[1] + depth)], colour, thick)
        c.line([left, (right[0], right[1] + depth)], colour, thick * 0.6)
        c.line([(left[0], left[1] + depth), right], colour, thick * 0.6)
    c.line([end, (x1, y1 + depth)], colour, thick)


def mast(c: Canvas, foot: Point, top: Point, width: tuple[float, float], colour: str, *, bays: int) -> None:
    """An upright lattice tower that narrows towards its top."""
    (x0, y0), (x1, y1) = foot, top
    sides = [[(x0 + s * width[0] / 2, y0), (x1 + s * width[1] / 2, y1)] for s in (-1, 1)]
    for side in sides:
        c.line(side, colour, 7)
    for bay in range(bays):
        a, b = bay / bays, (bay + 1) / bays
        ends = [[(s[0][0] + (s[1][0] - s[0][0]) * t, y0 + (y1 - y0) * t) for s in sides] for t in (a, b)]
        c.line([ends[0][0], ends[1][1]], colour, 3)
        c.line([ends[0][1], ends[1][0]], colour, 3)
        c.line(ends[1], colour, 4)


def hammerhead(
    c: Canvas, x: float, y: float, tall: float, reach: float, colour: str, *, flip: bool = False
) -> None:
    """A shipyard crane: lattice tower, long level jib, counterweight, hook."""
    side = -1 if flip else 1
    top = y - tall
    mast(c, (x, y), (x, top), (tall * 0.14, tall * 0.09), colour, bays=8)
    c.rect(x - tall * 0.06, top - 30, x + tall * 0.06, top + 6, colour)
    tip, tail = x + side * reach, x - side * reach * 0.42
    lattice(c, (min(tip, tail), top - 62), (max(tip, tail), top - 62), 34, colour, bays=16, thick=4)
    c.rect(min(tail, tail + side * 74), top - 66, max(tail, tail + side * 74), top + 6, colour)
    c.polygon([(x - 34, top - 60), (x, top - 138), (x + 34, top - 60)], colour)
    c.line([(x, top - 134), (x + side * reach * 0.7, top - 62)], colour, 3)
    c.line([(x, top - 134), (tail, top - 62)], colour, 3)
    hook = x + side * reach * 0.72
    c.line([(hook, top - 30), (hook, top + tall * 0.3)], colour, 2.5)
    c.rect(hook - 8, top + tall * 0.3, hook + 8, top + tall * 0.3 + 14, colour)


def lamp(
    c: Canvas, x: float, y: float, tall: float, colour: str, light: str, *, reach: float = 150.0
) -> None:
    """A street lamp and the light around it."""
    c.glow(x, y - tall, reach, light, strength=0.75)
    c.line([(x, y), (x, y - tall)], colour, 7)
    c.polygon(
        [(x - 16, y - tall - 6), (x + 16, y - tall - 6), (x + 10, y - tall + 20), (x - 10, y - tall + 20)],
        light,
    )
    c.polygon([(x - 20, y - tall - 5), (x, y - tall - 20), (x + 20, y - tall - 5)], colour)


def lorry(c: Canvas, x: float, y: float, size: float, body: str, cab: str) -> None:
    """A lorry seen from the side, heading right, wheels at y."""
    c.rect(x, y - size * 0.62, x + size * 1.25, y - size * 0.14, body)
    c.polygon(
        [
            (x + size * 1.3, y - size * 0.12),
            (x + size * 1.3, y - size * 0.5),
            (x + size * 1.52, y - size * 0.5),
            (x + size * 1.66, y - size * 0.28),
            (x + size * 1.66, y - size * 0.12),
        ],
        cab,
    )
    for wheel in (0.25, 0.48, 1.44):
        c.oval(x + size * wheel, y - size * 0.1, size * 0.11, fill=cab)


def cyclist(c: Canvas, x: float, y: float, size: float, colour: str, coat: str) -> None:
    """A person on a bicycle heading right, wheels at y."""

    def at(path: str) -> list[Point]:
        return place(dots(path), (x, y), size)

    for wheel in (x, x + size * 0.62):
        c.arc((wheel - size * 0.2, y - size * 0.4, wheel + size * 0.2, y), 0, 360, colour, size * 0.028)
    c.line(at("0,0.2 0.22,0.5 0.54,0.5 0.28,0.2 0,0.2"), colour, size * 0.03)
    c.line(at("0.62,0.2 0.52,0.6 0.6,0.62"), colour, size * 0.03)
    c.limb(at("0.16,0.6 0.38,0.42 0.3,0.14"), colour, size * 0.09)
    c.limb(at("0.14,0.62 0.34,0.98"), coat, size * 0.19)
    c.limb(at("0.34,0.92 0.46,0.72 0.58,0.64"), coat, size * 0.07)
    c.oval(x + size * 0.42, y - size * 1.14, size * 0.095, fill=colour)
