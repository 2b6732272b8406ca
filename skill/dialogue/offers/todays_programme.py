"""The programme that somebody follows, what it has for today, and what people mean who name no routine."""

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
    """The programme that the person follows; None without one, or where the content has it no more."""
    return scene.library.programmes.get(scene.person.following.programme)


def today_in(scene: Scene) -> Today | None:
    """What the programme has for today, with a routine that this person can do; None without a programme."""
    programme = followed(scene)
    if programme is None:
        return None
    today = today_of(programme, scene.person.following, scene.day(scene.turn.epoch).toordinal())
    return replace(today, routine=possible(scene, today.routine)) if today.routine else today


def possible(scene: Scene, routine: str) -> str:
    """This routine; the one that suits best if less than half of this one is left for this person."""
    return routine if enough_left(scene, routine) else suiting(scene, routine)


def of_the_way_back(scene: Scene) -> str:
    """Today's routine on the way back after a very bad day; empty without a way back, or on its last day."""
    way_back, tags = scene.person.tailoring.way_back, scene.library.tags
    if not (way_back.rests or way_back.softest):
        return ""
    return possible(scene, tags.resting if way_back.rests else tags.softest)


def waiting_words(scene: Scene) -> str:
    """The sentence that the programme waits while they do something else today; empty without a programme."""
    programme = followed(scene)
    called = programme.words[scene.wording.language].called if programme else ""
    return scene.wording.say("pain.programme-waits", name=called) if called else ""


def week_for(scene: Scene, routine: str) -> int:
    """The week of the programme if this is its routine for today, else nought."""
    today = today_in(scene)
    return today.week if today and today.routine == routine else 0


def preferred(scene: Scene) -> str:
    """The routine that the way back or the programme has for today, else their own one, else one that suits them."""
    if soft := of_the_way_back(scene):
        return soft
    today = today_in(scene)
    if today is not None and today.routine:
        return today.routine
    if scene.person.tailoring.unknown and (anybodys := for_everybody(scene)):
        return anybodys
    return OWN if scene.person.tailoring.own else suiting(scene, for_today(scene))


def theirs(scene: Scene, routine: str) -> str:
    """Their own routine in place of the usual one, unless the programme has the usual one for today."""
    usual = routine != usual_routine(scene) or not scene.person.tailoring.own or week_for(scene, routine)
    return routine if usual else OWN
