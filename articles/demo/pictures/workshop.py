"""The organ builder's workshop of the demo's illustrations."""

import math

from articles.demo.pictures.paint import Canvas, dots, place
from articles.demo.pictures.people import Clothes, figure


def organ_workshop(c: Canvas) -> None:
    """An old organ builder listens to one small pipe."""
    c.gradient((0, 0, 1600, 860), [(0, "#7d7468"), (1, "#b39b78")])
    c.gradient((0, 850, 1600, 1067), [(0, "#8a6239"), (1, "#4c321c")])
    for x in range(0, 1700, 100):
        c.line([(x, 856), (800 + (x - 800) * 1.9, 1067)], "#5b3d22", 3)
    c.rect(1130, 90, 1450, 650, "#5d4a35")
    c.gradient((1150, 110, 1430, 630), [(0, "#f7f0dd"), (1, "#fbe8bd")])
    for x in (1243, 1336):
        c.line([(x, 110), (x, 630)], "#5d4a35", 9)
    for y in (240, 370, 500):
        c.line([(1150, y), (1430, y)], "#5d4a35", 7)
    for n in range(11):
        _organ_pipe(c, 90 + n * 76, 852, 700 - n * 46 + 24 * math.sin(n * 1.3), 52 - n * 2.3)
    c.glow(1290, 360, 560, "#fff2cf", strength=0.7)
    for x in (1160, 1255, 1350):
        c.beam([(x, 120), (x + 80, 120), (x - 380, 960), (x - 620, 960)], "#fff0cc", strength=0.5)
    for _ in range(120):
        c.oval(
            c.random.uniform(620, 1300),
            c.random.uniform(260, 860),
            c.random.uniform(1, 2.6),
            fill="#fff7e2aa",
        )
    figure(
        c,
        (1010, 948),
        470,
        "listen",
        Clothes("#5c6f78", "#3c4850", "#dcae8d", "#f1efe9", hem=0.75),
        flip=True,
    )
    c.oval(982, 486, 20, 17, fill="#e6e3dc")
    c.polygon(
        place(dots("-0.06,0.66 0.1,0.66 0.13,0.14 -0.09,0.14"), (1010, 948), 470, flip=True),
        "#e9dfc9",
    )
    _organ_pipe(c, 924, 596, 150, 16)
    _bench_top(c)


def _organ_pipe(c: Canvas, x: float, foot: float, tall: float, half: float) -> None:
    top, mouth = foot - tall, foot - tall * 0.16 - half
    body = [
        (x - half, top),
        (x + half, top),
        (x + half, mouth + half),
        (x + half * 0.16, foot),
        (x - half * 0.16, foot),
        (x - half, mouth + half),
    ]
    c.polygon(body, "#b9bfc0")
    c.shade(body, "#4d5960", turn=270, strength=0.9)
    c.polygon(
        [(x + half * 0.35, top), (x + half * 0.62, top), (x + half * 0.62, mouth), (x + half * 0.35, mouth)],
        "#eef0ea",
    )
    c.oval(x, top, half, half * 0.3, fill="#5d686d")
    c.polygon(
        [(x - half * 0.6, mouth + half * 0.5), (x, mouth - half * 1.1), (x + half * 0.6, mouth + half * 0.5)],
        "#8c969a",
    )
    c.rect(x - half * 0.6, mouth + half * 0.45, x + half * 0.6, mouth + half * 0.72, "#1f2427")


def _bench_top(c: Canvas) -> None:
    c.rect(420, 770, 900, 800, "#a97a45")
    c.rect(420, 798, 900, 812, "#6b4826")
    for x in (450, 850):
        c.rect(x, 810, x + 26, 980, "#6b4826")
    for n, (wide, tall) in enumerate(dots("9,64 11,92 8,50 13,118")):
        _organ_pipe(c, 500 + n * 42, 768, tall, wide)
    c.limb([(690, 762), (800, 754)], "#6b4826", 12)
    c.polygon(dots("800,738 850,744 850,766 800,768"), "#4b555a")


SCENES = {"organ-workshop": organ_workshop}
