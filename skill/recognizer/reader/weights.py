"""The weights of the reader as whole numbers in one committed file, a row a feature, for the meanings that it tells.

A line of JSON first, then, pressed together by zlib, for every row, in the order of the marks: the mark (four bytes,
the lowest first), how rare the feature is, and how many meanings it speaks for or against; then these meanings, and
then the weights, a byte each.
"""

import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from math import fsum, sqrt
from pathlib import Path

_BYTES_OF_A_ROW = 6
_PRESSED = 9
"""As far as zlib can."""
_MARK, _NUMBER = "I", "b"
"""Four bytes without a sign, and one with."""


class Stale(ValueError):
    """The file holds no weights, or not all of them."""


@dataclass(frozen=True)
class WeightsHeader:
    """What the weights are of: `made_of` tells from which sentences they were learned."""

    meanings: tuple[str, ...]
    made_of: str
    unit: float
    """What a weight of one says of a feature as rare as one, in the hundredths of `Weights.scores`."""
    usual: tuple[float, ...]
    """What each meaning has before a word is weighed, in the same."""
    rows: int


@dataclass(frozen=True)
class Rows:
    """What each feature speaks for; `starts` has where the meanings of a row begin, and where the last ones end."""

    marks: Sequence[int]
    rarities: bytes
    starts: Sequence[int]
    columns: bytes
    numbers: Sequence[int]

    def find(self, mark: int) -> int | None:
        """The row of a feature; None where nothing was learned of it."""
        row = bisect_left(self.marks, mark)
        return row if row < len(self.marks) and self.marks[row] == mark else None


@dataclass(frozen=True)
class Weights:
    """What each feature says for each meaning."""

    head: WeightsHeader
    rows: Rows

    def scores(self, features: Sequence[int]) -> list[float]:
        """How surely these features say each meaning, in hundredths of the margin that it was trained for.

        Nought is as likely as not, a hundred what a sentence of the training should have, less than nought rather not.
        No probability: what is needed of it is in `costs.py`.
        """
        rows = self.rows
        known = [row for mark in features if (row := rows.find(mark)) is not None]
        sums = [0] * len(self.head.meanings)
        for row in known:
            its = slice(rows.starts[row], rows.starts[row + 1])
            for column, number in zip(rows.columns[its], rows.numbers[its], strict=True):
                sums[column] += number
        length = sqrt(fsum(rows.rarities[row] ** 2 for row in known)) or 1.0
        return [usual + self.head.unit * total / length for usual, total in zip(self.head.usual, sums, strict=True)]


def read_weights(path: Path) -> Weights:
    """The weights in this file. Raises Stale."""
    line, _, body = path.read_bytes().partition(b"\n")
    try:
        told = json.loads(line)
        head = WeightsHeader(**{**told, "meanings": tuple(told["meanings"]), "usual": tuple(told["usual"])})
    except (ValueError, KeyError, TypeError) as wrong:
        raise Stale(f"{path.name} is no file of weights; make accept writes it anew") from wrong
    try:
        rows = _rows(head.rows, zlib.decompress(body))
    except zlib.error:
        rows = None
    if rows is None:
        raise Stale(f"{path.name} has not all its weights; make accept writes it anew")
    return Weights(head, rows)


def write_weights(path: Path, weights: Weights) -> None:
    """Keep these weights; the same ones give the same bytes."""
    rows = weights.rows
    lengths = bytes(end - start for start, end in zip(rows.starts, rows.starts[1:], strict=False))
    head = json.dumps(asdict(weights.head), separators=(",", ":")).encode()
    marks, numbers = array(_MARK, rows.marks), array(_NUMBER, rows.numbers)
    body = (marks.tobytes(), rows.rarities, lengths, rows.columns, numbers.tobytes())
    path.write_bytes(b"\n".join((head, zlib.compress(b"".join(body), _PRESSED))))


def _rows(count: int, body: bytes) -> Rows | None:
    """The rows in these bytes; None where some are missing."""
    if len(body) < count * _BYTES_OF_A_ROW:
        return None
    rarities, lengths = (body[count * at : count * (at + 1)] for at in (4, 5))
    starts = array(_MARK, accumulate(lengths, initial=0))
    entries = body[count * _BYTES_OF_A_ROW :]
    if len(entries) != 2 * starts[-1]:
        return None
    columns, numbers = entries[: starts[-1]], array(_NUMBER, entries[starts[-1] :])
    return Rows(array(_MARK, body[: 4 * count]), rarities, starts, columns, numbers)
