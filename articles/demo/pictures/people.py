"""People as simple, upright silhouettes: a skeleton, and clothes around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from articles.demo.pictures.paint import Canvas, Point, curve, mix, place

Limb = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Pose:
    """Joints of a person one unit tall who faces right, feet at the origin, y upwards."""

    head: Point = (0.02, 0.93)
    neck: Point = (0.0, 0.83)
    hip: Point = (0.0, 0.5)
    far_arm: Limb = ((0.06, 0.64), (0.07, 0.47))
    near_arm: Limb = ((-0.07, 0.64), (-0.05, 0.47))
    far_leg: Limb = ((0.05, 0.27), (0.05, 0.0))
    near_leg: Limb = ((-0.04, 0.27), (-0.05, 0.0))
    pockets: bool = False


POSES: Final[Mapping[str, Pose]] = {
    "stand": Pose(far_arm=((0.08, 0.66), (0.08, 0.5)), near_arm=((-0.11, 0.64), (-0.03, 0.5)), pockets=True),
    "walk": Pose(
        far_arm=((0.1, 0.66), (0.17, 0.52)),
        near_arm=((-0.1, 0.65), (-0.13, 0.48)),
        far_leg=((0.1, 0.28), (0.16, 0.0)),
        near_leg=((-0.02, 0.27), (-0.15, 0.03)),
    ),
    "write": Pose(far_arm=((0.08, 0.65), (0.2, 0.67)), near_arm=((-0.05, 0.63), (0.17, 0.62))),
    "raise": Pose(far_arm=((0.2, 0.84), (0.3, 1.03)), near_arm=((-0.2, 0.84), (-0.3, 1.02))),
    "dig": Pose(
        head=(0.34, 0.73),
        neck=(0.24, 0.68),
        hip=(-0.06, 0.48),
        far_arm=((0.28, 0.5), (0.36, 0.38)),
        near_arm=((0.2, 0.48), (0.33, 0.52)),
        far_leg=((0.1, 0.27), (0.08, 0.0)),
        near_leg=((-0.08, 0.25), (-0.16, 0.0)),
    ),
    "push": Pose(
        head=(0.15, 0.88),
        neck=(0.08, 0.8),
        hip=(-0.05, 0.48),
        far_arm=((0.2, 0.68), (0.3, 0.66)),
        near_arm=((0.12, 0.62), (0.3, 0.63)),
        far_leg=((0.06, 0.26), (0.06, 0.0)),
        near_leg=((-0.12, 0.25), (-0.22, 0.0)),
    ),
    "sit": Pose(
        head=(0.09, 0.76),
        neck=(0.03, 0.67),
        hip=(-0.04, 0.33),
        far_arm=((0.1, 0.5), (0.24, 0.44)),
        near_arm=((-0.02, 0.47), (0.2, 0.41)),
        far_leg=((0.26, 0.34), (0.27, 0.0)),
        near_leg=((0.22, 0.33), (0.2, 0.0)),
    ),
    "listen": Pose(
        head=(0.09, 0.9),
        neck=(0.03, 0.81),
        far_arm=((0.16, 0.68), (0.2, 0.84)),
        near_arm=((0.04, 0.62), (0.18, 0.78)),
    ),
    "hold": Pose(far_arm=((0.08, 0.62), (0.22, 0.58)), near_arm=((-0.05, 0.6), (0.2, 0.55))),
}


@dataclass(frozen=True, slots=True)
class Clothes:
    """Colours of a person, and how far down the coat reaches (0 hip, 1 ankle)."""

    coat: str
    legs: str
    skin: str
    hair: str
    hem: float = 0.15
    hat: str | None = None


def figure(c: Canvas, at: Point, tall: float, pose: str, wear: Clothes, *, flip: bool = False) -> None:
    """Draw one person whose feet stand at `at`."""
    body = POSES[pose]

    def spot(point: Point) -> Point:
        return place([point], at, tall, flip=flip)[0]

    shoulder = spot((body.neck[0], body.neck[1] - 0.035))
    hip = spot(body.hip)
    hand = wear.coat if body.pockets else wear.skin
    _arm(c, [shoulder, *map(spot, body.far_arm)], tall, wear.coat, hand)
    for leg in (body.far_leg, body.near_leg):
        _leg(c, hip, [spot(joint) for joint in leg], tall, wear.legs, -1 if flip else 1)
    c.polygon(place(_torso(body, wear.hem), at, tall, flip=flip), wear.coat)
    c.limb([spot(body.neck), spot(body.head)], wear.skin, 0.06 * tall)
    _head(c, spot(body.head), tall, wear, -1 if flip else 1)
    _arm(c, [shoulder, *map(spot, body.near_arm)], tall, mix(wear.coat, "#000000", 0.12), hand)


def _torso(body: Pose, hem: float) -> list[Point]:
    (nx, ny), (hx, hy) = body.neck, body.hip
    low, flare = hy - 0.06 - 0.4 * hem, 0.1 + 0.04 * hem
    left = [
        (nx - 0.045, ny + 0.005),
        (nx - 0.115, ny - 0.045),
        ((nx + hx) / 2 - 0.095, (ny + hy) / 2 + 0.02),
        (hx - flare, low),
    ]
    right = [
        (hx + flare, low),
        ((nx + hx) / 2 + 0.095, (ny + hy) / 2 + 0.02),
        (nx + 0.115, ny - 0.045),
        (nx + 0.045, ny + 0.005),
    ]
    return [*curve(left), *curve(right)]


def _arm(c: Canvas, joints: list[Point], tall: float, sleeve: str, hand: str) -> None:
    shoulder, elbow, end = joints
    wrist = (end[0] * 0.9 + elbow[0] * 0.1, end[1] * 0.9 + elbow[1] * 0.1)
    c.oval(*end, 0.028 * tall, fill=hand)
    c.limb([shoulder, elbow, wrist], sleeve, 0.064 * tall)
    c.oval(*elbow, 0.032 * tall, fill=sleeve)


def _leg(c: Canvas, hip: Point, joints: list[Point], tall: float, colour: str, side: int) -> None:
    knee, foot = joints
    c.limb([hip, knee], colour, 0.1 * tall)
    c.limb([knee, (foot[0], foot[1] - 0.03 * tall)], colour, 0.07 * tall)
    c.oval(foot[0] + side * 0.025 * tall, foot[1] - 0.02 * tall, 0.055 * tall, 0.024 * tall, fill=colour)


def _head(c: Canvas, at: Point, tall: float, wear: Clothes, side: int) -> None:
    x, y = at
    c.oval(x - side * 0.01 * tall, y - 0.012 * tall, 0.055 * tall, 0.065 * tall, fill=wear.hair)
    c.oval(x + side * 0.012 * tall, y + 0.01 * tall, 0.046 * tall, 0.056 * tall, fill=wear.skin)
    if wear.hat:
        c.oval(x, y - 0.03 * tall, 0.06 * tall, 0.04 * tall, fill=wear.hat)
        c.limb(
            [(x - 0.05 * tall, y - 0.022 * tall), (x + side * 0.085 * tall, y - 0.02 * tall)],
            wear.hat,
            0.022 * tall,
        )
