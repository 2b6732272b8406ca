"""Offering: which routines suit this person as they are, and the best of them."""

from collections.abc import Iterable, Iterator
from math import inf

from skill.content.model import Kind, Routine
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.scene.completeness import enough_left, led, share_left
from skill.dialogue.scene.scene import Scene

FEW_PRACTICES = 3
"""So many routines are finished before anything strong comes unasked (coaching, section eight)."""
_SECONDS_A_MINUTE = 60


def offer_for(scene: Scene) -> str | None:
    """The routine that suits this person best: whole if one does, else most of one; None where nothing suits."""
    return best_of(scene, dict.fromkeys((*instead_for(scene), *scene.library.tags.usual)))


def instead_for(scene: Scene) -> list[str]:
    """What is offered in the place of what this person cannot do."""
    limits = scene.library.limits
    return [slug for limit in scene.person.tailoring.limits_told if limit in limits for slug in limits[limit].offers]


def usual_routine(scene: Scene) -> str:
    """What is offered where nothing is known that suits better."""
    return scene.library.tags.usual[0]


def suiting(scene: Scene, routine: str = "") -> str:
    """This routine, or the usual one, unless some of it is left out for this person and another suits better."""
    routine = routine or usual_routine(scene)
    return routine if share_left(scene, routine) == 1 else offer_for(scene) or routine


def best_of(scene: Scene, routines: Iterable[str]) -> str | None:
    """The first of these that is left whole, else the one of which most is left; None where less than half is.

    In somebody's first practices one without anything strong goes before all others.
    """
    suiting = [slug for slug in routines if slug in scene.library.routines and enough_left(scene, slug)]
    return max(suiting, key=lambda slug: (_calm_as_led(scene, slug), share_left(scene, slug)), default=None)


def commonness(routine: Routine) -> float:
    """The place, from one, of a routine among those usually offered; infinity for all others, which come last."""
    return routine.suits.anybody or inf


def whole(scene: Scene) -> Iterator[Routine]:
    """Our own routines of which nothing is left out for this person."""
    for slug, routine in scene.library.routines.items():
        if routine.source == "house" and share_left(scene, slug) == 1:
            yield routine


def gentle_only(scene: Scene) -> bool:
    """Whether nothing strong is offered unasked: in somebody's first practices."""
    return scene.person.finished < FEW_PRACTICES


def calm(scene: Scene, routine: Routine) -> bool:
    """Whether it may be offered to this person unasked."""
    return not (gentle_only(scene) and strong(scene, routine))


def _calm_as_led(scene: Scene, slug: str) -> bool:
    routine = led(scene, slug)
    return routine is None or calm(scene, routine)


def strong(scene: Scene, routine: Routine) -> bool:
    """Whether there is a strong stretch in it."""
    return any(scene.library.stretch(step.stretch).kind is Kind.STRONG for step in routine.steps)


def whole_minutes_of(scene: Scene, slug: str) -> int:
    """How many minutes that are; nought where nothing of it is left."""
    routine = led(scene, slug)
    return max(1, round(seconds_from_now(scene, slug, routine) / _SECONDS_A_MINUTE)) if routine else 0


def minutes_of(scene: Scene, slug: str) -> str:
    """How long the routine takes this person from now, in words. Raises LookupError when none of it is left."""
    routine = led(scene, slug)
    if routine is None:
        raise LookupError(slug)
    minutes = scene.wording.minutes(seconds_from_now(scene, slug, routine))
    # A first time takes longer, and "five gentle minutes, eight minutes" asks why.
    first = scene.person.newcomer and not scene.person.tailoring.unknown
    return scene.wording.say("finding.first-time", minutes=minutes) if first else minutes
