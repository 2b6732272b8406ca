"""Arms and legs: from their angles, or from where the hand or the foot is, always as long as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Generic, TypeVar

from skill.content.model.drawn import DrawnArm, DrawnLeg
from skill.drawing.vectors import UP, Frame, Vector

THIGH, SHIN, HEEL, FOOT, SOLE = 41.0, 39.0, 5.0, 15.0, 7.0
"""Lengths in centimetres: the heel lies behind the ankle, the toes before it, and the sole below it."""
UPPER_ARM, FOREARM, HAND, FIST = 28.0, 25.0, 11.0, 4.0
KNEE_MOST, ELBOW_MOST = 158.0, 155.0
"""Degrees: no knee and no elbow bends further."""
SHOULDER_GIVES = 5.0
"""Centimetres by which a shoulder goes along with its hand, where that is far away."""
_UPRIGHT = 0.4
"""How steep a shin is at least above a foot that stands on its sole; else its back lies on the floor."""
_SLACK = 0.5
"""Centimetres by which a place may be too far away, since nobody measures closer."""

Told = TypeVar("Told", DrawnLeg, DrawnArm)


class Unreachable(ValueError):
    """A hand or a foot cannot be where it should be; with the path and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(why)
        self.path = path


@dataclass(frozen=True)
class Limb(Generic[Told]):
    """A limb as it is told: of which side, from which joint on, and how the body lies there."""

    side: str
    told: Told
    root: Vector
    frame: Frame

    @property
    def out(self) -> float:
        """To which side it is outwards."""
        return 1.0 if self.side == "side" else -1.0

    def outwards(self, spot: tuple[float, float, float]) -> Vector:
        """A place or a way that is told as if the limb were on the right."""
        return Vector(spot[0], spot[1], spot[2] * self.out)


@dataclass(frozen=True)
class Leg:
    """Hip, knee, ankle, heel and toes, and the hinge of the knee."""

    hip: Vector
    knee: Vector
    ankle: Vector
    heel: Vector
    toes: Vector
    hinge: Vector

    @property
    def thigh_front(self) -> Vector:
        """Which way the front of the thigh looks."""
        return self.hinge.cross((self.knee - self.hip).unit).unit

    @property
    def shin_front(self) -> Vector:
        """Which way the shin-bone looks."""
        return self.hinge.cross((self.ankle - self.knee).unit).unit

    def joints(self) -> Iterator[tuple[str, Vector]]:
        """Its joints by name, and the middle of its parts."""
        yield from {"knee": self.knee, "ankle": self.ankle, "toes": self.toes}.items()
        yield "thigh", self.hip.towards(self.knee, 0.7)
        yield "shin", self.knee.towards(self.ankle, 0.35)


@dataclass(frozen=True)
class Arm:
    """Shoulder, elbow, wrist and fingertips."""

    shoulder: Vector
    elbow: Vector
    wrist: Vector
    fingers: Vector

    def joints(self) -> Iterator[tuple[str, Vector]]:
        """Its joints by name."""
        yield from {"elbow": self.elbow, "wrist": self.wrist}.items()


def leg_of(limb: Limb[DrawnLeg], joints: Mapping[str, Vector]) -> Leg:
    """The leg, with its foot where it is told."""
    told = limb.told
    goal = _goal(limb, (told.foot_on, told.foot_at), joints)
    if goal is None:
        thigh, hinge = _swung(limb, (told.hip or 0.0, told.out, -told.turn))
        knee = limb.root + thigh * THIGH
        ankle = knee + thigh.turned(hinge, -(told.knee or 0.0)) * SHIN
    else:
        bend = _Bend((limb.root, goal), (THIGH, SHIN), limb.outwards(told.knee_towards), f"legs.{limb.side}.foot")
        knee, ankle = bend.middle(KNEE_MOST), goal
        hinge = (ankle - knee).cross(knee - limb.root)
        hinge = hinge.unit if hinge.length > 1 else limb.frame.right
    shin = (ankle - knee).unit
    looks = hinge.cross(shin).unit
    along = looks.turned(hinge, -told.ankle)
    along = _level(looks + shin * 0.4) if told.flat else along
    heel = ankle - along * HEEL + _below(along, shin, flat=told.flat) * (SOLE - 3)
    return Leg(limb.root, knee, ankle, heel, heel + along * (FOOT + HEEL), hinge)


