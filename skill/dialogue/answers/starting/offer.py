"""A routine offered: begun at a yes, and while another is under way only after asking to leave that."""

from collections.abc import Iterable

from skill.dialogue.answers.replying.open_question import nothing_under_way, open_question
from skill.dialogue.answers.starting.begin import spoken_name
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.offers.demands import for_everybody
from skill.dialogue.offers.suitability import calm, led, minutes_of, offer_for, share_left
from skill.dialogue.scene.scene import Outcome, Scene


def offered(scene: Scene, words: Iterable[str], name: str, question: str = "") -> Outcome:
    """These words, and then whether to begin with the routine of this name."""
    if scene.guiding:
        leave = scene.wording.say("ask.switch", name=spoken_name(scene, name))
        return ask(scene, words, Asked("switch", leave, (name,)))
    return ask(scene, words, Asked("begin", question or scene.wording.say("question.begin-it"), (name,)))


def offered_with_minutes(scene: Scene, slug: str, words: Iterable[str] = ()) -> Outcome:
    """These words, the routine's name and minutes, and what somebody should know before they say yes."""
    told = scene.wording.say("finding.it-is", name=scene.name_of(slug), minutes=minutes_of(scene, slug))
    routine = led(scene, slug)
    warned = [] if routine is None or calm(scene, routine) else [scene.wording.say("finding.strong")]
    partly = [scene.wording.say("finding.partly")] if share_left(scene, slug) < 1 else []
    return offered(scene, [*words, told, *partly, *warned], slug)


def offer_again(scene: Scene) -> Outcome:
    """The routine on offer with its minutes, for whoever asks how long it is; with none, nothing is under way."""
    slug = on_offer(scene)
    return offered_with_minutes(scene, slug) if slug else nothing_under_way(scene)


def on_offer(scene: Scene) -> str:
    """The routine of the library that is on offer; empty when none is."""
    asked = scene.person.asked
    if asked is None or asked.kind != "begin" or scene.turn.opens:
        return ""
    return asked.about[0] if asked.about[0] in scene.library.routines else ""


def offered_to_anybody(scene: Scene) -> Outcome:
    """What asks for nothing that somebody may not be able to do; where all asks for something, what they would like."""
    name = for_everybody(scene)
    if not name:
        return ask(scene, [], open_question(scene))
    return offered(scene, [], name, scene.wording.say("launch.offer", name=spoken_name(scene, name)))


def nearest_offered(scene: Scene, words: str) -> Outcome:
    """These words, and then the routine that suits this person best, by its name."""
    offer = offer_for(scene)
    if offer is None:
        return ask(scene, [words], open_question(scene))
    return offered(scene, [words], offer, scene.wording.say("launch.offer", name=scene.name_of(offer)))
