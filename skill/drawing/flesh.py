"""Draws the body around a skeleton: the trunk's outline, the head, and limbs in sleeves and trousers."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import NamedTuple

from skill.drawing.camera import Camera, PicturePoint
from skill.drawing.limbs import Arm, Leg
from skill.drawing.shapes import Axis, Shape, circle_path, limb_path, oval_path, smooth_path
from skill.drawing.skeleton import NECK_BASE, Skeleton, Vertebra
from skill.drawing.vectors import Vector

Part = tuple[Vector, Vector, float, float, str]
"""A piece of a limb: its two ends, its thickness at each (a radius in centimetres), and its colour."""
HIP_THICK, KNEE_THICK, ANKLE_THICK = 9.4, 6.0, 4.0
SHOULDER_THICK, ELBOW_THICK, WRIST_THICK = 5.6, 4.3, 3.2
EDGE = 2.4
"""The width of the paper-coloured edge that sets a limb off from what is behind it."""


class Girth(NamedTuple):
    """Half of the trunk's width and depth at a point of the spine, `above` it by so much, in centimetres."""

    vertebra: int
    above: float
    wide: float
    deep: float
    forward: float = 0.0


GIRTHS = (
    Girth(0, -6.5, 11, 8, -1.5),
    Girth(0, -0.5, 15, 10.4, -0.8),
    Girth(1, 0, 13.2, 9.2),
    Girth(2, -3, 13, 9),
    Girth(3, -4, 15, 10.5),
    Girth(4, -6, 16.5, 9.5),
    Girth(4, -0.5, 9, 6.5),
)
"""The girths of the trunk, from the seat to the neck."""
_TROUSERS = GIRTHS[:3]
_NECK_WIDE = (5.2, 4.7)
_SMILE = ((-4.6, -2.2), (-5.4, 0.0), (-4.6, 2.2))
HEAD_HIGH, HEAD_DEEP, HEAD_WIDE = 11.5, 9.6, 8.2


def trunk_of(body: Skeleton, camera: Camera) -> Iterator[Shape]:
    """The neck, the shirt with its edge, and the seat of the trousers."""
    base, head = body.spine[NECK_BASE], body.head
    neck = limb_path((camera.seen(base.at), camera.seen(head.at)), _NECK_WIDE)
    shirt = smooth_path(outline(body, camera, GIRTHS), closed=True)
    yield Shape(neck, fill="skin")
    yield Shape(smooth_path(outline(body, camera, GIRTHS[2:]), closed=True), fill="shirt", line="paper", width=2.4)
    yield Shape(shirt, fill="shirt")
    yield seat_of(body, camera)


def seat_of(body: Skeleton, camera: Camera) -> Shape:
    """The seat of the trousers, between the legs and the shirt."""
    return Shape(smooth_path(outline(body, camera, _TROUSERS), closed=True), fill="trousers")


def head_of(body: Skeleton, camera: Camera) -> Iterator[Shape]:
    """Hair, nose and face; the hair is drawn over the face where the head looks away."""
    at, frame = body.head.at, body.head.frame
    hair = oval_path(camera.seen(at + frame.place(front=-2.4, up=2.6)), _axes(body.head, camera, 1.03))
    face = oval_path(camera.seen(at), _axes(body.head, camera, 0.95))
    nose = circle_path(camera.seen(at + frame.place(front=HEAD_DEEP - 0.4, up=-1.5)), 1.7)
    yield Shape(hair, fill="hair", line="paper", width=2.4)
    away = frame.front.dot(camera.near) < -0.35
    order = [(face, "skin"), (hair, "hair")] if away else [(hair, "hair"), (nose, "skin"), (face, "skin")]
    yield from (Shape(path, fill=colour) for path, colour in order)
    if not away:
        yield from _features(body.head, camera)


def _features(head: Vertebra, camera: Camera) -> Iterator[Shape]:
    """A closed eye on each side that is visible, and a mouth if the face looks at the viewer."""
    for side in (-1, 1):
        look = (head.frame.front * 0.75 + head.frame.right * (0.55 * side)).unit
        if look.dot(camera.near) > 0.3:
            yield Shape(smooth_path([camera.seen(at) for at in _lid(head, side)]), line="hair", width=1.0)
    if head.frame.front.dot(camera.near) > 0.3:
        smile = [head.at + head.frame.place(front=8.4, up=up, right=right) for up, right in _SMILE]
        yield Shape(smooth_path([camera.seen(at) for at in smile]), line="hair", width=1.0)


def _lid(head: Vertebra, side: int) -> Iterator[Vector]:
    """The points of a closed eyelid, from its inner to its outer corner."""
    for front, up, right in ((7.8, 0.6, 2.6), (7.6, -0.3, 4.0), (7.0, 0.6, 5.4)):
        yield head.at + head.frame.place(front=front, up=up, right=right * side)


