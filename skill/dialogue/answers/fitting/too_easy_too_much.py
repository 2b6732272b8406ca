"""Answers "that was easy" and "that was too much": raises the dose for the next time, or lowers it at once."""

from skill.dialogue.answers.fitting.easier_form import in_its_form, usual_form
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import refitted
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import ThisStretch, just_done
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.fitting import has_easier
from skill.tailoring.fits.growing import eased, grown, may_grow


def too_easy(scene: Scene) -> Outcome:
    """Raises the dose by one change from the next day on, once a week at most; the easier form becomes the usual."""
    this = just_done(scene, kept_practice(scene))
    if this is None:
        return ask(scene, [scene.wording.say("growing.which")], open_question(scene))
    today = scene.day(scene.turn.epoch).toordinal()
    if this.fit.easier:
        return usual_form(scene) if scene.inside else tell(scene, scene.wording.say("growing.gentle"))
    if not may_grow(this.fit, today):
        return tell(scene, scene.wording.say("growing.soon"))
    fit = grown(this.fit, this.reach, today)
    return tell(refitted(scene, fit), _grown_words(scene, replace(this, fit=fit.on(today + 1))))


def too_much(scene: Scene) -> Outcome:
    """Lowers the dose at once, and changes to the easier form; two steps of the dose if that is so already."""
    practice = kept_practice(scene)
    this = just_done(scene, practice)
    if this is None:
        return ask(scene, [scene.wording.say("easing.which")], open_question(scene))
    fit = _eased(this, scene.day(scene.turn.epoch).toordinal())
    changed = refitted(scene, fit)
    less = replace(this, fit=fit)
    if practice is None or not scene.inside:
        return tell(changed, _eased_words(scene, this, less))
    here = changed.practice or practice
    if less.now == this.now and this.easier:
        return tell(changed, scene.wording.say("easing.lowest"))
    return in_its_form(changed, here, scene.wording.say("easing.half"))


def _eased(this: ThisStretch, today: int) -> Fit:
    gentler = not this.easier and has_easier(this.stretch)
    fit = eased(this.fit, this.reach, today, steps=1 if gentler else 2)
    return replace(fit, easier=True) if gentler else fit


def _eased_words(scene: Scene, before: ThisStretch, after: ThisStretch) -> str:
    if before.now == after.now and before.easier == after.easier:
        return scene.wording.say("easing.lowest")
    key = "easing.next" if after.easier else "easing.less"
    return scene.wording.say(key, name=scene.name_of(after.stretch.slug), length=after.length(scene))


def _grown_words(scene: Scene, after: ThisStretch) -> str:
    """The words on the dose from the next time on."""
    before = replace(after, fit=scene.person.tailoring.fit_of(after.stretch.slug))
    name = scene.name_of(after.stretch.slug)
    if after.now == before.now:
        return scene.wording.say("growing.enough", name=name)
    if after.now.repetitions > before.now.repetitions:
        return scene.wording.say("growing.times", name=name, times=scene.wording.count("time", after.now.repetitions))
    return scene.wording.say("growing.longer", name=name, length=after.length(scene))
