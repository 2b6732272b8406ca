"""Resolves self-corrections into what is meant: "next, no wait, go back", "ten minutes, no, five"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from skill.recognizer.sentences.names import Names
from skill.recognizer.sentences.sentences import LONGEST_SENTENCE
from skill.recognizer.templates.manners import Manners, Words

IsWish = Callable[[Words], bool]
"""Whether these words are a wish by themselves."""

_LENGTH, _TIME, _NUMBER, _SIDE = "duration", "time", "number", "side"
_KINDS = ("stretch", "routine", "programme", _LENGTH, _TIME, "days", "span", _SIDE, "area", "setting", _NUMBER)
"""Kinds of names that people correct by saying only the other one."""
_POINTED_AT = ("one", "side", "leg", "arm")
_NOT = "not"
_SECONDS = "seconds"
"""The unit of a bare number that replaces the length of a hold."""


@dataclass(frozen=True)
class _Turn:
    """A sentence split at words that take something back (`turn`), into what comes before and after them."""

    before: Words
    turn: Words
    after: Words


class Corrections:
    """Resolves corrections in one language, by its words that take something back, and the names that may change."""

    def __init__(self, manners: Manners, names: Mapping[str, Names]) -> None:
        self._manners = manners
        self._names = {kind: names[kind] for kind in _KINDS if kind in names}
        sure = {tuple(phrase.split()) for phrase in manners.taking_back}
        self._perhaps = {tuple(phrase.split()) for phrase in manners.perhaps_taking_back}
        self._sure = sure | {(*first, *then) for first in sure | self._perhaps for then in sure}
        """Also two in a row: "wait, I meant"."""
        self._any = self._sure | self._perhaps
        self._begun = frozenset(phrase[0] for phrase in self._any)
        """The first words of all of these, for speed: most words of a sentence are none."""
        self._in_place = {tuple(phrase.split()) for phrase in manners.in_place_of}
        self._polite = {tuple(phrase.split()) for phrase in manners.after}
        self._withdrawing = {tuple(phrase.split()) for phrase in manners.withdrawing}
        self._said_before = sorted((tuple(phrase.split()) for phrase in manners.said_before), key=len, reverse=True)
        self._pointers = {*manners.light_words, *manners.pointing, *manners.kinds_of_thing, *_POINTED_AT}

    def meant(self, words: Words, is_wish: IsWish) -> Iterator[Words]:
        """The sentences that the words may mean after the correction, the likeliest first; none without one."""
        said = self._without_fillers(words)
        if len(said) > LONGEST_SENTENCE:
            return
        yield from self._after_a_hesitation(words)
        yield from self._without_what_it_replaces(said)
        yield from self._and_not_the_other(said, is_wish)
        turn = next((turn for turn in self._turns(said) if self._takes_back(turn, is_wish)), None)
        if turn is None:
            yield from self._after_a_refusal(said)
        else:
            whole = turn.turn in self._sure or self._is_named(turn.before) or is_wish(self._last_said(turn.before))
            yield from self._after_all(turn, whole)

    def put_right(self, words: Words) -> Words:
        """The sentence with a corrected name, length, time or side in its place; empty without such a correction."""
        said = self._without_fillers(words)
        anew = (
            (*filled, *turn.after[stop:])
            for turn in self._turns(said)
            for stop in range(len(turn.after), 0, -1)
            for filled in self._filled_anew(turn.before, turn.after[:stop])
        )
        return next(anew, ()) if len(said) <= LONGEST_SENTENCE else ()

    def withdraws(self, words: Words) -> bool:
        """Whether a wish is taken back without another: "ten, no, twenty, no, leave it as it was"."""
        ends = (len(words) - len(end) for end in self._withdrawing if words[-len(end) :] == end)
        stop = min(ends, default=0)
        turned = any(words[start : start + 1] in self._sure | self._perhaps for start in range(1, stop))
        return turned or any(self._leaves_it(turn.after) for turn in self._turns(words))

    def _leaves_it(self, after: Words) -> bool:
        """Whether nothing should change, and the rest says why: "no, leave it, I'm right, I'll finish it"."""
        told = (after[len(end) :] for end in self._withdrawing if after[: len(end)] == end)
        starts = self._manners.clause_starts
        return any(rest[:1] and (rest[0] in starts or " ".join(rest[:2]) in starts) for rest in told)

    def _turns(self, said: Words) -> Iterator[_Turn]:
        """Every turn, the last first, and of those with one end the longest first; none in too long a sentence."""
        ends = range(1, len(said) if len(said) <= LONGEST_SENTENCE else 0)
        starts = [start for start in ends if said[start] in self._begun]
        for stop in reversed(ends):
            for start in starts:
                if said[start:stop] in self._any:
                    yield _Turn(said[:start], said[start:stop], said[stop:])

    def _takes_back(self, turn: _Turn, is_wish: IsWish) -> bool:
        """Whether a turn takes something back; in "ten minutes, no kneeling" it does not: "no" belongs to the rest."""
        if turn.turn in self._sure or turn.after in self._polite or any(self._filled_anew(turn.before, turn.after)):
            return True
        is_only_polite = " ".join(turn.turn) in self._manners.before and is_wish(turn.after)
        return is_wish(self._last_said(turn.before)) and (is_only_polite or not is_wish((*turn.turn, *turn.after)))

    def _last_said(self, before: Words) -> Words:
        """What is meant before this turn, behind the last turn in it: "stop, no, pause, no, stop"."""
        turn = next(self._turns(before), None)
        return turn.after if turn and turn.after else before

    def _after_a_hesitation(self, words: Words) -> Iterator[Words]:
        """The sentence with the second of two names of a kind around a filler: "twenty, um, fifteen minutes"."""
        for at in (at for at, word in enumerate(words) if word in self._manners.fillers):
            before, after = (self._without_fillers(part) for part in (words[:at], words[at + 1 :]))
            for stop in range(len(after), 0, -1):
                yield from ((*filled, *after[stop:]) for filled in self._filled_anew(before, after[:stop]))

    def _without_fillers(self, words: Words) -> Words:
        return tuple(word for word in words if word not in self._manners.fillers)

    def _after_a_refusal(self, said: Words) -> Iterator[Words]:
        """The wish behind words at the beginning that take back an earlier sentence: "no, start fresh"."""
        if not said or said[0] not in self._begun:
            return
        refusals = (stop for stop in range(len(said) - 2, 0, -1) if said[:stop] in self._any)
        yield from (said[stop:] for stop in refusals if said[stop] in self._manners.begins_a_wish)

    def _after_all(self, turn: _Turn, whole: bool) -> Iterator[Words]:
        """The sentence with a corrected part; what follows the turn alone only if a `whole` wish is taken back."""
        if turn.after in self._polite:
            # "Next, no thanks".
            yield (*turn.turn, *turn.after)
            return
        anew = list(dict.fromkeys(self._filled_anew(turn.before, turn.after)))
        yield from (words for words in anew if len(words) > len(turn.after))
        if not whole:
            return
        if anew and self._is(_SIDE, anew[0]):
            # "Left, I mean right": by itself "right" only agrees.
            yield from ((*turn.turn, *core) for core in self._cores(turn.after))
        yield from anew
        yield from self._without_denied(turn.after)

    def _filled_anew(self, before: Words, after: Words) -> Iterator[Words]:
        """The words before the turn, with a name, length, time or side of theirs replaced by that from after it."""
        for core in self._cores(after):
            for start, stop in _spans_from_the_end(before):
                for said in self._instead_of(before[start:stop], core):
                    yield (*before[:start], *said, *before[stop:])

    def _instead_of(self, old: Words, new: Words) -> Iterator[Words]:
        """The new words, with the old unit if they have none; nothing where they are not of the same kind."""
        if any(names.slugs(old) and names.slugs(new) for names in self._names.values()):
            yield new
        elif any(self._is(kind, old) and self._is(kind, (*new, *old[-1:])) for kind in (_LENGTH, _TIME)):
            # "Twenty seconds, no, ten", and "ten past seven, no, quarter past".
            yield (*new, *old[-1:])
        elif self._is(_NUMBER, old) and self._is(_LENGTH, new):
            yield new

    def _without_denied(self, after: Words) -> Iterator[Words]:
        """What follows the turn, without a denied name at its beginning: "not the sphinx, the bridge"."""
        if after[0] not in self._manners.negations:
            yield after
            return
        rest = after[1:]
        spans = (span for span in _spans_from_the_end(rest) if span[0] <= 1)
        denied = (stop for start, stop in spans if self._is_named(rest[start:stop]))
        yield from (rest[stop:] for stop in denied if rest[stop:])

    def _without_what_it_replaces(self, said: Words) -> Iterator[Words]:
        """What is wanted in "thirty instead of twenty", in seconds of a hold if no unit is said."""
        for start, stop in combinations(range(1, len(said)), 2):
            if said[start:stop] in self._in_place and self._is_amount(said[stop:]):
                yield from self._with_unit(said[:start], said[stop:])

    def _and_not_the_other(self, said: Words, is_wish: IsWish) -> Iterator[Words]:
        """The first part of "pause, not next" or "left, not right", if both are wishes, or names of a kind."""
        for at in (at for at in range(1, len(said) - 1) if said[at] == _NOT):
            wanted, other = self._without_saying(said[:at]), said[at + 1 :]
            if said[at - 1] in self._manners.helping or not wanted:
                continue
            alike = is_wish(wanted) and (is_wish(other) or self._pointers.issuperset(other))
            if alike or any(self._filled_anew(wanted, other)):
                yield wanted

    def _without_saying(self, words: Words) -> Words:
        """The words without "I said" or the like before them."""
        return next((words[len(begun) :] for begun in self._said_before if words[: len(begun)] == begun), words)

    def _with_unit(self, wanted: Words, old: Words) -> Iterator[Words]:
        unit = old[-1:] if self._is(_LENGTH, old) else (_SECONDS,)
        complete = (*wanted, *unit) if self._is(_NUMBER, wanted[-1:]) else wanted
        holds = [("hold", "for", *complete)] if complete[-1] == _SECONDS else []
        yield from (*holds, complete)

    def _is_amount(self, words: Words) -> bool:
        return self._is(_LENGTH, words) or self._is(_LENGTH, (*words, _SECONDS))

    def _is_named(self, words: Words) -> bool:
        return any(names.slugs(words) for names in self._names.values())

    def _is(self, kind: str, words: Words) -> bool:
        return kind in self._names and bool(self._names[kind].slugs(words))

    def _cores(self, after: Words) -> Iterator[Words]:
        """What follows the turn, also without light words at its beginning, and without a kind of thing at its end."""
        kinds = {*self._manners.kinds_of_thing, *_POINTED_AT}
        for start, word in enumerate(after):
            yield after[start:]
            if len(after) - start > 1 and after[-1] in kinds:
                yield after[start:-1]
            if word not in self._manners.light_words:
                break


def _spans_from_the_end(words: Words) -> list[tuple[int, int]]:
    """Every start and stop within the words, the longest span first, and of these the last first."""
    spans = combinations(range(len(words) + 1), 2)
    return sorted(spans, key=lambda span: (span[0] - span[1], -span[1]))
