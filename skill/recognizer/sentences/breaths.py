"""Several wishes in one breath: the clauses that words may be."""

import re
from collections.abc import Iterable, Iterator


class Breaths:
    """The words that join two wishes in one language."""

    def __init__(self, joining: Iterable[str]) -> None:
        longest_first = sorted(joining, key=len, reverse=True)
        self._joints = re.compile(rf"[,;:.!?]+|\s-\s|\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def clauses(self, words: str) -> Iterator[str]:
        """What stands between the joints, where there is more than one of it."""
        parts = [part.strip() for part in self._joints.split(words.lower()) if part.strip()]
        yield from parts if len(parts) > 1 else ()
