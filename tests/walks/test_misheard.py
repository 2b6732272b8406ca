"""A word not understood costs nothing: the place, the open question and the clock of the hold are as they were."""

from collections.abc import Mapping
from itertools import product

import pytest

from skill.assembly import the_library
from skill.content.model import Kind
from skill.limits import LEAST_REST_SECONDS, START_LATENCY_SECONDS, TALKING_SECONDS
from tests.cases.each_of import each_of
from tests.walks.extent import some
from tests.walks.judging import places_of
from tests.walks.kinds import OPENINGS, PHASES, kind_of, opened
from tests.walks.people.somebody import Heard, Hold, Somebody
from tests.walks.questions import NOT_ABOUT_A_SUBJECT
from tests.walks.states import MOST_TURNS

ALL_KINDS = (Kind.STRONG, Kind.RESTFUL, Kind.MOVEMENT)
HOLDS = {
    "lower-back": (Kind.RESTFUL, Kind.MOVEMENT),
    "seven-stretches": ALL_KINDS,
    "hips": ALL_KINDS,
    "desk-published": (Kind.MOVEMENT,),
    "eight-stretches": ALL_KINDS,
}
"""The kinds of hold that each routine has in a reply that does not say goodbye."""
SHARES = (0.3, 0.45, 0.7, 0.9)
"""Of a hold; sooner than that somebody may be thought to be on the way into it still."""
WORDS = (
    ("purple bananas", "brfglm", "the uh the"),
    ("what's the capital of france", "purple bananas", "my aunt's teapot"),
    ("", "brfglm", "purple bananas"),
)
"""Three in a row, which nobody understands; of the last ones Alexa sends nothing but that she did not."""
AT_THE_END = ("get-up", "up")
"""Nothing of the routine is left by then, and no place."""
FALLBACK = "AMAZON.FallbackIntent"
MISHEARD = ("I did not get that.", "Sorry, what was that?")
ROUNDED = 3.0
"""Whole seconds are told, from twenty on in fives; half of that may be lost or won, and a moment of speech."""

_Case = tuple[str, Kind, float, tuple[str, ...]]

CASES: list[_Case] = [
    (routine, kind, share, words)
    for routine, kinds in HOLDS.items()
    for kind, share, words in product(kinds, SHARES, WORDS)
]


@each_of(("routine", "kind", "share", "words"), some(CASES, 15))
def test_in_a_hold_the_place_and_the_clock_are_kept(
    routine: str, kind: Kind, share: float, words: tuple[str, ...]
) -> None:
    somebody = Somebody()
    hold = led_to(somebody, routine, kind)
    assert hold is not None
    assert not closes(somebody)
    length, held = hold.ends - hold.begins, -hold.begins
    for said in words:
        second = hold.begins + share * (hold.ends - hold.begins)
        heard = misheard_at(somebody, said, second)
        if heard.kind == "was-done":
            # So near the end only the person knows, and is asked, once.
            return
        assert any(line in heard.words for line in MISHEARD)
        assert heard.kind in ("ready", "get-up", "")
        held += second + START_LATENCY_SECONDS + TALKING_SECONDS
        if not heard.holds() or heard.holds()[0].place != hold.place:
            assert follows(routine, hold, heard.holds())
            assert said != words[0] or held >= (length / 2 if kind is Kind.STRONG else length) - ROUNDED
            return
        hold = heard.holds()[0]
        held -= before_it(hold, kind)
        left = max(float(LEAST_REST_SECONDS), length - held - hold.begins)
        assert hold.ends - hold.begins == pytest.approx(left, abs=ROUNDED)


@pytest.mark.parametrize("share", SHARES)
def test_a_word_into_the_hold_of_a_reply_that_says_goodbye_lets_go_and_goes_on_as_in_any_other(share: float) -> None:
    somebody = Somebody()
    hold = led_to(somebody, "desk-published", Kind.STRONG)
    assert hold is not None
    assert closes(somebody)
    heard = misheard_at(somebody, "purple bananas", hold.begins + share * (hold.ends - hold.begins))
    assert heard.words.startswith("Knees bent, hands to thighs, then rise slowly.")
    assert any(line in heard.words for line in MISHEARD)
    assert "What you held of it counts." in heard.words
    assert heard.holds()[0].place.step == "standing-side-tilt"


