"""Putting the place right in one sentence: the side, the number, the stretch where the person really was."""

from collections.abc import Callable

from skill.dialogue.answers.moving.one_side import both_sides
from skill.dialogue.answers.moving.sparing import both_again, spared_in
from skill.dialogue.answers.replying.open_question import nothing_under_way, ready_question, with_kept_practice
from skill.dialogue.answers.replying.which_one import of_one_stretch
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline import Side
from skill.timeline.hold.units import Unit, units_of


def correct_side(scene: Scene) -> Outcome:
    """Said "the left side": the first repetition there, of the stretch that the place is in; spared, it is no more."""
    wanted = scene.turn.slot("side").ids
    practice = kept_practice(scene)
    if practice is not None and spared_in(scene, practice) in wanted:
        scene = both_again(scene, practice)
    elif practice is not None and wanted == (Side.BOTH,) and not _moves_both(scene, practice):
        return both_sides(scene)
    sided = practice is None or practice.place.side is not None
    return _at_unit(scene, lambda unit: unit.place.side in wanted, "correct.no-such" if sided else "side-now.none")


def correct_number(scene: Scene) -> Outcome:
    """Said "no, number two": that repetition, on the side that the place is on."""
    wanted = scene.turn.slot("number").ids
    side = scene.practice.place.side if scene.practice else None
    return _at_unit(scene, lambda unit: str(unit.place.repetition) in wanted and unit.place.side == side)


@with_kept_practice
@of_one_stretch
def correct_stretch(scene: Scene, slug: str, practice: Practice) -> Outcome:
    """Said "we were at the bridge": that stretch of the routine, from its first hold."""
    steps = [step for step in scene.routine_of(practice).steps if step.stretch == slug]
    units = [unit for step in steps for unit in units_of(step, scene.library.stretch_of(step))]
    return _go_to(scene, units, scene.wording.say("correct.no-stretch", name=scene.name_of(slug)))


def _moves_both(scene: Scene, practice: Practice) -> bool:
    """Whether the stretch at the place has a turn in which both sides move at once."""
    unit = scene.unit_at(practice, practice.place)
    return unit.stretch.sides == "each-then-both" and unit.dose.together and not unit.dose.spared


def _at_unit(scene: Scene, fits: Callable[[Unit], bool], otherwise: str = "correct.no-such") -> Outcome:
    practice = kept_practice(scene)
    if practice is None:
        return nothing_under_way(scene)
    step = next(step for step in scene.routine_of(practice).steps if step.key == practice.place.step)
    units = [unit for unit in units_of(step, scene.library.stretch_of(step)) if fits(unit)]
    return _go_to(scene, units, scene.wording.say(otherwise))


def _go_to(scene: Scene, units: list[Unit], otherwise: str) -> Outcome:
    """On from the first of these holds; when there is none, that is said and the place stays."""
    if units:
        return go_on(scene, Opening((scene.wording.say("correct.done"),)), units[0].place)
    return ask(scene, [otherwise], ready_question(scene))
