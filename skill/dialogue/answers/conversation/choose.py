"""Said "the second one": one of what the open question offered."""

from dataclasses import replace

from skill.dialogue.answers.conversation.questions import OFFERED
from skill.dialogue.answers.conversation.yes_no import agree, no, yes
from skill.dialogue.answers.finding.lists import heard_last
from skill.dialogue.answers.habit.reminder_list import WHICH, which_again
from skill.dialogue.answers.replying.help import misheard
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.answers.starting.todays_routine import name_of as programme_named
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.memory.question import Question
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Outcome, Scene

_ORDER = {"first": 0, "second": 1, "third": 2, "last": -1}

_OPEN = ("wish", "ready")
"""Questions that offer nothing which could be counted."""


def choose(scene: Scene) -> Outcome:
    """The name or the half of the question that stands at this place."""
    asked, ids = scene.person.asked, scene.turn.slot("choice").ids
    if asked is None or not ids:
        return misheard(scene)
    index = _ORDER.get(ids[0], 0)
    listed = heard_last(scene)
    if listed:
        return _begin_listed(scene, listed[index]) if index < len(listed) else misheard(scene)
    offered = OFFERED.get(asked.kind)
    if offered is not None:
        return offered[index](scene) if index < len(offered) else misheard(scene)
    if asked.kind.startswith("which-") and index >= len(asked.about):
        return _only_so_many(scene, asked)
    if not asked.kind.startswith("which-"):
        unclear = index and asked.kind in _OPEN
        return misheard(scene) if unclear else no(scene) if index else agree(scene)
    chosen = replace(asked, about=(asked.about[index],))
    return yes(replace(scene, person=replace(scene.person, asked=chosen)))


def _only_so_many(scene: Scene, asked: Question) -> Outcome:
    """There is no third one of two: said, and the question again."""
    if asked.kind == WHICH:
        again = which_again(scene, asked)
    else:
        names = scene.wording.listing([_name(scene, slug) for slug in asked.about], "or")
        again = Asked(asked.kind, scene.wording.say("ask.which-of", names=names), asked.about)
    count = len(asked.about)
    key = "choosing.only-one" if count == 1 else "choosing.only"
    return ask(scene, [scene.wording.say(key, number=scene.wording.number(count))], again)


def _name(scene: Scene, slug: str) -> str:
    return programme_named(scene, slug) if slug in scene.library.programmes else scene.name_of(slug)


def _begin_listed(scene: Scene, slug: str) -> Outcome:
    """One whose name was just told in a list."""
    return begin_unless_guiding(scene, slug if slug in scene.library.routines else alone(slug))
