"""Answers several wishes in one sentence: does one that only changes something in passing, then answers the other."""

from collections.abc import Iterator

from skill.dialogue.answers.conversation.row import SMALL_WORDS, Small
from skill.dialogue.answers.habit.own_routine import SEVERAL
from skill.dialogue.answers.moving.pause_and_stop import LEAVING, left_for_now
from skill.dialogue.answers.respond import respond
from skill.dialogue.guidance.notices import with_words
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.intents import COMPLAINTS
from skill.ports.turn import Slot, Turn, Wish
from skill.replaced import replace

HOW_THEY_ARE = frozenset({"MyAgeIntent", "SitsAllDayIntent", "StiffIntent", "TiredIntent"})
"""Intents that tell how somebody is: said together with stopping, they are the reason for it."""
_PUTTING_IN = "AddToMineIntent"


def respond_to_both(scene: Scene, intent: str) -> Outcome:
    """The outcome of a turn that may hold several wishes; danger is answered alone.

    If both of two wishes lead somewhere or ask something, one is answered: a wish before a small word, else the first.
    Nothing is led or thrown away in passing.
    """
    also = scene.turn.also
    if also is None or not {intent, also.intent}.isdisjoint(COMPLAINTS):
        return respond(scene, intent)
    leaving = {intent, also.intent} & LEAVING
    if leaving and not {intent, also.intent}.isdisjoint(HOW_THEY_ARE):
        return respond(replace(scene, turn=replace(scene.turn, intent=min(leaving), also=None)), min(leaving))
    if listed := _all_of(intent, scene.turn):
        return respond(replace(scene, turn=listed), intent)
    if also.also is not None:
        return _one_more(scene, intent, also, also.also)
    first = replace(scene.turn, intent=intent, also=None)
    second = replace(first, intent=also.intent, slots=also.slots)
    done = (_done_in_passing(scene, *pair) for pair in _in_passing(first, second))
    return next(filter(None, done), None) or _one_of(scene, first, second)


def _all_of(intent: str, turn: Turn) -> Turn | None:
    """One turn for several wishes that all add a stretch to their own routine; None for any others."""
    wishes: list[Turn | Wish] = [turn]
    while (more := wishes[-1].also) is not None:
        wishes.append(more)
    names = [wish.slots["stretch"].ids for wish in wishes if "stretch" in wish.slots]
    if intent != _PUTTING_IN or {wish.intent for wish in wishes} != {_PUTTING_IN} or len(names) < len(wishes):
        return None
    if any(len(ids) != 1 for ids in names):
        return None
    said = tuple(ids[0] for ids in reversed(names))
    return replace(turn, also=None, slots={SEVERAL: Slot("", said)})


def _one_more(scene: Scene, intent: str, also: Wish, more: Wish) -> Outcome:
    """Does what was said first of three or more wishes in passing, and answers the others."""
    first = replace(scene.turn, intent=more.intent, slots=more.slots, also=more.also)
    others = replace(scene, turn=replace(scene.turn, also=replace(also, also=None)))
    aside = respond(replace(scene, turn=first, passing=True), more.intent)
    if not aside.aside:
        return respond_to_both(others, intent)
    return with_words(scene, respond_to_both(replace(others, person=aside.person), intent), aside.aside)


def _in_passing(first: Turn, second: Turn) -> Iterator[tuple[Turn, Turn]]:
    """The pairs to try: a turn to do in passing, and the turn to answer after it; small words are only answered.

    The wish that was said last counts most, so the one before it is tried in passing first.
    """
    pairs = ((second, first), (first, second))
    yield from (pair for pair in pairs if pair[0].intent not in SMALL_WORDS)


def _done_in_passing(scene: Scene, passing: Turn, answered: Turn) -> Outcome | None:
    """Both, if the first can be done in passing; None if it leads somewhere or asks something."""
    if passing.intent in LEAVING:
        aside = left_for_now(scene)
    else:
        aside = respond(replace(scene, turn=passing, passing=True), passing.intent)
    if not aside.aside:
        return None
    outcome = respond(replace(scene, turn=answered, person=aside.person), answered.intent)
    return with_words(scene, outcome, aside.aside)


def _one_of(scene: Scene, first: Turn, second: Turn) -> Outcome:
    """The answer to the one that says more; "yes, go on" counts as "yes", whatever "go on" would mean there."""
    small = {SMALL_WORDS.get(turn.intent): turn for turn in (first, second)}
    if small.keys() == {Small.YES, Small.ONWARD}:
        return respond(replace(scene, turn=small[Small.YES]), small[Small.YES].intent)
    turn = second if first.intent in SMALL_WORDS and second.intent not in SMALL_WORDS else first
    return respond(replace(scene, turn=turn), turn.intent)
