"""Scenes on the quays, old and new, of the demo's illustrations."""

from articles.demo.pictures.land import gull
from articles.demo.pictures.light import glitter, ripples, smoke, stars, sun
from articles.demo.pictures.paint import Canvas, Point, curve, dots, place
from articles.demo.pictures.people import Clothes, figure
from articles.demo.pictures.town import skyline


def tally_clerk(c: Canvas) -> None:
    """A clerk with his ledger on an old quay, in sepia fog."""
    c.gradient((0, 0, 1600, 860), [(0, "#8f7655"), (0.5, "#c9ab7c"), (1, "#ecd9b0")])
    sun(c, 560, 470, 60, "#fff0c6", halo=9, strength=0.7)
    for x, scale, tone in ((250, 0.7, "#bfa379"), (1160, 1.0, "#7d6547")):
        _rigging(c, x, 800, scale, tone)
    c.veil((0, 420, 1600, 830), "#efdfba", top=0, bottom=0.75)
    c.gradient((0, 800, 1600, 1067), [(0, "#8e744f"), (1, "#43341f")])
    for row in range(5):
        y = 812 + row * row * 15 + row * 8
        c.line([(0, y), (1600, y)], "#5e4a2f", 2 + row)
    for n in range(-4, 22):
        c.line([(560 + (n * 90 - 560) * 0.9, 812), (560 + (n * 90 - 560) * 1.6, 1067)], "#5e4a2f", 3)
    for x, y, size in (
        (1130, 880, 1),
        (1290, 880, 1),
        (1450, 884, 1),
        (1210, 712, 1),
        (1370, 712, 1),
        (1292, 546, 1),
    ):
        _barrel(c, x, y, 82 * size)
    _clerk(c)
    c.veil((0, 560, 1600, 1067), "#e9d5a8", top=0.0, bottom=0.14)
    gull(c, 420, 240, 24, "#f7ecd0")
    gull(c, 500, 290, 17, "#f7ecd0")


def _clerk(c: Canvas) -> None:
    c.rect(650, 812, 850, 970, "#7a5a35")
    for y in (816, 868, 920):
        c.rect(650, y, 850, y + 42, "#94713f")
    c.polygon(dots("650,812 690,812 690,970 650,970"), "#6b4e2c")
    c.shade(dots("650,812 850,812 850,970 650,970"), "#2c2013", turn=270, strength=0.6)
    figure(
        c,
        (770, 1000),
        560,
        "sit",
        Clothes("#2c3a4b", "#3b3228", "#d9b48c", "#4b3a2a", hem=0.0, hat="#33291e"),
    )
    c.polygon(dots("850,792 908,750 962,770 902,816"), "#f4e7c6")
    c.polygon(dots("908,750 962,770 1014,742 960,726"), "#fff6dd")
    c.line([(908, 752), (962, 771)], "#6b5233", 4)
    for n in range(4):
        c.line([(868 + n * 12, 788 - n * 8), (914 + n * 12, 804 - n * 8)], "#2c3a4b99", 2.5)
    c.line([(896, 776), (930, 700)], "#1f1a14", 5)
    c.polygon(dots("560,1002 1000,1002 1180,1040 640,1040"), "#2b211466")


