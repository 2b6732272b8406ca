"""Answers a very bad day: only rest today, and three days on the way back; people who are led are let out first."""

from skill.dialogue.answers.safety.pain import pain, said_again
from skill.dialogue.guidance.speaking import ask, close
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.todays_programme import of_the_way_back, waiting_words
from skill.dialogue.scene.coming_back import practice_here
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.tailoring.fits.way_back import WayBack


def flare_up(scene: Scene) -> Outcome:
    """Said "my back is really bad today": stores only the day of the way back, and offers what is right for it."""
    there = _at_its_first_day(scene)
    if practice_here(scene) is not None or scene.asks(Ask.GET_UP, Ask.SIDE_LEFT):
        return pain(there)
    routine = of_the_way_back(there)
    begin = Question(Ask.BEGIN, Offer(routine), words=scene.wording.say("question.begin-it"))
    if said_again(scene, begin):
        return close(there, [scene.wording.say("pain.again")])
    before = scene.person.tailoring.way_back.today > 1
    first = [scene.wording.say("flare.again" if before else "flare.reason")]
    only_rest = routine == scene.library.tags.resting
    plan = [scene.wording.say("flare.rest"), scene.wording.say("flare.plan")] if only_rest else []
    return ask(there, [*first, *plan, waiting_words(scene)], begin)


def _at_its_first_day(scene: Scene) -> Scene:
    """The scene with today as the first day of the person's way back."""
    today = scene.day(scene.turn.epoch).toordinal()
    tailoring = replace(scene.person.tailoring, way_back=WayBack(1, today))
    return replace(scene, person=replace(scene.person, tailoring=tailoring))
