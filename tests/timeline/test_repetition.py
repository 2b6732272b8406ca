"""A routine of which only lengths are asked lasts as long as it is told; a step is told once for all alike."""

import pytest

from skill.dialogue.scene.routine_of import alone
from skill.pace import Pace
from skill.replaced import replace
from skill.timeline import HOLDING, Telling, Walk
from skill.timeline.changes import Changes
from skill.timeline.manner import Amount, Manner
from skill.timeline.stages import After, Stage, told_for_lengths
from tests.library import LIBRARY, PLANS, told_briefly, told_in_full, units

A_WAY_VARIES_SECONDS = 0.35
"""That somebody is there is said in four ways, in turn."""

TELLINGS = {
    "for the first time": told_in_full(),
    "briefly": told_briefly(),
    "by a slow voice, with slow breaths": replace(told_briefly(), pace=Pace(1.4), manner=Manner(breath_seconds=7)),
    "by counting": replace(told_briefly(), manner=Manner(Amount.COUNTING, counts_down=True, chimes=True)),
    "in full, and in breaths": replace(told_briefly(), manner=Manner(Amount.MORE, in_breaths=True)),
}


def stages_of(name: str, telling: Telling) -> list[Stage]:
    routine = PLANS[name]
    first = units(routine)[0]
    return list(Walk(routine, telling, first.place, first.stretch.posture).stages())


@pytest.mark.parametrize("told", TELLINGS)
def test_every_stage_is_as_long_as_it_is_told(told: str) -> None:
    telling = TELLINGS[told]
    for name in LIBRARY.routines:
        whole, in_lengths = stages_of(name, telling), stages_of(name, telling.for_lengths)
        assert [(stage.after, stage.then) for stage in whole] == [(stage.after, stage.then) for stage in in_lengths]
        for one, other in zip(whole, in_lengths, strict=True):
            varies = A_WAY_VARIES_SECONDS if one.after is After.WAY else 0.05
            assert one.seconds == pytest.approx(other.seconds, abs=varies), f"{name}, before {one.then}"


def test_nothing_is_said_within_a_hold_but_the_word_from_which_it_counts() -> None:
    *_, stage = stages_of(alone("quiet-rest"), told_in_full().for_lengths)
    assert [moment.silent for moment in stage.moments if moment.role in HOLDING] == [False, True]


def test_whoever_knows_other_stretches_or_gets_about_otherwise_is_told_the_same_one() -> None:
    step = PLANS["eight-stretches"].steps[0]
    telling = told_in_full().for_lengths
    one = told_for_lengths(step, None, telling)
    knows_others = replace(telling, met=frozenset({"cobra"}), changes=Changes(needed=40), limits=("kneeling",))
    assert told_for_lengths(step, None, knows_others) is one
    knows_it = replace(telling, met=frozenset({step.stretch}))
    assert told_for_lengths(step, None, knows_it)[0].seconds < one[0].seconds
