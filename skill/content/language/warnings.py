"""Phrases which say that something is wrong, by how badly, and phrases that only sound like it."""

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
"""The levels of danger, the worst first."""

Phrase = Annotated[str, Checked(pattern=r"^[\p{Ll}\p{Lo}']+( [\p{Ll}\p{Lo}']+)*$", max_length=140)]
PhraseList = Annotated[tuple[Phrase, ...], Checked(min_length=1)]
REASONS = ("reason_for_coming", "flare_up")
"""Lists of what people say when they open such a skill; while they are being guided it counts as pain."""

CRAMP = "cramp"
"""The list for cramps, which have the level of nerve, and an answer of their own."""

WARNING_LISTS = (*LEVELS, *REASONS, CRAMP)
_WITH: Mapping[Level, tuple[str, ...]] = {"pain": REASONS, "nerve": (CRAMP,)}
"""Further lists that count as a level, besides its own."""
_LISTS = (*WARNING_LISTS, "negations", "negators", "harmless")
_STOP, _WORD, _APOSTROPHE = re.compile(r"[.,;:!?]+"), re.compile(r"\w+"), re.compile(r"['\u2019\u02bc`]")
Span = range
SplitPhrases = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
"""Phrases split into words, by their first and second word; those of one word are under every second word, and ""."""


class WordsAndStops:
    """What was said, as normalised words, with the indexes of words before which there is a stop."""

    def __init__(self, said: str, plain: Callable[[str], list[str]]) -> None:
        pieces = [plain(piece) for piece in _STOP.split(said)]
        self.words = tuple(word for piece in pieces for word in piece)
        self._all = frozenset(self.words)
        ends = [sum(map(len, pieces[: index + 1])) for index in range(len(pieces))]
        self.stops = frozenset(ends)

    def spans_of(self, phrases: SplitPhrases) -> Iterator[Span]:
        """The spans where one of these phrases stands, word for word."""
        return iter(()) if phrases.keys().isdisjoint(self._all) else spans_among(self.words, phrases)

    def told(self, span: Span) -> str:
        """The words of a span."""
        return " ".join(self.words[span.start : span.stop])

    def in_one_breath(self, span: Span) -> bool:
        """Whether no stop lies inside the span."""
        return not any(span.start < stop < span.stop for stop in self.stops)


