"""Noise of our own making, the same for the same seed, and a voice in it at so many decibels."""

import numpy as np

from skill.sound.sound import LOUDEST, Sound


def noise(seconds: float, rate: int, seed: int) -> Sound:
    """Steady noise, softer the higher, as a fan in a room makes it, twenty decibels below the loudest."""
    count = round(seconds * rate)
    heard = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    heard /= np.sqrt(np.maximum(1, np.arange(len(heard)) / max(1, len(heard)) * 100))
    samples = np.fft.irfft(heard, count)
    samples *= 0.1 * LOUDEST / max(1e-9, float(np.sqrt(np.mean(samples**2))))
    return Sound(np.clip(samples, -LOUDEST, LOUDEST).astype(np.int16), rate)


def in_noise(sound: Sound, by_db: float, seed: int) -> Sound:
    """The sound in noise, being so many decibels louder than the noise."""
    around = noise(sound.seconds, sound.rate, seed)
    return sound.over(around.louder(sound.loudness_db - by_db - around.loudness_db))
