"""Indoor scenes of the demo's illustrations: chamber, ward and hall."""

from articles.demo.pictures.light import stars
from articles.demo.pictures.paint import Canvas, Point, curve, dots, mix, place
from articles.demo.pictures.people import Clothes, figure

HAIR = ("#1d1712", "#4a3524", "#8b857c", "#2c1d18", "#6f5338", "#b9b2a4")
SKIN = ("#c99a78", "#8a5b40", "#d9ae8c", "#5d3b2b", "#b98768")


def council_chamber(c: Canvas) -> None:
    """A divided council seen from the gallery, half the hands in the air."""
    c.gradient((0, 0, 1600, 640), [(0, "#231811"), (1, "#4d3320")])
    for n in range(5):
        _arched_window(c, 150 + n * 325)
    for n in range(6):
        x = -12 + n * 325
        c.rect(x - 24, 60, x + 24, 560, "#5b3d25")
        c.rect(x + 8, 60, x + 24, 560, "#3a2616")
    c.rect(0, 520, 1600, 640, "#3b2717")
    for x in range(0, 1600, 64):
        c.rect(x + 8, 534, x + 56, 600, "#4a311d")
    c.gradient((0, 600, 1600, 1067), [(0, "#2f4a3a"), (1, "#16261f")])
    c.glow(800, 560, 520, "#ffcf7a", strength=0.75)
    _mayor(c)
    for row, (y, reach, tall) in enumerate(((720, 430, 112), (812, 600, 138), (930, 790, 172))):
        _bench(c, y, reach, tall, row)
    c.veil((0, 900, 1600, 1067), "#0d0a07", top=0, bottom=0.75)


def _arched_window(c: Canvas, x: float) -> None:
    arch = [
        (x - 84, 500),
        (x - 84, 220),
        *curve([(x - 84, 220), (x - 60, 150), (x, 112), (x + 60, 150), (x + 84, 220)]),
        (x + 84, 500),
    ]
    c.polygon(arch, "#1a120c")
    c.gradient((x - 72, 130, x + 72, 492), [(0, "#2e4a66"), (0.6, "#7c7f92"), (1, "#d99a6c")])
    for side in (-1, 1):
        c.polygon(
            [
                (x + side * 86, 100),
                (x + side * 86, 230),
                *curve([(x + side * 72, 232), (x + side * 52, 164), (x, 126), (x, 100)], steps=5),
            ],
            "#2b1d13",
        )
    c.polygon([(x - 86, 128), (x + 86, 128), (x + 86, 100), (x - 86, 100)], "#2b1d13")
    c.rect(x - 72, 440, x + 72, 492, "#3d4759")
    for u in (-40, 10, 46):
        c.polygon([(x + u - 18, 440), (x + u, 418), (x + u + 18, 440)], "#3d4759")
    for u in (-24, 24):
        c.line([(x + u, 140), (x + u, 492)], "#1a120c", 5)
    for y in (230, 320, 410):
        c.line([(x - 72, y), (x + 72, y)], "#1a120c", 5)


def _mayor(c: Canvas) -> None:
    c.polygon(dots("724,600 724,392 800,340 876,392 876,600"), "#6b4526")
    c.polygon(dots("740,590 740,404 800,362 860,404 860,590"), "#24463a")
    figure(c, (800, 712), 262, "stand", Clothes("#1c1a22", "#1c1a22", "#c99a78", "#d8d2c4"))
    c.line([(772, 512), (800, 548), (828, 512)], "#e0b552", 5)
    c.polygon(dots("610,560 990,560 1016,664 584,664"), "#70472a")
    c.shade(dots("610,560 990,560 1016,664 584,664"), "#2b1a0f", turn=0, strength=0.8)
    c.rect(600, 552, 1000, 566, "#8d5f38")
    c.line([(930, 554), (930, 500)], "#caa24d", 5)
    c.polygon(dots("898,506 962,506 948,472 912,472"), "#ffe2a0")
    c.glow(930, 510, 150, "#ffd98a", strength=0.9)


