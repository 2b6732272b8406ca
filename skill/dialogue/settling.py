"""Bringing a person's place up to date at the start of a turn: what was heard of the last reply, and what is done."""

from dataclasses import replace

from skill.content.library import Library
from skill.content.model import Posture
from skill.dialogue.person import Person
from skill.dialogue.plans import routine_named
from skill.dialogue.scene import Scene
from skill.dialogue.turn import ENDED, Turn
from skill.limits import PRACTICES_KEPT
from skill.practice import Ending, Practice, Whereabouts, settled, whereabouts
from skill.timeline import Place

UNANSWERED = "EXCEEDED_MAX_REPROMPTS"
BY_THE_PERSON = "USER_INITIATED"


def scene_of(library: Library, turn: Turn, person: Person) -> Scene:
    """The scene of this turn: the place is where the person was when they spoke, or when the conversation ended."""
    person = _with_todays_content(library, person)
    practice = person.practice
    if practice is None:
        return Scene(library, turn, person)
    where = whereabouts(practice, turn.epoch, _ending(turn, practice), person.pace)
    met = person.having_met(_stretches(library, practice, where))
    posture = where.posture or _posture_at(library, practice, where.bodily)
    if where.place is None:
        return Scene(library, turn, _finished(library, met, posture))
    touched = turn.epoch if practice.conversation == turn.conversation else practice.touched
    here = replace(settled(practice, where, posture), touched=touched)
    return Scene(library, turn, met.with_practice(here, PRACTICES_KEPT), where)


def _ending(turn: Turn, practice: Practice) -> Ending:
    """How much of the last reply can have been heard; nothing when the device vanished in the middle of it."""
    if practice.conversation != turn.conversation:
        closed = practice.sent is not None and practice.sent.closes
        return Ending.INTERRUPTED if closed else Ending.NOTHING_HEARD
    if turn.intent != ENDED or turn.reason == BY_THE_PERSON:
        return Ending.INTERRUPTED
    return Ending.ALL_HEARD if turn.reason == UNANSWERED else Ending.NOTHING_HEARD


def _finished(library: Library, person: Person, posture: Posture) -> Person:
    """The practice is done; only whole routines make somebody familiar with how it goes.

    What it was slipped into in the same conversation goes on from the posture in which it ended.
    """
    practice, *others = person.practices
    if others and others[0].conversation == practice.conversation:
        others[0] = replace(others[0], posture=posture)
    done = person.finished + (practice.routine in library.routines)
    return replace(person, practices=tuple(others), finished=done)


def _posture_at(library: Library, practice: Practice, place: Place | None) -> Posture:
    """How the body is in the stretch at this place; where that is gone, as it was before."""
    routine = routine_named(library, practice.routine)
    step = next((step for step in routine.steps if place and step.key == place.step), None) if routine else None
    return library.stretch_of(step).posture if step else practice.posture


def _stretches(library: Library, practice: Practice, where: Whereabouts) -> tuple[str, ...]:
    """The stretches of which a hold was heard to its end."""
    routine = routine_named(library, practice.routine)
    of_key = {step.key: step.stretch for step in routine.steps} if routine else {}
    return tuple(dict.fromkeys(of_key[place.step] for place in where.heard if place.step in of_key))


def _with_todays_content(library: Library, person: Person) -> Person:
    """Practices whose routine is gone are dropped; a place that is gone becomes the routine's first."""
    kept = []
    for practice in person.practices:
        routine = routine_named(library, practice.routine)
        if routine is None:
            continue
        known = routine.index_of(practice.place.step) is not None
        kept.append(practice if known else replace(practice, place=Place(routine.steps[0].key), sent=None))
    return replace(person, practices=tuple(kept))
