"""Saves a routine as the person's own: the one under way, else the last one; asks first if that replaces another."""

from skill.dialogue.answers.habit.own_routine import with_own
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import led_steps
from skill.practice import Practice
from skill.tailoring.steps.own import MOST_STEPS


def save_as_mine(scene: Scene) -> Outcome:
    """Saves the routine under way or just done as their own; asks first if they have another one."""
    practice = _just_done(scene)
    steps = led_steps(scene, practice) if practice else ()
    if not steps:
        return tell(scene, scene.wording.say("mine.nothing-done"))
    if len(steps) > MOST_STEPS:
        return tell(scene, scene.wording.say("mine.too-long"))
    if scene.person.tailoring.own and scene.person.tailoring.own != steps:
        return ask(scene, [], Question(Ask.SAVE_MINE))
    return save(scene)


def save(scene: Scene) -> Outcome:
    """Saves it after a yes, or if there is none to lose."""
    practice = _just_done(scene)
    steps = led_steps(scene, practice) if practice else ()
    count = scene.wording.count("stretch", len(steps))
    if not steps:
        return tell(scene, scene.wording.say("mine.nothing-done"))
    return tell(with_own(scene, steps), scene.wording.say("mine.saved", count=count))


def leave_as_it_was(scene: Scene) -> Outcome:
    """No: their own routine stays as it is."""
    return tell(scene, scene.wording.say("mine.as-it-was"))


def _just_done(scene: Scene) -> Practice | None:
    """The practice under way; else the last one, unfinished or done, as it would be led now."""
    practice, lately = scene.practice, scene.person.habit.lately
    if practice is not None and (scene.here or not lately or lately[-1].routine == practice.routine):
        return practice
    done = scene.person.habit.last_done(scene.day(scene.turn.epoch).toordinal() + 1)
    return fresh(scene, done.routine) if done else practice
