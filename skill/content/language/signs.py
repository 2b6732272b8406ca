"""Signs of danger by their meaning: what is lost or felt, and where, in any order of the words.

A kind of words is said when one of its phrases is, with at most two other words between any two of its own. A sign is
a row of kinds that are all said, close to each other. What is denied ("no numbness"), only thought of ("what if my legs
go numb") or told of elsewhere and long ago is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Annotated

from skill.content.language.warnings import LEVELS, Level, PhraseList, Span, SplitPhrases, Warnings
from skill.content.model.frozen import Checked, Frozen
from skill.content.reading.faults import Complaint

RED_LEVELS: tuple[Level, ...] = ("emergency", "urgent")
_SHORT_IS = re.compile(r"(\w)['\u2019]s\b")
"""The leg's gone dead is one leg; whoever leaves the stroke out says two."""
_GAP = 2
_Words = tuple[str, ...]
_DENIED_WITHIN = 3


class Sign(Frozen):
    """What is a sign when all of it is said, at most so many words apart; and who says that it is one."""

    all: Annotated[tuple[str, ...], Checked(min_length=1)]
    level: Level
    source: Annotated[str, Checked(min_length=1)]
    within: Annotated[int, Checked(ge=1, le=20)] = 9
    thought_of: bool = False
    """Whether to think of it is the sign: of harm to oneself nothing hypothetical takes back a word."""
    unless: tuple[str, ...] = ()
    """What takes this row back wherever it is said: a crack without pain, legs that shake from holding."""


class Apart(Frozen):
    """What takes a sign back: a denial just before it, a thought before it, or another time and place."""

    denials: PhraseList
    hypothetical: PhraseList
    elsewhere: PhraseList
    intact: PhraseList
    """What tells that nothing is lost, which the weight of the words alone does not speak against."""
    lost_all_the_same: PhraseList
    """What leaves nothing of that: "I can feel my legs going"."""
    so_by_now: PhraseList
    """Said after a sign that was only thought of, it tells that it is so: "should I go on if it's numb now"."""
    now: PhraseList
    """What tells that something is so now, whatever else is told of."""


class Signs(Frozen):
    """The signs of one language: kinds of words, what takes a sign back, and the rows, the gravest first."""

    words: dict[str, PhraseList]
    apart: Apart
    sign: Annotated[tuple[Sign, ...], Checked(min_length=1)]


@dataclass(frozen=True)
class Alarm:
    """A level of danger, and what it was heard by: a phrase, or a row of signs with its source."""

    level: Level
    by: str


