"""What is in a routine: what it is about, how long it takes this person, and where; then an offer to begin."""

from skill.dialogue.answers.replying.open_question import ready_question
from skill.dialogue.answers.replying.which_one import of_one_routine
from skill.dialogue.answers.starting.begin import begin_unless_guiding, nothing_left
from skill.dialogue.answers.starting.offer import offered
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.offers.announcement import before_words
from skill.dialogue.offers.suitability import minutes_of
from skill.dialogue.scene.completeness import led
from skill.dialogue.scene.scene import Outcome, Scene


@of_one_routine
def describe(scene: Scene, routine: str) -> Outcome:
    """Said "what is in the hips routine"."""
    return tell_of(scene, routine)


def tell_of(scene: Scene, slug: str) -> Outcome:
    """What it is about, its minutes, and where it takes place."""
    routine = led(scene, slug)
    if routine is None:
        return nothing_left(scene, scene.name_of(slug))
    told = routine.words[scene.wording.language]
    minutes = scene.wording.say("finding.it-is", name=told.spoken, minutes=minutes_of(scene, slug))
    words = (told.about, minutes, *before_words(scene, routine))
    if scene.waiting:
        return ask(scene, words, ready_question(scene))
    if scene.guiding:
        return go_on(scene, Opening((*words, scene.wording.say("did.back-to-it"))))
    return offered(scene, words, slug)


@of_one_routine
def start_usual(scene: Scene, routine: str) -> Outcome:
    """Said "start the usual lower back routine": the library's, also where somebody has their own."""
    return begin_unless_guiding(scene, routine)
