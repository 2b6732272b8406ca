"""A fit is kept in a few letters, and comes back as it was."""

from dataclasses import replace

from skill.plain_record import read_plain, write_plain
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.packed_fits import kept_fits, packed_fits, unpacked_fits
from skill.tailoring.tailoring import Tailoring
from tests.library import LIBRARY

TODAY = 739_940
KNEE, ROLLS = Fit.of("knee-to-chest"), Fit.of("knee-rolls")
BUSY = replace(KNEE, hold=-5, repetitions=2, easier=True, later_hold=4, later_repetitions=1, day=TODAY, back=2)


def test_those_with_the_same_figures_are_kept_together_without_the_last_noughts() -> None:
    longer = [replace(fit, hold=5) for fit in (KNEE, ROLLS)]
    assert packed_fits(tuple(longer)) == f"5 {''.join(sorted((KNEE.mark, ROLLS.mark)))}"
    assert packed_fits((BUSY, replace(ROLLS, easier=True))) == f",,1 {ROLLS.mark} -5,2,1,323,4,1,2 {KNEE.mark}"


def test_it_comes_back_as_it_was() -> None:
    fits = kept_fits((BUSY, replace(ROLLS, easier=True), replace(Fit.of("bridge"), day=TODAY)))
    assert unpacked_fits(packed_fits(fits)) == fits


def test_a_record_holds_one_text_for_all_of_them() -> None:
    tailoring = Tailoring(fits=(BUSY,), seen=TODAY)
    record = write_plain(Tailoring, tailoring)
    assert record == {"fits": f"-5,2,1,323,4,1,2 {KNEE.mark}", "seen": TODAY}
    assert read_plain(Tailoring, record) == tailoring


def test_somebody_may_have_a_fit_for_every_stretch() -> None:
    every = tuple(replace(Fit.of(slug), hold=5, easier=True, day=TODAY) for slug in LIBRARY.stretches)
    assert len(packed_fits(every)) < 4 * len(every)
