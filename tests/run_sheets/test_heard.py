"""What every routine sounds like from "start" until somebody stands, the first time and the next day."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise

import pytest

from skill.entrypoints.sheets.figures import SIGNALS, Figures, figures_of
from skill.entrypoints.sheets.rehearsal import Rehearsal, rehearsals
from skill.limits import LONGEST_UNASKED_REPLY_SECONDS
from skill.ports.reply import Close, Listen
from skill.timeline import HOLDING, Moment, Role
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.reviewed import ROUTINES

RUNS = [(slug, later) for slug in sorted(LIBRARY.routines) for later in (False, True)]
REVIEWED_RUNS = [(slug, later) for slug, later in RUNS if slug in ROUTINES]
"""How much is held is what ours are made for; whoever adds one need not reach it."""

MOST_OFTEN = 6
SENTENCE = re.compile(r"[^.?!]+[.?!]")
BRIEF_SECONDS = 5
SHORT_SECONDS = 10
FILLERS = frozenset(LIBRARY.phrases["en"]["moving.soothing"])
CALLS = SIGNALS | {"Ready?"}
"""What ears rely on, so that it is always the same; "Ready?" is the sign that the microphone is open."""


@cache
def runs(slug: str) -> tuple[Figures, Figures]:
    return figures_of(LIBRARY, slug)


def run(slug: str, later: bool) -> Figures:
    return runs(slug)[later]


def holds_of(moments: tuple[Moment, ...]) -> Iterator[tuple[float, str, str]]:
    """Each hold with its seconds, what is said on the way in, and what is said inside."""
    way_in: list[str] = []
    for inside, group in groupby(moments, key=lambda moment: moment.role in HOLDING):
        some = list(group)
        if inside:
            words = " ".join(moment.words for moment in some if moment.words)
            yield round(sum(moment.seconds for moment in some), 1), " ".join(way_in), words
        else:
            way_in = [moment.words for moment in some if moment.words and moment.role in (Role.ENTER, Role.SETTLE)]


PHRASES = LIBRARY.phrases["en"]
BREATHES_ON = frozenset((*PHRASES["breath.in"], *PHRASES["breath.inside"], *PHRASES["moving.rhythm"]))
"""Words that let the breath go on; a cue that leads one in or out is none, for the hold comes after it."""


@each_of(("slug", "later"), RUNS)
def test_every_hold_over_five_seconds_has_a_word_on_the_breath(slug: str, later: bool) -> None:
    for seconds, way_in, inside in holds_of(run(slug, later).moments):
        if seconds > BRIEF_SECONDS:
            assert any(words in f"{way_in} {inside}" for words in BREATHES_ON), (seconds, way_in, inside)
        if seconds > SHORT_SECONDS:
            assert any(words in inside for words in BREATHES_ON), (seconds, way_in, inside)


@each_of(("slug", "later"), RUNS)
def test_the_word_on_the_breath_is_another_one_from_hold_to_hold(slug: str, later: bool) -> None:
    said = [sentence for sentence in run(slug, later).sentences if "breath" in sentence.lower()]
    assert [(one, other) for one, other in pairwise(said) if one == other] == []


@each_of(("slug", "later"), RUNS)
def test_no_sentence_is_recited(slug: str, later: bool) -> None:
    said = Counter(sentence for sentence in run(slug, later).sentences if sentence not in CALLS)
    assert {sentence: times for sentence, times in said.items() if times > MOST_OFTEN} == {}


@each_of(("slug", "later"), RUNS)
def test_nobody_hears_the_same_twice_running_inside_a_hold(slug: str, later: bool) -> None:
    for seconds, _, inside in holds_of(run(slug, later).moments):
        said = [sentence for sentence in SENTENCE.findall(inside) if "seconds" not in sentence]
        assert [one for one, other in pairwise(said) if one == other] == [], (seconds, inside)


@each_of(("slug", "later"), RUNS)
def test_nothing_is_said_to_come_once_more_twice_in_a_breath(slug: str, later: bool) -> None:
    said = run(slug, later).sentences
    twice = [
        (one, other) for one, other in pairwise(said) if "once more" in one.lower() and "once more" in other.lower()
    ]
    assert twice == []


@each_of(("slug", "later"), RUNS)
def test_whoever_was_just_told_what_comes_is_not_told_its_name_again(slug: str, later: bool) -> None:
    said = run(slug, later).sentences
    names = {words.name: None for stretch in LIBRARY.stretches.values() for words in stretch.words.values()}
    for announced, asked, told in zip(said, said[1:], said[2:], strict=False):
        if asked == "Ready?" and announced.startswith(("Next, ", "And next, ")):
            assert told.rstrip(".").lower() not in names, (announced, told)


@each_of("slug", sorted(LIBRARY.routines))
def test_where_a_routine_takes_place_is_told_the_first_time_and_not_the_day_after(slug: str) -> None:
    before = SENTENCE.findall(" ".join(LIBRARY.routine(slug).words["en"].before))
    first, later = (run(slug, when).sentences for when in (False, True))
    assert [sentence for sentence in before if sentence.strip() not in first] == []
    assert [sentence for sentence in before if sentence.strip() in later] == []


@each_of(("slug", "later"), RUNS)
def test_nobody_hears_two_soothing_words_running(slug: str, later: bool) -> None:
    said = run(slug, later).sentences
    assert [(one, other) for one, other in pairwise(said) if one in FILLERS and other in FILLERS] == []


@each_of(("slug", "later"), RUNS)
def test_nothing_is_told_like_a_form(slug: str, later: bool) -> None:
    told = " ".join(run(slug, later).sentences)
    names = [words.name for stretch in LIBRARY.stretches.values() for words in stretch.words.values()]
    assert [name for name in names if f"That was {name}" in told] == []
    assert "Once, for" not in told
    assert "two of two" not in told
    assert "less than a minute are" not in told


LEAST_REACHED = (0.72, 0.82)
"""How much of what could be held has to be: the first time, and from the second on."""


@each_of(("slug", "later"), REVIEWED_RUNS)
def test_most_of_the_possible_holding_time_is_held(slug: str, later: bool) -> None:
    assert run(slug, later).reached >= LEAST_REACHED[later]


@each_of(("slug", "later"), RUNS)
def test_nobody_listens_long_before_a_pause_nor_waits_long_for_the_first_hold(slug: str, later: bool) -> None:
    assert run(slug, later).first_talk <= 12
    assert run(slug, later).first_hold <= 40


@each_of(("slug", "later"), RUNS)
def test_the_minutes_that_are_said_are_those_until_somebody_stands(slug: str, later: bool) -> None:
    off = run(slug, later).minutes_said - run(slug, later).minutes_until_standing
    assert abs(off) <= HALF_A_MINUTE


HALF_A_MINUTE = 0.5
"""Whole minutes are said."""


def test_five_gentle_minutes_are_five_and_the_first_time_seven() -> None:
    first, later = (run("five-gentle-minutes", when).minutes_until_standing for when in (False, True))
    assert first <= 7
    assert later <= 5.5


@pytest.mark.parametrize("run_of", rehearsals(LIBRARY, "bedtime"), ids=["first", "later"])
def test_bedtime_comes_in_parts_that_alexa_plays_with_one_soft_question_between_them(run_of: Rehearsal) -> None:
    assert max(reply.timeline.seconds for reply in run_of.replies) <= LONGEST_UNASKED_REPLY_SECONDS
    *parts, last = run_of.replies
    if "say skip" in " ".join(moment.words for moment in parts[0].timeline.moments):
        # Anybody who takes care is told before it, to somebody who is still awake.
        assert parts.pop(0).timeline.moments[-1].words == "Ready?"
    assert {reply.timeline.moments[-1].words for reply in parts} == {"Shall I go on?"}
    assert isinstance(last.microphone, Close)
    for reply in parts:
        assert isinstance(reply.microphone, Listen)
        again = reply.microphone.reprompt
        assert [moment.words or moment.seconds for moment in again.moments] == [
            "Then rest here, for one minute.",
            60.0,
            "Good night.",
        ]
        assert again.seconds < LONGEST_REPROMPT_SECONDS


LONGEST_REPROMPT_SECONDS = 90
"""What Alexa plays of audio in a reprompt."""