def _axes(head: Vertebra, camera: Camera, size: float) -> list[Axis]:
    """The head's three half-axes, projected onto the picture, and scaled by `size`."""
    frame = head.frame
    axes = (frame.up * HEAD_HIGH, frame.front * HEAD_DEEP, frame.right * HEAD_WIDE)
    seen = [camera.seen(axis * size) for axis in axes]
    return [(point.x, point.y) for point in seen]


def outline(body: Skeleton, camera: Camera, girths: Sequence[Girth]) -> list[PicturePoint]:
    """The edge of the trunk in the picture, up one side and down the other."""
    seen = [camera.seen(girth_at(body, girth)) for girth in girths]
    edges = [_edge(body, camera, girth, _along(seen, number)) for number, girth in enumerate(girths)]
    up = [point.moved(*edge) for point, edge in zip(seen, edges, strict=True)]
    down = [point.moved(-x, -y) for point, (x, y) in zip(seen, edges, strict=True)]
    return [*up, *reversed(down)]


def girth_at(body: Skeleton, girth: Girth, front: float = 0.0) -> Vector:
    """The middle of the trunk at a girth, or a point in front of it by the share `front` of its depth."""
    vertebra = body.spine[girth.vertebra]
    return vertebra.at + vertebra.frame.place(up=girth.above, front=girth.forward + front * girth.deep)


def _along(seen: Sequence[PicturePoint], number: int) -> Axis:
    """The direction of the spine at this point in the picture, as a unit vector."""
    before, after = seen[max(0, number - 1)], seen[min(len(seen) - 1, number + 1)]
    way = (after.x - before.x, after.y - before.y)
    length = hypot(*way) or 1.0
    return way[0] / length, way[1] / length


def _edge(body: Skeleton, camera: Camera, girth: Girth, along: Axis) -> Axis:
    """The offset from the middle of the oval trunk to its edge, square to the spine in the picture."""
    frame = body.spine[girth.vertebra].frame
    beside = (-along[1], along[0])
    right, front = camera.seen(frame.right), camera.seen(frame.front)
    wide = girth.wide * (right.x * beside[0] + right.y * beside[1])
    deep = girth.deep * (front.x * beside[0] + front.y * beside[1])
    far = hypot(wide, deep)
    return beside[0] * far, beside[1] * far


def leg_shapes(leg: Leg, camera: Camera, shade: str) -> Iterator[Shape]:
    """The shapes of a leg: trousers to the ankle, and a bare foot."""
    cuff = leg.knee.towards(leg.ankle, 0.86)
    foot: list[Part] = [
        (leg.ankle, leg.heel, 3.6, 3.2, "skin"),
        (leg.heel, leg.toes, 3.2, 2.0, "skin"),
        (leg.ankle, leg.heel.towards(leg.toes, 0.6), 3.5, 2.6, "skin"),
    ]
    yield from _limb(
        [
            (leg.knee, leg.ankle, 5.2, 3.6, "skin"),
            *foot,
            (leg.hip, leg.knee, HIP_THICK, KNEE_THICK, "trousers"),
            (leg.knee, cuff, KNEE_THICK, ANKLE_THICK + 0.6, "trousers"),
        ],
        camera,
        shade,
    )


def arm_shapes(arm: Arm, camera: Camera, shade: str) -> Iterator[Shape]:
    """The shapes of an arm: a sleeve to above the elbow, and a bare forearm and hand."""
    palm, sleeve = arm.wrist.towards(arm.fingers, 0.35), arm.shoulder.towards(arm.elbow, 0.62)
    yield from _limb(
        [
            (arm.shoulder, arm.elbow, SHOULDER_THICK - 0.5, ELBOW_THICK, "skin"),
            (arm.elbow, arm.wrist, ELBOW_THICK, WRIST_THICK, "skin"),
            (arm.wrist, palm, WRIST_THICK, 3.5, "skin"),
            (palm, arm.fingers, 3.5, 1.9, "skin"),
            (arm.shoulder, sleeve, SHOULDER_THICK + 0.3, ELBOW_THICK + 1.0, "shirt"),
        ],
        camera,
        shade,
    )


def _limb(parts: Sequence[Part], camera: Camera, shade: str) -> Iterator[Shape]:
    """The shapes of a limb: first the edges of all parts, then the parts, so that no edge is seen between them."""
    shapes = [
        (limb_path((camera.seen(start), camera.seen(end)), (thick, thin)), colour)
        for start, end, thick, thin, colour in parts
    ]
    yield from (Shape(path, fill=colour + shade, line="paper", width=EDGE) for path, colour in shapes)
    yield from (Shape(path, fill=colour + shade) for path, colour in shapes)