def _bench(c: Canvas, y: float, reach: float, tall: float, row: int) -> None:
    people = 7 + row * 2
    for n in range(people):
        u = (n + 0.5) / people * 2 - 1
        if row == 0 and abs(u) < 0.3:
            continue
        x, base = 800 + u * reach, y - (u * u) * reach * 0.19
        raised = (n * 7 + row * 3) % 5 in (0, 2) or n == 1
        _seated_back(c, (x, base), tall * (1 - 0.16 * abs(u)), raised=raised, n=n * 3 + row)
    points = [(800 + u * reach * 1.1, y - u * u * reach * 0.21) for u in (n / 12 - 1 for n in range(25))]
    lower = [(x * 1.06 - 48, top + tall * 0.62) for x, top in reversed(points)]
    c.polygon([*points, *lower], mix("#6a4527", "#2d1c10", row / 4))
    c.line(points, "#a06f41", 9 + row * 2)
    c.shade([*points, *lower], "#1c1109", turn=0, strength=0.8)


def _seated_back(c: Canvas, at: Point, tall: float, *, raised: bool, n: int) -> None:
    coat = ("#20251f", "#33282a", "#1d2733", "#3d352b", "#2a1e24")[n % 5]
    body = dots("-0.42,0 -0.4,0.42 -0.22,0.58 0.22,0.58 0.4,0.42 0.42,0")
    if raised:
        side = 1 if n % 2 else -1
        arm = place([(side * 0.32, 0.4), (side * 0.46, 0.85), (side * 0.4, 1.28)], at, tall)
        c.limb(arm, coat, tall * 0.17)
        c.oval(arm[2][0], arm[2][1] - tall * 0.1, tall * 0.075, tall * 0.11, fill=SKIN[n % 5])
    c.polygon(curve(place(body, at, tall)), coat)
    c.rect(at[0] - tall * 0.09, at[1] - tall * 0.7, at[0] + tall * 0.09, at[1] - tall * 0.5, SKIN[n % 5])
    c.oval(at[0], at[1] - tall * 0.82, tall * 0.18, tall * 0.21, fill=HAIR[n % 6])
    c.arc((at[0] - tall * 0.4, at[1] - tall * 0.6, at[0] + tall * 0.4, at[1]), 215, 325, "#d9a86055", 3)


def night_ward(c: Canvas) -> None:
    """A ward at night, one nurse under one lamp."""
    c.gradient((0, 0, 1600, 1067), [(0, "#0c2b33"), (1, "#123b43")])
    c.polygon(dots("0,0 560,300 560,640 0,1000"), "#14424a")
    c.polygon(dots("1600,0 1040,300 1040,640 1600,1000"), "#0e343c")
    c.polygon(dots("0,1000 560,640 1040,640 1600,1000 1600,1067 0,1067"), "#1d4f55")
    c.rect(560, 300, 1040, 640, "#1a4b53")
    _tall_window(c)
    for n in range(5):
        x = 560 - (560 + 60) * (n / 5) ** 1.1
        c.line([(x, 300 - (560 - x) * 0.536), (x, 640 + (560 - x) * 0.643)], "#0f353c", 3)
    c.polygon(dots("650,640 950,640 1180,1067 420,1067"), "#2a6368")
    for size in (0.44, 0.58, 0.8, 1.12):
        _bed(c, 800 - 480 * size, 520 + 330 * size, size, flip=False)
        _bed(c, 800 + 480 * size, 520 + 330 * size, size, flip=True)
    c.glow(1010, 560, 520, "#ffcb7d", strength=0.8)
    c.beam(dots("986,410 1034,410 1240,900 780,900"), "#ffd79a", strength=0.5)
    c.line([(1010, 0), (1010, 378)], "#081d22", 4)
    c.polygon(dots("954,416 1066,416 1034,366 986,366"), "#f7c873")
    figure(
        c, (1000, 912), 400, "write", Clothes("#e9eef0", "#dbe4e6", "#8a5b40", "#20130f", hem=0.5), flip=True
    )
    c.polygon(dots("900,640 948,622 966,686 918,704"), "#f9f3e0")
    c.polygon(dots("904,642 946,626 949,634 907,650"), "#7b5a2e")
    c.line([(968, 580), (974, 640)], "#b7c8cc", 3)


