"""Describes a routine: its stretches, how long it takes this person, and where; then offers to begin it."""

from skill.content.model import Routine
from skill.dialogue.answers.replying.telling import tell_at_length
from skill.dialogue.answers.replying.which_one import of_one, of_one_routine, which
from skill.dialogue.answers.starting.begin import begin_unless_guiding, nothing_left
from skill.dialogue.answers.starting.offer import offered
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.announcement import before_words
from skill.dialogue.offers.duration import seconds_left
from skill.dialogue.offers.suitability import minutes_of
from skill.dialogue.scene.completeness import led
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def _at_hand(scene: Scene) -> Outcome:
    """Said "what is in this routine": describes the one under way, or on offer."""
    offer = scene.about(Offer)
    slug = scene.practice.routine if scene.practice is not None else offer.routine if offer else ""
    if slug in scene.library.routines:
        return tell_of(scene, slug)
    return which(scene, scene.turn.slot("routine"), scene.library.routines)


@of_one("routine", unnamed=_at_hand)
def describe(scene: Scene, routine: str) -> Outcome:
    """Said "what is in the hips routine": describes it."""
    return tell_of(scene, routine)


def tell_of(scene: Scene, slug: str) -> Outcome:
    """Tells its minutes, the names of its stretches, what is left out for this person, and where it takes place."""
    routine = led(scene, slug)
    if routine is None:
        return nothing_left(scene, scene.name_of(slug))
    told = routine.words[scene.wording.language]
    minutes = _left(scene, slug) or minutes_of(scene, slug)
    words = (
        scene.wording.say("finding.it-is", name=told.spoken, minutes=minutes),
        *_stretches(scene, routine),
        *before_words(scene, routine),
    )
    if scene.guiding:
        return tell_at_length(scene, *words)
    return offered(scene, words, slug)


def _left(scene: Scene, slug: str) -> str:
    """The words on the minutes that are left, if this routine is under way; else empty."""
    practice = scene.practice
    if not (scene.guiding or scene.waiting) or practice is None or practice.routine != slug:
        return ""
    return scene.wording.say("finding.to-go", minutes=scene.wording.minutes(seconds_left(scene, practice)))


def _stretches(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """The words on the stretches as led to this person, and on those of the library's routine that are left out."""
    here = _names(scene, routine)
    out = [name for name in _names(scene, scene.library.routine(routine.slug)) if name not in here]
    count = scene.wording.count("stretch", len(here))
    without = scene.wording.say("finding.without", names=scene.wording.listing(out)) if out else ""
    return (scene.wording.say("finding.in-it", count=count, names=scene.wording.listing(here)), without)


def _names(scene: Scene, routine: Routine) -> list[str]:
    """The names of its stretches, each once."""
    return list(dict.fromkeys(scene.name_of(step.stretch) for step in routine.steps))


@of_one_routine
def start_usual(scene: Scene, routine: str) -> Outcome:
    """Said "start the usual lower back routine": begins the library's, even if they have their own."""
    return begin_unless_guiding(scene, routine)
