"""Makes a hold longer, shorter, or so many seconds, within the reach of its stretch, and stores that."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.enough_today import enough_words
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.answers.replying.which_one import of_stretch_spoken_of
from skill.dialogue.answers.starting.offer import offer_again
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.daily_room import has_room
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import refitted
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import ThisStretch, on_its_own, under_way
from skill.ports.slot_values import seconds_of
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.growing import moved
from skill.tailoring.fits.reach import step_seconds, unit_seconds

_FAR_TOO_LONG_SECONDS = 300
"""A longer wish was misheard, or is not meant: nothing changes."""


def which_stretch(scene: Scene) -> Outcome:
    """Asks which stretch is meant, with none under way."""
    return ask(
        scene, [scene.wording.say("fit.which")], Question(Ask.WISH, words=scene.wording.say("question.which-one"))
    )


@kept_practice_or(which_stretch)
def hold_longer(scene: Scene, practice: Practice) -> Outcome:
    """Makes the hold one step longer, from this one or the next one on."""
    return _by_a_step(scene, practice, 1)


@kept_practice_or(which_stretch)
def hold_shorter(scene: Scene, practice: Practice) -> Outcome:
    """Makes the hold one step shorter, from this one or the next one on."""
    return _by_a_step(scene, practice, -1)


@kept_practice_or(which_stretch)
def hold_for(scene: Scene, practice: Practice) -> Outcome:
    """Makes the hold as long as was said, as near as the stretch allows."""
    this = under_way(scene, practice)
    seconds = seconds_of(scene.turn.slot("duration"))
    if seconds is None:
        return tell(scene, scene.wording.say("fit.how-long"))
    wanted = scene.person.tailoring.manner.usual_seconds(this.stretch, seconds)
    if 0 < wanted <= _FAR_TOO_LONG_SECONDS:
        return _held(scene, this, wanted)
    key, end = ("no-time", this.reach.shortest) if wanted <= 0 else ("far-too-long", this.longest)
    return tell(scene, scene.wording.say(f"fit.{key}", length=this.in_words(scene, end)))


def _length_of(scene: Scene, this: ThisStretch) -> Outcome:
    name = scene.name_of(this.stretch.slug)
    return tell_staying(scene, scene.wording.say("fit.each", name=name, length=this.length(scene)))


def _held_on_its_own(scene: Scene, stretch: str) -> Outcome:
    return _length_of(scene, on_its_own(scene, stretch))


@kept_practice_or(offer_again)
def _held_here(scene: Scene, practice: Practice) -> Outcome:
    """Tells the length of the holds of the stretch under way, and in a hold what is left of it."""
    return _length_of(scene, under_way(scene, practice))


how_long_held = of_stretch_spoken_of(_held_on_its_own, _held_here)
"""Said "how long do I hold this": tells the length of the holds of the stretch just described, or under way."""


def _by_a_step(scene: Scene, practice: Practice, steps: int) -> Outcome:
    this = under_way(scene, practice)
    seconds = this.hold_seconds
    return _held(scene, this, seconds + steps * step_seconds(this.stretch, seconds))


def _held(scene: Scene, this: ThisStretch, wanted: int) -> Outcome:
    """Stores the length as near to `wanted` (seconds) as the stretch allows, tells it, and goes on.

    No hold gets longer than the day has room for.
    """
    if wanted > this.hold_seconds and not has_room(scene, this.stretch, wanted):
        return tell(scene, enough_words(scene, this.stretch.slug))
    longest = max(this.now.hold_seconds, this.longest) if wanted > this.longest else wanted
    fit = moved(this.fit, this.reach, longest)
    fitting = replace(this, fit=fit)
    end = _end(fitting, wanted)
    same = "stays-" if end and fitting.now == this.now else ""
    key = f"fit.{same}{end or ('now' if scene.inside else 'next')}"
    name = scene.name_of(this.stretch.slug)
    return tell(refitted(scene, fit), scene.wording.say(key, name=name, length=fitting.length(scene)))


def _end(fitting: ThisStretch, wanted: int) -> str:
    """The end of its reach that kept a hold from the length wanted, "longest" or "shortest"; empty if none did."""
    beyond = wanted - fitting.hold_seconds
    if abs(beyond) < unit_seconds(fitting.stretch):
        return ""
    return "longest" if beyond > 0 else "shortest"
