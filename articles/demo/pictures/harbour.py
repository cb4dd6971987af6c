"""The harbour scenes of the demo's illustrations."""

from articles.demo.pictures.land import gull, island, ridge
from articles.demo.pictures.light import glitter, ripples, streaks, sun
from articles.demo.pictures.paint import Canvas, dots, mix
from articles.demo.pictures.people import Clothes, figure
from articles.demo.pictures.town import cyclist, lattice, lorry, mast, skyline


def harbour_bridge(c: Canvas) -> None:
    """An iron bascule bridge, closed again, against a low sun."""
    c.gradient((0, 0, 1600, 740), [(0, "#4d6a86"), (0.42, "#8fa5ad"), (0.74, "#dcb983"), (1, "#eeb26a")])
    streaks(c, (100, 90, 1500, 430), "#dfe0d055", count=12, thick=22)
    c.glow(1040, 520, 1100, "#ff9a45", strength=0.55, flat=0.6)
    sun(c, 1040, 492, 74, "#ffd27a", halo=5, strength=0.8, pale=0.4)
    ridge(c, 700, 60, "#a9a68f", steps=6)
    skyline(c, 735, "#8a8f86", low=14, high=46)
    c.veil((0, 600, 1600, 740), "#f3c68a", top=0, bottom=0.6)
    deck = 596
    for x, side in ((470, 1), (1130, -1)):
        _bascule_tower(c, x, deck, side)
    iron = "#7b3325"
    lattice(c, (-20, deck), (470, deck), 58, iron, bays=7, thick=7)
    lattice(c, (1130, deck), (1620, deck), 58, iron, bays=7, thick=7)
    lattice(c, (470, deck), (1130, deck), 40, "#8f3d2b", bays=12, thick=6)
    c.rect(0, deck - 10, 1600, deck + 8, "#5a2720")
    c.line([(0, deck - 40), (1600, deck - 40)], "#5a2720", 3)
    for x in range(0, 1600, 27):
        c.line([(x, deck - 40), (x, deck)], "#5a2720", 2)
    lorry(c, 700, deck - 8, 100, "#2f4a5e", "#24323f")
    cyclist(c, 930, deck - 10, 62, "#24262c", "#a8432c")
    cyclist(c, 1015, deck - 10, 62, "#24262c", "#33566b")
    c.mirror(738, 1067, tint="#3c5a74", dim=0.28)
    c.veil((0, 738, 1600, 1067), "#24405c", top=0.0, bottom=0.75)
    glitter(c, 1040, 742, 1060, "#ffe3a6cc", spread=120, count=260)
    ripples(c, (0, 742, 1600, 1067), "#e9dcb444", count=110)
    for x, y, size in ((300, 250, 26), (360, 290, 19), (760, 200, 22)):
        gull(c, x, y, size, "#f4efe0")


def _bascule_tower(c: Canvas, x: float, deck: float, side: int) -> None:
    iron, lit, stone = "#6c2d22", "#a34a31", "#56606a"
    c.polygon([(x - 96, 740), (x - 80, deck + 40), (x + 80, deck + 40), (x + 96, 740)], stone)
    c.shade(
        [(x - 96, 740), (x - 80, deck + 40), (x + 80, deck + 40), (x + 96, 740)],
        "#20303e",
        turn=90,
        strength=0.7,
    )
    mast(c, (x - 46, deck), (x - 34, 210), (44, 30), iron, bays=9)
    mast(c, (x + 46, deck), (x + 34, 210), (44, 30), lit, bays=9)
    c.rect(x - 66, 196, x + 66, 226, iron)
    c.rect(x - 72, 350, x + 72, 368, iron)
    front, back = (x + side * 250, 96), (x - side * 190, 292)
    c.polygon(
        [(front[0], front[1]), (front[0], front[1] + 16), (back[0], back[1] + 26), (back[0], back[1] - 18)],
        iron,
    )
    c.polygon(
        [
            (back[0] - 52, back[1] - 40),
            (back[0] + 52, back[1] - 40),
            (back[0] + 44, back[1] + 70),
            (back[0] - 44, back[1] + 70),
        ],
        mix(iron, "#1c1c22", 0.45),
    )
    c.line([(front[0], 104), (x + side * 282, deck)], "#4a241f", 4)
    c.line([(front[0] - side * 60, 130), (x + side * 200, deck)], "#4a241f", 3)


