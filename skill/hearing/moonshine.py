"""An ear for doubtful sentences: Moonshine, which was trained on other recordings, and so mishears differently.

It writes down any words, and cannot be told which ones to expect. ONNX Runtime runs its model directly, because its own
library gives only one thought.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import product
from math import exp
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from skill.hearing.ear import AGAIN, RATE, THOUGHTS, Certainty, Ear, EarFailed, Transcript
from skill.sound.sound import LOUDEST, Sound

MODEL = "moonshine-base"
"""The folder of the model that `make voice` fetches."""
ENCODER, DECODER, PIECES = "encoder_model.ort", "decoder_model_merged.ort", "tokenizer.bin"

_BEGINS, _ENDS = 1, 2
"""The tokens (pieces) that begin and end a sentence."""
_LAYERS, _HEADS, _EACH = 8, 8, 52
"""The shape of the model: layers, attention heads, and numbers in each head."""
_BEAMS = 5
"""The width of the beam search: as many ways as an ear may report thoughts (0092)."""
_MOST_SECONDS, _LEAST_SECONDS = 30.0, 1.0
"""Longer sound is cut off, shorter sound is padded with silence."""
_PIECES_A_SECOND = 6.5
"""The most tokens a second, by its makers: nobody says more, but the model may not know when to stop."""
_MORE_PIECES = 6
"""Tokens that are allowed in any case, as even one word has some."""

_SURE_FROM = -0.6
"""The mean log probability of its tokens from which it is sure, as with Whisper."""
_STRANGE_BELOW = -1.3
"""The mean log probability below which its words do not count."""


def moonshine_is_here(models: Path) -> bool:
    """Whether the library and the model are installed; whether they work shows when something is heard."""
    return find_spec("onnxruntime") is not None and (models / MODEL / DECODER).is_file()


@dataclass(frozen=True)
class _Way:
    """A beam: its tokens, their log probability, and the index of the beam that it extends."""

    pieces: tuple[int, ...] = ()
    likely: float = 0.0
    goes_on_from: int = 0

    @property
    def each_likely(self) -> float:
        """The mean log probability of its tokens and the end; nought is certain, and lower is less likely."""
        return self.likely / (len(self.pieces) + 1)


class Moonshine(Ear):
    """The ear with a model from this folder. Raises EarFailed when it is missing, damaged or of another version."""

    name = MODEL

    def __init__(self, models: Path) -> None:
        self._encoder, self._decoder, self._pieces = _loaded(models / MODEL)
        self._tells = [one.name for one in self._decoder.get_outputs()]
        self._turn = Lock()

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """See `Ear`."""
        del expected
        heard = sound.at_rate(RATE).cut(0, _MOST_SECONDS).samples.astype(np.float32) / LOUDEST
        quiet = max(0, round(_LEAST_SECONDS * RATE) - len(heard))
        with self._turn:
            try:
                ways = self._ways(np.pad(heard, (0, quiet)))
            except (RuntimeError, ValueError) as error:
                raise EarFailed(f"The recognizer Moonshine broke off ({error}). {AGAIN}") from error
        return self._transcript(ways)

    def _ways(self, samples: Any) -> list[_Way]:
        """The likeliest transcriptions, the best first, by a beam search."""
        (heard,) = self._encoder.run(None, {"input_values": samples[np.newaxis]})
        ways, over, kept = [_Way()], list[_Way](), _nothing_kept()
        for _ in range(round(len(samples) / RATE * _PIECES_A_SECOND) + _MORE_PIECES):
            likely, kept = self._step(heard, ways, kept)
            best = list(_best(ways, likely))
            ended = [way for way in best if way.pieces[-1] == _ENDS]
            over += [_Way(way.pieces[:-1], way.likely) for way in ended]
            ways = [way for way in best if way.pieces[-1] != _ENDS][:_BEAMS]
            if sum(way.likely >= ways[0].likely for way in over) >= _BEAMS:
                break
            rows = [way.goes_on_from for way in ways]
            kept = {name: numbers[rows] for name, numbers in kept.items()}
        return sorted(over or ways, key=lambda way: -way.likely)[:_BEAMS]

    def _step(self, heard: Any, ways: Sequence[_Way], kept: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """The log probabilities of the next token for each beam, and the model's new cache."""
        goes_on = bool(ways[0].pieces)
        told = self._decoder.run(
            None,
            {
                **kept,
                "input_ids": np.array([[way.pieces[-1] if goes_on else _BEGINS] for way in ways], np.int64),
                "encoder_hidden_states": np.repeat(heard, len(ways), axis=0),
                "use_cache_branch": np.array([goes_on]),
            },
        )
        by_name = dict(zip(self._tells, told, strict=True))
        # The cache of the encoder is only in the first output.
        now = {
            name: kept[name] if goes_on and ".encoder." in name else by_name[name.replace("past_key_values", "present")]
            for name in kept
        }
        return _logarithms(by_name["logits"][:, -1].astype(np.float64)), now

    def _transcript(self, ways: Sequence[_Way]) -> Transcript:
        words, shares = dict[str, str](), defaultdict[str, float](float)
        whole = sum(exp(way.likely - ways[0].likely) for way in ways)
        for way in ways:
            text = self._text(way.pieces)
            letters = "".join(filter(str.isalnum, text.lower()))
            if letters:
                words.setdefault(letters, text)
                shares[letters] += exp(way.likely - ways[0].likely) / whole
        if not words:
            return Transcript(self.name, "", Certainty.STRANGE)
        likeliest = sorted(shares, key=shares.__getitem__, reverse=True)[:THOUGHTS]
        first, *others = (words[letters] for letters in likeliest)
        told = (*(shares[letters] for letters in likeliest),)
        return Transcript(self.name, first, _certainty(ways[0].each_likely), (*others,), told)

    def _text(self, pieces: Sequence[int]) -> str:
        whole = b"".join(self._pieces[piece] for piece in pieces if piece > _ENDS)
        return whole.decode("utf-8", "ignore").replace("\u2581", " ").strip()


