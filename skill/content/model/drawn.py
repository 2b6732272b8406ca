"""How a posture is drawn: the angles of joints, what the body touches, what is around it, and where it is felt."""

from dataclasses import field
from typing import Annotated, Any, Literal

from skill.content.model.frozen import Checked, Frozen

Centimetres = Annotated[float, Checked(ge=-250, le=250)]
Spot = tuple[Centimetres, Centimetres, Centimetres]
"""A point or a distance in centimetres: forward, up, and outwards to the limb's own side."""
JointName = Literal[
    "head", "forehead", "chin", "chest", "waist", "hips",
    "side.shoulder", "side.elbow", "side.wrist", "side.hip",
    "side.thigh", "side.knee", "side.shin", "side.ankle", "side.toes",
    "other.shoulder", "other.elbow", "other.wrist", "other.hip",
    "other.thigh", "other.knee", "other.shin", "other.ankle", "other.toes",
]  # fmt: skip
"""Points of the body; `side` is the side that has its turn."""
OwnJoint = Literal["own.thigh", "own.knee", "own.shin", "own.ankle", "own.toes", "own.hip", "own.shoulder"]
"""Points on a limb's own side, so that both limbs may be written alike."""
FeltPlace = Literal[
    "lower-back", "whole-back", "belly",
    "side.side", "side.bottom", "side.hip", "side.hip-front", "side.thigh-front", "side.thigh-back", "side.calf",
    "other.side",
]  # fmt: skip
Thing = Literal[
    "mat", "bed", "chair", "worktop", "worktop-behind", "low-seat", "knee-pillow", "side-pillow", "head-pillow",
]  # fmt: skip


class SpineBend(Frozen):
    """The curve of the back, in degrees: positive rounds it, negative hollows it."""

    lumbar: Annotated[float, Checked(ge=-45, le=60)] = -8
    """The small of the back."""
    chest: Annotated[float, Checked(ge=-40, le=60)] = 12
    """The upper back."""
    neck: Annotated[float, Checked(ge=-60, le=70)] = 0
    """Neck and head, from the upper back on."""
    side: Annotated[float, Checked(ge=-50, le=50)] = 0
    """How far the back bends sideways; to the other side where it is negative."""
    twist: Annotated[float, Checked(ge=-60, le=60)] = 0
    """How far the chest is turned against the hips."""
    look: Annotated[float, Checked(ge=-75, le=75)] = 0
    """How far the head is turned against the chest."""


class DrawnLeg(Frozen):
    """A leg, given by the angles of hip and knee in degrees, or by the place of its foot."""

    hip: Annotated[float, Checked(ge=-30, le=145)] | None = None
    """How far the thigh is brought forward; nought is straight."""
    out: Annotated[float, Checked(ge=-40, le=80)] = 0
    """How far the thigh is moved out to its side."""
    turn: Annotated[float, Checked(ge=-60, le=80)] = 0
    """How far the leg is turned outwards in the hip."""
    knee: Annotated[float, Checked(ge=0, le=158)] | None = None
    """How far the knee is bent."""
    ankle: Annotated[float, Checked(ge=-35, le=85)] = 15
    """How far the foot is pointed; nought is square to the shin."""
    flat: bool = False
    """Whether the foot lies level, on its sole or its top, whatever the shin does."""
    foot_at: Spot | None = None
    """Where the ankle is: in the room, or relative to `foot_on`."""
    foot_on: JointName | OwnJoint | None = None
    """The point of the body that the ankle is on."""
    knee_towards: Spot = (0.6, 1, 0)
    """The direction in which the knee points, if the foot has a place."""

    def __post_init__(self) -> None:
        """Raises ValueError if it is given in neither way, or in both."""
        if (self.foot_at is None and self.foot_on is None) != (self.hip is not None and self.knee is not None):
            raise ValueError("tell hip and knee, or where the foot is")


