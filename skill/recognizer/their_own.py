"""Understands wishes about somebody's own routine: what goes into it, what comes out, its name, and starting it."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.ports.evidence import Evidence
from skill.recognizer.known import Known
from skill.recognizer.listed import alike, each_alone, owned
from skill.recognizer.meaning import HeardSlot, Understood, together
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.naming import naming_in
from skill.recognizer.templates.manners import Manners, Words
from skill.replaced import replace

_NO, _CHOOSING, _PLACE = "AMAZON.NoIntent", "ChooseIntent", "choice"
_NAMING, _STARTING = "NameMineIntent", "StartRoutineIntent"
_MAKING = ("AddToMineIntent", "SaveAsMineIntent")
"""The wishes that make the routine to which the same sentence gives a name."""
_OF_ROUTINES = ("routine", "programme", "duration", "days")
"""Slots of which a mention shows that the sentence is about no stretch."""
_ASKED_FOR_ITS_STRETCHES = "own"
"""The kind of the question "what should be in it?"."""


@dataclass(frozen=True)
class TheirOwn:
    """Understands wishes about one's own routine, in one language."""

    manners: Manners
    names: AllNames
    known: Known
    weighed: Callable[[Words], Understood | None]
    """The reader's wish for these words; None where it is not sure enough."""

    def by_its_name(self, words: str, known: Evidence) -> str:
        """The words, with "my own routine" (in the language) in the place of the name that the person gave it."""
        called = self.manners.written_out(known.own_name) if known.own_name else ()
        said = self.manners.written_out(words)
        places = [at for at in range(len(said) - len(called) + 1) if said[at : at + len(called)] == called]
        if not called or not places:
            return words
        start, stop = places[-1], places[-1] + len(called)
        return " ".join((*said[:start], *self.manners.owning[0].split(), *said[stop:]))

    def asked_for(self, words: str, known: Evidence) -> Understood | None:
        """The wish to start a routine by a name that may be theirs: "ask gentle back for Betty's bits"."""
        said = self.manners.written_out(words)
        asks = bool(said) and said[0] in self.manners.questions
        if not known.by_name or asks or not self.names["routine"].may_be_a_name(said):
            return None
        return Understood(_STARTING, {"routine": HeardSlot(words.lower(), ())}, Reason(TakenBy.NAME))

    def listed(self, words: str) -> Understood | None:
        """The wishes of one sentence about several things whose names are joined: one wish for each."""
        each = each_alone(self.manners.written_out(words), self.names, self.manners.joining)
        return together(alike(self.known.surely(" ".join(one)) for one in each))

    def answered(self, words: str, known: Evidence) -> Understood | None:
        """An answer to the question what should be in it: that this is all, or which of those that were named."""
        if known.question != _ASKED_FOR_ITS_STRETCHES:
            return None
        said = self.manners.written_out(words)
        plain = {said, self.manners.without_fillers(said), self.manners.without_manners(said)}
        if any(" ".join(one) in self.manners.no_more for one in plain):
            return Understood(_NO, reason=Reason(TakenBy.KNOWN))
        places = [filled for filled in mentions_in(said, self.names).filled if filled.slot == _PLACE]
        ids = tuple(dict.fromkeys(slug for filled in places for slug in filled.slugs))
        chosen = {_PLACE: HeardSlot(" ".join(places[0].said), ids)} if len(ids) > 1 else {}
        return Understood(_CHOOSING, chosen, Reason(TakenBy.MENTIONED)) if chosen else None

    def wanted_if_asked(self, words: str, known: Evidence) -> Understood | None:
        """The stretches to put in, if that was the open question and the words are about nothing else."""
        if known.question != _ASKED_FOR_ITS_STRETCHES or self.known.wish(words):
            return None
        mentioned = {filled.slot for filled in mentions_in(self.manners.written_out(words), self.names).filled}
        return None if mentioned & {*_OF_ROUTINES} else self.wanted_in_it(words, asked=True)

    def wanted_in_it(self, words: str, *, asked: bool = False) -> Understood | None:
        """The stretches to put in or take out, one wish for each; `asked` after the question what should be in it."""
        found = owned(self.manners.written_out(words), self.names["stretch"], self.manners, asked=asked)
        wishes = (self.known.understood(match, TakenBy.MENTIONED) for match in found)
        return together([wish for wish in wishes if wish])

    def named_so(self, words: str) -> Understood | None:
        """The wish to name the routine, whatever the name; with the wish that was said before it, if that makes one."""
        given = naming_in(words, self.manners)
        if given is None or self.known.surely(words):
            return None
        named = {"name": HeardSlot(given.name, ())} if given.name else {}
        before = self.known.wish(given.before) or self.weighed(self.manners.written_out(given.before))
        also = replace(before, also=None) if before and before.intent in _MAKING else None
        return Understood(_NAMING, named, Reason(TakenBy.KNOWN), also)
