"""Variety: chooses the routine for somebody who names none, by what they did on the days before."""

from collections.abc import Iterator

from skill.content.model import Routine
from skill.dialogue.memory.question import Ask
from skill.dialogue.offers.suitability import instead_for, usual_routine
from skill.dialogue.scene.completeness import share_left
from skill.dialogue.scene.scene import Scene

LATELY_DAYS = 3
"""Routines done in so many days, including today, are offered after all others."""


OFFERED_IN_TURN = 3
"""How many routines take turns, one each day, for somebody who opens the skill and does nothing."""


def for_today(scene: Scene) -> str:
    """The slug of a routine that was not done lately; after a day with a soft one, the next step up.

    For somebody with a routine of their own it is the usual one, which their own then replaces.
    """
    if scene.person.tailoring.own:
        return usual_routine(scene)
    step_up = "" if scene.person.tailoring.way_back.softly else _a_step_up(scene)
    return step_up or _for_this_day(scene, tuple(unlike_lately(scene, _to_choose_from(scene)))) or usual_routine(scene)


def _for_this_day(scene: Scene, names: tuple[str, ...]) -> str:
    """The first of these on the day after practice; on each further day without practice another one."""
    lately, today = scene.person.habit.lately, scene.day(scene.turn.epoch).toordinal()
    began = scene.day(scene.person.begun).toordinal() if scene.person.begun else today
    away = max(0, today - 1 - max((led.day for led in lately), default=began))
    # The stretch that rested and is wanted again is most likely in the first of them.
    away = 0 if scene.asks(Ask.SOFTLY) else away
    return names[away % min(OFFERED_IN_TURN, len(names))] if names else ""


def unlike_lately(scene: Scene, names: Iterator[str]) -> Iterator[str]:
    """These in their order; those done lately come after the others, the longest ago first."""
    done, later = done_lately(scene), []
    for name in names:
        if name in done:
            later.append(name)
        else:
            yield name
    yield from sorted(later, key=lambda name: done[name])


def done_lately(scene: Scene) -> dict[str, int]:
    """The routines that were begun or done in the last few days, each with the ordinal of its last day."""
    today = scene.day(scene.turn.epoch).toordinal()
    return {led.routine: led.day for led in scene.person.habit.lately if led.day > today - LATELY_DAYS}


def soft_steps(scene: Scene) -> tuple[str, ...]:
    """The routines on the way up to the usual one, a day each: the softest, then the one for a first time."""
    tags = scene.library.tags
    return (tags.softest, tags.first_time)


def _a_step_up(scene: Scene) -> str:
    """The next of the soft steps after a day with nothing but soft ones; on the same day the same one; else empty."""
    done, steps = done_lately(scene), soft_steps(scene)
    last = max(done.values(), default=0)
    of_that_day = [name for name, day in done.items() if day == last]
    if not of_that_day or any(name not in steps for name in of_that_day):
        return ""
    step = max(steps.index(name) for name in of_that_day)
    higher = step if last == scene.day(scene.turn.epoch).toordinal() else step + 1
    return steps[higher] if higher < len(steps) and share_left(scene, steps[higher]) == 1 else ""


def _to_choose_from(scene: Scene) -> Iterator[str]:
    """Routines to choose from, in order: instead of a limit's, for anybody, for an area; whole, and not strong."""
    instead, routines = instead_for(scene), scene.library.routines
    names = dict.fromkeys((*instead, *scene.library.tags.usual, *routines))
    for name in (name for name in names if name in routines):
        may_come = name in instead or _for_anybody(routines[name])
        if may_come and share_left(scene, name) == 1 and name not in scene.library.tags.strong:
            yield name


def _for_anybody(routine: Routine) -> bool:
    """Whether it may be offered without knowing a place or hour; the softest is left for people who need it."""
    suits = routine.suits
    return suits.only is None and not suits.softest and bool(suits.anybody or suits.areas)
