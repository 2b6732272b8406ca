"""The weights of the reader, as whole numbers in one committed file: a row for each feature, a column for each meaning.

The file is a line of JSON (the header), then a body compressed by zlib, in five parts, each in the order of the rows:
the features' hashes, sorted (four bytes each); how rare each feature is (a byte); how many weights each row has (a
byte); the columns of these weights (a byte each); and the weights (a signed byte each).
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
"""The highest level of zlib."""
_MARK, _NUMBER = "I", "b"
"""Type codes of `array`: four bytes unsigned, and one signed."""


class Stale(ValueError):
    """The file has no weights, or not all of them."""


@dataclass(frozen=True)
class WeightsHeader:
    """What the columns mean, and how to scale the weights; `made_of` is the hash of the sentences they learned from."""

    meanings: tuple[str, ...]
    made_of: str
    unit: float
    """The score of a weight of 1, before dividing by the length of the vector of rarities; see `Weights.scores`."""
    usual: tuple[float, ...]
    """The score of each meaning without any feature (the bias)."""
    rows: int


@dataclass(frozen=True)
class Rows:
    """A sparse matrix: the features' hashes (`marks`), and for each row its columns and numbers.

    `starts` has the index at which the columns and numbers of each row begin, and at which the last row ends.
    """

    marks: Sequence[int]
    rarities: bytes
    starts: Sequence[int]
    columns: bytes
    numbers: Sequence[int]

    def find(self, mark: int) -> int | None:
        """The row of a feature, by its hash; None where nothing was learned of it."""
        row = bisect_left(self.marks, mark)
        return row if row < len(self.marks) and self.marks[row] == mark else None


@dataclass(frozen=True)
class Weights:
    """The weight of each feature for each meaning."""

    head: WeightsHeader
    rows: Rows

    def scores(self, features: Sequence[int]) -> list[float]:
        """The score of each meaning for these features, in hundredths of the margin for which it was trained.

        0 is as likely as not, 100 what a sentence of the training should have, and below 0 is rather not. It is no
        probability; `costs.py` says how much is needed.
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
    """The weights in this file. Raises Stale, and OSError where it cannot be read."""
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
    """Write these weights to a file; the same weights give the same bytes."""
    rows = weights.rows
    lengths = bytes(end - start for start, end in zip(rows.starts, rows.starts[1:], strict=False))
    head = json.dumps(asdict(weights.head), separators=(",", ":")).encode()
    marks, numbers = array(_MARK, rows.marks), array(_NUMBER, rows.numbers)
    body = (marks.tobytes(), rows.rarities, lengths, rows.columns, numbers.tobytes())
    path.write_bytes(b"\n".join((head, zlib.compress(b"".join(body), _PRESSED))))


def _rows(count: int, body: bytes) -> Rows | None:
    """The rows in these uncompressed bytes; None where some are missing."""
    if len(body) < count * _BYTES_OF_A_ROW:
        return None
    rarities, lengths = (body[count * at : count * (at + 1)] for at in (4, 5))
    starts = array(_MARK, accumulate(lengths, initial=0))
    entries = body[count * _BYTES_OF_A_ROW :]
    if len(entries) != 2 * starts[-1]:
        return None
    columns, numbers = entries[: starts[-1]], array(_NUMBER, entries[starts[-1] :])
    return Rows(array(_MARK, body[: 4 * count]), rarities, starts, columns, numbers)
