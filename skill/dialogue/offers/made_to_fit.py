"""A routine made to fit the time that somebody has: its name while it is only wished for, and its steps."""

from collections.abc import Mapping

from skill.content.model import Kind
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.offers.suitability import gentle_only
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.time_of_day import early
from skill.tailoring.composing.composing import Composed, Wanted, composed
from skill.tailoring.composing.shapes import SHAPES, Setting
from skill.tailoring.composing.weighing import FITTED

SHORTEST_SECONDS, LONGEST_SECONDS = 3 * 60, 30 * 60
"""What may be wished for: above, the day's bounds on each stretch leave nothing to add."""

_FITS_WELL = 0.95
"""A routine that takes this share of the time is what was wished for."""


def fitted_name(seconds: int, setting: str = "") -> str:
    """The name of a wish for so many seconds, in one setting or wherever it fits."""
    return "/".join(filter(None, (FITTED, str(seconds), setting)))


def wished_seconds(name: str) -> int:
    """The seconds of a wish; nought where this names none."""
    kind, _, wish = name.partition("/")
    return int(wish.partition("/")[0]) if kind == FITTED and wish else 0


def made_to_fit(scene: Scene, name: str) -> Composed:
    """The steps of this wish: of what asks nothing that is unknown of them, where that fits, else of what they like."""
    made = _made(scene, name)
    return made if scene is scene.as_told or fits_well(made, name) else _made(scene.as_told, name)


def _made(scene: Scene, name: str) -> Composed:
    """In the first setting where they fit well, or else as near as may be."""
    wanted_there = name.split("/")[2:]
    settings: tuple[Setting, ...] = tuple(one for one in SHAPES if one in wanted_there) or tuple(SHAPES)
    best = Composed()
    for setting in settings:
        made = _composed(scene, wished_seconds(name), setting)
        best = max(best, made, key=lambda one: one.seconds)
        if fits_well(best, name):
            break
    return best


def fits_well(made: Composed, name: str) -> bool:
    """Whether this is as long as was wished, within a twentieth."""
    return made.seconds >= _FITS_WELL * wished_seconds(name)


def _composed(scene: Scene, seconds: int, setting: Setting) -> Composed:
    tailoring = scene.person.tailoring
    wanted = Wanted(
        seconds=seconds,
        candidates=tuple(_candidates(scene)),
        setting=setting,
        tailoring=tailoring,
        held=_held_today(scene),
        day=scene.day(scene.turn.epoch).toordinal(),
        seed=scene.turn.id,
        work=scene.work,
    )
    return composed(scene.library, wanted, lambda routine: seconds_from_now(scene, FITTED, routine))


def _candidates(scene: Scene) -> list[str]:
    """The stretches that suit this person, and this hour."""
    out = scene.person.tailoring.left_out(scene.library)
    return [
        slug
        for slug, stretch in scene.library.stretches.items()
        if slug not in out
        and not (gentle_only(scene) and stretch.kind is Kind.STRONG)
        and not (early(scene) and stretch.bends == "deep" and stretch.sides == "none")
    ]


def _held_today(scene: Scene) -> Mapping[str, int]:
    """Seconds for which each stretch was held today, on its side."""
    return {slug: scene.person.held.seconds_of(slug) for slug in scene.library.stretches}