def _rigging(c: Canvas, x: float, y: float, scale: float, tone: str) -> None:
    hull = place(dots("-1.5,0.42 -1.2,0.3 1,0.3 1.5,0.5 1.2,-0.1 -1.2,-0.1"), (x, y), 260 * scale)
    c.polygon(hull, tone)
    for u, high in ((-0.8, 2.3), (0.0, 2.75), (0.75, 2.2)):
        foot, top = (x + u * 260 * scale, y - 78 * scale), (x + u * 260 * scale, y - high * 260 * scale)
        c.line([foot, top], tone, 9 * scale)
        for level in (0.4, 0.62, 0.82):
            yard_y, half = foot[1] + (top[1] - foot[1]) * level, 190 * scale * (1.15 - level)
            c.line([(foot[0] - half, yard_y), (foot[0] + half, yard_y)], tone, 6 * scale)
            furled = [
                (foot[0] - half * 0.9, yard_y),
                (foot[0], yard_y + 22 * scale),
                (foot[0] + half * 0.9, yard_y),
            ]
            c.polygon(curve(furled), tone)
        for side in (-1, 1):
            for spread in (0.5, 0.8):
                c.line(
                    [
                        (foot[0] + side * spread * 150 * scale, foot[1]),
                        (top[0], top[1] + (foot[1] - top[1]) * 0.2),
                    ],
                    tone,
                    2 * scale,
                )
    c.line(place([(1.4, 0.46), (2.2, 0.95)], (x, y), 260 * scale), tone, 8 * scale)
    c.line([place([(2.2, 0.95)], (x, y), 260 * scale)[0], (x + 195 * scale, y - 560 * scale)], tone, 2)


def _barrel(c: Canvas, x: float, y: float, half: float) -> None:
    body = curve([(x - half * 0.74, y), (x - half, y - half), (x - half * 0.74, y - half * 2)]) + curve(
        [(x + half * 0.74, y - half * 2), (x + half, y - half), (x + half * 0.74, y)]
    )
    c.polygon(body, "#8b6238")
    c.shade(body, "#2f2113", turn=90, strength=0.9)
    for n in (-0.4, 0.0, 0.4):
        c.line(
            curve(
                [(x + n * half * 1.5, y - half * 2), (x + n * half * 2, y - half), (x + n * half * 1.5, y)]
            ),
            "#5e4024",
            3,
        )
    for v, wide in dots("0.18,0.8 0.62,0.96 1.38,0.96 1.82,0.8"):
        c.line(
            curve([(x - half * wide, y - half * v), (x, y - half * v + 7), (x + half * wide, y - half * v)]),
            "#2b2a28",
            8,
        )
    c.oval(x, y - half * 2, half * 0.74, half * 0.16, fill="#a97d48")


def cold_store_fire(c: Canvas) -> None:
    """A cold store that burns inside its blind walls, and water in long arcs."""
    c.gradient((0, 0, 1600, 760), [(0, "#0b0f17"), (0.55, "#1b2431"), (1, "#4a2f28")])
    stars(c, (0, 0, 700, 260), "#aebccb88", count=40)
    c.glow(960, 480, 720, "#ff6a1f", strength=0.85, flat=0.8)
    smoke(c, 960, 420, lean=560, rise=420, colour="#232229", lit="#b9552a", puffs=34)
    smoke(c, 1060, 430, lean=520, rise=300, colour="#15171d", lit="#6f3a28", puffs=30)
    smoke(c, 900, 436, lean=420, rise=200, colour="#4a2f2b", lit="#f08a3a", puffs=20)
    skyline(c, 742, "#12161e", low=30, high=90)
    _flames(c)
    _cold_store(c)
    _engine(c, 330, 742, flip=False)
    _engine(c, 560, 742, flip=False, small=0.86)
    _jets(c)
    for x, flip in ((212, False), (250, False), (720, True)):
        figure(
            c,
            (x, 744),
            96,
            "push",
            Clothes("#2b2a22", "#17181a", "#a5714f", "#111111", hem=0.5, hat="#e0b23c"),
            flip=flip,
        )
    c.rect(0, 738, 1600, 764, "#0c0f14")
    c.mirror(752, 1067, tint="#101722", dim=0.18, squeeze=1.1)
    c.veil((0, 752, 1600, 1067), "#0b1420", top=0.05, bottom=0.7)
    glitter(c, 960, 768, 1060, "#ff9a4488", spread=260, count=220)
    ripples(c, (0, 768, 1600, 1067), "#ffc48433", count=110)


def _jets(c: Canvas) -> None:
    for start, rise, end in (
        ((520, 470), (700, 190), (880, 408)),
        ((724, 510), (840, 250), (1000, 410)),
        ((250, 690), (470, 180), (770, 430)),
    ):
        for shift, colour in ((0, "#cfe3ec"), (7, "#86a7b866"), (-5, "#ffffff88")):
            c.line(
                _arc(start, (rise[0] + shift, rise[1] + shift), (end[0] + shift, end[1] + shift)), colour, 5
            )
        c.glow(*end, 90, "#dfeaf0", strength=0.55)


