"""Decides what an unknown sentence means: by the weights of all its words, of a clause, or by what it mentions."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.content.language.warnings import Level
from skill.ports.evidence import Evidence
from skill.ports.intents import COMPLAINTS
from skill.recognizer.clauses import WAITING
from skill.recognizer.gist import Gist
from skill.recognizer.known import Known
from skill.recognizer.meaning import Understood, together
from skill.recognizer.reader.belief import Belief
from skill.recognizer.reader.costs import AGREEING, CHOOSING, EASING_OFF, STRANGER, akin_to, moves_on, only_tells
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.reader import Reading
from skill.recognizer.reader.weighing import FEW_WORDS, HARDLY_WRONG, Weighing
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.sentences import Match
from skill.recognizer.templates.manners import Manners, Words
from skill.replaced import replace

_MORE_OF_A_CLAUSE, _MORE_THAN_A_PART = 30.0, 25.0
"""How much surer than the costs say the reader must be: of a clause by itself, and to overrule what a part means.

These and the other figures are in the unit of `Weights.scores`.
"""
_MORE_THAN_A_PHRASE = 10.0
"""How much surer it must be of a wish beside a phrase of something sore."""
_MORE_THAN_A_NAME = 80.0
"""How much surer it must be to overrule a name that nobody has: "begin with the walrus"."""
_BY_A_PART = (TakenBy.CLAUSE, TakenBy.DANGER, TakenBy.HALF, TakenBy.NAME, TakenBy.NEAR)
"""Steps that go by some of the words, or by likeness; and by a name that nobody has, which may be no name at all."""
_NOT_GRAVE, _REASON = ("pain", "mild"), "pain"
"""Levels that a wish may outweigh, and the one that may be a reason for coming, with nothing under way."""
_FAR_BEHIND = 40.0
"""If all the words weigh so much less for a wish than for the likeliest one, a part of them does not mean it."""
_FAR_BEHIND_A_SENTENCE, _FAR_BEHIND_TWO = 60.0, 100.0
"""The same where a part is a known sentence word for word, or two parts are."""
_NOTHING_CLEAR = -45.0
"""If the likeliest wish weighs less than this, it contradicts nothing."""
_AMOUNTS = frozenset({"duration", "number"})
"""Slots of which the last of two counts as a correction: "fifteen seconds more, no, twenty"."""
_FREE = "name"
"""The slot for the name of their own routine: any words may stand in it, as in "let's call it a day"."""
_STOPS = (*WAITING, "AMAZON.CancelIntent")
"""Wishes that all the words never overrule where a part is a known sentence of theirs."""
_SUITING = ("setting", "area", "duration")
"""Slots that people mention when they ask for something that suits them."""


@dataclass(frozen=True)
class Beliefs:
    """Decides whether the reader's result is believed, also against what other steps made of the same words."""

    weighing: Weighing | None
    reading: Callable[[str], Reading | None]
    known: Known
    manners: Manners
    gist: Gist

    def of(self, words: str, known: Evidence) -> Belief | None:
        """The likeliest wish of these words, with how sure it is; None where they cannot be weighed."""
        reading = self.reading(words)
        return self.weighing.belief(reading, known) if reading and self.weighing else None

    def wish(self, words: str, belief: Belief | None) -> Understood | None:
        """The wish of this belief; None where it is not sure enough."""
        return self._believed(words, belief) if belief and belief.is_enough else None

    def of_a_clause(self, words: Words) -> Understood | None:
        """The wish of a clause by its words alone, without evidence; None where it is not sure enough."""
        said = " ".join(words)
        reading = self.reading(said)
        belief = self.weighing.belief(reading) if reading and self.weighing else None
        return self._believed(said, belief) if belief and belief.is_enough_by(_MORE_OF_A_CLAUSE) else None

    def outweighs(self, words: str, heard: Understood, known: Evidence) -> Understood | None:
        """The wish of all the words, where it overrules `heard`, which a part of them was taken for; else None."""
        belief = self.of(words, known)
        if belief and self._is_far_behind(words, heard, belief):
            return self.wish(words, belief) or Understood(STRANGER, reason=Reason(TakenBy.NOTHING, belief=belief))
        stays = heard.intent in known.answers or heard.intent in _STOPS
        part = belief is not None and not stays and self._is_but_a_part(words, heard, belief)
        if belief and part and (instead := self._instead(words, heard, belief)):
            return instead
        if not belief or heard.also or not heard.reason or heard.reason.step not in _BY_A_PART:
            return None
        pointed = belief.best.meaning == STRANGER and self._points_at_one(words)
        if pointed or (heard.reason.step is TakenBy.DANGER and len(self.manners.written_out(words)) <= FEW_WORDS):
            return None
        if heard.intent in akin_to(belief.best.meaning) or (_names_one(heard) and not belief.filled):
            return None
        # A wish by a part of the words gives way to an answer to the open question.
        answers = belief.best.meaning in known.answers and heard.intent not in known.answers
        more = 0.0 if answers else _MORE_THAN_A_PART
        enough = belief.is_enough_by(_MORE_THAN_A_NAME if heard.reason.step is TakenBy.NAME else more)
        return self._believed(words, belief) if enough else None

    def in_spite_of(self, heard: Level, words: str, known: Evidence) -> Understood | None:
        """The wish beside a phrase of pain or dizziness, where that is said in passing, or as the reason for coming."""
        reading = self.reading(words) if heard in HARDLY_WRONG else None
        if reading is None or self.weighing is None:
            return None
        if self.weighing.is_hardly(reading, heard) and (eased := self._eased(words, reading, known)):
            return eased
        if heard not in _NOT_GRAVE:
            return None
        if self.weighing.is_but_a_phrase(reading, heard):
            read = self.wish(words, self.weighing.belief(reading, known))
            return read if read and read.intent not in COMPLAINTS and read.intent != STRANGER else None
        return self._mentioned(words, known, asked=False) if heard == _REASON else None

    def _points_at_one(self, words: str) -> bool:
        """Whether half of a name is all that is said: "the cat one"; a stranger might say that, too."""
        said = self.manners.without_fillers(self.manners.written_out(words))
        return 1 < len(said) <= FEW_WORDS and said[-1] in self.manners.pointing

    def _is_far_behind(self, words: str, heard: Understood, belief: Belief) -> bool:
        """Whether all the words contradict what a part was near to: "something for the top of my back"."""
        reading = self.reading(words)
        if reading is None or not _is_only_near(heard) or heard.intent in akin_to(belief.best.meaning) | COMPLAINTS:
            return False
        if only_tells(heard.intent) and not only_tells(belief.best.meaning):
            return False
        if _names_one(heard) and (belief.lacks or belief.best.meaning == STRANGER):
            return False
        return self._behind(words, heard.intent) >= _FAR_BEHIND

    def _eased(self, words: str, reading: Reading, known: Evidence) -> Understood | None:
        """The likeliest wish, if it is sure and waits, eases, leaves off or chooses."""
        belief = self.weighing.belief(reading, known) if self.weighing else None
        sure = belief is not None and belief.best.meaning in EASING_OFF and belief.is_enough_by(_MORE_THAN_A_PHRASE)
        return self._believed(words, belief) if sure and belief else None

    def _behind(self, words: str, intent: str) -> float:
        """How much less the words weigh for this wish than for the likeliest; 0 where nothing is weighed."""
        reading = self.reading(words)
        weights = {one.meaning: one.weight for one in reading.wishes} if reading else {}
        return max(weights.values()) - weights[intent] if intent in weights else 0.0

    def _is_but_a_part(self, words: str, heard: Understood, belief: Belief) -> bool:
        """Whether `heard` goes by a part only, and all the words contradict it: "today only on the left".

        Such a part is a known sentence among more words, half of a name, or any words taken for a name.
        """
        step, inner = heard.reason and heard.reason.step, _innermost(heard)
        free = step is TakenBy.KNOWN and _FREE in heard.slots
        unknown = step is TakenBy.NAME and not self._is_of_a_kind(words)
        several = step is TakenBy.SEVERAL and _AMOUNTS.isdisjoint(heard.slots) and not self._takes_back(words)
        chooses = step is TakenBy.KNOWN and belief.best.meaning in CHOOSING
        part = free or unknown or chooses or inner is TakenBy.HALF or (several and inner is TakenBy.KNOWN)
        least = _FAR_BEHIND_TWO if heard.also else _FAR_BEHIND if free or unknown or chooses else _FAR_BEHIND_A_SENTENCE
        return part and self._behind(words, heard.intent) >= least

    def _takes_back(self, words: str) -> bool:
        """Whether somebody corrects themselves, so that the last part counts: "next, scratch that, go back"."""
        said = f" {' '.join(self.manners.written_out(words))} "
        return any(f" {phrase} " in said for phrase in self.manners.taking_back)

    def _is_of_a_kind(self, words: str) -> bool:
        """Whether the words say "stretch", "routine" or the like: "begin with the walrus stretch"."""
        return not set(self.manners.kinds_of_thing).isdisjoint(self.manners.written_out(words))

    def _instead(self, words: str, heard: Understood, belief: Belief) -> Understood | None:
        """The wish of all the words, if it is believed and differs from `heard`; else None."""
        same = akin_to(belief.best.meaning)
        is_other = heard.intent not in same and not (heard.also and heard.also.intent == belief.best.meaning)
        return self.wish(words, belief) if is_other and belief.best.meaning != STRANGER else None

    def refused(self, words: str, belief: Belief | None) -> Understood | None:
        """The wish to stop or skip what is only named: "stop the hip routine" stops."""
        match = Match(belief.best.meaning, belief.filled) if belief else None
        wished = self.known.understood(match, TakenBy.READER)
        names_it = wished is not None and self.known.refuses(words, wished)
        refusal = self.known.refusal(words) if names_it else self.known.passed_over(words)
        return refusal and replace(refusal, reason=Reason(TakenBy.REFUSED, within=refusal.reason))

    def named(self, words: str, known: Evidence) -> Understood | None:
        """A wish with a name that nobody has; if the name tells what suits, the wish for that: "quick in a chair"."""
        guessed = self.known.guessed(words)
        unknown = [self.manners.written_out(slot.said) for slot in guessed.slots.values()] if guessed else []
        suits = any(one.slot in _SUITING for said in unknown for one in mentions_in(said, self.gist.names).filled)
        if not suits:
            return guessed
        belief = self.of(words, known)
        chosen = self.wish(words, belief) if belief and belief.best.meaning in CHOOSING else None
        return chosen or self._mentioned(words, known, asked=True) or guessed

    def mentioned(self, words: str, belief: Belief | None, known: Evidence) -> Understood | None:
        """The wish by what is mentioned, when idle; None for strangers' sentences, which mention times, too."""
        if belief is None or belief.best.meaning == STRANGER:
            return None
        found = self._mentioned(words, known, asked=belief.best.meaning in CHOOSING)
        return found if found and self._fits(words, found, belief) else None

    def besides(self, words: str, wish: Understood | None, known: Evidence) -> Understood | None:
        """For a `wish` that chooses: the same by what is mentioned, together with what the person cannot do."""
        chosen = wish is not None and wish.intent in CHOOSING
        found = self._mentioned(words, known, asked=True) if chosen else None
        return found if found and found.also else None

    def _fits(self, words: str, found: Understood, belief: Belief) -> bool:
        """Whether the words do not contradict the wish by what is mentioned."""
        unclear = belief.best.meaning in CHOOSING or belief.best.weight < _NOTHING_CLEAR
        return unclear or self._behind(words, found.intent) < _FAR_BEHIND

    def _mentioned(self, words: str, known: Evidence, *, asked: bool) -> Understood | None:
        said = self.manners.without_fillers(self.manners.written_out(words))
        found = self.gist.of(said, known, asked=asked)
        return together([wish for match in found if (wish := self.known.meant(words, match, TakenBy.MENTIONED))])

    def _believed(self, words: str, belief: Belief) -> Understood | None:
        if moves_on(belief.best.meaning) and self.known.only_asks(words):
            return None
        if belief.best.meaning in AGREEING and self._ends_in_a_no(words):
            return None
        read = self.known.meant(words, Match(belief.best.meaning, belief.filled), TakenBy.READER)
        return read and replace(read, reason=Reason(TakenBy.READER, belief=belief))

    def _ends_in_a_no(self, words: str) -> bool:
        """Whether the last word denies what came before: "oh yes, well, actually no"."""
        return not set(self.manners.negations).isdisjoint(self.manners.written_out(words)[-1:])


def _is_only_near(heard: Understood) -> bool:
    """Whether it is a single wish, of words that are only near to a known sentence."""
    return not heard.also and _innermost(heard) is TakenBy.NEAR


def _innermost(heard: Understood) -> TakenBy | None:
    """The step that understood the innermost part of the words."""
    reason = heard.reason
    while reason and reason.within:
        reason = reason.within
    return reason.step if reason else None


def _names_one(heard: Understood) -> bool:
    """Whether a slot holds exactly one thing, which another wish would lose."""
    return any(len(slot.ids) == 1 for slot in heard.slots.values())
