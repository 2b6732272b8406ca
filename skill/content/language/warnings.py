"""Words that mean that something is wrong, and how badly; and those that only sound like it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Annotated, Literal, get_args

from skill.content.model.frozen import Checked, Frozen
from skill.content.reading.faults import Complaint

Level = Literal["emergency", "urgent", "stuck", "nerve", "dizzy", "pain", "mild"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""How badly something is wrong, the worst first."""

Phrase = Annotated[str, Checked(pattern=r"^[\p{Ll}\p{Lo}']+( [\p{Ll}\p{Lo}']+)*$", max_length=140)]
PhraseList = Annotated[tuple[Phrase, ...], Checked(min_length=1)]
REASONS = ("reason_for_coming", "flare_up")
"""What people say who come to such a skill: pain like any other once they are being guided."""

CRAMP = "cramp"
"""As bad as a nerve that complains, and answered otherwise."""

WARNING_LISTS = (*LEVELS, *REASONS, CRAMP)
_WITH: Mapping[Level, tuple[str, ...]] = {"pain": REASONS, "nerve": (CRAMP,)}
"""Lists that are heard as this level besides its own."""
_LISTS = (*WARNING_LISTS, "negations", "negators", "harmless")
_STOP, _WORD, _APOSTROPHE = re.compile(r"[.,;:!?]+"), re.compile(r"\w+"), re.compile(r"['\u2019\u02bc`]")
Span = range
SplitPhrases = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
"""Phrases as words, by their first word and their second; those of one word stand under each second, and under none."""


class WordsAndStops:
    """What was said, as plain words, with the places where the speaker made a stop."""

    def __init__(self, said: str, plain: Callable[[str], list[str]]) -> None:
        pieces = [plain(piece) for piece in _STOP.split(said)]
        self.words = tuple(word for piece in pieces for word in piece)
        self._all = frozenset(self.words)
        ends = [sum(map(len, pieces[: index + 1])) for index in range(len(pieces))]
        self.stops = frozenset(ends)

    def spans_of(self, phrases: SplitPhrases) -> Iterator[Span]:
        """Where one of these phrases stands, word for word."""
        return iter(()) if phrases.keys().isdisjoint(self._all) else spans_among(self.words, phrases)

    def told(self, span: Span) -> str:
        """The words of a span."""
        return " ".join(self.words[span.start : span.stop])

    def in_one_breath(self, span: Span) -> bool:
        """Whether no stop lies inside the span."""
        return not any(span.start < stop < span.stop for stop in self.stops)


