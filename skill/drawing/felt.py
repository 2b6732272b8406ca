"""Draws a warm stripe on the part of the body where a stretch should be felt."""

from collections.abc import Callable, Iterator

from skill.drawing.camera import Camera
from skill.drawing.flesh import GIRTHS, girth_at
from skill.drawing.shapes import Shape, smooth_path
from skill.drawing.skeleton import WAIST, Skeleton
from skill.drawing.vectors import Vector

Line = list[Vector]

_BACKS = {"lower-back": (1, 3), "whole-back": (1, 6)}
"""The first and the last girth of each, as indexes of GIRTHS."""
_FACING = 0.5
"""The back counts as hidden if the belly faces the viewer by more than this (the cosine of the angle)."""


def felt_shape(place: str, body: Skeleton, camera: Camera) -> Shape:
    """The stripe for a place where the stretch is felt."""
    side, _, name = place.rpartition(".")
    if _on_the_far_side(place, body, camera):
        return Shape(smooth_path([camera.seen(at) for at in _across(body)]), line="warm", width=9.0, strength=0.7)
    line, width = _of_trunk(name, body) if not side else _of_side(side, name, body)
    return Shape(smooth_path([camera.seen(at) for at in line]), line="warm", width=width)


def felt_part(place: str) -> str:
    """The part of the body that the place is on: the trunk or a leg."""
    side, _, name = place.rpartition(".")
    return f"legs.{side}" if name in _LEGS else "trunk"


def _on_the_far_side(place: str, body: Skeleton, camera: Camera) -> bool:
    """Whether it is on a back that is hidden, so that it is shown as a faint band across the waist."""
    return place in _BACKS and body.spine[WAIST].frame.front.dot(camera.near) > _FACING


def _across(body: Skeleton) -> Line:
    girth = GIRTHS[2]
    right = body.spine[girth.vertebra].frame.right * (girth.wide * 0.65)
    middle = girth_at(body, girth) + body.spine[girth.vertebra].frame.up * 4
    return [middle - right, middle, middle + right]


def _of_trunk(name: str, body: Skeleton) -> tuple[Line, float]:
    if name in _BACKS:
        first, last = _BACKS[name]
        return [girth_at(body, girth, -0.62) for girth in GIRTHS[first : last + 1]], 6.0
    return [girth_at(body, girth, 0.5) for girth in GIRTHS[1:4]], 7.0


def _of_side(side: str, name: str, body: Skeleton) -> tuple[Line, float]:
    if name == "side":
        return [*_flank(side, body)], 6.5
    return _LEGS[name](side, body)


def _flank(side: str, body: Skeleton) -> Iterator[Vector]:
    """Along the ribs of one side."""
    for girth in GIRTHS[2:6]:
        right = body.spine[girth.vertebra].frame.right * (0.7 * girth.wide if side == "side" else -0.7 * girth.wide)
        yield girth_at(body, girth) + right


def _bottom(side: str, body: Skeleton) -> tuple[Line, float]:
    leg, frame = body.legs[side], body.spine[0].frame
    away = (frame.front * -0.5 - leg.thigh_front * 0.6).unit
    return [leg.hip + away * 5 + frame.up * 4.5, leg.hip.towards(leg.knee, 0.08) + away * 5.5], 7.0


def _hip(side: str, body: Skeleton) -> tuple[Line, float]:
    leg = body.legs[side]
    return [leg.hip, leg.hip.towards(leg.knee, 0.15)], 9.0


def _along_thigh(first: float, last: float, front: float) -> Callable[[str, Skeleton], tuple[Line, float]]:
    def line(side: str, body: Skeleton) -> tuple[Line, float]:
        leg = body.legs[side]
        looks = leg.thigh_front * front
        return [leg.hip.towards(leg.knee, share) + looks for share in (first, (first + last) / 2, last)], 5.5

    return line


def _calf(side: str, body: Skeleton) -> tuple[Line, float]:
    leg = body.legs[side]
    back = leg.shin_front * -2.2
    return [leg.knee.towards(leg.ankle, share) + back for share in (0.15, 0.4, 0.62)], 4.5


_LEGS: dict[str, Callable[[str, Skeleton], tuple[Line, float]]] = {
    "bottom": _bottom,
    "hip": _hip,
    "hip-front": _along_thigh(-0.12, 0.2, 4.5),
    "thigh-front": _along_thigh(0.2, 0.75, 3.6),
    "thigh-back": _along_thigh(0.2, 0.85, -3.8),
    "calf": _calf,
}
