"""A routine for where somebody is, or for the part of the body that is stiff: offered, never begun unasked."""

from collections.abc import Iterator, Mapping, Sequence

from skill.content.model import Posture, Routine
from skill.dialogue.answers.offered import nearest_offered, offered
from skill.dialogue.fitted import fitted_name, gentle_only, made_to_fit
from skill.dialogue.offering import DEFAULT_ROUTINE, FIRST_ROUTINE, best_of, led, minutes_of, share_left, strong, whole
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask

_FLOOR = frozenset({Posture.BACK, Posture.ALL_FOURS, Posture.FRONT, Posture.FLOOR_SEAT})

_POSTURES: Mapping[str, frozenset[Posture]] = {
    "chair": frozenset({Posture.CHAIR}),
    "bed": frozenset({Posture.BED}),
    "standing": frozenset({Posture.STANDING}),
    "floor": _FLOOR,
}
"""What somebody does in a setting, and nothing else."""

_FOR_AREAS: Mapping[str, tuple[str, ...]] = {
    "lower-back": ("lower-back", "five-gentle-minutes", "in-bed"),
    "hips": ("hips",),
    "upper-back": ("upper-back",),
    "hamstrings": ("hamstrings",),
    "sides": ("upper-back", "desk"),
}
"""The routines for a part of the body, the best first."""

_MADE_SECONDS = 6 * 60
"""Where no routine of ours suits somebody in a setting, one of so many seconds is made."""


def by_setting(scene: Scene) -> Outcome:
    """Said "something on a chair": the routine for there, or the choice of two."""
    settings = [setting for setting in scene.turn.slot("setting").ids if setting in _POSTURES]
    if not settings:
        return ask(scene, [], Asked("wish", scene.wording.say("finding.which-setting")))
    found = list(_there(scene, settings[0]))[:2]
    if len(found) == 2 and not scene.guiding:
        return _one_of_two(scene, found)
    return _offer(scene, found[0].slug) if found else _made_there(scene, settings[0])


def by_area(scene: Scene) -> Outcome:
    """Said "something for my hips": the routine for them, and honestly so where there is little."""
    areas = [area for area in scene.turn.slot("area").ids if area in _FOR_AREAS]
    if not areas:
        return ask(scene, [], Asked("wish", scene.wording.say("finding.which-area")))
    found = best_of(scene, _FOR_AREAS[areas[0]])
    if found is None:
        return nearest_offered(scene, scene.wording.say("finding.area-left-out"))
    little = f"finding.little.{areas[0]}"
    words = [scene.wording.say(little)] if little in scene.library.phrases[scene.wording.language] else []
    return _offer(scene, found, words)


def _there(scene: Scene, setting: str) -> Iterator[Routine]:
    """Our own routines that are done there from their first stretch to their last; at night those to sleep first."""
    night = scene.local_time.hour >= 20
    suit = [routine for routine in whole(scene) if _takes_place(scene, routine, setting)]
    calm = [routine for routine in suit if not (gentle_only(scene) and strong(scene, routine))]
    yield from sorted(calm or suit, key=lambda routine: _rank(routine, night=night))


def _rank(routine: Routine, *, night: bool) -> tuple[bool, int]:
    usual = (DEFAULT_ROUTINE, FIRST_ROUTINE)
    return routine.asks_nothing != night, usual.index(routine.slug) if routine.slug in usual else len(usual)


def _takes_place(scene: Scene, routine: Routine, setting: str) -> bool:
    return set(scene.library.course(routine).postures) <= _POSTURES[setting]


def _one_of_two(scene: Scene, found: Sequence[Routine]) -> Outcome:
    named = [
        scene.wording.say("finding.with-minutes", name=scene.name_of(one.slug), minutes=minutes_of(scene, one.slug))
        for one in found
    ]
    words = scene.wording.say("finding.two", first=named[0], second=named[1])
    which = Asked("which-routine", scene.wording.say("question.which-one"), tuple(one.slug for one in found))
    return ask(scene, [words], which)


def _made_there(scene: Scene, setting: str) -> Outcome:
    """Where no routine of ours suits there, one is made; and where not even that can be, the nearest is offered."""
    name = fitted_name(_MADE_SECONDS, setting)
    if made_to_fit(scene, name).steps:
        return offered(scene, [scene.wording.say("finding.made-there")], name)
    return nearest_offered(scene, scene.wording.say("finding.nothing-there"))


def _offer(scene: Scene, slug: str, words: Sequence[str] = ()) -> Outcome:
    routine = led(scene, slug) or scene.library.routine(slug)
    told = scene.wording.say("finding.it-is", name=scene.name_of(slug), minutes=minutes_of(scene, slug))
    partly = [scene.wording.say("finding.partly")] if share_left(scene, slug) < 1 else []
    warned = [scene.wording.say("finding.strong")] if gentle_only(scene) and strong(scene, routine) else []
    return offered(scene, [*words, told, *partly, *warned], slug)
