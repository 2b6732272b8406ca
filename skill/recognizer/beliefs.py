"""What is believed of words that no sentence is: by the weight of all of them, of a clause, or by what they mention."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.content.language.warnings import Level
from skill.ports.evidence import Evidence
from skill.ports.intents import COMPLAINTS
from skill.recognizer.gist import Gist
from skill.recognizer.known import Known
from skill.recognizer.meaning import Understood, together
from skill.recognizer.reader.belief import Belief
from skill.recognizer.reader.costs import CHANGING, CHOOSING, STRANGER, akin_to, only_tells
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.reader import Reading
from skill.recognizer.reader.weighing import FEW_WORDS, Weighing
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.sentences import Match
from skill.recognizer.templates.manners import Manners, Words
from skill.replaced import replace

_MORE_OF_A_CLAUSE, _MORE_THAN_A_PART = 30.0, 25.0
"""By so much surer than a whole sentence must a clause be that is weighed by itself, and a whole one than a part."""
_MORE_THAN_A_NAME = 80.0
"""By so much surer must the words be of something else than a name that nobody has: "begin with the walrus" is one."""
_BY_A_PART = (TakenBy.CLAUSE, TakenBy.DANGER, TakenBy.HALF, TakenBy.NAME, TakenBy.NEAR)
"""Steps that go by some of the words, or by what they are like; a name that nobody has may be no name at all."""
_NOT_GRAVE, _REASON = ("pain", "mild"), "pain"
"""Levels that a wish may outweigh, and the one that is a reason for coming with nothing under way."""
_FAR_BEHIND = 40.0
"""What all the words weigh for so much less than for another wish is not what a part of them means."""
_SUITING = ("setting", "area", "duration")
"""What somebody mentions who asks for something that suits them."""


@dataclass(frozen=True)
class Beliefs:
    """What the words weigh for, and what of it is believed, with what is known word for word to hold it against."""

    weighing: Weighing | None
    reading: Callable[[str], Reading | None]
    known: Known
    manners: Manners
    gist: Gist

    def of(self, words: str, known: Evidence) -> Belief | None:
        """The likeliest wish; None where nothing is weighed."""
        reading = self.reading(words)
        return self.weighing.belief(reading, known) if reading and self.weighing else None

    def wish(self, words: str, belief: Belief | None) -> Understood | None:
        """The wish that is believed."""
        return self._believed(words, belief) if belief and belief.is_enough else None

    def of_a_clause(self, words: Words) -> Understood | None:
        """What a clause weighs surely enough for, whatever is known."""
        said = " ".join(words)
        reading = self.reading(said)
        belief = self.weighing.belief(reading) if reading and self.weighing else None
        return self._believed(said, belief) if belief and belief.is_enough_by(_MORE_OF_A_CLAUSE) else None

    def outweighs(self, words: str, heard: Understood, known: Evidence) -> Understood | None:
        """What all the words weigh for, where a part of them was taken for something else."""
        belief = self.of(words, known)
        if belief and self._is_far_behind(words, heard, belief):
            return self.wish(words, belief) or Understood(STRANGER, reason=Reason(TakenBy.NOTHING, belief=belief))
        if not belief or heard.also or not heard.reason or heard.reason.step not in _BY_A_PART:
            return None
        if heard.reason.step is TakenBy.DANGER and len(self.manners.written_out(words)) <= FEW_WORDS:
            return None
        if heard.intent in akin_to(belief.best.meaning) or (_names_one(heard) and not belief.filled):
            return None
        # A new wish that needs but a part of what is said gives way to an answer to the open question.
        answers = belief.best.meaning in known.answers and heard.intent not in known.answers
        more = 0.0 if answers else _MORE_THAN_A_PART
        enough = belief.is_enough_by(_MORE_THAN_A_NAME if heard.reason.step is TakenBy.NAME else more)
        return self._believed(words, belief) if enough else None

    def in_spite_of(self, heard: Level, words: str, known: Evidence) -> Understood | None:
        """The wish of somebody in whose words only a phrase is of pain, or who says why they come, and what for."""
        reading = self.reading(words) if heard in _NOT_GRAVE else None
        if reading is None or self.weighing is None:
            return None
        if self.weighing.is_but_a_phrase(reading, heard):
            read = self.wish(words, self.weighing.belief(reading, known))
            return read if read and read.intent not in COMPLAINTS and read.intent != STRANGER else None
        return self._mentioned(words, known, asked=False) if heard == _REASON else None

    def _is_far_behind(self, words: str, heard: Understood, belief: Belief) -> bool:
        """Whether a part was taken for what all the words speak against: "something for the top of my back"."""
        reading = self.reading(words)
        if reading is None or not _is_only_near(heard) or heard.intent in akin_to(belief.best.meaning) | COMPLAINTS:
            return False
        if only_tells(heard.intent) and not only_tells(belief.best.meaning):
            return False
        if _names_one(heard) and (belief.lacks or belief.best.meaning == STRANGER):
            return False
        weights = {one.meaning: one.weight for one in reading.wishes}
        most = max(weights.values())
        return most - weights.get(heard.intent, most) >= _FAR_BEHIND

    def refused(self, words: str, belief: Belief | None) -> Understood | None:
        """What is said to be done with something that is only named: "stop the hip routine" stops."""
        match = Match(belief.best.meaning, belief.filled) if belief else None
        wished = self.known.understood(match, TakenBy.READER)
        names_it = wished is not None and self.known.refuses(words, wished)
        refusal = self.known.refusal(words) if names_it else self.known.passed_over(words)
        return refusal and replace(refusal, reason=Reason(TakenBy.REFUSED, within=refusal.reason))

    def named(self, words: str, known: Evidence) -> Understood | None:
        """A name that nobody has; where it is made of what suits somebody, that: "something quick in a chair"."""
        guessed = self.known.guessed(words)
        unknown = [self.manners.written_out(slot.said) for slot in guessed.slots.values()] if guessed else []
        suits = any(one.slot in _SUITING for said in unknown for one in mentions_in(said, self.gist.names).filled)
        return (self._mentioned(words, known, asked=True) if suits else None) or guessed

    def mentioned(self, words: str, belief: Belief | None, known: Evidence) -> Understood | None:
        """What is asked for by what is mentioned, with nothing under way; strangers mention lengths of time, too."""
        if belief is None or belief.best.meaning == STRANGER:
            return None
        return self._mentioned(words, known, asked=belief.best.meaning in CHOOSING)

    def _mentioned(self, words: str, known: Evidence, *, asked: bool) -> Understood | None:
        said = self.manners.without_fillers(self.manners.written_out(words))
        found = self.gist.of(said, known, asked=asked)
        return together([wish for match in found if (wish := self.known.meant(words, match, TakenBy.MENTIONED))])

    def _believed(self, words: str, belief: Belief) -> Understood | None:
        if belief.best.meaning in CHANGING and self._only_asks(words):
            return None
        read = self.known.meant(words, Match(belief.best.meaning, belief.filled), TakenBy.READER)
        return read and replace(read, reason=Reason(TakenBy.READER, belief=belief))

    def _only_asks(self, words: str) -> bool:
        """Whether this begins as only a question does: whatever it weighs for, it changes nothing."""
        said = " ".join(self.manners.without_fillers(self.manners.written_out(words)))
        return any(f"{said} ".startswith(f"{phrase} ") for phrase in self.manners.wondering)


def _is_only_near(heard: Understood) -> bool:
    """Whether it is the only wish, and its words, or some of them, are but like a known sentence."""
    reason = heard.reason if not heard.also else None
    while reason and reason.within:
        reason = reason.within
    return reason is not None and reason.step is TakenBy.NEAR


def _names_one(heard: Understood) -> bool:
    """Whether something is surely named in it, which would be lost without it."""
    return any(len(slot.ids) == 1 for slot in heard.slots.values())
