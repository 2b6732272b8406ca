"""Tells what a name in one slot stands for, and which words show that a name was meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain, combinations

from skill.recognizer.sentences.half_names import HalfNames
from skill.recognizer.templates.manners import Manners, Words
from skill.recognizer.templates.slots import SlotType

LONGEST_UNKNOWN_NAME = 4
"""Words of a name nobody knows that are still taken for a name."""
LONGEST_KNOWN_ELSEWHERE = 3
"""Words of the name of something that others have: "plank", "warrior two"."""
_NONE: Mapping[str, int] = {}


class Names:
    """What a slot may be, by the words it is said with."""

    def __init__(self, slot_type: SlotType, manners: Manners) -> None:
        self.slot = slot_type.slot
        self.closed = slot_type.closed
        self._manners = manners
        self._slugs = _slugs(slot_type, manners)
        self._halves = HalfNames(() if slot_type.closed else slot_type.values, manners)

    def slugs(self, said: Words) -> tuple[str, ...]:
        """Whose name these words are; nobody's where there is none."""
        return self._slugs.get(said, ())

    def nearly(self, said: Words) -> tuple[str, ...]:
        """Whose name these words are some of, bent or misheard as they may be; names of closed types are whole.

        Those that are called so come before those that are only called so too.
        """
        return self._halves.by_name_first(self.sharing(said) or self._halves.slugs(said), said)

    def wholly(self, said: Words) -> tuple[str, ...]:
        """Whose whole name these words are, bent or misheard as they may be."""
        return self._halves.whole(said)

    def are_known_elsewhere(self, said: Words) -> bool:
        """Whether it is a stretch or an exercise that people know, and none of ours."""
        known = not set(self._manners.named_elsewhere).isdisjoint(said)
        return known and self.slot == "stretch" and len(said) <= LONGEST_KNOWN_ELSEWHERE

    def sharing(self, said: Words) -> tuple[str, ...]:
        """All that have these words in a name, if they are several: one may be chance."""
        slugs = self._parts.get(said, ())
        return slugs if len(slugs) > 1 else ()

    def all(self) -> Iterable[Words]:
        """The words of every name."""
        return self._slugs.keys()

    def may_be_a_name(self, said: Words) -> bool:
        """Whether these words are short enough for a name and say something."""
        return len(said) <= LONGEST_UNKNOWN_NAME and not set(said) <= set(self._manners.small_words)

    def share_a_telling_word(self, said: Words) -> bool:
        """Whether a word that is no small one is in a name too."""
        return not self._telling.isdisjoint(said)

    @cached_property
    def _telling(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self._slugs)) - {*self._manners.small_words, *self._manners.kinds_of_thing}

    @cached_property
    def _parts(self) -> Mapping[Words, tuple[str, ...]]:
        """Every run of words inside the names, with the slugs that have it."""
        parts: dict[Words, dict[str, None]] = defaultdict(dict)
        for name, slugs in self._slugs.items():
            for start, stop in combinations(range(len(name) + 1), 2):
                parts[name[start:stop]].update(dict.fromkeys(slugs))
        return {part: tuple(slugs) for part, slugs in parts.items()}


class AllNames(dict[str, Names]):
    """The names of every slot; most words begin no name, and most others those of one slot."""

    def __init__(self, names: Mapping[str, Names], idioms: Iterable[str] = ()) -> None:
        """With the phrases in which a name is none."""
        super().__init__(names)
        self._idioms: dict[str, list[Words]] = defaultdict(list)
        for words in (tuple(phrase.split()) for phrase in idioms):
            self._idioms[words[0]].append(words)

    def no_name_in(self, words: Words) -> int:
        """How many of the first words are a phrase in which a name is none: "a right faff"."""
        begun = self._idioms.get(words[0], ())
        return max((len(phrase) for phrase in begun if words[: len(phrase)] == phrase), default=0)

    def begun_by(self, word: str) -> Mapping[str, int]:
        """The slots with a name that begins with this word, each with how many words the longest of them has."""
        return self._begun.get(word, _NONE)

    @cached_property
    def _begun(self) -> Mapping[str, Mapping[str, int]]:
        begun: dict[str, dict[str, int]] = defaultdict(dict)
        for slot, names in self.items():
            for words in filter(None, names.all()):
                begun[words[0]][slot] = max(len(words), begun[words[0]].get(slot, 0))
        return dict(begun)


def _slugs(slot_type: SlotType, manners: Manners) -> Mapping[Words, tuple[str, ...]]:
    """The slugs by name; the names of closed types are kept whole: "right" may be manners, or the side."""
    said_as = manners.written_out if slot_type.closed else manners.plain
    names: dict[Words, tuple[str, ...]] = {}
    for value in slot_type.values:
        for name in value.names:
            words = said_as(name)
            names[words] = tuple(dict.fromkeys((*names.get(words, ()), value.slug)))
    return names
