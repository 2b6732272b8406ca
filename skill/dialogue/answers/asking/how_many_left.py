"""Tells how many are left: repetitions of the stretch under way, and stretches in all."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.answers.starting.offer import offer_again, on_offer
from skill.dialogue.guidance.names import spoken_name
from skill.dialogue.memory.question import Ask
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.upcoming import still_ahead
from skill.practice import Practice
from skill.timeline.hold.units import units_of


def offered_or_all_done(scene: Scene) -> Outcome:
    """With nothing unfinished: tells the minutes of the routine on offer, or else that today's is done."""
    return offer_again(scene) if on_offer(scene) else _all_done(scene)


def _all_done(scene: Scene) -> Outcome:
    """With nothing unfinished: tells that today's routine is done, if there was one."""
    led = scene.person.habit.lately[-1:]
    if not led or not led[0].finished or led[0].day != scene.day(scene.turn.epoch).toordinal():
        return tell(scene, scene.wording.say("left.all")) if scene.asks(Ask.GET_UP) else nothing_under_way(scene)
    return tell(scene, scene.wording.say("left.all-done", name=spoken_name(scene, led[0].routine)))


@kept_practice_or(_all_done)
def how_many_left(scene: Scene, practice: Practice) -> Outcome:
    """Tells the repetitions left of this stretch, on all sides, and the stretches after it; or that all is done."""
    return tell_staying(scene, *_left(scene, practice))


@kept_practice_or(_all_done)
def is_that_it(scene: Scene, practice: Practice) -> Outcome:
    """Said "is that it": tells how many are left; with nothing unfinished, that today's routine is done."""
    return tell_staying(scene, scene.wording.say("left.not-yet"), *_left(scene, practice))


def _left(scene: Scene, practice: Practice) -> tuple[str, ...]:
    routine = scene.routine_of(practice)
    after = len(routine.steps) - 1 - (routine.index_of(practice.place.step) or 0)
    if still_ahead(scene, practice) and scene.unit_at(practice, practice.place).first:
        return (_counted(scene, "stretches", after + 1),)
    return _counted(scene, "here", _repetitions(scene, practice)), _counted(scene, "then", after)


def _repetitions(scene: Scene, practice: Practice) -> int:
    """How many repetitions of this stretch are left, counting the one at the place."""
    step = next(step for step in scene.routine_of(practice).steps if step.key == practice.place.step)
    units = units_of(step, scene.library.stretch_of(step))
    here = next((number for number, unit in enumerate(units) if unit.place == practice.place), 0)
    return 1 + sum(unit.opens_repetition for unit in units[here + 1 :])


def _counted(scene: Scene, key: str, number: int) -> str:
    some = {0: "none", 1: "one"}.get(number, "many")
    return scene.wording.say(f"left.{key}.{some}", number=scene.wording.number(number))
