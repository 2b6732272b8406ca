"""The large ear: Whisper in one of two sizes, which writes down any words, and can be told which ones to expect."""

from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from math import exp
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from skill.hearing.ear import AGAIN, RATE, THOUGHTS, Certainty, Ear, EarFailed, Transcript
from skill.sound.sound import LOUDEST, Sound

MODELS = ("whisper-base", "whisper-tiny.en")
"""The folders of the models that `make voice` fetches, the better one first. They mishear differently."""
_FILES = ("config.json", "model.bin", "tokenizer.json")
"""The files of a model; without one of them the library would look for it on the network."""

_SURE_FROM = -0.6
"""The mean log probability of its tokens from which it is sure."""
_STRANGE_BELOW = -1.3
"""The mean log probability below which its words do not count."""
_NOBODY_FROM = 0.6
"""The probability of no speech from which nobody spoke: the makers' own threshold."""
_MOST_EXPECTED = 75
"""The most expected words and names, as they take up room in its context."""
_BEAMS = 6
"""The width of the beam search; the library's default is five."""

_MOST_SECONDS, _LEAST_SECONDS = 30, 8
"""The window of sound: it is made for half a minute, but hears as well in eight seconds, in a fifth of the time."""
_QUIET_SECONDS = 3
"""Silence after the sound, by which it notices that the sentence is over."""
_FRAMES_A_SECOND = 100
"""The rate of its features."""
_TOLD_COUNTS = 0.8
"""The weight of what it hears when told what to expect; the rest is for hearing without that."""


def whispers_here(models: Path) -> tuple[str, ...]:
    """The models that are installed with the library; whether they work shows when something is heard."""
    if find_spec("faster_whisper") is None:
        return ()
    return tuple(name for name in MODELS if (models / name / "model.bin").is_file())


class Whisper(Ear):
    """The ear with a model from this folder. Raises EarFailed when it is missing, damaged or of another version."""

    is_told = True

    def __init__(self, models: Path, name: str = MODELS[0]) -> None:
        self._name = name
        self._model, self._letters = _loaded(models / name)
        self._turn = Lock()

    @property
    def name(self) -> str:
        """See `Ear`."""
        return self._name

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """See `Ear`. It hears twice, with the expected words and without, because they bias all other words."""
        samples = sound.at_rate(RATE).samples.astype(np.float32) / LOUDEST
        ways = {", ".join(expected[:_MOST_EXPECTED]): _TOLD_COUNTS, None: 1 - _TOLD_COUNTS} if expected else {None: 1.0}
        with self._turn:
            try:
                found = self._thoughts(samples, ways)
            except (RuntimeError, ValueError) as error:
                raise EarFailed(f"The recognizer Whisper broke off ({error}). {AGAIN}") from error
        thoughts = self._together(zip(found, ways.values(), strict=True))
        if not thoughts or min(one.no_speech_prob for one in found) >= _NOBODY_FROM:
            return Transcript(self.name, "", Certainty.STRANGE)
        words, *others = thoughts
        return Transcript(self.name, words, _certainty(max(map(_likely, found))), (*others,), (*thoughts.values(),))

    def _thoughts(self, samples: Any, ways: Iterable[str | None]) -> list[Any]:
        """The model's results with all hypotheses (the library gives only the best), for each way of prompting it."""
        from faster_whisper.audio import pad_or_trim  # noqa: PLC0415 - as the whole library

        seconds = min(_MOST_SECONDS, max(_LEAST_SECONDS, len(samples) // RATE + _QUIET_SECONDS))
        # The library would pad with numbers that are not silence, and then words come out twice.
        features = self._model.feature_extractor(pad_or_trim(samples, seconds * RATE))
        heard = self._model.encode(pad_or_trim(features, seconds * _FRAMES_A_SECOND))
        return [self._thought(heard, hot) for hot in ways]

    def _thought(self, heard: Any, hot: str | None) -> Any:
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

    def _together(self, found: Iterable[tuple[Any, float]]) -> dict[str, float]:
        """All thoughts with their shares, the likeliest first; those that differ only in punctuation are one."""
        words, shares = dict[str, str](), defaultdict[str, float](float)
        for one, counts in found:
            for ids, share in zip(one.sequences_ids, _shares(one), strict=True):
                text = _said_once(self._letters.decode(ids).strip())
                letters = "".join(filter(str.isalnum, text.lower()))
                if letters:
                    words.setdefault(letters, text)
                    shares[letters] += counts * share
        likeliest = sorted(shares, key=shares.__getitem__, reverse=True)[:THOUGHTS]
        return {words[letters]: shares[letters] for letters in likeliest}


def _said_once(text: str) -> str:
    """The text without repetitions of the whole, which the model sometimes writes as it does not know when to stop."""
    words = text.split()
    plain = [word.strip(".,!?").lower() for word in words]
    for length in range(2, len(words) // 2 + 1):
        if all(word == plain[at % length] for at, word in enumerate(plain)):
            return " ".join(words[:length])
    return text


def _shares(found: Any) -> list[float]:
    """The probability of each hypothesis among all of them; they sum up to one."""
    likely = [exp(score * len(ids)) for ids, score in zip(found.sequences_ids, found.scores, strict=True)]
    return [one / sum(likely) for one in likely]


def _likely(found: Any) -> float:
    """The mean log probability of the tokens of the first hypothesis, and the end; nought is certain."""
    pieces = len(found.sequences_ids[0])
    return float(found.scores[0]) * pieces / (pieces + 1)


def _loaded(folder: Path) -> tuple[Any, Any]:
    """The model and its tokenizer; raises EarFailed."""
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
