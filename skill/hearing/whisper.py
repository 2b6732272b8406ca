"""The large ear: Whisper, which writes down any words, told beforehand which names to expect."""

from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from skill.hearing.ear import AGAIN, RATE, Certainty, Ear, EarFailed, Transcript
from skill.sound.sound import LOUDEST, Sound

MODEL = "whisper-tiny.en"
"""The folder of the model that `make voice` fetches."""
_FILES = ("config.json", "model.bin", "tokenizer.json")
"""Without one of them the library would look for it on the network."""

_SURE_FROM = -0.6
"""The mean logarithm of how likely its pieces of words are."""
_STRANGE_BELOW = -1.3
_NOBODY_FROM = 0.6
"""So likely nobody spoke at all: the makers' own threshold."""
_MOST_EXPECTED = 60
"""Names: all that are told beforehand take room of what it can think about."""


def whisper_is_here(models: Path) -> bool:
    """Whether the library and a model are here; whether they work is found when something is heard."""
    return find_spec("faster_whisper") is not None and (models / MODEL / "model.bin").is_file()


class Whisper(Ear):
    """The model in this folder of models. Raises EarFailed when it is missing, damaged or of another version."""

    name = "whisper"

    def __init__(self, models: Path) -> None:
        self._model = _loaded(models / MODEL)
        self._turn = Lock()

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """See `Ear`."""
        samples = sound.at_rate(RATE).samples.astype(np.float32) / LOUDEST
        hot = ", ".join(expected[:_MOST_EXPECTED]) or None
        with self._turn:
            try:
                found, _ = self._model.transcribe(
                    samples,
                    language="en",
                    temperature=0.0,
                    condition_on_previous_text=False,
                    without_timestamps=True,
                    hotwords=hot,
                )
                pieces = [piece for piece in found if piece.no_speech_prob < _NOBODY_FROM]
            except (RuntimeError, ValueError) as error:
                raise EarFailed(f"The recognizer Whisper broke off ({error}). {AGAIN}") from error
        if not pieces:
            return Transcript(self.name, "", Certainty.STRANGE)
        words = " ".join(piece.text.strip() for piece in pieces)
        return Transcript(self.name, words, _certainty(min(piece.avg_logprob for piece in pieces)))


def _loaded(folder: Path) -> Any:
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise EarFailed(f"The model {MODEL} lacks {missing[0]}. {AGAIN}")
    from faster_whisper import WhisperModel  # noqa: PLC0415 - it takes two seconds, and few machines have it

    try:
        return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)
    except Exception as error:  # the library raises whatever its parts raise
        raise EarFailed(f"The model {MODEL} cannot be loaded: damaged, or of another version. {AGAIN}") from error


def _certainty(likely: float) -> Certainty:
    if likely < _STRANGE_BELOW:
        return Certainty.STRANGE
    return Certainty.SURE if likely >= _SURE_FROM else Certainty.UNSURE
