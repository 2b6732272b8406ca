"""Arms and legs as they are seen: soft, tapered, in sleeves and trousers, those further away a shade darker."""

from collections.abc import Iterator, Sequence

from skill.drawing.camera import Camera
from skill.drawing.limbs import Arm, Leg
from skill.drawing.shapes import Shape, limb_path
from skill.drawing.vectors import Vector

Part = tuple[Vector, Vector, float, float, str]
"""From where, to where, how thick at each end, and in which colour."""
HIP_THICK, KNEE_THICK, ANKLE_THICK = 9.4, 6.0, 4.0
SHOULDER_THICK, ELBOW_THICK, WRIST_THICK = 5.6, 4.3, 3.2
EDGE = 2.4
"""The width of the edge in the colour of the paper that parts a limb from what is behind it."""


def leg_shapes(leg: Leg, camera: Camera, shade: str) -> Iterator[Shape]:
    """Trousers to the ankle, and a bare foot."""
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
    """A sleeve to above the elbow, and a bare forearm and hand."""
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
    """All of a limb: first its edge all around, then its parts without any between them."""
    shapes = [
        (limb_path((camera.seen(start), camera.seen(end)), (thick, thin)), colour)
        for start, end, thick, thin, colour in parts
    ]
    yield from (Shape(path, fill=colour + shade, line="paper", width=EDGE) for path, colour in shapes)
    yield from (Shape(path, fill=colour + shade) for path, colour in shapes)
