"""All sentences that are known, and which of them somebody said: whole ones, and carriers with a name in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skill.recognizer.catalogue import SlotType
from skill.recognizer.expansion import slot_in
from skill.recognizer.manners import Manners, Words

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
    carrier: Words = ()


class Sentences:
    """Known sentences in their plain form, ready to be looked up."""

    def __init__(self, manners: Manners, types: tuple[SlotType, ...]) -> None:
        self._manners = manners
        self._whole: dict[Words, str] = {}
        self._carriers: dict[tuple[Words, Words], dict[tuple[str, str], None]] = defaultdict(dict)
        self._names = {slot_type.slot: _names(slot_type, manners) for slot_type in types}
        silent = {*manners.small_words, *manners.kinds_of_thing}
        self._telling = {
            slot: {word for name in names for word in name} - silent for slot, names in self._names.items()
        }

    def add(self, intent: str, sample: str) -> None:
        """Make a sample known; the intent that comes first keeps a sentence."""
        slot = slot_in(sample)
        if slot is None:
            self._whole.setdefault(self._manners.plain(sample), intent)
            return
        marked = self._manners.plain(sample.replace(f"{{{slot}}}", " slotmark "))
        at = marked.index("slotmark")
        self._carriers[marked[:at], marked[at + 1 :]][intent, slot] = None

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
        if words in self._whole:
            return Match(self._whole[words])
        known = [match for match in self._in_carriers(words) if match.slugs]
        return max(known, key=lambda match: len(match.said), default=None)

    def guess(self, words: Words) -> Match | None:
        """A carrier with a name that nobody knows, when the rest or the name itself shows that one was meant."""
        unknown = [match for match in self._in_carriers(words) if not match.slugs]
        likely = [match for match in unknown if self._is_likely(match)]
        return max(likely, key=lambda match: len(match.carrier), default=None)

    def _in_carriers(self, words: Words) -> Iterator[Match]:
        if len(words) > LONGEST_SENTENCE:
            return
        for start in range(len(words)):
            for stop in range(start + 1, len(words) + 1):
                for intent, slot in self._carriers.get((words[:start], words[stop:]), ()):
                    said = words[start:stop]
                    yield Match(intent, slot, said, self._names[slot].get(said, ()), words[:start] + words[stop:])

    def _is_likely(self, match: Match) -> bool:
        """Whether the carrier says what kind of thing is meant, or the unknown name shares a word with a known one."""
        if not match.carrier or match.slot is None or len(match.said) > LONGEST_UNKNOWN_NAME:
            return False
        kind_is_said = not set(self._manners.kinds_of_thing).isdisjoint(match.carrier)
        return kind_is_said or not self._telling[match.slot].isdisjoint(match.said)


def _names(slot_type: SlotType, manners: Manners) -> Mapping[Words, tuple[str, ...]]:
    names: dict[Words, tuple[str, ...]] = {}
    for value in slot_type.values:
        for name in value.names:
            plain = manners.plain(name)
            names[plain] = tuple(dict.fromkeys((*names.get(plain, ()), value.slug)))
    return names
