"""Finds what a bent, misheard or half-said name may mean: "the happy one", "knee rolling"."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from skill.recognizer.templates.manners import Manners, Words
from skill.recognizer.templates.slots import SlotValue

_SHORTEST_STEM = 3
"""Letters: of a word with fewer nothing is taken off."""
LONGEST_HALF = 5
"""Words, those that only introduce a name among them."""


class HalfNames:
    """The words of the names of one slot, each as its stem."""

    def __init__(self, values: Iterable[SlotValue], manners: Manners) -> None:
        self._values = tuple(values)
        self._manners = manners
        own = {word for value in self._values for name in value.names for word in name.split()}
        kinds = own.intersection(manners.kinds_of_thing)
        self._silent = frozenset({*manners.small_words, *kinds, *manners.pointing})

    def slugs(self, said: Words) -> tuple[str, ...]:
        """All in a name of which every telling word of these is; those of whom it is all that tells go alone.

        What is only misheard for some words of a name is none of it: "now I need one".
        """
        told = frozenset(self._told(said)) if len(said) <= LONGEST_HALF else frozenset()
        if not told:
            return ()
        whole = tuple(dict.fromkeys(slug for slug, name in self._names if told == name))
        if whole or self._manners.misheard.keys() >= self._telling(said):
            return whole
        return tuple(dict.fromkeys(slug for slug, name in self._names if told <= name))

    def whole(self, said: Words) -> tuple[str, ...]:
        """All of whom it is a whole name, bent as it may be, of two telling words and more: "knee rolling"."""
        told = tuple(self._told(said))
        return self._whole.get(told, ()) if len(told) > 1 else ()

    def by_name_first(self, slugs: Iterable[str], said: Words) -> tuple[str, ...]:
        """These slugs, those first that are called so, and not only otherwise too."""
        told = frozenset(self._told(said))
        return tuple(sorted(slugs, key=lambda slug: not told <= self._called.get(slug, frozenset())))

    @cached_property
    def _called(self) -> Mapping[str, frozenset[str]]:
        """The telling words of what each is called first."""
        return {value.slug: frozenset(self._told_in(value.name)) for value in self._values}

    def _told_in(self, name: str) -> Iterator[str]:
        return self._told(self._manners.written_out(name))

    def _telling(self, said: Words) -> frozenset[str]:
        return frozenset(said) - self._silent

    def _told(self, said: Words) -> Iterator[str]:
        """The words that tell something, as they were said and not as they were heard."""
        meant = (self._manners.misheard.get(word, word) for word in said)
        yield from (self._stem(word) for word in meant if word not in self._silent)

    @cached_property
    def _names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The slug of every name with its telling words."""
        names = ((value.slug, name) for value in self._values for name in value.names if name not in value.misheard)
        return tuple((slug, frozenset(self._told_in(name))) for slug, name in names)

    @cached_property
    def _whole(self) -> Mapping[Words, tuple[str, ...]]:
        """The slugs of every name by its telling words, as they stand in it."""
        whole: dict[Words, tuple[str, ...]] = {}
        for value in self._values:
            for name in value.names:
                told = tuple(self._told_in(name))
                whole[told] = tuple(dict.fromkeys((*whole.get(told, ()), value.slug)))
        return whole

    def _stem(self, word: str) -> str:
        """The word without an ending, and without the letter that was doubled before it."""
        ending = next((end for end in self._manners.endings if word.endswith(end)), "")
        stem = word[: len(word) - len(ending)]
        if len(stem) < _SHORTEST_STEM:
            return word
        return stem[:-1] if ending and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem
