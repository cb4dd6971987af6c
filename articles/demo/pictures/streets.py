"""Street scenes of the demo's illustrations."""

from articles.demo.pictures.light import glitter, rain, stars, streaks
from articles.demo.pictures.paint import Box, Canvas, Point, dots, mix
from articles.demo.pictures.people import Clothes, figure
from articles.demo.pictures.town import lamp, skyline, windows

GLOW = "#ffd98a"


def tram_line_six(c: Canvas) -> None:
    """One lit tram at a wet night stop, and three people who have waited long."""
    c.gradient((0, 0, 1600, 800), [(0, "#16284a"), (0.55, "#35527a"), (1, "#6d83a0")])
    skyline(c, 740, "#2a4266", low=120, high=260)
    c.rect(0, 730, 1600, 800, "#1a2c48")
    _street_side(c, dots("-10,40 250,150 430,330 560,440 560,742 -10,800"), "#111e38", (20, 240, 420, 730))
    _street_side(
        c, dots("1610,0 1420,110 1300,300 1230,420 1230,730 1610,800"), "#0e1931", (1330, 270, 1590, 700)
    )
    c.glow(880, 560, 560, "#ffcf7a", strength=0.55)
    _tram(c, 880, 748)
    c.mirror(748, 1067, tint="#14233f", dim=0.35, squeeze=1.25)
    c.veil((0, 748, 1600, 1067), "#0b1629", top=0.0, bottom=0.6)
    for near, far in dots("560,812 1190,946 420,780 1330,978"):
        c.line([(far, 748), (near, 1067)], "#dfe6e499" if far in (812, 946) else "#0a142677", 5)
    glitter(c, 880, 752, 1067, "#ffe0a077", spread=150, count=130)
    c.polygon(dots("-10,800 500,752 560,752 330,1067 -10,1067"), "#1a2740")
    c.shade(dots("-10,800 500,752 560,752 330,1067 -10,1067"), "#6d7688", turn=270, strength=0.45)
    _stop(c)
    for y in (118, 150):
        c.line([(820, 470), (700, y - 130)], "#0a1222", 2.5)
        c.line([(940, 470), (1150, y - 160)], "#0a1222", 2.5)
    c.line([(0, 250), (880, 300), (1600, 210)], "#0a1222", 3, smooth=True)
    rain(c, "#d7e2ee33", count=520, slant=0.14)


def _street_side(c: Canvas, outline: list[Point], colour: str, panes: Box) -> None:
    c.polygon(outline, colour)
    windows(c, panes, (5, 6), "#e8b765", mix(colour, "#3c5578", 0.3), 0.2)


def _tram(c: Canvas, x: float, y: float) -> None:
    body = [
        (x - 150, y - 20),
        (x - 158, y - 300),
        (x - 128, y - 356),
        (x + 128, y - 356),
        (x + 158, y - 300),
        (x + 150, y - 20),
    ]
    c.polygon(body, "#e3a92f")
    c.shade(body, "#7d4a17", turn=0, strength=0.7)
    c.rect(x - 120, y - 372, x + 120, y - 352, "#2b2d36")
    c.line([(x - 70, y - 370), (x, y - 440), (x + 70, y - 370)], "#10131d", 5)
    c.line([(x - 60, y - 440), (x + 60, y - 440)], "#10131d", 5)
    c.rect(x - 52, y - 346, x + 52, y - 312, "#fff3cf")
    c.line(
        [
            (x + 6, y - 340),
            (x - 6, y - 330),
            (x - 7, y - 321),
            (x, y - 317),
            (x + 7, y - 321),
            (x, y - 329),
            (x - 6, y - 325),
        ],
        "#25262d",
        4,
    )
    _tram_windows(c, x, y)
    c.rect(x - 158, y - 138, x + 158, y - 124, "#f4e3b1")
    for u in (-104, 104):
        c.glow(x + u, y - 74, 130, "#fff0c4", strength=0.9)
        c.oval(x + u, y - 74, 22, fill="#fffbe9")
    c.rect(x - 130, y - 24, x + 130, y - 4, "#15161f")


def _tram_windows(c: Canvas, x: float, y: float) -> None:
    for left, right in ((-138, -54), (-46, 46), (54, 138)):
        c.rect(x + left, y - 300, x + right, y - 150, "#ffe9b4")
        c.shade(
            [(x + left, y - 300), (x + right, y - 300), (x + right, y - 150), (x + left, y - 150)],
            "#d98f33",
            turn=0,
            strength=0.6,
        )
    for u, tall in dots("-104,62 -78,74 84,66 116,58"):
        c.oval(x + u, y - 150 - tall, 15, 18, fill="#4a3320")
        c.polygon(
            [
                (x + u - 24, y - 150),
                (x + u - 20, y - 136 - tall),
                (x + u + 20, y - 136 - tall),
                (x + u + 24, y - 150),
            ],
            "#4a3320",
        )
    c.oval(x - 4, y - 226, 18, 22, fill="#33251c")
    c.polygon([(x - 38, y - 150), (x - 30, y - 200), (x + 22, y - 200), (x + 32, y - 150)], "#24304a")


