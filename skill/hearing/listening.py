"""The microphone of one conversation: the wake word or a question opens it, and it closes again by itself.

It gets the sound piece by piece, and what the player does meanwhile. It measures time by the sound and by what the
player reports: nothing here reads a clock.
"""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np

from skill.hearing.ear import RATE
from skill.limits import LISTENING_SECONDS
from skill.sound.sound import Samples, Sound

FINISHED_AFTER_SECONDS = 0.8
"""Quiet after words that ends a sentence."""
LEAST_SPOKEN_SECONDS = 0.15
"""Shorter speech is a cough: "no" takes twice as long."""
LONGEST_SPOKEN_SECONDS = 12.0
"""Longer speech is cut off here: no wish takes so long."""
BEFORE_WAKE_SECONDS = 1.3
"""Sound before the wake word is detected that is part of it, and goes to the ears with the sentence."""
AFTER_WAKE_SECONDS = 0.3
"""The same for a wake word that the ears do not know: it is detected even later after its end, and so left out."""
BEFORE_SECONDS = 0.4
"""Sound before speech is detected that goes to the ears too, because the first sound of a word is soft."""
ASLEEP_SECONDS = 5.0
"""If so much sound is missing between two pieces, the machine was asleep, and a half-said sentence is dropped. A busy
machine misses less."""


class MicrophoneState(StrEnum):
    """The states of a microphone."""

    CLOSED = "closed"
    """It listens only for the wake word."""
    OPEN = "open"
    """It listens for words."""
    THINKING = "thinking"
    """A sentence is complete, and waits to be taken."""


@dataclass(frozen=True)
class Around:
    """What the player did while this piece of sound was recorded.

    `question` is the number of the open question, zero without one. `at_seconds` is when the sound ended, by the
    microphone's clock. `ours` is true while our own voice says something like the wake word.
    """

    at_seconds: float
    question: int = 0
    ours: bool = False


@dataclass(frozen=True)
class MicrophoneTold:
    """The state of the microphone after a piece of sound, and events, each of which is reported once.

    `woken`: the wake word was heard. `nobody`: nobody spoke for eight seconds. `slept`: the machine had been asleep.
    """

    state: MicrophoneState
    woken: bool = False
    nobody: bool = False
    slept: bool = False


class Wakes(Protocol):
    """Detects a wake word in a stream."""

    def hear(self, samples: Samples) -> bool:
        """Whether the wake word ends in this piece."""


class Measures(Protocol):
    """Measures speech in a stream."""

    spoken_seconds: float
    quiet_seconds: float

    def hear(self, samples: Samples) -> None:
        """Measure one more piece."""

    def begin(self) -> None:
        """Set both measures to nought."""


class Cancels(Protocol):
    """Cancels the echo of what is played in a stream."""

    def without_echo(self, heard: Samples, played: Samples | None) -> Samples:
        """The next piece without its echo; `played` is None where nothing is played."""


class Listening:
    """One microphone. It buffers a limited amount of sound, and drops it as soon as a sentence is taken."""

    def __init__(
        self, wakes: Wakes, speech: Measures, echo: Cancels | None = None, *, before: float = BEFORE_WAKE_SECONDS
    ) -> None:
        """Without `echo`, what is played stays in what is heard.

        `before` is how many seconds before the detection of the wake word go to the ears with the sentence.
        """
        self._before_wake_seconds = before
        self.state = MicrophoneState.CLOSED
        self._wakes, self._speech, self._echo = wakes, speech, echo
        self._kept: deque[Samples] = deque()
        self._open_seconds = 0.0
        self._question = 0
        self._at_seconds: float | None = None
        self.woken = False
        """Whether the sentence began with the wake word, so that it was said to us."""

    def hear(self, samples: Samples, around: Around, played: Samples | None = None) -> MicrophoneTold:
        """Handle one piece of sound (some tenths of a second), and what was `played` meanwhile, if that is known."""
        slept = self._slept(len(samples) / RATE, around)
        if self._echo:
            samples = self._echo.without_echo(samples, played)
        self._keep(samples)
        woken = self._wakes.hear(samples) and not around.ours and self.state is not MicrophoneState.THINKING
        if self._is_answered(around):
            self.close()
        if woken:
            self._open(with_wake_word=True)
        elif self.state is MicrophoneState.CLOSED and around.question not in (0, self._question):
            self._question = around.question
            self._open(with_wake_word=False)
        nobody = self.state is MicrophoneState.OPEN and self._pass(samples)
        return MicrophoneTold(self.state, woken, nobody, slept)

    def take(self) -> Sound:
        """The complete sentence, or as much of one as there is; the microphone is closed then."""
        sound = Sound(np.concatenate(self._kept) if self._kept else np.zeros(0, np.int16), RATE)
        self.close()
        return sound

    def go_on(self) -> None:
        """Listen for the rest of the eight seconds, because the sentence that was taken was not said to us."""
        self.state, self.woken = MicrophoneState.OPEN, False
        self._speech.begin()

    def close(self) -> None:
        """Stop listening for words, and drop what was heard."""
        self.state = MicrophoneState.CLOSED
        self._kept.clear()

    def _open(self, *, with_wake_word: bool) -> None:
        self.state, self.woken, self._open_seconds = MicrophoneState.OPEN, with_wake_word, 0.0
        self._forget_before(self._before_wake_seconds if with_wake_word else BEFORE_SECONDS)
        self._speech.begin()

    def _is_answered(self, around: Around) -> bool:
        """Whether the question was answered by hand before anybody began to speak, so that listening can stop."""
        asked = self.state is MicrophoneState.OPEN and not self.woken
        return asked and around.question != self._question and self._speech.spoken_seconds < LEAST_SPOKEN_SECONDS

    def _pass(self, samples: Samples) -> bool:
        """Measure the speech of this piece while open; whether the time is over and nobody has spoken."""
        self._open_seconds += len(samples) / RATE
        speech = self._speech
        speech.hear(samples)
        spoken = speech.spoken_seconds >= LEAST_SPOKEN_SECONDS
        finished = spoken and speech.quiet_seconds >= FINISHED_AFTER_SECONDS
        if finished or (spoken and self._seconds_kept >= LONGEST_SPOKEN_SECONDS):
            self.state = MicrophoneState.THINKING
            return False
        if not spoken and self._open_seconds >= LISTENING_SECONDS:
            self.close()
            return True
        return False

    def _keep(self, samples: Samples) -> None:
        if self.state is MicrophoneState.THINKING:
            return
        self._kept.append(samples)
        if self.state is MicrophoneState.CLOSED:
            self._forget_before(max(BEFORE_WAKE_SECONDS, BEFORE_SECONDS))
        elif self._speech.spoken_seconds < LEAST_SPOKEN_SECONDS and not self.woken:
            self._forget_before(BEFORE_SECONDS + FINISHED_AFTER_SECONDS)

    def _forget_before(self, seconds: float) -> None:
        while len(self._kept) > 1 and self._seconds_kept - len(self._kept[0]) / RATE >= seconds:
            self._kept.popleft()

    @property
    def _seconds_kept(self) -> float:
        return sum(map(len, self._kept)) / RATE

    def _slept(self, seconds: float, around: Around) -> bool:
        """Whether the machine slept since the last piece; then it drops what was half said, and reopens a question."""
        before, self._at_seconds = self._at_seconds, around.at_seconds
        if before is None or around.at_seconds - before - seconds < ASLEEP_SECONDS:
            return False
        self.close()
        self._question = 0
        return True
