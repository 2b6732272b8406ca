"""Finds what a name may mean that is inflected, misheard or only half said: "the happy one", "knee rolling"."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from skill.recognizer.templates.manners import Manners, Words
from skill.recognizer.templates.slots import SlotValue

_SHORTEST_STEM = 3
"""Letters: no ending is taken off if fewer would be left."""
LONGEST_HALF = 5
"""Words, including those that only introduce a name."""


class HalfNames:
    """The telling words of the names of one slot, as stems; small words, kinds and pointing words tell nothing."""

    def __init__(self, values: Iterable[SlotValue], manners: Manners) -> None:
        self._values = tuple(values)
        self._manners = manners
        own = {word for value in self._values for name in value.names for word in name.split()}
        kinds = own.intersection(manners.kinds_of_thing)
        self._silent = frozenset({*manners.small_words, *kinds, *manners.pointing})

    def slugs(self, said: Words) -> tuple[str, ...]:
        """All slugs with a name that has every telling word said; only those that have no other one, if there are any.

        A part of a name does not count if all its words are only misheard ones: "now I need one".
        """
        told = frozenset(self._told(said)) if len(said) <= LONGEST_HALF else frozenset()
        if not told:
            return ()
        whole = tuple(dict.fromkeys(slug for slug, name in self._names if told == name))
        if whole or self._manners.misheard.keys() >= self._telling(said):
            return whole
        return tuple(dict.fromkeys(slug for slug, name in self._names if told <= name))

    def whole(self, said: Words) -> tuple[str, ...]:
        """All slugs with a name of exactly these telling words, in order, at least two of them: "knee rolling"."""
        told = tuple(self._told(said))
        return self._whole.get(told, ()) if len(told) > 1 else ()

    def by_name_first(self, slugs: Iterable[str], said: Words) -> tuple[str, ...]:
        """These slugs, first those whose main name has every telling word said."""
        told = frozenset(self._told(said))
        return tuple(sorted(slugs, key=lambda slug: not told <= self._called.get(slug, frozenset())))

    @cached_property
    def _called(self) -> Mapping[str, frozenset[str]]:
        """The telling words of the main name of each slug."""
        return {value.slug: frozenset(self._told_in(value.name)) for value in self._values}

    def _told_in(self, name: str) -> Iterator[str]:
        return self._told(self._manners.written_out(name))

    def _telling(self, said: Words) -> frozenset[str]:
        return frozenset(said) - self._silent

    def _told(self, said: Words) -> Iterator[str]:
        """The stems of the telling words, with misheard words put right."""
        meant = (self._manners.misheard.get(word, word) for word in said)
        yield from (self._stem(word) for word in meant if word not in self._silent)

    @cached_property
    def _names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The telling words of every name that is not a misheard one, with its slug."""
        names = ((value.slug, name) for value in self._values for name in value.names if name not in value.misheard)
        return tuple((slug, frozenset(self._told_in(name))) for slug, name in names)

    @cached_property
    def _whole(self) -> Mapping[Words, tuple[str, ...]]:
        """The slugs of every name, by its telling words in order."""
        whole: dict[Words, tuple[str, ...]] = {}
        for value in self._values:
            for name in value.names:
                told = tuple(self._told_in(name))
                whole[told] = tuple(dict.fromkeys((*whole.get(told, ()), value.slug)))
        return whole

    def _stem(self, word: str) -> str:
        """The word without its ending, and without a letter that was doubled before that; short words stay."""
        ending = next((end for end in self._manners.endings if word.endswith(end)), "")
        stem = word[: len(word) - len(ending)]
        if len(stem) < _SHORTEST_STEM:
            return word
        return stem[:-1] if ending and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem
