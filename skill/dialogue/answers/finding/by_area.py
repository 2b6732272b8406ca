"""Offers a routine for a part of the body, or makes one for the time that somebody has."""

from skill.dialogue.answers.finding.by_time import QUICK_SECONDS, for_seconds
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.answers.starting.offer import nearest_offered, offered_with_minutes
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.made_to_fit import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    fits_well,
    fitted_name,
    is_for_its_area,
    made_to_fit,
)
from skill.dialogue.offers.suitability import best_of
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.slot_values import seconds_of

_SHORT_SECONDS = (QUICK_SECONDS, QUICK_SECONDS + 120, QUICK_SECONDS + 180, 2 * QUICK_SECONDS)
"""Lengths that count as short, to try in turn: the way down and up may take too much of five minutes."""


def by_area_in_time(scene: Scene) -> Outcome:
    """Said "ten minutes for my hips": makes that of stretches for them; else offers their routine with its minutes."""
    seconds = seconds_of(scene.turn.slot("duration"))
    area = next((area for area in scene.turn.slot("area").ids if area in scene.library.areas), "")
    if seconds is None:
        return by_area(scene)
    if not area or not SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
        return for_seconds(scene, seconds)
    if _fills(scene, fitted_name(seconds, area)):
        return begin_unless_guiding(scene, fitted_name(seconds, area))
    return by_area(scene, scene.wording.say("finding.no-such-time", minutes=scene.wording.minutes(seconds)))


def quick_for_area(scene: Scene) -> Outcome:
    """Said "something short for my hips": makes the shortest of stretches for them; else offers their routine."""
    area = next((area for area in scene.turn.slot("area").ids if area in scene.library.areas), "")
    names = (fitted_name(seconds, area) for seconds in _SHORT_SECONDS)
    name = next((name for name in names if _fills(scene, name)), None) if area else None
    return begin_unless_guiding(scene, name) if name else by_area(scene)


def _fills(scene: Scene, name: str) -> bool:
    """Whether a routine of this length can be made for this area."""
    made = made_to_fit(scene, name)
    return fits_well(made, name) and is_for_its_area(scene, made, name)


def by_area(scene: Scene, *before: str) -> Outcome:
    """Said "something for my hips": offers the best routine for them."""
    known = {area: scene.library.tags.for_area(area) for area in scene.turn.slot("area").ids}
    area = next((area for area, routines in known.items() if routines), None)
    if area is None:
        return ask(scene, [], Question(Ask.WISH, words=scene.wording.say("finding.which-area")))
    found = best_of(scene, known[area])
    if found is None:
        return nearest_offered(scene, scene.wording.say("finding.area-left-out"))
    little = f"finding.little.{area}"
    said = little in scene.library.phrases[scene.wording.language]
    return offered_with_minutes(scene, found, [*before, *([scene.wording.say(little)] if said else [])])
