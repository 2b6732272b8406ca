"""Checks that a body touches what its figure says, and that nothing sinks into the floor."""

from collections.abc import Iterator, Mapping

from skill.content.model.drawn import Drawn
from skill.content.reading.faults import Complaint
from skill.drawing.limbs import Leg
from skill.drawing.scenery import SEAT_HIGH
from skill.drawing.skeleton import CHEST, HIPS, NECK_BASE, WAIST, Skeleton

_THICK: Mapping[str, float] = {
    "forehead": 0.5, "chin": 1.0,
    "elbow": 4.3, "wrist": 3.2, "knee": 6.0, "thigh": 7.5, "shin": 5.4, "toes": 2.0,
}  # fmt: skip
"""Centimetres between a joint and the skin below it."""
_DEEP_AND_WIDE: Mapping[str, tuple[float, float, int]] = {
    "head": (10.5, 8.2, -1), "chest": (10.5, 16.0, CHEST), "waist": (9.5, 13.0, WAIST), "hips": (11.0, 15.0, HIPS),
    "shoulder": (9.5, 5.6, NECK_BASE), "hip": (9.4, 6.0, HIPS),
}  # fmt: skip
"""The same for the trunk: lying on the back or front, lying on the side, and which point of the spine decides that."""
_NEAR = 3.0
"""Centimetres of tolerance: flesh gives so much, and nobody sees something float by so little."""


def contact_complaints(drawn: Drawn, body: Skeleton) -> Iterator[Complaint]:
    """A complaint about each joint that should touch and does not, and about each that is below the floor."""
    for number, joint in enumerate(drawn.touches):
        gap = _gap(joint, body) - (SEAT_HIGH if "chair" in drawn.things and joint == "hips" else 0.0)
        if abs(gap) > _NEAR:
            where = f"{gap:.0f} centimetres above" if gap > 0 else f"{-gap:.0f} centimetres below"
            yield Complaint(f"touches.{number}", f"{joint} is {where} what it should touch")
    if "bed" not in drawn.things:
        for name in body.joints:
            if name not in drawn.touches and _gap(name, body) < -_NEAR:
                yield Complaint(_limb(name), f"{name} is {-_gap(name, body):.0f} centimetres below the floor")


def _gap(joint: str, body: Skeleton) -> float:
    """Centimetres from the floor up to the skin at a joint; negative below the floor."""
    side, _, name = joint.rpartition(".")
    if name == "ankle":
        return _foot_gap(body.legs[side])
    return body.joints[joint].y - _thick(name, body)


def _thick(name: str, body: Skeleton) -> float:
    """Centimetres between a joint and the skin below it, as the body lies."""
    if name not in _DEEP_AND_WIDE:
        return _THICK[name]
    deep, wide, vertebra = _DEEP_AND_WIDE[name]
    frame = body.spine[vertebra].frame
    on_its_side = min(1.0, abs(frame.right.y))
    return deep + (wide - deep) * on_its_side


def _foot_gap(leg: Leg) -> float:
    """Centimetres from the floor up to the lowest point of a foot."""
    return min(leg.ankle.y - 3.6, leg.heel.y - 3.2, leg.toes.y - 2.0)


def _limb(joint: str) -> str:
    """The path in the figure's file that places this joint."""
    side, _, name = joint.rpartition(".")
    if not side:
        return "spine"
    return f"{'arms' if name in ('elbow', 'wrist', 'shoulder') else 'legs'}.{side}"
