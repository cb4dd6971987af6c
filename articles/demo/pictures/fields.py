"""Scenes of garden, bog, sea bed and old quay for the demo's illustrations."""

from articles.demo.pictures.land import birch, blades, gull, ridge
from articles.demo.pictures.light import clouds, ripples, streaks, sun
from articles.demo.pictures.paint import Canvas, curve, mix, place
from articles.demo.pictures.people import Clothes, figure


def allotment_wall(c: Canvas) -> None:
    """Allotments under a grass dyke, with the sea standing behind it."""
    c.gradient((0, 0, 1600, 420), [(0, "#8d98a0"), (0.6, "#b4bcbd"), (1, "#d5d6cd")])
    clouds(c, (0, 170, 1600, 320), "#c3c9c966", count=8, size=2.0)
    clouds(c, (0, 90, 1600, 220), "#7f8b9444", count=9, size=2.6)
    c.gradient((0, 360, 1600, 470), [(0, "#a9b7b8"), (1, "#7f9598")])
    ripples(c, (0, 368, 1600, 440), "#dfe4df66", count=60, long=80, thick=2)
    c.polygon([(250, 362), (262, 340), (330, 340), (352, 362)], "#5f7076")
    dyke = [(-20, 560), *curve([(-20, 452), (300, 436), (700, 430), (1150, 438), (1620, 424)]), (1620, 560)]
    c.polygon(dyke, "#6f8552")
    c.shade(dyke, "#39502f", turn=0, strength=0.8)
    c.gradient((0, 540, 1600, 1067), [(0, "#6d7a44"), (0.3, "#5b5134"), (1, "#3d2d20")])
    for x, y, size, tone in ((150, 590, 0.75, "#5d7480"), (640, 580, 0.62, "#8a5a45"), (1330, 612, 0.95, "#46604f")):
        _shed(c, x, y, size, tone)
    for x in (330, 410, 490):
        _bean_row(c, x, 640, 150)
    for x in (860, 960, 1060):
        _bean_row(c, x, 632, 136)
    _beds(c)
    for n in range(16):
        for y in (940, 1010):
            blades(c, 30 + n * 58, y + 40, 92, c.random.choice(["#7f9f6a", "#5f8458", "#9db887"]), count=9, spread=9, lean=0.0)
    for x in (90, 230, 370):
        _bean_row(c, x, 900, 330)
    c.polygon([(960, 1067), (1060, 850), (1420, 850), (1560, 1067)], "#4a3423")
    for n in range(90):
        x, y = c.random.uniform(1000, 1480), c.random.uniform(862, 1060)
        c.oval(x, y, c.random.uniform(6, 17), c.random.uniform(3, 8), fill=c.random.choice(["#5f4530", "#35251a", "#6f5238"]))
    figure(c, (1150, 960), 400, "dig", Clothes("#3f5d7a", "#2e2f33", "#d2a07c", "#c9c3b6", hat="#8d6b3f"))
    c.line([(1268, 752), (1304, 940)], "#8a6a48", 11)
    c.polygon([(1284, 932), (1326, 924), (1330, 990), (1308, 1006), (1288, 994)], "#7a858a")
    gull(c, 700, 180, 26, "#f5f5ee")
    gull(c, 780, 230, 18, "#f5f5ee")


def _shed(c: Canvas, x: float, y: float, size: float, tone: str) -> None:
    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return place(points, (x, y), 200 * size)

    c.polygon(at([(-0.5, 0), (-0.5, 0.7), (0, 0.98), (0.5, 0.7), (0.5, 0)]), tone)
    for n in range(-4, 5):
        c.line(at([(n * 0.11, 0), (n * 0.11, 0.74)]), mix(tone, "#1c1f1e", 0.35), 2.5)
    c.polygon(at([(-0.6, 0.62), (0, 0.98), (0.6, 0.62), (0.6, 0.74), (0, 1.1), (-0.6, 0.74)]), "#3b3c3b")
    c.polygon(at([(-0.36, 0), (-0.36, 0.52), (-0.06, 0.52), (-0.06, 0)]), mix(tone, "#14181a", 0.55))
    c.polygon(at([(0.1, 0.3), (0.1, 0.56), (0.38, 0.56), (0.38, 0.3)]), "#dfe3d8")
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
        c.oval(x + c.random.uniform(-0.15, 0.15) * tall, y - tall * c.random.uniform(0.3, 0.8), tall * 0.018, fill="#c9432f")


