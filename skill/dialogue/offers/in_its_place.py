"""Finds a stretch to replace another in the routine under way, without making its order worse."""

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
    """The practice with another stretch at its place, at the first hold of that; None where none will do.

    The other stretch is for the same part of the body, in the same posture if possible, and breaks no more rules of
    order.
    """
    routine = planned(scene.library, practice, scene.person.tailoring)
    index = routine.index_of(practice.place.step) if routine else None
    if routine is None or index is None:
        return None
    found = (_with(scene, practice, routine, other) for other in _others(scene, routine, routine.steps[index]))
    return next((there for there in found if there is not None), None)


def _others(scene: Scene, routine: Routine, step: Step) -> list[Stretch]:
    """The stretches that may come in, the most similar first."""
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
    """Whether it is for the same area, is more than a rest, and is not strong unless the other is."""
    harder = other.kind is Kind.STRONG and known.kind is not Kind.STRONG
    return bool({*known.areas} & {*other.areas}) and not harder and not other.only_rests


def _unlikeness(known: Stretch, other: Stretch) -> tuple[bool, bool, bool, int]:
    """A sort key: strong ones, those with another bend, of another kind, and with fewer common areas come later."""
    bends = other.bends not in (None, known.bends)
    return other.kind is Kind.STRONG, bends, other.kind is not known.kind, -len({*known.areas} & {*other.areas})


def _posture_there(other: Stretch, step: Step) -> Posture:
    """The posture that it would have in this step: people who are led on a bed stay there."""
    on_bed = step.posture is Posture.BED and other.posture is Posture.BACK and "bed" in other.needs
    return Posture.BED if on_bed else other.posture


def _with(scene: Scene, practice: Practice, routine: Routine, other: Stretch) -> Practice | None:
    """The practice with this stretch; None where it makes the order worse, or today has no room for it.

    None too where a routine would begin by bending the back far: the rules only ask for a movement, but a cold body
    needs a small one.
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
