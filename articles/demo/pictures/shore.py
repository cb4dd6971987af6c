"""Scenes of yard, shore and open sea for the demo's illustrations."""

import math

from articles.demo.pictures.land import crest, gull, island, rocks
from articles.demo.pictures.light import clouds, glitter, rain, rays, ripples, streaks, sun
from articles.demo.pictures.paint import Canvas, curve, dots, mix, place
from articles.demo.pictures.people import Clothes, figure
from articles.demo.pictures.town import hammerhead, lamp


def dunmarrow_yard(c: Canvas) -> None:
    """A hull in scaffolding under two cranes while the shift walks out into a red evening."""
    c.gradient((0, 0, 1600, 900), [(0, "#c98f86"), (0.5, "#e9b9a0"), (0.85, "#f7d7ae"), (1, "#f3c793")])
    c.glow(390, 690, 760, "#ff8a4a", strength=0.6, flat=0.8)
    sun(c, 390, 650, 78, "#f0522c", halo=4, strength=0.5, pale=0.06)
    streaks(c, (0, 150, 1600, 520), "#fbe3cd66", count=9, thick=20)
    hammerhead(c, 300, 850, 560, 560, "#5b3436")
    hammerhead(c, 1340, 850, 640, 620, "#4a2b30", flip=True)
    c.veil((0, 520, 1600, 860), "#f3bd90", top=0, bottom=0.6)
    _hull(c)
    c.rect(0, 846, 1600, 1067, "#33252a")
    c.shade(dots("0,846 1600,846 1600,1067 0,1067"), "#c77a58", turn=180, strength=0.5)
    for left in (1395, 1560):
        c.rect(left, 560, left + 26, 860, "#2a1c21")
    c.rect(1380, 540, 1600, 572, "#2a1c21")
    for n in range(9):
        x = 120 + n * 165 + c.random.uniform(-26, 26)
        coat = c.random.choice(["#4d3a44", "#7b3f35", "#39424f", "#5c4a45"])
        hat = c.random.choice(["#e4b04a", "#e7dcc6", "#d0553a"])
        tall = c.random.uniform(236, 264)
        y = 1006 + c.random.uniform(-18, 22)
        c.polygon([(x - 16, y), (x + 16, y), (x + 150, y + 40), (x + 90, y + 44)], "#1d151a88")
        figure(c, (x, y), tall, "walk", Clothes(coat, "#241a20", "#b98468", "#2a1c1c", hat=hat))


def _hull(c: Canvas) -> None:
    left = curve(dots("800,838 770,780 612,600 560,330 540,250"))
    right = curve(dots("1060,250 1040,330 988,600 830,780 800,838"))
    c.polygon([*left, *right], "#8e3b2c")
    c.shade(dots("800,830 800,250 1060,250 1040,330 988,600 830,780"), "#3a1a1d", turn=270, strength=0.9)
    c.polygon(dots("540,250 1060,250 1046,306 554,306"), "#2d2429")
    c.rect(796, 250, 804, 838, "#54221f")
    c.line([(556, 420), (800, 470), (1044, 420)], "#d9a98a88", 4)
    for x in [*range(430, 620, 46), *range(990, 1190, 46)]:
        c.line([(x, 220), (x, 850)], "#3b2427", 5)
    for y in range(240, 850, 88):
        inset = max(0, (y - 330) * 0.28)
        for start, end in ((420, 548 + inset), (1052 - inset, 1180)):
            c.rect(start, y, end, y + 9, "#3b2427")
            c.line([(start, y - 34), (end, y - 34)], "#3b2427", 2.5)
        c.line([(430, y), (476, y + 88)], "#3b242799", 2.5)
        c.line([(1172, y), (1126, y + 88)], "#3b242799", 2.5)
    for x in (690, 745, 855, 910):
        c.rect(x - 9, 780 - abs(x - 800) * 0.7, x + 9, 850, "#2d2024")


def cannery_skarholm(c: Canvas) -> None:
    """A small brick cannery on its rock, and a woman with the day's seaweed."""
    c.gradient((0, 0, 1600, 760), [(0, "#2f7fb5"), (0.6, "#7db9d6"), (1, "#d3e7e2")])
    clouds(c, (60, 230, 1560, 560), "#e3edec", count=7, light="#ffffff", size=1.1)
    c.rect(0, 690, 1600, 1067, "#2d7f9c")
    island(c, 200, 694, 360, 40, "#6b9aa6")
    for y, tone in ((720, "#2b7896"), (770, "#256d8b"), (840, "#1f627f")):
        crest(c, y, tone, height=15, length=92, phase=y)
    ripples(c, (0, 700, 1600, 1000), "#e6f3ee88", count=140, long=70)
    rocks(c, 470, 1640, 800, 150, ("#4b4a48", "#7d7669"))
    _cannery(c)
    rocks(c, 600, 1680, 850, 120, ("#3a3a3b", "#6c675c"))
    _jetty(c)
    for x, y, size in ((420, 300, 30), (520, 360, 22), (300, 400, 18), (640, 250, 20)):
        gull(c, x, y, size, "#ffffff")


