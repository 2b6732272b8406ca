"""The open microphones: one for each window of the page that listens, and only a few in all."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from skill.hearing.listening import Around, Listening, MicrophoneTold
from skill.sound.sound import Samples, Sound

MOST = 4
"""The most windows that listen at once; a new one replaces the least recently used."""


@dataclass(frozen=True)
class Sentence:
    """The sound of a sentence from a microphone, and whether it began with the wake word."""

    sound: Sound
    woken: bool


class Microphones:
    """The microphones by the names that their windows gave them. Thread-safe."""

    def __init__(self, make: Callable[[str], Listening]) -> None:
        """`make` makes a microphone for a wake word; its exceptions reach the caller of `hear`."""
        self._make = make
        self._open: dict[str, Listening] = {}
        self._turn = Lock()

    def hear(
        self, whose: tuple[str, str], samples: Samples, around: Around, played: Samples | None = None
    ) -> MicrophoneTold:
        """Handle a piece of sound for the microphone with this name and wake word, which is made if it is new."""
        with self._turn:
            return self._listening(*whose).hear(samples, around, played)

    def take(self, name: str) -> Sentence | None:
        """The sentence from this microphone, which drops it then; None where there is no such microphone."""
        with self._turn:
            found = self._by_name(name)
            return Sentence(found.take(), found.woken) if found else None

    def go_on(self, name: str) -> None:
        """Let this microphone listen on, because the sentence that was taken was not said to us."""
        with self._turn:
            found = self._by_name(name)
            if found:
                found.go_on()

    def _listening(self, name: str, wake_word: str) -> Listening:
        key = f"{name} {wake_word}"
        found = self._open.pop(key, None) or self._make(wake_word)
        self._open[key] = found  # the latest stands last
        while len(self._open) > MOST:
            self._open.pop(next(iter(self._open)))
        return found

    def _by_name(self, name: str) -> Listening | None:
        return next((one for key, one in reversed(self._open.items()) if key.startswith(f"{name} ")), None)
