"""Tells what is needed for the routine under way, on offer, or usual: where it takes place, and what to have ready."""

from skill.content.model import Routine
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.answers.starting.begin import nothing_left
from skill.dialogue.answers.starting.offer import offered
from skill.dialogue.guidance.names import spoken_name
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.announcement import at_hand_words, before_words
from skill.dialogue.offers.made_to_fit import made_to_fit, wished_seconds
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.offers.todays_programme import preferred
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.tailoring.steps.made import FITTED


def _needed_for_another(scene: Scene) -> Outcome:
    """Tells what they need for the routine on offer, or the usual one."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    name = offer.routine if offer else preferred(scene)
    routine = _as_led(scene, name)
    if routine is None:
        return nothing_left(scene, spoken_name(scene, name))
    words = (scene.wording.say("need.in", name=spoken_name(scene, name)), *_needs(scene, routine))
    return offered(scene, words, name) if scene.question is None else tell(scene, *words)


@kept_practice_or(_needed_for_another)
def what_is_needed(scene: Scene, practice: Practice) -> Outcome:
    """Said "do I need a mat": tells what the routine asks for, and what makes the floor easier."""
    to_hold = scene.wording.say("need.to-hold") if scene.on_the_way else ""
    return tell_staying(scene, *_needs(scene, scene.routine_of(practice)), to_hold)


def _needs(scene: Scene, routine: Routine) -> tuple[str, ...]:
    return (*before_words(scene, routine), *at_hand_words(scene, routine))


def _as_led(scene: Scene, name: str) -> Routine | None:
    """The routine of this name as it would be led now; None if nothing is left of it."""
    steps = made_to_fit(scene, name).steps if wished_seconds(name) else ()
    practice = fresh(scene, FITTED if steps else name, steps)
    return None if practice is None else scene.routine_of(practice)
