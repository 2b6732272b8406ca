"""A scene: all that an answer can see of this turn, with the place already brought up to date."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from skill.content.language.locales import Locale
from skill.content.library import Library
from skill.content.model import Posture, Routine, Stretch
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, Rest, Subject, WayUp
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import routine_of, ways_without
from skill.pace import TOLD, Pace
from skill.ports.turn import Turn
from skill.practice import Phase, Practice, Whereabouts
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.timeline import Place, Telling, Work
from skill.timeline.hold.units import Unit, unit_of
from skill.wording import Wording

Sort = TypeVar("Sort", bound=Subject)

_GREENWICH = "UTC"
"""The zone of requests, for whoever tells neither where they are nor how they speak."""


@dataclass(frozen=True)
class Found:
    """The practice that the turn came into, where in it the person was, and the hold at that place.

    It stays what it is whatever an answer makes of the person: people in a hold are let out of that one and no other.
    """

    practice: Practice
    where: Whereabouts
    unit: Unit

    def is_of(self, practice: Practice) -> bool:
        """Whether this is the same run through the same routine."""
        return (practice.routine, practice.made) == (self.practice.routine, self.practice.made)


@dataclass(frozen=True)
class Scene:
    """The library, the turn, the person, and where in their practice they were when the turn came."""

    library: Library
    turn: Turn
    person: Person
    found: Found | None = None
    notices: tuple[str, ...] = ()
    """Phrases to be said before anything else."""
    remembers: bool = True
    """Whether what this turn changes will be kept, as far as is known."""
    stays: bool = False
    """Whether the open question is still open after a wish that was only answered: its row in the table says so."""
    passing: bool = False
    """Whether another wish is answered after this one, in the same reply: then nothing need be led or asked for it."""
    there: Posture | None = None
    """How the body is already of somebody who says so in this turn, before anything is led."""
    work: Work = field(default_factory=Work, compare=False)
    """What has been laid out in this turn."""

    @cached_property
    def wording(self) -> Wording:
        """Phrases in the language that the speaker is set to, with their variants chosen by this turn."""
        return Wording(self.library, self.library.language_of(self.turn.locale), self.turn.id)

    @cached_property
    def locale(self) -> Locale | None:
        """How the speaker is set; None where that is no locale of ours, of which nothing may then be supposed."""
        return self.library.locales.get(self.turn.locale)

    @cached_property
    def pace(self) -> Pace:
        """How fast the voice speaks that this turn came from, and that will answer it; of none where it tells us."""
        return TOLD if self.turn.heard is not None else self.person.pace_on(self.turn.device)

    @cached_property
    def unvaried(self) -> "Scene":
        """The same in words that no turn varies: which of several is said makes no difference worth an estimate."""
        return replace(self, turn=replace(self.turn, id=""))

    def telling(self, explained: str = "") -> Telling:
        """How stretches are told to this person; one that is to be `explained` is told in full again."""
        return replace(self._telling, explained=explained) if explained else self._telling

    @cached_property
    def _telling(self) -> Telling:
        """The same with nothing explained; a turn asks for it twenty times."""
        known, person = set(self.person.met), self.person
        met = frozenset(slug for slug in self.library.stretches if mark_of(slug) in known)
        manner = person.tailoring.manner
        telling = Telling(self.wording, self.pace, met, person.newcomer, person.changes, manner)
        return replace(telling, limits=self._limits_on_ways, work=self.work)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Every stretch that is not led to this person today, by what they have told."""
        return self.person.tailoring.told.left_out(self.library)

    @cached_property
    def _limits_on_ways(self) -> tuple[str, ...]:
        """Within which limits they get about: their own, and those of the routine that is led here, or was."""
        up, practice = self.about(WayUp), self.practice if self.here else None
        return (*self.person.tailoring.limits_now, *(up.without if up else ways_without(self.library, practice)))

    def way_up(self, posture: Posture, practice: Practice | None) -> WayUp:
        """The way up for somebody who was led in this practice, and is in this posture now."""
        return WayUp(posture, at=self.turn.epoch, without=ways_without(self.library, practice))

    @property
    def as_told(self) -> "Scene":
        """The scene of somebody who can do whatever they have not told: nothing may be led by it unasked."""
        tailoring = self.person.tailoring.told
        known = tailoring is self.person.tailoring
        return self if known else replace(self, person=replace(self.person, tailoring=tailoring))

    @property
    def asks_first(self) -> bool:
        """Whether help was needed now, and nobody has said yet that they are well: until then nothing is led."""
        return self.person.ask_first_at > 0

    @property
    def stopped(self) -> bool:
        """Whether a doctor is to be spoken to first, today: until somebody says that they have, nothing is led."""
        return self.person.stopped_at > 0 and not self.asks_first

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
        zone = ZoneInfo(self.person.zone or (self.locale.zone if self.locale else _GREENWICH))
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

    @cached_property
    def posture_now(self) -> Posture:
        """How the body is: known while the conversation that guides it goes on; else standing, or down already."""
        if self.practice and self.here:
            return self.practice.posture
        return self.down_already or Posture.STANDING

    @cached_property
    def down_already(self) -> Posture | None:
        """How the body is of somebody with nothing led who said so, or was talked down; None where nobody knows."""
        offer = self.about(Offer)
        return self.there or (offer and offer.there) or (Posture.BACK if self.talked_down else None)

    @property
    def talked_down(self) -> bool:
        """Whether they were talked down to the floor, and what may begin there is on offer."""
        offer = self.about(Offer)
        return offer is not None and offer.lying

    @cached_property
    def question(self) -> Question | None:
        """The question that is open: asked in the reply before, and not before it can have been heard.

        Whoever was being talked up when the conversation was lost is on the floor still, and is talked up further.
        """
        asked, turn = self.person.asked, self.turn
        if asked is None or self.unheard:
            return None
        if self.asks_first or self.stopped:
            return asked if asked.may_be_open_first(turn.epoch, opens=turn.opens, stopped=self.stopped) else None
        if asked.kind in (Ask.FIRST, Ask.STOPPED):
            return None
        return asked if not turn.opens or asked.outlives(turn.epoch) else None

    def about(self, sort: type[Sort]) -> Sort | None:
        """What the open question is about, where it is of this sort."""
        subject = self.question.subject if self.question else None
        return subject if isinstance(subject, sort) else None

    def asks(self, *kinds: Ask) -> bool:
        """Whether the open question is of one of these kinds."""
        return self.question is not None and self.question.kind in kinds

    @property
    def said_again(self) -> bool:
        """Whether this same word had the open question put the time before."""
        return self.question is not None and self.question.by == mark_of(self.turn.intent)

    @property
    def where(self) -> Whereabouts | None:
        """Where the person was in the practice of now; None when the turn came into another one, or into none."""
        found, practice = self.found, self.practice
        return found.where if found and practice and found.is_of(practice) else None

    def inside_of(self, practice: Practice) -> bool:
        """Whether the person was inside the hold at this practice's place, which they are taken back to."""
        found = self.found
        if found is None or not found.is_of(practice):
            return False
        return found.where.inside and found.where.place == practice.place

    def on_the_way_in(self, practice: Practice) -> bool:
        """Whether the person was on the way to the posture of this practice's place, and has been told how."""
        found = self.found
        if found is None or not found.is_of(practice):
            return False
        return found.where.moving and found.unit.stretch.posture is self.stretch_at(practice).posture

    @property
    def settled_down(self) -> "Scene":
        """The scene of somebody who has to be let out of nothing."""
        found = self.found
        return self if found is None else replace(self, found=replace(found, where=replace(found.where, inside=False)))

    @property
    def leaving(self) -> bool:
        """Whether they have said that they stop, and only something else is still to be settled: no pause was quiet."""
        return self.paused and not self.person.quiet_turns

    @property
    def waiting(self) -> bool:
        """Whether every hold was finished and only "Ready?" is open."""
        asked = self.person.asked
        if not self.guiding or self.where is None or asked is None or asked.kind is not Ask.READY:
            return False
        return self.where.over or (isinstance(asked.subject, Rest) and asked.subject.finished)

    @property
    def unheard(self) -> bool:
        """Whether the reply was interrupted before its question, which therefore nobody can have answered."""
        return self.where is not None and self.where.interrupted and not self.where.over

    @property
    def inside(self) -> bool:
        """Whether the person was inside the hold that their practice is at."""
        return self.practice is not None and self.inside_of(self.practice)

    @property
    def on_the_way(self) -> bool:
        """Whether the person was on the way to the posture of the place that their practice is at."""
        return self.practice is not None and self.on_the_way_in(self.practice)

    def routine_of(self, practice: Practice) -> Routine:
        """The routine of a practice; the guide has seen to it that there is one.

        Raises LookupError where there is none.
        """
        routine = routine_of(self.library, practice, self.person.tailoring)
        if routine is None:
            raise LookupError(practice.routine)
        return routine

    def unit_at(self, practice: Practice, place: Place) -> Unit:
        """The hold at a place of a practice; the first of its step when there is no such hold any more."""
        routine = self.routine_of(practice)
        step = routine.steps[routine.index_of(place.step) or 0]
        return unit_of(step, self.library.stretch_of(step), place)

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
