"""What "this one" means: the step under way, the one just done at "Ready?", or the last one of a routine just over."""

from skill.content.model import Step
from skill.dialogue.fresh import remembered
from skill.dialogue.plans import is_alone, planned, prescribed, routine_named
from skill.dialogue.scene import Scene
from skill.practice import Practice
from skill.tailoring.made import MadeStep, made_of, made_routine


def this_step(scene: Scene) -> MadeStep | None:
    """The step as its routine has it, before it was fitted to the person; None when there is nothing to be meant."""
    practice = scene.practice
    if practice is not None and scene.here:
        return written(scene, practice, scene.routine_of(practice).steps[_number(scene, practice)])
    return None if practice is not None else _last_of_today(scene)


def written(scene: Scene, practice: Practice, step: Step) -> MadeStep:
    """A step that was led, with the dose that its routine has: fits are put to it whenever it is led again."""
    routine = prescribed(scene.library, practice)
    same = [other for other in routine.steps if other.key == step.key] if routine else []
    return made_of((same or [step])[0])


def led_steps(scene: Scene, practice: Practice) -> tuple[MadeStep, ...]:
    """Every step of a practice as it is led, without its warm-up, each with the dose that its routine has."""
    routine = planned(scene.library, practice, scene.person.tailoring)
    return tuple(written(scene, practice, step) for step in routine.steps) if routine else ()


def _number(scene: Scene, practice: Practice) -> int:
    """Which step of the routine: while waiting for "ready" the one that is done."""
    number = scene.routine_of(practice).index_of(practice.place.step) or 0
    fresh = scene.unit_at(practice, practice.place).first
    return number - 1 if number and scene.waiting and fresh else number


def _last_of_today(scene: Scene) -> MadeStep | None:
    led = scene.person.habit.lately[-1:]
    if not led or led[0].day != scene.day(scene.turn.epoch).toordinal():
        return None
    name = led[0].routine
    made = remembered(scene, name) if not is_alone(name) else ()
    routine = made_routine(scene.library, name, made) if made else routine_named(scene.library, name)
    return made_of(routine.steps[-1]) if routine else None
