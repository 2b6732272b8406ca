"""The passage from one of two postures to the other: the same body at moments in between; and its mirror image."""

from dataclasses import fields, is_dataclass
from math import cos, pi
from typing import Any, TypeVar

from skill.content.model.drawn import Drawn, DrawnArm, DrawnArrow, DrawnLeg, SpineBend
from skill.drawing.figures import Figure

FRAMES = 9
"""From one posture to the other, both with them."""
_SIDES = {"side.": "other.", "other.": "side."}
Told = TypeVar("Told")


def passage_to(figure: Figure, phase: str, form: str = "usual") -> tuple[Drawn, ...]:
    """From the other of two postures to that of a phase; only this one where a figure has no other."""
    first, last = _both(figure, phase, form)
    if first is None:
        return (last,)
    if not _alike(first, last):
        return first, last
    # It sets out softly, and arrives so.
    ways = [(1 - cos(pi * frame / (FRAMES - 1))) / 2 for frame in range(FRAMES)]
    return (first, *(between(first, last, way) for way in ways[1:-1]), last)


def _alike(first: Drawn, last: Drawn) -> bool:
    """Whether each limb is told in the same way in both: by its angles, or by where its foot or hand is."""
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
    """The posture so far on the way: what is no measure is as it is at the end, and nothing points anywhere yet."""
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
    """The body as it is in a mirror beside it: what was done on the side that has its turn is done on the other."""
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
    """The same part of the other side."""
    return next((there + name.removeprefix(here) for here, there in _SIDES.items() if name.startswith(here)), name)


def _arrow(arrow: DrawnArrow) -> DrawnArrow:
    off, by = ((forward, up, -across) for forward, up, across in (arrow.off, arrow.by))
    return arrow.but(of=_other(arrow.of), off=off, by=by, bow=-arrow.bow)


def _spine(spine: SpineBend) -> SpineBend:
    return spine.but(side=-spine.side, twist=-spine.twist, look=-spine.look)


def _limb(limb: Any) -> Any:
    """What is on a side is told from there, and so alike on both; only what it is on may be the other's."""
    name = "foot_on" if hasattr(limb, "foot_on") else "hand_on"
    on = getattr(limb, name)
    return limb.but(**{name: _other(on)}) if on else limb
