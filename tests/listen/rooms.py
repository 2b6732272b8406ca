"""Rooms in which our own voice comes back: made by numbers, for no room was measured."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import Sound, whole
from tests.listen.speakers import RATE_HERTZ

_LONGEST_SECONDS = 0.25
_ECHOES_SHARE = 0.15
"""How loud what comes back from the walls is beside what comes straight."""


@dataclass(frozen=True)
class Room:
    """A room of its own for each number: how long loudspeaker and air take, and how soon its echoes are gone."""

    number: int
    below_db: float = 0.0
    """How much softer what is played comes back."""

    @cached_property
    def _answer(self) -> NDArray[Any]:
        """What comes back of a single click."""
        dice = np.random.default_rng(self.number)
        late, gone_after = dice.uniform(0.02, 0.12), dice.uniform(0.25, 0.5)
        seconds = np.arange(round(_LONGEST_SECONDS * RATE_HERTZ)) / RATE_HERTZ
        walls = dice.standard_normal(len(seconds)) * 10 ** (-3 * seconds / gone_after) * _ECHOES_SHARE
        walls[0] = 1.0
        straight = walls / np.sqrt(walls @ walls) * 10 ** (-self.below_db / 20)
        return np.concatenate([np.zeros(round(late * RATE_HERTZ)), straight])

    def echo_of(self, played: Sound) -> Sound:
        """What a microphone hears of it, as long as it is."""
        count = len(played) + len(self._answer)
        heard = np.fft.irfft(np.fft.rfft(played.samples, count) * np.fft.rfft(self._answer, count), count)
        return Sound(whole(heard[: len(played)]), played.rate)
