"""On every way up, after any move of it, what is wrong gets an answer that fits however somebody is by then."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from skill.content.model import Posture
from skill.dialogue.answers.respond import respond
from skill.dialogue.answers.safety.alarms import intent_of
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.outcome import Outcome
from tests.library import LIBRARY
from tests.nightly import some_of
from tests.properties.test_alarms import answered as answered_alarm
from tests.properties.test_alarms import scene_in, words_of

STARTS = tuple(Posture)
WAYS = ((), *((slug,) for slug, limit in LIBRARY.limits.items() if limit.ways))
"""By which limit's ways somebody gets up, or by everybody's."""
ASKED = (Ask.UP, Ask.STANDING, Ask.UP_YET)
MOST_MOVES = 6
GIDDY = ("I'm dizzy", "I feel faint", "I think I'm going to faint", "everything's spinning", "I feel sick")
HURTS = ("that hurts", "ow my knee", "there's a shooting pain down my leg", "I've got a cramp")
TAKEN_FOR_GRANTED = (
    "onto one side",
    "Stay sitting",
    "Lie still",
    "Hold on, and sit down",
    "lower yourself",
    "stand up",
)
"""Of these each is right for one posture only, and for another perhaps a fall."""


def ways_up(first: int = 0) -> Sequence[tuple[Ask, WayUp]]:
    """Each question on the way up, after so many moves from each posture, and more than there are; by day a fifth."""
    of = product(ASKED, STARTS, WAYS, range(MOST_MOVES))
    return some_of([(kind, WayUp(start, told=told, without=without)) for kind, start, without, told in of], 8, first)


def answered(words: str, kind: Ask, up: WayUp) -> Outcome:
    scene = scene_in("at Ready?", words)
    there = replace(scene, person=replace(scene.person, asked=Question(kind, up)))
    return respond(there, intent_of(there))


@pytest.mark.parametrize("words", GIDDY)
def test_giddy_on_the_way_up_whoever_stands_sits_or_lies_may_do_as_they_are_told(words: str) -> None:
    heard = {words_of(answered(words, kind, up)).split(" There are")[0] for kind, up in ways_up(len(words))}
    assert heard == {"Come no higher. Slowly, sit or lie, whichever is nearer, and breathe."}


@pytest.mark.parametrize("words", GIDDY)
def test_giddy_on_the_way_down_is_the_same(words: str) -> None:
    assert words_of(answered_alarm(words, "on the way down")).startswith("Come no higher.")


@pytest.mark.parametrize("words", HURTS)
def test_hurt_on_the_way_up_nobody_is_told_to_move(words: str) -> None:
    heard = {words_of(answered(words, kind, up)) for kind, up in ways_up(len(words))}
    assert [one for one in heard if not one.startswith("Stop there, and rest. Breathe.")] == []
    assert [one for one in heard if any(words in one for words in TAKEN_FOR_GRANTED)] == []
    assert [one for one in heard if "call nine one one" not in one] == []
