"""Tells a launch from a wish: what a device makes of its wake word and the skill's name before the skill is asked."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from skill.recognizer.templates.expansion import any_of

_NAME, _WISH = "{name}", "{wish}"
_END = r"[\s.!?]*$"


def _naming(*gaps: str) -> Callable[[str], str]:
    """What refuses a template that lacks one of these gaps, or that is none."""

    def checked(template: str) -> str:
        ways = any_of(template)
        lacking = [gap for gap in gaps if not all(gap in way.split() for way in ways)]
        if lacking:
            raise ValueError(f"{template!r} lacks {lacking[0]}")
        return template

    return checked


_Wake = Annotated[str, AfterValidator(_naming())]
_Open = Annotated[str, AfterValidator(_naming(_NAME))]
_Ask = Annotated[str, AfterValidator(_naming(_NAME, _WISH))]


@dataclass(frozen=True)
class Spoken:
    """What a device makes of words: `open` launches, `ask` launches with a wish, `say` goes to the open session."""

    kind: Literal["open", "ask", "say"]
    rest: str


class WaysIn(BaseModel):
    """How one wakes a speaker in a language, opens a skill by its `{name}`, and asks it for a `{wish}` at once."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    wake: Annotated[tuple[_Wake, ...], Field(min_length=1)]
    open: Annotated[tuple[_Open, ...], Field(min_length=1)]
    ask: Annotated[tuple[_Ask, ...], Field(min_length=1)]


class Invocation:
    """What devices hear in one language when people call the skill by its name."""

    def __init__(self, name: str, ways: WaysIn) -> None:
        self.name = name
        self._ways = ways

    def spoken(self, words: str) -> Spoken:
        """Sort out words spoken to a device; `rest` is the wish, without wake word and name, empty for a launch."""
        said = self._waking.sub("", words).strip()
        if not self._named.search(said):
            return Spoken("say", said)
        if any(way.match(said) for way in self._opening):
            return Spoken("open", "")
        asked = next(filter(None, (way.match(said) for way in self._asking)), None)
        return Spoken("ask", asked["wish"].strip()) if asked else Spoken("say", said)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        """The name, without which nothing opens the skill: most of what is said is without it."""
        return re.compile(self._name, re.IGNORECASE)

    @property
    def _name(self) -> str:
        return _spaced(self.name, r"[\s-]?") + r"\b"

    @cached_property
    def _waking(self) -> re.Pattern[str]:
        """Wake words at the beginning, however often."""
        ways = _longest_first(chain.from_iterable(map(any_of, self._ways.wake)))
        words = "|".join(_spaced(way, r"[\s,]+") for way in ways)
        return re.compile(rf"^\s*(?:(?:{words})\b[\s,.!]*)+", re.IGNORECASE)

    @cached_property
    def _opening(self) -> list[re.Pattern[str]]:
        return list(self._patterns(self._ways.open))

    @cached_property
    def _asking(self) -> list[re.Pattern[str]]:
        return list(self._patterns(self._ways.ask))

    def _patterns(self, templates: Iterable[str]) -> Iterator[re.Pattern[str]]:
        """What finds each thing that the templates stand for; the longest first, so that a wish has no "to" in it."""
        for way in _longest_first(chain.from_iterable(map(any_of, templates))):
            at_the_end = way.endswith(_WISH)
            found = {_NAME: self._name, _WISH: r"(?P<wish>\S.*)" if at_the_end else r"(?P<wish>\S.*?)"}
            pattern = r"[\s,]+".join(found.get(word, re.escape(word)) for word in way.split())
            yield re.compile(rf"^{pattern}{'$' if at_the_end else _END}", re.IGNORECASE | re.DOTALL)


def _longest_first(ways: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(" ".join(way.split()) for way in ways), key=len, reverse=True)


def _spaced(words: str, between: str) -> str:
    return between.join(map(re.escape, words.split()))
