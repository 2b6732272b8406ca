"""Makes a routine to fit the time that somebody has; until then the wish itself has a name."""

from collections.abc import Mapping
from functools import partial

from skill.content.model import Kind
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.offers.suitability import gentle_only
from skill.dialogue.offers.told_alone import ToldAlone
from skill.dialogue.scene.local import early
from skill.dialogue.scene.scene import Scene
from skill.tailoring.composing.composing import Composed, Wanted, composed
from skill.tailoring.composing.shapes import SHAPES, Setting
from skill.tailoring.steps.made import FITTED

SHORTEST_SECONDS, LONGEST_SECONDS = 3 * 60, 30 * 60
"""The bounds for a wish: with more time, the most for a day of each stretch leaves nothing to add."""

_FITS_WELL = 0.95
"""A routine that takes at least this share of the wished time fits well."""
_AS_WORDS_VARY = 0.995
"""The estimate uses fixed variants of phrases; the ones that are said may take a little longer than this share."""


def fitted_name(seconds: int, *where: str) -> str:
    """The name of a wish for so many seconds; `where` may add a setting and an area."""
    return "/".join(filter(None, (FITTED, str(seconds), *where)))


def wished_seconds(name: str) -> int:
    """The seconds of a wish, from its name; nought for other names."""
    kind, _, wish = name.partition("/")
    return int(wish.partition("/")[0]) if kind == FITTED and wish else 0


def made_to_fit(scene: Scene, name: str) -> Composed:
    """The steps for this wish: within all limits that the person may have, or, if too short, within those told."""
    made = _made(scene, name)
    return made if scene is scene.as_told or fits_well(made, name) else _made(scene.as_told, name)


def _made(scene: Scene, name: str) -> Composed:
    """The steps in the first setting where they fit well, else the longest ones."""
    wanted_there = name.split("/")[2:]
    settings: tuple[Setting, ...] = tuple(one for one in SHAPES if one in wanted_there) or tuple(SHAPES)
    best = Composed()
    for setting in settings:
        made = _composed(scene, name, setting)
        best = max(best, made, key=lambda one: one.seconds)
        if fits_well(best, name):
            break
    return best


def fits_well(made: Composed, name: str) -> bool:
    """Whether it takes at least nineteen twentieths of the wished time."""
    return made.seconds >= _FITS_WELL * wished_seconds(name)


def _composed(scene: Scene, name: str, setting: Setting) -> Composed:
    tailoring = scene.person.tailoring
    for_it = _for_area(scene, name)
    wanted = Wanted(
        seconds=_AS_WORDS_VARY * wished_seconds(name),
        candidates=tuple(slug for slug in _candidates(scene) if not for_it or slug in for_it or _helps(scene, slug)),
        first=for_it,
        setting=setting,
        tailoring=tailoring,
        held=_held_today(scene),
        day=scene.day(scene.turn.epoch).toordinal(),
        seed=scene.turn.id,
        work=scene.work,
    )
    return composed(scene.library, wanted, partial(seconds_from_now, scene, FITTED), ToldAlone(scene))


def _for_area(scene: Scene, name: str) -> frozenset[str]:
    """The slugs of the stretches for the area of a wish; empty where it names none."""
    areas = {area for part in name.split("/")[2:] for area in scene.library.areas.get(part, ())}
    known = scene.library.stretches.values()
    return frozenset(one.slug for one in known if areas & {*one.areas} and not one.only_rests)


def is_for_its_area(scene: Scene, made: Composed, name: str) -> bool:
    """Whether at least half of the steps are for the area of this wish."""
    for_it = _for_area(scene, name)
    return 2 * sum(step.stretch in for_it for step in made.steps) >= len(made.steps)


def _helps(scene: Scene, slug: str) -> bool:
    """Whether it fits in every routine: a small movement to begin with, or a rest to end with."""
    stretch = scene.library.stretch(slug)
    return stretch.only_rests or (stretch.kind is Kind.MOVEMENT and stretch.bends is None)


def _candidates(scene: Scene) -> list[str]:
    """The slugs of the stretches that suit this person at this hour."""
    out = scene.person.tailoring.left_out(scene.library) | scene.library.tags.only_on_a_bad_day
    gentle, stiff = gentle_only(scene), early(scene)
    return [
        slug
        for slug, stretch in scene.library.stretches.items()
        if slug not in out
        and not (gentle and stretch.kind is Kind.STRONG)
        and not (stiff and stretch.bends == "deep" and stretch.sides == "none")
    ]


def _held_today(scene: Scene) -> Mapping[str, int]:
    """Seconds for which each stretch was held today, on each side."""
    return {slug: scene.person.held.seconds_of(slug) for slug in scene.library.stretches}
