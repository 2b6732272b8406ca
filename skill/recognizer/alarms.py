"""Detects danger and pain in what somebody says: by a phrase, by a sign, or by the weights of the words."""

import re
from collections.abc import Iterable

from skill.content.language.signs import Alarm, Danger
from skill.content.language.warnings import LEVELS, Warnings
from skill.ports.intents import ALARMS, CRAMP, FLARE_UP, RED_FLAG
from skill.recognizer.meaning import HeardSlot, Understood
from skill.recognizer.reader.reader import Reading
from skill.recognizer.reader.weighing import FEW_WORDS, Weighing
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.denials import Denials
from skill.recognizer.sentences.spelling import Spelling, is_a_typing_slip

NO_ALARMS = ("CannotIntent", "CannotEverIntent", "CanAgainIntent", "DoctorIntent")
"""Known sentences of these intents tell or ask how somebody is, and no new pain, so they are answered as they are."""
SEEN_INTENT = "SeenIntent"
"""Known sentences of this intent tell that help was there already: "the paramedics have seen me"."""
_IS = re.compile(r"['\u2019]s\b")


class Alarms:
    """Detects danger and pain in one language, whatever question is open and whatever is going on."""

    def __init__(self, danger: Danger, warnings: Warnings, known: Iterable[str], weighing: Weighing | None) -> None:
        """`known` words count with a typing slip, too; without a weighing only phrases and signs are heard."""
        self._danger = danger
        self._warnings = warnings
        self._denials = Denials(warnings)
        self._of_signs = danger.vocabulary()
        self._spelling = Spelling({*known, *self._of_signs}, is_a_typing_slip)
        self._weighing = weighing

    def heard_in(self, words: str, reading: Reading | None) -> Alarm | None:
        """The worst alarm in these words, also where a letter is wrong, or "is" shortened; None where there is none."""
        heard = self._heard(words)
        if heard and ALARMS[heard.level] == RED_FLAG and self._is_none(reading):
            return None
        found = [alarm for alarm in (heard, self._weighed(words, reading, heard)) if alarm]
        return min(found, key=lambda alarm: LEVELS.index(alarm.level), default=None)

    def answer(self, alarm: Alarm | None, words: str, told: Understood | None) -> Understood | None:
        """The answer to an alarm, which comes before any wish; None for a mild one, which any wish comes before.

        `told` is the known sentence that the words are, if any: some of those are answered as they are.
        """
        if alarm is None or alarm.level == "mild":
            return None
        reason = Reason(TakenBy.DANGER, f"{alarm.level} by {alarm.by}")
        if ALARMS[alarm.level] == RED_FLAG:
            seen = told if told and told.intent == SEEN_INTENT else None
            return seen or Understood(RED_FLAG, {"sign": HeardSlot(words, (alarm.level,))}, reason)
        answered = Understood(self._intent_of(alarm, words), reason=reason)
        return told if told and told.intent in NO_ALARMS else answered

    def mild(self, alarm: Alarm | None) -> Understood | None:
        """The answer to an alarm, even a mild one, for words in which no wish was found."""
        if alarm is None:
            return None
        return Understood(ALARMS[alarm.level], reason=Reason(TakenBy.DANGER, f"{alarm.level} by {alarm.by}"))

    def _intent_of(self, alarm: Alarm, words: str) -> str:
        """The intent that answers an alarm: a cramp and a flare-up have their own."""
        if alarm.level == "nerve" and self._warnings.is_cramp(words):
            return CRAMP
        bad_day = alarm.level == "pain" and self._warnings.is_flare_up(words)
        return FLARE_UP if bad_day else ALARMS[alarm.level]

    def denied_in(self, words: str) -> bool:
        """Whether what would be an alarm is denied, or somebody says that nothing is lost, so that all is well."""
        return self._denials.says_all_is_well(words) or self._danger.is_intact(words)

    def _heard(self, words: str) -> Alarm | None:
        """The alarm by a phrase or a sign, in the words as said, else with spelling corrected, else with "is" in full.

        An alarm that the words as said take away is not looked for in the other readings.
        """
        small = words.lower()
        as_said = self._danger.alarm_in(small)
        if as_said or self._danger.is_taken_away(small):
            return as_said
        spelt = {self._spelling.corrected_text(words): None, _IS.sub(" is", small): None}
        others = (said for said in spelt if said != small)
        return next((alarm for said in others if (alarm := self._danger.alarm_in(said))), None)

    def _is_none(self, reading: Reading | None) -> bool:
        """Whether the words surely ask about something harmless, even with a phrase of danger among them."""
        return reading is not None and self._weighing is not None and self._weighing.is_none(reading)

    def _weighed(self, words: str, reading: Reading | None, heard: Alarm | None) -> Alarm | None:
        if reading is None or self._weighing is None:
            return None
        level = self._weighing.level(reading, heard.level if heard else None) if self._is_enough(reading) else None
        if level is None or self._is_elsewhere(words, reading, heard) or self._denials.says_all_is_well(words):
            return None
        best, rival, *_ = reading.dangers
        weights = f"{best.meaning} {best.weight:.1f} before {rival.meaning} {rival.weight:.1f}"
        return Alarm(level, f"weighed word by word, {weights}")

    def _is_enough(self, reading: Reading) -> bool:
        """Whether there are enough words to weigh as danger; a few will do only if all of them are words of signs."""
        typed = reading.mentions.typed
        return len(typed) > FEW_WORDS or self._of_signs.issuperset(typed)

    def _is_elsewhere(self, words: str, reading: Reading, heard: Alarm | None) -> bool:
        """Whether the danger belongs to another time or place (if it is not grave), or is taken away."""
        grave = self._weighing is not None and self._weighing.is_grave(reading)
        apart = heard is None and not grave and self._danger.is_apart(words)
        return apart or self._danger.is_taken_away(words)
