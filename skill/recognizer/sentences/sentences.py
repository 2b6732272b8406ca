"""All sentences that are known, and which of them somebody said: whole ones, and carriers with names in them."""

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
"""Words: nobody's wish is longer, and nothing longer is searched."""

_LONG = 6
"""Letters of a word that by itself is enough of a name, where no sentence has it."""
_SLOT = re.compile(r"\{([a-z]+)\}")
_MARK = "slotmark"
_PLACE = "setting"
_STRANGER = "AMAZON.FallbackIntent"


@dataclass(frozen=True)
class Filled:
    """A slot, the words said in it, and the slugs that they name."""

    slot: str
    said: Words
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A sentence that was said: its intent, its slots, and the words around them."""

    intent: str
    filled: tuple[Filled, ...] = ()
    around: Words = ()

    @property
    def words_in_slots(self) -> int:
        """How many words the slots hold together."""
        return sum(len(filled.said) for filled in self.filled)


class Sentences:
    """Known sentences, as they are written and in their plain form, ready to be looked up."""

    def __init__(self, manners: Manners, types: tuple[SlotType, ...], samples: Iterable[tuple[str, str]]) -> None:
        self._manners = manners
        self.names = AllNames({slot_type.slot: Names(slot_type, manners) for slot_type in types}, manners.idioms)
        self.amounts = frozenset(slot_type.slot for slot_type in types if slot_type.is_amazons)
        """The slots of which what was read is handed on, as Alexa does."""
        self.remembered = Remembered()
        self._samples = [(intent, self._marked(sample)) for intent, sample in samples]
        self._as_written = Carriers(self._samples)
        self.find = self.remembered.once(self._looked_up)
        """The sentence said; as it is written before one without its manners. None when it is none."""
        self.half = self.remembered.once(self._half_found)
        """A carrier with some words of a name, or with the name of something that others have; else None."""

    @cached_property
    def plain(self) -> tuple[tuple[str, Words], ...]:
        """The intent of every sample with its plain words; made only when somebody says what no sample is."""
        return tuple((intent, self._plain(words)) for intent, words in self._samples)

    def _plain(self, words: Words) -> Words:
        """Without manners, unless hardly anything is left: "that is me for today" is no "for"."""
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
        """A carrier with a name that nobody has, or that several share; None unless a name was surely meant."""
        unknown = self._with_an_unknown_name(words)
        likely = [self._shared(match) for match in unknown if self._is_likely(match)]
        return max(likely, key=lambda match: (len(match.around), len(match.filled[0].slugs)), default=None)

    def _with_an_unknown_name(self, words: Words) -> Iterator[Match]:
        """Every carrier of one name that these words may be, with what is no whole name in the place of it."""
        readings = self._as_written.readings(words) if len(words) <= LONGEST_SENTENCE else ()
        for reading in readings:
            if any(not self._is_a_name(span.slot, words[span.start : span.stop]) for span in reading.spans):
                yield self._match(reading, words)

    def _found(self, carriers: Carriers, words: Words) -> Match | None:
        """A whole sentence before a carrier, and a longer name before a shorter one."""
        if len(words) > LONGEST_SENTENCE:
            return None
        known = (self._match(reading, words) for reading in carriers.readings(words, self.names))
        return max(known, key=lambda match: (not match.filled, match.words_in_slots), default=None)

    def _is_a_name(self, slot: str, said: Words) -> bool:
        """Whether this slot would have something in it that there is."""
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
        """Whether the words are of a name, or the name of what we do not have; without a carrier they must be rare."""
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
        """Whether it is only said where somebody is: "I'm on the floor" puts no seated stretch right."""
        return filled.slot != _PLACE and _PLACE in self.names and bool(self.names[_PLACE].slugs(filled.said))

    def _is_rare(self, said: Words, around: Words) -> bool:
        """Whether nobody says these words but for a name; "one" and the like say that it is one."""
        pointed_at = {*said, *around}.intersection(self._manners.pointing)
        return bool(pointed_at) or any(len(word) >= _LONG and word not in self._said_anyway for word in said)

    @cached_property
    def _said_anyway(self) -> frozenset[str]:
        """The words of all wishes, those of the names left out."""
        return frozenset(chain.from_iterable(words for intent, words in self._samples if intent != _STRANGER))

    def _shared(self, match: Match) -> Match:
        """The match with all the slugs that have the words said in a name, if there are several."""
        (filled,) = match.filled
        slugs = self.names[filled.slot].sharing(filled.said)
        return Match(match.intent, (Filled(filled.slot, filled.said, slugs),), match.around)

    def _is_likely(self, match: Match) -> bool:
        """Whether a kind of thing stands beside it ("elbow routine"), or it shares a telling word with a name."""
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
        """The words of a sample, its slots among them as `{slot}`."""
        words = self._manners.written_out(_SLOT.sub(rf" {_MARK}\1 ", sample))
        return tuple(f"{{{word.removeprefix(_MARK)}}}" if word.startswith(_MARK) else word for word in words)
