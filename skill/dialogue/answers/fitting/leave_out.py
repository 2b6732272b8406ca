"""Leaves a stretch out for good after a question, or for today, and goes on with what is left."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.open_question import nothing_under_way, open_question
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import finish, go_on
from skill.dialogue.guidance.speaking import ask, let_out, said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import going_on_with, set_down, today
from skill.practice import Practice
from skill.replaced import replace


def _which_to_leave_out(scene: Scene) -> Outcome:
    return ask(scene, [scene.wording.say("leaving.this")], open_question(scene))


@kept_practice_or(_which_to_leave_out)
def _leave_this_out(scene: Scene, practice: Practice) -> Outcome:
    """Asks whether to leave out the stretch that is under way or next."""
    return ask_to_leave_out(scene, scene.stretch_at(practice).slug)


@of_one("stretch", unnamed=_leave_this_out)
def leave_out(scene: Scene, stretch: str) -> Outcome:
    """Asks whether to leave out for good the stretch that was named, or else the one under way."""
    return ask_to_leave_out(scene, stretch)


def ask_to_leave_out(scene: Scene, stretch: str) -> Outcome:
    """Asks whether to leave it out for good, unless it is left out already; in passing leaves it out for today."""
    name = scene.name_of(stretch)
    if scene.passing:
        return not_today(scene, stretch)
    if stretch in scene.person.tailoring.never:
        return tell(scene, scene.wording.say("leaving.already", name=name))
    return ask(scene, [], Question(Ask.LEAVE_OUT, OneStretch(stretch)))


def not_today(scene: Scene, stretch: str) -> Outcome:
    """Leaves it out for today only, without a question."""
    before = scene.person.tailoring
    rest = tuple(dict.fromkeys((*before.resting, stretch)))
    tailoring = replace(before, resting=rest, resting_day=today(scene))
    left = going_on_with(scene, scene.person, tailoring, past=stretch)
    person = left or replace(set_down(scene.person), tailoring=tailoring)
    return tell(replace(scene, person=person), scene.wording.say("leaving.today", name=scene.name_of(stretch)))


def left_out_if_unnamed(scene: Scene) -> Outcome | None:
    """Said again, "I never want to see it again": counts as a yes; None if another stretch was named."""
    return None if scene.turn.slot("stretch").said else left_out(scene)


def left_out(scene: Scene) -> Outcome:
    """Yes: leaves it out from now on; people who are in it go on with the next stretch."""
    stretch = asked_about(scene)
    if not stretch:
        return nothing_under_way(scene)
    before = scene.person.tailoring
    tailoring = replace(before, never=tuple(dict.fromkeys((*before.never, stretch))))
    words = scene.wording.say("leaving.done", name=scene.name_of(stretch))
    left = going_on_with(scene, scene.person, tailoring, past=stretch)
    if left is None:
        return _over(scene, replace(scene.person, tailoring=tailoring), words)
    return _gone_on(scene, left, words)


def kept_in(scene: Scene) -> Outcome:
    """No: leaves nothing out."""
    return tell(scene, scene.wording.say("leaving.kept"))


def asked_about(scene: Scene) -> str:
    """The stretch that the open question is about; empty if it is about none."""
    asked = scene.about(OneStretch)
    return asked.stretch if asked and asked.stretch in scene.library.stretches else ""


def _gone_on(scene: Scene, left: Person, words: str) -> Outcome:
    """Goes on with what is left; straight on if they were in the stretch that is left out."""
    without = replace(scene, person=left)
    moved = scene.practice is not None and left.practice is not None and left.practice.place != scene.practice.place
    return go_on(without, Opening((words,))) if moved and scene.guiding else tell(without, words)


def _over(scene: Scene, person: Person, words: str) -> Outcome:
    """Ends a routine of which nothing is left."""
    if not scene.guiding:
        return tell(replace(scene, person=set_down(person)), words)
    return finish(scene, (*let_out(scene, to_talk=False)[0], *said(scene, [words])), person)
