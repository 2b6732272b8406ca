"""Looks up the names that a slot may have: whole, half or unknown ones, and where names begin in a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain, combinations

from skill.recognizer.sentences.half_names import HalfNames
from skill.recognizer.templates.manners import Manners, Words
from skill.recognizer.templates.slots import SlotType

LONGEST_UNKNOWN_NAME = 4
"""The most words of an unknown name."""
LONGEST_KNOWN_ELSEWHERE = 3
"""The most words of the name of an exercise that this skill does not have: "plank", "warrior two"."""
_NONE: Mapping[str, int] = {}


class Names:
    """The names of one slot; a name is looked up as its words, and stands for one slug or several."""

    def __init__(self, slot_type: SlotType, manners: Manners) -> None:
        self.slot = slot_type.slot
        self.closed = slot_type.closed
        self._manners = manners
        self._slugs = _slugs(slot_type, manners)
        self._halves = HalfNames(() if slot_type.closed else slot_type.values, manners)

    def slugs(self, said: Words) -> tuple[str, ...]:
        """The slugs that have exactly this name; empty where none has."""
        return self._slugs.get(said, ())

    def nearly(self, said: Words) -> tuple[str, ...]:
        """The slugs with a name that has these words, inflected or misheard too; closed types have no such names.

        Those whose main name has them come first.
        """
        return self._halves.by_name_first(self.sharing(said) or self._halves.slugs(said), said)

    def wholly(self, said: Words) -> tuple[str, ...]:
        """The slugs that have this as their whole name, inflected or misheard too."""
        return self._halves.whole(said)

    def are_known_elsewhere(self, said: Words) -> bool:
        """Whether this is a stretch or an exercise that people know from elsewhere, and that is not in the library."""
        known = not set(self._manners.named_elsewhere).isdisjoint(said)
        return known and self.slot == "stretch" and len(said) <= LONGEST_KNOWN_ELSEWHERE

    def sharing(self, said: Words) -> tuple[str, ...]:
        """All slugs with these words in a row in a name, if there are several: a single one may be chance."""
        slugs = self._parts.get(said, ())
        return slugs if len(slugs) > 1 else ()

    def all(self) -> Iterable[Words]:
        """The words of every name."""
        return self._slugs.keys()

    def may_be_a_name(self, said: Words) -> bool:
        """Whether these words are few enough for a name, and not only small words."""
        return len(said) <= LONGEST_UNKNOWN_NAME and not set(said) <= set(self._manners.small_words)

    def share_a_telling_word(self, said: Words) -> bool:
        """Whether a name has one of these words, small words and kinds of thing not counted."""
        return not self._telling.isdisjoint(said)

    @cached_property
    def _telling(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self._slugs)) - {*self._manners.small_words, *self._manners.kinds_of_thing}

    @cached_property
    def _parts(self) -> Mapping[Words, tuple[str, ...]]:
        """The slugs of every run of words within a name."""
        parts: dict[Words, dict[str, None]] = defaultdict(dict)
        for name, slugs in self._slugs.items():
            for start, stop in combinations(range(len(name) + 1), 2):
                parts[name[start:stop]].update(dict.fromkeys(slugs))
        return {part: tuple(slugs) for part, slugs in parts.items()}


class AllNames(dict[str, Names]):
    """The names of every slot, with an index by first word, for speed: most words begin no name."""

    def __init__(self, names: Mapping[str, Names], idioms: Iterable[str] = ()) -> None:
        """`idioms` are phrases whose words name nothing."""
        super().__init__(names)
        self._idioms: dict[str, list[Words]] = defaultdict(list)
        for words in (tuple(phrase.split()) for phrase in idioms):
            self._idioms[words[0]].append(words)

    def no_name_in(self, words: Words) -> int:
        """How many words at the beginning are an idiom, which names nothing: "a right faff"."""
        begun = self._idioms.get(words[0], ())
        return max((len(phrase) for phrase in begun if words[: len(phrase)] == phrase), default=0)

    def begun_by(self, word: str) -> Mapping[str, int]:
        """The slots with a name that begins with this word, each with the number of words of the longest such name."""
        return self._begun.get(word, _NONE)

    @cached_property
    def _begun(self) -> Mapping[str, Mapping[str, int]]:
        begun: dict[str, dict[str, int]] = defaultdict(dict)
        for slot, names in self.items():
            for words in filter(None, names.all()):
                begun[words[0]][slot] = max(len(words), begun[words[0]].get(slot, 0))
        return dict(begun)


def _slugs(slot_type: SlotType, manners: Manners) -> Mapping[Words, tuple[str, ...]]:
    """The slugs by name; names of closed types keep their manners: "right" may be the side."""
    said_as = manners.written_out if slot_type.closed else manners.plain
    names: dict[Words, tuple[str, ...]] = {}
    for value in slot_type.values:
        for name in value.names:
            words = said_as(name)
            names[words] = tuple(dict.fromkeys((*names.get(words, ()), value.slug)))
    return names
