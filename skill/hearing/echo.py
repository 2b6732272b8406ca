"""Cancels the echo of our own voice in what the microphone hears, where it is known what is played.

An adaptive filter in blocks of the frequency domain learns how the played sound comes back through loudspeaker, room
and microphone, and subtracts that. It learns least while somebody speaks, because their voice is no echo.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from skill.hearing.ear import RATE
from skill.sound.sound import LOUDEST, Samples, whole

_BLOCK = RATE // 100
"""Samples in a block: a hundredth of a second (0085)."""
_BLOCKS = 30
"""The length of the filter in blocks: played sound comes back for so many hundredths of a second."""
_STEP = 0.5
"""The learning rate: with one, the filter would follow every voice in the room."""
_ERROR_LINGERS = 0.8
"""The share of a block's error that stays in the smoothed error: a voice in the room lasts for a while."""
_ERROR_COUNTS = 2.0
"""How much the error counts beside the power of what is played: the larger the error, the less is learned."""
_NEVER_LOUDER = 1.2
"""If the result has more than this many times the power of what was heard, it is wrong, and not used."""
_NOTHING = 1e-3
"""Avoids a division by zero in silence."""


class EchoCanceller:
    """Cancels the echo in one stream of sound, with what its filter has learned so far."""

    def __init__(self) -> None:
        shape = (_BLOCKS, _BLOCK + 1)
        self._way = np.zeros(shape, np.complex128)
        """The filter: for each block since the sound was played, its gain and phase by frequency."""
        self._played = np.zeros(shape, np.complex128)
        self._block_before = np.zeros(_BLOCK)
        self._error = np.zeros(_BLOCK + 1)
        self._quiet_blocks = _BLOCKS + 1
        self._heard_rest, self._played_rest = np.zeros(0), np.zeros(0)

    def without_echo(self, heard: Samples, played: Samples | None) -> Samples:
        """The whole blocks of the stream without the echo of what was played; the rest comes with the next piece.

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
        """Adapt the filter to the remaining error, less where that is more than an echo can be."""
        wrong = np.fft.rfft(np.concatenate([np.zeros(_BLOCK), left]))
        self._error = _ERROR_LINGERS * self._error + (1 - _ERROR_LINGERS) * np.abs(wrong) ** 2
        loud = (np.abs(self._played) ** 2).sum(0)
        step = _STEP * wrong / (loud + _ERROR_COUNTS * self._error + _NOTHING)
        change = np.fft.irfft(np.conj(self._played) * step, axis=1)
        change[:, _BLOCK:] = 0
        self._way += np.fft.rfft(change, axis=1)
