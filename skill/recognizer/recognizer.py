"""What somebody means by a sentence: an intent with its slots, or honestly nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from skill.content.language.warnings import LEVELS, Level
from skill.content.library import Library
from skill.ports.intents import ALARMS, RED_FLAG
from skill.recognizer.afterthoughts import Afterthoughts
from skill.recognizer.reader.reader import Reader, Reading
from skill.recognizer.reader.weighing import Weighing
from skill.recognizer.reader.weights import read_weights
from skill.recognizer.sentences.denials import Denials
from skill.recognizer.sentences.names import Names
from skill.recognizer.sentences.near import Near
from skill.recognizer.sentences.sentences import Filled, Match, Sentences
from skill.recognizer.sentences.spelling import Spelling, is_a_typing_slip, is_one_slip_away
from skill.recognizer.templates.catalogue import phrases_of_warning, slot_types
from skill.recognizer.templates.expansion import WRITTEN_OUT
from skill.recognizer.templates.invocation import Invocation
from skill.recognizer.templates.manners import Words
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Skeleton, Templates

FALLBACK = "AMAZON.FallbackIntent"
WEIGHTS = "reader.weights"
ALL_WELL_INTENT = "AllWellIntent"
NO_ALARMS = ("CannotIntent", "CannotTodayIntent", "CannotEverIntent", "CanAgainIntent", "DoctorIntent")
"""Whole sentences of these tell or ask how somebody is, not what just happened: "I have a sore knee"."""

_CLAUSES = re.compile(r"[,;:.!?]+|\s-\s")
_IS = re.compile(r"['\u2019]s\b")
_LEAD_IN = ("AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.CancelIntent", "ReadyIntent", ALL_WELL_INTENT)
"""Said before a wish as often as by itself."""


@dataclass(frozen=True)
class HeardSlot:
    """What was said in a slot, and the slugs it may mean: several when the name is shared, none when it is unknown."""

    said: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """An intent and its slots by name."""

    intent: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)


class Recognizer:
    """Understands one language: signs of danger and pain first, then known sentences, else it says it did not."""

    def __init__(self, templates: Templates, library: Library, *, weighs: bool = True) -> None:
        """With what stands beside the templates of its language; without the reader where nothing is to be weighed."""
        language = templates.manners.language
        self.language = language
        self.invocation = Invocation(library.invocation(language), templates.ways_in)
        self._danger = library.danger[language]
        self._manners = templates.manners
        self._denials = Denials(library.warnings[language])
        types = slot_types(library, templates)
        self._amounts = {slot_type.slot for slot_type in types if slot_type.is_amazons}
        self._sentences = Sentences(templates.manners, types, _samples(templates.skeletons))
        warning = phrases_of_warning(library, language).values()
        alarming = (word for phrases in warning for phrase in phrases for word in phrase.split())
        known = self._sentences.vocabulary().union(alarming)
        self._spelling = Spelling(known, is_one_slip_away)
        self._alarm_spelling = Spelling(known, is_a_typing_slip)
        path = TEMPLATES_FOLDER / language / WEIGHTS
        reader = Reader(read_weights(path), self._sentences.names) if weighs and path.exists() else None
        self._afterthoughts = Afterthoughts[Understood](templates, self._sentences.names, self._surely, Understood)
        self._weighing = reader and Weighing(reader, templates.manners.negations, templates.skeletons)

    @cached_property
    def _near(self) -> Near:
        """Made only when somebody says what no sentence is."""
        samples = ((intent, words) for intent, words in self._sentences.plain if intent != ALL_WELL_INTENT)
        return Near(self._manners, self._sentences.names, samples)

    @property
    def names(self) -> Mapping[str, Names]:
        """The names that may stand in each slot."""
        return self._sentences.names

    def written_out(self, words: str) -> Words:
        """All the words, in small letters, nothing shortened."""
        return self._manners.written_out(words)

    def understand(self, words: str) -> Understood:
        """What the words mean, whatever they are; a wrong wish is worse than none, so doubt is the fallback intent."""
        heard = self._manners.plain(words)
        reading = self._reading(words)
        level = self._level_in(words, reading)
        return (
            self._alarm(words, level)
            or self._after_all(words)
            or self._wish(words)
            or (Understood(ALARMS[level]) if level else None)
            or self._one_clause(words)
            or self._understood(self._sentences.half(self._manners.written_out(words)) or self._sentences.half(heard))
            or self._understood(self._sentences.guess(heard))
            or self._read_wish(reading)
            or self._no_alarm(words)
        )

    def _after_all(self, words: str) -> Understood | None:
        """What is meant by words that are more than one wish, unless they are a sentence that is known as it is."""
        return None if self._surely(words) else self._afterthoughts.meant(words)

    def _read_wish(self, reading: Reading | None) -> Understood | None:
        wish = self._weighing.wish(reading) if reading and self._weighing else None
        return None if wish is None else self._understood(Match(wish.intent, wish.filled))

    def _reading(self, words: str) -> Reading | None:
        """What the words weigh for; not asked where they are a sentence that is known word for word."""
        written = self._manners.written_out(words)
        if self._weighing is None or self._known(written) or self._known(self._manners.plain(words)):
            return None
        return self._weighing.read(written)

    def _wish(self, words: str) -> Understood | None:
        """The sentence that these words surely are: as they are, without manners, spelt right, in another order."""
        corrected = self._spelling.corrected(self._manners.plain(words))
        return self._surely(words) or self._known(corrected) or self._understood(self._near.find(corrected))

    def _surely(self, words: str) -> Understood | None:
        """The sentence that these words are, as they are or without manners."""
        return (
            self._known(self._manners.written_out(words))
            or self._known(self._manners.with_beginning(words))
            or self._known(self._manners.plain(words))
        )

    def _one_clause(self, words: str) -> Understood | None:
        """The only wish among the clauses of somebody who says more than a wish; yes and no go before many."""
        heard = [self._wish(clause) for clause in _CLAUSES.split(words) if clause.strip()]
        strong = [wish for wish in heard if wish and wish.intent not in _LEAD_IN]
        wishes = strong if strong or None in heard else heard[-1:]
        return wishes[0] if wishes and all(wish == wishes[0] for wish in wishes) else None

    def _level_in(self, words: str, reading: Reading | None) -> Level | None:
        """How badly something is wrong, also where a letter of it was misheard, or "is" shortened: the worst of all."""
        small = words.lower()
        spelt = dict.fromkeys((small, self._alarm_spelling.corrected_text(words), _IS.sub(" is", small)))
        heard = next((level for said in spelt if (level := self._danger.level_in(said))), None)
        weighed = self._weighing.level(reading, heard) if reading and self._weighing else None
        found = {heard, None if self._denials.says_all_is_well(words) else weighed}
        return next((level for level in LEVELS if level in found), None)

    def _alarm(self, words: str, level: Level | None) -> Understood | None:
        """What goes before any wish; what is only mild waits whether a wish was meant."""
        if level in (None, "mild"):
            return None
        if ALARMS[level] == RED_FLAG:
            return Understood(RED_FLAG, {"sign": HeardSlot(words, (level,))})
        told = self._known(self._manners.written_out(words))
        return told if told and told.intent in NO_ALARMS else Understood(ALARMS[level])

    def _no_alarm(self, words: str) -> Understood:
        return Understood(ALL_WELL_INTENT if self._denials.says_all_is_well(words) else FALLBACK)

    def _known(self, words: Words) -> Understood | None:
        return self._understood(self._sentences.find(words))

    def _understood(self, match: Match | None) -> Understood | None:
        if match is None:
            return None
        return Understood(match.intent, {filled.slot: self._heard(filled) for filled in match.filled})

    def _heard(self, filled: Filled) -> HeardSlot:
        """A slot as Alexa hands it on: of an amount what she read, without an id."""
        if filled.slot in self._amounts:
            return HeardSlot(filled.slugs[0], ())
        return HeardSlot(" ".join(filled.said), filled.slugs)


def _samples(skeletons: Iterable[Skeleton]) -> Iterator[tuple[str, str]]:
    """What is compared word for word: warnings are heard by the library, which knows what a denial is."""
    written = tuple(f"{{{level}}}" for level in WRITTEN_OUT)
    for skeleton in (skeleton for skeleton in skeletons if not skeleton.is_excuse):
        if skeleton.intent not in ALARMS.values() or skeleton.intent == ALARMS["mild"]:
            for sample in skeleton.samples:
                if not any(level in sample for level in written):
                    yield skeleton.intent, sample
