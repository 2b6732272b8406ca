"""Sorts out what is spoken to a device, as the device does: a launch, a wish by the skill's name, or plain words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal, NamedTuple

from skill.content.model.frozen import Checked, Frozen
from skill.recognizer.templates.expansion import any_of

_NAME, _WISH = "{name}", "{wish}"
_STOPS = " .!?"
Words = tuple[str, ...]


def _naming(*gaps: str) -> Callable[[str], str]:
    """A check that returns a template, or raises ValueError where it cannot be parsed or lacks one of these gaps."""

    def checked(template: str) -> str:
        ways = any_of(template)
        lacking = [gap for gap in gaps if not all(gap in way.split() for way in ways)]
        if lacking:
            raise ValueError(f"{template!r} lacks {lacking[0]}")
        return template

    return checked


_Wake = Annotated[str, Checked(_naming())]
_Open = Annotated[str, Checked(_naming(_NAME))]
_Ask = Annotated[str, Checked(_naming(_NAME, _WISH))]


@dataclass(frozen=True)
class Addressed:
    """Words sorted out: `open` launches the skill, `ask` launches it with a wish, `say` goes to the open session."""

    kind: Literal["open", "ask", "say"]
    rest: str


class WaysIn(Frozen):
    """The templates with which a language wakes a device, opens a skill by `{name}`, and asks it for a `{wish}`."""

    wake: Annotated[tuple[_Wake, ...], Checked(min_length=1)]
    open: Annotated[tuple[_Open, ...], Checked(min_length=1)]
    ask: Annotated[tuple[_Ask, ...], Checked(min_length=1)]


class _Word(NamedTuple):
    """A word that was said, or the skill's name, and its start and stop in the text."""

    text: str
    start: int
    stop: int


class Invocation:
    """Sorts out what people say to a device in one language, for a skill of this name."""

    def __init__(self, name: str, ways: WaysIn) -> None:
        self.name = name
        self._wake_words = sorted((" ".join(way) for way in _ways_of(ways.wake)), key=len, reverse=True)
        """The longest first, so that the pattern does not stop at a shorter one."""
        self._opening = frozenset(_ways_of(ways.open))
        self._asking = _around_a_wish(_ways_of(ways.ask))
        """The words that may follow a wish, by the words before it."""

    def spoken(self, words: str) -> Addressed:
        """Sort out words spoken to a device; `rest` is without the wake word and the name, and empty for a launch."""
        said = self._waking.sub("", words).strip()
        if not self._named.search(said):
            return Addressed("say", said)
        heard = self._heard(said)
        if tuple(word.text for word in heard) in self._opening:
            return Addressed("open", "")
        # The longest way of asking counts, so that a wish does not begin with "to".
        wishes = max(self._wishes_in(heard, said), key=lambda found: found[0], default=None)
        return Addressed("ask", wishes[1]) if wishes else Addressed("say", said)

    def _heard(self, said: str) -> list[_Word]:
        """The words, without full stops and the like at the end."""
        found = self._word.finditer(said.rstrip(_STOPS))
        return [_Word(_NAME if one["name"] else one.group().lower(), one.start(), one.end()) for one in found]

    def _wishes_in(self, heard: Sequence[_Word], said: str) -> Iterator[tuple[int, str]]:
        """Every wish that may have been asked for, behind the number of characters that the words around it have."""
        texts = tuple(word.text for word in heard)
        for before in range(len(texts)):
            for rest in self._asking.get(texts[:before], ()):
                after = len(texts) - len(rest)
                if before < after and texts[after:] == rest:
                    asked = said[heard[before].start : heard[after - 1].stop if rest else len(said)]
                    yield len(" ".join((*texts[:before], *rest))), asked

    @cached_property
    def _named(self) -> re.Pattern[str]:
        """The pattern of the name alone, tried first, for speed: most sentences are without it."""
        return re.compile(self._name, re.IGNORECASE)

    @cached_property
    def _word(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<name>{self._name})|[^\s,]+", re.IGNORECASE)

    @property
    def _name(self) -> str:
        return _spaced(self.name, r"[\s-]?") + r"\b"

    @cached_property
    def _waking(self) -> re.Pattern[str]:
        """The pattern of one wake word or more at the beginning."""
        words = "|".join(_spaced(way, r"[\s,]+") for way in self._wake_words)
        return re.compile(rf"^\s*(?:(?:{words})\b[\s,.!]*)+", re.IGNORECASE)


def _around_a_wish(ways: Iterable[Words]) -> Mapping[Words, Sequence[Words]]:
    """The words behind the wish in these ways of asking, by the words before it."""
    found = defaultdict[Words, list[Words]](list)
    for way in ways:
        wish = way.index(_WISH)
        found[way[:wish]].append(way[wish + 1 :])
    return dict(found)


def _ways_of(templates: Iterable[str]) -> Iterator[Words]:
    """The words of each sentence that the templates stand for, none twice."""
    return iter(dict.fromkeys(tuple(way.split()) for way in chain.from_iterable(map(any_of, templates))))


def _spaced(words: str, between: str) -> str:
    return between.join(map(re.escape, words.split()))
