"""How a routine is told to this person now: the words, the pace, and what they know already."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from skill.content.model import Kind, Posture, Routine, Stretch, StretchWords, Transition
from skill.limits import FIRST_SILENCE_SECONDS, LATER_SILENCE_SECONDS
from skill.pace import Pace, spoken_seconds
from skill.replaced import replace
from skill.timeline.changes import Changes
from skill.timeline.manner import Amount, Manner
from skill.timeline.moment import Moment, Place, Role, Side
from skill.timeline.work import Work
from skill.wording import Wording
from skill.wording.wording import sentence

_CUES_KEPT = 8192
"""What is said of every stretch, to a few voices: a turn lays its routine out several times."""


@lru_cache(maxsize=_CUES_KEPT)
def _said(words: str, rate: float) -> tuple[float, str]:
    """Words as a sentence, and the seconds that it takes a voice of this rate."""
    said = sentence(words)
    return spoken_seconds(said, rate), said


@dataclass(frozen=True)
class Telling:
    """The words and the pace; stretches in `met` are told briefly; a newcomer gets short silences and slow ways."""

    wording: Wording
    pace: Pace = field(default_factory=Pace)
    met: frozenset[str] = frozenset()
    newcomer: bool = False
    changes: Changes = Changes()
    """At which changes of posture this person takes longer."""
    manner: Manner = Manner()
    explained: str = ""
    """The stretch that is told in full now, however few words are wanted."""
    limits: tuple[str, ...] = ()
    """Within which limits somebody gets from posture to posture."""
    work: Work = field(default_factory=Work, compare=False)
    """What everything told in this turn counts on."""
    holds_before: int = 0
    """How many holds of the routine lie before the one that is told, so that words differ from one to the next."""
    only_lengths: bool = False
    """Whether only how long it takes is asked for: what is said inside a hold or a silence makes neither longer."""

    def __hash__(self) -> int:
        """By what mostly tells one from another: it is asked for at every look into what is kept of tellings."""
        return hash((self.met, self.newcomer, self.pace.rate, self.manner.breath_seconds, self.holds_before))

    @property
    def longest_silence(self) -> float:
        """Seconds that may pass without a word when no length was said."""
        return FIRST_SILENCE_SECONDS if self.newcomer else LATER_SILENCE_SECONDS

    @property
    def for_lengths(self) -> "Telling":
        """The same for whoever asks for lengths only, in words that no turn varies: so most people share it."""
        return replace(self, wording=replace(self.wording, seed=""), only_lengths=True)

    def way(self, start: Posture, end: Posture) -> Transition | None:
        """How this person gets from one posture to another; None when nobody has to move."""
        return self.wording.library.way(start, end, self.limits)

    def on_ways_of(self, routine: Routine) -> "Telling":
        """The same for somebody who gets about as everybody does in this routine."""
        return replace(self, limits=(*self.limits, *routine.ways_without)) if routine.ways_without else self

    def in_full(self, stretch: Stretch) -> bool:
        """Whether this stretch is to be explained: one that was asked about, else as many words as are wanted."""
        if stretch.slug == self.explained or self.manner.amount is Amount.MORE:
            return True
        return stretch.slug not in self.met and not self.manner.sparing

    def settling_seconds(self, stretch: Stretch, seconds: float) -> float:
        """Seconds to get into this stretch or out of it, in this person's time."""
        return self.manner.settling_seconds(seconds, may_hurry=stretch.kind is not Kind.STRONG)

    def length(self, stretch: Stretch, seconds: int) -> str:
        """How long a hold is, in seconds or, for somebody who likes that, in breaths."""
        breaths = self.manner.breaths_of(stretch, seconds)
        return self.wording.count("breath", breaths) if breaths else self.wording.seconds(seconds)

    def words_of(self, stretch: Stretch) -> StretchWords:
        """What is said of a stretch in the person's language."""
        return stretch.words[self.wording.language]

    def cue(self, role: Role, words: str, place: Place | None = None) -> Moment:
        """Words as a moment, as long as they are estimated to take, with the side filled in."""
        if place is not None and "{" in words:
            words = self.with_side(words, place.side)
        seconds, said = _said(words, self.pace.rate)
        return Moment(role, seconds, said, place)

    def with_side(self, words: str, side: Side | None) -> str:
        """The words with `{side}`, `{Side}` and `{other}` filled; unsided words come back as they are."""
        if side is None or "{" not in words:
            return words
        here, there = self.side(side), self.side(side.other)
        return words.format(side=here, Side=sentence(here), other=there)

    def side(self, side: Side) -> str:
        """The name of a side."""
        return self.wording.say(f"side.{side}")

    def posture(self, posture: Posture) -> str:
        """How the body is, in words."""
        return self.wording.say(f"posture.{posture.replace(' ', '-')}")

    def is_named_by(self, posture: Posture, name: str) -> bool:
        """Whether a name says already how the body is: "standing forward fold" needs no "standing" behind it."""
        return self.posture(posture) in name

    def calm(self, role: Role, seconds: float, place: Place | None = None, turn: int = 0) -> Iterator[Moment]:
        """A silence for moving; a longer one is broken once: soothed, others each `turn`, or told how long it still is.

        Never twice in a row: anybody who hears two soothing words running hears that nobody is there.
        """
        if seconds <= self.longest_silence or self.only_lengths:
            yield Moment(role, round(seconds, 1), place=place)
            return
        cue, after = self._breaking(role, seconds, turn)
        yield Moment(role, round(seconds - cue.seconds - after, 1), place=place)
        yield cue._replace(place=place)
        yield Moment(role, after, place=place)

    def _breaking(self, role: Role, seconds: float, turn: int) -> tuple[Moment, float]:
        """What breaks a long silence, and the seconds of quiet after it: as many as were said, where they are many."""
        soothing = self.cue(role, self.wording.due("moving.soothing", self.holds_before + turn))
        quiet = seconds - soothing.seconds
        if quiet <= 2 * self.longest_silence:
            return soothing, round(quiet / 2, 1)
        after = int(seconds - self.longest_silence)
        told = self.cue(
            role, self.wording.due("moving.quiet", self.holds_before + turn, number=self.wording.number(after))
        )
        return told, float(after)
