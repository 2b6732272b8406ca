"""Left and right are the same: as many repetitions, as long, in every routine, form, fit and breath."""

from collections import Counter
from itertools import product

import pytest

from skill.content.model import Step
from skill.tailoring.fits.fit import Fit
from skill.tailoring.tailoring import Tailoring, tailored
from skill.timeline import Side
from skill.timeline.hold.units import units_of
from skill.timeline.manner import Manner
from tests.cases.each_of import each_of
from tests.library import LIBRARY, PLANS
from tests.nightly import some_of

WISHES = [*product((False, True), (5, 6, 7), (-6, 0, 12), (-1, 0, 1))]
"""Easier or not, seconds a breath, seconds of hold and repetitions more."""


def turns(step: Step, breath_seconds: int) -> Counter[str]:
    """How often each side has its turn, and for how many seconds."""
    stretch, dose = LIBRARY.stretch_of(step), step.dose
    if stretch.easier_in_turn and step.form == "easier":
        return Counter("left" if number % 2 else "right" for number in range(dose.repetitions))
    if stretch.cycle > 1:
        half_breath = stretch.half_breath_seconds * breath_seconds / 6
        words = [word.removesuffix(".").lower() for word in stretch.words["en"].rhythm]
        named = round(dose.hold_seconds / half_breath) - 1
        return Counter(words[number % len(words)] for number in range(named))
    held = Counter[str]()
    for unit in units_of(step, stretch):
        if unit.place.side not in (None, Side.BOTH):
            held[str(unit.place.side)] += unit.hold_seconds
            held[f"times {unit.place.side}"] += 1
    return held


@each_of("name", PLANS)
def test_left_and_right_have_the_same(name: str) -> None:
    routine = PLANS[name]
    for easier, breath, hold, times in some_of(WISHES, 11):
        fits = tuple(Fit.of(slug) for slug in LIBRARY.stretches)
        wanted = tuple(Fit(fit.mark, hold, times, easier) for fit in fits)
        led = tailored(LIBRARY, routine, Tailoring(fits=wanted, manner=Manner(breath_seconds=breath)))
        for step in led.steps if led else ():
            had = turns(step, breath)
            assert had["left"] == had["right"], (step.key, easier, breath, hold, times)
            assert had["times left"] == had["times right"], (step.key, easier, breath, hold, times)


def test_what_goes_from_side_to_side_says_how_long_that_takes() -> None:
    sided = {slug for slug, stretch in LIBRARY.stretches.items() if "Right." in stretch.words["en"].rhythm}
    assert (
        {slug for slug, stretch in LIBRARY.stretches.items() if stretch.cycle > 1}
        == sided
        == {
            "happy-baby",
            "windshield-wipers",
        }
    )


@pytest.mark.parametrize(("seconds", "alike"), [(15, True), (20, False), (21, True), (24, False), (27, True)])
def test_rocking_ends_after_a_left_and_as_many_rights(seconds: int, alike: bool) -> None:
    assert LIBRARY.stretch("happy-baby").sides_alike(seconds) is alike


@pytest.mark.parametrize(("prescribed", "led"), [(2, 2), (3, 2), (5, 4), (8, 8)])
def test_one_foot_after_the_other_is_lifted_as_often(prescribed: int, led: int) -> None:
    alone = PLANS["stretch/prone-leg-lifts"]
    dose = alone.steps[0].dose.but(repetitions=prescribed)
    routine = alone.but(steps=(alone.steps[0].but(dose=dose),))
    easier = Tailoring(fits=(Fit(Fit.of("prone-leg-lifts").mark, easier=True),))
    told = tailored(LIBRARY, routine, easier)
    assert told is not None
    assert (told.steps[0].form, told.steps[0].dose.repetitions) == ("easier", led)