def _cannery(c: Canvas) -> None:
    brick, dark = "#b4503a", "#7c3129"
    for n in range(3):
        x = 760 + n * 190
        c.polygon([(x, 730), (x, 500), (x + 95, 386), (x + 190, 500), (x + 190, 730)], brick)
        c.polygon(
            [(x - 12, 506), (x + 95, 396), (x + 202, 506), (x + 202, 484), (x + 95, 374), (x - 12, 484)],
            "#54413f",
        )
        c.shade(
            [(x, 730), (x, 500), (x + 95, 410), (x + 190, 500), (x + 190, 730)], dark, turn=90, strength=0.7
        )
        for u in (40, 112):
            c.rect(x + u, 560, x + u + 40, 632, "#f3e6c6")
            c.rect(x + u + 3, 563, x + u + 37, 629, "#29414d")
            c.rect(x + u + 18, 560, x + u + 22, 632, "#f3e6c6")
    c.rect(1010, 640, 1070, 740, "#2a3a40")
    chimney = dots("1352,730 1366,180 1426,180 1440,730")
    c.polygon(chimney, brick)
    c.shade(chimney, dark, turn=90, strength=0.9)
    for y in (196, 232):
        c.rect(1360, y, 1432, y + 14, "#e9dcc0")
    for n in range(10):
        c.oval(1400 + n * 26, 166 - n * 9, 18 + n * 5, 13 + n * 3, fill="#f4f2ea77")


def _jetty(c: Canvas) -> None:
    for x in range(40, 1300, 150):
        c.rect(x, 900, x + 24, 1067, "#3b2f28")
    c.polygon(dots("-10,900 1190,878 1400,942 -10,960"), "#a98a66")
    c.polygon(dots("-10,960 1400,942 1400,962 -10,984"), "#5f4a38")
    for n in range(1, 24):
        c.line([(n * 58, 899 - n * 1.1), (n * 62 - 20, 958 - n * 0.8)], "#7b6248", 2.5)
    for x, y, high in ((180, 930, 1), (330, 926, 2), (490, 922, 1)):
        for level in range(high):
            top = y - level * 74
            c.rect(x, top - 74, x + 136, top, "#8a6a45")
            for slat in (0, 26, 52):
                c.rect(x, top - 72 + slat, x + 136, top - 56 + slat, "#b48f62")
            c.rect(x, top - 74, x + 10, top, "#6d5136")
        for _ in range(26):
            u, v = c.random.uniform(4, 130), c.random.uniform(0, 40)
            base = y - high * 74 + 8
            c.line(
                [(x + u, base), (x + u + 12, base - v), (x + u + 30, base - v * 0.4 + 18)],
                c.random.choice(["#3f5226", "#5f7230", "#2d3d20", "#8a9446"]),
                8,
                smooth=True,
            )
    figure(c, (720, 936), 306, "hold", Clothes("#2f5668", "#24333d", "#d9a684", "#6d3b22", hem=0.45))
    c.polygon(place(dots("-0.07,0.62 0.1,0.62 0.14,0.22 -0.08,0.22"), (720, 936), 306), "#efe6d0")
    c.line(dots("788,752 800,800 792,860 812,884"), "#4d6128", 13, smooth=True)
    c.line([(776, 756), (770, 810), (782, 850)], "#7c8a3c", 9, smooth=True)


def wind_cable(c: Canvas) -> None:
    """A row of turbines to the horizon and the ship that lays their cable."""
    c.gradient((0, 0, 1600, 660), [(0, "#5f7485"), (0.5, "#93a6b0"), (1, "#d7dfdd")])
    rays(c, 980, 60, "#f4f6ee", angles=(-34, -21, -9, 4, 17, 30), width=6.5, reach=600)
    clouds(c, (0, 90, 1600, 240), "#5d708055", count=12, size=2.2)
    clouds(c, (0, 40, 1600, 150), "#55687866", count=10, size=2.6)
    c.gradient((0, 646, 1600, 1067), [(0, "#c3cfd0"), (0.12, "#8ba1ab"), (1, "#2e4657")])
    for n in range(7):
        size = 0.72**n
        _turbine(c, 1600 - 1290 * (1 - size) - 190, 652 + 150 * size**1.6, 640 * size, n)
    ripples(c, (0, 662, 1600, 1067), "#eef2ec55", count=230, long=110)
    glitter(c, 900, 660, 1000, "#f7f8f0aa", spread=240, count=170)
    _cable_ship(c)
    crest(c, 1010, "#263c4c", height=18, length=120)
    ripples(c, (0, 1015, 1600, 1067), "#b9cad055", count=20, long=120)