def _stop(c: Canvas) -> None:
    lamp(c, 470, 858, 520, "#0a1120", "#ffe2a0", reach=330)
    c.line([(96, 940), (96, 470)], "#0a1120", 9)
    c.oval(96, 470, 42, fill="#e3a92f")
    c.oval(96, 470, 33, fill="#14233f")
    c.line(dots("104,448 88,466 86,482 96,490 106,482 98,470 87,476"), "#f4e3b1", 6)
    for x, y, tall, pose, coat, flip in (
        (190, 962, 306, "stand", "#0c1628", False),
        (286, 978, 322, "stand", "#16233c", False),
        (398, 950, 292, "stand", "#0f1a30", True),
    ):
        c.polygon([(x - 34, y), (x + 34, y), (x + 14, y + 92), (x - 40, y + 92)], "#08101f88")
        figure(
            c,
            (x, y),
            tall,
            pose,
            Clothes(coat, "#080e1b", "#8a6a58", "#0a0f1a", hem=0.6, hat="#0a0f1a" if flip else None),
            flip=flip,
        )
    top = (304, 640)
    c.line([(304, 826), top], "#0a1120", 5)
    c.polygon(
        dots(
            "176,668 198,616 250,582 304,570 358,582 410,616 432,668 390,652 346,668 304,652 262,668 218,652"
        ),
        "#8d2f2a",
    )
    c.polygon(dots("304,570 358,582 410,616 432,668 390,652 346,668"), "#b8463a")


def rent_terraces(c: Canvas) -> None:
    """A steep row of narrow houses in the blue hour; one of them is dark."""
    c.gradient((0, 0, 1600, 1067), [(0, "#18234f"), (0.55, "#3a4a86"), (1, "#7d7fae")])
    stars(c, (0, 0, 1000, 320), "#dfe3ff99", count=60)
    c.glow(410, 250, 420, "#f6ecc9", strength=0.65)
    c.oval(410, 250, 92, fill="#f7efd3")
    for x, y, radius in ((380, 232, 20), (440, 268, 27), (414, 300, 12)):
        c.oval(x, y, radius, radius * 0.8, fill="#e6dcba")
    streaks(c, (120, 180, 900, 400), "#2c386f88", count=5, thick=14)
    skyline(c, 800, "#2b376a", low=30, high=90, right=700)
    c.veil((0, 560, 900, 860), "#8b8bb8", top=0, bottom=0.5)
    for n in range(9):
        _terrace(c, n, dark=n == 5)
    c.polygon(dots("-10,1010 1610,660 1610,1067 -10,1067"), "#1b2145")
    for n in range(34):
        x = n * 50
        c.line([(x, 1012 - x * 0.217), (x + 30, 1067)], "#28305c", 3)
    c.line([(-10, 1004), (1610, 653)], "#4f5688", 6)
    lamp(c, 330, 972, 250, "#0d1230", GLOW, reach=210)
    lamp(c, 1240, 772, 250, "#0d1230", GLOW, reach=210)
    figure(c, (520, 956), 128, "walk", Clothes("#10152f", "#0a0e22", "#7e6357", "#0a0e22", hem=0.5))


def _terrace(c: Canvas, n: int, *, dark: bool) -> None:
    wide = 182
    left, foot = n * wide - 20, 1010 - n * 39.5 + 6
    top = foot - 470 - (n % 3) * 34
    brick = ("#6d3a41", "#53304a", "#7a4640", "#5d3646")[n % 4]
    if dark:
        brick = "#2b2747"
    front = [
        (left, foot + 60),
        (left, top),
        (left + wide / 2, top - 128),
        (left + wide, top),
        (left + wide, foot + 60),
    ]
    c.polygon(front, brick)
    c.shade(front, "#171a3d", turn=90, strength=0.75)
    c.line([(left - 8, top + 6), (left + wide / 2, top - 132), (left + wide + 8, top + 6)], "#181b3e", 13)
    c.rect(left + wide * 0.68, top - 176, left + wide * 0.88, top - 50, mix(brick, "#14163a", 0.5))
    c.rect(left + wide * 0.65, top - 186, left + wide * 0.91, top - 170, "#14163a")
    for row in range(4):
        for column in range(2):
            if row == 3 and column == 1:
                continue
            x, y = left + 30 + column * 70, top + 22 + row * 112
            _pane(c, x, y, dark=dark)
    c.rect(left + wide / 2 - 18, top - 62, left + wide / 2 + 18, top - 20, "#141736" if dark else GLOW)
    c.rect(
        left + 104,
        top + 360,
        left + 152,
        foot + 50,
        "#12142f" if dark else mix("#274a55", "#6b2d32", (n % 3) / 2),
    )


def _pane(c: Canvas, x: float, y: float, *, dark: bool) -> None:
    if dark:
        c.rect(x, y, x + 52, y + 66, "#121430")
        for slope in (0, 1):
            c.line([(x - 4, y + 14 + slope * 30), (x + 56, y + 4 + slope * 44)], "#6f6a78", 9)
        return
    lit = c.random.choice(["#ffd98a", "#ffcb6b", "#ffe6b0", "#f5b75c"])
    c.rect(x - 4, y - 4, x + 56, y + 72, "#1b1b3a")
    c.rect(x, y, x + 52, y + 66, lit)
    kind = c.random.random()
    if kind < 0.3:
        c.rect(x, y, x + 16, y + 66, mix(lit, "#8a3f2a", 0.55))
    elif kind < 0.5:
        c.oval(x + 27, y + 36, 9, 11, fill="#3b2436")
        c.polygon([(x + 10, y + 66), (x + 16, y + 46), (x + 38, y + 46), (x + 44, y + 66)], "#3b2436")
    elif kind < 0.65:
        c.rect(x + 34, y + 40, x + 46, y + 66, "#5d6b3a")
    c.line([(x + 26, y), (x + 26, y + 66)], "#1b1b3a", 3)
    c.line([(x, y + 32), (x + 52, y + 32)], "#1b1b3a", 3)


SCENES = {"tram-line-six": tram_line_six, "rent-terraces": rent_terraces}
