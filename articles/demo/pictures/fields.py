"""Scenes of garden and bog for the demo's illustrations."""

from articles.demo.pictures.land import birch, blades, gull, ridge
from articles.demo.pictures.light import clouds, ripples, streaks, sun
from articles.demo.pictures.paint import Canvas, curve, dots, mix, place
from articles.demo.pictures.people import Clothes, figure


def allotment_wall(c: Canvas) -> None:
    """Allotments under a grass dyke, with the sea standing behind it."""
    c.gradient((0, 0, 1600, 420), [(0, "#8d98a0"), (0.6, "#b4bcbd"), (1, "#d5d6cd")])
    clouds(c, (0, 170, 1600, 320), "#c3c9c966", count=8, size=2.0)
    clouds(c, (0, 90, 1600, 220), "#7f8b9444", count=9, size=2.6)
    c.gradient((0, 360, 1600, 470), [(0, "#a9b7b8"), (1, "#7f9598")])
    ripples(c, (0, 368, 1600, 440), "#dfe4df66", count=60, long=80, thick=2)
    c.polygon(dots("250,362 262,340 330,340 352,362"), "#5f7076")
    dyke = [(-20, 560), *curve(dots("-20,452 300,436 700,430 1150,438 1620,424")), (1620, 560)]
    c.polygon(dyke, "#6f8552")
    c.shade(dyke, "#39502f", turn=0, strength=0.8)
    c.gradient((0, 540, 1600, 1067), [(0, "#6d7a44"), (0.3, "#5b5134"), (1, "#3d2d20")])
    _plots(c)
    _digger(c)
    gull(c, 700, 180, 26, "#f5f5ee")
    gull(c, 780, 230, 18, "#f5f5ee")


def _digger(c: Canvas) -> None:
    c.polygon(dots("960,1067 1060,850 1420,850 1560,1067"), "#4a3423")
    for _ in range(90):
        x, y = c.random.uniform(1000, 1480), c.random.uniform(862, 1060)
        c.oval(
            x,
            y,
            c.random.uniform(6, 17),
            c.random.uniform(3, 8),
            fill=c.random.choice(["#5f4530", "#35251a", "#6f5238"]),
        )
    figure(c, (1150, 960), 400, "dig", Clothes("#3f5d7a", "#2e2f33", "#d2a07c", "#c9c3b6", hat="#8d6b3f"))
    c.line([(1268, 752), (1304, 940)], "#8a6a48", 11)
    c.polygon(dots("1284,932 1326,924 1330,990 1308,1006 1288,994"), "#7a858a")


def _plots(c: Canvas) -> None:
    for x, y, size, tone in (
        (150, 590, 0.75, "#5d7480"),
        (640, 580, 0.62, "#8a5a45"),
        (1330, 612, 0.95, "#46604f"),
    ):
        _shed(c, x, y, size, tone)
    for x in (330, 410, 490):
        _bean_row(c, x, 640, 150)
    for x in (860, 960, 1060):
        _bean_row(c, x, 632, 136)
    _beds(c)
    for n in range(16):
        for y in (940, 1010):
            blades(
                c,
                30 + n * 58,
                y + 40,
                92,
                c.random.choice(["#7f9f6a", "#5f8458", "#9db887"]),
                count=9,
                spread=9,
                lean=0.0,
            )
    for x in (90, 230, 370):
        _bean_row(c, x, 900, 330)


def _shed(c: Canvas, x: float, y: float, size: float, tone: str) -> None:
    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return place(points, (x, y), 200 * size)

    c.polygon(at(dots("-0.5,0 -0.5,0.7 0,0.98 0.5,0.7 0.5,0")), tone)
    for n in range(-4, 5):
        c.line(at([(n * 0.11, 0), (n * 0.11, 0.74)]), mix(tone, "#1c1f1e", 0.35), 2.5)
    c.polygon(at(dots("-0.6,0.62 0,0.98 0.6,0.62 0.6,0.74 0,1.1 -0.6,0.74")), "#3b3c3b")
    c.polygon(at(dots("-0.36,0 -0.36,0.52 -0.06,0.52 -0.06,0")), mix(tone, "#14181a", 0.55))
    c.polygon(at(dots("0.1,0.3 0.1,0.56 0.38,0.56 0.38,0.3")), "#dfe3d8")
    c.line(at([(0.24, 0.3), (0.24, 0.56)]), mix(tone, "#14181a", 0.4), 4)


def _bean_row(c: Canvas, x: float, y: float, tall: float) -> None:
    for n in (-1, 0, 1):
        foot = x + n * tall * 0.2
        c.line([(foot, y), (x - n * tall * 0.05, y - tall)], "#a98d5e", tall * 0.022)
    for _ in range(46):
        t = c.random.random() ** 0.8
        at = (x + c.random.uniform(-0.2, 0.2) * tall * (1.1 - t), y - tall * t * 0.95)
        leaf = tall * c.random.uniform(0.025, 0.055)
        c.oval(*at, leaf, leaf * 0.75, fill=c.random.choice(["#4f7434", "#6d8f3f", "#3c5c2d", "#86a24c"]))
    for _ in range(5):
        c.oval(
            x + c.random.uniform(-0.15, 0.15) * tall,
            y - tall * c.random.uniform(0.3, 0.8),
            tall * 0.018,
            fill="#c9432f",
        )