def _beds(c: Canvas) -> None:
    for row, y in enumerate((690, 752, 832)):
        size = 20 + row * 13
        c.polygon([(-10, y - 4), (1610, y - 4), (1610, y + size * 1.1), (-10, y + size * 1.1)], mix("#54422c", "#3a2a1c", row / 2))
        x = -20.0 + row * 17
        while x < 1620:
            if not (row == 2 and 940 < x < 1520):
                for ring, tone in enumerate(("#4a6b3a", "#6f9150", "#9bb56f")):
                    radius = size * (1 - ring * 0.3)
                    c.oval(x, y - ring * size * 0.1, radius, radius * 0.66, fill=tone)
            x += size * 2.5


def eelgrass_diver(c: Canvas) -> None:
    """A diver above bending eelgrass, the boat a dark leaf on the light."""
    c.gradient((0, 0, 1600, 1067), [(0, "#b5dba0"), (0.12, "#5fae86"), (0.5, "#1d7463"), (1, "#07332f")])
    c.glow(700, -40, 820, "#e9f7b8", strength=0.8, flat=0.8)
    for x, foot in ((420, 60), (560, 420), (700, 740), (850, 1080), (980, 1460)):
        c.beam([(x - 16, -10), (x + 20, -10), (foot + 130, 980), (foot - 90, 980)], "#d9f0a0", strength=0.45)
    c.shape([(560, 34), (640, 74), (790, 92), (960, 76), (1050, 34), (990, 22), (800, 16), (620, 20)], "#0d4038")
    c.line([(806, 90), (840, 300), (900, 470)], "#0d403899", 3, smooth=True)
    ripples(c, (0, 8, 1600, 60), "#eaf8c899", count=60, long=150)
    for depth, (tone, count, tall) in enumerate((("#2c7d5a", 84, 600), ("#17604a", 70, 620), ("#0c4638", 60, 500))):
        _ribbons(c, tone, count, tall, 1080 + depth * 14)
        c.veil((0, 700, 1600, 1067), "#0b4a40", top=0, bottom=0.25)
        if depth == 1:
            _diver(c)
    for x, y, size in ((330, 420, 1.0), (400, 470, 0.8), (290, 500, 0.7), (1330, 360, 0.8), (1400, 400, 0.6), (470, 380, 0.6)):
        body = [(-0.5, 0.0), (-0.1, 0.16), (0.34, 0.05), (0.52, 0.16), (0.48, 0.0), (0.52, -0.16), (0.34, -0.05), (-0.1, -0.14)]
        c.polygon(curve(place(body, (x, y), 56 * size)), "#d9ecb0")
        c.oval(x - 20 * size, y - 2, 2.4, fill="#0c4638")
    _ribbons(c, "#062f29", 46, 420, 1090)


def _ribbons(c: Canvas, tone: str, count: int, tall: float, foot: float) -> None:
    for n in range(count):
        x = n * 1660 / count - 40 + c.random.uniform(-16, 16)
        high = tall * c.random.uniform(0.5, 1)
        wave = c.random.uniform(0.7, 1.2)
        spine = [(x, foot), (x + 16 * wave, foot - high * 0.33), (x + 66 * wave, foot - high * 0.68), (x + 150 * wave, foot - high)]
        path = curve(spine, steps=6)
        last = len(path) - 1
        left = [(px - 8 * (1 - n / last) - 1, py) for n, (px, py) in enumerate(path)]
        right = [(px + 8 * (1 - n / last) + 1, py) for n, (px, py) in enumerate(path)]
        c.polygon([*left, *reversed(right)], mix(tone, "#9ccf6a", c.random.uniform(0, 0.3)))


