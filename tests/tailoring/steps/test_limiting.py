"""A routine within what a body may be asked for: without what is ruled out, gentler, or on a bed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from skill.content.library import ruled_out
from skill.content.model import Kind, Posture, Routine
from skill.tailoring.tailoring import Tailoring, tailored
from tests.library import LIBRARY

LIMITS = st.lists(st.sampled_from(sorted(LIBRARY.limits)), max_size=4, unique=True).map(tuple)
ROUTINES = st.sampled_from(sorted(LIBRARY.routines))


def within(routine: str, *limits: str) -> Routine:
    fitting = tailored(LIBRARY, LIBRARY.routine(routine), Tailoring(limits=limits))
    assert fitting is not None
    return fitting


def stretches(routine: Routine) -> list[str]:
    return [step.stretch for step in routine.steps]


def test_lower_back_without_kneeling_stays_on_the_back() -> None:
    assert stretches(within("lower-back", "kneeling")) == [
        "pelvic-tilts",
        "knee-to-chest",
        "knee-rolls",
        "piriformis",
        "windshield-wipers",
    ]


def test_bad_knees_are_held_behind_the_thigh() -> None:
    steps = {step.stretch: step.form for step in within("lower-back", "kneeling").steps}
    assert steps == {
        "pelvic-tilts": "usual",
        "knee-to-chest": "easier",
        "knee-rolls": "usual",
        "piriformis": "usual",
        "windshield-wipers": "usual",
    }


def test_off_the_floor_what_can_be_is_led_on_a_bed() -> None:
    routine = within("gentle-start", "floor")
    assert {step.posture for step in routine.steps} == {Posture.BED}
    assert stretches(routine) == stretches(LIBRARY.routine("gentle-start"))


def test_standing_stretches_stay_standing_for_whoever_keeps_off_the_floor() -> None:
    assert within("standing", "floor") == LIBRARY.routine("standing")


def test_nothing_is_left_of_a_routine_on_the_back_for_whoever_cannot_lie_flat() -> None:
    assert tailored(LIBRARY, LIBRARY.routine("gentle-start"), Tailoring(limits=("lying-flat",))) is None


def test_what_is_for_today_only_is_gone_tomorrow() -> None:
    tailoring = Tailoring(limits=("on-front",), limits_today=("kneeling",), resting=("bridge",), resting_day=700_000)
    assert tailoring.limits_now == ("on-front", "kneeling")
    assert tailoring.on(700_000).left_out(LIBRARY) == ruled_out(LIBRARY, ["on-front", "kneeling"]) | {"bridge"}
    tomorrow = tailoring.on(700_001)
    assert (tomorrow.limits_now, tomorrow.resting, tomorrow.resting_day) == (("on-front",), (), 0)


@given(ROUTINES, LIMITS, LIMITS)
def test_nothing_ruled_out_is_ever_led(routine: str, always: tuple[str, ...], today: tuple[str, ...]) -> None:
    tailoring = replace(Tailoring(limits=always), limits_today=today, resting_day=1)
    left = tailored(LIBRARY, LIBRARY.routine(routine), tailoring)
    out = ruled_out(LIBRARY, (*always, *today))
    assert left is None or not out.intersection(stretches(left))
    others = set(stretches(LIBRARY.routine(routine))) - out
    assert left is not None or all(LIBRARY.stretch(slug).kind is Kind.STRONG for slug in others), "nobody ends with one"