class DrawnArm(Frozen):
    """An arm, given by the angles of shoulder and elbow in degrees, or by the place of its hand."""

    lift: Annotated[float, Checked(ge=-60, le=185)] | None = None
    """How far the upper arm is brought forward and up; nought is hanging along the body."""
    out: Annotated[float, Checked(ge=-40, le=180)] = 0
    """How far the upper arm is moved out to its side."""
    turn: Annotated[float, Checked(ge=-90, le=90)] = 0
    """How far the arm is turned inwards in the shoulder."""
    elbow: Annotated[float, Checked(ge=0, le=155)] | None = None
    """How far the elbow is bent."""
    flat: bool = False
    """Whether the hand lies level."""
    fist: bool = False
    """Whether the hand is a fist."""
    hand_at: Spot | None = None
    """Where the wrist is: in the room, or relative to `hand_on`."""
    hand_on: JointName | OwnJoint | None = None
    """The point of the body that the wrist is on."""
    elbow_towards: Spot = (-0.5, -1, 0.6)
    """The direction in which the elbow points, if the hand has a place."""

    def __post_init__(self) -> None:
        """Raises ValueError if it is given in neither way, or in both."""
        if (self.hand_at is None and self.hand_on is None) != (self.lift is not None and self.elbow is not None):
            raise ValueError("tell lift and elbow, or where the hand is")


class DrawnLegs(Frozen):
    """Both legs."""

    side: DrawnLeg
    """That of the side which has its turn."""
    other: DrawnLeg
    """That of the other one."""


class DrawnArms(Frozen):
    """Both arms."""

    side: DrawnArm
    """That of the side which has its turn."""
    other: DrawnArm
    """That of the other one."""


class DrawnArrow(Frozen):
    """An arrow that shows a movement."""

    of: JointName
    """The point of the body that moves."""
    by: Spot
    """The length and direction of the arrow, in centimetres."""
    off: Spot = (0, 0, 0)
    """Where the arrow begins, relative to what moves."""
    bow: Annotated[float, Checked(ge=-60, le=60)] = 0
    """How far the middle of the arrow curves away from a straight line."""


class Drawn(Frozen):
    """One posture as it is seen. A posture with sides is drawn for the right one; the left is its mirror image."""

    view: Literal["side", "front", "back", "above"] = "side"
    """From where it is seen. The right of the body is on the right of the picture, except from the side."""
    around: Annotated[float, Checked(ge=-90, le=90)] = 0
    """By how many degrees the viewer has moved around it."""
    higher: Annotated[float, Checked(ge=-30, le=40)] = 0
    """By how many degrees more from above it is seen."""
    things: tuple[Thing, ...] = ("mat",)
    """The furniture and pillows around the body."""
    felt: tuple[FeltPlace, ...] = ()
    """Where the stretch should be felt."""
    arrows: tuple[DrawnArrow, ...] = ()
    """Arrows for what moves."""
    touches: tuple[JointName, ...]
    """The points of the body that lie or stand on the floor, the bed or the seat."""
    hips: tuple[Centimetres, Centimetres, Centimetres]
    """Where the middle between both hips is, in centimetres."""
    lean: Annotated[float, Checked(ge=-120, le=150)] = 0
    """How the hips lean, in degrees: nought is upright, ninety face down, minus ninety on the back."""
    roll: Annotated[float, Checked(ge=-90, le=90)] = 0
    """By how many degrees the hips are rolled to the side that has its turn."""
    spine: SpineBend = SpineBend()
    """The curve of the back."""
    legs: DrawnLegs
    """Each leg, or `both` for what they have in common."""
    arms: DrawnArms
    """Each arm, or `both` for what they have in common."""


class WrittenFigure(Drawn):
    """A figure: a posture, and what differs in each of its phases and in the easier form."""

    poses: dict[str, dict[str, Any]] = field(default_factory=dict)
    """For each phase, by its name, what differs in it: the parts, or `each` and `both`; two phases if it moves."""
    easier: Literal["alike"] | dict[str, Any] = "alike"
    """What differs in the easier form; `alike` if it looks the same."""


class BorrowedFigure(Frozen):
    """A figure that is taken from another stretch."""

    like: str
    """The stretch that looks the same."""
    order: tuple[str, ...] = ()
    """The phases of that figure, in the order that this stretch has."""
