"""Which stretch may replace another in the routine under way, in an order that a body likes."""

from collections.abc import Iterator

from skill.content.model import Kind, Posture, Routine, Step, Stretch
from skill.content.rules.order_rules import order_complaints
from skill.dialogue.offers.daily_room import has_room_for_step
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.swapping import swapped_key
from skill.timeline.hold.units import places_of


def with_another(scene: Scene, practice: Practice) -> Practice | None:
    """The practice with another stretch at its place, from the first hold of that; None where there is none.

    It is for the same part of the body, in the same posture where there is one, and no worse for the order.
    """
    routine = planned(scene.library, practice, scene.person.tailoring)
    index = routine.index_of(practice.place.step) if routine else None
    if routine is None or index is None:
        return None
    found = (_with(scene, practice, routine, other) for other in _others(scene, routine, routine.steps[index]))
    return next((there for there in found if there is not None), None)


def _others(scene: Scene, routine: Routine, step: Step) -> list[Stretch]:
    """Those that may be thought of, the likest first."""
    known, now = scene.library.stretch(step.stretch), scene.library.stretch_of(step).posture
    out = scene.person.tailoring.left_out(scene.library).union(one.stretch for one in routine.steps)
    there = frozenset(scene.library.course(routine).postures)
    others = [
        other
        for other in scene.library.stretches.values()
        if other.slug not in out and _may_come(known, other) and _posture_there(other, step) in there
    ]
    return sorted(others, key=lambda other: (_posture_there(other, step) is not now, *_unlikeness(known, other)))


def _may_come(known: Stretch, other: Stretch) -> bool:
    """Whether it stretches the same, is more than a rest, and is not strong where the other was not."""
    harder = other.kind is Kind.STRONG and known.kind is not Kind.STRONG
    return bool({*known.areas} & {*other.areas}) and not harder and not other.only_rests


def _unlikeness(known: Stretch, other: Stretch) -> tuple[bool, bool, bool, int]:
    """Strong, bending the back as the other did not, of another kind, for less of the same."""
    bends = other.bends not in (None, known.bends)
    return other.kind is Kind.STRONG, bends, other.kind is not known.kind, -len({*known.areas} & {*other.areas})


def _posture_there(other: Stretch, step: Step) -> Posture:
    """How the body would be in it: whoever is led on a bed stays there."""
    on_bed = step.posture is Posture.BED and other.posture is Posture.BACK and "bed" in other.needs
    return Posture.BED if on_bed else other.posture


def _with(scene: Scene, practice: Practice, routine: Routine, other: Stretch) -> Practice | None:
    """The practice with this one; None where the routine would be in a worse order, or today has had its most of it.

    Nor does a routine begin with a back bent far: the rules ask for movement there, and a cold body for a small one.
    """
    key = practice.place.step
    wanted = replace(practice, swapped=(*practice.swapped, (key, other.slug)), kept=None, torn=None)
    after = planned(scene.library, wanted, scene.person.tailoring)
    index = after.index_of(swapped_key(key, other.slug)) if after else None
    if after is None or index is None or (other.bends and not index):
        return None
    if _faults(scene, after) > _faults(scene, routine):
        return None
    step = after.steps[index]
    if not has_room_for_step(scene, step):
        return None
    return replace(wanted, place=places_of(step, scene.library.stretch_of(step))[0])


def _faults(scene: Scene, routine: Routine) -> int:
    complaints: Iterator[object] = order_complaints(scene.library.course(routine))
    return sum(1 for _ in complaints)