def _turbine(c: Canvas, x: float, y: float, tall: float, n: int) -> None:
    white = mix("#fbfbf6", "#c4cfd2", min(1.0, n / 6))
    shadow = mix("#8fa1ab", "#b9c6ca", min(1.0, n / 6))
    half = tall * 0.018
    c.polygon([(x - half, y), (x - half * 0.5, y - tall), (x + half * 0.5, y - tall), (x + half, y)], white)
    c.polygon([(x, y), (x, y - tall), (x + half * 0.5, y - tall), (x + half, y)], shadow)
    c.rect(x - half * 2, y - tall * 0.05, x + half * 2, y, "#d9ae3b" if n < 3 else shadow)
    blade = dots("0,0.014 0.08,0.024 0.3,0.014 0.5,0.003 0.5,0 0,-0.01")
    for third in range(3):
        angle = math.radians(n * 17 + third * 120 + 62)
        turned = [
            (u * math.cos(angle) - v * math.sin(angle), u * math.sin(angle) + v * math.cos(angle))
            for u, v in blade
        ]
        c.polygon(place(turned, (x, y - tall), tall), white)
    c.oval(x, y - tall, tall * 0.02, fill=white)


def _cable_ship(c: Canvas) -> None:
    hull = dots("210,820 250,930 900,930 990,790 900,820")
    c.polygon(hull, "#2b3f4e")
    c.shade(hull, "#101d28", turn=0, strength=0.8)
    c.polygon(dots("210,820 900,820 990,790 986,802 902,834 214,834"), "#eef0ea")
    for n, (left, top) in enumerate(((680, 740), (706, 676), (724, 616))):
        c.rect(left, top, 880 - n * 10, top + 82, "#f4f4ee")
        c.shade(
            [(left, top), (880 - n * 10, top), (880 - n * 10, top + 82), (left, top + 82)],
            "#93a4ad",
            turn=90,
            strength=0.8,
        )
        for x in range(left + 14, 850 - n * 10, 30):
            c.rect(x, top + 18, x + 18, top + 38, "#33495a")
    c.line([(800, 616), (800, 520)], "#dfe3de", 6)
    c.line([(770, 556), (830, 556)], "#dfe3de", 4)
    c.oval(440, 716, 118, fill="#8d6a15")
    c.oval(428, 716, 118, fill="#e9b62c")
    c.oval(428, 716, 94, fill="#3a4650")
    for radius in range(90, 40, -8):
        c.oval(428, 716, radius, fill="#4f5c66" if radius % 16 else "#2d3841")
    c.oval(428, 716, 40, fill="#e9b62c")
    c.oval(428, 716, 13, fill="#6b4f0e")
    c.polygon(dots("330,822 400,716 456,716 526,822"), "#d09f22")
    c.line(dots("330,690 250,790 160,860 120,960"), "#1b2831", 6, smooth=True)
    c.polygon(dots("210,822 180,800 180,780 260,822"), "#e9b62c")
    ripples(c, (180, 926, 980, 950), "#f4f6f099", count=40, long=110)


def storm_surge(c: Canvas) -> None:
    """A sea that comes over the harbour wall, and the little gauge hut at its end."""
    c.gradient((0, 0, 1600, 760), [(0, "#272831"), (0.5, "#4a475a"), (0.85, "#83798c"), (1, "#a79aa0")])
    clouds(c, (0, 190, 1600, 420), "#2c2d3766", count=11, size=2.4)
    clouds(c, (0, 90, 1600, 240), "#24252f88", count=8, size=3.0)
    c.veil((0, 380, 1600, 700), "#8d8397", top=0, bottom=0.4)
    crest(c, 700, "#4d5162", height=40, length=210, phase=1)
    crest(c, 770, "#3d4253", height=58, length=260, phase=2)
    _surge(c)
    _sea_wall(c)
    crest(c, 1000, "#262b39", height=62, length=330, phase=3)
    ripples(c, (0, 940, 1600, 1067), "#d9dbe055", count=70, long=110)
    crest(c, 1056, "#1d212d", height=52, length=290, phase=5)
    rain(c, "#e4e2ec26", count=420, slant=0.5, long=60)


