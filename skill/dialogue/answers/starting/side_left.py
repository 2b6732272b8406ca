"""Answers the offer of a side that was left out, at the end of its routine or later: that side alone, or the way up."""

from skill.content.model import Kind
from skill.dialogue.answers.starting.launch import opened
from skill.dialogue.guidance.closing import up_or_wish
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.speaking import ask, close
from skill.dialogue.memory.subject import SideLeft, WayUp
from skill.dialogue.offers.duration import DOWN, rest_words
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.offers.sides_left import side_names
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import SIDES
from skill.dialogue.scene.scene import Scene
from skill.limits import SAME_HOUR_SECONDS
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.made import MadeStep, made_of
from skill.timeline.hold.units import places_of


def do_side_left(scene: Scene) -> Outcome:
    """Yes: leads what was left out, with its usual dose, on that side alone."""
    left = scene.about(SideLeft)
    practice = fresh(scene, SIDES, (*_warm_up(scene, left), *left.left)) if left else None
    if left is None or practice is None:
        return leave_side_left(scene)
    words = scene.wording.say("side-left.now", names=side_names(scene, left))
    return lead(scene, _on_that_side(scene, practice, left), Opening((words,), names_place=True))


def leave_side_left(scene: Scene) -> Outcome:
    """No: it stays left out; people on the floor are offered the way up."""
    up = scene.about(WayUp) or scene.way_up(scene.posture_now, None)
    if isinstance(up, SideLeft) and up.later:
        here = replace(scene, person=replace(scene.person, asked=None))
        return opened(here, scene.wording.say("side-left.stays"))
    if up.start not in DOWN:
        return close(scene, [rest_words(scene, up.start)])
    return ask(scene, [], up_or_wish(up))


def _warm_up(scene: Scene, left: SideLeft) -> tuple[MadeStep, ...]:
    """The small movements before it, for people who come back cold; none before a movement."""
    first = scene.library.stretch(left.left[0].stretch)
    if not left.later or scene.turn.epoch - left.at <= SAME_HOUR_SECONDS or first.kind is Kind.MOVEMENT:
        return ()
    steps = scene.library.ends.beginning(first.posture)
    return tuple(made_of(step) for step in steps if scene.library.stretch_of(step).sides == "none")


def _on_that_side(scene: Scene, practice: Practice, left: SideLeft) -> Practice:
    """The practice without the sides that are done, from the posture in which its routine ended."""
    steps = scene.routine_of(practice).steps
    done = {step.stretch: side for step, side in zip(left.left, left.done, strict=True)}
    spared = tuple((step.key, done[step.stretch]) for step in steps if step.stretch in done)
    there = replace(practice, spared=spared, posture=left.start)
    first = scene.routine_of(there).steps[0]
    return replace(there, place=places_of(first, scene.library.stretch_of(first))[0])
