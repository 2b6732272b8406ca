"""How a body is drawn: the angles of its joints, what it touches, what is around it, and where it is felt."""

from dataclasses import field
from typing import Annotated, Any, Literal

from skill.content.model.frozen import Checked, Frozen

Centimetres = Annotated[float, Checked(ge=-250, le=250)]
Spot = tuple[Centimetres, Centimetres, Centimetres]
"""Forward, up, and outwards to the limb's own side, in centimetres."""
JointName = Literal[
    "head", "forehead", "chin", "chest", "waist", "hips",
    "side.shoulder", "side.elbow", "side.wrist", "side.hip",
    "side.thigh", "side.knee", "side.shin", "side.ankle", "side.toes",
    "other.shoulder", "other.elbow", "other.wrist", "other.hip",
    "other.thigh", "other.knee", "other.shin", "other.ankle", "other.toes",
]  # fmt: skip
"""What of the body is named; the `side` is the one that has its turn."""
OwnJoint = Literal["own.thigh", "own.knee", "own.shin", "own.ankle", "own.toes", "own.hip", "own.shoulder"]
"""What a limb has on its own side, so that both may be told alike."""
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
    """Bent sideways, to the other side where it is negative."""
    twist: Annotated[float, Checked(ge=-60, le=60)] = 0
    """The chest turned against the hips."""
    look: Annotated[float, Checked(ge=-75, le=75)] = 0
    """The head turned against the chest."""


class DrawnLeg(Frozen):
    """A leg by its angles, or by where its foot is."""

    hip: Annotated[float, Checked(ge=-30, le=145)] | None = None
    """How far the thigh is brought forward, in degrees; straight is nought."""
    out: Annotated[float, Checked(ge=-40, le=80)] = 0
    """How far the thigh is out to its side."""
    turn: Annotated[float, Checked(ge=-60, le=80)] = 0
    """How far the leg is turned outwards in the hip."""
    knee: Annotated[float, Checked(ge=0, le=158)] | None = None
    """How far the knee is bent."""
    ankle: Annotated[float, Checked(ge=-35, le=85)] = 15
    """How far the foot is pointed; square to the shin is nought."""
    flat: bool = False
    """Whether the foot lies level, on its sole or on its back, whatever the shin does."""
    foot_at: Spot | None = None
    """Where the ankle is: in the room, or seen from what it is on."""
    foot_on: JointName | OwnJoint | None = None
    """What the ankle is on."""
    knee_towards: Spot = (0.6, 1, 0)
    """Where the knee points, when the foot has a place."""

    def __post_init__(self) -> None:
        """Raises ValueError where it is told in neither way, or in both."""
        if (self.foot_at is None and self.foot_on is None) != (self.hip is not None and self.knee is not None):
            raise ValueError("tell hip and knee, or where the foot is")


class DrawnArm(Frozen):
    """An arm by its angles, or by where its hand is."""

    lift: Annotated[float, Checked(ge=-60, le=185)] | None = None
    """How far the upper arm is brought forward and up; hanging along the body is nought."""
    out: Annotated[float, Checked(ge=-40, le=180)] = 0
    """How far it is out to its side."""
    turn: Annotated[float, Checked(ge=-90, le=90)] = 0
    """How far it is turned inwards in the shoulder."""
    elbow: Annotated[float, Checked(ge=0, le=155)] | None = None
    """How far the elbow is bent."""
    flat: bool = False
    """Whether the hand lies level."""
    fist: bool = False
    """Whether the hand is a fist."""
    hand_at: Spot | None = None
    """Where the wrist is: in the room, or seen from what it is on."""
    hand_on: JointName | OwnJoint | None = None
    """What the wrist is on."""
    elbow_towards: Spot = (-0.5, -1, 0.6)
    """Where the elbow points, when the hand has a place."""

    def __post_init__(self) -> None:
        """Raises ValueError where it is told in neither way, or in both."""
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
    """Where something moves."""

    of: JointName
    """What moves."""
    by: Spot
    """How far the arrow goes."""
    off: Spot = (0, 0, 0)
    """Where it begins, seen from what moves."""
    bow: Annotated[float, Checked(ge=-60, le=60)] = 0
    """How far its middle lies beside the straight way."""


class Drawn(Frozen):
    """One posture, as it is seen. Of what has sides the right one is drawn; the left is its mirror image."""

    view: Literal["side", "front", "back", "above"] = "side"
    """From where it is seen; in the picture right is right but from the side."""
    around: Annotated[float, Checked(ge=-90, le=90)] = 0
    """How far the viewer has gone around it, in degrees."""
    higher: Annotated[float, Checked(ge=-30, le=40)] = 0
    """How much more from above it is seen."""
    things: tuple[Thing, ...] = ("mat",)
    """What is around it."""
    felt: tuple[FeltPlace, ...] = ()
    """Where it should be felt."""
    arrows: tuple[DrawnArrow, ...] = ()
    """Where it moves."""
    touches: tuple[JointName, ...]
    """What lies or stands on the floor, the bed or the seat."""
    hips: tuple[Centimetres, Centimetres, Centimetres]
    """Where the middle between both hips is."""
    lean: Annotated[float, Checked(ge=-120, le=150)] = 0
    """How the hips are: upright is nought, face down ninety, on the back minus ninety."""
    roll: Annotated[float, Checked(ge=-90, le=90)] = 0
    """How far the hips are rolled to the side that has its turn."""
    spine: SpineBend = SpineBend()
    """The curve of the back."""
    legs: DrawnLegs
    """Both legs: each, or in its place `both` for what they have alike."""
    arms: DrawnArms
    """Both arms: each, or in its place `both` for what they have alike."""


class WrittenFigure(Drawn):
    """A figure: a posture, what is different in each of its phases, and what in the easier form."""

    poses: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By the name of each phase, what is other in it: the parts, or `each` and `both`; two where it moves."""
    easier: Literal["alike"] | dict[str, Any] = "alike"
    """What is other in the easier form, or that it looks the same."""


class BorrowedFigure(Frozen):
    """A figure that is drawn already, for another stretch."""

    like: str
    """Which stretch looks the same."""
    order: tuple[str, ...] = ()
    """Its phases, in the order that they have here."""
