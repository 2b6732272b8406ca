"""Tells the way down to the floor, one step at a time, with nothing begun or on the way to a stretch there."""

from skill.content.model import Kind, Posture
from skill.content.model.limits import GETTING_DOWN
from skill.dialogue.answers.replying.staying import on_behind
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.offer import nearest_offered
from skill.dialogue.guidance.layout import was_told_the_way
from skill.dialogue.guidance.speaking import listening
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.announcement import ON_THE_FLOOR
from skill.dialogue.offers.todays_programme import preferred
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.timeline.hold.ways import way


def get_me_down(scene: Scene) -> Outcome:
    """Said "get me down to the floor": tells every move with its time, and then offers what may begin there."""
    practice = kept_practice(scene)
    if GETTING_DOWN in scene.person.tailoring.limits_told:
        words = scene.wording.say("down.left-out")
        return tell(scene, words) if practice is not None else nearest_offered(scene, words)
    if practice is not None and scene.inside and scene.stretch_at(practice).kind is Kind.STRONG:
        # A strong stretch was interrupted: it counts as done, and is not begun again.
        return on_behind(scene, practice, ())
    if scene.posture_now in ON_THE_FLOOR:
        return tell(scene, scene.wording.say("down.already"))
    declined = not scene.here and scene.asks(Ask.WISH)
    return _way_and_offer(scene) if practice is None or declined else _with_it(scene, practice)


def _way_and_offer(scene: Scene) -> Outcome:
    """Tells the way onto the back, and offers a routine: every other posture on the floor is near from there."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    begin = Question(Ask.BEGIN, Offer(offer.routine if offer else preferred(scene), lying=True))
    return listening(scene, way(scene.posture_now, Posture.BACK, scene.telling()), begin, scene.person)


def _with_it(scene: Scene, practice: Practice) -> Outcome:
    """Tells the moves to the stretch at this place, if it is on the floor; people who come back hear them later."""
    there = scene.stretch_at(practice).posture
    found = scene.telling().way(scene.posture_now, there)
    if there not in ON_THE_FLOOR or found is None:
        return tell(scene, scene.wording.say("down.not-here"))
    if not scene.here:
        return tell(scene, scene.wording.say("down.with-it"))
    if scene.on_the_way and not was_told_the_way(scene, practice):
        # How much they heard of an interrupted way is unknown, so going on tells it.
        return tell(scene)
    return tell(scene, *found.words[scene.wording.language])
