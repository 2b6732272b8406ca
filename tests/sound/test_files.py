"""Files of sound: of whatever kind they are, they are read, or a sentence says why not and what to do."""

import io
import struct
import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.sound.files import UnreadableSound, as_wav, from_wav, read, write
from skill.sound.sound import Sound
from tests.sound.test_sound import tone

TONE = tone(440, 0.5, 22_050)


def wav(channels: int, width: int, rate: int, frames: bytes) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(frames)
    return made.getvalue()


def in_width(sound: Sound, width: int) -> bytes:
    if width == 1:
        return (sound.samples // 256 + 128).astype(np.uint8).tobytes()
    wide = sound.samples.astype(np.int64) << (8 * (width - 2))
    return b"".join(int(one).to_bytes(width, "little", signed=True) for one in wide)


@pytest.mark.parametrize("rate", [8_000, 22_050, 48_000])
@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_every_rate_and_width_is_read(rate: int, width: int) -> None:
    sound = tone(440, 0.1, rate)
    back = from_wav(wav(1, width, rate, in_width(sound, width)))
    assert back.rate == rate
    assert back.seconds == sound.seconds
    assert np.abs(back.samples.astype(int) - sound.samples).max() <= (256 if width == 1 else 1)


def test_two_channels_become_one() -> None:
    both = np.stack([TONE.samples, np.zeros_like(TONE.samples)], axis=1)
    back = from_wav(wav(2, 2, 22_050, both.tobytes()))
    assert back.seconds == TONE.seconds
    assert back.loudness_db == pytest.approx(TONE.loudness_db - 6, abs=0.1)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    write(TONE, tmp_path / "tone.wav")
    assert read(tmp_path / "tone.wav") == TONE


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = as_wav(TONE)
    assert from_wav(whole[: len(whole) // 2 + 1]).seconds == pytest.approx(0.25, abs=0.01)


FLOATS = (
    b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0" + struct.pack("<HHIIHH", 3, 1, 16_000, 64_000, 4, 32) + b"data\4\0\0\0\0\0\0\0"
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty.wav is empty. Record it anew."),
        (b"Dear diary", "is no WAV file of plain samples. Convert it first"),
        (b"ID3\4\0\0" + bytes(200), "is no WAV file of plain samples. Convert it first"),
        (as_wav(TONE)[:20], "is no WAV file of plain samples. Convert it first"),
        (FLOATS, "is no WAV file of plain samples. Convert it first"),
        (wav(1, 2, 16_000, b""), "has no sound in it. Record it anew."),
        (wav(1, 2, 1, b"\0\0"), "has 1 samples a second. Convert it first"),
        (wav(1, 1, 4_000, bytes(4_000 * 1_801)), "is too long. Give at most 30 minutes: cut it into several files."),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "empty.wav").write_bytes(content)
    with pytest.raises(UnreadableSound) as refused:
        read(tmp_path / "empty.wav")
    assert why in str(refused.value)
    assert str(refused.value).startswith("empty.wav ")


def test_a_file_that_is_not_there_or_is_too_large_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSound, match=r"cannot be read .No such file or directory.. Look at its name"):
        read(tmp_path / "nothing.wav")
    with (tmp_path / "huge.wav").open("wb") as huge:
        huge.truncate(500_000_000)
    with pytest.raises(UnreadableSound, match=r"huge.wav is too large. Give at most 30 minutes"):
        read(tmp_path / "huge.wav")


@given(st.binary(max_size=200), st.integers(0, 60))
def test_whatever_the_bytes_are_there_is_a_sound_or_a_sentence(content: bytes, at: int) -> None:
    whole = as_wav(TONE.cut(0, 0.01))
    assert told_of(whole[:at] + content).startswith("This sound ")


def told_of(content: bytes) -> str:
    try:
        return f"This sound has {from_wav(content).seconds} seconds."
    except UnreadableSound as refused:
        return str(refused)
