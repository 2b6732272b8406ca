"""Praise at the end of a routine: a milestone reached, a programme completed, or something true of these days."""

from collections.abc import Iterator

from skill.dialogue.guidance.crediting import heard_out
from skill.dialogue.guidance.names import spoken_name
from skill.dialogue.memory.milestones import MILESTONES
from skill.dialogue.offers.todays_programme import followed
from skill.dialogue.scene.completeness import as_good_as_whole
from skill.dialogue.scene.routine_of import is_alone, only_sides
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice

_WEEK = 7
_AWAY_DAYS = 4
"""Somebody who did nothing on the three days before today has come back."""


def praise(scene: Scene, practice: Practice) -> tuple[str, ...]:
    """The praise for finishing this practice: at most one milestone and one completed programme, never said before.

    Where there is neither, something else that is true of these days, different from the last time.
    """
    before, after = scene.person, heard_out(scene, scene.person, practice)
    new = after.habit.praised & ~before.habit.praised
    words: tuple[str, ...] = ()
    programme = followed(scene)
    if programme is not None and not after.following.programme:
        name = programme.words[scene.wording.language].called
        words = (scene.wording.say("programme.completed", name=name),)
    if not new:
        return words or _happened(scene, practice)
    number, days = scene.wording.number(after.finished), scene.wording.count("day", after.habit.days.total)
    milestone = MILESTONES[new.bit_length() - 1]
    return (*words, scene.wording.say(f"praise.{milestone.key}", number=number, days=days))


def _happened(scene: Scene, practice: Practice) -> tuple[str, ...]:
    """One of the true things, in rotation; none for a single stretch, or a routine of which much was left out."""
    if (
        is_alone(practice.routine)
        or only_sides(practice)
        or not scene.person.finished
        or not as_good_as_whole(scene, practice)
    ):
        return ()
    true = tuple(_true(scene, practice))
    return (true[scene.person.finished % len(true)],) if true else ()


def _true(scene: Scene, practice: Practice) -> Iterator[str]:
    """What is true and worth a word: the second of a day, days in a row, coming back, the week, the last time."""
    wording, habit, today = scene.wording, scene.person.habit, scene.day(scene.turn.epoch).toordinal()
    turn, days = scene.person.finished, habit.days.having(today)
    row, week = days.streak(today), sum(days.on(today - back) for back in range(_WEEK))
    if sum(led.finished for led in habit.lately if led.day == today) == 1:
        yield wording.say("praise.second")
        return
    if row > 1:
        yield wording.due("praise.row", turn, days=wording.count("day", row))
    elif habit.days.total and not any(days.on(today - back) for back in range(1, _AWAY_DAYS)):
        yield wording.due("praise.back", turn)
    if week > row:
        yield wording.due("praise.week-days", turn, days=wording.count("day", week))
    before = habit.last_done(today)
    if before is not None and before.routine == practice.routine:
        yield wording.due("praise.same", turn)
    elif before is not None and (name := spoken_name(scene, before.routine)):
        yield wording.due("praise.other", turn, name=name)
