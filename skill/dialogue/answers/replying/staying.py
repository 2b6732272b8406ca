"""The rest of a hold: how much is left after a question in it, and the reply that goes on with it."""

from collections.abc import Iterable, Mapping
from math import fsum, inf

from skill.content.model import Kind
from skill.dialogue.guidance.doubt import may_ask
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import finish, go_on, lead, next_place
from skill.dialogue.guidance.speaking import let_out, said
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import LEAST_REST_SECONDS, START_LATENCY_SECONDS, TALKING_SECONDS
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Inside, Moment, Role
from skill.timeline.hold.entering import entry, introduction
from skill.timeline.hold.units import Unit

_ROUNDED_FROM_SECONDS = 20
_ROUNDED_TO_SECONDS = 5
_LEAST_TOLD_SECONDS = 2
"""With less than this left, a second question ends the hold; else repeated questions would never let it end."""


def can_stay(scene: Scene) -> bool:
    """Whether the person is in a hold that has begun and cannot be over, and that is not strong."""
    practice, where = scene.practice, scene.where
    if practice is None or where is None or not (scene.guiding and scene.inside) or where.doubtful or where.over:
        return False
    unit = scene.unit_at(practice, practice.place)
    return unit.stretch.kind is not Kind.STRONG and where.left_seconds <= unit.hold_seconds


def is_entering(scene: Scene) -> bool:
    """Whether the person is on the way into a hold that has not begun."""
    practice, where = scene.practice, scene.where
    if practice is None or where is None or not (scene.guiding and scene.inside) or where.over:
        return False
    return where.left_seconds > scene.unit_at(practice, practice.place).hold_seconds


def is_arranged(scene: Scene) -> bool:
    """Whether the person, in the posture of a hold, has heard at least half of how to lie, but not yet the way in."""
    told = _told_how_to_lie(scene)
    return bool(told) and _still_told(scene) <= _seconds(told) / 2


def arranged_by_now(scene: Scene) -> tuple[str, ...]:
    """The sentences on how to lie that the person has heard, in the posture of the hold, the last first."""
    still, ahead, begun = _still_told(scene), 0.0, list[str]()
    for moment in reversed(_told_how_to_lie(scene)):
        ahead += moment.seconds
        if moment.role is Role.SETUP and moment.words and ahead >= still:
            begun.append(moment.words)
    return tuple(begun)


def _told_how_to_lie(scene: Scene) -> tuple[Moment, ...]:
    """The moments with the name and how to lie, if the person interrupted these; else empty."""
    practice, where = scene.practice, scene.where
    if practice is None or where is None or not (scene.guiding and where.interrupted) or scene.inside or where.over:
        return ()
    unit, telling = scene.unit_at(practice, practice.place), scene.telling()
    if practice.posture is not unit.stretch.posture or where.left_seconds <= unit.hold_seconds:
        return ()
    return tuple(introduction(unit, telling, named=False))


def _still_told(scene: Scene) -> float:
    """Seconds of the name and of how to lie that were still ahead, before the way in."""
    if scene.practice is None or scene.where is None:
        return inf
    unit = scene.unit_at(scene.practice, scene.practice.place)
    return scene.where.left_seconds - unit.hold_seconds - _seconds(entry(unit, scene.telling(), anew=True))


def _seconds(moments: Iterable[Moment]) -> float:
    return fsum(moment.seconds for moment in moments)


def begun_unit(scene: Scene) -> Unit | None:
    """The hold that the person is in, of any kind; None before it has begun, and once it may be over."""
    practice, where = scene.practice, scene.where
    if practice is None or where is None or not (scene.guiding and scene.inside) or where.over:
        return None
    unit = scene.unit_at(practice, practice.place)
    return unit if where.left_seconds <= unit.hold_seconds else None


def still_to_hold(scene: Scene) -> float:
    """Seconds that are left of the hold under way when the answer begins."""
    left = scene.where.left_seconds if scene.where else 0.0
    return max(0.0, left - TALKING_SECONDS - START_LATENCY_SECONDS)


def way_in(scene: Scene, practice: Practice) -> Outcome:
    """Leads the way in without the name and how to lie, which they have heard."""
    return lead(scene, practice, Opening(taught=True))


def rest_of_how_to_lie(scene: Scene, practice: Practice, arranged: tuple[str, ...]) -> Outcome:
    """Tells the rest of how to lie, without the sentences that they have `arranged` already."""
    return lead(scene, practice, Opening(arranged=arranged))


