"""Each speaker has a voice of its own; till it is known, what the others taught is half trusted."""

from skill.pace import Measure, Pace, calibrated, pace_on, with_measure

KITCHEN = tuple(Measure(rate, "kit") for rate in (1.2, 1.22, 1.18))


def test_a_speaker_that_answered_three_times_is_known() -> None:
    assert pace_on("kit", KITCHEN) == calibrated([1.2, 1.22, 1.18])


def test_another_speaker_is_taken_to_be_alike_with_more_caution() -> None:
    assert pace_on("bed", KITCHEN) == Pace(1.2, deviation=0.12, caution=1.4, asks_from=0.5)


def test_measures_of_which_nobody_knows_the_speaker_count_for_all_of_them_alike() -> None:
    assert pace_on("bed", tuple(Measure(rate) for rate in (0.9, 0.92, 0.94))).rate == 0.92


def test_two_measures_teach_something_of_their_speaker_and_nothing_certain_of_another() -> None:
    assert pace_on("kit", KITCHEN[:2]) == calibrated([1.2, 1.22])
    assert pace_on("bed", KITCHEN[:2]) == calibrated([1.2, 1.22])


def test_the_first_answer_on_another_speaker_is_weighed_with_what_the_first_one_taught() -> None:
    assert pace_on("bed", (*KITCHEN, Measure(1.0, "bed"))).rate == 1.1


def test_what_one_speaker_teaches_leaves_the_other_as_it_was() -> None:
    measures = KITCHEN
    for rate in (0.8, 0.81, 0.79):
        measures = with_measure(measures, Measure(rate, "bed"))
    assert (pace_on("kit", measures).rate, pace_on("bed", measures).rate) == (1.2, 0.8)


def test_the_newest_seven_of_each_of_two_speakers_are_kept() -> None:
    measures = measured("kit", "bed")
    assert [measure.rate for measure in measures if measure.speaker == "kit"] == [
        1.03, 1.04, 1.05, 1.06, 1.07, 1.08, 1.09
    ]  # fmt: skip
    assert len(measures) == 14


def test_of_three_speakers_no_more_is_kept_than_of_two() -> None:
    assert len(measured("kit", "bed", "hut")) <= 14


def measured(*speakers: str) -> tuple[Measure, ...]:
    """Ten measures of each of these speakers, in turn."""
    measures: tuple[Measure, ...] = ()
    for number in range(10):
        for speaker in speakers:
            measures = with_measure(measures, Measure(1 + number / 100, speaker))
    return measures
