"""Whether the most for a day leaves room for more of a stretch today, and another stretch that has room."""

from skill.content.model import Kind, Step, Stretch
from skill.content.model.course import NumberedStep
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene


def has_room(scene: Scene, stretch: Stretch, seconds: int) -> bool:
    """Whether today has room for so many seconds more; always where the stretch was not held today."""
    most, held = most_a_day_seconds(stretch), scene.person.held.seconds_of(stretch.slug)
    return most is None or not held or held + seconds <= most


def has_room_for_step(scene: Scene, step: Step) -> bool:
    """Whether today has room for the whole step once more."""
    stretch = scene.library.stretch_of(step)
    return has_room(scene, stretch, NumberedStep(0, step, stretch).seconds_a_side)


def has_room_alone(scene: Scene, slug: str) -> bool:
    """Whether today has room for this stretch on its own."""
    practice = fresh(scene.as_told, alone(slug))
    return practice is None or has_room_for_step(scene, scene.as_told.routine_of(practice).steps[0])


def another(scene: Scene, slug: str) -> str:
    """The slug of the gentle stretch that is most like this one and has room today; empty where there is none."""
    known, out = scene.library.stretch(slug), scene.person.tailoring.left_out(scene.library)
    others = [
        other
        for other in scene.library.stretches.values()
        if other.slug != slug and other.slug not in out and other.kind is not Kind.STRONG and not other.only_rests
    ]
    nearest = sorted(others, key=lambda other: (other.posture != known.posture, -len({*other.areas} & {*known.areas})))
    return next((other.slug for other in nearest if has_room_alone(scene, other.slug)), "")
