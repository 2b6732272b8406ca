"""A routine for the part of the body that is stiff: offered, and honestly so where there is little."""

from collections.abc import Mapping

from skill.dialogue.answers.starting.offer import nearest_offered, offered_with_minutes
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.suitability import best_of
from skill.dialogue.scene.scene import Outcome, Scene

_ROUTINES: Mapping[str, tuple[str, ...]] = {
    "lower-back": ("lower-back", "five-gentle-minutes", "in-bed"),
    "hips": ("hips",),
    "upper-back": ("upper-back",),
    "hamstrings": ("hamstrings",),
    "sides": ("upper-back", "desk"),
}
"""Those for each part, the best first."""


def by_area(scene: Scene) -> Outcome:
    """Said "something for my hips"."""
    areas = [area for area in scene.turn.slot("area").ids if area in _ROUTINES]
    if not areas:
        return ask(scene, [], Question(Ask.WISH, words=scene.wording.say("finding.which-area")))
    found = best_of(scene, _ROUTINES[areas[0]])
    if found is None:
        return nearest_offered(scene, scene.wording.say("finding.area-left-out"))
    little = f"finding.little.{areas[0]}"
    said = little in scene.library.phrases[scene.wording.language]
    return offered_with_minutes(scene, found, [scene.wording.say(little)] if said else [])
