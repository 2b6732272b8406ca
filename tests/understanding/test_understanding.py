"""How much of what people would really say is understood, and that nothing dangerous is misunderstood.

The templates were made richer with these sentences in sight. Of the last hundred and thirty-five of them, ninety-nine
were understood when they were first heard, and none of fourteen near misses was taken for a wish; of ninety-seven
more, now in `plainly.txt`, some of them picked because the skill had just stumbled over their like, forty-four.
"""

from collections import Counter

import pytest

from skill.assembly import the_templates
from skill.home import the_recognizer
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import FALLBACK
from tests.library import LOCALES
from tests.nightly import some_of
from tests.understanding.sentences import Sentence, as_meaning, misunderstood, sentences

SAID = sentences()
FEWEST_WISHES, FEWEST_NEAR_MISSES = 870, 90
DANGEROUS = {
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "ForgetMeIntent",
    "ForgetHouseholdIntent",
    "CancelRemindersIntent",
    "LeaveProgrammeIntent",
    "LeaveOutIntent",
}
"""Wishes that end something or throw it away: heard only from somebody who means them."""
ALARMS = {"PainIntent", "RedFlagIntent", "StuckIntent", "NerveSignIntent", "DizzyIntent"}
NOT_UNDERSTOOD = {
    "let me roll my knees from side to side": FALLBACK,
}
"""What is misunderstood today, and what it is taken for. A line that goes is a gain; a new one needs a reason."""


@pytest.fixture(scope="module")
def wrong() -> list[tuple[Sentence, Understood]]:
    return list(misunderstood(the_recognizer("en-US"), SAID))


def test_what_is_not_understood_is_known_by_name(wrong: list[tuple[Sentence, Understood]]) -> None:
    taken = {
        sentence.words: " ".join([as_meaning(heard).intent, *as_meaning(heard).slots]) for sentence, heard in wrong
    }
    assert taken == NOT_UNDERSTOOD


def test_at_least_ninety_nine_in_a_hundred_wishes_are_understood(wrong: list[tuple[Sentence, Understood]]) -> None:
    wishes = [sentence for sentence in SAID if sentence.is_a_wish]
    assert len(wishes) - sum(sentence.is_a_wish for sentence, _ in wrong) >= 0.99 * len(wishes)


def test_no_pain_and_no_danger_is_misunderstood(wrong: list[tuple[Sentence, Understood]]) -> None:
    alarms = [sentence.words for sentence, _ in wrong if {meaning.intent for meaning in sentence.meanings} & ALARMS]
    assert alarms == []


def test_nothing_is_ended_or_thrown_away_by_a_misunderstanding(wrong: list[tuple[Sentence, Understood]]) -> None:
    assert [(sentence.words, heard.intent) for sentence, heard in wrong if heard.intent in DANGEROUS] == []


def test_nothing_is_taken_for_another_wish(wrong: list[tuple[Sentence, Understood]]) -> None:
    assert [sentence.words for sentence, heard in wrong if heard.intent != FALLBACK] == []


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "en-US"])
def test_no_locale_understands_less(locale: str) -> None:
    # By day a tenth of them in each locale, another tenth in each.
    wrong_there = misunderstood(the_recognizer(locale), some_of(SAID, 40, LOCALES.index(locale)))
    assert {sentence.words for sentence, _ in wrong_there} <= set(NOT_UNDERSTOOD)


def test_there_are_many_sentences_and_none_twice() -> None:
    assert sum(sentence.is_a_wish for sentence in SAID) >= FEWEST_WISHES
    assert sum(not sentence.is_a_wish for sentence in SAID) >= FEWEST_NEAR_MISSES
    assert [words for words, times in Counter(sentence.words for sentence in SAID).items() if times > 1] == []


def test_every_wish_there_is_has_a_sentence() -> None:
    meant = {meaning.intent for sentence in SAID for meaning in sentence.meanings}
    assert set(the_templates("en-US").intents) - meant == {"AMAZON.NavigateHomeIntent"}
