"""A large ear: Whisper, which writes down any words, told beforehand which ones to expect; in one of two sizes."""

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
"""Without one of them the library would look for it on the network."""

_SURE_FROM = -0.6
"""The mean logarithm of how likely its pieces of words are."""
_STRANGE_BELOW = -1.3
"""The same, below which nothing of it is believed."""
_NOBODY_FROM = 0.6
"""So likely nobody spoke at all: the makers' own threshold."""
_MOST_EXPECTED = 75
"""Words and names: all that are told beforehand take room of what it can think about."""
_BEAMS = 6
"""Ways to go on that it keeps in mind; its library's own number is five."""

_MOST_SECONDS, _LEAST_SECONDS = 30, 8
"""Of sound that it looks at: made for half a minute, it hears as well in eight seconds, in a fifth of the time."""
_QUIET_SECONDS = 3
"""So much quiet behind the sound tells it that the sentence is over."""
_FRAMES_A_SECOND = 100
"""Of what it looks at, as its makers have it."""
_TOLD_COUNTS = 0.8
"""What it hears told what to expect, of all that it thinks of."""


def whispers_here(models: Path) -> tuple[str, ...]:
    """The models that are here with the library; whether they work is found when something is heard."""
    if find_spec("faster_whisper") is None:
        return ()
    return tuple(name for name in MODELS if (models / name / "model.bin").is_file())


class Whisper(Ear):
    """A model in this folder of models. Raises EarFailed when it is missing, damaged or of another version."""

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
        """See `Ear`. Asked twice, told what to expect and told nothing: what is expected bends all other words."""
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
        """What its library does, with all that it had in mind and not the best alone; for each way of being told."""
        from faster_whisper.audio import pad_or_trim  # noqa: PLC0415 - as the whole library

        seconds = min(_MOST_SECONDS, max(_LEAST_SECONDS, len(samples) // RATE + _QUIET_SECONDS))
        # The library would fill up with numbers that are no silence, and then it says things twice.
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
        """Every thought of all ways with its share, the likeliest first; what differs in its marks alone is one."""
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
    """The text, of which it wrote all down twice or more often only once: it does not always know when to stop."""
    words = text.split()
    plain = [word.strip(".,!?").lower() for word in words]
    for length in range(2, len(words) // 2 + 1):
        if all(word == plain[at % length] for at, word in enumerate(plain)):
            return " ".join(words[:length])
    return text


def _shares(found: Any) -> list[float]:
    """How likely each thought is beside the others: they sum up to one."""
    likely = [exp(score * len(ids)) for ids, score in zip(found.sequences_ids, found.scores, strict=True)]
    return [one / sum(likely) for one in likely]


def _likely(found: Any) -> float:
    """The mean logarithm of how likely each piece of the first thought is, and the end; nought is certain."""
    pieces = len(found.sequences_ids[0])
    return float(found.scores[0]) * pieces / (pieces + 1)


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
