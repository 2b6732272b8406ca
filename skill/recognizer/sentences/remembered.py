"""Caches results while one sentence is understood, because its parts are looked at again and again."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Said = TypeVar("_Said", bound=Hashable)
_Found = TypeVar("_Found")


class Once(Generic[_Said, _Found]):
    """A function with a cache, which lasts until `Remembered.forget`."""

    def __init__(self, work: Callable[[_Said], _Found]) -> None:
        self._work = work
        self.kept: dict[_Said, _Found] = {}

    def __call__(self, said: _Said) -> _Found:
        """The result for these words, from the cache or computed."""
        if said not in self.kept:
            self.kept[said] = self._work(said)
        return self.kept[said]


class Remembered:
    """All caches that are emptied together after each sentence."""

    def __init__(self) -> None:
        self._all: list[Once[Hashable, object]] = []

    def once(self, work: Callable[[_Said], _Found]) -> Once[_Said, _Found]:
        """The same function with a cache."""
        one = Once(work)
        self._all.append(one)  # type: ignore[arg-type]  # they are only emptied here
        return one

    def forget(self) -> None:
        """Empty all caches: nothing that somebody said is kept after it is understood."""
        for one in self._all:
            one.kept.clear()
