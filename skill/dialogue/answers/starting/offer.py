"""Offers a routine, which begins with "yes"; while another is under way, asks whether to leave that for it."""

from collections.abc import Iterable

from skill.dialogue.answers.replying.open_question import nothing_under_way, open_question
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, OneOf
from skill.dialogue.offers.demands import for_everybody
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.offers.suitability import calm, minutes_of, offer_for
from skill.dialogue.scene.completeness import led, share_left
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def offered(scene: Scene, words: Iterable[str], name: str) -> Outcome:
    """Says these words, which name the routine, and asks whether to begin with it."""
    begin = Question(Ask.BEGIN, Offer(name), words=scene.wording.say("question.begin-it"))
    return offered_by_name(scene, words, name) if scene.guiding else ask(scene, words, begin)


def offered_by_name(scene: Scene, words: Iterable[str], name: str) -> Outcome:
    """Says these words, and asks by its name whether to begin with the routine."""
    return ask(scene, words, Question(Ask.SWITCH if scene.guiding else Ask.BEGIN, Offer(name)))


def offered_with_minutes(scene: Scene, slug: str, words: Iterable[str] = ()) -> Outcome:
    """Offers the routine with its name, its minutes, and what they should know before they say "yes"."""
    told = scene.wording.say("finding.it-is", name=scene.name_of(slug), minutes=minutes_of(scene, slug))
    routine = led(scene, slug)
    warned = [] if routine is None or calm(scene, routine) else [scene.wording.say("finding.strong")]
    partly = [scene.wording.say("finding.partly")] if share_left(scene, slug) < 1 else []
    return offered(scene, [*words, told, *partly, *warned], slug)


def offer_again(scene: Scene) -> Outcome:
    """Offers the routine on offer again, with its minutes; if none is, says that nothing is under way."""
    slug = on_offer(scene)
    return offered_with_minutes(scene, slug) if slug else nothing_under_way(scene)


def all_offered_again(scene: Scene) -> Outcome | None:
    """Tells the minutes of every routine or programme in the open choice, and asks again; None without a choice."""
    subject = scene.about(OneOf)
    lasts = [_lasts(scene, name) for name in subject.names] if subject and scene.asks(Ask.WHICH) else []
    return ask(scene, lasts, open_question(scene)) if lasts and all(lasts) else None


def _lasts(scene: Scene, name: str) -> str:
    """A sentence on how long this routine takes, or the days of this programme; empty for anything else."""
    if led(scene, name):
        return scene.wording.say("finding.it-is", name=scene.name_of(name), minutes=minutes_of(scene, name))
    programme = scene.library.programmes.get(name)
    days = {day for day in programme.days if led(scene, day)} if programme else set()
    if programme is None or not days:
        return ""
    seconds = sorted(seconds_from_now(scene, day, routine) for day in days if (routine := led(scene, day)))
    shortest, longest = (scene.wording.minutes(one) for one in (seconds[0], seconds[-1]))
    called = programme.words[scene.wording.language].called
    return scene.wording.say("programme.minutes", name=called, shortest=shortest, longest=longest)


def on_offer(scene: Scene) -> str:
    """The slug of the library's routine that is on offer; empty if none is."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    return offer.routine if offer and offer.routine in scene.library.routines else ""


def offered_to_anybody(scene: Scene) -> Outcome:
    """Offers a routine that everybody can do; if there is none, asks what they would like."""
    name = for_everybody(scene)
    return offered_by_name(scene, [], name) if name else ask(scene, [], open_question(scene))


def nearest_offered(scene: Scene, words: str) -> Outcome:
    """Says these words, and offers the routine that suits this person best, by its name."""
    offer = offer_for(scene)
    if offer is None:
        return ask(scene, [words], open_question(scene))
    return offered_by_name(scene, [words], offer)
