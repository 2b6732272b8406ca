"""Knows what words that say little by themselves are to the question that is open: "righto", "some other time"."""

from collections.abc import Container
from dataclasses import dataclass

from skill.ports.evidence import Evidence
from skill.recognizer.templates.manners import Manners, Words

_YES, _NO, _STRANGER = "AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.FallbackIntent"
_STOP, _ALL_WELL, _UNSURE = "AMAZON.StopIntent", "AllWellIntent", "UnsureIntent"
_BEGIN, _LEFT_TO_US = "BeginIntent", "SurpriseIntent"
_SAYING_LITTLE = frozenset(
    {
        "AMAZON.FallbackIntent",
        "ChooseIntent",
        "CorrectNumberIntent",
        "JumpToNumberIntent",
        "RemindMeAtIntent",
        "GladIntent",
    }
)
"""What a bare number, or "please", is taken for."""
_AGREEING = (_YES, _ALL_WELL, _BEGIN, "ReadyIntent", "AMAZON.ResumeIntent")
"""What words that accept may be anywhere else."""
_OFFERING = ("begin", "which", "wish")
"""Questions that offer something, or ask what is wished."""
_GOING_AHEAD = ("begin", "go-on", "paused")
"""Asked one of these, somebody who leaves it to us says yes."""
_WILL_DO = ("begin", "remind")
"""Asked one of these, by "that will do" nobody wants to stop."""
_NAMING = ("which", "wish", "how-long", "remind-at", "get-up")
"""Questions that ask for more than yes or no, and one at which a no may be half of "I can't"."""
_MOST_WITH_A_NO = 6
"""Words: in more of them somebody may well say no to somebody else."""


@dataclass(frozen=True)
class Loose:
    """The intent that words were taken for, and whether they were only weighed for it."""

    intent: str
    weighed: bool

    @property
    def says_little(self) -> bool:
        """Whether it is no more than a word or a number, or is only weighed."""
        return self.weighed or self.intent in _SAYING_LITTLE


@dataclass(frozen=True)
class Answering:
    """Reads loose words as answers, by the lists of a language's manners."""

    manners: Manners

    def accepted(self, loose: Loose, words: str, known: Evidence) -> str:
        """The intent of words that accept or leave it to us; the fallback where they do not suffice; else empty."""
        return self._taken(loose, words, known) or self._left_to_us(loose, words, known)

    def declined(self, loose: Loose, words: str, known: Evidence) -> bool:
        """Whether somebody says no in words that say little anywhere else, or in more that nobody understands."""
        offering = known.offers or (known.question in _OFFERING and known.phase != "guiding")
        small = offering and (loose.intent in (_ALL_WELL, _UNSURE) or loose.says_little)
        if small and self._is_one_of(self.manners.passing, words):
            return True
        asked = _NO in known.answers and known.question not in _NAMING
        return asked and loose.intent == _STRANGER and self._says_no(self.manners.written_out(words))

    def unhedged(self, words: str) -> Words:
        """The words without those by which a number is said loosely: "ten or so", "say fifteen"."""
        said = self.manners.without_fillers(self.manners.written_out(words))
        text = f" {' '.join(self.manners.without_ending(said))} "
        for phrase in self.manners.hedging:
            text = text.replace(f" {phrase} ", " ")
        return tuple(text.split())

    def _taken(self, loose: Loose, words: str, known: Evidence) -> str:
        """A yes where something is offered; none where it has to be said in plain words."""
        if known.plainly:
            return "" if loose.intent not in _AGREEING or self._says_yes(loose, words) else _STRANGER
        little = loose.says_little or loose.intent in _AGREEING
        little = little or (loose.intent == _STOP and known.question in _WILL_DO)
        return _YES if known.offers and little and self._is_one_of(self.manners.taking, words) else ""

    def _says_yes(self, loose: Loose, words: str) -> bool:
        """Whether words of agreement are more than accepting, and a yes has a plain word of one in it."""
        said = " ".join(self.manners.without_fillers(self.manners.written_out(words)))
        plain = loose.intent != _YES or any(f" {phrase} " in f" {said} " for phrase in self.manners.plainly)
        return plain and said not in self.manners.taking

    def _left_to_us(self, loose: Loose, words: str, known: Evidence) -> str:
        """What "you decide" is to a question: a yes to what goes on as planned, else what its row says."""
        little = loose.says_little or loose.intent in (_LEFT_TO_US, _UNSURE, _BEGIN)
        if not known.question or not little or not self._is_one_of(self.manners.leaving_to_us, words):
            return ""
        return _YES if known.question in _GOING_AHEAD else _LEFT_TO_US

    def _says_no(self, said: Words) -> bool:
        """Whether these words begin or end with no, and ask for nothing: "no, I had to quit", "oh, I forgot, no"."""
        small = {phrase for phrase in self.manners.declining if " " not in phrase}
        asks = not {*self.manners.asking, *self.manners.questions}.isdisjoint(said)
        says = (*said[:1], *self.manners.without_manners(said)[:1], *said[-1:])
        return len(said) <= _MOST_WITH_A_NO and not asks and not small.isdisjoint(says)

    def _is_one_of(self, phrases: Container[str], words: str) -> bool:
        """Whether one of these is all that is said, but for manners around it."""
        said = self.manners.written_out(words)
        bare = self.manners.without_fillers(said)
        shorter = (said, bare, self.manners.without_ending(bare), self.manners.without_manners(bare))
        return any(" ".join(one) in phrases for one in shorter)