def _tall_window(c: Canvas) -> None:
    c.rect(690, 318, 910, 604, "#0a2229")
    c.gradient((702, 330, 898, 594), [(0, "#14254a"), (1, "#44507e")])
    stars(c, (706, 336, 894, 440), "#e9edff", count=14)
    for n in range(12):
        x, tall = 702 + n * 16.4, c.random.uniform(50, 150)
        c.rect(x, 594 - tall, x + 16, 594, "#0f1d38")
        for _ in range(5):
            y = c.random.uniform(598 - tall, 586)
            c.rect(x + 4, y, x + 8, y + 5, "#ffd27a")
    c.line([(800, 330), (800, 594)], "#0a2229", 8)
    for y in (418, 506):
        c.line([(702, y), (898, y)], "#0a2229", 5)


def _bed(c: Canvas, x: float, y: float, size: float, *, flip: bool) -> None:
    def at(points: list[Point]) -> list[Point]:
        return place(points, (x, y), 300 * size, flip=flip)

    frame = "#0a262c"
    for foot in (-0.62, 0.5):
        c.polygon(at([(foot, 0.2), (foot + 0.04, 0.2), (foot + 0.04, -0.32), (foot, -0.32)]), frame)
    c.polygon(at(dots("-0.72,0.12 0.55,0.12 0.55,0 -0.72,0")), frame)
    c.polygon(curve(at(dots("-0.7,0.1 -0.66,0.3 -0.1,0.36 0.2,0.33 0.56,0.2 0.6,-0.02"))), "#cfdcd9")
    c.shade(
        at(dots("-0.7,0.1 -0.66,0.3 -0.1,0.36 0.2,0.33 0.56,0.2 0.6,-0.02")), "#476f76", turn=0, strength=0.8
    )
    c.polygon(at(dots("-0.12,0.36 0.2,0.33 0.56,0.2 0.6,-0.1 -0.1,-0.06")), "#7fa3a3")
    c.shape(at(dots("-0.72,0.3 -0.62,0.44 -0.36,0.44 -0.34,0.32 -0.5,0.28")), "#eef2ec")
    c.oval(*at([(-0.48, 0.45)])[0], 30 * size, 27 * size, fill="#3a2a22")
    c.oval(*at([(-0.44, 0.43)])[0], 24 * size, 23 * size, fill="#b98b6d")
    c.line(at([(-0.74, -0.3), (-0.74, 0.62)]), frame, 7 * size)


def concert_hall(c: Canvas) -> None:
    """An orchestra from behind its percussion, the conductor in the light."""
    c.gradient((0, 0, 1600, 1067), [(0, "#0b0709"), (0.5, "#2a0f12"), (1, "#120809")])
    for row, y in enumerate((140, 262, 384)):
        c.polygon(
            [
                *curve([(-20, y + 40), (400, y + 8), (800, y), (1200, y + 8), (1620, y + 40)]),
                (1620, y + 92),
                (-20, y + 92),
            ],
            "#4a171a",
        )
        c.line(curve([(-20, y + 40), (400, y + 8), (800, y), (1200, y + 8), (1620, y + 40)]), "#b98a3f", 4)
        for n in range(44):
            x = 20 + n * 37 + (row % 2) * 16
            top = y + abs(x - 800) ** 2 * 0.00006
            c.oval(x, top - 12, 8, 10, fill="#1c0c0e")
            c.polygon([(x - 14, top + 8), (x - 9, top - 6), (x + 9, top - 6), (x + 14, top + 8)], "#1c0c0e")
    for x, foot in ((620, 500), (800, 800), (980, 1100)):
        c.beam([(x - 10, -20), (x + 10, -20), (foot + 190, 860), (foot - 190, 860)], "#ffd68a", strength=0.5)
    c.glow(800, 520, 470, "#ffcf80", strength=0.75)
    c.polygon(dots("0,720 800,600 1600,720 1600,1067 0,1067"), "#3b1d14")
    c.glow(800, 700, 620, "#d98a3c", strength=0.6, flat=0.35)
    c.polygon(dots("716,668 884,668 904,716 696,716"), "#20100d")
    figure(c, (800, 672), 270, "raise", Clothes("#0e0b0d", "#0e0b0d", "#d9ae8c", "#8b857c", hem=0.3))
    c.line([(881, 396), (930, 330)], "#fff3d6", 4)
    for row, (y, count, reach, tall) in enumerate(((756, 10, 620, 128), (858, 9, 740, 160))):
        for n in range(count):
            u = (n + 0.5) / count * 2 - 1
            _string_player(c, (800 + u * reach, y - abs(u) * 10 + u * u * 26), tall, n + row, flip=u > 0)
    _percussion(c)


