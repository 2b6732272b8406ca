"""Puts a figure's picture together: scenery, the body from far to near, where it is felt, and arrows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from skill.content.model.drawn import Drawn, DrawnArrow
from skill.drawing.camera import Camera, PicturePoint, camera_for
from skill.drawing.felt import felt_part, felt_shape
from skill.drawing.flesh import HEAD_HIGH, arm_shapes, head_of, leg_shapes, seat_of, trunk_of
from skill.drawing.limbs import Arm, Leg
from skill.drawing.scenery import corners_of, scenery_of
from skill.drawing.shapes import Shape, bowed_path, face_path
from skill.drawing.skeleton import HIPS, NECK_BASE, Skeleton, skeleton_of
from skill.drawing.vectors import Vector

_AROUND = 14.0
"""Centimetres between the outermost points of the body and the edge of the picture."""
_ARROW_WIDE, _HEAD_LONG, _HEAD_OPEN = 2.4, 5.5, 0.6


@dataclass(frozen=True)
class Picture:
    """Shapes in the order in which they are painted, and the part of the plane that is shown, in centimetres."""

    shapes: tuple[Shape, ...]
    left: float
    top: float
    width: float
    height: float


def together(pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """The pictures with the same bounds, which hold all of them, so that nothing jumps from one to the next."""
    left, top = min(one.left for one in pictures), min(one.top for one in pictures)
    width = round(max(one.left + one.width for one in pictures) - left, 1)
    height = round(max(one.top + one.height for one in pictures) - top, 1)
    return tuple(Picture(one.shapes, left, top, width, height) for one in pictures)


@dataclass(frozen=True)
class _Layer:
    """A part of the body by its name, how near it is to the viewer, and its shapes."""

    part: str
    near: float
    shapes: tuple[Shape, ...]


def picture_of(drawn: Drawn) -> Picture:
    """The picture of one posture; raises `Unreachable`."""
    body, camera = skeleton_of(drawn), camera_for(drawn)
    shapes = [*scenery_of(drawn.things, body, camera)]
    for layer in sorted(_layers(body, camera), key=lambda layer: layer.near):
        shapes += layer.shapes
        shapes += [felt_shape(place, body, camera) for place in drawn.felt if felt_part(place) == layer.part]
    for arrow in drawn.arrows:
        shapes += _arrow(arrow, body, camera)
    return Picture(tuple(shapes), *_bounds(drawn, body, camera))


def _layers(body: Skeleton, camera: Camera) -> Iterator[_Layer]:
    trunk = (body.spine[HIPS].at + body.spine[NECK_BASE].at) * 0.5
    yield _Layer("trunk", camera.seen(trunk).near, (*trunk_of(body, camera),))
    yield _Layer("head", camera.seen(body.head.at).near + 3, (*head_of(body, camera),))
    for side in ("side", "other"):
        seat = () if _shade(side, body, camera) else (seat_of(body, camera),)
        leg, arm = body.legs[side], body.arms[side]
        yield _Layer(
            f"legs.{side}", _near_leg(leg, camera), (*leg_shapes(leg, camera, _shade(side, body, camera)), *seat)
        )
        yield _Layer(f"arms.{side}", _near_arm(arm, camera), (*arm_shapes(arm, camera, _shade(side, body, camera)),))


def _near_leg(leg: Leg, camera: Camera) -> float:
    return camera.seen((leg.hip + leg.knee + leg.ankle) * (1 / 3)).near


def _near_arm(arm: Arm, camera: Camera) -> float:
    return camera.seen((arm.shoulder + arm.elbow + arm.wrist * 2) * 0.25).near


def _shade(side: str, body: Skeleton, camera: Camera) -> str:
    """The suffix of colours for limbs of this side: `-far` if it is clearly further away, else empty."""
    across = body.joints["side.hip"] - body.joints["other.hip"]
    nearer = across.unit.dot(camera.near) * (1 if side == "side" else -1)
    return "-far" if nearer < -0.5 else ""


def _arrow(arrow: DrawnArrow, body: Skeleton, camera: Camera) -> Iterator[Shape]:
    """A curved line, and a filled head at its end."""
    start = body.joints[arrow.of] + Vector(*arrow.off)
    first, last = camera.seen(start), camera.seen(start + Vector(*arrow.by))
    far = hypot(last.x - first.x, last.y - first.y) or 1.0
    beside = ((first.y - last.y) / far * arrow.bow * 2, (last.x - first.x) / far * arrow.bow * 2)
    middle = PicturePoint((first.x + last.x) / 2, (first.y + last.y) / 2).moved(*beside)
    way = atan2(last.y - middle.y, last.x - middle.x)
    yield Shape(bowed_path(first, middle, last), line="arrow", width=_ARROW_WIDE)
    ends = [
        last.moved(_HEAD_LONG * cos(way + pi + turn), _HEAD_LONG * sin(way + pi + turn))
        for turn in (-_HEAD_OPEN, _HEAD_OPEN)
    ]
    yield Shape(face_path([last.moved(2.4 * cos(way), 2.4 * sin(way)), *ends]), fill="arrow", line="arrow", width=1.6)


def _bounds(drawn: Drawn, body: Skeleton, camera: Camera) -> tuple[float, float, float, float]:
    """Left, top, width and height of everything in the picture, with some paper around it."""
    crown = body.head.at + body.head.frame.up * HEAD_HIGH
    ends = [crown, *(arm.fingers for arm in body.arms.values()), *body.joints.values()]
    body_points = [camera.seen(at) for at in ends]
    for arrow in drawn.arrows:
        start = body.joints[arrow.of] + Vector(*arrow.off)
        body_points += [camera.seen(at) for at in (start, start + Vector(*arrow.by))]
    things = [camera.seen(at) for at in corners_of(drawn.things, body)]
    points = [
        *(p.moved(x, x) for p in body_points for x in (-_AROUND, _AROUND)),
        *(p.moved(x, x) for p in things for x in (-4, 4)),
    ]
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    return round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1)
