"""How a routine is told to one person now: in which words, at which pace, and what they already know."""

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
"""The cues of every stretch, for a few voices: a turn lays its routine out several times."""


@lru_cache(maxsize=_CUES_KEPT)
def _said(words: str, rate: float) -> tuple[float, str]:
    """The words as a sentence, and how many seconds it takes a voice of this rate."""
    said = sentence(words)
    return spoken_seconds(said, rate), said


@dataclass(frozen=True)
class Telling:
    """The words and the pace. Stretches in `met` are told briefly; a newcomer gets short silences and slow ways."""

    wording: Wording
    pace: Pace = field(default_factory=Pace)
    met: frozenset[str] = frozenset()
    newcomer: bool = False
    changes: Changes = Changes()
    """The changes of posture for which this person takes longer."""
    manner: Manner = Manner()
    explained: str = ""
    """The slug of a stretch that is told in full now, however few words are wanted."""
    limits: tuple[str, ...] = ()
    """The limits within which this person gets from posture to posture."""
    work: Work = field(default_factory=Work, compare=False)
    """Counts everything that is laid out in this turn."""
    holds_before: int = 0
    """How many holds of the routine come before this one, so that words vary from hold to hold."""
    only_lengths: bool = False
    """Whether only lengths matter: then words inside a hold or a silence are left out, for they make neither longer."""

    def __hash__(self) -> int:
        """By what mostly tells one from another: it is asked for at every look into what is kept of tellings."""
        return hash((self.met, self.newcomer, self.pace.rate, self.manner.breath_seconds, self.holds_before))

    @property
    def longest_silence(self) -> float:
        """The most seconds without a word, where no length was announced."""
        return FIRST_SILENCE_SECONDS if self.newcomer else LATER_SILENCE_SECONDS

    @property
    def for_lengths(self) -> "Telling":
        """The same for lengths only, in words that do not vary with the turn, so that caches serve most people."""
        return replace(self, wording=replace(self.wording, seed=""), only_lengths=True)

    def way(self, start: Posture, end: Posture) -> Transition | None:
        """How this person gets from one posture to another; None where no move is needed."""
        return self.wording.library.way(start, end, self.limits)

    def on_ways_of(self, routine: Routine) -> "Telling":
        """The same within the limits that this routine's own ways keep to."""
        return replace(self, limits=(*self.limits, *routine.ways_without)) if routine.ways_without else self

    def in_full(self, stretch: Stretch) -> bool:
        """Whether this stretch is explained in full: on request, or as often as the person's manner wants it."""
        if stretch.slug == self.explained or self.manner.amount is Amount.MORE:
            return True
        return stretch.slug not in self.met and not self.manner.sparing

    def settling_seconds(self, stretch: Stretch, seconds: float) -> float:
        """Seconds to get into this stretch or out of it, at this person's pace."""
        return self.manner.settling_seconds(seconds, may_hurry=stretch.kind is not Kind.STRONG)

    def length(self, stretch: Stretch, seconds: int) -> str:
        """The length of a hold in words: seconds or, for people who prefer that, breaths."""
        breaths = self.manner.breaths_of(stretch, seconds)
        return self.wording.count("breath", breaths) if breaths else self.wording.seconds(seconds)

    def words_of(self, stretch: Stretch) -> StretchWords:
        """What is said of a stretch in the person's language."""
        return stretch.words[self.wording.language]

    def cue(self, role: Role, words: str, place: Place | None = None) -> Moment:
        """Words as a moment of their estimated length, with the side of the place filled in."""
        if place is not None and "{" in words:
            words = self.with_side(words, place.side)
        seconds, said = _said(words, self.pace.rate)
        return Moment(role, seconds, said, place)

    def with_side(self, words: str, side: Side | None) -> str:
        """The words with `{side}`, `{Side}` and `{other}` filled in; unchanged without a side."""
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
        """Whether a name already says the posture: "standing forward fold" needs no "standing" after it."""
        return self.posture(posture) in name

    def calm(self, role: Role, seconds: float, place: Place | None = None, turn: int = 0) -> Iterator[Moment]:
        """A silence for moving; one above `longest_silence` is broken once.

        By soothing words, which vary with `turn`; or, where it is much longer, by how many seconds of quiet remain.
        """
        if seconds <= self.longest_silence or self.only_lengths:
            yield Moment(role, round(seconds, 1), place=place)
            return
        cue, after = self._breaking(role, seconds, turn)
        yield Moment(role, round(seconds - cue.seconds - after, 1), place=place)
        yield cue._replace(place=place)
        yield Moment(role, after, place=place)

    def _breaking(self, role: Role, seconds: float, turn: int) -> tuple[Moment, float]:
        """The cue that breaks a long silence, and the seconds of quiet after it: those that it announces, if any."""
        soothing = self.cue(role, self.wording.due("moving.soothing", self.holds_before + turn))
        quiet = seconds - soothing.seconds
        if quiet <= 2 * self.longest_silence:
            return soothing, round(quiet / 2, 1)
        after = int(seconds - self.longest_silence)
        told = self.cue(
            role, self.wording.due("moving.quiet", self.holds_before + turn, number=self.wording.number(after))
        )
        return told, float(after)
