"""Names that are missing, unknown or ambiguous: asked back with the nearest two."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from skill.content.model import Routine, Stretch
from skill.dialogue.answers.replying.question_words import KINDS
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.scene.scene import Outcome, Scene
from skill.ports.turn import Slot


def meant(scene: Scene, name: str, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> Slot:
    """The slot of that name with the ids that are known here: a model may be newer or older than the content."""
    slot = scene.turn.slot(name)
    return Slot(slot.said, tuple(slug for slug in slot.ids if slug in among))


def which(scene: Scene, slot: Slot, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> Outcome:
    """Ask which one is meant: those that the name may mean, or the two that sound most like it."""
    if not slot.said and not slot.ids:
        return ask(scene, [], Asked("wish", scene.wording.say("ask.which-name")))
    found = slot.ids[:2] or _like(scene, slot.said, among)
    names = scene.wording.listing([scene.name_of(slug) for slug in found], "or")
    key = "ask.which-of" if slot.ids else "ask.did-you-mean"
    kind = "which-stretch" if found[0] in scene.library.stretches else "which-routine"
    kind = KINDS.get(scene.turn.intent, kind)
    return ask(scene, [], Asked(kind, scene.wording.say(key, names=names), found))


def _like(scene: Scene, said: str, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> tuple[str, ...]:
    language = scene.wording.language
    names = {slug: (thing.words[language].name, *thing.words[language].also) for slug, thing in among.items()}
    return nearest(said, names)


def nearest(said: str, names: Mapping[str, Iterable[str]], count: int = 2) -> tuple[str, ...]:
    """The slugs whose names are most like what was said, the likest first; `names` has every name of each slug."""
    likeness = {
        slug: max((_likeness(said.lower(), name.lower()) for name in known), default=0.0)
        for slug, known in names.items()
    }
    return tuple(sorted(likeness, key=lambda slug: (-likeness[slug], slug))[:count])


def _likeness(said: str, name: str) -> float:
    """From nought to two: the share of letters in common, and the share of words."""
    words, known = set(said.split()), set(name.split())
    shared = len(words & known) / len(words | known) if words else 0.0
    return SequenceMatcher(None, said, name, autojunk=False).ratio() + shared
