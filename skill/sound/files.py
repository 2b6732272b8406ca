"""Reads and writes WAV files; a file that cannot be used is refused with a sentence and the next step."""

import io
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skill.sound.sound import Samples, Sound, whole

LONGEST_SECONDS = 1_800.0
"""The longest file that is read: more than the longest routine, and half an hour is some sixty megabytes."""
LARGEST_BYTES = 400_000_000
"""Larger files are not even opened: half an hour in two channels of high quality is less."""
LOWEST_RATE, HIGHEST_RATE = 4_000, 192_000

_CONVERT = "Convert it first, for example: sox {name} -r 16000 -c 1 -b 16 new.wav"


class UnreadableSound(Exception):
    """A sound cannot be read; the text is one sentence why, and one with the next step."""


def write(sound: Sound, path: Path) -> None:
    """Write the sound to a file, as 16-bit WAV."""
    path.write_bytes(as_wav(sound))


def as_wav(sound: Sound) -> bytes:
    """The sound as the bytes of a 16-bit WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, sound.rate, len(sound), "NONE", ""))
        file.writeframes(sound.samples.astype("<i2").tobytes())
    return made.getvalue()


def read(path: Path) -> Sound:
    """The sound of a WAV file of any rate and any number of channels, as one channel. Raises UnreadableSound."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableSound(f"{path.name} is too large. {_shorter()}")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableSound(f"{path} cannot be read ({error.strerror}). Look at its name.") from error
    return from_wav(content, path.name)


def from_wav(content: bytes, name: str = "This sound") -> Sound:
    """The sound from the bytes of a WAV file, called `name` in errors. Raises UnreadableSound."""
    if not content:
        raise UnreadableSound(f"{name} is empty. Record it anew.")
    try:
        with wave.open(io.BytesIO(content)) as file:
            said, width, rate = file.getnframes(), file.getsampwidth(), file.getframerate()
            channels = file.getnchannels()
            _look_at(name, said, rate)
            frames = file.readframes(said)
    except (wave.Error, EOFError, ValueError, RuntimeError) as error:  # the last where a length points beyond the file
        raise UnreadableSound(f"{name} is no WAV file of plain samples. {_CONVERT.format(name=name)}") from error
    whole = frames[: len(frames) // (width * channels) * width * channels]
    if not whole:
        raise UnreadableSound(f"{name} has no sound in it. Record it anew.")
    return Sound(_one_channel(_as_samples(whole, width), channels), rate)


def _look_at(name: str, frames: int, rate: int) -> None:
    if not LOWEST_RATE <= rate <= HIGHEST_RATE:
        raise UnreadableSound(f"{name} has {rate} samples a second. {_CONVERT.format(name=name)}")
    if frames / rate > LONGEST_SECONDS:
        raise UnreadableSound(f"{name} is too long. {_shorter()}")


def _shorter() -> str:
    return f"Give at most {LONGEST_SECONDS / 60:g} minutes: cut it into several files."


def _as_samples(frames: bytes, width: int) -> NDArray[np.float64]:
    """Samples of 8, 16, 24 or 32 bits (`width` in bytes), scaled to 16 bits."""
    if width == 1:
        return (np.frombuffer(frames, dtype=np.uint8).astype(np.float64) - 128) * 256
    if width == 3:
        octets = np.frombuffer(frames, dtype=np.uint8).reshape(-1, 3)
        return octets[:, 1:].copy().view("<i2").reshape(-1).astype(np.float64) + octets[:, 0] / 256
    numbers = np.frombuffer(frames, dtype=f"<i{width}").astype(np.float64)
    return numbers / 65_536 if width == 4 else numbers


def _one_channel(samples: NDArray[np.float64], channels: int) -> Samples:
    return whole(samples.reshape(-1, channels).mean(axis=1))
