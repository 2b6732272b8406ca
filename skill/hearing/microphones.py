"""The microphones that are heard at the moment: one for each window that listens, and no more than a few."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from skill.hearing.listening import Around, Listening, MicrophoneTold
from skill.sound.sound import Samples, Sound

MOST = 4
"""Windows that listen at once; the one that was heard least lately makes room for another."""


@dataclass(frozen=True)
class Sentence:
    """What somebody has said into a microphone, and whether they called us first."""

    sound: Sound
    woken: bool


class Microphones:
    """Each microphone by the name that its window gave it. Several threads may ask at once."""

    def __init__(self, make: Callable[[str], Listening]) -> None:
        """`make` makes one for a wake word; what it raises is raised to the caller."""
        self._make = make
        self._open: dict[str, Listening] = {}
        self._turn = Lock()

    def hear(
        self, whose: tuple[str, str], samples: Samples, around: Around, played: Samples | None = None
    ) -> MicrophoneTold:
        """One piece of sound of the microphone with this name and this wake word, and what was played meanwhile."""
        with self._turn:
            return self._listening(*whose).hear(samples, around, played)

    def take(self, name: str) -> Sentence | None:
        """The sentence that was said into it, which is let go here; None where there is no such microphone."""
        with self._turn:
            found = self._by_name(name)
            return Sentence(found.take(), found.woken) if found else None

    def go_on(self, name: str) -> None:
        """What was taken was not said to us."""
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