def trawlers_hallinge(c: Canvas) -> None:
    """Three small trawlers side by side in thin morning mist, their nets hung to dry."""
    c.gradient((0, 0, 1600, 720), [(0, "#b7c4b5"), (0.6, "#dcdcc4"), (1, "#efe3c6")])
    sun(c, 130, 250, 50, "#fff2cf", halo=9, strength=0.7)
    ridge(c, 560, 60, "#b3bdac", steps=5, foot=720)
    _market_roof(c)
    c.veil((0, 380, 1600, 700), "#efe6cd", top=0, bottom=0.75)
    for x, hull, size in ((356, "#3f6f68", 1.12), (1262, "#37585f", 1.16), (800, "#c2683c", 1.25)):
        _trawler(c, x, 706, size, hull)
    c.veil((0, 600, 1600, 724), "#e9e2cb", top=0, bottom=0.35)
    c.mirror(720, 1067, tint="#6f938a", dim=0.3)
    c.veil((0, 720, 1600, 1067), "#3d655f", top=0, bottom=0.6)
    ripples(c, (0, 726, 1600, 1067), "#f1ead255", count=130)
    glitter(c, 130, 730, 1040, "#fff6dcaa", spread=70, count=90)
    for x, y, size in ((560, 130, 30), (630, 175, 20), (1010, 90, 26), (1120, 160, 18), (300, 120, 16)):
        gull(c, x, y, size, "#fbf8ec" if y > 200 else "#5f7772")


def _market_roof(c: Canvas) -> None:
    for n, tone in enumerate(("#8d9c90", "#98a598", "#8d9c90", "#98a598", "#8d9c90")):
        x = 560 + n * 210
        c.polygon([(x, 690), (x, 470), (x + 70, 400), (x + 210, 470), (x + 210, 690)], tone)
        c.polygon([(x, 470), (x + 70, 400), (x + 74, 474)], "#c9cdb8")


def _trawler(c: Canvas, x: float, y: float, size: float, hull: str) -> None:
    def at(u: float, v: float) -> tuple[float, float]:
        return x + u * size, y - v * size

    dark, cream = mix(hull, "#16211f", 0.55), "#ece4cd"
    _gallows(c, x, y, size)
    c.rect(*at(-62, 262), *at(62, 90), cream)
    c.shade([at(-62, 262), at(62, 262), at(62, 90), at(-62, 90)], "#77776a", turn=90, strength=0.7)
    c.rect(*at(-74, 276), *at(74, 258), mix(hull, "#ffffff", 0.15))
    for u in (-50, -14, 22):
        c.rect(*at(u, 244), *at(u + 28, 204), "#33474a")
    c.line([at(0, 276), at(0, 520)], "#4a4438", 7 * size)
    c.line([at(0, 510), at(-128, 400)], "#4a443888", 2)
    c.line([at(0, 510), at(128, 380)], "#4a443888", 2)
    outline = [at(-176, 128), at(-90, 102), at(90, 102), at(176, 128), at(132, -14), at(-132, -14)]
    c.polygon(outline, hull)
    c.shade(outline, dark, turn=0, strength=0.85)
    c.polygon(
        [
            at(-176, 128),
            at(-90, 102),
            at(90, 102),
            at(176, 128),
            at(172, 112),
            at(88, 86),
            at(-88, 86),
            at(-172, 112),
        ],
        cream,
    )
    c.polygon([at(-6, 100), at(6, 100), at(4, -14), at(-4, -14)], dark)
    for u in (-120, 120):
        c.oval(*at(u, 46), 19 * size, 26 * size, fill="#23282a")
        c.oval(*at(u, 46), 8 * size, 13 * size, fill=hull)


def _gallows(c: Canvas, x: float, y: float, size: float) -> None:
    def at(u: float, v: float) -> tuple[float, float]:
        return x + u * size, y - v * size

    for u, v in ((-128, 420), (128, 400)):
        c.line([at(u, 60), at(u * 0.9, v)], "#4a4438", 8 * size)
    c.line([at(-128, 400), at(0, 430), at(128, 380)], "#4a4438", 6 * size)
    net = [
        at(-118, 400),
        at(-30, 412),
        at(52, 400),
        at(40, 300),
        at(66, 190),
        at(-10, 150),
        at(-80, 176),
        at(-104, 290),
    ]
    c.shape(net, "#5a7a5dcc")
    for n in range(11):
        c.line([at(-108 + n * 15, 400 - n % 3 * 4), at(-78 + n * 13, 170)], "#34503f99", 1.6)


