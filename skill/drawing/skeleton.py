"""Builds the skeleton of a figure: the spine, the limbs and all joints as points in space, in centimetres."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skill.content.model.drawn import Drawn, DrawnArm, DrawnLeg, SpineBend
from skill.drawing.limbs import Arm, Leg, Limb, arm_of, leg_of
from skill.drawing.vectors import Frame, Vector

PELVIS, LUMBAR, LOW_CHEST, HIGH_CHEST, NECK, HEAD = 9.0, 13.0, 13.0, 13.0, 8.0, 11.0
"""The lengths of the parts of the spine, in centimetres; the head's is that to its middle."""
HIP_WIDTH, SHOULDER_WIDTH, SHOULDER_DROP = 9.0, 16.5, 3.5
"""Half of the distance between the hips and between the shoulders, and how far the shoulders are below the neck."""
FACE, CHIN = 8.5, 10.0
"""How far the forehead is in front of the middle of the head, and the chin below that."""
HIPS, WAIST, CHEST, NECK_BASE = 0, 1, 3, 4
"""Indexes of points of the spine."""


@dataclass(frozen=True)
class Vertebra:
    """A point of the spine, and the directions of the body there."""

    at: Vector
    frame: Frame


@dataclass(frozen=True)
class Skeleton:
    """A body: its spine from the hips to the head, its limbs by their side, and all joints by their names."""

    spine: tuple[Vertebra, ...]
    legs: Mapping[str, Leg]
    arms: Mapping[str, Arm]
    joints: Mapping[str, Vector]

    @property
    def head(self) -> Vertebra:
        """The middle of the head."""
        return self.spine[-1]


def skeleton_of(drawn: Drawn) -> Skeleton:
    """The skeleton of a posture; raises `Unreachable` where a foot or a hand cannot be in its place."""
    spine = (*_spine_of(drawn),)
    joints = dict(_trunk_joints(spine))
    legs, arms = {}, {}
    for side in ("other", "side"):
        told: DrawnLeg = getattr(drawn.legs, side)
        legs[side] = leg_of(Limb(side, told, _hip(spine, side), spine[HIPS].frame), joints)
        joints |= {f"{side}.{name}": at for name, at in legs[side].joints()}
    for side in ("other", "side"):
        held: DrawnArm = getattr(drawn.arms, side)
        arms[side] = arm_of(Limb(side, held, _shoulder(spine, side), spine[NECK_BASE].frame), joints)
        joints |= {f"{side}.{name}": at for name, at in arms[side].joints()}
    return Skeleton(spine, legs, arms, joints)


def _hip(spine: tuple[Vertebra, ...], side: str) -> Vector:
    hips = spine[HIPS]
    return hips.at + hips.frame.place(right=HIP_WIDTH if side == "side" else -HIP_WIDTH)


def _shoulder(spine: tuple[Vertebra, ...], side: str) -> Vector:
    base = spine[NECK_BASE]
    return base.at + base.frame.place(up=-SHOULDER_DROP, right=SHOULDER_WIDTH if side == "side" else -SHOULDER_WIDTH)


def _spine_of(drawn: Drawn) -> Iterator[Vertebra]:
    """The points of the spine from the hips up, each bent against the one below it."""
    frame = Frame().bowed(drawn.lean)
    frame = frame.twisted(drawn.roll)
    at = Vector(*drawn.hips)
    yield Vertebra(at, frame)
    for length, bow, tilt, twist in _parts(drawn.spine):
        before, frame = frame, frame.bowed(bow).tilted(tilt).twisted(twist)
        at = at + (before.up + frame.up).unit * length
        yield Vertebra(at, frame)


def _parts(bend: SpineBend) -> Iterator[tuple[float, float, float, float]]:
    """For each part of the spine its length in centimetres, and the degrees of bend, tilt and twist."""
    yield PELVIS, bend.lumbar * 0.3, 0.0, 0.0
    yield LUMBAR, bend.lumbar * 0.7, bend.side * 0.4, bend.twist * 0.3
    yield LOW_CHEST, bend.chest * 0.5, bend.side * 0.4, bend.twist * 0.5
    yield HIGH_CHEST, bend.chest * 0.5, bend.side * 0.2, bend.twist * 0.2
    yield NECK, bend.neck * 0.5, 0.0, bend.look * 0.4
    yield HEAD, bend.neck * 0.5, 0.0, bend.look * 0.6


def _trunk_joints(spine: tuple[Vertebra, ...]) -> Iterator[tuple[str, Vector]]:
    head = spine[-1]
    yield from {"hips": spine[HIPS].at, "waist": spine[WAIST].at, "chest": spine[CHEST].at, "head": head.at}.items()
    yield "forehead", head.at + head.frame.place(front=FACE, up=3)
    yield "chin", head.at + head.frame.place(front=FACE - 2, up=-CHIN)
    for side in ("side", "other"):
        yield f"{side}.hip", _hip(spine, side)
        yield f"{side}.shoulder", _shoulder(spine, side)
