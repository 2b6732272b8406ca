"""Where a practice goes on: at its kept hold through a warm-up, and through whatever becomes of its routine."""

from dataclasses import replace

from skill.content.model import Posture
from skill.dialogue.scene.going_on import first_hold, gone_on, reached
from skill.dialogue.scene.routine_of import alone
from skill.practice import Practice
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Place, Side
from tests.library import LIBRARY, PLANS

USUAL = Tailoring()
LEFT_KNEE = Place("knee-to-chest", Side.LEFT)
TILTS = Place("warm-up-pelvic-tilts", part="arch")
AT_REST = Practice("lower-back", "today", LEFT_KNEE, Posture.BACK, 0, ordinal=1)
WARMING = replace(AT_REST, place=TILTS, kept=LEFT_KNEE)


def leaving_out(*stretches: str) -> Tailoring:
    return Tailoring(never=stretches)


def where(practice: Practice | None) -> tuple[str, Place | None]:
    assert practice is not None
    return practice.place.step, practice.kept


def test_an_unaffected_practice_is_returned_unchanged() -> None:
    assert gone_on(LIBRARY, AT_REST, leaving_out("bridge"), USUAL) == AT_REST
    assert gone_on(LIBRARY, WARMING, leaving_out("bridge"), USUAL) == WARMING
    assert gone_on(LIBRARY, WARMING, USUAL) == WARMING


def test_a_warm_up_of_which_a_part_is_left_out_goes_on_with_the_rest_of_it() -> None:
    assert where(gone_on(LIBRARY, WARMING, leaving_out("pelvic-tilts"), USUAL)) == ("warm-up-knee-rolls", LEFT_KNEE)


def test_a_warm_up_of_which_nothing_is_left_is_over_and_leads_to_the_kept_hold() -> None:
    now = leaving_out("pelvic-tilts", "knee-rolls")
    for before in (USUAL, None):
        over = gone_on(LIBRARY, replace(WARMING, routine="eight-stretches"), now, before)
        assert over is not None
        assert (over.place, over.kept) == (LEFT_KNEE, None)


def test_a_warm_up_goes_on_when_what_it_leads_to_is_left_out_and_leads_to_the_next() -> None:
    now = gone_on(LIBRARY, WARMING, leaving_out("knee-to-chest"), USUAL)
    assert now is not None
    assert now.place == TILTS
    assert now.kept is not None
    assert now.kept.step == "knee-rolls"


def test_of_a_routine_of_which_nothing_is_left_nothing_goes_on() -> None:
    assert gone_on(LIBRARY, AT_REST, leaving_out(*LIBRARY.stretches), USUAL) is None


def test_one_stretch_that_was_asked_for_goes_on_whatever_is_left_out() -> None:
    practice = replace(AT_REST, routine=alone("knee-to-chest"))
    assert gone_on(LIBRARY, practice, leaving_out("knee-to-chest"), USUAL) == practice


def test_a_warm_up_is_over_at_the_kept_hold_and_not_before() -> None:
    assert reached(LIBRARY, WARMING, USUAL) == WARMING
    assert reached(LIBRARY, replace(WARMING, place=LEFT_KNEE), USUAL) == AT_REST


def test_a_step_is_begun_at_the_kept_hold_where_that_is_in_it() -> None:
    steps = {step.key: step for step in PLANS["lower-back"].steps}
    assert first_hold(LIBRARY, WARMING, steps["knee-to-chest"]) == LEFT_KNEE
    assert first_hold(LIBRARY, WARMING, steps["knee-rolls"]) == Place("knee-rolls", Side.RIGHT)
    assert first_hold(LIBRARY, AT_REST, steps["knee-to-chest"]) == Place("knee-to-chest", Side.RIGHT)
