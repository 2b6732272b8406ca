"""Names that are missing, unknown or ambiguous: asked back with the nearest two."""

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from functools import wraps

from skill.content.model import Routine, Stretch
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneOf
from skill.dialogue.scene.scene import Answer, Outcome, Scene
from skill.ports.turn import Slot

OfOne = Callable[[Scene, str], Outcome]

_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}
_ROUTINE = ("routine", "StartRoutineIntent")


def place_said(scene: Scene) -> int:
    """Which one was said by its place, from nought; the last is the one before the first, and none beyond them all."""
    ids = scene.turn.slot("choice").ids
    return _PLACES.get(ids[0], 0) if ids else len(_PLACES)


def meant(scene: Scene, name: str, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> Slot:
    """The slot of that name with the ids that are known here: a model may be newer or older than the content."""
    slot = scene.turn.slot(name)
    return Slot(slot.said, tuple(slug for slug in slot.ids if slug in among))


def which(scene: Scene, slot: Slot, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> Outcome:
    """Ask which one is meant: those that the name may mean, or the two that sound most like it."""
    if not slot.said and not slot.ids:
        return ask(scene, [], Question(Ask.WISH, words=scene.wording.say("ask.which-name")))
    found = slot.ids[:2] or _like(scene, slot.said, among)
    names = scene.wording.listing([scene.name_of(slug) for slug in found], "or")
    key = "ask.which-of" if slot.ids else "ask.did-you-mean"
    return ask(scene, [], Question(Ask.WHICH, _one_of(scene, found), words=scene.wording.say(key, names=names)))


def of_one_stretch(answer: OfOne) -> Answer:
    """The answer about the stretch that was named, as one for every name: unknown or ambiguous ones are asked back."""

    @wraps(answer)
    def answered(scene: Scene) -> Outcome:
        slot = meant(scene, "stretch", scene.library.stretches)
        return answer(scene, slot.ids[0]) if len(slot.ids) == 1 else which(scene, slot, scene.library.stretches)

    return answered


def of_one_routine(answer: OfOne) -> Answer:
    """The answer about the routine that was named, as one for every name: unknown or ambiguous ones are asked back."""

    @wraps(answer)
    def answered(scene: Scene) -> Outcome:
        slot = meant(scene, "routine", scene.library.routines)
        return answer(scene, slot.ids[0]) if len(slot.ids) == 1 else which(scene, slot, scene.library.routines)

    return answered


def _one_of(scene: Scene, names: tuple[str, ...]) -> OneOf:
    """These names, for the wish that was made; for one that named nothing, to be begun."""
    slot, begun = ("stretch", "StartStretchIntent") if names[0] in scene.library.stretches else _ROUTINE
    return OneOf(names, scene.turn.intent if slot in scene.turn.slots else begun, slot)


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
