"""The camera: projects points in space onto the picture, and says how near they are."""

from dataclasses import dataclass
from math import cos, radians, sin

from skill.content.model.drawn import Drawn
from skill.drawing.vectors import UP, Vector

_VIEWS = {"side": (0.0, 9.0, 1), "front": (90.0, 6.0, -1), "back": (-90.0, 6.0, 1), "above": (90.0, 58.0, -1)}
"""For each view: degrees around the body, degrees from above, and -1 where the picture is mirrored, so that the body's
right is on the right."""


@dataclass(frozen=True)
class PicturePoint:
    """A point of the picture, in centimetres to the right and down, and how near it is to the viewer."""

    x: float
    y: float
    near: float = 0.0

    def moved(self, x: float, y: float) -> "PicturePoint":
        """The point that is so far to the right and so far down from here."""
        return PicturePoint(self.x + x, self.y + y, self.near)


@dataclass(frozen=True)
class Camera:
    """The directions in space that are right, up and towards the viewer, as unit vectors."""

    right: Vector
    up: Vector
    near: Vector

    def seen(self, at: Vector) -> PicturePoint:
        """The point of the picture for this point in space."""
        return PicturePoint(at.dot(self.right), -at.dot(self.up), at.dot(self.near))


def camera_for(drawn: Drawn) -> Camera:
    """The camera for the view that a figure asks for."""
    around, higher, mirror = _VIEWS[drawn.view]
    turn, rise = radians(around + drawn.around), radians(higher + drawn.higher)
    level = Vector(sin(turn), 0.0, cos(turn))
    right = Vector(cos(turn), 0.0, -sin(turn)) * mirror
    return Camera(right, UP * cos(rise) - level * sin(rise), level * cos(rise) + UP * sin(rise))
