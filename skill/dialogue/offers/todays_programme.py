"""The programme that somebody follows, and what it has for today; what they mean who name no routine."""

from skill.content.model.programmes import Programme
from skill.dialogue.memory.following import Today, today_of
from skill.dialogue.offers.demands import for_everybody
from skill.dialogue.offers.suitability import suiting, usual_routine
from skill.dialogue.offers.variety import for_today
from skill.dialogue.scene.completeness import enough_left
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.tailoring.steps.own import OWN


def followed(scene: Scene) -> Programme | None:
    """The programme, unless none is followed or it is not in the content any more."""
    return scene.library.programmes.get(scene.person.following.programme)


def today_in(scene: Scene) -> Today | None:
    """What it has for today, in a routine that this person can do; None for somebody who follows none."""
    programme = followed(scene)
    if programme is None:
        return None
    today = today_of(programme, scene.person.following, scene.day(scene.turn.epoch).toordinal())
    return replace(today, routine=possible(scene, today.routine)) if today.routine else today


def possible(scene: Scene, routine: str) -> str:
    """This routine; where less than half of it is left for this person, the one that suits them best."""
    return routine if enough_left(scene, routine) else suiting(scene, routine)


def of_the_way_back(scene: Scene) -> str:
    """What today has on the way back after a very bad day; nothing where it has the usual, or there is no such way."""
    way_back, tags = scene.person.tailoring.way_back, scene.library.tags
    if not (way_back.rests or way_back.softest):
        return ""
    return possible(scene, tags.resting if way_back.rests else tags.softest)


def waiting_words(scene: Scene) -> str:
    """That the programme waits for somebody who does something else today; nothing for somebody who follows none."""
    programme = followed(scene)
    called = programme.words[scene.wording.language].called if programme else ""
    return scene.wording.say("pain.programme-waits", name=called) if called else ""


def week_for(scene: Scene, routine: str) -> int:
    """The programme's week when this is its routine for today; nought for any other."""
    today = today_in(scene)
    return today.week if today and today.routine == routine else 0


def preferred(scene: Scene) -> str:
    """What the way back or the programme has for today, else their own, else what is usual for somebody like them."""
    if soft := of_the_way_back(scene):
        return soft
    today = today_in(scene)
    if today is not None and today.routine:
        return today.routine
    if scene.person.tailoring.unknown and (anybodys := for_everybody(scene)):
        return anybodys
    return OWN if scene.person.tailoring.own else suiting(scene, for_today(scene))


def theirs(scene: Scene, routine: str) -> str:
    """Their own routine for somebody who asks for the default one, unless their programme has it for today."""
    usual = routine != usual_routine(scene) or not scene.person.tailoring.own or week_for(scene, routine)
    return routine if usual else OWN
