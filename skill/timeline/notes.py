"""Notes for people who must take care with the next stretches, said while the microphone is open, before they move."""

from collections.abc import Iterator

from skill.content.model import Routine, Step
from skill.limits import PAUSE_IN_TALK_SECONDS
from skill.timeline.hold.units import places_of
from skill.timeline.hold.ways import CLOSED_MICROPHONE
from skill.timeline.moment import Moment, Place, Role
from skill.timeline.telling import Telling
from skill.wording.wording import sentence


def notes_due(routine: Routine, place: Place, telling: Telling, noted: str = "") -> tuple[Step, ...]:
    """The steps whose notes are due before going on at this place: those of stretches that were never met.

    The step at the place counts if it begins there. `noted` is the key of the last step whose note was heard.
    """
    block = _block(routine, place, telling)
    with_notes = tuple(step for step, note in block if note)
    if not with_notes:
        return ()
    told = routine.index_of(noted) if noted else None
    behind = routine.steps[: told + 1] if told is not None else ()
    here = block[0][0]
    begins = places_of(here, telling.wording.library.stretch_of(here))[0] == place
    coming = with_notes if begins or with_notes[0] is not here else with_notes[1:]
    return tuple(step for step in coming if step not in behind)


def is_noted_first(routine: Routine, place: Place, telling: Telling, noted: str) -> bool:
    """Whether the note on the stretch at this place is due; notes on later ones can wait."""
    if routine.asks_nothing:
        return bool(notes_due(routine, place, telling, noted))
    return is_noted_itself(routine, place, telling, noted)


def is_noted_itself(routine: Routine, place: Place, telling: Telling, noted: str) -> bool:
    """The same, whatever the routine asks."""
    here = routine.steps[routine.index_of(place.step) or 0]
    # Mostly there is none: then nothing else has to be looked at.
    due = notes_due(routine, place, telling, noted) if note_of(here, telling) else ()
    return bool(due) and due[0].key == place.step


def notes_told(routine: Routine, place: Place, telling: Telling, noted: str) -> tuple[Step, ...]:
    """The steps from this place on whose notes were just told before it."""
    due = notes_due(routine, place, telling, noted)
    return tuple(step for step in notes_due(routine, place, telling) if step not in due)


def noted_until(routine: Routine, place: Place, telling: Telling) -> str:
    """The key of the last step whose note is told before going on at this place."""
    return _block(routine, place, telling)[-1][0].key


def note_of(step: Step, telling: Telling) -> str:
    """The note on this step, in the form in which it is led; empty where the stretch was met before."""
    if step.stretch in telling.met:
        return ""
    return telling.words_of(telling.wording.library.stretch_of(step)).note or ""


def note_moments(
    steps: tuple[Step, ...], place: Place, telling: Telling, told: tuple[Moment, ...]
) -> tuple[Moment, ...]:
    """The notes of these steps as moments, after those that were `told`, or after a pause."""
    named = bool(told) and told[-1].role is not Role.POSTURE
    cues = tuple(telling.cue(Role.NEXT, words) for words in note_words(steps, place, telling, named=named))
    return cues if told or not cues else (Moment(Role.REST, PAUSE_IN_TALK_SECONDS), *cues)


def note_words(steps: tuple[Step, ...], place: Place, telling: Telling, *, named: bool) -> Iterator[str]:
    """The note of each stretch, once, after its name, unless that was just `named`.

    A stretch that does not come next is said to come later, so that nobody takes it for the next one.
    """
    noted = {_name(step, telling): note_of(step, telling) for step in reversed(steps)}
    now = _name(steps[0], telling) if steps and steps[0].key == place.step else ""
    if len(noted) == 1:
        (name, note), wording = next(iter(noted.items())), telling.wording
        if name != now:
            yield wording.say("note.later", names=name)
        elif not named:
            yield sentence(f"{name}.")
        yield wording.say("note.alone", note=note)
        return
    yield from _listed(noted, now, telling)


def _listed(noted: dict[str, str], now: str, telling: Telling) -> Iterator[str]:
    """Several notes: stretches with the same note together, and at the end how to skip any of them."""
    later = False
    for note in dict.fromkeys(reversed(noted.values())):
        names = [name for name, one in reversed(noted.items()) if one == note]
        opens = now not in names and not later
        yield telling.wording.say("note.many" if opens else "note.of", names=telling.wording.listing(names), note=note)
        later |= opens
    if noted:
        yield telling.wording.say("note.all")


def _name(step: Step, telling: Telling) -> str:
    return telling.words_of(telling.wording.library.stretch_of(step)).name


def _block(routine: Routine, place: Place, telling: Telling) -> list[tuple[Step, str]]:
    """The steps from this place on in one posture, up to the first with another note; each with its note.

    Face down, where nobody can be asked, all of that posture; of a routine that asks nothing, all steps.
    """
    steps = routine.steps[routine.index_of(place.step) or 0 :]
    posture_of = telling.wording.library.posture_of
    here, first = posture_of(steps[0]), ""
    together = routine.asks_nothing or here in CLOSED_MICROPHONE
    block: list[tuple[Step, str]] = []
    for step in steps:
        note = note_of(step, telling)
        leaves = posture_of(step) is not here and not routine.asks_nothing
        if leaves or not (together or note in ("", first or note)):
            break
        first = first or note
        block.append((step, note))
    return block
