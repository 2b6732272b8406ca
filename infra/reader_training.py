"""Trains the reader from the sentences of a language: an averaged perceptron in whole numbers, the same everywhere.

`make accept` runs it. Only here is numpy needed; nothing of it is shipped.
"""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skill.assembly import the_library
from skill.recognizer.model import templates_of
from skill.recognizer.reader.features import BUCKETS, features
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.said import DANGER, NO_DANGER, SAID, Said, digest_of, said_in
from skill.recognizer.reader.weights import write_weights
from skill.recognizer.recognizer import WEIGHTS, Recognizer
from skill.recognizer.templates.templates import TEMPLATES_FOLDER

ROUNDS = 24
MARGIN = 4
"""By how much the right meaning has to be ahead, a feature on average, before nothing more is learned of a sentence."""
_SHARE_KEPT = 99.5
_MOST = 127
_ALARMS = {
    "PainIntent": "pain",
    "TooMuchIntent": "mild",
    "NerveSignIntent": "nerve",
    "DizzyIntent": "dizzy",
    "StuckIntent": "stuck",
}

Numbers = NDArray[np.int64]
Example = tuple[str, Numbers]


def main() -> None:
    """Train the reader of every language that has sentences."""
    library = the_library()
    for language in sorted({library.language_of(locale) for locale in library.locales}):
        folder = TEMPLATES_FOLDER / language
        if (folder / SAID).is_dir():
            recognizer = Recognizer(templates_of(library, f"{language}-US"), library)
            train(folder, recognizer)
            print(f"Trained {folder / WEIGHTS} from {len(list(said_in(folder / SAID)))} sentences.")


def train(folder: Path, recognizer: Recognizer) -> None:
    """Learn from the sentences in this folder, and keep the weights there."""
    wishes = [*said_in(folder / SAID)]
    dangers = [*said_in(folder / DANGER), *map(_as_danger, wishes)]
    columns: dict[str, NDArray[np.int8]] = {
        **_learned([(one.meaning, _found(one, recognizer)) for one in wishes]),
        **{f"{DANGER} {level}": column for level, column in _learned(_examples(dangers, recognizer)).items()},
    }
    numbers = np.stack(list(columns.values()), axis=1)
    write_weights(folder / WEIGHTS, list(columns), digest_of(folder / SAID, folder / DANGER), numbers.tobytes())


def _examples(said: Sequence[Said], recognizer: Recognizer) -> list[Example]:
    return [(one.meaning, _found(one, recognizer)) for one in said]


def _as_danger(wish: Said) -> Said:
    return Said(_ALARMS.get(wish.meaning, NO_DANGER), wish.words)


def _found(one: Said, recognizer: Recognizer) -> Numbers:
    words = recognizer.written_out(one.words)
    return np.array(features(words, mentions_in(words, recognizer.names).typed))


def _learned(examples: Sequence[Example]) -> Mapping[str, NDArray[np.int8]]:
    """A column of weights for each meaning."""
    meanings = sorted({meaning for meaning, _ in examples})
    number = {meaning: index for index, meaning in enumerate(meanings)}
    right = [number[meaning] for meaning, _ in examples]
    averaged = _averaged([found for _, found in examples], right, len(meanings))
    return dict(zip(meanings, _small(averaged).T, strict=True))


def _averaged(found: Sequence[Numbers], right: Sequence[int], width: int) -> Numbers:
    """The weights of every moment of learning, added up."""
    weights = np.zeros((BUCKETS, width), np.int64)
    late = np.zeros_like(weights)
    order, dice, time = list(range(len(found))), random.Random(1), 0  # noqa: S311
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for which in order:
            time += 1
            one, meant = found[which], right[which]
            sums = weights[one].sum(0)
            sums[meant] -= MARGIN * len(one)
            taken = int(sums.argmax())
            if taken != meant:
                for column, change in ((meant, 1), (taken, -1)):
                    weights[one, column] += change
                    late[one, column] += change * time
    return weights * time - late


def _small(weights: Numbers) -> NDArray[np.int8]:
    """The weights as small numbers: the few that are far greater than all others are cut."""
    sizes = np.sort(np.abs(weights[weights != 0]))
    greatest = int(sizes[int(len(sizes) * _SHARE_KEPT / 100)])
    halved = (weights * (2 * _MOST) + greatest * np.sign(weights)) // (2 * greatest)
    small: NDArray[np.int8] = np.clip(halved, -_MOST, _MOST).astype(np.int8)
    return small


if __name__ == "__main__":
    main()
