"""Makes single holds longer or shorter for one run through a routine, on both sides alike."""

from skill.content.model import Step
from skill.timeline import Place
from skill.timeline.hold.units import turn_of

Altered = tuple[tuple[str, str, int], ...]
"""For each altered hold its step's key, its turn (see `turn_of`), and its seconds."""


def altered_at(altered: Altered, place: Place, seconds: int) -> Altered:
    """The altered holds with so many seconds for the turn of this place, on either side."""
    others = (entry for entry in altered if entry[:2] != (place.step, turn_of(place)))
    return (*others, (place.step, turn_of(place), seconds))


def seconds_more(altered: Altered, place: Place) -> int:
    """The altered seconds for the turn of this place; nought where it was not altered."""
    return next((seconds for key, turn, seconds in altered if (key, turn) == (place.step, turn_of(place))), 0)


def with_altered(steps: tuple[Step, ...], altered: Altered) -> tuple[Step, ...]:
    """The steps with their altered holds in their doses."""
    keys = {key for key, *_ in altered}
    return tuple(_altered(step, altered) if step.key in keys else step for step in steps)


def _altered(step: Step, altered: Altered) -> Step:
    turns = tuple((turn, seconds) for key, turn, seconds in altered if key == step.key)
    return step.but(dose=step.dose.but(altered=turns))
