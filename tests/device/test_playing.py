"""A response as it is heard: what is said, how long it is quiet, and when nobody will answer any more."""

import pytest

from skill.device.playing import Playing
from skill.pace import Pace
from tests.device.scripted import asking, closing

PACE = Pace(1.0)


def heard(words: str) -> list[str | float]:
    playing = Playing.of(closing(words), PACE)
    return [moment.words or moment.seconds for moment in playing.speech.moments]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("Hold.", ["Hold."]),
        (
            'Hold. <break time="10000ms"/> <break time="10000ms"/> <break time="500ms"/> Let go.',
            ["Hold.", 20.5, "Let go."],
        ),
        ('<break time="4000ms"/> Ready?', [4.0, "Ready?"]),
        ("Knees &amp; hips &lt;now&gt;.", ["Knees & hips <now>."]),
        ("", []),
    ],
)
def test_breaks_next_to_each_other_are_one_silence_and_words_are_words_again(
    words: str, pieces: list[str | float]
) -> None:
    assert heard(words) == pieces


def test_a_response_without_speech_is_over_when_it_begins() -> None:
    playing = Playing.of({}, PACE)
    assert (playing.speech.moments, playing.listens, playing.over_seconds) == ((), False, 1.5)


@pytest.mark.parametrize(("decided", "listens"), [(False, True), (True, False), (None, False)])
def test_the_microphone_opens_only_when_the_session_stays_open(decided: bool | None, listens: bool) -> None:
    assert Playing.of({"shouldEndSession": decided}, PACE).listens is listens


def test_seconds_count_from_the_request_to_the_end_of_the_second_open_microphone() -> None:
    playing = Playing.of(asking('<break time="10000ms"/>', '<break time="5000ms"/>'), PACE)
    assert (playing.over_seconds, playing.given_up_seconds) == (11.5, 32.5)


def test_a_slow_voice_takes_longer_over_words_and_not_over_silences() -> None:
    words = 'Let the leg go, slowly. <break time="10000ms"/>'
    normal, slow = (Playing.of(closing(words), Pace(rate)).speech for rate in (1.0, 1.5))
    assert [moment.seconds for moment in normal.moments] == [1.6, 10.0]
    assert [moment.seconds for moment in slow.moments] == [2.4, 10.0]


def test_how_much_was_heard_counts_the_words_as_they_were_sent_whatever_the_voice() -> None:
    words = 'Hold. Seven seconds.<break time="5000ms"/>Let go, and rest.'
    slow = Playing.of({"outputSpeech": {"ssml": f"<speak>{words}</speak>"}}, Pace(rate=2.0))

    assert slow.heard_after(1.6).seconds == 0.8  # half of the words, which take twice as long as estimated
    assert slow.heard_after(5.7).seconds == pytest.approx(1.6 + 2.55, abs=0.1)  # the break with its cost
    assert [slow.heard_after(second).over for second in (10.7, 10.9)] == [False, True]
