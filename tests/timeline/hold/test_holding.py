"""Inside a hold: what is said comes out of its silence, and the hold is as long as it was said to be."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from skill.pace import Pace
from skill.timeline import Role, Telling, Timeline
from skill.timeline.hold.holding import hold, rest_of_hold
from skill.timeline.manner import Manner
from skill.wording import Wording
from tests.cases.each_of import each_of
from tests.library import EVERYTHING, LIBRARY, holds, told_briefly, told_in_full
from tests.timeline.hold.reading import heard


def test_a_hold_begins_with_its_length_and_has_a_word_on_the_breath_and_one_at_half_of_it() -> None:
    unit = holds("knee-to-chest", hold_seconds=20)[0]
    second, third = (replace(told_briefly(), holds_before=number) for number in (1, 2))
    assert heard(hold(unit, second)) == [
        "Hold. Twenty seconds.",
        3.4,
        "Long, easy breaths.",
        3.6,
        "Ten more seconds.",
        9.0,
    ]
    assert heard(hold(unit, third))[-2:] == ["Half of it is over.", 8.9]


def test_in_the_first_days_what_may_be_let_go_of_is_said_half_way_and_later_in_every_third_hold() -> None:
    unit = holds("knee-to-chest", hold_seconds=20)[0]
    soft = {"Let your lower back grow heavy.", "Let the knee get heavy."}
    told = [
        [
            any(
                str(piece).startswith(tuple(soft)) for piece in heard(hold(unit, replace(telling, holds_before=number)))
            )
            for number in range(6)
        ]
        for telling in (told_in_full(), told_briefly())
    ]
    assert told == [[True] * 6, [True, False, False, True, False, False]]


def test_what_is_left_is_told_in_whole_fives() -> None:
    unit = holds("knee-to-chest", hold_seconds=25)[0]
    moments = list(hold(unit, replace(told_briefly(), holds_before=1)))
    (halfway,) = [moment for moment in moments if moment.role is Role.HALFWAY]
    assert halfway.words == "Ten more seconds."
    assert sum(moment.seconds for moment in moments[moments.index(halfway) :]) == pytest.approx(10.0)


def test_a_short_hold_has_no_half() -> None:
    unit = holds("knee-to-chest", hold_seconds=19)[0]
    assert heard(hold(unit, told_briefly())) == ["Hold. Nineteen seconds.", 7.7, "Breathe out slowly.", 8.4]


def test_the_next_repetition_of_a_short_hold_need_not_say_its_length_again() -> None:
    _, second, *_ = holds("sphinx", hold_seconds=10, repetitions=5)
    assert heard(hold(second, told_briefly())) == ["Hold.", 9.6]


def test_the_next_repetition_of_a_long_hold_says_that_it_is_as_long_again() -> None:
    _, second = holds("childs-pose", hold_seconds=20, repetitions=2)
    assert heard(hold(second, told_briefly()))[0] == "Hold. Twenty seconds, as before."
    assert heard(hold(second, told_briefly(), anew=True))[0] == "Hold. Twenty seconds."


@pytest.mark.parametrize(
    ("seconds", "counted"), [(2, ["One."]), (3, ["Two.", "One."]), (5, ["Three.", "Two.", "One."])]
)
def test_the_last_seconds_are_counted_each_on_its_second_as_far_as_the_length_leaves_room(
    seconds: int, counted: list[str]
) -> None:
    telling = replace(told_briefly(), manner=Manner(counts_down=True))
    first, *said = hold(holds("pelvic-tilts", hold_seconds=seconds)[1], telling)
    assert first.words == "Hold."
    ends = [round(seconds - start, 1) for start, moment in Timeline((first, *said)).timed() if moment.words in counted]
    assert [moment.words for moment in said if moment.words] == counted
    assert ends == [float(number) for number in range(len(counted), 0, -1)]


@pytest.mark.parametrize("rate", [0.7, 1.0, 1.3])
def test_a_hold_whose_end_is_counted_is_as_long_as_any_other_and_nothing_runs_into_the_count(rate: float) -> None:
    telling = replace(told_briefly(), pace=Pace(rate), manner=Manner(counts_down=True))
    moments = list(hold(holds("knee-to-chest", hold_seconds=20)[0], telling))
    assert sum(moment.seconds for moment in moments) == pytest.approx(20.0)
    assert [moment.words for moment in moments if moment.words][-3:] == ["Three.", "Two.", "One."]


def test_what_is_left_of_a_hold_is_counted_down_too() -> None:
    telling = replace(told_briefly(), manner=Manner(counts_down=True))
    assert heard(rest_of_hold(holds("knee-to-chest", hold_seconds=20)[0], telling, 5)) == [
        2.0,
        "Three.",
        0.5,
        "Two.",
        0.6,
        "One.",
        0.6,
    ]


@pytest.mark.parametrize(
    ("seconds", "breath_seconds", "begins"),
    [
        (20, 6, {"Hold. Three slow breaths.": 0.0, "Two.": 8.0, "And the last.": 14.0}),
        (18, 6, {"Hold. Three slow breaths.": 0.0, "Two.": 6.0, "And the last.": 12.0}),
        (20, 7, {"Hold. Two slow breaths.": 0.0, "And the last.": 13.0}),
        (10, 6, {"Hold. One slow breath.": 0.0}),
        (5, 6, {"Hold. Five seconds.": 0.0}),
    ],
)
def test_somebody_who_holds_by_the_breath_hears_each_as_it_begins_and_the_seconds_stay(
    seconds: int, breath_seconds: int, begins: dict[str, float]
) -> None:
    telling = replace(told_briefly(), manner=Manner(breath_seconds=breath_seconds, in_breaths=True))
    timeline = Timeline(tuple(hold(holds("knee-to-chest", hold_seconds=seconds)[0], telling)))
    assert {moment.words: start for start, moment in timeline.timed() if moment.words} == begins
    assert timeline.seconds == seconds


def test_what_moves_keeps_its_rhythm_and_its_seconds_also_by_the_breath() -> None:
    unit, telling = holds("windshield-wipers", hold_seconds=60)[0], told_briefly()
    by_breath = replace(telling, manner=Manner(in_breaths=True))
    assert heard(hold(unit, by_breath)) == heard(hold(unit, telling))


def test_a_newcomer_is_never_without_a_word_for_more_than_ten_seconds() -> None:
    words = heard(hold(holds("childs-pose", hold_seconds=60)[0], told_in_full()))
    assert words[0] == "Hold. One minute."
    assert any(str(piece).endswith("Thirty more seconds.") for piece in words)
    assert max(piece for piece in words if isinstance(piece, float)) <= 10.0


def test_movement_is_led_by_half_breaths_at_first_and_then_kept_up_alone() -> None:
    words = heard(hold(holds("windshield-wipers", hold_seconds=60)[0], told_briefly()))
    assert words[0] == "Begin. One minute."
    assert [word for word in words if isinstance(word, str)][1:8] == [
        "Right.",
        "Middle.",
        "Left.",
        "Middle.",
        "Right.",
        "Middle.",
        "Go on by yourself, and breathe.",
    ]


def test_somebody_who_knows_a_long_rest_is_left_in_peace_once_they_know_how_long_it_still_is() -> None:
    assert heard(hold(holds("quiet-rest", hold_seconds=60)[0], replace(told_briefly(), holds_before=1))) == [
        "Hold. One minute.",
        13.6,
        "Long, easy breaths.",
        13.6,
        "Thirty more seconds.",
        28.8,
    ]


@each_of("seconds", [1, 2, 3, 5, 7, 10, 15, 20, 30, 36, 45, 60, 84, 90, 120])
@each_of("stretch", ["knee-to-chest", "windshield-wipers", "cat-cow", "pelvic-tilts"])
@each_of("rate", [0.7, 1.0, 1.3])
def test_a_hold_of_any_length_lasts_just_as_long(stretch: str, seconds: int, rate: float) -> None:
    telling = Telling(Wording(LIBRARY, "en"), Pace(rate), EVERYTHING)
    moments = list(hold(holds(stretch, hold_seconds=seconds)[1 if stretch == "knee-to-chest" else 0], telling))
    opening = moments[0].seconds
    assert round(sum(moment.seconds for moment in moments), 1) == max(float(seconds), opening)
    assert all(moment.seconds > 0 for moment in moments)


@each_of("slug", sorted(LIBRARY.stretches))
@each_of("newcomer", [True, False])
def test_however_long_it_is_nobody_hears_the_same_twice_running_in_it(slug: str, newcomer: bool) -> None:
    longest = LIBRARY.stretch(slug).hold.longest
    for number, unit in enumerate(holds(slug, hold_seconds=longest)):
        telling = replace(told_in_full(), newcomer=newcomer, holds_before=number)
        words = [sentence for moment in hold(unit, telling) for sentence in re.findall(r"[^.]+[.]", moment.words)]
        said = [sentence.strip() for sentence in words if "seconds" not in sentence]
        assert [one for one, other in pairwise(said) if one == other] == [], said
