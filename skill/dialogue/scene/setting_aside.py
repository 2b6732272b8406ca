"""What is set aside for the rest of a person's day, or for good, and their practice going on without it."""

from dataclasses import replace

from skill.content.model import Routine
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import planned, routine_of
from skill.dialogue.scene.scene import Scene
from skill.limits import PRACTICES_KEPT
from skill.practice import Practice
from skill.tailoring.growing import after_pain
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place
from skill.timeline.units import units_of


def today(scene: Scene) -> int:
    """The person's date, as days."""
    return scene.day(scene.turn.epoch).toordinal()


def resting(scene: Scene, stretch: str) -> Tailoring:
    """Their tailoring with this stretch left out until tomorrow, and then at its low end, for a week at least."""
    day, before = today(scene), scene.person.tailoring
    softer = before.with_fit(after_pain(before.fit_of(stretch), day))
    rest = tuple(dict.fromkeys((*before.resting, stretch)))
    return replace(softer, resting=rest, resting_day=day, seen=day)


def going_on_with(scene: Scene, person: Person, tailoring: Tailoring, *, past: str = "") -> Person | None:
    """The person so tailored, their practice at the next stretch that is left; None when there is none.

    One stretch on its own has nothing left once it is `past`. What was set aside cannot be gone back to.
    """
    practice = person.practice
    tailored = replace(person, tailoring=tailoring)
    if practice is None:
        return tailored
    onward = _onward(scene, practice, tailoring, past)
    return None if onward is None else tailored.with_practice(replace(onward, before=None), PRACTICES_KEPT)


def _onward(scene: Scene, practice: Practice, tailoring: Tailoring, past: str) -> Practice | None:
    """The practice where it goes on with this tailoring, at its own place where that is left."""
    plan, now = planned(scene.library, practice, tailoring), routine_of(scene.library, practice, tailoring)
    if plan is None or now is None:
        return None
    keys = {step.key for step in now.steps if step.stretch != past}
    before = scene.routine_of(practice).steps
    index = next((at for at, step in enumerate(before) if step.key == practice.place.step), 0)
    following = next((step for step in before[index:] if step.key in keys), None)
    if following is None:
        return None
    reached = plan.index_of(following.key) is not None
    if following.key == practice.place.step:
        return replace(practice, kept=None) if reached else practice
    kept = practice.kept if practice.kept is not None and practice.kept.step == following.key else None
    place = kept or _first_place(scene, now, following.key)
    return replace(practice, place=place, kept=None if reached else practice.kept)


def _first_place(scene: Scene, routine: Routine, key: str) -> Place:
    """The first hold of the step with this key."""
    step = routine.steps[routine.index_of(key) or 0]
    return units_of(step, scene.library.stretch_of(step))[0].place
