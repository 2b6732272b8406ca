"""Draws what is around a body, as plain boxes behind it: the mat, a bed, a chair, a worktop, pillows."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from skill.drawing.camera import Camera
from skill.drawing.shapes import Shape, face_path, oval_path
from skill.drawing.skeleton import Skeleton
from skill.drawing.vectors import Vector

SEAT_HIGH, TOP_HIGH = 44.0, 90.0
"""Centimetres from the floor to the seat of a chair, and to a worktop."""
_PATCH_WIDE = 46.0


class Box(NamedTuple):
    """A box: the corner with the least coordinates, that with the greatest, in centimetres, and its colour."""

    low: Vector
    high: Vector
    colour: str


def scenery_of(things: tuple[str, ...], body: Skeleton, camera: Camera) -> Iterator[Shape]:
    """The shapes of all things, the ones further away first."""
    if _on_bare_floor(things):
        yield from _floor(body, camera)
    boxes = [box for thing in things for box in _THINGS[thing](body)]
    for box in sorted(boxes, key=lambda box: camera.seen((box.low + box.high) * 0.5).near):
        yield from _faces(box, camera)


def corners_of(things: tuple[str, ...], body: Skeleton) -> Iterator[Vector]:
    """The corners of all things, so that the picture cuts none off."""
    if _on_bare_floor(things):
        middle, half = _patch(body)
        yield from (Vector(middle + half, 0, z) for z in (-_PATCH_WIDE, _PATCH_WIDE))
        yield from (Vector(middle - half, 0, z) for z in (-_PATCH_WIDE, _PATCH_WIDE))
    for thing in things:
        for box in _THINGS[thing](body):
            for _, corners, _ in _sides(box.low, box.high):
                yield from corners


def _floor(body: Skeleton, camera: Camera) -> Iterator[Shape]:
    """A round patch of floor below a body that is on neither mat nor bed."""
    middle, half = _patch(body)
    axes = [camera.seen(Vector(x=half)), camera.seen(Vector(z=_PATCH_WIDE))]
    yield Shape(oval_path(camera.seen(Vector(middle)), [(axis.x, axis.y) for axis in axes]), fill="floor")


def _on_bare_floor(things: tuple[str, ...]) -> bool:
    return not {"mat", "bed"}.intersection(things)


def _patch(body: Skeleton) -> tuple[float, float]:
    """The middle of the patch of floor along the body, and half of its length."""
    xs = [at.x for at in body.joints.values()]
    return (min(xs) + max(xs)) / 2, max((max(xs) - min(xs)) / 2 + 22, 44)


def _faces(box: Box, camera: Camera) -> Iterator[Shape]:
    """The sides of a box that face the viewer."""
    low, high = box.low, box.high
    for normal, corners, tone in _sides(low, high):
        if normal.dot(camera.near) > 0.02:
            colour = f"{box.colour}{tone}"
            yield Shape(face_path([camera.seen(corner) for corner in corners]), fill=colour, line=colour, width=1.6)


def _sides(low: Vector, high: Vector) -> Iterator[tuple[Vector, list[Vector], str]]:
    for y, sign in ((high.y, 1.0), (low.y, -1.0)):
        corners = [Vector(x, y, z) for x, z in ((low.x, low.z), (high.x, low.z), (high.x, high.z), (low.x, high.z))]
        yield Vector(y=sign), corners, ""
    for x, sign in ((high.x, 1.0), (low.x, -1.0)):
        corners = [Vector(x, y, z) for y, z in ((low.y, low.z), (high.y, low.z), (high.y, high.z), (low.y, high.z))]
        yield Vector(x=sign), corners, "-edge"
    for z, sign in ((high.z, 1.0), (low.z, -1.0)):
        corners = [Vector(x, y, z) for x, y in ((low.x, low.y), (high.x, low.y), (high.x, high.y), (low.x, high.y))]
        yield Vector(z=sign), corners, "-edge"


def _reach(body: Skeleton) -> tuple[float, float]:
    """From where to where the body reaches, with a margin."""
    xs = [at.x for at in body.joints.values()]
    return min(xs) - 20, max(xs) + 20


def _mat(body: Skeleton) -> Iterator[Box]:
    low, high = _reach(body)
    zs = [abs(at.z) for at in body.joints.values()]
    wide = max(30.0, max(zs) + 12)
    yield Box(Vector(low, -1.5, -wide), Vector(high, 0.0, wide), "mat")


def _bed(body: Skeleton) -> Iterator[Box]:
    low, high = _reach(body)
    yield Box(Vector(low, -16.0, -62), Vector(high, 0.0, 22), "bed")
    yield Box(Vector(low - 3, -24.0, -62), Vector(high + 3, -16.0, 22), "wood")
    yield Box(Vector(low - 5, -36.0, -62), Vector(low - 1, 30.0, 22), "wood")


def _chair(_: Skeleton) -> Iterator[Box]:
    for z in (-19.0, 16.0):
        yield Box(Vector(-24, 0, z), Vector(-21, SEAT_HIGH + 44, z + 3), "wood")
        yield Box(Vector(15, 0, z), Vector(18, SEAT_HIGH - 4, z + 3), "wood")
    yield Box(Vector(-24, SEAT_HIGH - 4, -20), Vector(19, SEAT_HIGH, 20), "wood")
    yield Box(Vector(-24, SEAT_HIGH + 24, -19), Vector(-22, SEAT_HIGH + 42, 19), "wood")


def _worktop(_: Skeleton) -> Iterator[Box]:
    yield Box(Vector(34, 0, -44), Vector(70, TOP_HIGH - 4, 44), "wood")
    yield Box(Vector(30, TOP_HIGH - 4, -47), Vector(73, TOP_HIGH, 47), "bed")


def _worktop_behind(_: Skeleton) -> Iterator[Box]:
    yield Box(Vector(-70, 0, -44), Vector(-34, TOP_HIGH - 4, 44), "wood")
    yield Box(Vector(-73, TOP_HIGH - 4, -47), Vector(-32, TOP_HIGH, 47), "bed")


def _below(joint: str, half: tuple[float, float], high: float) -> Callable[[Skeleton], Iterator[Box]]:
    """A pillow directly below a joint: half of its length and width, and its height, in centimetres."""

    def boxes(body: Skeleton) -> Iterator[Box]:
        at, (long, wide) = body.joints[joint], half
        yield Box(Vector(at.x - long, 0, -wide), Vector(at.x + long, high, wide), "pillow")

    return boxes


def _side_pillow(body: Skeleton) -> Iterator[Box]:
    """A pillow beside the hip of the side that has its turn."""
    at = body.joints["side.hip"]
    yield Box(Vector(at.x - 12, 0, at.z + 12), Vector(at.x + 34, 14, at.z + 44), "pillow")


def _head_pillow(body: Skeleton) -> Iterator[Box]:
    """A pillow up to the head of somebody who lies on one side."""
    at = body.joints["head"]
    yield Box(Vector(at.x - 16, 0, -18), Vector(at.x + 10, at.y - 7, 26), "pillow")


def _low_seat(body: Skeleton) -> Iterator[Box]:
    """Something soft below the lower legs, as high as they are."""
    knee, ankle = body.joints["side.knee"], body.joints["side.ankle"]
    yield Box(Vector(knee.x, 0, -24), Vector(ankle.x + 6, knee.y - 6, 24), "pillow")


_THINGS: Mapping[str, Callable[[Skeleton], Iterator[Box]]] = {
    "mat": _mat,
    "bed": _bed,
    "chair": _chair,
    "worktop": _worktop,
    "worktop-behind": _worktop_behind,
    "knee-pillow": _below("side.knee", (12, 20), 12),
    "side-pillow": _side_pillow,
    "head-pillow": _head_pillow,
    "low-seat": _low_seat,
}
