"""A routine for the part of the body that is stiff: offered, and honestly so where there is little."""

from skill.content.suiting import for_area
from skill.dialogue.answers.starting.offer import nearest_offered, offered_with_minutes
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.offers.suitability import best_of
from skill.dialogue.scene.scene import Outcome, Scene


def by_area(scene: Scene) -> Outcome:
    """Said "something for my hips"."""
    areas = {
        area: routines for area in scene.turn.slot("area").ids if (routines := for_area(scene.library.routines, area))
    }
    area = next(iter(areas), None)
    if area is None:
        return ask(scene, [], Asked("wish", scene.wording.say("finding.which-area")))
    found = best_of(scene, areas[area])
    if found is None:
        return nearest_offered(scene, scene.wording.say("finding.area-left-out"))
    little = f"finding.little.{area}"
    said = little in scene.library.phrases[scene.wording.language]
    return offered_with_minutes(scene, found, [scene.wording.say(little)] if said else [])
