"""Stretches that somebody never wants again: asked first, and then on with what is left."""

from dataclasses import replace

from skill.dialogue.answers.replying.open_question import nothing_under_way, open_question
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import meant, which
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import finish, go_on
from skill.dialogue.guidance.speaking import Asked, ask, let_out, said
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.routine_of import alone, routine_of
from skill.dialogue.scene.scene import Outcome, Scene
from skill.limits import PRACTICES_KEPT
from skill.practice import Practice
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from skill.timeline.units import units_of

LEAVE_OUT = "leave-out"
"""The question whether a stretch is to be left out for good."""


def leave_out(scene: Scene) -> Outcome:
    """Ask whether the stretch that was named is to be left out for good."""
    slot = meant(scene, "stretch", scene.library.stretches)
    if len(slot.ids) != 1:
        return which(scene, slot, scene.library.stretches)
    return ask_to_leave_out(scene, slot.ids[0])


def leave_this_out(scene: Scene) -> Outcome:
    """Ask it about the stretch that is under way, or that was named last."""
    practice = kept_practice(scene)
    if practice is None:
        return ask(scene, [scene.wording.say("leaving.this")], open_question(scene))
    return ask_to_leave_out(scene, scene.stretch_at(practice).slug)


def ask_to_leave_out(scene: Scene, stretch: str) -> Outcome:
    """The question, unless it is left out already."""
    name = scene.name_of(stretch)
    if stretch in scene.person.tailoring.never:
        return tell(scene, scene.wording.say("leaving.already", name=name))
    return ask(scene, [], Asked(LEAVE_OUT, scene.wording.say("leaving.ask", name=name), (stretch,)))


def left_out(scene: Scene) -> Outcome:
    """Yes: left out from now on; whoever was in it goes on with the stretch after it."""
    stretch = _asked_about(scene)
    if not stretch:
        return nothing_under_way(scene)
    tailoring = scene.person.tailoring
    never = tuple(dict.fromkeys((*tailoring.never, stretch)))
    without = retailored(scene, replace(tailoring, never=never))
    words = scene.wording.say("leaving.done", name=scene.name_of(stretch))
    practice = scene.practice
    if practice is None:
        return tell(without, words)
    following = _following(scene, practice, without.person.tailoring)
    if following == practice.place:
        return tell(without, words)
    return _gone_on(without, practice, following, words)


def kept_in(scene: Scene) -> Outcome:
    """No: it stays."""
    return tell(scene, scene.wording.say("leaving.kept"))


def _asked_about(scene: Scene) -> str:
    asked = scene.person.asked
    return next((slug for slug in asked.about if slug in scene.library.stretches), "") if asked else ""


def _following(scene: Scene, practice: Practice, tailoring: Tailoring) -> Place | None:
    """The place itself where its stretch stays, else the first place of the next one that does."""
    routine = routine_of(scene.library, practice, tailoring)
    if routine is None or practice.routine in map(alone, tailoring.never):
        return None
    if routine.index_of(practice.place.step) is not None:
        return practice.place
    before = scene.routine_of(practice)
    keys = [step.key for step in before.steps[(before.index_of(practice.place.step) or 0) + 1 :]]
    step = next((step for step in routine.steps if step.key in keys), None)
    return units_of(step, scene.library.stretch_of(step))[0].place if step else None


def _gone_on(scene: Scene, practice: Practice, following: Place | None, words: str) -> Outcome:
    """On from the next stretch; where none is left, the end."""
    if following is None and not scene.guiding:
        return tell(replace(scene, person=scene.person.without_practice()), words)
    if following is None:
        return finish(scene, (*let_out(scene, to_talk=False)[0], *said(scene, [words])), scene.person)
    there = scene.person.with_practice(replace(practice, place=following), PRACTICES_KEPT)
    moved = replace(scene, person=there)
    return go_on(moved, Opening((words,))) if scene.guiding else tell(moved, words)
