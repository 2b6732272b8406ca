"""The way back after a very bad day: three days on which something is practised, and then none."""

import pytest

from skill.content.model import Kind
from skill.content.rules.suiting import only_on_a_bad_day, resting
from skill.tailoring.fits.way_back import WayBack, packed_way_back, unpacked_way_back
from skill.tailoring.tailoring import Tailoring, tailored
from tests.library import LIBRARY

SAID = 739_900


def test_a_day_on_which_nothing_is_practised_waits() -> None:
    said = WayBack(1, SAID)

    days = [said.on(SAID + later).today for later in range(9)]

    assert days == [1, 2, 2, 2, 2, 2, 2, 2, 0]


def test_each_day_of_practice_is_one_step_and_after_the_third_there_is_none() -> None:
    way_back = WayBack(1, SAID)
    heard = []
    for day in range(SAID, SAID + 4):
        way_back = way_back.on(day)
        heard.append((way_back.rests, way_back.softest, way_back.softly))
        way_back = way_back.having_practised(day).having_practised(day)

    assert heard == [(True, False, False), (False, True, False), (False, False, True), (False, False, False)]
    assert way_back == WayBack()


def test_what_was_practised_yesterday_and_is_counted_today_counts_for_yesterday() -> None:
    today = WayBack(1, SAID).on(SAID + 2)

    assert today.having_practised(SAID + 1).on(SAID + 2).softly


@pytest.mark.parametrize("kept", [WayBack(), WayBack(3, SAID)])
def test_it_is_kept_as_one_short_text(kept: WayBack) -> None:
    assert unpacked_way_back(packed_way_back(kept)) == kept


def test_on_the_third_day_every_movement_is_short_and_whatever_can_be_is_easier() -> None:
    lower_back = LIBRARY.routines["lower-back"]
    softly = tailored(LIBRARY, lower_back, Tailoring(way_back=WayBack(2, SAID)).on(SAID + 1))

    assert softly is not None
    assert [step.stretch for step in softly.steps] == [step.stretch for step in lower_back.steps]
    for step, usual in zip(softly.steps, lower_back.steps, strict=True):
        stretch = LIBRARY.stretch_of(step)
        assert step.form == "easier", step.key
        assert step.dose.hold_seconds <= usual.dose.hold_seconds, step.key
        if stretch.kind is Kind.MOVEMENT and stretch.form != "moving":
            assert step.dose.hold_seconds == stretch.hold.shortest, step.key


def test_rest_is_not_made_less_on_the_third_day() -> None:
    rests = LIBRARY.routines[resting(LIBRARY.routines)]

    softly = tailored(LIBRARY, rests, Tailoring(way_back=WayBack(3, SAID)))

    assert softly == rests


def test_what_is_for_a_bad_day_is_in_no_other_routine() -> None:
    alone = only_on_a_bad_day(LIBRARY.routines)

    assert alone == {"rest-knees-bent", "rest-on-side", "rest-legs-up"}
    assert all(LIBRARY.stretch(slug).only_rests for slug in alone)