def hold_at_once(scene: Scene, practice: Practice) -> Outcome:
    """Leads the hold without the way in, for they are there already."""
    return lead(scene, practice, Opening(inside=Inside(arrived=True)))


def on_with_it(scene: Scene, words: tuple[str, ...], *, names_place: bool = False) -> Outcome:
    """Say these words, and go on from the same place; what was held counts, so that no hold gets longer.

    They stay in a restful or moving hold, but are let out of a strong one.
    """
    if can_stay(scene):
        return stay(scene, words)
    practice = scene.practice
    if practice and _strains(scene):
        opening = Opening(words, names_place)
        return lead(scene, practice, opening) if is_entering(scene) else _let_go(scene, practice, opening)
    if practice and _as_good_as_over(scene, practice):
        return on_behind(scene, practice, words)
    return go_on(scene, Opening(words, names_place))


def _strains(scene: Scene) -> bool:
    """Whether the person is on the way into a strong hold, or surely still in it."""
    found, where = scene.found, scene.where
    if found is None or where is None or not (scene.guiding and scene.inside) or where.doubtful or where.over:
        return False
    return found.unit.stretch.kind is Kind.STRONG and where.left_seconds > 0


def _as_good_as_over(scene: Scene, practice: Practice) -> bool:
    """Whether the hold may just as well be over, and the person is not to be asked about it."""
    where = scene.where
    return bool(where and scene.guiding and scene.inside and where.doubtful and not may_ask(scene, practice))


def _let_go(scene: Scene, practice: Practice, opening: Opening) -> Outcome:
    """Lets them out of a strong hold, and leads into it once more for the rest.

    The second time it counts as held, and so it does if less is left than the shortest hold of the stretch.
    """
    seconds = _rest_seconds(scene, ())
    shortest = scene.unit_at(practice, practice.place).stretch.hold.shortest
    if practice.torn == practice.place or seconds < shortest:
        return on_behind(scene, practice, (*opening.words, scene.wording.say("hold.counts")))
    torn = replace(practice, torn=practice.place)
    words = (*opening.words, scene.wording.say("hold.rest"))
    return lead(scene, torn, replace(opening, words=words, inside=Inside(anew_seconds=seconds)))


def stay(scene: Scene, words: tuple[str, ...], *, more_seconds: int = 0, **in_all: str) -> Outcome:
    """Say these words in the hold, tell the seconds that are left, and go on with them and with the routine.

    `more_seconds` make the hold longer; `in_all` are fields of the phrase that also tells what is left of the routine.
    Raises LookupError with no practice under way.
    """
    practice = scene.practice
    if practice is None:
        raise LookupError("no practice to stay in")
    seconds = _rest_seconds(scene, (*words, _left_words(scene, _ROUNDED_FROM_SECONDS, in_all)))
    again = practice.torn == practice.place and not more_seconds
    seconds += more_seconds
    if again and seconds < _LEAST_TOLD_SECONDS:
        return on_behind(scene, practice, words)
    rest = seconds if again else max(LEAST_REST_SECONDS, seconds)
    told = (*words, _left_words(scene, rest, in_all))
    return lead(scene, replace(practice, torn=practice.place), Opening(told, inside=Inside(rest)))


def on_behind(scene: Scene, practice: Practice, words: tuple[str, ...], *, names_place: bool = False) -> Outcome:
    """Go on after a hold that was over when somebody spoke into it, or counts as held."""
    following = next_place(scene, practice)
    held = replace(practice, held=practice.held + 1)
    after = replace(scene, person=scene.person.with_practice(held))
    if following is not None:
        return go_on(after, Opening(words, names_place), following)
    out, person = let_out(after, to_talk=True)
    return finish(after, (*out, *said(after, words)), person)


def _left_words(scene: Scene, seconds: int, in_all: Mapping[str, str]) -> str:
    key = "told.seconds-left" if in_all else "hold.more"
    return scene.wording.say(key, number=scene.wording.number(seconds), **in_all)


def _rest_seconds(scene: Scene, words: Iterable[str]) -> int:
    """The seconds that are left after these words, rounded: to whole seconds, or from twenty on to fives."""
    left = scene.where.left_seconds if scene.where else 0.0
    spoken = fsum(scene.pace.seconds(sentence) for sentence in words)
    seconds = left - TALKING_SECONDS - START_LATENCY_SECONDS - spoken
    step = _ROUNDED_TO_SECONDS if seconds >= _ROUNDED_FROM_SECONDS else 1
    return int(step * round(seconds / step))
