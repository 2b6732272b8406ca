"""Which known sentence somebody said: as it is, without manners, spelt right, in another order, or with half a name."""

from functools import cached_property

from skill.recognizer.meaning import HeardSlot, Understood
from skill.recognizer.reader.costs import moves_on
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.near import Near
from skill.recognizer.sentences.refusals import Refusals
from skill.recognizer.sentences.sentences import Filled, Match, Sentences
from skill.recognizer.sentences.spelling import Spelling
from skill.recognizer.templates.manners import Manners, Words

_NEXT = "AMAZON.NextIntent"
_FEW = 4
"""Words in which something is skipped without its name."""
_LIMIT, _MOST_LIMITS = "limit", 2
_NEVER_NEARLY = ("AllWellIntent", "AMAZON.FallbackIntent", "NotRoutineIntent")
"""What is only nearly one of these may be anything."""


class Known:
    """Looks words up among the sentences of a language, each of them once while one sentence is understood."""

    def __init__(self, manners: Manners, sentences: Sentences, spelling: Spelling) -> None:
        self._manners = manners
        self._sentences = sentences
        self._spelling = spelling
        self._refusals = Refusals(manners)
        remembered = sentences.remembered
        self.wish = remembered.once(self._wish)
        """The sentence that these words surely are, or that they are but for spelling, or for the order."""
        self.surely = remembered.once(self._surely)
        """The sentence that these words are, as they are or without manners."""
        self.half_named = remembered.once(self._half_named)
        """A known sentence with half of a name in it."""
        self._nearly = remembered.once(self._found_nearly)

    @cached_property
    def _near(self) -> Near:
        """Made only when somebody says what no sentence is."""
        samples = ((intent, words) for intent, words in self._sentences.plain if intent not in _NEVER_NEARLY)
        return Near(self._manners, self._sentences.names, samples)

    def exactly(self, words: Words) -> Understood | None:
        """The sentence that these words are, as they are."""
        return self.understood(self._sentences.find(words), TakenBy.KNOWN)

    def clause(self, words: Words) -> Understood | None:
        """What a clause surely is."""
        return self.surely(" ".join(words))

    def sought(self, words: str) -> str:
        """The words, without those by which a name was sought aloud that is found, or half of it."""
        without = self._manners.without_seeking(words)
        found = (self.surely(without) or self.half_named(without)) if without else None
        return without if found and found.slots and all(slot.ids for slot in found.slots.values()) else words

    def guessed(self, words: str) -> Understood | None:
        """A known sentence with a name that nobody has, or that several share."""
        return self.meant(words, self._sentences.guess(self._manners.plain(words)), TakenBy.NAME)

    def meant(self, words: str, match: Match | None, step: TakenBy) -> Understood | None:
        """What a match means that goes by a part of the words; nothing where the others refuse what it would begin."""
        understood = self.understood(match, step)
        return None if understood and self.refuses(words, understood) else understood

    def only_asks(self, words: str) -> bool:
        """Whether this begins as only a question does: whatever it is taken for, it neither moves on nor agrees."""
        said = " ".join(self._manners.without_fillers(self._manners.written_out(words)))
        return any(f"{said} ".startswith(f"{phrase} ") for phrase in self._manners.wondering)

    def refuses(self, words: str, understood: Understood) -> bool:
        """Whether this would begin what is only named: "stop the hip routine"."""
        named = {self._manners.written_out(slot.said): not slot.ids for slot in understood.slots.values()}
        return self._refusals.refuses(understood.intent, self._manners.written_out(words), named)

    def refusal(self, words: str) -> Understood | None:
        """What somebody says is to be done with what they name: to stop, to skip."""
        plain = self._manners.plain(words)
        return self.surely(plain[0]) if plain and self._refusals.begin_with_one(plain) else None

    def passed_over(self, words: str) -> Understood | None:
        """Going on, where what is to be skipped is called by no name: "skip the neck thing"."""
        plain, refusal = self._manners.plain(words), self.refusal(words)
        points = {*self._manners.pointing, *self._manners.kinds_of_thing}.intersection(plain[-1:])
        is_skipped = refusal is not None and refusal.intent == _NEXT and len(plain) <= _FEW
        return refusal if points and is_skipped else None

    def understood(self, match: Match | None, step: TakenBy, by: str = "") -> Understood | None:
        """What a match means, and the step by which it was found."""
        if match is None:
            return None
        slots = {filled.slot: self._heard(filled) for filled in match.filled}
        return Understood(match.intent, slots, Reason(step, by))

    def _wish(self, words: str) -> Understood | None:
        corrected = self._spelling.corrected(self._manners.plain(words))
        return (
            self.surely(words)
            or self.understood(self._sentences.find(corrected), TakenBy.SPELLING, " ".join(corrected))
            or self._nearly_meant(words, corrected)
        )

    def _nearly_meant(self, words: str, corrected: Words) -> Understood | None:
        """What the words are like; a question is like no order, and "when I'm ready I'll say so" agrees to nothing."""
        meant = self.meant(words, self._nearly(corrected), TakenBy.NEAR)
        return None if meant and moves_on(meant.intent) and self.only_asks(words) else meant

    def _surely(self, words: str) -> Understood | None:
        written = self._manners.written_out(words)
        return (
            self.exactly(written)
            or self.exactly(self._manners.without_fillers(written))
            or self.exactly(self._manners.with_beginning(words))
            or self.exactly(self._manners.without_ending(written))
            or self.exactly(self._manners.without_manners(written))
        )

    def _found_nearly(self, words: Words) -> Match | None:
        return self._near.find(words)

    def _half_named(self, words: str) -> Understood | None:
        halves = map(self._sentences.half, (self._manners.written_out(words), self._manners.plain(words)))
        return self.meant(words, next((half for half in halves if half and not _is_vague(half)), None), TakenBy.HALF)

    def _heard(self, filled: Filled) -> HeardSlot:
        """A slot as Alexa hands it on: of an amount what she read, without an id."""
        if filled.slot in self._sentences.amounts:
            return HeardSlot(filled.slugs[0], ())
        return HeardSlot(" ".join(filled.said), filled.slugs)


def _is_vague(half: Match) -> bool:
    """Whether a word is all that there is of a limit, and more have it than can be asked about: "I'm good"."""
    return any(filled.slot == _LIMIT and len(filled.slugs) > _MOST_LIMITS for filled in half.filled)