def battery_ferry(c: Canvas) -> None:
    """A double-ended ferry taking on current at its pier on a clear cold morning."""
    c.gradient((0, 0, 1600, 700), [(0, "#a9cfd6"), (0.55, "#dcebe9"), (1, "#f7f3e6")])
    c.glow(1250, 520, 620, "#fff6dc", strength=0.7, flat=0.7)
    for x, y, wide, tall, tone in (
        (250, 640, 620, 90, "#a5c3c4"),
        (1180, 648, 900, 120, "#8fb4b6"),
        (760, 655, 460, 56, "#7aa5a8"),
    ):
        island(c, x, y, wide, tall, tone)
    c.veil((0, 540, 1600, 690), "#f4f5ea", top=0, bottom=0.5)
    c.rect(0, 655, 1600, 700, "#7fb0b3")
    _ferry(c)
    _charging_arm(c)
    c.mirror(700, 1067, tint="#2f7c84", dim=0.3)
    c.veil((0, 700, 1600, 1067), "#0f5560", top=0.05, bottom=0.7)
    ripples(c, (0, 706, 1600, 1067), "#f3f7ef55", count=150)
    glitter(c, 1250, 710, 1050, "#ffffffaa", spread=110, count=120)
    gull(c, 1240, 240, 30, "#ffffff")
    gull(c, 1330, 290, 20, "#ffffff")


def _ferry(c: Canvas) -> None:
    hull = dots("360,590 1400,590 1344,700 440,700")
    c.polygon(hull, "#11707a")
    c.shade(hull, "#083f49", turn=0, strength=0.8)
    c.rect(352, 574, 1408, 596, "#f4f1e6")
    c.rect(470, 470, 1290, 576, "#fbf9f1")
    c.shade(dots("470,470 1290,470 1290,576 470,576"), "#9fbfc2", turn=90, strength=0.8)
    for x in range(500, 1270, 62):
        c.rect(x, 496, x + 42, 532, "#1d4f59")
    c.rect(440, 452, 1320, 474, "#d5402f")
    c.rect(560, 372, 1200, 454, "#f4f1e6")
    for x in range(584, 1180, 44):
        c.rect(x, 392, x + 30, 422, "#1d4f59")
    c.polygon(dots("760,372 784,300 976,300 1000,372"), "#fbf9f1")
    c.polygon(dots("774,344 786,312 974,312 986,344"), "#123f49")
    c.shade(dots("760,372 784,300 976,300 1000,372"), "#9fbfc2", turn=90, strength=0.6)
    c.rect(874, 212, 884, 302, "#d7d6c8")
    c.rect(840, 244, 918, 250, "#d7d6c8")
    c.polygon(dots("352,590 352,560 218,606 218,622"), "#d5402f")
    c.polygon(dots("1408,590 1408,560 1462,478 1476,484"), "#d5402f")
    for x in (640, 1120):
        c.oval(x, 622, 19, fill="#f4f1e6")
        c.oval(x, 622, 11, fill="#d5402f")


def _charging_arm(c: Canvas) -> None:
    c.rect(-10, 622, 232, 652, "#5d6f73")
    for x in (30, 110, 190):
        c.rect(x, 650, x + 20, 720, "#3d4d52")
    c.polygon(dots("64,622 86,262 150,262 172,622"), "#e8e8dd")
    c.shade(dots("64,622 86,262 150,262 172,622"), "#87a0a4", turn=90, strength=0.85)
    c.polygon(dots("92,250 92,290 470,410 480,386 150,250"), "#f8f6ee")
    c.polygon(dots("92,274 92,290 470,410 475,398"), "#9fb6b8")
    c.rect(455, 386, 505, 520, "#d5402f")
    c.rect(466, 516, 494, 552, "#23383d")
    c.line([(130, 262), (240, 372), (470, 500)], "#2b4449", 5, smooth=True)
    c.rect(84, 470, 152, 486, "#d5402f")
    figure(c, (210, 622), 92, "stand", Clothes("#d98a2b", "#27383d", "#c89b7a", "#3a2d24", hat="#f4f1e6"))


SCENES = {
    "harbour-bridge": harbour_bridge,
    "trawlers-hallinge": trawlers_hallinge,
    "battery-ferry": battery_ferry,
}
