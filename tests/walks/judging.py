"""Judges the first hold after a return: by its place, and by nothing but the words that were spoken before it."""

from collections.abc import Iterator
from functools import cache

from skill.assembly import the_library
from skill.content.model import Kind, Stretch
from skill.timeline import HOLDING, Place, Side
from skill.timeline.hold.units import units_of
from skill.wording.wording import sentence as as_sentence
from tests.walks.people.somebody import Heard, Hold


def estimate(routine: str, unfinished: Place, kept: Place | None) -> str:
    """How the place that was kept compares with the hold that was really under way."""
    places = places_of(routine)
    if kept is None:
        return "taken for done"
    if unfinished not in places or kept not in places:
        return "elsewhere"
    late = places.index(kept) - places.index(unfinished)
    return "skipped" if late > 0 else ("right", "one early", "two early or more")[min(-late, 2)]


def truly(routine: str, doubted: Place | None, unfinished: Place) -> Place | None:
    """Where it goes on by the true answer to "Was that one done?"; None where all is done."""
    places = places_of(routine)
    if doubted not in places or unfinished not in places or places.index(doubted) >= places.index(unfinished):
        return doubted
    return places[places.index(doubted) + 1]


def how_far(routine: str, wanted: Place, found: Place) -> str:
    """How the hold that was led compares with the one that was wanted."""
    places = places_of(routine)
    if wanted not in places or found not in places:
        return "led: elsewhere"
    late = places.index(found) - places.index(wanted)
    if found.step == wanted.step:
        side = ", another side" if found.side != wanted.side else ""
        return f"led: {'later' if late > 0 else 'earlier'} in the stretch{side}"
    return f"led: {'a later' if late > 0 else 'an earlier'} stretch"


def by_words(reply: Heard, hold: Hold) -> Iterator[str]:
    """What is wrong by the words alone: the last way in that is said before the hold is that of its other side."""
    side, stretch = hold.place.side, _stretch(reply, hold)
    if side not in (Side.LEFT, Side.RIGHT) or stretch is None:
        return
    said = _before(reply, hold)
    mine, theirs = (max(said.rfind(cue) for cue in _ways_in(stretch, one)) for one in (side, side.other))
    if theirs > mine:
        yield "led: another side by the words"
    elif mine < 0:
        yield "led: without the way in"


def _before(reply: Heard, hold: Hold) -> str:
    """All words of the reply before this hold."""
    words = []
    for moment in reply.moments:
        if moment.place == hold.place and moment.role in HOLDING:
            break
        words.append(moment.words)
    return " ".join(words)


def _ways_in(stretch: Stretch, side: Side) -> tuple[str, ...]:
    """The sentences with which somebody is told into the stretch on this side."""
    words = stretch.words["en"]
    sentences = [words.again, *words.enter, words.short]
    if words.easier:
        sentences += [*words.easier.enter, words.easier.short]
    names = {
        "side": side.value,
        "other": side.other.value,
        "Side": side.value.title(),
        "Other": side.other.value.title(),
    }
    sided = [sentence for sentence in sentences if sentence and "{" in sentence]
    return tuple(as_sentence(sentence.format(**names)) for sentence in sided) or ("",)


def _stretch(reply: Heard, hold: Hold) -> Stretch | None:
    """The stretch of this hold, where the routine is one of the library."""
    routine = the_library().routines.get(reply.practice.get("routine", ""))
    step = next((step for step in routine.steps if step.key == hold.place.step), None) if routine else None
    return the_library().stretch_of(step) if step else None


@cache
def places_of(routine: str) -> tuple[Place, ...]:
    """Every hold of a routine in order."""
    library = the_library()
    steps = library.routine(routine).steps
    return tuple(unit.place for step in steps for unit in units_of(step, library.stretch_of(step)))


def cold(routine: str, kept: Place) -> Place:
    """Where a kept place is gone on with hours or days later: not at a strong stretch, but at the gentle one before."""
    library = the_library()
    steps = library.routine(routine).steps
    number = library.routine(routine).index_of(kept.step)
    if number is None or library.stretch_of(steps[number]).kind is not Kind.STRONG:
        return kept
    while number and library.stretch_of(steps[number]).kind is Kind.STRONG:
        number -= 1
    first = units_of(steps[number], library.stretch_of(steps[number]))[0].place
    return kept if steps[number].key == kept.step else first
