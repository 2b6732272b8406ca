"""Sends the steps in writing, as a card in the Alexa app; no other answer sends cards."""

from skill.dialogue.answers.replying.in_full import description
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.answers.replying.which_one import meant, which
from skill.dialogue.memory.subject import Offer
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.completeness import led
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Card
from skill.replaced import replace


def send_steps(scene: Scene) -> Outcome:
    """Said "send me the steps": sends those of a stretch that is named or under way; else a routine's stretches."""
    named, routine = meant(scene, "stretch", scene.library.stretches), meant(scene, "routine", scene.library.routines)
    if (named.said and len(named.ids) != 1) or len(routine.ids) > 1:
        return which(scene, *((named, scene.library.stretches) if named.said else (routine, scene.library.routines)))
    # Only Alexa has an app; the page and the terminal show the card themselves.
    wording, in_an_app = scene.wording, scene.turn.speaker is not None
    if stretch := _stretch(scene):
        name = scene.name_of(stretch)
        words = wording.say("sent.stretch", name=name) if in_an_app else wording.say("sent.stretch-here", name=name)
        return _with_card(scene, words, _steps(scene, stretch))
    slug = _routine(scene)
    name = scene.name_of(slug)
    words = wording.say("sent.routine", name=name) if in_an_app else wording.say("sent.routine-here", name=name)
    return _with_card(scene, words, _list(scene, slug))


def _stretch(scene: Scene) -> str:
    """The stretch that was named, or is led here; empty if a routine was named, or there is none."""
    named = meant(scene, "stretch", scene.library.stretches)
    if named.ids or meant(scene, "routine", scene.library.routines).ids:
        return named.ids[0] if named.ids else ""
    practice = scene.practice
    return scene.stretch_at(practice).slug if practice is not None and scene.here else ""


def _routine(scene: Scene) -> str:
    """The routine that was named, is on offer or unfinished; else the softest one."""
    named, offer, practice = meant(scene, "routine", scene.library.routines), scene.about(Offer), kept_practice(scene)
    at_hand = (*named.ids, offer.routine if offer else "", practice.routine if practice else "")
    return next((slug for slug in at_hand if slug in scene.library.routines), scene.library.tags.softest)


def _with_card(scene: Scene, words: str, card: Card) -> Outcome:
    told = tell_staying(scene, words)
    return replace(told, reply=replace(told.reply, card=card))


def _steps(scene: Scene, slug: str) -> Card:
    """A card with how the stretch is done, one sentence a line."""
    return Card(_capital(scene.name_of(slug)), "\n".join(description(scene, scene.library.stretch(slug))))


def _list(scene: Scene, slug: str) -> Card:
    """A card with the routine's stretches as led to this person, each once."""
    routine = led(scene, slug) or scene.library.routine(slug)
    names = dict.fromkeys(scene.name_of(step.stretch) for step in routine.steps)
    return Card(_capital(scene.name_of(slug)), "\n".join(map(_capital, names)))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
