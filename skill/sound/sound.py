"""A piece of sound: samples of one channel at a rate, and operations on such pieces."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, gcd, log10
from typing import cast

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]

LOUDEST = 32_767
"""The largest sample."""

QUIETEST_DB = -100.0
"""The loudness of silence: the smallest sample, one, is at -90 dB."""


@dataclass(frozen=True, eq=False)
class Sound:
    """Samples of one channel, and how many there are a second. Immutable: each operation returns a new piece."""

    samples: Samples
    rate: int

    def __eq__(self, other: object) -> bool:
        """Whether rate and all samples are equal."""
        same = isinstance(other, Sound) and self.rate == other.rate
        return same and bool(np.array_equal(self.samples, cast("Sound", other).samples))

    def __hash__(self) -> int:
        return hash((self.samples.tobytes(), self.rate))

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def seconds(self) -> float:
        """Its length in seconds."""
        return len(self.samples) / self.rate

    @property
    def loudness_db(self) -> float:
        """Its root mean square in decibels, where nought is the largest sample."""
        if not len(self.samples):
            return QUIETEST_DB
        mean = float(np.sqrt(np.mean(np.square(self.samples, dtype=np.float64))))
        return max(QUIETEST_DB, 20 * log10(mean / LOUDEST)) if mean else QUIETEST_DB

    def at_rate(self, rate: int) -> "Sound":
        """The sound resampled to another rate, without frequencies too high for it; its length is right to a sample."""
        if rate == self.rate or not len(self.samples):
            return Sound(self.samples, rate)
        # Padded to whole blocks of both rates, so that neither the length nor the pitch drifts.
        block = self.rate // gcd(rate, self.rate)
        padded = np.zeros(ceil(len(self.samples) / block) * block)
        padded[: len(self.samples)] = self.samples
        length = len(padded) * rate // self.rate
        heard = np.fft.rfft(padded)[: length // 2 + 1]
        resampled = np.fft.irfft(heard, length) * (length / len(padded))
        return Sound(whole(resampled[: round(len(self.samples) * rate / self.rate)]), rate)

    def louder(self, by_db: float) -> "Sound":
        """The sound louder by so many decibels (softer if negative); samples that are too large are clipped."""
        return Sound(whole(self.samples * 10 ** (by_db / 20)), self.rate)

    def cut(self, start_seconds: float, end_seconds: float | None = None) -> "Sound":
        """The part from one second to another, or to its end."""
        end = None if end_seconds is None else round(end_seconds * self.rate)
        return Sound(self.samples[round(start_seconds * self.rate) : end], self.rate)

    def over(self, other: "Sound", start_seconds: float = 0.0) -> "Sound":
        """Both sounds mixed, with `other` beginning at a second; as long as the one that ends last."""
        laid = other.at_rate(self.rate).samples
        start = round(start_seconds * self.rate)
        mixed = np.zeros(max(len(self.samples), start + len(laid)))
        mixed[: len(self.samples)] += self.samples
        mixed[start : start + len(laid)] += laid
        return Sound(whole(mixed), self.rate)


def silence(seconds: float, rate: int) -> Sound:
    """Silence of so many seconds, exact to the sample."""
    return Sound(np.zeros(round(seconds * rate), dtype=np.int16), rate)


def joined(sounds: Iterable[Sound], rate: int) -> Sound:
    """The sounds one after the other, all at one rate."""
    pieces = [sound.at_rate(rate).samples for sound in sounds]
    return Sound(np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int16), rate)


def whole(samples: NDArray[np.floating]) -> Samples:
    """The numbers rounded to samples, and clipped."""
    clipped: Samples = np.clip(np.rint(samples), -LOUDEST, LOUDEST).astype(np.int16)
    return clipped
