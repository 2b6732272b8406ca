"""Answers somebody who is already down, on the chair or in bed: begins at once, without the way there."""

from skill.content.model import Posture
from skill.dialogue.answers.finding.by_setting import by_setting
from skill.dialogue.answers.moving.next_and_back import done
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.answers.starting.begin import begin
from skill.dialogue.answers.starting.resume import resume
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.announcement import ON_THE_FLOOR
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.offers.todays_programme import preferred
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.upcoming import waits
from skill.ports.turn import Slot
from skill.replaced import replace


def already_there(scene: Scene) -> Outcome:
    """Said "I'm on the floor already": begun at once, today; how long the way takes otherwise stays as it was learned.

    They lie on the back then, from where every other posture is near; in a bed, where it begins there.
    """
    return _begun(scene, (Posture.BED, *ON_THE_FLOOR))


def in_bed(scene: Scene) -> Outcome:
    """Said "I'm in bed already": the same of what begins there, else something for the bed."""
    return _begun(scene, (Posture.BED,))


def _begun(scene: Scene, near: tuple[Posture, ...]) -> Outcome:
    """What is offered or unfinished, where it begins in one of these postures; anybody who is led goes on."""
    if scene.guiding:
        return done(scene) if waits(scene) or scene.on_the_way else on_with_it(scene, ())
    practice, offer = scene.practice, scene.about(Offer)
    if practice is not None and (scene.paused or scene.asks(Ask.GO_ON, Ask.LAST_DONE)):
        return resume(_there(scene, scene.stretch_at(practice).posture, near) or scene)
    name = offer.routine if offer and scene.asks(Ask.BEGIN) else preferred(scene)
    wanted = fresh(scene, name)
    here = _there(scene, scene.stretch_at(wanted).posture, near) if wanted else None
    if here is None:
        return _something_there(scene, near)
    return begin(here, name) if scene.asks(Ask.BEGIN) else ask(here, [], Question(Ask.BEGIN, Offer(name)))


def _there(scene: Scene, first: Posture, near: tuple[Posture, ...]) -> Scene | None:
    """The scene of somebody who is where it begins; None where that is elsewhere."""
    return replace(scene, there=_lying(first)) if first in near else None


def _lying(first: Posture) -> Posture:
    return Posture.BED if first is Posture.BED else Posture.BACK


def _something_there(scene: Scene, near: tuple[Posture, ...]) -> Outcome:
    """What is offered begins elsewhere: something for where they are."""
    setting = "bed" if near == (Posture.BED,) else "floor"
    turn = replace(scene.turn, slots={"setting": Slot(setting, (setting,))})
    return by_setting(replace(scene, turn=turn, there=Posture.BED if setting == "bed" else Posture.BACK))
