"""A stretch in other words: in the hold, on the way in, and of both sides at once, and what was held counts."""

from dataclasses import replace

import pytest

from skill.dialogue.answers.asking.in_other_words import in_other_words
from skill.dialogue.scene.scene import Scene
from skill.timeline import HOLDING, Place, Role, Side
from tests.dialogue.somebody import led, scene_with


def inside(routine: str, place: Place, seconds_left: float) -> Scene:
    """They speak on the way into a hold, or in it, so many seconds of which are left."""
    scene = scene_with(led(routine, place), inside=True)
    assert scene.found is not None
    where = replace(scene.found.where, left_seconds=seconds_left)
    return replace(scene, found=replace(scene.found, where=where))


def test_on_the_way_in_there_is_time_to_get_there_once_more_and_the_hold_is_whole() -> None:
    place = Place("knee-to-chest", Side.RIGHT)
    moments = in_other_words(inside("lower-back", place, 23.0)).reply.timeline.moments
    assert [moment.words for moment in moments[:2]] == [
        "Your right thigh comes towards your belly, held by both hands.",
        "Your left leg lies long, and does nothing.",
    ]
    assert (moments[2].role, moments[2].seconds) == (Role.SETTLE, 5.0)
    assert moments[3].words == "Hold. Twenty seconds."
    held = [moment.seconds for moment in moments if moment.role in HOLDING and moment.place == place]
    assert sum(held) == pytest.approx(20.0)


def test_in_the_hold_it_is_said_out_of_what_is_left() -> None:
    moments = in_other_words(inside("lower-back", Place("knee-to-chest", Side.LEFT), 19.0)).reply.timeline.moments
    words = [moment.words for moment in moments if moment.words]
    assert words[:4] == [
        "Your left thigh comes towards your belly, held by both hands.",
        "Your right leg lies long, and does nothing.",
        "Eight more seconds.",
        "Let go, and lower the leg slowly.",
    ]


def test_of_both_sides_at_once_the_moves_are_told_that_lead_there() -> None:
    moments = in_other_words(inside("stretch/knee-press", Place("knee-press", Side.BOTH), 14.0)).reply.timeline.moments
    assert moments[0].words == "Draw one knee in, and hold it."
