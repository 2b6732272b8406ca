"""Sentences and those with slots in them: every way in which words can be read as one of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from skill.recognizer.templates.manners import Words


@dataclass(frozen=True)
class Span:
    """Which words fill a slot: from the first up to the one before the last."""

    slot: str
    start: int
    stop: int


@dataclass(frozen=True)
class Reading:
    """An intent, and where in the words its slots lie."""

    intent: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Node:
    """Where some carriers are after the same beginning."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[str, "_Node"] = field(default_factory=dict)
    intents: dict[str, None] = field(default_factory=dict)


class Carriers:
    """All sentences of one language: those without a slot are looked up, carriers of slots are a tree of words."""

    def __init__(self, samples: Iterable[tuple[str, Words]]) -> None:
        self._whole: dict[Words, dict[str, None]] = defaultdict(dict)
        self._root = _Node()
        for intent, words in samples:
            is_carrier = any(word[0] == "{" for word in words)
            intents = self._end_of(words).intents if is_carrier else self._whole[words]
            intents[intent] = None

    def readings(self, words: Words) -> Iterator[Reading]:
        """Everything that these words may be, whatever stands in the slots; no slot is empty."""
        yield from (Reading(intent, ()) for intent in self._whole.get(words, ()))
        yield from _readings(self._root, words, 0, ())

    def _end_of(self, words: Words) -> _Node:
        """Where a carrier ends in the tree, which grows to have it; its slots stand among the words as `{slot}`."""
        node = self._root
        for word in words:
            branches, name = (node.slots, word[1:-1]) if word[0] == "{" else (node.words, word)
            if name not in branches:
                branches[name] = _Node()
            node = branches[name]
        return node


def _readings(node: _Node, words: Words, at: int, spans: tuple[Span, ...]) -> Iterator[Reading]:
    if at == len(words):
        yield from (Reading(intent, spans) for intent in node.intents)
        return
    if words[at] in node.words:
        yield from _readings(node.words[words[at]], words, at + 1, spans)
    for slot, after in node.slots.items():
        for stop in range(at + 1, len(words) + 1):
            yield from _readings(after, words, stop, (*spans, Span(slot, at, stop)))
