"""Finds all samples that words can be read as: whole sentences, and carriers, which are samples with slots in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from skill.recognizer.sentences.names import AllNames
from skill.recognizer.templates.manners import Words


@dataclass(frozen=True)
class Span:
    """The words that fill a slot, as indexes: from `start` up to `stop`, without it."""

    slot: str
    start: int
    stop: int


@dataclass(frozen=True)
class CarriedWish:
    """An intent, and the spans of its slots in the words."""

    intent: str
    spans: tuple[Span, ...]


_JOIN = " "


class _Node(NamedTuple):
    """A node of the tree, for all carriers with the same beginning; a tuple, for speed: there are many thousand."""

    words: dict[str, "_Node"]
    slots: dict[str, "_Node"]
    intents: dict[str, None]


class Carriers:
    """All samples of one language: whole sentences are in a dictionary, carriers in a tree of words and slots."""

    def __init__(self, samples: Iterable[tuple[str, Words]]) -> None:
        self._whole: dict[str, dict[str, None]] = defaultdict(dict)
        self._root = _Node({}, {}, {})
        for intent, words in samples:
            is_carrier = any(word[0] == "{" for word in words)
            intents = self._end_of(words).intents if is_carrier else self._whole[_JOIN.join(words)]
            intents[intent] = None

    def readings(self, words: Words, names: AllNames | None = None) -> Iterator[CarriedWish]:
        """Every sample that these words may be: with names in its slots, or without `names`, any words in one slot."""
        yield from (CarriedWish(intent, ()) for intent in self._whole.get(_JOIN.join(words), ()))
        yield from _Walk(words, names).readings(self._root, 0, ())

    def _end_of(self, words: Words) -> _Node:
        """The node at which a carrier ends, added to the tree; its slots stand among the words as `{slot}`."""
        node = self._root
        for word in words:
            branches, name = (node.slots, word[1:-1]) if word[0] == "{" else (node.words, word)
            if name not in branches:
                branches[name] = _Node({}, {}, {})
            node = branches[name]
        return node


@dataclass(frozen=True)
class _Walk:
    """A search of the tree along these words."""

    words: Words
    names: AllNames | None

    def readings(self, node: _Node, at: int, spans: tuple[Span, ...]) -> Iterator[CarriedWish]:
        """Every reading of the words from `at` on, below this node; `spans` are the slots before."""
        words = self.words
        if at == len(words):
            yield from (CarriedWish(intent, spans) for intent in node.intents)
            return
        if words[at] in node.words:
            yield from self.readings(node.words[words[at]], at + 1, spans)
        for slot, after in node.slots.items() if self.names is not None or not spans else ():
            for stop in self._stops(slot, at):
                ends = stop == len(words) or after.slots or words[stop] in after.words
                if ends and (self.names is None or self.names[slot].slugs(words[at:stop])):
                    yield from self.readings(after, stop, (*spans, Span(slot, at, stop)))

    def _stops(self, slot: str, at: int) -> range:
        """The stops that a name in this slot may have that starts at `at`."""
        most = len(self.words) if self.names is None else at + self.names.begun_by(self.words[at]).get(slot, 0)
        return range(at + 1, min(len(self.words), most) + 1)
