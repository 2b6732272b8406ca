"""The scene once a person's record can be read again, in a conversation that began without it."""

from skill.content.library import Library
from skill.dialogue.guidance.settling import scene_of
from skill.dialogue.memory.merging import merged
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import going_on_with
from skill.ports.turn import Turn
from skill.practice import Practice
from skill.replaced import replace

WITHOUT, NOTHING = "trouble.without", "trouble.nothing"
"""Phrase keys: the record rules out the stretch that they are in, or everything that would come after it."""


def found_again(library: Library, turn: Turn, mine: Person, theirs: Person) -> Scene:
    """The scene after merging what this conversation knows (`mine`) with the stored record (`theirs`).

    The record's limits count from now on. Somebody in a stretch that they rule out is let out of it, and goes on with
    the next.
    """
    before = scene_of(library, turn, mine)
    person = merged(replace(before.person, tailoring=before.person.tailoring.told), theirs, Person())
    practice = before.practice
    if practice is None or not before.here:
        return scene_of(library, turn, person)
    left = _left(before, practice, person)
    after = scene_of(library, turn, _with(person, practice, left))
    if left is None:
        return replace(after, found=before.found, notices=(*after.notices, NOTHING))
    told = () if left.place == practice.place else (WITHOUT,)
    return replace(
        after, person=_with(after.person, practice, left), found=before.found, notices=(*after.notices, *told)
    )


def _left(before: Scene, practice: Practice, person: Person) -> Practice | None:
    """The practice where it goes on within this person's limits; None where nothing of it is left."""
    today = person.on(before.day(before.turn.epoch).toordinal()).tailoring
    stretch = before.stretch_at(practice).slug if is_alone(practice.routine) else ""
    ruled_out = stretch in today.left_out(before.library)
    left = going_on_with(before, before.person, today, past=stretch if ruled_out else "")
    return left.practice if left else None


def _with(person: Person, practice: Practice, left: Practice | None) -> Person:
    """The person with what is left of this practice, or without it."""
    if left is not None:
        return person.with_practice(left)
    rest = tuple(other for other in person.practices if other.routine != practice.routine)
    return replace(person, practices=rest)