def _string_player(c: Canvas, at: Point, tall: float, n: int, *, flip: bool) -> None:
    body = dots("-0.4,0 -0.34,0.46 -0.18,0.6 0.18,0.6 0.34,0.46 0.4,0")
    c.polygon(curve(place(body, at, tall)), "#120c0e")
    c.oval(at[0], at[1] - tall * 0.8, tall * 0.14, tall * 0.18, fill=HAIR[n % 6])
    c.arc(
        (at[0] - tall * 0.15, at[1] - tall, at[0] + tall * 0.15, at[1] - tall * 0.62), 200, 330, "#ffcf80", 3
    )
    c.arc(
        (at[0] - tall * 0.36, at[1] - tall * 0.62, at[0] + tall * 0.36, at[1] + tall * 0.2),
        205,
        335,
        "#b3702f",
        3,
    )
    violin = place(
        dots("0.14,0.6 0.26,0.52 0.34,0.58 0.48,0.5 0.56,0.6 0.48,0.72 0.36,0.68 0.24,0.72"),
        at,
        tall,
        flip=flip,
    )
    c.shape(violin, "#a8562a")
    c.line(place([(0.5, 0.62), (0.8, 0.72)], at, tall, flip=flip), "#3a1d12", 5)
    c.line(place([(0.2, 0.3), (0.5, 1.12)], at, tall, flip=flip), "#f4dfb0", 2.6)
    c.limb(place([(-0.26, 0.42), (-0.05, 0.16), (0.2, 0.3)], at, tall, flip=flip), "#1b1215", tall * 0.13)


def _percussion(c: Canvas) -> None:
    for x, wide in ((300, 190), (640, 160), (1330, 200)):
        c.polygon(
            [(x - wide, 950), (x + wide, 950), (x + wide * 0.7, 1110), (x - wide * 0.7, 1110)], "#a5682b"
        )
        c.shade(
            [(x - wide, 950), (x + wide, 950), (x + wide * 0.7, 1110), (x - wide * 0.7, 1110)],
            "#2a120b",
            turn=90,
            strength=0.9,
        )
        c.oval(x, 950, wide, 40, fill="#d9a24a")
        c.oval(x, 946, wide - 9, 34, fill="#e9dcc0")
        c.shade(
            [(x - wide, 910), (x + wide, 910), (x + wide, 985), (x - wide, 985)],
            "#5a3a20",
            turn=270,
            strength=0.3,
        )
    c.line([(1010, 1067), (1010, 872)], "#0b0709", 7)
    c.oval(1010, 872, 128, 17, fill="#c9963c")
    c.oval(1010, 868, 128, 14, fill="#f0c768")
    c.line([(560, 1010), (700, 930)], "#f0dcb4", 8)
    c.oval(706, 926, 17, fill="#f7efe0")


SCENES = {
    "council-chamber": council_chamber,
    "night-ward": night_ward,
    "concert-hall": concert_hall,
}
