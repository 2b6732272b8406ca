"""Offers a routine for where somebody is, or a choice of two; makes one if none of the library suits them there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skill.content.model import Posture, Routine
from skill.dialogue.answers.starting.offer import nearest_offered, offered, offered_with_minutes
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, OneOf
from skill.dialogue.offers.made_to_fit import fitted_name, made_to_fit
from skill.dialogue.offers.suitability import calm, commonness, minutes_of, whole
from skill.dialogue.scene.local import evening
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene

_POSTURES: Mapping[str, frozenset[Posture]] = {
    "chair": frozenset({Posture.CHAIR}),
    "bed": frozenset({Posture.BED}),
    "standing": frozenset({Posture.STANDING}),
    "floor": frozenset({Posture.BACK, Posture.ALL_FOURS, Posture.FRONT, Posture.FLOOR_SEAT}),
}
"""The postures that are possible in each setting."""

_MADE_SECONDS = 6 * 60
"""The length of a routine that is made for a setting."""

_CHOICES = 2


def by_setting(scene: Scene) -> Outcome:
    """Said "something on a chair": offers what suits them there."""
    settings = [setting for setting in scene.turn.slot("setting").ids if setting in _POSTURES]
    if not settings:
        return ask(scene, [], Question(Ask.WISH, words=scene.wording.say("finding.which-setting")))
    found = list(_there(scene, settings[0]))[:_CHOICES]
    if not found:
        return _made_there(scene, settings[0])
    if len(found) == 1 or scene.guiding or scene.there:
        return offered_with_minutes(scene, found[0].slug)
    return _one_of_two(scene, found)


def one_of_settings(scene: Scene, settings: Iterable[str], *words: str) -> Outcome | None:
    """Offers the first routine of each of these settings as a choice; None if nothing suits there, or while guiding."""
    first = {one: next(_there(scene, one), None) for one in settings}
    found = {one: routine.slug for one, routine in first.items() if routine}
    if not found or scene.guiding:
        return None
    told = [*words, *(_there_in_words(scene, one, slug) for one, slug in found.items())]
    return _which_one(scene, told, tuple(found.values())) if len(found) > 1 else offered(scene, told, *found.values())


def _there_in_words(scene: Scene, setting: str, slug: str) -> str:
    return scene.wording.say(f"finding.where.{setting}", name=scene.name_of(slug), minutes=minutes_of(scene, slug))


def those_there(scene: Scene, names: Iterable[str]) -> tuple[str, ...]:
    """Those of these routines and stretches that are wholly done in the setting that was said."""
    said = [setting for setting in scene.turn.slot("setting").ids if setting in _POSTURES]
    return tuple(name for name in names if any(_takes_place_there(scene, name, one) for one in said))


def _takes_place_there(scene: Scene, name: str, setting: str) -> bool:
    routine, stretch = scene.library.routines.get(name), scene.library.stretches.get(name)
    if stretch is not None:
        return stretch.posture in _POSTURES[setting]
    return routine is not None and _takes_place(scene, routine, setting)


def setting_asked_about(scene: Scene) -> str:
    """The setting of all routines that the open question offers; empty for the floor, which is the usual one."""
    names = _on_offer(scene)
    return next((one for one in _POSTURES if names and all(_is_there(scene, name, one) for name in names)), "")


def _on_offer(scene: Scene) -> tuple[str, ...]:
    """The routines that an answer to the open question may begin."""
    offer, several = scene.about(Offer), scene.about(OneOf)
    if offer is not None and scene.asks(Ask.BEGIN, Ask.SWITCH):
        return (offer.routine,)
    return several.names if several and several.slot == "routine" else ()


def _is_there(scene: Scene, name: str, setting: str) -> bool:
    """Whether this routine, or this name of a made one, is for this setting, and that is not the floor."""
    routine = scene.library.routines.get(name)
    there = name.endswith(f"/{setting}") if routine is None else _takes_place(scene, routine, setting)
    return there and setting != "floor"


def _there(scene: Scene, setting: str) -> Iterator[Routine]:
    """The library's routines that are wholly done there, the best first; in the evening those for sleeping first."""
    suiting = [routine for routine in whole(scene) if _takes_place(scene, routine, setting)]
    gentle = [routine for routine in suiting if calm(scene, routine)]
    late = evening(scene)
    yield from sorted(gentle or suiting, key=lambda routine: (routine.asks_nothing != late, commonness(routine)))


def _takes_place(scene: Scene, routine: Routine, setting: str) -> bool:
    return set(scene.library.course(routine).postures) <= _POSTURES[setting]


def _one_of_two(scene: Scene, found: Sequence[Routine]) -> Outcome:
    first, second = (_with_minutes(scene, routine.slug) for routine in found)
    words = scene.wording.say("finding.two", first=first, second=second)
    return _which_one(scene, [words], tuple(one.slug for one in found))


def _which_one(scene: Scene, words: Iterable[str], names: tuple[str, ...]) -> Outcome:
    both = OneOf(names, "StartRoutineIntent", "routine")
    return ask(scene, words, Question(Ask.WHICH, both, words=scene.wording.say("question.which-one")))


def _with_minutes(scene: Scene, slug: str) -> str:
    return scene.wording.say("finding.with-minutes", name=scene.name_of(slug), minutes=minutes_of(scene, slug))


def _made_there(scene: Scene, setting: str) -> Outcome:
    """Offers a routine made for this setting; if none can be made, the nearest that suits."""
    name = fitted_name(_MADE_SECONDS, setting)
    if made_to_fit(scene, name).steps:
        return offered(scene, [scene.wording.say("finding.made-there")], name)
    return nearest_offered(scene, scene.wording.say("finding.nothing-there"))
