"""Changes a stretch to its easier form, or back to the usual one: at once, and stored for this stretch."""

from skill.dialogue.answers.fitting.hold_length import which_stretch
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.launch import opened
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.memory.question import Ask
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import refitted
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import what_it_was_in
from skill.dialogue.scene.this_stretch import under_way
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.fitting import has_easier
from skill.tailoring.fits.way_back import WayBack


def easier_form(scene: Scene) -> Outcome:
    """Goes on in the easier form; for a stretch that has just hurt, only the next time."""
    hurt = _hurt_just_now(scene)
    return _easier_tomorrow(scene, hurt) if hurt else _easier_now(scene)


@kept_practice_or(which_stretch)
def _easier_now(scene: Scene, practice: Practice) -> Outcome:
    """Goes on in the easier form at once; without one, tells what else would make it easier."""
    subject = under_way(scene, practice)
    if subject.easier or not has_easier(subject.stretch):
        return tell(scene, scene.wording.say("form.gentlest" if subject.easier else "form.none"))
    changed = refitted(scene, replace(subject.fit, easier=True))
    return in_its_form(changed, practice, scene.wording.say("form.easier"))


def _hurt_just_now(scene: Scene) -> str:
    """The stretch that they have just left because it hurt, if the conversation is about that; else empty."""
    rests = scene.person.tailoring.resting
    if rests and scene.asks(Ask.SETTLED, Ask.FINISH):
        return rests[-1]
    practice = kept_practice(scene)
    last = what_it_was_in(scene, practice) if practice and scene.waiting else ""
    return last if last in rests else ""


def _easier_tomorrow(scene: Scene, slug: str) -> Outcome:
    """Stores the easier form, if there is one, for after the rest; today it does not come in any form."""
    stretch, name = scene.library.stretch(slug), scene.name_of(slug)
    if not has_easier(stretch):
        return tell(scene, scene.wording.say("form.shorter-tomorrow", name=name))
    fit = replace(scene.person.tailoring.fit_of(slug), easier=True)
    tailoring = scene.person.tailoring.with_fit(fit)
    there = replace(scene, person=replace(scene.person, tailoring=tailoring))
    return tell(there, scene.wording.say("form.easier-tomorrow", name=name))


def usual_form(scene: Scene) -> Outcome:
    """Goes back to the usual form and at least the usual dose; with nothing led, may end the way back instead."""
    on_the_way_back = not scene.here and scene.person.tailoring.way_back.today
    return _as_usual_again(scene) if on_the_way_back else _as_usual_here(scene)


@kept_practice_or(which_stretch)
def _as_usual_here(scene: Scene, practice: Practice) -> Outcome:
    subject = under_way(scene, practice)
    fit = subject.fit
    usual = replace(fit, easier=False, hold=max(fit.hold, 0), repetitions=max(fit.repetitions, 0))
    if usual == fit:
        return tell(scene, scene.wording.say("form.same"))
    return in_its_form(refitted(scene, usual), practice, scene.wording.say("form.usual"))


def _as_usual_again(scene: Scene) -> Outcome:
    """Ends the way back after a very bad day, and goes on as a launch does."""
    tailoring = replace(scene.person.tailoring, way_back=WayBack())
    there = replace(scene, person=replace(scene.person, tailoring=tailoring))
    return opened(there, scene.wording.say("flare.as-usual"))


def in_its_form(scene: Scene, practice: Practice, *words: str) -> Outcome:
    """Say these words, and go on with the stretch told in full; if they are not being led, tell only its way in."""
    unit = scene.unit_at(practice, practice.place)
    if scene.guiding and not scene.waiting:
        return go_on(scene, Opening(words, explained=unit.stretch.slug))
    telling = scene.telling()
    cues = (telling.with_side(cue, unit.place.side) for cue in telling.words_of(unit.stretch).enter)
    return tell(scene, *words, *cues)