def _diver(c: Canvas) -> None:
    suit, band = "#0b2428", "#c7e08a"
    c.limb([(1010, 476), (1120, 440), (1230, 452)], suit, 44)
    c.limb([(1010, 486), (1110, 500), (1216, 520)], suit, 44)
    c.polygon([(1220, 432), (1350, 396), (1362, 430), (1236, 470)], "#d8b03a")
    c.polygon([(1206, 502), (1330, 528), (1316, 564), (1204, 540)], "#d8b03a")
    c.shape([(800, 470), (850, 428), (960, 430), (1040, 452), (1040, 504), (950, 522), (850, 524), (806, 510)], suit)
    c.limb([(850, 420), (986, 424)], "#8a9a4a", 52)
    c.limb([(836, 420), (850, 420)], "#4d5a35", 30)
    c.oval(768, 484, 44, 40, fill=suit)
    c.polygon([(726, 470), (760, 462), (764, 500), (732, 506)], "#bfe3d0")
    c.line([(780, 456), (820, 430), (840, 424)], "#4d5a35", 9, smooth=True)
    c.limb([(836, 500), (800, 570), (740, 596)], suit, 30)
    c.limb([(860, 506), (850, 590), (800, 640)], suit, 30)
    c.polygon([(660, 560), (744, 574), (736, 636), (652, 620)], "#f3f5e4")
    for n in range(4):
        c.line([(670, 576 + n * 11), (726, 586 + n * 11)], "#4f6d60", 2.5)
    c.line([(880, 470), (1020, 478)], band, 5)
    frame = [(640, 700), (830, 680), (872, 760), (650, 786), (640, 700)]
    c.line(frame, "#f3f5e4", 9)
    c.line([(800, 640), (830, 680)], suit, 16)
    for n in range(15):
        c.oval(742 + c.random.uniform(-22, 22), 420 - n * 25, 4 + n * 0.7, fill="#eaf8d099")


def bog_core(c: Canvas) -> None:
    """Two people take a core from a wide bog in the morning mist."""
    c.gradient((0, 0, 1600, 640), [(0, "#b7a6b4"), (0.5, "#e2c9b9"), (1, "#f8e6c4")])
    sun(c, 1120, 420, 56, "#ffdf9f", halo=9)
    streaks(c, (0, 100, 1600, 330), "#f6e6da77", count=8, thick=16)
    ridge(c, 540, 60, "#bfa9ad", steps=5, foot=700)
    c.veil((0, 440, 1600, 620), "#f6e8d4", top=0, bottom=0.7)
    for n in range(26):
        birch(c, 30 + n * 64 + c.random.uniform(-22, 22), 628, c.random.uniform(130, 220), bark="#9c8a86", leaf="#b09a8e")
    c.veil((0, 500, 1600, 660), "#f8ecd9", top=0, bottom=0.85)
    for n in range(6):
        birch(c, (40, 130, 220, 1400, 1490, 1570)[n], 676, c.random.uniform(250, 340), bark="#5d4a4a", leaf="#a5784a")
    c.gradient((0, 640, 1600, 1067), [(0, "#d3b4a4"), (0.25, "#8d6668"), (1, "#3a2622")])
    for x, y, wide, tall in ((420, 700, 250, 14), (1130, 716, 330, 18), (760, 800, 300, 24), (170, 880, 290, 34), (1400, 905, 300, 40)):
        _pool(c, x, y, wide, tall)
    c.veil((0, 620, 1600, 790), "#f8ecd9", top=0.75, bottom=0)
    for n in range(120):
        near = c.random.random()
        x, y = c.random.uniform(0, 1600), 700 + near * 350
        blades(c, x, y, 16 + near * 50, c.random.choice(["#7d4a3a", "#5c3a44", "#946046", "#6f4a63"]), count=7, spread=10 + near * 16)
    _corer(c)
    for n in range(26):
        blades(c, n * 66, 1074, c.random.uniform(70, 150), c.random.choice(["#2a1a1a", "#3a2226", "#4b2d2a"]), count=9, spread=36)