class Danger:
    """What one language says of danger: its phrases, and its signs where it has any."""

    def __init__(self, warnings: Warnings, signs: Signs | None) -> None:
        self._warnings = warnings
        self._rows = signs.sign if signs else ()
        self._kinds = self._by_first_word(signs.words if signs else {})
        apart = signs.apart if signs else None
        self._denials = self._split(apart.denials if apart else ())
        self._hypothetical = self._split(apart.hypothetical if apart else ())
        self._elsewhere = self._split(apart.elsewhere if apart else ())
        self._intact = self._split(apart.intact if apart else ())
        self._lost_all_the_same = self._split(apart.lost_all_the_same if apart else ())
        self._so_by_now = self._split(apart.so_by_now if apart else ())
        self._now = self._split(apart.now if apart else ())

    def level_in(self, words: str) -> Level | None:
        """The worst level that these words mean; None when nothing is wrong."""
        alarm = self.alarm_in(words)
        return alarm.level if alarm else None

    def alarm_in(self, words: str) -> Alarm | None:
        """The worst that these words mean, by a phrase or by a sign; None when nothing is wrong.

        What is told of long ago or of the television is no danger, unless something is told of now as well.
        """
        phrase = self._warnings.phrase_in(words)
        if phrase and phrase[0] in RED_LEVELS and self._is_elsewhere(words):
            return None
        if phrase and phrase[0] in RED_LEVELS and self._is_explained(words, phrase[1]):
            phrase = None
        sign = self.sign_in(words)
        heard = [Alarm(phrase[0], f"the phrase {phrase[1]!r}")] if phrase else []
        heard += [Alarm(sign.level, f"the sign {' + '.join(sign.all)} ({sign.source})")] if sign else []
        return min(heard, key=lambda alarm: LEVELS.index(alarm.level), default=None)

    def sign_in(self, words: str) -> Sign | None:
        """The first row of signs that is said."""
        said = self._warnings.as_heard(_SHORT_IS.sub(r"\1 is", words))
        if self._is_elsewhere(words):
            return None
        spans = self._kinds_in(said)
        rows = (row for row in self._rows if spans.keys() >= set(row.all))
        return next((row for row in rows if self._is_said(row, spans, said)), None)

    def _kinds_in(self, said: Sequence[str]) -> Mapping[str, Sequence[Span]]:
        """The kinds of words that are said, and where each of them stands."""
        found = defaultdict[str, list[Span]](list)
        for start, word in enumerate(said):
            for kind, phrase in self._kinds.get(word, ()):
                stop = _stop(said, start, phrase[1:], _GAP)
                if stop is not None:
                    found[kind].append(range(start, stop))
        return found

    def is_apart(self, words: str) -> bool:
        """Whether this is told of another time or place, or of what is not lost: weights do not count there."""
        said = self._warnings.as_heard(words)
        intact = any(_spans(said, self._intact)) and not any(_spans(said, self._lost_all_the_same))
        return self._is_elsewhere(words) or intact

    def _is_explained(self, words: str, phrase: str) -> bool:
        """Whether this phrase says a sign that the other words take back: legs like jelly, from holding."""
        said, told = self._kinds_in(self._warnings.as_heard(words)), self._kinds_in(phrase.split())
        rows = (row for row in self._rows if not said.keys().isdisjoint(row.unless))
        return any(told.keys() >= set(row.all) for row in rows)

    def _is_elsewhere(self, words: str) -> bool:
        said = self._warnings.as_heard(words)
        return any(_spans(said, self._elsewhere)) and not any(_spans(said, self._now))

    def _is_said(self, row: Sign, spans: Mapping[str, Sequence[Span]], said: Sequence[str]) -> bool:
        if not spans.keys().isdisjoint(row.unless):
            return False
        together = product(*(spans[kind] for kind in row.all))
        return any(_close(one, row.within) and not self._is_taken_back(row, one, said) for one in together)

    def _is_taken_back(self, row: Sign, spans: Sequence[Span], said: Sequence[str]) -> bool:
        before = said[: min(span.start for span in spans)]
        near = said[max(0, spans[0].start - _DENIED_WITHIN) : spans[0].start]
        after = said[max(span.stop for span in spans) :]
        thought = any(_spans(before, self._hypothetical)) and not any(_spans(after, self._so_by_now))
        return (thought and not row.thought_of) or any(_spans(near, self._denials))

    def _by_first_word(self, kinds: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[tuple[str, _Words]]]:
        """Every phrase of every kind, by its first word."""
        found = defaultdict[str, list[tuple[str, _Words]]](list)
        for kind, phrases in kinds.items():
            for words in map(self._warnings.as_heard, phrases):
                found[words[0]].append((kind, words))
        return dict(found)

    def _split(self, phrases: Iterable[str]) -> SplitPhrases:
        by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in map(self._warnings.as_heard, phrases):
            by_first[words[0]].append(words)
        return {first: tuple(found) for first, found in by_first.items()}


def kinds_there(signs: Signs) -> Iterator[Complaint]:
    """Every kind of words that a row asks for and that there is not, and every one that no row asks for."""
    asked = {kind for row in signs.sign for kind in (*row.all, *row.unless)}
    for number, row in enumerate(signs.sign):
        missing = (kind for kind in (*row.all, *row.unless) if kind not in signs.words)
        yield from (Complaint(f"sign.{number}.all", f"there are no words of the kind {kind!r}") for kind in missing)
    idle = (kind for kind in signs.words if kind not in asked)
    yield from (Complaint(f"words.{kind}", "is in no sign") for kind in idle)


SIGN_RULES = (kinds_there,)
"""Everything that is asked of the signs of one language."""


def _close(spans: Sequence[Span], within: int) -> bool:
    """Whether these lie beside each other, and not too far apart."""
    ordered = sorted(spans, key=lambda span: span.start)
    beside = all(one.stop <= other.start for one, other in pairwise(ordered))
    return beside and ordered[-1].start - ordered[0].stop <= within


def _spans(said: Sequence[str], phrases: SplitPhrases) -> Iterator[Span]:
    """Where one of these phrases stands, word for word."""
    for start, word in enumerate(said):
        for phrase in phrases.get(word, ()):
            stop = _stop(said, start, phrase[1:], 0)
            if stop is not None:
                yield range(start, stop)


def _stop(said: Sequence[str], start: int, rest: Sequence[str], gap: int) -> int | None:
    at = start
    for word in rest:
        found = next((near for near in range(at + 1, min(len(said), at + 2 + gap)) if said[near] == word), None)
        if found is None:
            return None
        at = found
    return at + 1