@pytest.mark.parametrize("phase", PHASES)
def test_the_open_question_and_the_place_outlast_misheard_words(phase: str) -> None:
    openings = [opening for opening in OPENINGS if kind_of(opening) not in AT_THE_END]
    for opening in some(openings, 4, seed=len(phase) + 7):
        somebody = Somebody()
        mark = opened(opening, phase)
        if mark is None or mark.heard[-1].holds():
            continue
        somebody.back_to(mark)
        before = somebody.last
        for said in ("purple bananas", "my aunt's teapot"):
            heard = misheard_at(somebody, said, None)
            assert (heard.kind, place(heard)) == (before.kind, place(before)), opening
            assert about(heard) == about(before), opening
        third = misheard_at(somebody, "", None)
        assert place(third) == place(before) or led(third) == place(before)["step"], opening


def test_silence_at_a_question_keeps_the_place() -> None:
    somebody = Somebody()
    led_to(somebody, "lower-back", Kind.RESTFUL)
    misheard_at(somebody, "purple bananas", somebody.last.holds()[0].at(0.5))
    then = somebody.last.holds()[-1].place
    somebody.give_up()
    heard = somebody.say("open gentle back", 60)
    places = places_of("lower-back")
    assert heard.kind == "go-on"
    assert heard.practice["place"]["step"] == places[places.index(then) + 1].step == "piriformis"


def led_to(somebody: Somebody, routine: str, kind: Kind) -> Hold | None:
    """The first hold of this kind, with the reply that has it just begun; every question is answered with "ready"."""
    library = the_library()
    kinds = {step.key: library.stretch_of(step).kind for step in library.routine(routine).steps}
    somebody.say(f"ask gentle back to start {library.routine(routine).words['en'].spoken}")
    for _ in range(MOST_TURNS):
        for hold in somebody.last.holds():
            if kinds[hold.place.step] is kind:
                return hold
        if not somebody.last.listens or somebody.last.kind == "get-up":
            return None
        somebody.say("ready")
    return None


def misheard_at(somebody: Somebody, said: str, second: float | None) -> Heard:
    """Words that mean nothing, into the reply at this second, or after it; without words Alexa's own fallback."""
    if second is None:
        return somebody.say(said) if said else somebody.mean(FALLBACK, {})
    if said:
        return somebody.cut_in(f"alexa, {said}", second)
    return somebody.mean(FALLBACK, {}, after=round(START_LATENCY_SECONDS + second + TALKING_SECONDS))


def before_it(hold: Hold, kind: Kind) -> float:
    """The seconds until a strong hold is entered again; what is said before the rest of any other is said in it."""
    return hold.begins if kind is Kind.STRONG else 0.0


def closes(somebody: Somebody) -> bool:
    """Whether the reply under way ends the conversation, so that a word into it begins another one."""
    return bool(somebody.last.practice.get("sent", {}).get("closes"))


def follows(routine: str, hold: Hold, found: tuple[Hold, ...]) -> bool:
    """Whether what is led now is what comes after this hold, or nothing comes after it."""
    places = places_of(routine)
    after = places[places.index(hold.place) + 1 :]
    return not found or (bool(after) and found[0].place == after[0])


def about(heard: Heard) -> object:
    """What is asked about, without how far a list was told, or what is known of the place.

    How much of a whole way up was heard is only known once it is over.
    """
    told = {"told": 0} if heard.kind == "standing" else {}
    return kind_of(heard.kind) in NOT_ABOUT_A_SUBJECT or {**heard.asked.get("about", {}), "at": 0, **told}


def place(heard: Heard) -> Mapping[str, str]:
    """The place that is kept; nothing where nothing is under way."""
    return dict(heard.practice.get("place", {}))


def led(heard: Heard) -> str:
    """The step that is led at once."""
    return heard.holds()[0].place.step if heard.holds() else ""