def _pool(c: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    outline = curve([(x - wide, y), (x - wide * 0.5, y - tall), (x + wide * 0.3, y - tall * 0.8), (x + wide, y), (x + wide * 0.4, y + tall), (x - wide * 0.4, y + tall * 0.9), (x - wide, y)])
    c.polygon([(px, py - 5) for px, py in outline], "#4a3030")
    c.polygon(outline, "#f3dcc0")
    c.shade(outline, "#a48f9c", turn=0, strength=0.8)


def _corer(c: Canvas) -> None:
    c.line([(800, 684), (800, 960)], "#3d4246", 14)
    c.line([(736, 688), (864, 688)], "#3d4246", 16)
    figure(c, (638, 968), 420, "push", Clothes("#7a4f33", "#33292b", "#cf9f7d", "#2c1f1a", hem=0.35, hat="#5d6b53"))
    figure(c, (962, 974), 410, "push", Clothes("#5f4d6d", "#2c2a30", "#8a5b40", "#1d1512", hem=0.35), flip=True)
    c.polygon([(770, 962), (832, 962), (852, 984), (752, 984)], "#241715")


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
    for x, y, size in ((1130, 880, 1), (1290, 880, 1), (1450, 884, 1), (1210, 712, 1), (1370, 712, 1), (1292, 546, 1)):
        _barrel(c, x, y, 82 * size)
    c.rect(650, 812, 850, 970, "#7a5a35")
    for y in (816, 868, 920):
        c.rect(650, y, 850, y + 42, "#94713f")
    c.polygon([(650, 812), (690, 812), (690, 970), (650, 970)], "#6b4e2c")
    c.shade([(650, 812), (850, 812), (850, 970), (650, 970)], "#2c2013", turn=270, strength=0.6)
    figure(c, (770, 1000), 560, "sit", Clothes("#2c3a4b", "#3b3228", "#d9b48c", "#4b3a2a", hem=0.0, hat="#33291e"))
    c.polygon([(850, 792), (908, 750), (962, 770), (902, 816)], "#f4e7c6")
    c.polygon([(908, 750), (962, 770), (1014, 742), (960, 726)], "#fff6dd")
    c.line([(908, 752), (962, 771)], "#6b5233", 4)
    for n in range(4):
        c.line([(868 + n * 12, 788 - n * 8), (914 + n * 12, 804 - n * 8)], "#2c3a4b99", 2.5)
    c.line([(896, 776), (930, 700)], "#1f1a14", 5)
    c.polygon([(560, 1002), (1000, 1002), (1180, 1040), (640, 1040)], "#2b211466")
    c.veil((0, 560, 1600, 1067), "#e9d5a8", top=0.0, bottom=0.14)
    gull(c, 420, 240, 24, "#f7ecd0")
    gull(c, 500, 290, 17, "#f7ecd0")


def _rigging(c: Canvas, x: float, y: float, scale: float, tone: str) -> None:
    hull = place([(-1.5, 0.42), (-1.2, 0.3), (1.0, 0.3), (1.5, 0.5), (1.2, -0.1), (-1.2, -0.1)], (x, y), 260 * scale)
    c.polygon(hull, tone)
    for u, high in ((-0.8, 2.3), (0.0, 2.75), (0.75, 2.2)):
        foot, top = (x + u * 260 * scale, y - 78 * scale), (x + u * 260 * scale, y - high * 260 * scale)
        c.line([foot, top], tone, 9 * scale)
        for level in (0.4, 0.62, 0.82):
            yard_y, half = foot[1] + (top[1] - foot[1]) * level, 190 * scale * (1.15 - level)
            c.line([(foot[0] - half, yard_y), (foot[0] + half, yard_y)], tone, 6 * scale)
            furled = [(foot[0] - half * 0.9, yard_y), (foot[0], yard_y + 22 * scale), (foot[0] + half * 0.9, yard_y)]
            c.polygon(curve(furled), tone)
        for side in (-1, 1):
            for spread in (0.5, 0.8):
                c.line([(foot[0] + side * spread * 150 * scale, foot[1]), (top[0], top[1] + (foot[1] - top[1]) * 0.2)], tone, 2 * scale)
    c.line(place([(1.4, 0.46), (2.2, 0.95)], (x, y), 260 * scale), tone, 8 * scale)
    c.line([place([(2.2, 0.95)], (x, y), 260 * scale)[0], (x + 195 * scale, y - 560 * scale)], tone, 2)


def _barrel(c: Canvas, x: float, y: float, half: float) -> None:
    body = curve([(x - half * 0.74, y), (x - half, y - half), (x - half * 0.74, y - half * 2)]) + curve([(x + half * 0.74, y - half * 2), (x + half, y - half), (x + half * 0.74, y)])
    c.polygon(body, "#8b6238")
    c.shade(body, "#2f2113", turn=90, strength=0.9)
    for n in (-0.4, 0.0, 0.4):
        c.line(curve([(x + n * half * 1.5, y - half * 2), (x + n * half * 2, y - half), (x + n * half * 1.5, y)]), "#5e4024", 3)
    for v, wide in ((0.18, 0.8), (0.62, 0.96), (1.38, 0.96), (1.82, 0.8)):
        c.line(curve([(x - half * wide, y - half * v), (x, y - half * v + 7), (x + half * wide, y - half * v)]), "#2b2a28", 8)
    c.oval(x, y - half * 2, half * 0.74, half * 0.16, fill="#a97d48")


SCENES = {
    "allotment-wall": allotment_wall,
    "eelgrass-diver": eelgrass_diver,
    "bog-core": bog_core,
    "tally-clerk": tally_clerk,
}
