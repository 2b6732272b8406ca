"""The microphone of one conversation: closed until the wake word or a question opens it, and closed again by itself.

It is fed with the sound as it comes, and with what the player does meanwhile. Time is that of the sound, and what the
player says of it: nothing here reads a clock.
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
"""Quiet for so long after words, somebody has finished."""
LEAST_SPOKEN_SECONDS = 0.15
"""Less is a cough: "no" takes twice as long."""
LONGEST_SPOKEN_SECONDS = 12.0
"""Nobody's wish takes longer; whatever goes on for longer is taken as it is."""
BEFORE_WAKE_SECONDS = 1.3
"""So much sound before the wake word is found belongs to it, and is heard with the sentence."""
AFTER_WAKE_SECONDS = 0.3
"""So much of it where the ears do not know the word: it is found later than that after its end, and is cut off."""
BEFORE_SECONDS = 0.4
"""So much before somebody was noticed to speak is handed on too: the first sound of a word is soft."""
ASLEEP_SECONDS = 5.0
"""Missing between two pieces of sound, the machine has slept, and what was half said is no sentence. One that is busy
with much else misses less."""


class MicrophoneState(StrEnum):
    """What the microphone does."""

    CLOSED = "closed"
    """Only the wake word is listened for."""
    OPEN = "open"
    """Words are listened for."""
    THINKING = "thinking"
    """A sentence is complete, and waits to be taken."""


@dataclass(frozen=True)
class Around:
    """What the player does while this piece of sound was heard.

    `question` is the number of the question that is open, zero where none is. `at_seconds` is when the sound ended, by
    the microphone's clock. `ours` says that our own voice was saying something like the wake word.
    """

    at_seconds: float
    question: int = 0
    ours: bool = False


@dataclass(frozen=True)
class MicrophoneTold:
    """What has become of the microphone; `woken` and `nobody` are told once.

    `nobody`: eight seconds were over, and nobody had spoken. `slept`: the machine was away in between.
    """

    state: MicrophoneState
    woken: bool = False
    nobody: bool = False
    slept: bool = False


class Wakes(Protocol):
    """Finds a wake word in a stream."""

    def hear(self, samples: Samples) -> bool:
        """Whether it ends in this piece."""


class Measures(Protocol):
    """Measures speech in a stream."""

    spoken_seconds: float
    quiet_seconds: float

    def hear(self, samples: Samples) -> None:
        """One more piece."""

    def begin(self) -> None:
        """Measure anew."""


class Cancels(Protocol):
    """Takes out of a stream what is played."""

    def without_echo(self, heard: Samples, played: Samples | None) -> Samples:
        """One more piece of both; where nothing is played, None."""


class Listening:
    """One microphone. What it keeps is bounded, and let go as soon as a sentence is taken."""

    def __init__(
        self, wakes: Wakes, speech: Measures, echo: Cancels | None = None, *, before: float = BEFORE_WAKE_SECONDS
    ) -> None:
        """Where nothing cancels, what is played stays in what is heard.

        `before` is how much sound before the wake word is found is heard with the sentence.
        """
        self._before_wake_seconds = before
        self.state = MicrophoneState.CLOSED
        self._wakes, self._speech, self._echo = wakes, speech, echo
        self._kept: deque[Samples] = deque()
        self._open_seconds = 0.0
        self._question = 0
        self._at_seconds: float | None = None
        self.woken = False
        """Whether the sentence was begun with the wake word: then it was said to us."""

    def hear(self, samples: Samples, around: Around, played: Samples | None = None) -> MicrophoneTold:
        """One piece of sound, a tenth of a second or some of them, and what was played meanwhile, where it is known."""
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
        """The sentence that is complete, or as much of one as there is; then the microphone is closed."""
        sound = Sound(np.concatenate(self._kept) if self._kept else np.zeros(0, np.int16), RATE)
        self.close()
        return sound

    def go_on(self) -> None:
        """What was taken was not said to us: listen for the rest of the eight seconds."""
        self.state, self.woken = MicrophoneState.OPEN, False
        self._speech.begin()

    def close(self) -> None:
        """Stop listening for words; what was heard is let go."""
        self.state = MicrophoneState.CLOSED
        self._kept.clear()

    def _open(self, *, with_wake_word: bool) -> None:
        self.state, self.woken, self._open_seconds = MicrophoneState.OPEN, with_wake_word, 0.0
        self._forget_before(self._before_wake_seconds if with_wake_word else BEFORE_SECONDS)
        self._speech.begin()

    def _is_answered(self, around: Around) -> bool:
        """Whether the question was answered by hand: nobody need speak any more, but who has begun is heard out."""
        asked = self.state is MicrophoneState.OPEN and not self.woken
        return asked and around.question != self._question and self._speech.spoken_seconds < LEAST_SPOKEN_SECONDS

    def _pass(self, samples: Samples) -> bool:
        """Listen for words, while it is open; whether nobody has spoken, and it is over."""
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
        """Whether sound is missing since the last piece: then what was half said is let go, a question opened anew."""
        before, self._at_seconds = self._at_seconds, around.at_seconds
        if before is None or around.at_seconds - before - seconds < ASLEEP_SECONDS:
            return False
        self.close()
        self._question = 0
        return True
