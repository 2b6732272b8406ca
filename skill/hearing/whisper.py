"""A large ear: Whisper, which writes down any words, told beforehand which ones to expect; in one of two sizes."""

from collections.abc import Iterable
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from skill.hearing.ear import AGAIN, RATE, THOUGHTS, Certainty, Ear, EarFailed, Transcript
from skill.sound.sound import LOUDEST, Sound

MODELS = ("whisper-base", "whisper-tiny.en")
"""The folders of the models that `make voice` fetches, the better one first. They mishear differently."""
_FILES = ("config.json", "model.bin", "tokenizer.json")
"""Without one of them the library would look for it on the network."""

_SURE_FROM = -0.6
"""The mean logarithm of how likely its pieces of words are."""
_STRANGE_BELOW = -1.3
_NOBODY_FROM = 0.6
"""So likely nobody spoke at all: the makers' own threshold."""
_MOST_EXPECTED = 75
"""Words and names: all that are told beforehand take room of what it can think about."""
_BEAMS = 5
"""Ways to go on that it keeps in mind: its library's own number."""


def whispers_here(models: Path) -> tuple[str, ...]:
    """The models that are here with the library; whether they work is found when something is heard."""
    if find_spec("faster_whisper") is None:
        return ()
    return tuple(name for name in MODELS if (models / name / "model.bin").is_file())


class Whisper(Ear):
    """A model in this folder of models. Raises EarFailed when it is missing, damaged or of another version."""

    def __init__(self, models: Path, name: str = MODELS[0]) -> None:
        self._name = name
        self._model, self._letters = _loaded(models / name)
        self._turn = Lock()

    @property
    def name(self) -> str:
        """See `Ear`."""
        return self._name

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """See `Ear`."""
        samples = sound.at_rate(RATE).samples.astype(np.float32) / LOUDEST
        hot = ", ".join(expected[:_MOST_EXPECTED]) or None
        with self._turn:
            try:
                found = self._thought(samples, hot)
            except (RuntimeError, ValueError) as error:
                raise EarFailed(f"The recognizer Whisper broke off ({error}). {AGAIN}") from error
        thoughts = _different(self._letters.decode(ids).strip() for ids in found.sequences_ids)
        if found.no_speech_prob >= _NOBODY_FROM or not thoughts:
            return Transcript(self.name, "", Certainty.STRANGE)
        pieces = len(found.sequences_ids[0])
        likely = found.scores[0] * pieces / (pieces + 1)  # of each piece, and of the end
        return Transcript(self.name, thoughts[0], _certainty(likely), thoughts[1:])

    def _thought(self, samples: Any, hot: str | None) -> Any:
        """What its library does for half a minute at most, with all that it had in mind and not the best alone."""
        from faster_whisper.audio import pad_or_trim  # noqa: PLC0415 - as the whole library

        heard = self._model.encode(pad_or_trim(self._model.feature_extractor(samples)))
        asked = self._model.get_prompt(self._letters, [], without_timestamps=True, hotwords=hot)
        (found,) = self._model.model.generate(
            heard,
            [asked],
            beam_size=_BEAMS,
            num_hypotheses=_BEAMS,
            max_length=self._model.max_length,
            return_scores=True,
            return_no_speech_prob=True,
        )
        return found


def _different(found: Iterable[str]) -> tuple[str, ...]:
    """Words that are not the same but for their marks, the first of each; as many as an ear tells."""
    by_letters: dict[str, str] = {}
    for words in filter(None, found):
        by_letters.setdefault("".join(filter(str.isalnum, words.lower())), words)
    return tuple(islice(by_letters.values(), THOUGHTS))


def _loaded(folder: Path) -> tuple[Any, Any]:
    """The model, and what makes words of what it says."""
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise EarFailed(f"The model {folder.name} lacks {missing[0]}. {AGAIN}")
    from faster_whisper import WhisperModel  # noqa: PLC0415 - it takes two seconds, and few machines have it
    from faster_whisper.tokenizer import Tokenizer  # noqa: PLC0415

    try:
        model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)
        return model, Tokenizer(model.hf_tokenizer, model.model.is_multilingual, task="transcribe", language="en")
    except Exception as error:  # the library raises whatever its parts raise
        told = f"The model {folder.name} cannot be loaded: damaged, or of another version."
        raise EarFailed(f"{told} {AGAIN}") from error


def _certainty(likely: float) -> Certainty:
    if likely < _STRANGE_BELOW:
        return Certainty.STRANGE
    return Certainty.SURE if likely >= _SURE_FROM else Certainty.UNSURE
