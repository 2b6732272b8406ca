"""What somebody means by a sentence: an intent with its slots, or honestly nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.content.library import Library
from skill.recognizer.catalogue import phrases_of_pain, slot_types
from skill.recognizer.denials import Denials
from skill.recognizer.manners import Words
from skill.recognizer.sentences import Filled, Match, Sentences
from skill.recognizer.spelling import Spelling, is_a_typing_slip, is_one_slip_away
from skill.recognizer.templates import Templates

FALLBACK = "AMAZON.FallbackIntent"
PAIN_INTENT = "PainIntent"
RED_FLAG_INTENT = "RedFlagIntent"
ALL_WELL_INTENT = "AllWellIntent"
ALARMS = (PAIN_INTENT, RED_FLAG_INTENT)
"""Heard by the library's warnings, which know what a denial is; no sentence stands for them here."""


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

    def __init__(self, templates: Templates, library: Library) -> None:
        language = templates.manners.language
        self._warnings = library.warnings[language]
        self._manners = templates.manners
        self._denials = Denials(self._warnings)
        types = slot_types(library, templates)
        self._amounts = {slot_type.slot for slot_type in types if slot_type.is_amazons}
        self._sentences = Sentences(templates.manners, types)
        for skeleton in templates.skeletons:
            if skeleton.intent not in ALARMS:
                for sample in skeleton.samples:
                    self._sentences.add(skeleton.intent, sample)
        pains = (word for phrase in phrases_of_pain(library, language) for word in phrase.split())
        known = {*self._sentences.vocabulary(), *pains}
        self._spelling = Spelling(known, is_one_slip_away)
        self._alarm_spelling = Spelling(known, is_a_typing_slip)

    def understand(self, words: str) -> Understood:
        """What the words mean, whatever they are; a wrong wish is worse than none, so doubt is the fallback intent."""
        heard = self._manners.plain(words)
        corrected = self._spelling.corrected(heard)
        return (
            self._alarm(words)
            or self._known(self._manners.written_out(words))
            or self._known(heard)
            or self._known(corrected)
            or self._understood(self._sentences.guess(heard))
            or self._no_alarm(words)
        )

    def _alarm(self, words: str) -> Understood | None:
        for heard in dict.fromkeys((words.lower(), self._alarm_spelling.corrected_text(words))):
            level = self._warnings.level_in(heard)
            if level == "pain":
                return Understood(PAIN_INTENT)
            if level is not None:
                return Understood(RED_FLAG_INTENT, {"sign": HeardSlot(words, (level,))})
        return None

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
