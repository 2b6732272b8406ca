"""The same as text: sentences, and silences with their seconds."""

from skill.speech.plain import joined, plain, shown
from skill.timeline import Moment, Role, Timeline

SPEECH = Timeline(
    (
        Moment(Role.HOLD, 0.4, "Hold."),
        Moment(Role.HOLD, 4.6),
        Moment(Role.REST, 3.0),
        Moment(Role.NEXT, 1.8, "Next, <cat> & cow."),
        Moment(Role.REST, 3.0),
    )
)


def test_text_has_each_sentence_and_each_silence_once() -> None:
    assert list(plain(SPEECH)) == ["Hold.", "[silence 7.6 s]", "Next, <cat> & cow.", "[silence 3 s]"]


def test_joining_silences_keeps_the_seconds() -> None:
    assert [moment.seconds for moment in joined(SPEECH)] == [0.4, 7.6, 1.8, 3.0]
    assert Timeline(tuple(joined(SPEECH))).seconds == SPEECH.seconds


def test_a_tenth_that_is_nought_is_not_shown() -> None:
    assert [shown(seconds) for seconds in (3.0, 0.5, 20.0)] == ["3", "0.5", "20"]
