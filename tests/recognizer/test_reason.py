"""Why a sentence was understood as it was, in one plain line; and what a conversation knows as evidence for it."""

from itertools import product

import pytest

from skill.dialogue.answers.conversation.evidence import evidence, evidence_in, evidence_of
from skill.dialogue.memory.question import Ask
from skill.home import the_recognizer
from skill.ports.evidence import FIRST_WORDS
from skill.recognizer.recognizer import FALLBACK
from tests.nightly import NIGHTLY, some_of
from tests.understanding.unseen_sentences import unseen
from tests.walks.kinds import in_phase

PHASES = ("idle", "guiding", "paused", "unfinished")


def why(words: str, asked: Ask | None = None) -> str:
    understood = the_recognizer("en-US").understand(words, evidence("unfinished", asked))
    assert understood.reason is not None
    return f"{understood.intent}, {understood.reason.told()}"


SEVERAL = "the wish that counts of all that was said: a known sentence"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("next", "AMAZON.NextIntent, a known sentence"),
        ("pelvc tilts", "StartStretchIntent, a known sentence, spelt right: pelvic tilts"),
        ("lovely weather, explain it", "ExplainIntent, a part of what was said: 'explain it'; a known sentence"),
        (
            "somebody's at the door so hold it there for me",
            "AMAZON.PauseIntent, the wish that counts of all that was said: a known sentence",
        ),
        ("my chest hurts", "RedFlagIntent, a sign of danger: emergency by the phrase 'chest hurts'"),
    ],
)
def test_the_step_that_understood_it_is_told(words: str, told: str) -> None:
    assert why(words) == told


def test_a_sign_of_danger_is_told_with_its_row_and_source() -> None:
    told = why("both feet feel numb")
    assert told.startswith("RedFlagIntent, a sign of danger: emergency by the sign ")
    assert "NICE" in told or "NHS" in told


def test_the_reader_tells_its_two_best_the_threshold_and_the_evidence() -> None:
    said = "how much more of this is there to go before we are through"
    assert why(said).startswith("TimeLeftIntent, weighed word by word: TimeLeftIntent ")
    told = why("fresh", Ask.GO_ON)
    assert told.startswith("AMAZON.StartOverIntent, weighed word by word: AMAZON.StartOverIntent ")
    assert " before " in told
    assert " needed, with +25 as it answers the open question, go-on" in told
    assert why("fresh").startswith(f"{FALLBACK}, no step understood it: AMAZON.StartOverIntent ")
    assert why("fresh").endswith("but too little is said")


def test_what_cannot_be_undone_is_heard_word_for_word_only() -> None:
    assert why("yes", Ask.FORGET_ME).startswith("AMAZON.YesIntent, ")
    assert why("yes i suppose", Ask.FORGET_ME).startswith(f"{FALLBACK}, too grave to be heard but word for word: ")
    assert why("yes i suppose", Ask.BEGIN).startswith("AMAZON.YesIntent, ")


def test_danger_is_heard_whatever_is_known() -> None:
    recognizer = the_recognizer("en-US")
    moments = list(product(PHASES, Ask))
    for number, one in enumerate(unseen("open")[:: 9 if NIGHTLY else 27]):
        heard = recognizer.understand(one.words)
        if heard.intent == "RedFlagIntent":
            known = (evidence(phase, asked) for phase, asked in some_of(moments, 7, number))
            assert {recognizer.understand(one.words, each).intent for each in known} == {"RedFlagIntent"}


@pytest.mark.parametrize("copy", [{}, {"record": None}, {"record": {"schema": 10**6}}, {"record": []}])
def test_a_copy_that_is_none_of_ours_tells_nothing(copy: dict[str, object]) -> None:
    assert evidence_in(copy) == FIRST_WORDS


def test_an_interrupted_question_is_no_evidence() -> None:
    somebody = in_phase("nothing under way")
    assert somebody.speaker.last is not None
    person = somebody.speaker.last.person
    assert person is not None
    assert (evidence_of(person).question, evidence_of(person, question_heard=False).question) == ("begin", "")
