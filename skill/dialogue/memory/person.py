"""A person: everything that is remembered of one listener, with the question that is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from skill.dialogue.memory.following import Following
from skill.dialogue.memory.habit import Habit
from skill.dialogue.memory.held_today import HeldToday, PackedHeld
from skill.dialogue.memory.question import Question
from skill.limits import ASK_FIRST_SECONDS, PRACTICES_KEPT, STOPPED_SECONDS
from skill.pace import Measure, Pace, pace_on, with_measure
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Flow
from skill.timeline.changes import Changes

SCHEMA = 3
"""To be raised when an earlier version of the skill would lose or misread what a record now holds."""


@dataclass(frozen=True)
class Word:
    """When a conversation wrote last (epoch seconds): a turn of it that is no newer is a duplicate, or late."""

    conversation: str
    at: int


@dataclass(frozen=True)
class Person:
    """One listener: unfinished practices (the newest first), stretches met, what was said once, the open question."""

    practices: tuple[Practice, ...] = ()
    met: tuple[str, ...] = ()
    """The stretches that they know, each by its `mark_of`."""
    told: tuple[str, ...] = ()
    finished: int = 0
    asked: Question | None = None
    quiet_turns: int = 0
    flow: Flow = Flow.USUAL
    offer: str = ""
    """The routine to be offered at the next launch, if not the usual one."""
    ask_first_at: int = 0
    """When an emergency was reported (epoch seconds; 0: none). Until they say that they are well nothing is led."""
    stopped_at: int = 0
    """When they were told to speak to a doctor first (epoch seconds; 0: never). That day nothing is led before it."""
    measures: tuple[Measure, ...] = ()
    """How slowly their devices spoke, the last few times that it was measured."""
    last_request: str = ""
    writer: str = ""
    earlier: tuple[Word, ...] = ()
    """The last word of other conversations that wrote recently, the newest first."""
    tailoring: Tailoring = Tailoring()
    """How routines are made to fit them."""
    changes: Changes = Changes()
    """The changes of posture at which they asked for more time."""
    habit: Habit = Habit()
    """On which days they practised, and what."""
    held: PackedHeld = HeldToday()
    """How long they held which stretch today."""
    following: Following = Following()
    """Where they are in a programme, if they follow one."""
    zone: str = ""
    """The time zone of their devices, once Alexa has told it."""
    begun: int = 0
    """When their record was begun (epoch seconds): after a deletion there is a new one."""
    forget_at: int = 0
    schema: int = SCHEMA

    @property
    def practice(self) -> Practice | None:
        """The practice that is under way or was last, unless it was set aside; None without one."""
        return self.practices[0] if self.practices and not self.practices[0].aside else None

    def on(self, day: int) -> "Person":
        """The person on this day (a proleptic ordinal): what was for an earlier day only has expired."""
        return replace(self, tailoring=self.tailoring.on(day), held=self.held.on(day))

    def asked_first_until(self, epoch: int) -> "Person":
        """The person at this time: an emergency, or a stop, that is long enough ago has expired."""
        over = self.ask_first_at and epoch - self.ask_first_at >= ASK_FIRST_SECONDS
        past = self.stopped_at and epoch - self.stopped_at >= STOPPED_SECONDS
        now = replace(self, ask_first_at=0) if over else self
        return replace(now, stopped_at=0) if past else now

    def pace_on(self, device: str) -> Pace:
        """How fast the voice of this device speaks."""
        return pace_on(mark_of(device), self.measures)

    def with_measure(self, rate: float, device: str) -> "Person":
        """The person with one more measure of this device's voice."""
        return replace(self, measures=with_measure(self.measures, Measure(rate, mark_of(device))))

    def without_measures(self, device: str) -> "Person":
        """The person without any measure of this device's voice."""
        others = tuple(measure for measure in self.measures if measure.speaker != mark_of(device))
        return self if others == self.measures else replace(self, measures=others)

    @property
    def newcomer(self) -> bool:
        """Whether no routine was finished yet."""
        return not self.finished

    def with_practices(self, practices: Iterable[Practice]) -> "Person":
        """The person with these practices, the newest first: as many of them as are kept."""
        return replace(self, practices=tuple(practices)[:PRACTICES_KEPT])

    def with_practice(self, practice: Practice) -> "Person":
        """The person with this practice first; of the others the newest stay."""
        others = (other for other in self.practices if other.routine != practice.routine)
        return self.with_practices((practice, *others))

    def without_practice(self) -> "Person":
        """The person with the practice under way set down."""
        return self if self.practice is None else replace(self, practices=self.practices[1:])

    def with_practice_aside(self) -> "Person":
        """The person whose practice under way waits for another day."""
        if self.practice is None:
            return self
        return replace(self, practices=(*self.practices[1:], replace(self.practice, aside=True, sent=None)))

    def having_met(self, marks: Iterable[str]) -> "Person":
        """The person, who now knows these stretches too, given by their marks."""
        return replace(self, met=tuple(dict.fromkeys((*self.met, *marks))))

    def having_heard(self, *once: str) -> "Person":
        """The person, with these as said once, so that they need not be said again."""
        return replace(self, told=tuple(dict.fromkeys((*self.told, *once))))
