"""All sentences that are known, and which of them somebody said: whole ones, and carriers with a name in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from skill.recognizer.expansion import slot_in
from skill.recognizer.manners import Manners, Words
from skill.recognizer.slots import SlotType

LONGEST_SENTENCE = 30
"""Words: nobody's wish is longer, and nothing longer is searched."""

LONGEST_UNKNOWN_NAME = 4
"""Words of a name nobody knows that are still taken for a name."""


@dataclass(frozen=True)
class Match:
    """A sentence that was said: its intent, and for a carrier its slot, the words in it, and the slugs they name."""

    intent: str
    slot: str | None = None
    said: Words = ()
    slugs: tuple[str, ...] = ()
    before: Words = ()
    after: Words = ()

    @property
    def words_around(self) -> int:
        """How many words of the carrier surround the name."""
        return len(self.before) + len(self.after)


class Sentences:
    """Known sentences in their plain form, ready to be looked up."""

    def __init__(self, manners: Manners, types: tuple[SlotType, ...]) -> None:
        self._manners = manners
        self._exact: dict[Words, str] = {}
        self._whole: dict[Words, str] = {}
        self._carriers: dict[tuple[Words, Words], dict[tuple[str, str], None]] = defaultdict(dict)
        self._closed = {slot_type.slot for slot_type in types if slot_type.closed}
        self._names = {slot_type.slot: _names(slot_type, manners) for slot_type in types}
        self._parts = {slot: _parts(names) for slot, names in self._names.items()}
        silent = {*manners.small_words, *manners.kinds_of_thing}
        self._telling = {
            slot: {word for name in names for word in name} - silent for slot, names in self._names.items()
        }

    def add(self, intent: str, sample: str) -> None:
        """Make a sample known; the intent that comes first keeps a sentence."""
        slot = slot_in(sample)
        if slot is None:
            self._exact.setdefault(self._manners.written_out(sample), intent)
            self._whole.setdefault(self._manners.plain(sample), intent)
            return
        marked = sample.replace(f"{{{slot}}}", " slotmark ")
        for words in (self._manners.written_out(marked), self._manners.plain(marked)):
            at = words.index("slotmark")
            self._carriers[words[:at], words[at + 1 :]][intent, slot] = None

    def vocabulary(self) -> Iterator[str]:
        """Every word of every sentence and name."""
        for words in self._whole:
            yield from words
        for before, after in self._carriers:
            yield from before + after
        for names in self._names.values():
            yield from (word for name in names for word in name)

    def find(self, words: Words) -> Match | None:
        """The sentence said: a whole one before a carrier, a longer name before a shorter one; None when none is."""
        intent = self._exact.get(words) or self._whole.get(words)
        if intent:
            return Match(intent)
        known = [match for match in self._in_carriers(words) if match.slugs]
        return max(known, key=lambda match: len(match.said), default=None)

    def guess(self, words: Words) -> Match | None:
        """A carrier with a name that nobody has, or that several share; None unless a name was surely meant."""
        found = (match for match in self._in_carriers(words) if match.slot not in self._closed)
        unknown = [self._shared(match) for match in found if not match.slugs]
        likely = [match for match in unknown if self._is_likely(match)]
        return max(likely, key=lambda match: (match.words_around, len(match.slugs)), default=None)

    def _shared(self, match: Match) -> Match:
        """The match with all the slugs that have the words said in a name, if there are several: one may be chance."""
        slugs = self._parts[match.slot or ""].get(match.said, ())
        return replace(match, slugs=slugs) if len(slugs) > 1 else match

    def _in_carriers(self, words: Words) -> Iterator[Match]:
        if len(words) > LONGEST_SENTENCE:
            return
        for start, stop in combinations(range(len(words) + 1), 2):
            for intent, slot in self._carriers.get((words[:start], words[stop:]), ()):
                said = words[start:stop]
                yield Match(intent, slot, said, self._names[slot].get(said, ()), words[:start], words[stop:])

    def _is_likely(self, match: Match) -> bool:
        """Whether a kind of thing follows ("elbow routine"), or what was said shares a telling word with a name."""
        if len(match.said) > LONGEST_UNKNOWN_NAME or set(match.said) <= set(self._manners.small_words):
            return False
        kind_follows = not set(self._manners.kinds_of_thing).isdisjoint(match.after)
        shares_a_word = not self._telling[match.slot or ""].isdisjoint(match.said)
        return (kind_follows and match.words_around > 1) or (shares_a_word and bool(match.words_around or match.slugs))


def _names(slot_type: SlotType, manners: Manners) -> Mapping[Words, tuple[str, ...]]:
    """The slugs by name; the names of closed types are kept whole: "right" may be manners, or the side."""
    said_as = manners.written_out if slot_type.closed else manners.plain
    names: dict[Words, tuple[str, ...]] = {}
    for value in slot_type.values:
        for name in value.names:
            words = said_as(name)
            names[words] = tuple(dict.fromkeys((*names.get(words, ()), value.slug)))
    return names


def _parts(names: Mapping[Words, tuple[str, ...]]) -> Mapping[Words, tuple[str, ...]]:
    """Every run of words inside the names, with the slugs that have it."""
    parts: dict[Words, dict[str, None]] = defaultdict(dict)
    for name, slugs in names.items():
        for start, stop in combinations(range(len(name) + 1), 2):
            parts[name[start:stop]].update(dict.fromkeys(slugs))
    return {part: tuple(slugs) for part, slugs in parts.items()}
