"""Outlines as SVG path data: a tapered limb, an oval, a smooth line through points, a side of a box."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin, sqrt

from skill.drawing.camera import PicturePoint

Axis = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A path, the names of the colours that fill it and draw its line, the line's width, and its opacity."""

    path: str
    fill: str = ""
    line: str = ""
    width: float = 0.0
    strength: float = 1.0


def limb_path(ends: tuple[PicturePoint, PicturePoint], radii: tuple[float, float]) -> str:
    """The outline around two circles of these radii and the area between them."""
    (first, second), (wide, narrow) = ends, radii
    far = hypot(second.x - first.x, second.y - first.y)
    if far <= abs(wide - narrow) + 0.01:
        return circle_path(first if wide >= narrow else second, max(radii))
    way, lean = atan2(second.y - first.y, second.x - first.x), acos((wide - narrow) / far)
    corners = [_beside(at, r, way + turn) for at, r, turn in _corners(ends, radii, lean)]
    (a, b, c, d), long = corners, int(wide > narrow)
    return f"M{a}A{_n(wide)} {_n(wide)} 0 {long} 1 {b}L{c}A{_n(narrow)} {_n(narrow)} 0 {1 - long} 1 {d}Z"


def _corners(
    ends: tuple[PicturePoint, PicturePoint], radii: tuple[float, float], lean: float
) -> Sequence[tuple[PicturePoint, float, float]]:
    (first, second), (wide, narrow) = ends, radii
    return (first, wide, lean), (first, wide, -lean), (second, narrow, -lean), (second, narrow, lean)


def _beside(at: PicturePoint, far: float, way: float) -> str:
    return _at(at.moved(far * cos(way), far * sin(way)))


def circle_path(at: PicturePoint, radius: float) -> str:
    """The outline of a circle."""
    return oval_path(at, [(radius, 0.0), (0.0, radius)])


def oval_path(at: PicturePoint, axes: Sequence[Axis]) -> str:
    """The outline of an ellipsoid whose half-axes have these projections."""
    xx, yy = sum(x * x for x, _ in axes), sum(y * y for _, y in axes)
    xy = sum(x * y for x, y in axes)
    middle, spread = (xx + yy) / 2, sqrt(((xx - yy) / 2) ** 2 + xy**2)
    long, short, turn = sqrt(middle + spread), sqrt(max(0.0, middle - spread)), atan2(2 * xy, xx - yy) / 2
    ends = [_at(at.moved(sign * long * cos(turn), sign * long * sin(turn))) for sign in (1, -1)]
    arc = f"A{_n(long)} {_n(short)} {_n(turn * 180 / pi)} 0 1 "
    return f"M{ends[0]}{arc}{ends[1]}{arc}{ends[0]}Z"


def face_path(corners: Sequence[PicturePoint]) -> str:
    """The outline of a polygon."""
    return "M" + "L".join(map(_at, corners)) + "Z"


def smooth_path(points: Sequence[PicturePoint], *, closed: bool = False) -> str:
    """A smooth curve through all of these points."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path = f"M{_at(points[0])}"
    for number, (start, end) in enumerate(pairwise(around[1:-1])):
        before, after = around[number], around[number + 3]
        first = start.moved((end.x - before.x) / 6, (end.y - before.y) / 6)
        second = end.moved((start.x - after.x) / 6, (start.y - after.y) / 6)
        path += f"C{_at(first)} {_at(second)} {_at(end)}"
    return path + ("Z" if closed else "")


def bowed_path(first: PicturePoint, towards: PicturePoint, last: PicturePoint) -> str:
    """A quadratic curve from the first point to the last, with the control point `towards`."""
    return f"M{_at(first)}Q{_at(towards)} {_at(last)}"


def _at(point: PicturePoint) -> str:
    return f"{_n(point.x)} {_n(point.y)}"


def _n(number: float) -> str:
    """The number rounded to a tenth of a centimetre, which is as fine as anybody sees."""
    return f"{round(number, 1) + 0.0:g}"
