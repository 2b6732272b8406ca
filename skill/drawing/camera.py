"""From where a body is seen: points in space as points of a picture, with how near they are."""

from dataclasses import dataclass
from math import cos, radians, sin

from skill.content.model.drawn import Drawn
from skill.drawing.vectors import UP, Vector

_VIEWS = {"side": (0.0, 9.0, 1), "front": (90.0, 6.0, -1), "back": (-90.0, 6.0, 1), "above": (90.0, 58.0, -1)}
"""Degrees around the body, degrees from above, and whether the picture is its mirror image: right is right in it."""


@dataclass(frozen=True)
class PicturePoint:
    """A point of the picture, to the right and down, and how near it is to the viewer."""

    x: float
    y: float
    near: float = 0.0

    def moved(self, x: float, y: float) -> "PicturePoint":
        """The point that is so far to the right and further down."""
        return PicturePoint(self.x + x, self.y + y, self.near)


@dataclass(frozen=True)
class Camera:
    """The ways to the right, up and to the viewer."""

    right: Vector
    up: Vector
    near: Vector

    def seen(self, at: Vector) -> PicturePoint:
        """The point of the picture."""
        return PicturePoint(at.dot(self.right), -at.dot(self.up), at.dot(self.near))


def camera_for(drawn: Drawn) -> Camera:
    """The viewer of a drawn body."""
    around, higher, mirror = _VIEWS[drawn.view]
    turn, rise = radians(around + drawn.around), radians(higher + drawn.higher)
    level = Vector(sin(turn), 0.0, cos(turn))
    right = Vector(cos(turn), 0.0, -sin(turn)) * mirror
    return Camera(right, UP * cos(rise) - level * sin(rise), level * cos(rise) + UP * sin(rise))