def _flames(c: Canvas) -> None:
    for tone, count, tall in (("#e8602499", 9, 120), ("#ff9a3ccc", 8, 84), ("#ffd27acc", 6, 46)):
        for n in range(count):
            x = 770 + n * 420 / count + c.random.uniform(-14, 14)
            tip = tall * c.random.uniform(0.5, 1)
            lean = tip * 0.5
            c.shape(
                [
                    (x - 44, 446),
                    (x - 30, 410 - tip * 0.2),
                    (x + lean, 404 - tip),
                    (x + 24, 410 - tip * 0.3),
                    (x + 50, 446),
                ],
                tone,
            )
    for _ in range(90):
        t = c.random.random()
        c.oval(
            800 + 560 * t + c.random.gauss(0, 70),
            400 - 300 * t * c.random.random(),
            c.random.uniform(1, 3),
            fill="#ffb35c",
        )


def _arc(start: Point, rise: Point, end: Point) -> list[Point]:
    """A thrown jet: a parabola that is drawn towards `rise`."""
    steps = [n / 20 for n in range(21)]
    return [
        (
            start[0] * (1 - t) ** 2 + rise[0] * 2 * t * (1 - t) + end[0] * t**2,
            start[1] * (1 - t) ** 2 + rise[1] * 2 * t * (1 - t) + end[1] * t**2,
        )
        for t in steps
    ]


def _cold_store(c: Canvas) -> None:
    wall = dots("690,740 690,430 1290,400 1290,740")
    c.polygon(wall, "#171b22")
    c.shade(wall, "#ff6a2a", turn=180, strength=0.35)
    c.polygon(dots("1290,740 1290,400 1480,452 1480,740"), "#0d1015")
    for n in range(1, 10):
        c.line([(690 + n * 60, 428 - n * 3), (690 + n * 60, 740)], "#0b0e13", 3)
    c.polygon(dots("680,436 1296,404 1490,456 1490,440 1296,384 680,420"), "#0a0c11")
    c.rect(830, 640, 930, 740, "#0a0c11")
    c.rect(835, 716, 925, 740, "#ff8a3a")
    c.glow(880, 730, 120, "#ff7a2c", strength=0.8)
    c.rect(1040, 640, 1140, 740, "#0a0c11")


def _engine(c: Canvas, x: float, y: float, *, flip: bool, small: float = 1.0) -> None:
    def at(u: float, v: float) -> Point:
        return x + (-u if flip else u) * small, y - v * small

    c.line([at(-60, 96), at(190, 270)], "#9aa6ad", 13 * small)
    for n in range(12):
        t = n / 12
        c.line(
            [at(-60 + 250 * t - 4, 96 + 174 * t + 9), at(-60 + 250 * t + 6, 96 + 174 * t - 9)], "#2a323a", 3
        )
    c.polygon(
        [at(-120, 20), at(-120, 92), at(70, 92), at(70, 118), at(128, 118), at(146, 70), at(146, 20)],
        "#b3311f",
    )
    c.shade(
        [at(-120, 20), at(-120, 92), at(70, 92), at(70, 118), at(128, 118), at(146, 70), at(146, 20)],
        "#47130e",
        turn=0,
        strength=0.8,
    )
    c.polygon([at(80, 108), at(122, 108), at(134, 74), at(80, 74)], "#1d2733")
    c.rect(*at(-120, 56), *at(146, 48), "#f0e6cf")
    c.glow(*at(104, 126), 110, "#4f9bff", strength=0.95)
    c.rect(*at(92, 130), *at(116, 118), "#bfe0ff")
    for wheel in (-80, -40, 98):
        c.oval(*at(wheel, 18), 20 * small, fill="#08090c")


SCENES = {"cold-store-fire": cold_store_fire, "tally-clerk": tally_clerk}
