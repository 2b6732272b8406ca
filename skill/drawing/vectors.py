"""Vectors in space, in centimetres: x is forward, y up, and z to the right of somebody who stands."""

from dataclasses import dataclass
from math import acos, cos, degrees, hypot, radians, sin


@dataclass(frozen=True, slots=True)
class Vector:
    """A point, or the difference between two points."""

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, times: float) -> "Vector":
        return Vector(self.x * times, self.y * times, self.z * times)

    @property
    def length(self) -> float:
        """Its length, in centimetres."""
        return hypot(self.x, self.y, self.z)

    @property
    def unit(self) -> "Vector":
        """The vector of length one in the same direction."""
        return self * (1 / (self.length or 1.0))

    @property
    def mirrored(self) -> "Vector":
        """The vector mirrored to the other side of the body."""
        return Vector(self.x, self.y, -self.z)

    def dot(self, other: "Vector") -> float:
        """The dot product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: "Vector") -> "Vector":
        """The cross product, which is square to both."""
        return Vector(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    def square_to(self, axis: "Vector") -> "Vector":
        """The component that is square to the axis."""
        return self - axis.unit * self.dot(axis.unit)

    def turned(self, axis: "Vector", angle: float) -> "Vector":
        """The vector turned about an axis by so many degrees, by the right-hand rule."""
        one, turn = axis.unit, radians(angle)
        return self * cos(turn) + one.cross(self) * sin(turn) + one * (one.dot(self) * (1 - cos(turn)))

    def angle(self, other: "Vector") -> float:
        """The angle between both, in degrees."""
        return degrees(acos(max(-1.0, min(1.0, self.unit.dot(other.unit)))))

    def towards(self, other: "Vector", share: float) -> "Vector":
        """The point at this share of the way to the other."""
        return self + (other - self) * share


UP = Vector(y=1.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The orientation of a part of the body: the unit vectors to its front, its upper end and its right."""

    front: Vector = Vector(x=1.0)
    up: Vector = UP
    right: Vector = Vector(z=1.0)

    def turned(self, axis: Vector, angle: float) -> "Frame":
        """The frame turned about an axis by so many degrees."""
        return Frame(*(side.turned(axis, angle) for side in (self.front, self.up, self.right)))

    def bowed(self, angle: float) -> "Frame":
        """The frame bent forward by so many degrees."""
        return self.turned(self.right, -angle)

    def tilted(self, angle: float) -> "Frame":
        """The frame bent to the right by so many degrees."""
        return self.turned(self.front, angle)

    def twisted(self, angle: float) -> "Frame":
        """The frame turned to the right about its own length by so many degrees."""
        return self.turned(self.up, -angle)

    def place(self, front: float = 0.0, up: float = 0.0, right: float = 0.0) -> Vector:
        """The vector that goes so far to the front, up and to the right of this frame."""
        return self.front * front + self.up * up + self.right * right