class Warnings(Frozen):
    """The phrases of danger of one language. The worst level that is heard counts; negated phrases never do.

    A phrase is negated when it overlaps one of the `negations` ("no pain"), or follows one of the `negators` directly
    ("I don't have any"); a negation inside a warning ("it hasn't stopped hurting") negates nothing. A phrase that
    overlaps a `harmless` one ("sick of this") is no warning either. Pain inside a `mild` phrase ("a bit sore") is only
    mild.

    `reason_for_coming` is what people say to open such a skill ("my back hurts"), and `flare_up` what they say on a
    very bad day: both are pain once they are being guided. `same` maps a way to say or write something to its usual
    form.
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
        """The worst level in these words; None where nothing is wrong."""
        found = self.phrase_in(words)
        return found[0] if found else None

    def phrase_in(self, words: str) -> tuple[Level, str] | None:
        """The worst level in these words, with the words that mean it; None where nothing is wrong."""
        heard = self.heard(words)
        return next(((level, heard.told(span)) for level, span in self.standing_in(heard)), None)

    def standing_in(self, heard: WordsAndStops) -> Iterator[tuple[Level, Span]]:
        """The span and level of every phrase that is said and not negated, the worst level first."""
        levels = LEVELS if any(heard.spans_of(self._of_any)) else ()
        for level in levels:
            lists = (level, *_WITH.get(level, ()))
            yield from ((level, span) for span in self._standing(heard, *lists))

    def spans_in(self, heard: WordsAndStops) -> Iterator[Span]:
        """The spans of all phrases of any level, negated or not."""
        return heard.spans_of(self._of_any)

    def heard(self, words: str) -> WordsAndStops:
        """These words in the normalised form in which phrases are compared, with their stops."""
        return WordsAndStops(words, self._plain)

    def split(self, phrases: Iterable[str]) -> SplitPhrases:
        """The phrases as normalised words, by their first word."""
        return self._by_first_word(phrases)

    def each_word(self, phrases: Iterable[str]) -> frozenset[str]:
        """Every normalised word of these phrases."""
        return frozenset(word for phrase in phrases for word in self.as_heard(phrase))

    def is_reason_for_coming(self, words: str) -> bool:
        """Whether the only thing wrong in these words is what brought the person here."""
        heard = self.heard(words)
        reasons = self._standing(heard, *REASONS)
        others = self._standing(heard, *LEVELS)
        return bool(reasons) and all(any(_inside(other, reason) for reason in reasons) for other in others)

    def is_flare_up(self, words: str) -> bool:
        """Whether these words say that it is a very bad day."""
        return bool(self._standing(WordsAndStops(words, self._plain), "flare_up"))

    def is_cramp(self, words: str) -> bool:
        """Whether these words speak of a cramp, and not of a nerve."""
        heard = WordsAndStops(words, self._plain)
        return bool(self._standing(heard, CRAMP)) and not self._standing(heard, "nerve")

    def phrases_of(self, level: Level) -> tuple[str, ...]:
        """All phrases of this level, each once; pain includes the reasons for coming."""
        phrases: tuple[str, ...] = getattr(self, level)
        return tuple(dict.fromkeys((*phrases, *self.reason_for_coming) if level == "pain" else phrases))

    def as_heard(self, phrase: str) -> tuple[str, ...]:
        """The normalised words of a phrase: two phrases with the same ones are the same."""
        return tuple(self._plain(phrase))

    @cached_property
    def _split(self) -> dict[str, SplitPhrases]:
        """Every list of phrases, split once."""
        return {key: self._by_first_word(getattr(self, key)) for key in _LISTS}

    @cached_property
    def _of_any(self) -> SplitPhrases:
        """The phrases of all levels together, for one quick look: most of what people say has none of them."""
        return self._by_first_word(tuple(phrase for key in WARNING_LISTS for phrase in getattr(self, key)))

    @cached_property
    def _other_ways(self) -> tuple[re.Pattern[str], dict[str, str]]:
        """A pattern that finds the keys of `same`, the longest first, and the usual form of each."""
        ways = {_folded(way): _folded(usual) for way, usual in self.same.items()}
        longest_first = sorted(ways, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(longest_first)})\b" if ways else r"(?!)"), ways

    def _plain(self, said: str) -> list[str]:
        """The normalised words: lower-case, without apostrophes, and in their usual form."""
        words = _WORD.findall(_folded(said))
        if self._begin_other_ways.isdisjoint(words):
            return words
        pattern, ways = self._other_ways
        return pattern.sub(lambda found: ways[found.group()], " ".join(words)).split()

    @cached_property
    def _begin_other_ways(self) -> frozenset[str]:
        """The first words of the keys of `same`: a text without any of them needs no replacement."""
        return frozenset(_WORD.findall(_folded(way))[0] for way in self.same)

    def _by_first_word(self, phrases: Iterable[str]) -> SplitPhrases:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            words = self.as_heard(phrase)
            found[words[0]].append(words)
        return {first: _by_second_word(split) for first, split in found.items()}

    def _standing(self, heard: WordsAndStops, *lists: str) -> list[Span]:
        """The spans of the phrases in these lists that are neither negated nor harmless, nor only mild."""
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
    """A complaint about every phrase that is in an earlier list already, as it would never count in this one."""
    met: dict[tuple[str, ...], str] = {}
    for key in (*WARNING_LISTS, "negations", "harmless"):
        for index, phrase in enumerate(getattr(warnings, key)):
            before = met.setdefault(warnings.as_heard(phrase), key)
            if before != key:
                yield Complaint(f"{key}.{index}", f"{phrase!r} is said in {before} already")


WARNING_RULES = (phrases_twice,)
"""The rules for the phrases of danger of one language."""


def _folded(said: str) -> str:
    """In lower case, without apostrophes of any kind ("can't" becomes "cant"), and in Unicode's composed form (NFC)."""
    if said.isascii():
        return said.lower().replace("'", "").replace("`", "")
    return _APOSTROPHE.sub("", unicodedata.normalize("NFC", said).casefold())


def spans_among(words: tuple[str, ...], phrases: SplitPhrases) -> Iterator[Span]:
    """The spans where one of these phrases stands among the words. Called a hundred times a sentence, so it is fast."""
    if not phrases:
        return
    for start, (word, following) in enumerate(zip(words, (*words[1:], ""), strict=False)):
        if by_second := phrases.get(word):
            for phrase in by_second.get(following) or by_second[""]:
                if words[start : start + len(phrase)] == phrase:
                    yield range(start, start + len(phrase))


def _by_second_word(phrases: list[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases of one first word by their second word, in their order."""
    seconds = {"", *(phrase[1] for phrase in phrases if len(phrase) > 1)}
    return {word: tuple(one for one in phrases if len(one) == 1 or one[1] == word) for word in seconds}


def _negates(negation: Span, warning: Span) -> bool:
    touching = negation.start < warning.stop and warning.start < negation.stop
    return touching and not _inside(negation, warning)


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.stop <= other.stop
