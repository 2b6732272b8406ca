"""Places arms and legs in space, by their angles or by where the hand or foot is; their lengths are fixed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Generic, TypeVar

from skill.content.model.drawn import DrawnArm, DrawnLeg
from skill.drawing.vectors import UP, Frame, Vector

THIGH, SHIN, HEEL, FOOT, SOLE = 41.0, 39.0, 5.0, 15.0, 7.0
"""Lengths in centimetres; from the ankle, the heel is behind, the toes in front, and the sole below."""
UPPER_ARM, FOREARM, HAND, FIST = 28.0, 25.0, 11.0, 4.0
KNEE_MOST, ELBOW_MOST = 158.0, 155.0
"""Degrees by which a knee and an elbow bend at most."""
SHOULDER_GIVES = 5.0
"""Centimetres by which a shoulder moves towards a hand that is too far away, at most."""
_UPRIGHT = 0.4
"""A flat foot stands on its sole if the shin is steeper than this (its vertical share); else its top lies down."""
_SLACK = 0.5
"""Centimetres by which a place may be too far away: nobody measures more exactly."""

Told = TypeVar("Told", DrawnLeg, DrawnArm)


class Unreachable(ValueError):
    """A hand or a foot cannot reach its place; has the path in the file, and the reason as its text."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(why)
        self.path = path


@dataclass(frozen=True)
class Limb(Generic[Told]):
    """A limb as written: its side, its shoulder or hip as the `root`, and the frame of the body there."""

    side: str
    told: Told
    root: Vector
    frame: Frame

    @property
    def out(self) -> float:
        """The sign of the direction outwards: 1 for the side that has its turn, -1 for the other."""
        return 1.0 if self.side == "side" else -1.0

    def outwards(self, spot: tuple[float, float, float]) -> Vector:
        """A spot that is written as for a limb on the right, as a vector for this limb's side."""
        return Vector(spot[0], spot[1], spot[2] * self.out)


@dataclass(frozen=True)
class Leg:
    """The points of a leg, and the axis (`hinge`) around which its knee bends."""

    hip: Vector
    knee: Vector
    ankle: Vector
    heel: Vector
    toes: Vector
    hinge: Vector

    @property
    def thigh_front(self) -> Vector:
        """The direction in which the front of the thigh faces, as a unit vector."""
        return self.hinge.cross((self.knee - self.hip).unit).unit

    @property
    def shin_front(self) -> Vector:
        """The direction in which the front of the shin faces, as a unit vector."""
        return self.hinge.cross((self.ankle - self.knee).unit).unit

    def joints(self) -> Iterator[tuple[str, Vector]]:
        """Its joints by name, and a point on the thigh and on the shin."""
        yield from {"knee": self.knee, "ankle": self.ankle, "toes": self.toes}.items()
        yield "thigh", self.hip.towards(self.knee, 0.7)
        yield "shin", self.knee.towards(self.ankle, 0.35)


@dataclass(frozen=True)
class Arm:
    """The points of an arm."""

    shoulder: Vector
    elbow: Vector
    wrist: Vector
    fingers: Vector

    def joints(self) -> Iterator[tuple[str, Vector]]:
        """Its joints by name."""
        yield from {"elbow": self.elbow, "wrist": self.wrist}.items()


def leg_of(limb: Limb[DrawnLeg], joints: Mapping[str, Vector]) -> Leg:
    """The leg in space; raises `Unreachable`."""
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
    """The direction from the ankle to the sole; nought for a flat foot that lies on its top."""
    if not flat:
        return shin.square_to(along).unit
    return UP * -1 if abs(shin.y) > _UPRIGHT else Vector()


def arm_of(limb: Limb[DrawnArm], joints: Mapping[str, Vector]) -> Arm:
    """The arm in space; raises `Unreachable`."""
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
    """The point where its hand or foot should be; None where it is given by angles."""
    on, at = told
    if on is None:
        return None if at is None else limb.outwards(at)
    return joints[on.replace("own", limb.side)] + limb.outwards(at or (0, 0, 0))


def _swung(limb: Limb[Told], angles: tuple[float, float, float]) -> tuple[Vector, Vector]:
    """The direction of the upper part of a limb, and the axis of its knee or elbow, from its angles in degrees."""
    forward, out, turn = angles
    frame = limb.frame
    way = (frame.up * -1).turned(frame.front, -out * limb.out).turned(frame.right, forward)
    hinge = frame.right.turned(frame.front, -out * limb.out).turned(frame.right, forward)
    return way, hinge.turned(way, -turn * limb.out)


def _level(way: Vector) -> Vector:
    """The direction without its vertical part, as a unit vector."""
    return Vector(way.x, 0.0, way.z).unit


@dataclass(frozen=True)
class _Bend:
    """Two parts of fixed lengths between two ends; the joint between them points `towards` a direction."""

    ends: tuple[Vector, Vector]
    lengths: tuple[float, float]
    towards: Vector
    path: str

    def middle(self, most: float) -> Vector:
        """The point of the knee or elbow; raises `Unreachable` if the ends are too far apart or too near."""
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
