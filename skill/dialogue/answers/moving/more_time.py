"""Gives more time: quiet, then "Ready?" again; on the way to a posture also learns how long somebody needs for it."""

from math import fsum

from skill.content.model import Posture
from skill.dialogue.answers.moving.pause_and_stop import pause
from skill.dialogue.answers.replying.open_question import nothing_under_way, open_question, ready_question
from skill.dialogue.guidance.closing import closing
from skill.dialogue.guidance.leading import guided
from skill.dialogue.guidance.speaking import close, let_out, listening, said
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import PAUSE_QUIET_SECONDS, PAUSE_QUIET_TURNS
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Head, Moment, Role, Timeline
from skill.timeline.hold.ways import CLOSED_MICROPHONE, arrival, arriving

_LEAST_MORE_SECONDS = 15.0
"""A step of the quiet: the first time it is two steps (thirty seconds), then three, then four."""


def more_time(scene: Scene) -> Outcome:
    """Said "hang on", or "no" to "Ready?": out of the hold, quiet, longer each time, and then the question again."""
    practice = scene.practice
    if scene.guiding and practice is not None:
        change = _change_under_way(scene, practice)
        return _quiet(scene) if change is None or scene.inside else _on_the_way(scene, practice, change)
    return pause(scene) if scene.here else _asked_again(scene)


def not_there_yet(scene: Scene) -> Outcome:
    """Said "I'm not down yet": more time for this way; the second time it becomes ten seconds longer for good."""
    practice = scene.practice
    if practice is None:
        return nothing_under_way(scene)
    change = _change_under_way(scene, practice) if scene.guiding else None
    return more_time(scene) if change is None else _on_the_way(scene, practice, change)


def rest_of_the_way(scene: Scene, practice: Practice) -> Outcome | None:
    """Said "done" while a way is told move by move: that move is done, so tells the others.

    None if all or none of the moves were told, or the way is a single move: then they have arrived.
    """
    ahead = _not_yet_told(scene, practice)
    if not ahead:
        return None
    told = Head(Timeline(ahead), scene.stretch_at(practice).posture, practice.place)
    return guided(scene, practice, told, closing(scene, practice, told))


def _not_yet_told(scene: Scene, practice: Practice) -> tuple[Moment, ...]:
    """The moments of a way that are still ahead, from its next move on; empty if all or none of its moves were told."""
    telling, left = scene.telling(), scene.where.way_seconds if scene.where else 0.0
    transition = telling.way(practice.posture, scene.stretch_at(practice).posture) if scene.on_the_way else None
    if transition is None or arrival(transition.start, transition.end, telling) is not transition.end:
        return ()
    told, moves = arriving(transition.start, transition.end, telling), transition.words[scene.wording.language]
    ahead = [fsum(moment.seconds for moment in told[number:]) for number in range(len(told))]
    each = [number for number, moment in enumerate(told) if moment.words in moves]
    following = next((number for number in each[1:] if ahead[number] <= left < ahead[each[0]]), None)
    return () if following is None else told[following:]


def _on_the_way(scene: Scene, practice: Practice, change: tuple[Posture, Posture]) -> Outcome:
    """Leaves quiet for the rest of the way, after which they have arrived; the second time, stores the longer time."""
    before = scene.person.changes
    changes = before if scene.person.quiet_turns else before.asked_at(*change)
    learned = changes.more_seconds(*change) > before.more_seconds(*change)
    # Nobody is asked face down: before that, people stay in their posture until the way is told again.
    posture = change[0] if change[1] in CLOSED_MICROPHONE else change[1]
    person = scene.person.with_practice(replace(practice, posture=posture))
    words = scene.wording.say("wait.learned") if learned else ""
    return _quiet(replace(scene.settled_down, person=replace(person, changes=changes)), words)


def _change_under_way(scene: Scene, practice: Practice) -> tuple[Posture, Posture] | None:
    """The change of posture that the person is in, or has just been told; None without one."""
    unit = scene.unit_at(practice, practice.place)
    end = unit.stretch.posture
    if scene.on_the_way:
        return None if practice.posture is end else (practice.posture, end)
    start = _posture_before(scene, practice)
    told = unit.first and practice.posture is end and start is not end
    return (start, end) if told else None


def _posture_before(scene: Scene, practice: Practice) -> Posture:
    """The posture of the stretch before, or before the routine."""
    routine = scene.routine_of(practice)
    index = routine.index_of(practice.place.step) or 0
    return scene.library.stretch_of(routine.steps[index - 1]).posture if index else Posture.STANDING


def _quiet(scene: Scene, first: str = "") -> Outcome:
    """Leaves quiet, longer each time, and asks "Ready?"; after too many times closes, and tells how to come back."""
    turns = scene.person.quiet_turns + 1
    if turns > PAUSE_QUIET_TURNS:
        return close(scene, [scene.wording.say("pause.close")], replace(scene.person, quiet_turns=0))
    out, person = let_out(scene, to_talk=True)
    seconds = min(PAUSE_QUIET_SECONDS, _LEAST_MORE_SECONDS * (turns + 1))
    words = scene.wording.say("wait.more", length=scene.wording.seconds(int(seconds)))
    moments = (*out, *said(scene, [first, words]), *scene.telling().calm(Role.REST, seconds))
    return listening(scene, moments, ready_question(scene), replace(person, quiet_turns=turns))


def _asked_again(scene: Scene) -> Outcome:
    """With nothing led: leaves a short quiet, and repeats the open question."""
    words = said(scene, [scene.wording.say("wait.idle")])
    quiet = scene.telling().calm(Role.REST, _LEAST_MORE_SECONDS)
    return listening(scene, (*words, *quiet), open_question(scene), scene.person)