def _surge(c: Canvas) -> None:
    _plume(c, 690, 860, "#777b8a", count=70, long=800, wide=34)
    _plume(c, 700, 860, "#a6abb8", count=70, long=690, wide=30)
    c.glow(700, 560, 330, "#c9cdd8", strength=0.4)
    _plume(c, 710, 860, "#d8dbe2", count=60, long=570, wide=26)
    _plume(c, 716, 860, "#f3f4f6", count=40, long=440, wide=22)
    for _ in range(420):
        angle, far = c.random.gauss(0.02, 0.46), c.random.uniform(260, 820)
        x, y = 700 + math.sin(angle) * far, 860 - math.cos(angle) * far * 0.95
        c.oval(x, y, c.random.uniform(1.2, 4.2), fill="#eceef2cc")
    wave = dots("-60,1010 -60,690 150,668 360,690 520,700 610,640 700,650 800,760 900,1010")
    body = curve(wave)
    c.polygon(body, "#3a4254")
    c.shade(body, "#1c212e", strength=0.8)
    for n in range(7):
        y = 716 + n * 40
        c.line(
            [(-40, y), (180, y - 18), (420, y + 6), (560, y + 4), (640, y - 40), (720, y - 30)],
            "#79849688",
            4,
            smooth=True,
        )
    for _ in range(150):
        t = c.random.random()
        x = 470 + 330 * t
        y = (
            706
            - 66 * math.sin(min(1.0, t * 1.6) * math.pi / 2)
            + max(0, t - 0.55) * 250
            + c.random.gauss(0, 13)
        )
        c.oval(
            x,
            y,
            c.random.uniform(5, 22),
            c.random.uniform(4, 12),
            fill=c.random.choice(["#f3f4f6", "#d8dbe2", "#c3c8d2"]),
        )


def _plume(c: Canvas, x: float, y: float, colour: str, *, count: int, long: float, wide: float) -> None:
    """Water thrown up where a wave meets stone: tongues drawn out along the way they fly, bent by the wind."""
    for _ in range(count):
        angle = max(-0.8, min(0.9, c.random.gauss(-0.02, 0.34)))
        far = long * c.random.uniform(0.62, 1) * (1 - 0.35 * abs(angle))
        wind = far * c.random.uniform(0.1, 0.24)
        tip = (x + math.sin(angle) * far + wind, y - math.cos(angle) * far)
        middle = (x + math.sin(angle) * far * 0.7 + wind * 0.25, y - math.cos(angle) * far * 0.72)
        half = wide * c.random.uniform(0.6, 1.2)
        path = [
            (x - half, y),
            (middle[0] - half, middle[1]),
            tip,
            (middle[0] + half, middle[1] + half),
            (x + half, y),
        ]
        c.polygon(curve(path, steps=6), colour)


def _sea_wall(c: Canvas) -> None:
    c.polygon(dots("620,1067 700,720 1640,660 1640,1067"), "#33323a")
    c.polygon(dots("700,720 1640,660 1640,690 692,756"), "#77727c")
    for row in range(6):
        y = 770 + row * 52
        c.line([(690 - row * 12, y + 6), (1640, y - 50 + row * 6)], "#1f1f26", 3)
        for column in range(14):
            x = 720 + column * 76 + (row % 2) * 38
            top = y + 4 - (x - 690) * 0.055
            c.line([(x, top), (x, top + 50)], "#1f1f26", 3)
    c.shade(dots("620,1067 700,720 1640,660 1640,1067"), "#15161d", turn=0, strength=0.8)
    c.rect(1060, 520, 1230, 700, "#8d8790")
    c.shade(dots("1060,520 1230,520 1230,700 1060,700"), "#2c2b34", turn=90, strength=0.8)
    c.polygon([(1040, 526), (1145, 440), (1250, 526)], "#26262e")
    c.rect(1098, 580, 1146, 704, "#23232a")
    c.rect(1172, 570, 1208, 606, "#ffd98a")
    c.rect(1090, 430, 1098, 520, "#26262e")
    c.glow(1190, 588, 190, "#ffc56b", strength=0.7)
    lamp(c, 860, 714, 250, "#1f1f26", "#ffe3a3", reach=290)
    for x in range(900, 1640, 60):
        c.line([(x, 708 - (x - 700) * 0.064), (x, 662 - (x - 700) * 0.064)], "#24242c", 4)
    c.line([(880, 666), (1640, 614)], "#24242c", 4)


SCENES = {
    "dunmarrow-yard": dunmarrow_yard,
    "cannery-skarholm": cannery_skarholm,
    "wind-cable": wind_cable,
    "storm-surge": storm_surge,
}
