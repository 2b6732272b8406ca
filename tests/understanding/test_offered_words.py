"""What our questions, our help and every other phrase offer word for word is understood word for word, and answered."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

import pytest

from skill.dialogue.answers.conversation.evidence import evidence
from skill.dialogue.memory.question import Ask
from skill.home import the_recognizer
from skill.recognizer.reason import TakenBy
from skill.recognizer.recognizer import FALLBACK
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.nightly import some_of
from tests.understanding.offered import offered_in
from tests.walks.kinds import OPENINGS, PHASES, in_phase, kind_of, opened
from tests.walks.people.somebody import Bookmark, Heard, Somebody

PHRASES: Mapping[str, tuple[str, ...]] = LIBRARY.phrases["en"]
GAPS = {"{name}": ("the bridge", "cobra", "pelvic tilts"), "{side}": ("left", "right")}
OPEN = "open gentle back"
ONLY_WHILE_LED = (
    "did.",
    "easing.",
    "fit.",
    "form.",
    "growing.",
    "help.dose",
    "help.guiding",
    "help.moving",
    "help.ready",
    "help.words",
    "jump.how-many",
    "moving.",
    "speed.",
    "start.way-down",
    "suits.",
    "swap.",
    "wait.more",
)
"""Phrases that nobody hears who is led by nothing, by how their keys begin."""
ONLY_IN_A_PAUSE = ("help.paused", "pause.")
ONLY_TO_A_QUESTION = ("asked.", "first.", "question.")


def offered() -> Iterator[tuple[str, str]]:
    """Every key of a phrase with words that it offers, a name for every gap."""
    for key, variants in PHRASES.items():
        for words in dict.fromkeys(words for variant in variants for words in offered_in(variant)):
            yield from ((key, one) for one in _filled(words))


def _filled(words: str) -> Iterator[str]:
    """The words that are offered, with a name for the gap in them."""
    gap = next((gap for gap in GAPS if gap in words), "")
    yield from (words.replace(gap, filled) if gap else words for filled in GAPS.get(gap, ("",)))


OFFERED = tuple(offered())
WHATEVER_IS_OPEN = [*product(("idle", "guiding", "paused", "unfinished"), (None, *Ask))]
MOST_WAYS = 150
"""At least so many words are offered; fewer, and they are no longer found."""


def test_the_words_are_found_that_phrases_offer() -> None:
    assert [*offered_in("Say yes to begin, or no for something else.")] == ["yes", "no"]
    assert [*offered_in("Say longer, shorter, or is there an easier way.")] == [
        "longer",
        "shorter",
        "is there an easier way",
    ]
    assert [*offered_in("To have it back, say: allow {name}.")] == ["allow {name}"]
    assert [*offered_in("Ready for it? I say less from now on.")] == []
    assert [*offered_in("You stopped at {place}. Go on, or start fresh?")] == ["Go on", "start fresh"]
    assert [*offered_in("If it hurts, say that hurts. Say add, and its name.")] == ["that hurts", "add {name}"]
    assert len(OFFERED) >= MOST_WAYS


@each_of("words", sorted({words for _, words in OFFERED}))
def test_every_word_that_is_offered_is_a_known_sentence_whatever_is_open(words: str) -> None:
    recognizer = the_recognizer("en-US")
    if words == OPEN:
        assert recognizer.invocation.spoken(words).kind == "open"
        return
    known = [evidence(phase, asked) for phase, asked in some_of(WHATEVER_IS_OPEN, 17, len(words))]
    heard = [recognizer.understand(words, one) for one in known]
    assert {one.intent for one in heard} == {heard[0].intent} != {FALLBACK}
    assert {one.reason.step for one in heard if one.reason} <= {TakenBy.KNOWN, TakenBy.DANGER}


def _is_answered(heard: Heard, before: Heard) -> bool:
    """Whether something came of the words: no failure, not misheard, not "nothing is under way", not asked again."""
    no_answers = [*PHRASES["misheard.what"], *PHRASES["idle.nothing"]]
    same = [(one.asked.get("kind"), one.asked.get("about")) for one in (heard, before)]
    asked_again = heard.listens and same[0] == same[1] and not heard.answer
    return not heard.crash and heard.intent != FALLBACK and not asked_again and heard.answer not in no_answers


@cache
def _spoken_at(opening: str, phase: str) -> tuple[Bookmark, tuple[str, ...]]:
    """A question's moment, and all that is offered there: by the question, put again, and by help."""
    mark = opened(opening, phase)
    assert mark is not None
    somebody = Somebody()
    heard = [mark.heard[-1].words]
    for ways in (("pardon", "pardon"), ("help",), ("green ideas", "green ideas", "green ideas")):
        somebody.back_to(mark)
        for words in ways:
            reply = somebody.say(words)
            if reply.kind == kind_of(opening):
                heard.append(reply.words)
    offers = (words for said in heard for sentence in _sentences(said) for words in offered_in(sentence))
    return mark, tuple(dict.fromkeys(one for words in offers for one in _filled(words)))


def _sentences(said: str) -> list[str]:
    """The words of a reply, sentence by sentence; a question with the one before it."""
    return [f"{sentence.strip()}{end}" for sentence, end in _ended(said)]


def _ended(said: str) -> Iterator[tuple[str, str]]:
    start = 0
    for at, letter in enumerate(said):
        if letter in ".?!":
            yield said[start:at], letter
            start = at + 1


@pytest.mark.parametrize(("opening", "phase"), some_of([*product(OPENINGS, PHASES)], 23))
def test_what_a_question_and_its_help_offer_is_answered(opening: str, phase: str) -> None:
    if opened(opening, phase) is None:  # nobody asks it in this phase
        return
    mark, offers = _spoken_at(opening, phase)
    assert offers
    somebody, unanswered = Somebody(), []
    for words in offers:
        somebody.back_to(mark)
        heard = somebody.say(words)
        if not _is_answered(heard, mark.heard[-1]):
            unanswered.append((words, heard.intent, heard.words))
    assert unanswered == []


def _phases(key: str) -> tuple[str, ...]:
    """Where a phrase of this key may be heard."""
    if key.startswith(ONLY_TO_A_QUESTION):
        return ()
    if key.startswith(ONLY_IN_A_PAUSE):
        return ("paused",)
    return ("led",) if key.startswith(ONLY_WHILE_LED) else tuple(PHASES)


@pytest.mark.parametrize("phase", PHASES)
def test_what_any_other_phrase_offers_is_answered_in_its_phases(phase: str) -> None:
    somebody, unanswered = in_phase(phase), []
    mark = somebody.bookmark()
    for words in dict.fromkeys(words for key, words in OFFERED if phase in _phases(key)):
        somebody.back_to(mark)
        heard = somebody.say(words)
        if not _is_answered(heard, mark.heard[-1]):
            unanswered.append((words, heard.intent, heard.words))
    assert unanswered == []
