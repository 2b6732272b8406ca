"""Finds which known sentence was said: exactly, without manners, spelt right, in another order, or with half a name."""

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
"""The most words in which something is skipped without its name."""
_LIMIT, _MOST_LIMITS = "limit", 2
_NEVER_NEARLY = ("AllWellIntent", "AMAZON.FallbackIntent", "NotRoutineIntent")
"""Intents for which a sentence that is only near to one of theirs does not count: it may mean anything."""


class Known:
    """Looks words up among the known sentences of a language; results are cached while one sentence is understood."""

    def __init__(self, manners: Manners, sentences: Sentences, spelling: Spelling) -> None:
        self._manners = manners
        self._sentences = sentences
        self._spelling = spelling
        self._refusals = Refusals(manners)
        remembered = sentences.remembered
        self.wish = remembered.once(self._wish)
        """The known sentence that these words are: surely, with spelling corrected, or nearly."""
        self.surely = remembered.once(self._surely)
        """The known sentence that these words are, as said or without manners."""
        self.half_named = remembered.once(self._half_named)
        """The known sentence that these words are, with half of a name in it."""
        self._nearly = remembered.once(self._found_nearly)

    @cached_property
    def _near(self) -> Near:
        """The index for near matches, built only when somebody says something that is no known sentence."""
        samples = ((intent, words) for intent, words in self._sentences.plain if intent not in _NEVER_NEARLY)
        return Near(self._manners, self._sentences.names, samples)

    def exactly(self, words: Words) -> Understood | None:
        """The known sentence that these words are, exactly."""
        return self.understood(self._sentences.find(words), TakenBy.KNOWN)

    def clause(self, words: Words) -> Understood | None:
        """The known sentence that a clause is, as said or without manners."""
        return self.surely(" ".join(words))

    def sought(self, words: str) -> str:
        """The words without thinking aloud about a name ("what is it called"), if what is left has a known name."""
        without = self._manners.without_seeking(words)
        found = (self.surely(without) or self.half_named(without)) if without else None
        return without if found and found.slots and all(slot.ids for slot in found.slots.values()) else words

    def guessed(self, words: str) -> Understood | None:
        """A known sentence with a name that nobody has, or that several share."""
        return self.meant(words, self._sentences.guess(self._manners.plain(words)), TakenBy.NAME)

    def meant(self, words: str, match: Match | None, step: TakenBy) -> Understood | None:
        """The meaning of a match; None where the words around it refuse what it would begin."""
        understood = self.understood(match, step)
        return None if understood and self.refuses(words, understood) else understood

    def only_asks(self, words: str) -> bool:
        """Whether this begins as only questions do, so that it neither agrees nor moves anything on."""
        said = " ".join(self._manners.without_fillers(self._manners.written_out(words)))
        return any(f"{said} ".startswith(f"{phrase} ") for phrase in self._manners.wondering)

    def refuses(self, words: str, understood: Understood) -> bool:
        """Whether this would begin something that the words only name: "stop the hip routine"."""
        named = {self._manners.written_out(slot.said): not slot.ids for slot in understood.slots.values()}
        return self._refusals.refuses(understood.intent, self._manners.written_out(words), named)

    def refusal(self, words: str) -> Understood | None:
        """What the words say should happen to what they name: to stop it, to skip it."""
        plain = self._manners.plain(words)
        return self.surely(plain[0]) if plain and self._refusals.begin_with_one(plain) else None

    def passed_over(self, words: str) -> Understood | None:
        """The wish to go on to the next, if the words skip something without its name: "skip the neck thing"."""
        plain, refusal = self._manners.plain(words), self.refusal(words)
        points = {*self._manners.pointing, *self._manners.kinds_of_thing}.intersection(plain[-1:])
        is_skipped = refusal is not None and refusal.intent == _NEXT and len(plain) <= _FEW
        return refusal if points and is_skipped else None

    def understood(self, match: Match | None, step: TakenBy, by: str = "") -> Understood | None:
        """The meaning of a match, with the step that found it as its reason."""
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
        """The sentence that the words are near to; a question is never near to a wish that moves on or agrees."""
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
        """A slot as Alexa hands it on: an amount as its value, without an id."""
        if filled.slot in self._sentences.amounts:
            return HeardSlot(filled.slugs[0], ())
        return HeardSlot(" ".join(filled.said), filled.slugs)


def _is_vague(half: Match) -> bool:
    """Whether more limits share this half of a name than the skill can ask about: "I'm good"."""
    return any(filled.slot == _LIMIT and len(filled.slugs) > _MOST_LIMITS for filled in half.filled)
