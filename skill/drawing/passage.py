"""The passage between two postures of a movement as frames in between, and the mirror image of a posture."""

from dataclasses import fields, is_dataclass
from math import cos, pi
from typing import Any, TypeVar

from skill.content.model.drawn import Drawn, DrawnArm, DrawnArrow, DrawnLeg, SpineBend
from skill.drawing.figures import Figure

FRAMES = 9
"""The number of frames, the two postures included."""
_SIDES = {"side.": "other.", "other.": "side."}
Told = TypeVar("Told")


def passage_to(figure: Figure, phase: str, form: str = "usual") -> tuple[Drawn, ...]:
    """The frames from the figure's other posture to that of this phase; this one alone where it has no other.

    No frames lie between two postures whose limbs are not written in the same way, by angles or by place.
    """
    first, last = _both(figure, phase, form)
    if first is None:
        return (last,)
    if not _alike(first, last):
        return first, last
    # By a cosine, so that the movement starts and ends slowly.
    ways = [(1 - cos(pi * frame / (FRAMES - 1))) / 2 for frame in range(FRAMES)]
    return (first, *(between(first, last, way) for way in ways[1:-1]), last)


def _alike(first: Drawn, last: Drawn) -> bool:
    """Whether each limb is written in the same way in both: by its angles, or by the place of its hand or foot."""
    return [*map(_by_place, _limbs(first))] == [*map(_by_place, _limbs(last))]


def _limbs(drawn: Drawn) -> tuple[DrawnLeg | DrawnArm, ...]:
    return drawn.legs.side, drawn.legs.other, drawn.arms.side, drawn.arms.other


def _by_place(limb: DrawnLeg | DrawnArm) -> bool:
    return (limb.hip if isinstance(limb, DrawnLeg) else limb.lift) is None


def _both(figure: Figure, phase: str, form: str) -> tuple[Drawn | None, Drawn]:
    if figure.swings:
        one = figure.pose("", form)
        turned = mirrored(one)
        return (one, turned) if phase == "second" else (turned, one)
    poses = {**figure.poses(form)}
    last, _ = figure.seen(phase, "right", form)
    return next((pose for pose in poses.values() if pose is not last), None), last


def between(first: Drawn, last: Drawn, way: float) -> Drawn:
    """The posture at the share `way` between two: numbers are interpolated, the rest is as in the last; no arrows."""
    return _between(first, last, way).but(arrows=())


def _between(first: Told, last: Told, way: float) -> Told:
    if is_dataclass(first) and type(first) is type(last) and not isinstance(first, type):
        told = {one.name: _between(getattr(first, one.name), getattr(last, one.name), way) for one in fields(first)}
        return type(first)(**told)
    if _measures(first) and _measures(last):
        return type(last)(_between(one, other, way) for one, other in zip(first, last, strict=True))  # type: ignore[call-arg, call-overload]
    if _measure(first) and _measure(last):
        return first + (last - first) * way  # type: ignore[operator, no-any-return]
    return last


def _measure(told: object) -> bool:
    return isinstance(told, int | float) and not isinstance(told, bool)


def _measures(told: object) -> bool:
    return isinstance(told, tuple) and bool(told) and all(map(_measure, told))


def mirrored(drawn: Drawn) -> Drawn:
    """The mirror image of the posture, in which the two sides have changed places."""
    forward, up, across = drawn.hips
    return drawn.but(
        around=-drawn.around,
        felt=tuple(map(_other, drawn.felt)),
        arrows=tuple(map(_arrow, drawn.arrows)),
        touches=tuple(map(_other, drawn.touches)),
        hips=(forward, up, -across),
        roll=-drawn.roll,
        spine=_spine(drawn.spine),
        legs=drawn.legs.but(side=_limb(drawn.legs.other), other=_limb(drawn.legs.side)),
        arms=drawn.arms.but(side=_limb(drawn.arms.other), other=_limb(drawn.arms.side)),
    )


def _other(name: Any) -> Any:
    """The name of the same point on the other side."""
    return next((there + name.removeprefix(here) for here, there in _SIDES.items() if name.startswith(here)), name)


def _arrow(arrow: DrawnArrow) -> DrawnArrow:
    off, by = ((forward, up, -across) for forward, up, across in (arrow.off, arrow.by))
    return arrow.but(of=_other(arrow.of), off=off, by=by, bow=-arrow.bow)


def _spine(spine: SpineBend) -> SpineBend:
    return spine.but(side=-spine.side, twist=-spine.twist, look=-spine.look)


def _limb(limb: Any) -> Any:
    """A limb for the other side: only the point that it is on changes, as the rest is written outwards."""
    name = "foot_on" if hasattr(limb, "foot_on") else "hand_on"
    on = getattr(limb, name)
    return limb.but(**{name: _other(on)}) if on else limb
