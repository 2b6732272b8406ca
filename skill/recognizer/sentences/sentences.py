"""Looks up which known sentence somebody said: a whole one, or a carrier, which has slots for names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from skill.recognizer.sentences.carriers import CarriedWish, Carriers
from skill.recognizer.sentences.names import AllNames, Names
from skill.recognizer.sentences.remembered import Remembered
from skill.recognizer.templates.manners import Manners, Words
from skill.recognizer.templates.slots import SlotType

LONGEST_SENTENCE = 30
"""Words; nothing longer is looked up."""

_LONG = 6
"""Letters from which on a single word is enough of a name, if no sentence has it."""
_SLOT = re.compile(r"\{([a-z]+)\}")
_MARK = "slotmark"
_PLACE = "setting"
_STRANGER = "AMAZON.FallbackIntent"


@dataclass(frozen=True)
class Filled:
    """A slot that was filled: the words said in it, and the slugs that they name, if any."""

    slot: str
    said: Words
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A known sentence that was said: its intent, its filled slots, and the words around these."""

    intent: str
    filled: tuple[Filled, ...] = ()
    around: Words = ()

    @property
    def words_in_slots(self) -> int:
        """How many words the slots hold together."""
        return sum(len(filled.said) for filled in self.filled)


class Sentences:
    """The known sentences of one language, indexed as written and without manners."""

    def __init__(self, manners: Manners, types: tuple[SlotType, ...], samples: Iterable[tuple[str, str]]) -> None:
        self._manners = manners
        self.names = AllNames({slot_type.slot: Names(slot_type, manners) for slot_type in types}, manners.idioms)
        self.amounts = frozenset(slot_type.slot for slot_type in types if slot_type.is_amazons)
        """The slots for amounts, of which Alexa hands on the value instead of an id."""
        self.remembered = Remembered()
        self._samples = [(intent, self._marked(sample)) for intent, sample in samples]
        self._as_written = Carriers(self._samples)
        self.find = self.remembered.once(self._looked_up)
        """The known sentence that the words are, as written or else without its manners; None where they are none."""
        self.half = self.remembered.once(self._half_found)
        """A carrier with half of a name, or with a name known elsewhere, in its slot; None where they are none."""

    @cached_property
    def plain(self) -> tuple[tuple[str, Words], ...]:
        """The intent and the plain words of every sample; computed only when somebody says something unknown."""
        return tuple((intent, self._plain(words)) for intent, words in self._samples)

    def _plain(self, words: Words) -> Words:
        """The words without manners, unless a single light word would be left: "that is me for today" is no "for"."""
        plain = self._manners.without_manners(words)
        return words if len(plain) == 1 and plain[0] in self._manners.light_words else plain

    @cached_property
    def _without_manners(self) -> Carriers:
        return Carriers(self.plain)

    def vocabulary(self) -> set[str]:
        """Every word of every sentence and name."""
        said = chain((words for _, words in self._samples), *(names.all() for names in self.names.values()))
        return {word for word in chain.from_iterable(said) if not word.startswith("{")}

    def _looked_up(self, words: Words) -> Match | None:
        return self._found(self._as_written, words) or self._found(self._without_manners, words)

    def _half_found(self, words: Words) -> Match | None:
        unknown = self._with_an_unknown_name(words)
        halves = [self._named_by_half(match) for match in unknown if self._is_told(match)]
        return max(halves, key=lambda match: (bool(match.filled[0].slugs), len(match.around)), default=None)

    def guess(self, words: Words) -> Match | None:
        """A carrier with an unknown name, or one that several things share; None unless a name was surely meant."""
        unknown = self._with_an_unknown_name(words)
        likely = [self._shared(match) for match in unknown if self._is_likely(match)]
        return max(likely, key=lambda match: (len(match.around), len(match.filled[0].slugs)), default=None)

    def _with_an_unknown_name(self, words: Words) -> Iterator[Match]:
        """Every carrier with one slot that these words may be, with something in it that is no whole name."""
        readings = self._as_written.readings(words) if len(words) <= LONGEST_SENTENCE else ()
        for reading in readings:
            if any(not self._is_a_name(span.slot, words[span.start : span.stop]) for span in reading.spans):
                yield self._match(reading, words)

    def _found(self, carriers: Carriers, words: Words) -> Match | None:
        """The best match: a whole sentence before a carrier, and longer names before shorter ones."""
        if len(words) > LONGEST_SENTENCE:
            return None
        known = (self._match(reading, words) for reading in carriers.readings(words, self.names))
        return max(known, key=lambda match: (not match.filled, match.words_in_slots), default=None)

    def _is_a_name(self, slot: str, said: Words) -> bool:
        """Whether these words are a known name in this slot."""
        return bool(self.names[slot].slugs(said))

    def _match(self, reading: CarriedWish, words: Words) -> Match:
        filled = tuple(self._filled(span.slot, words[span.start : span.stop]) for span in reading.spans)
        inside = set(chain.from_iterable(range(span.start, span.stop) for span in reading.spans))
        return Match(reading.intent, filled, tuple(word for at, word in enumerate(words) if at not in inside))

    def _filled(self, slot: str, said: Words) -> Filled:
        return Filled(slot, said, self.names[slot].slugs(said))

    def _named_by_half(self, match: Match) -> Match:
        (filled,) = match.filled
        slugs = self.names[filled.slot].nearly(filled.said)
        return Match(match.intent, (Filled(filled.slot, filled.said, slugs),), match.around)

    def _is_told(self, match: Match) -> bool:
        """Whether the slot holds half of a name, or one known elsewhere; without a carrier its words must be rare."""
        (filled,) = match.filled
        names = self.names[filled.slot]
        if not set(self._manners.negations).isdisjoint(filled.said) or self._is_a_place(filled):
            return False
        asked_for = not set(match.around) <= {*self._manners.small_words, *self._manners.kinds_of_thing}
        if names.are_known_elsewhere(filled.said):
            return asked_for or len(filled.said) == 1
        if names.slot == "stretch" and (names.wholly(filled.said) or self._is_rare(filled.said, match.around)):
            return bool(names.nearly(filled.said))
        return asked_for and bool(names.nearly(filled.said))

    def _is_a_place(self, filled: Filled) -> bool:
        """Whether the words only say where somebody is: "on the floor" is no half of a stretch's name."""
        return filled.slot != _PLACE and _PLACE in self.names and bool(self.names[_PLACE].slugs(filled.said))

    def _is_rare(self, said: Words, around: Words) -> bool:
        """Whether only a name has such words: "one" or the like beside them, or a long word that no sentence has."""
        pointed_at = {*said, *around}.intersection(self._manners.pointing)
        return bool(pointed_at) or any(len(word) >= _LONG and word not in self._said_anyway for word in said)

    @cached_property
    def _said_anyway(self) -> frozenset[str]:
        """The words of all samples, without the names in their slots."""
        return frozenset(chain.from_iterable(words for intent, words in self._samples if intent != _STRANGER))

    def _shared(self, match: Match) -> Match:
        """The match with all slugs that have these words in a name, if there are several."""
        (filled,) = match.filled
        slugs = self.names[filled.slot].sharing(filled.said)
        return Match(match.intent, (Filled(filled.slot, filled.said, slugs),), match.around)

    def _is_likely(self, match: Match) -> bool:
        """Whether a name was meant: a kind of thing is beside it ("elbow routine"), or it shares words with a name."""
        (filled,) = match.filled
        names = self.names[filled.slot]
        if names.closed or not names.may_be_a_name(filled.said):
            return False
        is_kind = not set(self._manners.kinds_of_thing).isdisjoint(match.around)
        shares_a_word = names.share_a_telling_word(filled.said)
        asked_for = not set(match.around) <= set(self._manners.small_words)
        shared = asked_for or bool(names.sharing(filled.said))
        return (is_kind and len(match.around) > 1) or (shares_a_word and shared)

    def _marked(self, sample: str) -> Words:
        """The words of a sample, with its slots as `{slot}`."""
        words = self._manners.written_out(_SLOT.sub(rf" {_MARK}\1 ", sample))
        return tuple(f"{{{word.removeprefix(_MARK)}}}" if word.startswith(_MARK) else word for word in words)
