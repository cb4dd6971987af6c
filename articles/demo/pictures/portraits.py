"""The six authors' portraits of the demo: clothes and hair around a face."""

import math
from collections.abc import Callable

from articles.demo.pictures.faces import Sitter, cut, flat, head, spots, strand
from articles.demo.pictures.paint import Canvas, Point, curve, dots, mix

SHOULDERS: list[Point] = dots(
    "-330,470 -318,360 -262,286 -150,246 -84,216 0,240 84,216 150,246 262,286 318,360 330,470"
)


def _ground(c: Canvas, colour: str, light: str, side: int) -> None:
    c.gradient(
        (0, 0, c.width, c.height), [(0, mix(colour, "#ffffff", 0.1)), (1, mix(colour, "#15181c", 0.38))]
    )
    c.glow(330 - side * 290, 130, 640, light, strength=0.6)


def _body(c: Canvas, colour: str, side: int) -> None:
    outline = curve(spots(SHOULDERS))
    c.polygon(outline, colour)
    c.shade(outline, mix(colour, "#0b0d12", 0.6), turn=90 if side > 0 else 270, strength=0.9)


def mara_lindqvist(c: Canvas) -> None:
    """Cool side light, collar up."""
    who = Sitter(
        "#efcfb9", "#b08c86", "#c9bfa6", "#5d7f95", "#c27d78", jaw=0.96, smile=7, brows="#8f836d", age=0.6
    )
    _ground(c, "#667585", "#d4e2ec", who.light)
    cut(c, dots("-116,-60 -128,30 -104,92 0,60 104,92 128,30 116,-60 0,-120 -116,-60"), "#97907f")
    _body(c, "#22304a", who.light)
    head(c, who)
    hair = dots(
        "-112,40 -124,-40 -116,-120 -66,-182 10,-198 84,-176 122,-114 124,-36 112,36 104,-20 96,-70 52,-88 -14,-116 -40,-124 -74,-84 -98,-44 -104,10"
    )
    cut(c, hair, "#d8ceb4")
    for n in range(7):
        strand(
            c,
            [
                (-44 + n * 4, -122),
                (10 + n * 14, -150 + n * 7),
                (74 + n * 6, -120 + n * 12),
                (112, -30 + n * 6),
            ],
            "#a89d84",
            3,
        )
    cut(
        c,
        dots("-40,-124 -74,-84 -98,-44 -106,20 -116,24 -122,-40 -112,-116 -66,-176 -20,-190 -40,-124"),
        "#eee6cf",
    )
    for side, tone in ((-1, "#33456a"), (1, "#1a253b")):
        flat(c, dots("40,262 96,142 150,160 176,250 92,340"), tone, side=side)
        flat(c, dots("20,470 40,262 92,340 150,330 86,470"), mix(tone, "#0c1220", 0.25), side=side)
        c.line(spots([(40, 262), (92, 340), (176, 250)], side=side), "#0e1626", 3)
    for y in (400, 446):
        for x in (-66, 62):
            c.oval(*spots([(x, y)])[0], 11, fill="#0d1422")


def tomas_reke(c: Canvas) -> None:
    """Warm lamp light, round glasses."""
    who = Sitter(
        "#cfa27a",
        "#80583f",
        "#33261f",
        "#4b3523",
        "#a3604f",
        light=-1,
        jaw=1.06,
        smile=2,
        brows="#33261f",
        age=0.9,
    )
    _ground(c, "#5a6543", "#ffd494", who.light)
    _body(c, "#6f4a2c", who.light)
    for n in range(-22, 23):
        if abs(n) > 5:
            c.line(spots([(n * 15, 268 + abs(n) * 4), (n * 15.4, 470)]), "#54361f99", 3)
    flat(c, dots("-78,216 78,216 52,470 -52,470"), "#d9d3bd")
    c.shade(spots(dots("-78,216 78,216 52,470 -52,470")), "#6e6850", turn=270, strength=0.6)
    head(c, who)
    beard = dots(
        "-112,10 -106,76 -80,140 -40,178 0,188 40,178 80,140 106,76 112,10 100,44 74,72 40,74 0,68 -40,74 -74,72 -100,44"
    )
    cut(c, [*beard, beard[0]], "#33261f")
    cut(c, dots("112,10 106,76 80,140 40,178 58,120 92,66 112,10"), "#5d4838")
    cut(c, dots("-36,96 0,92 36,96 20,114 0,118 -20,114 -36,96"), "#a3604f")
    strand(c, [(-36, 97), (0, 102), (36, 97)], "#3a1c17", 3)
    cut(c, dots("10,-150 62,-138 92,-104 70,-116 34,-128 10,-150"), "#f0cda0")
    _glasses_and_lapels(c)


