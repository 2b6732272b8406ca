"""The weights of the reader as whole numbers in one committed file: a row a feature, a column a meaning."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from skill.recognizer.reader.features import BUCKETS


class Stale(ValueError):
    """The file holds no weights, or those of other features than there are now."""


@dataclass(frozen=True)
class Weights:
    """What each feature says for each meaning; `made_of` tells from which sentences they were learned."""

    meanings: tuple[str, ...]
    made_of: str
    rows: memoryview

    def sums(self, features: Sequence[int]) -> list[int]:
        """What these features say together for each meaning."""
        width = len(self.meanings)
        rows = [self.rows[feature * width : (feature + 1) * width] for feature in features]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * width


def read_weights(path: Path) -> Weights:
    """The weights in this file. Raises Stale."""
    head, _, numbers = path.read_bytes().partition(b"\n")
    try:
        told = json.loads(head)
        meanings, made_of = tuple(told["meanings"]), told["made_of"]
    except (ValueError, KeyError, TypeError) as wrong:
        raise Stale(f"{path.name} is no file of weights; make accept writes it anew") from wrong
    if len(numbers) != BUCKETS * len(meanings):
        raise Stale(f"{path.name} has the weights of other features; make accept writes it anew")
    return Weights(meanings, made_of, memoryview(numbers).cast("b"))


def write_weights(path: Path, meanings: Sequence[str], made_of: str, numbers: bytes) -> None:
    """Keep these weights; the same ones give the same bytes."""
    head = json.dumps({"meanings": list(meanings), "made_of": made_of}, separators=(",", ":"))
    path.write_bytes(head.encode() + b"\n" + numbers)