class Warnings(Frozen):
    """The phrases of one language; the first level that is heard counts, and negated phrases never do.

    A phrase is negated when one of the `negations` touches it ("no pain"), or one of the `negators` comes just before
    it ("I don't have any"); a negation that is itself part of a warning ("it hasn't stopped hurting") negates nothing.
    What touches something `harmless` ("sick of this") is no warning either. Something `mild` that says more than a
    warning ("a bit sore") is only mild.

    `reason_for_coming` is what people say to open such a skill ("my back hurts"): pain once they are being guided;
    so is `flare_up`, what they say on a very bad day.
    `same` are two ways to say or write the same words: the second stands for both.
    """

    emergency: PhraseList
    urgent: PhraseList
    stuck: PhraseList
    nerve: PhraseList
    cramp: PhraseList
    dizzy: PhraseList
    pain: PhraseList
    mild: PhraseList
    reason_for_coming: PhraseList
    flare_up: PhraseList
    negations: PhraseList
    negators: PhraseList
    harmless: PhraseList
    same: dict[Phrase, Phrase] = field(default_factory=dict)

    def level_in(self, words: str) -> Level | None:
        """The most serious level that these words mean, or None when nothing is wrong."""
        found = self.phrase_in(words)
        return found[0] if found else None

    def phrase_in(self, words: str) -> tuple[Level, str] | None:
        """The same with the phrase by which it was heard, as it was said."""
        heard = self.heard(words)
        return next(((level, heard.told(span)) for level, span in self.standing_in(heard)), None)

    def standing_in(self, heard: WordsAndStops) -> Iterator[tuple[Level, Span]]:
        """Every phrase that stands there and that no negation touches, the worst level first."""
        levels = LEVELS if any(heard.spans_of(self._of_any)) else ()
        for level in levels:
            lists = (level, *_WITH.get(level, ()))
            yield from ((level, span) for span in self._standing(heard, *lists))

    def spans_in(self, heard: WordsAndStops) -> Iterator[Span]:
        """Where a phrase of any level stands, denied or not."""
        return heard.spans_of(self._of_any)

    def heard(self, words: str) -> WordsAndStops:
        """These words as they are compared, with the stops that were made in them."""
        return WordsAndStops(words, self._plain)

    def split(self, phrases: Iterable[str]) -> SplitPhrases:
        """Phrases in words as they are compared, by their first."""
        return self._by_first_word(phrases)

    def each_word(self, phrases: Iterable[str]) -> frozenset[str]:
        """Every word of these, as it is compared."""
        return frozenset(word for phrase in phrases for word in self.as_heard(phrase))

    def is_reason_for_coming(self, words: str) -> bool:
        """Whether the only thing wrong in these words is what brought the person here."""
        heard = self.heard(words)
        reasons = self._standing(heard, *REASONS)
        others = self._standing(heard, *LEVELS)
        return bool(reasons) and all(any(_inside(other, reason) for reason in reasons) for other in others)

    def is_flare_up(self, words: str) -> bool:
        """Whether these words tell of a very bad day."""
        return bool(self._standing(WordsAndStops(words, self._plain), "flare_up"))

    def is_cramp(self, words: str) -> bool:
        """Whether these words tell of a muscle that cramps, and of no nerve."""
        heard = WordsAndStops(words, self._plain)
        return bool(self._standing(heard, CRAMP)) and not self._standing(heard, "nerve")

    def phrases_of(self, level: Level) -> tuple[str, ...]:
        """Everything that means this level, reasons for coming included where that is what they are, none twice."""
        phrases: tuple[str, ...] = getattr(self, level)
        return tuple(dict.fromkeys((*phrases, *self.reason_for_coming) if level == "pain" else phrases))

    def as_heard(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase as they are compared: two phrases that give the same are one."""
        return tuple(self._plain(phrase))

    @cached_property
    def _split(self) -> dict[str, SplitPhrases]:
        """Every list of phrases, split once."""
        return {key: self._by_first_word(getattr(self, key)) for key in _LISTS}

    @cached_property
    def _of_any(self) -> SplitPhrases:
        """The phrases of all levels together: most of what is said has none of them."""
        return self._by_first_word(tuple(phrase for key in WARNING_LISTS for phrase in getattr(self, key)))

    @cached_property
    def _other_ways(self) -> tuple[re.Pattern[str], dict[str, str]]:
        """What finds any of the other ways to say something, the longest first, and what stands for each."""
        ways = {_folded(way): _folded(usual) for way, usual in self.same.items()}
        longest_first = sorted(ways, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(longest_first)})\b" if ways else r"(?!)"), ways

    def _plain(self, said: str) -> list[str]:
        """Lower-case words without apostrophes, and one way of saying for all."""
        words = _WORD.findall(_folded(said))
        if self._begin_other_ways.isdisjoint(words):
            return words
        pattern, ways = self._other_ways
        return pattern.sub(lambda found: ways[found.group()], " ".join(words)).split()

    @cached_property
    def _begin_other_ways(self) -> frozenset[str]:
        """The first word of each of the other ways: where none is said, none of them is."""
        return frozenset(_WORD.findall(_folded(way))[0] for way in self.same)

    def _by_first_word(self, phrases: Iterable[str]) -> SplitPhrases:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            words = self.as_heard(phrase)
            found[words[0]].append(words)
        return {first: _by_second_word(split) for first, split in found.items()}

    def _standing(self, heard: WordsAndStops, *lists: str) -> list[Span]:
        """The spans of the phrases in these lists that nothing takes back."""
        found = list(self._spans(heard, *lists))
        if not found:
            return found
        after_negators = {span.stop for span in heard.spans_of(self._split["negators"])} - heard.stops
        negated = [span for span in self._spans(heard, *WARNING_LISTS) if span.start in after_negators]
        taken_back = [span for span in self._spans(heard, "negations", "harmless") if heard.in_one_breath(span)]
        only_mild = list(self._spans(heard, "mild")) if "pain" in lists else []
        return [
            span
            for span in found
            if span not in negated
            and not any(_negates(negation, span) for negation in taken_back + negated)
            and not any(_inside(span, mild) for mild in only_mild)
        ]

    def _spans(self, heard: WordsAndStops, *lists: str) -> Iterator[Span]:
        for key in lists:
            yield from heard.spans_of(self._split[key])


def phrases_twice(warnings: Warnings) -> Iterator[Complaint]:
    """Every phrase that an earlier place has already: it could never be heard as what it is here."""
    met: dict[tuple[str, ...], str] = {}
    for key in (*WARNING_LISTS, "negations", "harmless"):
        for index, phrase in enumerate(getattr(warnings, key)):
            before = met.setdefault(warnings.as_heard(phrase), key)
            if before != key:
                yield Complaint(f"{key}.{index}", f"{phrase!r} is said in {before} already")


WARNING_RULES = (phrases_twice,)
"""Everything that is asked of the warnings of one language."""


def _folded(said: str) -> str:
    """In small letters, "can't" as "cant" however the apostrophe is written, and a letter with its dots as one."""
    if said.isascii():
        return said.lower().replace("'", "").replace("`", "")
    return _APOSTROPHE.sub("", unicodedata.normalize("NFC", said).casefold())


def spans_among(words: tuple[str, ...], phrases: SplitPhrases) -> Iterator[Span]:
    """Where one of these phrases stands among the words. Asked a hundred times a sentence: most have none."""
    if not phrases:
        return
    for start, (word, following) in enumerate(zip(words, (*words[1:], ""), strict=False)):
        if by_second := phrases.get(word):
            for phrase in by_second.get(following) or by_second[""]:
                if words[start : start + len(phrase)] == phrase:
                    yield range(start, start + len(phrase))


def _by_second_word(phrases: list[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases of one first word, in their order."""
    seconds = {"", *(phrase[1] for phrase in phrases if len(phrase) > 1)}
    return {word: tuple(one for one in phrases if len(one) == 1 or one[1] == word) for word in seconds}


def _negates(negation: Span, warning: Span) -> bool:
    touching = negation.start < warning.stop and warning.start < negation.stop
    return touching and not _inside(negation, warning)


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.stop <= other.stop
