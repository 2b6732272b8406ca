"""Keeps what was worked out of words while one sentence is understood: its parts are looked at again and again."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Said = TypeVar("_Said", bound=Hashable)
_Found = TypeVar("_Found")


class Once(Generic[_Said, _Found]):
    """Work that is done once for the same words, until they are forgotten."""

    def __init__(self, work: Callable[[_Said], _Found]) -> None:
        self._work = work
        self.kept: dict[_Said, _Found] = {}

    def __call__(self, said: _Said) -> _Found:
        """What comes of these words."""
        if said not in self.kept:
            self.kept[said] = self._work(said)
        return self.kept[said]


class Remembered:
    """Everything that is worked out once a sentence, however often it is asked for."""

    def __init__(self) -> None:
        self._all: list[Once[Hashable, object]] = []

    def once(self, work: Callable[[_Said], _Found]) -> Once[_Said, _Found]:
        """The same work, done once a sentence for the same words."""
        one = Once(work)
        self._all.append(one)  # type: ignore[arg-type]  # they are only emptied here
        return one

    def forget(self) -> None:
        """Nothing that somebody said stays here once it is understood."""
        for one in self._all:
            one.kept.clear()
