"""A scene: all that an answer can see of this turn, with the place already brought up to date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum, auto
from zoneinfo import ZoneInfo

from skill.content.library import Library
from skill.content.model import Posture, Routine, Stretch
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import routine_of
from skill.pace import Pace
from skill.ports.reminders import Reminders, Result
from skill.ports.reply import Reply
from skill.ports.time_zones import Device, usual_zone
from skill.ports.turn import Turn
from skill.practice import Phase, Practice, Whereabouts
from skill.tailoring.marking import mark_of
from skill.timeline import Moment, Place, Telling
from skill.timeline.units import Unit, units_of
from skill.wording import Wording

FINISHED = "finished"
"""What "Ready?" is about after a finished stretch: "next" then means the stretch that waits, not the one after it."""


class Forget(Enum):
    """What is to be deleted after a turn."""

    NOTHING = auto()
    ME = auto()
    HOUSEHOLD = auto()


@dataclass(frozen=True)
class Outcome:
    """What an answer decides: who the person is from now on, what they hear, and what is to be forgotten."""

    person: Person
    reply: Reply
    forget: Forget = Forget.NOTHING
    errand: "Errand | None" = None
    """What has to be done first; then its outcome counts, and not this one."""


@dataclass(frozen=True)
class Errand:
    """What is asked of the reminders before anything is heard, and the outcome that their result makes."""

    ask: Callable[[Reminders, Device | None], Result]
    then: Callable[[Result], Outcome]


@dataclass(frozen=True)
class Scene:
    """The library, the turn, the person, and where in their practice they were when the turn came."""

    library: Library
    turn: Turn
    person: Person
    where: Whereabouts | None = None
    notices: tuple[str, ...] = ()
    """Phrases to be said before anything else."""
    out: tuple[Moment, ...] = ()
    """What lets them out of a place that is gone since they came to it, before anything else is said."""
    remembers: bool = True
    """Whether what this turn changes will be kept, as far as is known."""

    @property
    def wording(self) -> Wording:
        """Phrases, with their variants chosen by this turn."""
        return Wording(self.library, seed=self.turn.id)

    @property
    def pace(self) -> Pace:
        """How fast the voice speaks that this turn came from, and that will answer it."""
        return self.person.pace_on(self.turn.device)

    def telling(self, explained: str = "") -> Telling:
        """How stretches are told to this person; one that is to be `explained` is told in full again."""
        known = set(self.person.met)
        met = frozenset(slug for slug in self.library.stretches if mark_of(slug) in known) - {explained}
        person = self.person
        manner = person.tailoring.manner
        return Telling(self.wording, self.pace, met, person.newcomer, person.changes, manner, explained)

    @property
    def as_told(self) -> "Scene":
        """The scene of somebody who can do whatever they have not told: nothing may be led by it unasked."""
        tailoring = self.person.tailoring.told
        known = tailoring is self.person.tailoring
        return self if known else replace(self, person=replace(self.person, tailoring=tailoring))

    @property
    def practice(self) -> Practice | None:
        """The practice that this turn may be about."""
        return self.person.practice

    def day(self, epoch: int) -> date:
        """Which day it is, or was, for this person."""
        return self._local(epoch).date()

    @property
    def local_time(self) -> datetime:
        """What the clock shows where this person is."""
        return self._local(self.turn.epoch)

    def _local(self, epoch: int) -> datetime:
        zone = ZoneInfo(self.person.zone or usual_zone(self.turn.locale))
        return datetime.fromtimestamp(epoch, zone).replace(tzinfo=None)

    @property
    def here(self) -> bool:
        """Whether the practice is led in this very conversation, so that the posture is known."""
        return self.practice is not None and self.practice.conversation == self.turn.conversation != ""

    @property
    def guiding(self) -> bool:
        """Whether a routine is under way in this conversation, and not paused."""
        return self.here and self.practice is not None and self.practice.phase is Phase.GUIDING

    @property
    def paused(self) -> bool:
        """Whether a routine is paused in this conversation, so that the posture is known."""
        return self.here and self.practice is not None and self.practice.phase is Phase.PAUSED

    @property
    def posture_now(self) -> Posture:
        """How the body is: known while the conversation that guides it goes on, else people stand."""
        return self.practice.posture if self.practice and self.here else Posture.STANDING

    @property
    def waiting(self) -> bool:
        """Whether every hold was finished and only "Ready?" is open."""
        asked = self.person.asked
        if not self.guiding or self.where is None or asked is None or asked.kind != "ready":
            return False
        return self.where.over or FINISHED in asked.about

    @property
    def unheard(self) -> bool:
        """Whether the reply was interrupted before its question, which therefore nobody can have answered."""
        return self.where is not None and self.where.interrupted and not self.where.over

    @property
    def inside(self) -> bool:
        """Whether the person was inside a stretch and has to be let out first."""
        return self.where is not None and self.where.inside

    def routine_of(self, practice: Practice) -> Routine:
        """The routine of a practice; the guide has seen to it that there is one."""
        routine = routine_of(self.library, practice, self.person.tailoring)
        if routine is None:
            raise LookupError(practice.routine)
        return routine

    def unit_at(self, practice: Practice, place: Place) -> Unit:
        """The hold at a place of a practice; the first of its step when there is no such hold any more."""
        routine = self.routine_of(practice)
        step = routine.steps[routine.index_of(place.step) or 0]
        units = units_of(step, self.library.stretch_of(step))
        return next((unit for unit in units if unit.place == place), units[0])

    def stretch_at(self, practice: Practice) -> Stretch:
        """The stretch at the practice's place."""
        return self.unit_at(practice, practice.place).stretch

    def name_of(self, slug: str) -> str:
        """What a stretch or routine is called aloud."""
        if slug in self.library.routines:
            return self.library.routine(slug).words[self.wording.language].spoken
        return self.library.stretch(slug).words[self.wording.language].name if slug in self.library.stretches else ""


Answer = Callable[[Scene], Outcome]
"""What answers a turn: it sees the scene and nothing else, so that it can be computed again."""