def _beds(c: Canvas) -> None:
    for row, y in enumerate((690, 752, 832)):
        size = 20 + row * 13
        c.polygon(
            [(-10, y - 4), (1610, y - 4), (1610, y + size * 1.1), (-10, y + size * 1.1)],
            mix("#54422c", "#3a2a1c", row / 2),
        )
        x = -20.0 + row * 17
        while x < 1620:
            if not (row == 2 and 940 < x < 1520):
                for ring, tone in enumerate(("#4a6b3a", "#6f9150", "#9bb56f")):
                    radius = size * (1 - ring * 0.3)
                    c.oval(x, y - ring * size * 0.1, radius, radius * 0.66, fill=tone)
            x += size * 2.5


def bog_core(c: Canvas) -> None:
    """Two people take a core from a wide bog in the morning mist."""
    c.gradient((0, 0, 1600, 640), [(0, "#b7a6b4"), (0.5, "#e2c9b9"), (1, "#f8e6c4")])
    sun(c, 1120, 420, 56, "#ffdf9f", halo=9)
    streaks(c, (0, 100, 1600, 330), "#f6e6da77", count=8, thick=16)
    _far_bank(c)
    c.gradient((0, 640, 1600, 1067), [(0, "#d3b4a4"), (0.25, "#8d6668"), (1, "#3a2622")])
    for x, y, wide, tall in (
        (420, 700, 250, 14),
        (1130, 716, 330, 18),
        (760, 800, 300, 24),
        (170, 880, 290, 34),
        (1400, 905, 300, 40),
    ):
        _pool(c, x, y, wide, tall)
    c.veil((0, 620, 1600, 790), "#f8ecd9", top=0.75, bottom=0)
    _heather(c)
    _corer(c)
    for n in range(26):
        blades(
            c,
            n * 66,
            1074,
            c.random.uniform(70, 150),
            c.random.choice(["#2a1a1a", "#3a2226", "#4b2d2a"]),
            count=9,
            spread=36,
        )


def _heather(c: Canvas) -> None:
    for _ in range(120):
        near = c.random.random()
        x, y = c.random.uniform(0, 1600), 700 + near * 350
        blades(
            c,
            x,
            y,
            16 + near * 50,
            c.random.choice(["#7d4a3a", "#5c3a44", "#946046", "#6f4a63"]),
            count=7,
            spread=10 + near * 16,
        )


def _far_bank(c: Canvas) -> None:
    ridge(c, 540, 60, "#bfa9ad", steps=5, foot=700)
    c.veil((0, 440, 1600, 620), "#f6e8d4", top=0, bottom=0.7)
    for n in range(26):
        birch(
            c,
            30 + n * 64 + c.random.uniform(-22, 22),
            628,
            c.random.uniform(130, 220),
            bark="#9c8a86",
            leaf="#b09a8e",
        )
    c.veil((0, 500, 1600, 660), "#f8ecd9", top=0, bottom=0.85)
    for n in range(6):
        birch(
            c,
            (40, 130, 220, 1400, 1490, 1570)[n],
            676,
            c.random.uniform(250, 340),
            bark="#5d4a4a",
            leaf="#a5784a",
        )


def _pool(c: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    outline = curve(
        [
            (x - wide, y),
            (x - wide * 0.5, y - tall),
            (x + wide * 0.3, y - tall * 0.8),
            (x + wide, y),
            (x + wide * 0.4, y + tall),
            (x - wide * 0.4, y + tall * 0.9),
            (x - wide, y),
        ]
    )
    c.polygon([(px, py - 5) for px, py in outline], "#4a3030")
    c.polygon(outline, "#f3dcc0")
    c.shade(outline, "#a48f9c", turn=0, strength=0.8)


def _corer(c: Canvas) -> None:
    c.line([(800, 684), (800, 960)], "#3d4246", 14)
    c.line([(736, 688), (864, 688)], "#3d4246", 16)
    figure(
        c,
        (638, 968),
        420,
        "push",
        Clothes("#7a4f33", "#33292b", "#cf9f7d", "#2c1f1a", hem=0.35, hat="#5d6b53"),
    )
    figure(
        c, (962, 974), 410, "push", Clothes("#5f4d6d", "#2c2a30", "#8a5b40", "#1d1512", hem=0.35), flip=True
    )
    c.polygon(dots("770,962 832,962 852,984 752,984"), "#241715")


SCENES = {
    "allotment-wall": allotment_wall,
    "bog-core": bog_core,
}
