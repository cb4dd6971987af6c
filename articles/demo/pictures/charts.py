"""An old sea chart among the demo's illustrations: the Hayfield as it once grew; it has lines where others have light."""

from math import cos, pi, sin
from typing import Final

from articles.demo.pictures.paint import Canvas, Point, curve, dots

SIZE: Final = (1600, 1200)
_INK, _PAPER, _LAND, _GRASS = "#4a3a28", "#ead9b0", "#cdb27a", "#5f7a45"
_NORTH_SHORE: Final = (
    "60,60 330,60 470,120 520,210 660,250 720,330 640,400 520,420 430,500 300,520 210,600 60,640"
)
_SOUTH_SHORE: Final = (
    "1540,1140 1540,640 1430,600 1330,640 1270,740 1120,780 1060,880 900,930 860,1040 700,1090 650,1140"
)
_FIELD: Final = "700,470 840,420 990,450 1090,540 1060,640 950,720 800,740 690,690 620,600 630,520"


def hayfield_chart(c: Canvas) -> None:
    """A sound between two shores, soundings as rows of dots, and a hatched meadow across the fairway."""
    c.gradient((0, 0, *SIZE), [(0, "#e6d3a6"), (0.5, _PAPER), (1, "#dcc593")])
    for across, down, size in ((240, 1010, 120), (1380, 200, 150), (980, 250, 70)):
        c.glow(across, down, size * 2, "#c9a868", strength=0.35)
    for x in range(160, 1600, 240):
        c.line([(x, 60), (x, 1140)], "#4a3a2833", 2)
    for y in range(180, 1140, 240):
        c.line([(60, y), (1540, y)], "#4a3a2833", 2)
    _depths(c)
    for path in (_NORTH_SHORE, _SOUTH_SHORE):
        _land(c, dots(path))
    _meadow(c)
    _town(c)
    _rose(c, (1330, 330), 150)
    _border(c)


def _land(c: Canvas, shore: list[Point]) -> None:
    c.polygon(curve(shore), _LAND)
    for step in range(5):
        c.line(
            [(x + 9 * step, y + 9 * step) for x, y in shore], f"#4a3a28{90 - step * 16:02d}", 3, smooth=True
        )
    c.line(shore, _INK, 6, smooth=True)


def _meadow(c: Canvas) -> None:
    outline = curve([*dots(_FIELD), dots(_FIELD)[0]], closed=True)
    c.polygon(outline, "#8fa06255")
    for _ in range(330):
        across, around = c.random.random() ** 0.5 * 0.92, c.random.uniform(0, 2 * pi)
        x, y = 860 + 225 * across * cos(around), 585 + 145 * across * sin(around)
        for lean in (-9, 0, 9):
            c.line([(x, y), (x + lean, y - 22)], _GRASS, 3)
    for first, second in zip(outline[::3], outline[1::3], strict=False):
        c.line([first, second], _GRASS, 5)


def _depths(c: Canvas) -> None:
    for line in range(9):
        for step in range(13):
            x, y = 560 + 78 * step - 60 * line + c.random.uniform(-12, 12), 190 + 100 * line + 14 * step
            in_water = 120 + 0.42 * x < y + 330 and y < 0.1 * x + 860 and 100 < x < 1500
            if in_water:
                for mark in range(c.random.randint(1, 3)):
                    c.oval(x + 9 * mark, y, 2.6, fill=_INK)
    for lower in (0, 46):
        c.line(
            [(470, 900 + lower), (720, 850 + lower), (960, 800 + lower), (1240, 560 + lower)],
            "#4a3a2888",
            3,
            smooth=True,
        )


def _town(c: Canvas) -> None:
    for n in range(26):
        x, y = 150 + (n % 7) * 42 + c.random.uniform(-6, 6), 150 + (n // 7) * 52
        c.rect(x, y, x + 26, y + 22, _INK)
    c.line([(470, 120), (600, 170), (640, 160)], _INK, 10)
    c.rect(300, 70, 312, 140, _INK)
    c.polygon([(292, 78), (306, 40), (320, 78)], _INK)


def _rose(c: Canvas, at: Point, size: float) -> None:
    x, y = at
    for n in range(16):
        angle = n * pi / 8
        long = size * (1 if n % 4 == 0 else 0.62 if n % 2 == 0 else 0.4)
        tip = (x + long * sin(angle), y - long * cos(angle))
        side = (x + 16 * sin(angle + pi / 4), y - 16 * cos(angle + pi / 4))
        other = (x + 16 * sin(angle - pi / 4), y - 16 * cos(angle - pi / 4))
        c.polygon([(x, y), side, tip], _INK)
        c.polygon([(x, y), other, tip], "#b39a66")
    for ring in (size * 0.5, size * 0.54):
        c.arc((x - ring, y - ring, x + ring, y + ring), 0, 360, _INK, 3)
    c.polygon([(x - 12, y - size - 12), (x, y - size - 44), (x + 12, y - size - 12)], "#a0402c")


def _border(c: Canvas) -> None:
    # The shores run on beneath the edge of the sheet.
    for left, top, right, bottom in (
        (0, 0, 1600, 56),
        (0, 1144, 1600, 1200),
        (0, 0, 56, 1200),
        (1544, 0, 1600, 1200),
    ):
        c.rect(left, top, right, bottom, _PAPER)
    c.line([(56, 56), (1544, 56), (1544, 1144), (56, 1144), (56, 56)], _INK, 5)
    c.line([(34, 34), (1566, 34), (1566, 1166), (34, 1166), (34, 34)], _INK, 2)
    for n in range(0, 31, 2):
        c.rect(56 + n * 48, 36, 104 + n * 48, 54, _INK)
        c.rect(56 + n * 48, 1146, 104 + n * 48, 1164, _INK)
    for n in range(0, 22, 2):
        c.rect(36, 56 + n * 50, 54, 106 + n * 50, _INK)
        c.rect(1546, 56 + n * 50, 1564, 106 + n * 50, _INK)
    # A crease where the chart was folded.
    c.line([(800, 34), (800, 1166)], "#fff6dd66", 5)
    c.line([(805, 34), (805, 1166)], "#4a3a2822", 4)


CHARTS = {"hayfield-chart": hayfield_chart}
