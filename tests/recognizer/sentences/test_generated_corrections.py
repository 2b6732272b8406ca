"""Whatever words take something back, the last wish counts: pairs of wishes with all such words between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from skill.recognizer.recognizer import Recognizer
from tests.nightly import some_of

TURNS = (
    *(
        "no wait",
        "no",
        "i mean",
        "no i mean",
        "sorry",
        "no sorry",
        "actually",
        "no actually",
        "make that",
        "no make that",
    ),
    *("hang on no", "i wanted to say", "no i wanted to say", "i meant to say", "or rather"),
    *("scratch that", "wait no", "um no", "oh no", "no no", "no i wanted say"),
)


@dataclass(frozen=True)
class Pair:
    """A wish, what is meant after all, and the intent and the slot that it has then."""

    first: str
    then: str
    intent: str
    slot: str = ""
    value: str = ""


PAIRS = (
    Pair("next", "go back", "AMAZON.PreviousIntent"),
    Pair("slower", "faster", "FasterIntent"),
    Pair("fewer words", "more words", "MoreWordsIntent"),
    Pair("pause", "stop", "AMAZON.StopIntent"),
    Pair("stop", "go on", "AMAZON.ResumeIntent"),
    Pair("skip this one", "do it again", "OnceMoreIntent"),
    Pair("ten minutes", "fifteen minutes", "ByTimeIntent", "duration", "PT15M"),
    Pair("ten", "fifteen minutes", "ByTimeIntent", "duration", "PT15M"),
    Pair("ten minutes", "fifteen", "ByTimeIntent", "duration", "PT15M"),
    Pair("hold for twenty seconds", "thirty", "HoldForIntent", "duration", "PT30S"),
    Pair("only the right side", "the left", "OnlySideIntent", "side", "left"),
    Pair("only with the right side", "with the left", "OnlySideIntent", "side", "left"),
    Pair("skip the left leg", "the right", "NotSideIntent", "side", "right"),
    Pair("start lower back", "hips", "StartRoutineIntent", "routine", "hips"),
    Pair("start the hips routine", "the morning routine", "StartRoutineIntent", "routine", "morning"),
    Pair("leave out the bridge", "the cobra", "LeaveOutIntent", "stretch", "cobra"),
    Pair("remind me tomorrow at six", "seven", "RemindMeIntent", "time", "07:00"),
    Pair("remind me at eight in the evening", "nine in the evening", "RemindMeAtIntent", "time", "21:00"),
)
HESITATIONS = ("um", "er", "uh", "erm")


def corrected(recognizer: Recognizer, pair: Pair, words: str) -> bool:
    heard = recognizer.understand(words)
    slot = heard.slots.get(pair.slot)
    value = (slot.ids[0] if slot.ids else slot.said) if slot else ""
    return (heard.intent, value) == (pair.intent, pair.value)


def spoken() -> Iterator[tuple[Pair, str]]:
    yield from ((pair, f"{pair.first} {turn} {pair.then}") for pair, turn in product(PAIRS, TURNS))


def test_the_last_wish_counts_whatever_takes_the_first_one_back(recognizer: Recognizer) -> None:
    cases = some_of(tuple(spoken()), 4)
    assert [words for pair, words in cases if not corrected(recognizer, pair, words)] == []


def test_of_two_of_a_kind_with_a_hesitation_between_the_last_counts(recognizer: Recognizer) -> None:
    pairs = [pair for pair in PAIRS if pair.slot in ("duration", "side", "routine") and " " not in pair.then]
    cases = [(pair, f"{pair.first} {word} {pair.then}") for pair, word in product(pairs, HESITATIONS)]
    assert [words for pair, words in cases if not corrected(recognizer, pair, words)] == []
