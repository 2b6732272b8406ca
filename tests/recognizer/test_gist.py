"""With nothing under way, what is mentioned is what somebody would like, however they put it; denied it is not."""

import pytest

from skill.ports.evidence import Evidence
from skill.recognizer.recognizer import Recognizer

IDLE, OFFERED, LED = Evidence("idle"), Evidence("idle", "begin"), Evidence("guiding")


def heard(recognizer: Recognizer, words: str, known: Evidence) -> tuple[str, str]:
    understood = recognizer.understand(words, known)
    slots = (slot.ids[0] if slot.ids else slot.said for slot in understood.slots.values())
    return understood.intent, " ".join(slots)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("gentle start floor", ("StartRoutineIntent", "gentle-start")),
        ("put five minutes simple one for my old knees", ("ByTimeIntent", "PT5M")),
        ("find me any old thing for the desk my lunch is short", ("StartRoutineIntent", "desk")),
    ],
)
def test_what_is_mentioned_is_asked_for(recognizer: Recognizer, words: str, wish: tuple[str, str]) -> None:
    assert heard(recognizer, words, OFFERED) == wish


def test_by_a_question_nothing_is_begun(recognizer: Recognizer) -> None:
    assert heard(recognizer, "my hips hurt which one should i do", OFFERED) == ("ByAreaIntent", "hips")
    assert heard(recognizer, "are you sure that's right", OFFERED)[0] != "AMAZON.YesIntent"


def test_what_cannot_be_done_is_kept_besides(recognizer: Recognizer) -> None:
    understood = recognizer.understand("choose something for the hip but i on knees not can", IDLE)

    assert understood.intent == "StartRoutineIntent"
    assert understood.also is not None
    assert (understood.also.intent, understood.also.slots["limit"].ids) == ("CannotIntent", ("kneeling",))


@pytest.mark.parametrize(
    "words",
    [
        "order me another neck pillow the same as i had before the blue one",
        "get me nothing like the desk thing",
        "find me the gentle start but only with whatsit",
    ],
)
def test_of_a_stranger_a_denial_or_a_condition_nothing_is_made(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words, IDLE).intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("words", ["in bed last night it ached less", "i've six stretches left haven't i"])
def test_a_name_asks_for_nothing_by_its_own_words(recognizer: Recognizer, words: str) -> None:
    assert heard(recognizer, words, OFFERED)[0] == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(
    ("words", "known", "intent"),
    [
        ("no kneeling either", OFFERED, "CannotIntent"),
        ("no kneeling please", LED, "CannotIntent"),
        ("no kneeling", OFFERED, "StartRoutineIntent"),
        ("start no kneeling", LED, "StartRoutineIntent"),
    ],
)
def test_a_name_that_denies_begins_only_what_is_asked_for(
    recognizer: Recognizer, words: str, known: Evidence, intent: str
) -> None:
    assert recognizer.understand(words, known).intent == intent


def test_in_a_routine_nothing_is_begun_by_the_way(recognizer: Recognizer) -> None:
    assert recognizer.understand("gentle start floor", LED).intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("my thighs are like wood is there a short one for those", ("QuickForAreaIntent", "hamstrings")),
        ("anything for opening up the hips", ("ByAreaIntent", "hips")),
        ("five minutes, lower back, go", ("ByAreaInTimeIntent", "lower-back PT5M")),
    ],
)
def test_a_part_after_which_a_routine_is_called_is_a_part(
    recognizer: Recognizer, words: str, wish: tuple[str, str]
) -> None:
    assert heard(recognizer, words, IDLE) == wish


@pytest.mark.parametrize("words", ["where would i find my hip crease", "let me see the second hand of the hip clock"])
def test_what_is_only_mentioned_begins_nothing_against_all_the_words(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words, IDLE).intent != "StartRoutineIntent"
