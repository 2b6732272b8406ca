"""Sentences with slots in them, kept as a tree of words: every way in which words can be read as one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from skill.recognizer.manners import Words


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


@dataclass
class _Node:
    """Where some sentences are after the same beginning."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[str, "_Node"] = field(default_factory=dict)
    intents: dict[str, None] = field(default_factory=dict)


class Carriers:
    """All carriers of one language."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, intent: str, words: Words) -> None:
        """Make a carrier known; its slots stand among the words as `{slot}`."""
        node = self._root
        for word in words:
            branches = node.slots if word.startswith("{") else node.words
            node = branches.setdefault(word.strip("{}"), _Node())
        node.intents[intent] = None

    def readings(self, words: Words) -> Iterator[Reading]:
        """Every carrier that these words may be, whatever stands in its slots; no slot is empty."""
        yield from _readings(self._root, words, 0, ())

    def words(self) -> Iterator[str]:
        """Every word outside the slots."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from node.words
            nodes += [*node.words.values(), *node.slots.values()]


def _readings(node: _Node, words: Words, at: int, spans: tuple[Span, ...]) -> Iterator[Reading]:
    if at == len(words):
        yield from (Reading(intent, spans) for intent in node.intents)
        return
    if words[at] in node.words:
        yield from _readings(node.words[words[at]], words, at + 1, spans)
    for slot, after in node.slots.items():
        for stop in range(at + 1, len(words) + 1):
            yield from _readings(after, words, stop, (*spans, Span(slot, at, stop)))
