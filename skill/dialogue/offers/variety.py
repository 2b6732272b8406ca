"""Variety: what is offered to somebody who names nothing, by what they did on the days before."""

from collections.abc import Iterator

from skill.content.model import Routine
from skill.dialogue.memory.question import Ask
from skill.dialogue.offers.suitability import instead_for, usual_routine
from skill.dialogue.scene.completeness import share_left
from skill.dialogue.scene.scene import Scene

LATELY_DAYS = 3
"""What was done on so many days, today among them, is offered after all else."""


OFFERED_IN_TURN = 3
"""So many take turns, a day each, for somebody who opens the skill and does nothing."""


def for_today(scene: Scene) -> str:
    """The usual routine, or what was not done lately; after a soft day one step more, and not the longest.

    Whoever has a routine of their own is offered that, and so the usual one, in the place of which it stands.
    """
    if scene.person.tailoring.own:
        return usual_routine(scene)
    step_up = "" if scene.person.tailoring.way_back.softly else _a_step_up(scene)
    return step_up or _for_this_day(scene, tuple(unlike_lately(scene, _to_choose_from(scene)))) or usual_routine(scene)


def _for_this_day(scene: Scene, names: tuple[str, ...]) -> str:
    """The first of these on the day after practice; another one on each day without any since, or ever."""
    lately, today = scene.person.habit.lately, scene.day(scene.turn.epoch).toordinal()
    began = scene.day(scene.person.begun).toordinal() if scene.person.begun else today
    away = max(0, today - 1 - max((led.day for led in lately), default=began))
    # What rested and is wanted again is in the first of them, most likely.
    away = 0 if scene.asks(Ask.SOFTLY) else away
    return names[away % min(OFFERED_IN_TURN, len(names))] if names else ""


def unlike_lately(scene: Scene, names: Iterator[str]) -> Iterator[str]:
    """These in their order, what was done lately after the others, and of that the longest ago first."""
    done, later = done_lately(scene), []
    for name in names:
        if name in done:
            later.append(name)
        else:
            yield name
    yield from sorted(later, key=lambda name: done[name])


def done_lately(scene: Scene) -> dict[str, int]:
    """The routines of the last few days, begun or done, each with its last day."""
    today = scene.day(scene.turn.epoch).toordinal()
    return {led.routine: led.day for led in scene.person.habit.lately if led.day > today - LATELY_DAYS}


def soft_steps(scene: Scene) -> tuple[str, ...]:
    """What asks the least, and what is a little more: the way up to the usual routine, a day each."""
    tags = scene.library.tags
    return (tags.softest, tags.first_time)


def _a_step_up(scene: Scene) -> str:
    """After a day with nothing but a soft one the next step, on the same day no more than it; else nothing."""
    done, steps = done_lately(scene), soft_steps(scene)
    last = max(done.values(), default=0)
    of_that_day = [name for name, day in done.items() if day == last]
    if not of_that_day or any(name not in steps for name in of_that_day):
        return ""
    step = max(steps.index(name) for name in of_that_day)
    higher = step if last == scene.day(scene.turn.epoch).toordinal() else step + 1
    return steps[higher] if higher < len(steps) and share_left(scene, steps[higher]) == 1 else ""


def _to_choose_from(scene: Scene) -> Iterator[str]:
    """What suits anybody, then what is for a part of the body, whole for this person and not strong."""
    instead, routines = instead_for(scene), scene.library.routines
    names = dict.fromkeys((*instead, *scene.library.tags.usual, *routines))
    for name in (name for name in names if name in routines):
        may_come = name in instead or _for_anybody(routines[name])
        if may_come and share_left(scene, name) == 1 and name not in scene.library.tags.strong:
            yield name


def _for_anybody(routine: Routine) -> bool:
    """Whether it is offered to whoever told nothing of place or hour; the softest waits for whoever needs it."""
    suits = routine.suits
    return suits.only is None and not suits.softest and bool(suits.anybody or suits.areas)
