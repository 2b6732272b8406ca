"""Asks back about names that are missing, unknown or ambiguous, with the nearest two."""

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from functools import wraps
from typing import Concatenate, Literal, ParamSpec

from skill.content.model import Routine, Stretch
from skill.dialogue.answers.replying.near_by import near_by
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneOf, OneStretch
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Answer, Scene
from skill.ports.turn import Slot

More = ParamSpec("More")
OfOne = Callable[Concatenate[Scene, str, More], Outcome]
Known = Mapping[str, Stretch] | Mapping[str, Routine]

_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}
_ROUTINE = ("routine", "StartRoutineIntent")


def place_said(scene: Scene) -> int:
    """The index of the one that was chosen by its place; -1 for the last, and one beyond all if none was said."""
    ids = scene.turn.slot("choice").ids
    return _PLACES.get(ids[0], 0) if ids else len(_PLACES)


def places_said(scene: Scene) -> tuple[int, ...]:
    """The indexes of several: "the first and the third"."""
    return tuple(_PLACES[one] for one in scene.turn.slot("choice").ids if one in _PLACES)


def meant(scene: Scene, name: str, among: Known) -> Slot:
    """The slot of that name, with the ids that exist here: Alexa's model may be newer or older than the content.

    Of several ids it has the nearest.
    """
    slot = scene.turn.slot(name)
    known = tuple(slug for slug in slot.ids if slug in among)
    return Slot(slot.said, near_by(scene, known) if len(known) > 1 else known)


def which(scene: Scene, slot: Slot, among: Known) -> Outcome:
    """Asks which one is meant: of those that the name may mean, or the two that sound most like it."""
    if not slot.said and not slot.ids:
        return ask(scene, [], Question(Ask.WISH, words=scene.wording.say("ask.which-name")))
    found = slot.ids[:2] or _like(scene, slot.said, among)
    names = scene.wording.listing([scene.name_of(slug) for slug in found], "or")
    key = "ask.which-of" if slot.ids else "ask.did-you-mean"
    return ask(scene, [], Question(Ask.WHICH, _one_of(scene, found), words=scene.wording.say(key, names=names)))


def stretch_spoken_of(scene: Scene) -> str:
    """The stretch that was just described and is on offer, so that more questions mean it; empty without one."""
    told = scene.about(OneStretch) if scene.asks(Ask.TRY) else None
    return told.stretch if told and told.stretch in scene.library.stretches else ""


def of_stretch_spoken_of(answer: OfOne[[]], otherwise: Answer) -> Answer:
    """An answer about the stretch that was just described; without one, `otherwise` answers."""

    @wraps(otherwise)
    def answered(scene: Scene, /) -> Outcome:
        spoken_of = stretch_spoken_of(scene)
        return answer(scene, spoken_of) if spoken_of else otherwise(scene)

    return answered


def of_one(
    named: Literal["stretch", "routine"], likely: Callable[[Scene], Known] | None = None, unnamed: Answer | None = None
) -> Callable[[OfOne[More]], Callable[Concatenate[Scene, More], Outcome]]:
    """Decorates an answer about one stretch or routine: passes in its slug, or asks back about the name.

    An unknown name is compared with the `likely` ones, if there are any. Without a name it is the stretch that was just
    described, or else `unnamed` answers, if it is given.
    """

    def of_any(answer: OfOne[More]) -> Callable[Concatenate[Scene, More], Outcome]:
        @wraps(answer)
        def answered(scene: Scene, /, *more: More.args, **by_name: More.kwargs) -> Outcome:
            known: Known = scene.library.stretches if named == "stretch" else scene.library.routines
            slot = meant(scene, named, known)
            if unnamed is not None and not slot.said and not slot.ids:
                spoken_of = stretch_spoken_of(scene) if named == "stretch" else ""
                return answer(scene, spoken_of, *more, **by_name) if spoken_of else unnamed(scene)
            if len(slot.ids) == 1:
                return answer(scene, slot.ids[0], *more, **by_name)
            return which(scene, slot, (likely(scene) if likely else known) or known)

        return answered

    return of_any


of_one_stretch = of_one("stretch")
of_one_routine = of_one("routine")


def _one_of(scene: Scene, names: tuple[str, ...]) -> OneOf:
    """The choice of these names, for the wish that was made, or to begin one if the wish had no such slot."""
    slot, begun = ("stretch", "StartStretchIntent") if names[0] in scene.library.stretches else _ROUTINE
    return OneOf(names, scene.turn.intent if slot in scene.turn.slots else begun, slot)


def _like(scene: Scene, said: str, among: Known) -> tuple[str, ...]:
    language = scene.wording.language
    names = {slug: (thing.words[language].name, *thing.words[language].also) for slug, thing in among.items()}
    return nearest(said, names)


def nearest(said: str, names: Mapping[str, Iterable[str]], count: int = 2) -> tuple[str, ...]:
    """The `count` slugs with the names most like what was said, the best first; `names` has every name of a slug."""
    likeness = {
        slug: max((_likeness(said.lower(), name.lower()) for name in known), default=0.0)
        for slug, known in names.items()
    }
    return tuple(sorted(likeness, key=lambda slug: (-likeness[slug], slug))[:count])


def _likeness(said: str, name: str) -> float:
    """Likeness from 0 to 2: the share of letters in common plus the share of words."""
    words, known = set(said.split()), set(name.split())
    shared = len(words & known) / len(words | known) if words else 0.0
    return SequenceMatcher(None, said, name, autojunk=False).ratio() + shared
