"""The microphone of one conversation, piece by piece: what opens it, what closes it, and that nothing grows in it."""

from dataclasses import dataclass, field

import numpy as np

from skill.hearing.listening import Around, Listening, MicrophoneState, MicrophoneTold
from skill.sound.sound import Samples

PIECE = np.zeros(1_600, dtype=np.int16)


@dataclass
class Wake:
    """A wake word that is found when the test says so."""

    now: bool = False

    def hear(self, samples: Samples) -> bool:
        assert len(samples)
        return self.now


@dataclass
class Voice:
    """Somebody who speaks when the test says so."""

    speaks: bool = False
    spoken_seconds: float = 0.0
    quiet_seconds: float = 0.0

    def hear(self, samples: Samples) -> None:
        seconds = len(samples) / 16_000
        self.spoken_seconds += seconds if self.speaks else 0
        self.quiet_seconds = 0.0 if self.speaks else self.quiet_seconds + seconds

    def begin(self) -> None:
        self.spoken_seconds = self.quiet_seconds = 0.0


@dataclass
class Room:
    """A microphone, and the time of its sound."""

    wake: Wake = field(default_factory=Wake)
    voice: Voice = field(default_factory=Voice)
    at: float = 0.0

    def __post_init__(self) -> None:
        self.listening = Listening(self.wake, self.voice)

    def passing(self, seconds: float, question: int = 0, *, ours: bool = False) -> list[MicrophoneTold]:
        told = []
        for _ in range(round(seconds * 10)):
            self.at += 0.1
            told.append(self.listening.hear(PIECE, Around(self.at, question, ours)))
            self.wake.now = False
        return told


def test_the_wake_word_opens_it_at_once_and_the_end_of_words_closes_it() -> None:
    room = Room()
    assert {told.state for told in room.passing(3)} == {MicrophoneState.CLOSED}
    room.wake.now = True
    assert room.passing(0.1) == [MicrophoneTold(MicrophoneState.OPEN, woken=True)]
    room.voice.speaks = True
    assert {told.state for told in room.passing(1)} == {MicrophoneState.OPEN}
    room.voice.speaks = False
    states = [told.state for told in room.passing(1)]
    assert states.index(MicrophoneState.THINKING) in (7, 8)  # eight tenths of a second later
    assert 3 < room.listening.take().seconds < 4.5, "with the wake word before it"
    assert room.listening.state is MicrophoneState.CLOSED


def test_a_question_opens_it_for_eight_seconds_and_the_next_one_again() -> None:
    room = Room()
    first = room.passing(12, question=1)
    assert [told.nobody for told in first].index(True) in (79, 80)
    assert sum(told.nobody for told in first) == 1
    assert first[-1].state is MicrophoneState.CLOSED
    assert room.passing(0.1, question=2)[0].state is MicrophoneState.OPEN


def test_a_question_that_is_answered_by_hand_waits_for_nobody_any_more() -> None:
    room = Room()
    assert {told.state for told in room.passing(2, question=1)} == {MicrophoneState.OPEN}
    assert set(room.passing(9)) == {MicrophoneTold(MicrophoneState.CLOSED)}, "nobody is missed"
    assert {told.state for told in room.passing(2, question=2)} == {MicrophoneState.OPEN}
    missed = [told.nobody for told in room.passing(9, question=3)]
    assert missed.index(True) in (79, 80), "eight seconds of its own"


def test_somebody_who_has_begun_to_answer_is_heard_out_though_it_was_answered_by_hand() -> None:
    room = Room()
    room.passing(2, question=1)
    room.voice.speaks = True
    room.passing(0.5, question=1)
    assert {told.state for told in room.passing(0.5)} == {MicrophoneState.OPEN}
    room.voice.speaks = False
    assert room.passing(1)[-1].state is MicrophoneState.THINKING


def test_somebody_who_has_begun_to_speak_is_waited_for_and_who_never_ends_is_not() -> None:
    room = Room()
    room.passing(7.5, question=1)
    room.voice.speaks = True
    assert not any(told.nobody for told in room.passing(2, question=1))
    assert room.passing(12, question=1)[-1].state is MicrophoneState.THINKING
    assert room.listening.take().seconds < 13


def test_what_was_not_said_to_us_leaves_the_rest_of_the_eight_seconds() -> None:
    room = Room()
    room.voice.speaks = True
    room.passing(3, question=1)
    room.voice.speaks = False
    assert room.passing(1, question=1)[-1].state is MicrophoneState.THINKING
    room.listening.take()
    room.listening.go_on()
    assert [told.nobody for told in room.passing(5, question=1)].count(True) == 1


def test_our_own_voice_does_not_wake_it() -> None:
    room = Room()
    room.wake.now = True
    assert room.passing(0.1, ours=True) == [MicrophoneTold(MicrophoneState.CLOSED)]


def test_after_a_sleep_what_was_half_said_is_let_go_and_it_is_told() -> None:
    room = Room()
    room.voice.speaks = True
    room.passing(1, question=1)
    room.at += 3_600
    assert room.passing(0.1) == [MicrophoneTold(MicrophoneState.CLOSED, slept=True)]


def test_after_a_sleep_a_question_has_its_eight_seconds_anew() -> None:
    room = Room()
    room.passing(7, question=1)
    room.at += 3_600
    woke = room.passing(8.2, question=1)
    assert woke[0] == MicrophoneTold(MicrophoneState.OPEN, slept=True)
    assert [told.nobody for told in woke].index(True) in (79, 80)
    room.at += 4  # a machine that was busy for so long did not sleep
    assert room.passing(0.1) == [MicrophoneTold(MicrophoneState.CLOSED)]


def test_ten_minutes_of_anything_keep_no_more_than_a_sentence() -> None:
    room = Room()
    room.voice.speaks = True
    room.passing(600)
    assert room.listening.take().seconds < 2
    room.passing(60, question=1)
    assert room.listening.take().seconds < 13.2
