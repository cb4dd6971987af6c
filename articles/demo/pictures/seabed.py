"""The scene under water of the demo's illustrations."""

from articles.demo.pictures.light import ripples
from articles.demo.pictures.paint import Canvas, curve, dots, mix, place


def eelgrass_diver(c: Canvas) -> None:
    """A diver above bending eelgrass, the boat a dark leaf on the light."""
    c.gradient((0, 0, 1600, 1067), [(0, "#b5dba0"), (0.12, "#5fae86"), (0.5, "#1d7463"), (1, "#07332f")])
    c.glow(700, -40, 820, "#e9f7b8", strength=0.8, flat=0.8)
    for x, foot in dots("420,60 560,420 700,740 850,1080 980,1460"):
        c.beam([(x - 16, -10), (x + 20, -10), (foot + 130, 980), (foot - 90, 980)], "#d9f0a0", strength=0.45)
    c.shape(dots("560,34 640,74 790,92 960,76 1050,34 990,22 800,16 620,20"), "#0d4038")
    c.line([(806, 90), (840, 300), (900, 470)], "#0d403899", 3, smooth=True)
    ripples(c, (0, 8, 1600, 60), "#eaf8c899", count=60, long=150)
    for depth, (tone, count, tall) in enumerate(
        (("#2c7d5a", 84, 600), ("#17604a", 70, 620), ("#0c4638", 60, 500))
    ):
        _ribbons(c, tone, count, tall, 1080 + depth * 14)
        c.veil((0, 700, 1600, 1067), "#0b4a40", top=0, bottom=0.25)
        if depth == 1:
            _diver(c)
    for x, y, size in (
        (330, 420, 1.0),
        (400, 470, 0.8),
        (290, 500, 0.7),
        (1330, 360, 0.8),
        (1400, 400, 0.6),
        (470, 380, 0.6),
    ):
        body = dots("-0.5,0 -0.1,0.16 0.34,0.05 0.52,0.16 0.48,0 0.52,-0.16 0.34,-0.05 -0.1,-0.14")
        c.polygon(curve(place(body, (x, y), 56 * size)), "#d9ecb0")
        c.oval(x - 20 * size, y - 2, 2.4, fill="#0c4638")
    _ribbons(c, "#062f29", 46, 420, 1090)


def _ribbons(c: Canvas, tone: str, count: int, tall: float, foot: float) -> None:
    for n in range(count):
        x = n * 1660 / count - 40 + c.random.uniform(-16, 16)
        high = tall * c.random.uniform(0.5, 1)
        wave = c.random.uniform(0.7, 1.2)
        spine = [
            (x, foot),
            (x + 16 * wave, foot - high * 0.33),
            (x + 66 * wave, foot - high * 0.68),
            (x + 150 * wave, foot - high),
        ]
        path = curve(spine, steps=6)
        last = len(path) - 1
        left = [(px - 8 * (1 - n / last) - 1, py) for n, (px, py) in enumerate(path)]
        right = [(px + 8 * (1 - n / last) + 1, py) for n, (px, py) in enumerate(path)]
        c.polygon([*left, *reversed(right)], mix(tone, "#9ccf6a", c.random.uniform(0, 0.3)))


def _diver(c: Canvas) -> None:
    suit, band = "#0b2428", "#c7e08a"
    c.limb([(1010, 476), (1120, 440), (1230, 452)], suit, 44)
    c.limb([(1010, 486), (1110, 500), (1216, 520)], suit, 44)
    c.polygon(dots("1220,432 1350,396 1362,430 1236,470"), "#d8b03a")
    c.polygon(dots("1206,502 1330,528 1316,564 1204,540"), "#d8b03a")
    c.shape(dots("800,470 850,428 960,430 1040,452 1040,504 950,522 850,524 806,510"), suit)
    c.limb([(850, 420), (986, 424)], "#8a9a4a", 52)
    c.limb([(836, 420), (850, 420)], "#4d5a35", 30)
    c.oval(768, 484, 44, 40, fill=suit)
    c.polygon(dots("726,470 760,462 764,500 732,506"), "#bfe3d0")
    c.line([(780, 456), (820, 430), (840, 424)], "#4d5a35", 9, smooth=True)
    c.limb([(836, 500), (800, 570), (740, 596)], suit, 30)
    c.limb([(860, 506), (850, 590), (800, 640)], suit, 30)
    c.polygon(dots("660,560 744,574 736,636 652,620"), "#f3f5e4")
    for n in range(4):
        c.line([(670, 576 + n * 11), (726, 586 + n * 11)], "#4f6d60", 2.5)
    c.line([(880, 470), (1020, 478)], band, 5)
    frame = dots("640,700 830,680 872,760 650,786 640,700")
    c.line(frame, "#f3f5e4", 9)
    c.line([(800, 640), (830, 680)], suit, 16)
    for n in range(15):
        c.oval(742 + c.random.uniform(-22, 22), 420 - n * 25, 4 + n * 0.7, fill="#eaf8d099")


SCENES = {"eelgrass-diver": eelgrass_diver}
