"""Takes our own voice out of what the microphone hears, where it is known what is played: what is left is the room.

A filter learns how what is played comes back, through loudspeaker, room and microphone, and takes that away. It learns
least while somebody speaks: what they say is no echo (an adaptive filter in blocks of the frequency domain).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.hearing.ear import RATE
from skill.sound.sound import LOUDEST, Samples, whole

_BLOCK = RATE // 100
"""Samples that are looked at together: a hundredth of a second (0085)."""
_BLOCKS = 30
"""So many hundredths of a second after it was played it still comes back: the way to the loudspeaker, and the room."""
_STEP = 0.5
"""How much of what a block teaches is believed: one would be all of it, and follow every voice in the room."""
_ERROR_LINGERS = 0.8
"""So much of the error of a block is still in that of the next: what is said in the room is louder for a while."""
_ERROR_COUNTS = 2.0
"""Beside what is played: the more it is, the less is learned."""
_NEVER_LOUDER = 1.2
"""Times the power of what was heard: what is left with more than that was made wrong, and is not taken."""
_NOTHING = 1e-3
"""So that silence is divided by something."""


class EchoCanceller:
    """What comes back of what is played, in one stream of sound, as far as it was learned by now."""

    def __init__(self) -> None:
        shape = (_BLOCKS, _BLOCK + 1)
        self._way = np.zeros(shape, np.complex128)
        """How it comes back: for each block since it was played, by frequency."""
        self._played = np.zeros(shape, np.complex128)
        self._block_before = np.zeros(_BLOCK)
        self._error = np.zeros(_BLOCK + 1)
        self._quiet_blocks = _BLOCKS + 1
        self._heard_rest, self._played_rest = np.zeros(0), np.zeros(0)

    def without_echo(self, heard: Samples, played: Samples | None) -> Samples:
        """The same piece of sound without what was played meanwhile, as long as whole blocks allow; the rest follows.

        Nothing was played where `played` is None.
        """
        came = np.zeros(len(heard)) if played is None else played[: len(heard)] / LOUDEST
        self._heard_rest = np.concatenate([self._heard_rest, heard / LOUDEST])
        self._played_rest = np.concatenate([self._played_rest, came, np.zeros(len(heard) - len(came))])
        blocks = len(self._heard_rest) // _BLOCK
        pieces = [self._one(*self._next()) for _ in range(blocks)]
        return whole(np.concatenate(pieces) * LOUDEST) if pieces else np.zeros(0, np.int16)

    def _next(self) -> tuple[NDArray[Any], NDArray[Any]]:
        heard, self._heard_rest = self._heard_rest[:_BLOCK], self._heard_rest[_BLOCK:]
        played, self._played_rest = self._played_rest[:_BLOCK], self._played_rest[_BLOCK:]
        return heard, played

    def _one(self, heard: NDArray[Any], played: NDArray[Any]) -> NDArray[Any]:
        self._quiet_blocks = 0 if played.any() else self._quiet_blocks + 1
        if self._quiet_blocks > _BLOCKS:
            return heard
        self._remember(played)
        left = heard - np.fft.irfft((self._way * self._played).sum(0))[_BLOCK:]
        self._learn(left)
        return left if left @ left <= _NEVER_LOUDER * (heard @ heard) else heard

    def _remember(self, played: NDArray[Any]) -> None:
        self._played = np.roll(self._played, 1, 0)
        self._played[0] = np.fft.rfft(np.concatenate([self._block_before, played]))
        self._block_before = played

    def _learn(self, left: NDArray[Any]) -> None:
        """Change the filter by what it left, by little where that is more than could have come back."""
        wrong = np.fft.rfft(np.concatenate([np.zeros(_BLOCK), left]))
        self._error = _ERROR_LINGERS * self._error + (1 - _ERROR_LINGERS) * np.abs(wrong) ** 2
        loud = (np.abs(self._played) ** 2).sum(0)
        step = _STEP * wrong / (loud + _ERROR_COUNTS * self._error + _NOTHING)
        change = np.fft.irfft(np.conj(self._played) * step, axis=1)
        change[:, _BLOCK:] = 0
        self._way += np.fft.rfft(change, axis=1)