def _best(ways: Sequence[_Way], likely: Any) -> Iterator[_Way]:
    """The likeliest extensions of all beams: twice the width of the search, because some of them end."""
    together = np.array([[way.likely] for way in ways]) + likely
    for at in np.argsort(-together, axis=None)[: 2 * _BEAMS]:
        row, piece = divmod(int(at), together.shape[1])
        yield _Way((*ways[row].pieces, piece), float(together[row, piece]), row)


def _logarithms(logits: Any) -> Any:
    highest = logits.max(axis=-1, keepdims=True)
    return logits - highest - np.log(np.exp(logits - highest).sum(axis=-1, keepdims=True))


def _nothing_kept() -> dict[str, Any]:
    parts = product(range(_LAYERS), ("decoder", "encoder"), ("key", "value"))
    return {
        f"past_key_values.{layer}.{of}.{part}": np.zeros((1, _HEADS, 0, _EACH), np.float32) for layer, of, part in parts
    }


def _loaded(folder: Path) -> tuple[Any, Any, list[bytes]]:
    """The encoder, the decoder, and the bytes of each token; raises EarFailed."""
    missing = [name for name in (ENCODER, DECODER, PIECES) if not (folder / name).is_file()]
    if missing:
        raise EarFailed(f"The model {folder.name} lacks {missing[0]}. {AGAIN}")
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - few machines have it

    options = SessionOptions()
    options.intra_op_num_threads = 2
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        encoder, decoder = (InferenceSession(str(folder / name), options) for name in (ENCODER, DECODER))
        return encoder, decoder, list(_written((folder / PIECES).read_bytes()))
    except Exception as error:  # the library raises whatever its parts raise
        told = f"The model {folder.name} cannot be loaded: damaged, or of another version."
        raise EarFailed(f"{told} {AGAIN}") from error


def _written(content: bytes) -> Iterator[bytes]:
    """The bytes of each token; in the file, their number stands before them, in one byte or two."""
    at = 0
    while at < len(content):
        length, at = content[at], at + 1
        if length >= _TWO_BYTES:
            length, at = length - _TWO_BYTES + content[at] * _TWO_BYTES, at + 1
        yield content[at : at + length]
        at += length


_TWO_BYTES = 128
"""From this number on, a length takes two bytes."""


def _certainty(likely: float) -> Certainty:
    if likely < _STRANGE_BELOW:
        return Certainty.STRANGE
    return Certainty.SURE if likely >= _SURE_FROM else Certainty.UNSURE
