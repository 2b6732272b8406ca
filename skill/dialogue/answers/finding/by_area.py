"""A routine for the part of the body that is stiff: offered, and honestly so where there is little."""

from skill.content.rules.suiting import for_area
from skill.dialogue.answers.starting.offer import nearest_offered, offered_with_minutes
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.suitability import best_of
from skill.dialogue.scene.scene import Outcome, Scene


def by_area(scene: Scene) -> Outcome:
    """Said "something for my hips"."""
    known = {area: for_area(scene.library.routines, area) for area in scene.turn.slot("area").ids}
    area = next((area for area, routines in known.items() if routines), None)
    if area is None:
        return ask(scene, [], Question(Ask.WISH, words=scene.wording.say("finding.which-area")))
    found = best_of(scene, known[area])
    if found is None:
        return nearest_offered(scene, scene.wording.say("finding.area-left-out"))
    little = f"finding.little.{area}"
    said = little in scene.library.phrases[scene.wording.language]
    return offered_with_minutes(scene, found, [scene.wording.say(little)] if said else [])