def _below(along: Vector, shin: Vector, *, flat: bool) -> Vector:
    """Which way the sole is, seen from the ankle."""
    if not flat:
        return shin.square_to(along).unit
    return UP * -1 if abs(shin.y) > _UPRIGHT else Vector()


def arm_of(limb: Limb[DrawnArm], joints: Mapping[str, Vector]) -> Arm:
    """The arm, with its hand where it is told."""
    told, root = limb.told, limb.root
    goal = _goal(limb, (told.hand_on, told.hand_at), joints)
    if goal is None:
        upper, hinge = _swung(limb, (told.lift or 0.0, told.out, told.turn))
        elbow = root + upper * UPPER_ARM
        goal = elbow + upper.turned(hinge, told.elbow or 0.0) * FOREARM
    else:
        way = limb.outwards(told.elbow_towards)
        root = root + (goal - root).unit * min(SHOULDER_GIVES, max(0.0, (goal - root).length - UPPER_ARM - FOREARM))
        elbow = _Bend((root, goal), (UPPER_ARM, FOREARM), way, f"arms.{limb.side}.hand").middle(ELBOW_MOST)
    fore = (goal - elbow).unit
    along = _level(fore * 1.5 + limb.frame.up) if told.flat else fore
    return Arm(root, elbow, goal, goal + along * (FIST if told.fist else HAND))


def _goal(
    limb: Limb[Told], told: tuple[str | None, tuple[float, float, float] | None], joints: Mapping[str, Vector]
) -> Vector | None:
    """Where its end should be; None where its angles say it."""
    on, at = told
    if on is None:
        return None if at is None else limb.outwards(at)
    return joints[on.replace("own", limb.side)] + limb.outwards(at or (0, 0, 0))


def _swung(limb: Limb[Told], angles: tuple[float, float, float]) -> tuple[Vector, Vector]:
    """The way of the upper part of a limb, and the hinge at its lower end."""
    forward, out, turn = angles
    frame = limb.frame
    way = (frame.up * -1).turned(frame.front, -out * limb.out).turned(frame.right, forward)
    hinge = frame.right.turned(frame.front, -out * limb.out).turned(frame.right, forward)
    return way, hinge.turned(way, -turn * limb.out)


def _level(way: Vector) -> Vector:
    """The same way without its rise."""
    return Vector(way.x, 0.0, way.z).unit


@dataclass(frozen=True)
class _Bend:
    """A limb of two parts from one end to the other, its middle joint towards somewhere."""

    ends: tuple[Vector, Vector]
    lengths: tuple[float, float]
    towards: Vector
    path: str

    def middle(self, most: float) -> Vector:
        """Where knee or elbow is; raises `Unreachable` where it would have to be pulled out or folded too far."""
        root, goal = self.ends
        upper, lower = self.lengths
        far = (goal - root).length
        if far > upper + lower + _SLACK:
            raise Unreachable(self.path, f"{far - upper - lower:.0f} centimetres too far away")
        far = min(far, upper + lower)
        along = (upper**2 - lower**2 + far**2) / (2 * far)
        beside = sqrt(max(0.0, upper**2 - along**2))
        axis = (goal - root).unit
        joint = root + axis * along + self.towards.square_to(axis).unit * beside
        bent = (joint - root).angle(goal - joint)
        if bent > most:
            raise Unreachable(self.path, f"so near that it would be bent by {bent:.0f} degrees")
        return joint
