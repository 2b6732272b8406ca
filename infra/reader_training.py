"""Trains the reader: a support vector machine for each meaning, from the sentences of a language, in whole numbers.

Whole numbers make the same sentences give the same bytes on every machine. `make accept` runs this. It needs numpy,
which is not shipped. The method is dual coordinate descent with squared hinge loss (Hsieh and others, 2008), for all
meanings at once; rare features weigh more, and all sentences the same.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skill.assembly import the_library
from skill.recognizer.model import templates_of
from skill.recognizer.reader.features import features
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.said import DANGER, NO_DANGER, SAID, Said, digest_of, said_in
from skill.recognizer.reader.weights import Rows, Weights, WeightsHeader, write_weights
from skill.recognizer.recognizer import WEIGHTS, Recognizer
from skill.recognizer.templates.templates import TEMPLATES_FOLDER

ROUNDS = 20
LEAST_OFTEN = 3
"""What was said in one or two sentences only is these, and nothing to be learned of others."""
MOST_WEIGHTS = 700_000
"""The greatest: the file stays below one and a half megabytes."""
_ONE = 1 << 16
"""What stands for one, where everything is whole."""
_SOFTNESS = _ONE
"""How readily a sentence is left on the wrong side: at a half of this nearly as many are right, and fewer are sure."""
_SIXTEENTHS = 16
"""Rarity is counted in sixteenths of how often the number of sentences has to be halved."""
_SHARE_KEPT = 99.95
_MOST = 127
_ALARMS = {
    "PainIntent": "pain",
    "TooMuchIntent": "mild",
    "NerveSignIntent": "nerve",
    "DizzyIntent": "dizzy",
    "StuckIntent": "stuck",
}

Numbers = NDArray[np.int64]
Vector = tuple[Numbers, Numbers]
"""The rows of what a sentence has, and how much it has of each; the last is the same for all."""


@dataclass(frozen=True)
class Example:
    """What a sentence means, and its features by their marks."""

    meaning: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Space:
    """The features that are learned of, by their marks, and how rare each is."""

    row: Mapping[int, int]
    rarities: Numbers

    def vector(self, example: Example) -> Vector:
        """The sentence, as long as any other."""
        rows = np.array([self.row[mark] for mark in example.marks if mark in self.row], np.int64)
        rare = self.rarities[rows]
        length = isqrt(int((rare * rare).sum()) << 16) or 1
        return np.append(rows, len(self.rarities)), np.append((rare << 24) // length, _ONE)


def main() -> None:
    """Train the reader of every language that has sentences."""
    library = the_library()
    for language in sorted({library.language_of(locale) for locale in library.locales}):
        folder = TEMPLATES_FOLDER / language
        if (folder / SAID).is_dir():
            recognizer = Recognizer(templates_of(library, f"{language}-US"), library, weighs=False)
            train(folder, recognizer)
            print(f"Trained {folder / WEIGHTS} from {len(list(said_in(folder / SAID)))} sentences.")


def train(folder: Path, recognizer: Recognizer) -> None:
    """Learn from the sentences in this folder, and keep the weights there."""
    wishes = [_example(one, recognizer) for one in said_in(folder / SAID)]
    told = [_example(one, recognizer) for one in said_in(folder / DANGER)]
    dangers = [*told, *(Example(_ALARMS.get(one.meaning, NO_DANGER), one.marks) for one in wishes)]
    space = space_of([*wishes, *told])
    (meanings, wish), (levels, danger) = learned(wishes, space), learned(dangers, space)
    names = (*meanings, *(f"{DANGER} {level}" for level in levels))
    made_of = digest_of(folder / SAID, folder / DANGER)
    write_weights(folder / WEIGHTS, small(names, made_of, space, np.hstack((wish, danger))))


def _example(one: Said, recognizer: Recognizer) -> Example:
    words = recognizer.written_out(one.words)
    return Example(one.meaning, tuple(features(words, mentions_in(words, recognizer.names).typed)))


def space_of(examples: Sequence[Example]) -> Space:
    """What these sentences have in common with each other."""
    often = Counter(mark for example in examples for mark in example.marks)
    marks = sorted(mark for mark, count in often.items() if count >= LEAST_OFTEN)
    rarities = {count: _rarity(len(examples), count) for count in set(often.values())}
    return Space({mark: row for row, mark in enumerate(marks)}, np.array([rarities[often[mark]] for mark in marks]))


def _rarity(sentences: int, count: int) -> int:
    times = int(sentences**_SIXTEENTHS) // int((count + 1) ** _SIXTEENTHS)
    return max(1, times.bit_length() - 1)


def learned(examples: Iterable[Example], space: Space) -> tuple[Sequence[str], Numbers]:
    """The meanings, and the weights for each: a row a feature, and the last row for what is the same for all."""
    said = [(example.meaning, space.vector(example)) for example in examples]
    meanings = sorted({meaning for meaning, _ in said})
    weights = np.zeros((len(space.rarities) + 1, len(meanings)), np.int64)
    pulls = np.zeros((len(said), len(meanings)), np.int64)
    order, dice = list(range(len(said))), random.Random(1)  # noqa: S311
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for number in order:
            meaning, vector = said[number]
            signs = np.where(np.arange(len(meanings)) == meanings.index(meaning), 1, -1)
            pulls[number] = _pulled(weights, vector, signs, pulls[number])
    return meanings, weights


def _pulled(weights: Numbers, vector: Vector, signs: Numbers, pull: Numbers) -> Numbers:
    """How much a sentence pulls at each meaning, once the weights are moved so that it is just far enough ahead."""
    rows, values = vector
    behind = signs * ((values @ weights[rows]) >> 16) - _ONE + (_SOFTNESS * pull >> 16)
    width = (int(values @ values) >> 16) + _SOFTNESS
    pulled: Numbers = np.maximum(pull - behind * _ONE // width, 0)
    changed = np.nonzero(pulled - pull)[0]
    weights[np.ix_(rows, changed)] += values[:, None] * ((pulled - pull) * signs)[changed] >> 16
    return pulled


def small(meanings: Sequence[str], made_of: str, space: Space, weights: Numbers) -> Weights:
    """The weights as small numbers, rarity included: the few far greater ones are cut, and the smallest left out."""
    numbers = weights[:-1] * space.rarities[:, None]
    sizes = np.sort(np.abs(numbers[numbers != 0]))
    greatest, least = int(sizes[int(len(sizes) * _SHARE_KEPT / 100) - 1]), int(sizes[-MOST_WEIGHTS:][0])
    few = np.where(np.abs(numbers) < least, 0, (numbers * (2 * _MOST) + greatest * np.sign(numbers)) // (2 * greatest))
    usual = tuple(round(100 * int(one) / _ONE, 3) for one in weights[-1])
    head = WeightsHeader(tuple(meanings), made_of, round(100 * greatest / _MOST / _ONE, 6), usual, len(space.rarities))
    return Weights(head, _rows(space, np.clip(few, -_MOST, _MOST).astype(np.int8)))


def _rows(space: Space, numbers: NDArray[np.int8]) -> Rows:
    lengths = np.count_nonzero(numbers, axis=1).tolist()
    at, columns = np.nonzero(numbers)
    return Rows(
        marks=sorted(space.row),
        rarities=space.rarities.astype(np.uint8).tobytes(),
        starts=tuple(accumulate(lengths, initial=0)),
        columns=columns.astype(np.uint8).tobytes(),
        numbers=numbers[at, columns].tolist(),
    )


if __name__ == "__main__":
    main()