def _glasses_and_lapels(c: Canvas) -> None:
    for side in (-1, 1):
        x, y = spots([(side * 47, -1)])[0]
        c.arc((x - 36, y - 34, x + 36, y + 34), 0, 360, "#1d1815", 6)
        c.line(spots([(side * 83, -4), (side * 112, -10)]), "#1d1815", 6)
        flat(
            c,
            dots("84,224 120,236 150,300 96,470 44,470 64,330"),
            "#7d5533" if side > 0 else "#553720",
            side=side,
        )
        flat(c, dots("16,250 74,202 96,246 60,306"), "#efe9d6" if side > 0 else "#bdb59d", side=side)
    strand(c, [(-12, -4), (0, -11), (12, -4)], "#1d1815", 6)


def ines_falk(c: Canvas) -> None:
    """Bright sea light, yellow oilskin."""
    who = Sitter("#a8734f", "#6b4230", "#17131a", "#2f1d14", "#9c4f48", jaw=0.94, smile=6, brows="#17131a")
    _ground(c, "#9cc3d6", "#ffffff", who.light)
    hair = "#17131a"
    cut(c, dots("0,-200 -92,-170 -134,-80 -130,60 -96,190 90,200 128,60 134,-80 92,-170 0,-200"), hair)
    _body(c, "#e8b32c", who.light)
    cut(
        c,
        dots("-170,262 -140,190 -70,176 0,236 70,176 140,190 170,262 90,330 0,356 -90,330 -170,262"),
        "#c48d1c",
    )
    head(c, who)
    cut(c, dots("14,-160 -40,-120 -92,-50 -106,40 -128,30 -134,-70 -96,-170 -6,-204 14,-160"), hair)
    cut(c, dots("14,-160 62,-122 100,-50 108,40 130,30 136,-70 98,-170 10,-204 14,-160"), hair)
    for n in range(5):
        strand(
            c, [(2 - n * 6, -188 + n * 6), (-62 - n * 8, -146 + n * 10), (-112, -60 + n * 8)], "#4a4658", 2.5
        )
    flat(c, dots("-14,350 14,350 18,470 -18,470"), "#f5cb57")
    for y in (380, 430):
        c.oval(*spots([(0, y)])[0], 8, fill="#6b5a2c")
    for side in (-1, 1):
        cut(
            c,
            dots("12,350 70,318 150,240 178,268 140,340 60,388 12,350"),
            "#f3c340" if side < 0 else "#cf9a22",
            side=side,
        )
    _plait(c)


def _plait(c: Canvas) -> None:
    for n in range(9):
        x, y = (128 + 7 * math.sin(n), 130 + n * 36)
        for side in (-1, 1):
            c.shape(
                spots(
                    [
                        (x + side * 4, y - 16),
                        (x + side * 27, y),
                        (x + side * 18, y + 25),
                        (x - side * 6, y + 32),
                    ]
                ),
                "#17131a" if side > 0 else "#2b2733",
            )
        strand(c, [(x - 16, y - 2), (x - 4, y + 18), (x + 2, y + 26)], "#565165", 2)


def ada_brandt(c: Canvas) -> None:
    """Soft window light, copper bob."""
    who = Sitter(
        "#f3d3ba", "#c6957c", "#a8512a", "#56784f", "#c9736a", light=-1, jaw=0.95, smile=6, brows="#8d4a2a"
    )
    _ground(c, "#bd8f3f", "#fff0c9", who.light)
    back = dots(
        "0,-206 -100,-184 -146,-90 -146,40 -134,140 -84,152 0,120 84,152 134,140 146,40 146,-90 100,-184 0,-206"
    )
    cut(c, back, "#83391d")
    _body(c, "#24503d", who.light)
    head(c, who)
    for _ in range(46):
        x, y = (c.random.gauss(0, 44), c.random.uniform(8, 58))
        c.oval(*spots([(x, y)])[0], c.random.uniform(1.2, 2.4), fill="#b5704aaa")
    locks = dots(
        "0,-206 -100,-184 -144,-90 -146,40 -128,146 -96,140 -104,60 -106,-20 -98,-52 -50,-56 0,-60 50,-56 98,-52 106,-20 104,60 96,140 128,146 146,40 144,-90 100,-184 0,-206"
    )
    cut(c, locks, "#b4582c")
    cut(c, dots("10,-204 100,-184 144,-90 146,40 128,146 112,110 124,20 112,-70 70,-150 10,-204"), "#d98248")
    for n in range(-6, 7):
        strand(c, [(n * 3, -198), (n * 11, -140), (n * 15, -60)], "#8d3f20", 2.5)
    roll = dots("-84,186 -104,258 -44,296 44,296 104,258 84,186 40,226 -40,226 -84,186")
    cut(c, roll, "#2f664e")
    for n in range(-6, 7):
        strand(c, [(n * 12, 232 - abs(n) * 2), (n * 13, 262), (n * 12, 288 - abs(n) * 2)], "#1c4032", 3)
    for n in range(9):
        strand(
            c,
            [(-262 + n * 4, 300 + n * 22), (-90, 300 + n * 24), (90, 300 + n * 24), (262, 300 + n * 22)],
            "#1c403255",
            3,
        )


