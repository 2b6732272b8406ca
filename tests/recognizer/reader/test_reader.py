"""The reader weighs what no known sentence is; its weights are those of the sentences that are committed."""

import json
from pathlib import Path

import pytest

from skill.home import the_recognizer
from skill.recognizer.reader.features import features
from skill.recognizer.reader.said import DANGER, SAID, digest_of, said_in
from skill.recognizer.reader.weights import Rows, Stale, Weights, WeightsHeader, read_weights, write_weights
from skill.recognizer.recognizer import FALLBACK, WEIGHTS, Recognizer
from skill.recognizer.templates.templates import TEMPLATES_FOLDER

ENGLISH = TEMPLATES_FOLDER / "en"
MOST_BYTES = 1_500_000
HEAD = {"meanings": ["a"], "made_of": "x", "unit": 1.0, "usual": [0.0], "rows": 0}


@pytest.fixture(name="recognizer")
def _recognizer() -> Recognizer:
    return the_recognizer("en-US")


def test_the_committed_weights_are_those_of_the_sentences_that_there_are() -> None:
    made_of = digest_of(ENGLISH / SAID, ENGLISH / DANGER)
    assert read_weights(ENGLISH / WEIGHTS).head.made_of == made_of, "renew them with: make accept"


def test_they_are_small_enough_to_be_carried_along() -> None:
    assert (ENGLISH / WEIGHTS).stat().st_size < MOST_BYTES


def test_no_sentence_is_learned_for_two_wishes() -> None:
    meanings: dict[str, set[str]] = {}
    for one in said_in(ENGLISH / SAID):
        meanings.setdefault(one.words, set()).add(one.meaning)
    assert {words: meant for words, meant in meanings.items() if len(meant) > 1} == {}


TWO_FEATURES = Weights(
    WeightsHeader(("a", "b", "c"), "these", unit=2.0, usual=(-50.0, 0.0, 50.0), rows=2),
    Rows([7, 9], bytes([3, 4]), (0, 2, 3), bytes([0, 2, 1]), [5, -10, 20]),
)
"""The feature 7 speaks for a and against c, the feature 9 for b."""


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_weights(tmp_path / "w", TWO_FEATURES)
    back = read_weights(tmp_path / "w")

    assert back.head == TWO_FEATURES.head
    assert back.scores([7, 9]) == TWO_FEATURES.scores([7, 9])


def test_a_meaning_is_the_surer_the_more_rare_words_say_it() -> None:
    assert TWO_FEATURES.scores([7]) == pytest.approx([-50 + 2 * 5 / 3, 0.0, 50 - 2 * 10 / 3])
    assert TWO_FEATURES.scores([7, 9]) == pytest.approx([-50 + 2 * 5 / 5, 2 * 20 / 5, 50 - 2 * 10 / 5])


def test_of_what_nobody_said_before_nothing_is_weighed() -> None:
    assert TWO_FEATURES.scores([]) == TWO_FEATURES.scores([1, 8, 10]) == [-50.0, 0.0, 50.0]


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"no head\n",
        b"{}\n",
        json.dumps({**HEAD, "unit": None, "more": 1}).encode() + b"\n",
        json.dumps({**HEAD, "rows": 3}).encode() + b"\n12",
        json.dumps({**HEAD, "rows": 1}).encode() + b"\n\0\0\0\0\1\2\0\1\1",
    ],
)
def test_what_are_no_weights_is_refused_with_the_next_step(damaged: bytes, tmp_path: Path) -> None:
    (tmp_path / "w").write_bytes(damaged)
    with pytest.raises(Stale, match="make accept writes it anew"):
        read_weights(tmp_path / "w")


def test_a_word_bent_or_misheard_shares_what_is_weighed_of_it() -> None:
    one, other = (set(features([word], [word])) for word in ("stretching", "stretchin"))
    assert len(one & other) > len(one) / 2


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("somebody's at the door so hold it there for me", "AMAZON.PauseIntent"),
        ("how much more of this is there to go before we are through", "TimeLeftIntent"),
        ("is it my left leg or the right one that we are on now", "WhichSideIntent"),
        ("would you kindly tell me what this one is supposed to do for me", "WhatForIntent"),
    ],
)
def test_a_wish_in_other_words_is_read(said: str, intent: str, recognizer: Recognizer) -> None:
    assert recognizer.understand(said).intent == intent


@pytest.mark.parametrize(
    "said", ["the parcel is on the kitchen table love", "did you see the match on saturday", "buy some oat milk"]
)
def test_talk_to_others_is_not_understood(said: str, recognizer: Recognizer) -> None:
    assert recognizer.understand(said).intent == FALLBACK


def test_danger_is_read_where_no_phrase_tells_of_it(recognizer: Recognizer) -> None:
    heard = recognizer.understand("it's as if the bottom half of me belongs to somebody else")
    assert (heard.intent, heard.slots["sign"].ids) == ("RedFlagIntent", ("emergency",))