def ben_osei(c: Canvas) -> None:
    """Even light, plum waistcoat."""
    who = Sitter(
        "#7d5138", "#4c2e22", "#17120f", "#21130d", "#87463f", jaw=1.05, smile=5, brows="#17120f", age=0.4
    )
    _ground(c, "#cbb68d", "#fff6e0", who.light)
    cut(
        c,
        dots("-114,10 -124,-70 -104,-150 -50,-190 0,-196 50,-190 104,-150 124,-70 114,10 0,-40 -114,10"),
        "#1b1512",
    )
    _body(c, "#f4f1e8", who.light)
    head(c, who)
    hair = dots(
        "-108,16 -122,-60 -108,-146 -52,-188 0,-194 52,-188 108,-146 122,-60 108,16 102,-50 86,-98 40,-116 -40,-116 -86,-98 -102,-50 -108,16"
    )
    cut(c, hair, "#1b1512")
    for side in (-1, 1):
        cut(c, dots("104,10 120,-50 114,-96 100,-84 101,-40 104,10"), "#8f8a84", side=side)
        flat(c, dots("8,300 74,200 108,236 66,326"), "#ffffff" if side < 0 else "#cfc9bd", side=side)
        tone = "#673050" if side < 0 else "#47203a"
        flat(c, dots("0,404 66,326 112,240 206,266 214,470 0,470"), tone, side=side)
        c.line(spots([(0, 404), (66, 326), (112, 240)], side=side), "#2c1224", 4)
    c.line(spots([(0, 300), (0, 404)]), "#b9b3a5", 3)
    for y in (426, 460):
        c.oval(*spots([(0, y)])[0], 8, fill="#d9c79b")


def dora_lind(c: Canvas) -> None:
    """Low evening light, white hair in a loose bun."""
    who = Sitter(
        "#f0cbb6",
        "#b67e78",
        "#e9e5de",
        "#6a7b86",
        "#bb6a68",
        light=-1,
        jaw=0.98,
        smile=6,
        brows="#b8b0a6",
        age=1.0,
    )
    _ground(c, "#a5727a", "#ffc79a", who.light)
    c.oval(*spots([(-16, -214)])[0], 70, 56, fill="#cfc9c4")
    cut(c, dots("30,-240 52,-214 34,-176 0,-170 30,-240"), "#fbf4ea")
    for n in range(4):
        strand(c, [(-74 + n * 14, -220), (-20 + n * 6, -252 + n * 22), (44, -214 + n * 8)], "#a59d99", 2.5)
    cut(c, dots("-112,60 -126,-50 -96,-150 0,-192 96,-150 126,-50 112,60 0,0 -112,60"), "#c9c2bd")
    _body(c, "#7c8084", who.light)
    head(c, who)
    hair = dots(
        "-108,56 -126,-40 -104,-146 -46,-188 10,-196 66,-184 110,-140 126,-40 108,56 104,-10 92,-74 56,-112 14,-140 -30,-112 -80,-74 -104,-10 -108,56"
    )
    cut(c, hair, "#ece7df")
    cut(
        c,
        dots("-108,56 -126,-40 -104,-146 -46,-188 10,-196 14,-140 -30,-112 -80,-74 -104,-10 -108,56"),
        "#c9c2bd",
    )
    for n in range(6):
        strand(
            c, [(14, -142 - n * 8), (60 + n * 4, -128 - n * 8), (104 + n * 3, -60 - n * 8)], "#bdb4ab", 2.5
        )
    strand(c, [(104, 20), (116, 70), (102, 112)], "#ece7df", 4)
    _scarf(c)


def _scarf(c: Canvas) -> None:
    cut(c, dots("-128,232 -86,166 0,218 86,166 128,232 96,296 0,322 -96,296 -128,232"), "#b23330")
    cut(c, dots("-128,232 -86,166 0,218 -20,270 -96,296 -128,232"), "#84232a")
    flat(c, dots("24,290 96,270 136,470 52,470"), "#c8423a")
    for n in range(4):
        strand(
            c, [(-110 + n * 8, 240 + n * 14), (0, 262 + n * 15), (112 - n * 8, 232 + n * 15)], "#6d1a22", 3
        )
    for side in (-1, 1):
        strand(c, [(132, 262), (84, 350), (60, 470)], "#55595d", 7, side=side)


PORTRAITS: dict[str, Callable[[Canvas], None]] = {
    "mara-lindqvist": mara_lindqvist,
    "tomas-reke": tomas_reke,
    "ines-falk": ines_falk,
    "ada-brandt": ada_brandt,
    "ben-osei": ben_osei,
    "dora-lind": dora_lind,
}
