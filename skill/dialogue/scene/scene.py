"""A scene: everything that an answer can see of a turn, with the person's place already updated."""

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
"""The time zone if neither the person nor the locale has one."""


@dataclass(frozen=True)
class Found:
    """The practice that the turn interrupted, the person's whereabouts in it, and the hold at that place.

    It stays the same while an answer changes the person: they have to be let out of the hold that they were in.
    """

    practice: Practice
    where: Whereabouts
    unit: Unit

    def is_of(self, practice: Practice) -> bool:
        """Whether this is about the same run through the same routine."""
        return (practice.routine, practice.made) == (self.practice.routine, self.practice.made)


@dataclass(frozen=True)
class Scene:
    """The library, the turn, the person, and where in their practice they were when the turn came."""

    library: Library
    turn: Turn
    person: Person
    found: Found | None = None
    notices: tuple[str, ...] = ()
    """Keys of phrases to say before anything else."""
    remembers: bool = True
    """Whether the changes of this turn will probably be stored."""
    stays: bool = False
    """Whether the open question stays open while a wish is answered, as its row in the table of questions says."""
    passing: bool = False
    """Whether another wish is answered after this one in the same reply, so that this one leads and asks nothing."""
    there: Posture | None = None
    """The posture in which the person says they already are, before anything is led."""
    work: Work = field(default_factory=Work, compare=False)
    """Counts what is laid out in this turn."""

    @cached_property
    def wording(self) -> Wording:
        """Phrases in the language of the device, with variants chosen by the id of this turn."""
        return Wording(self.library, self.library.language_of(self.turn.locale), self.turn.id)

    @cached_property
    def locale(self) -> Locale | None:
        """The locale of the device; None if we do not have it, so that nothing may be assumed."""
        return self.library.locales.get(self.turn.locale)

    @cached_property
    def pace(self) -> Pace:
        """How fast this device's voice speaks; exact where the device reports how much was heard."""
        return TOLD if self.turn.heard is not None else self.person.pace_on(self.turn.device)

    @cached_property
    def unvaried(self) -> "Scene":
        """The scene with fixed variants of phrases: for estimates, in which variants hardly matter."""
        return replace(self, turn=replace(self.turn, id=""))

    def telling(self, explained: str = "") -> Telling:
        """The telling for this person; the stretch of the slug `explained` is told in full again."""
        return replace(self._telling, explained=explained) if explained else self._telling

    @cached_property
    def _telling(self) -> Telling:
        """The telling with nothing explained; cached, because a turn needs it twenty times."""
        known, person = set(self.person.met), self.person
        met = frozenset(slug for slug in self.library.stretches if mark_of(slug) in known)
        manner = person.tailoring.manner
        telling = Telling(self.wording, self.pace, met, person.newcomer, person.changes, manner)
        return replace(telling, limits=self._limits_on_ways, work=self.work)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The slugs of the stretches that are left out for this person today, by what they said."""
        return self.person.tailoring.told.left_out(self.library)

    @cached_property
    def _limits_on_ways(self) -> tuple[str, ...]:
        """The limits that decide the ways: the person's own, and those of the routine that is or was led here."""
        up, practice = self.about(WayUp), self.practice if self.here else None
        return (*self.person.tailoring.limits_now, *(up.without if up else ways_without(self.library, practice)))

    def way_up(self, posture: Posture, practice: Practice | None) -> WayUp:
        """The way up from this posture, within the limits of this practice's routine."""
        return WayUp(posture, at=self.turn.epoch, without=ways_without(self.library, practice))

    @property
    def as_told(self) -> "Scene":
        """The scene with only the limits that the person told; nothing may be led by it without asking."""
        tailoring = self.person.tailoring.told
        known = tailoring is self.person.tailoring
        return self if known else replace(self, person=replace(self.person, tailoring=tailoring))

    @property
    def asks_first(self) -> bool:
        """Whether there was an emergency, and nothing is led until the person says that they are well."""
        return self.person.ask_first_at > 0

    @property
    def stopped(self) -> bool:
        """Whether nothing is led today until the person says that they have spoken to a doctor."""
        return self.person.stopped_at > 0 and not self.asks_first

    @property
    def practice(self) -> Practice | None:
        """The unfinished practice that this turn may be about."""
        return self.person.practice

    def day(self, epoch: int) -> date:
        """The person's date at this time (epoch seconds)."""
        return self._local(epoch).date()

    @property
    def local_time(self) -> datetime:
        """The time of this turn where the person is."""
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
        """The person's posture: known in the conversation that leads; else as they said, or standing."""
        if self.practice and self.here:
            return self.practice.posture
        return self.down_already or Posture.STANDING

    @cached_property
    def down_already(self) -> Posture | None:
        """The posture of somebody who said that they are down, or was talked down to the floor; else None."""
        offer = self.about(Offer)
        return self.there or (offer and offer.there) or (Posture.BACK if self.talked_down else None)

    @property
    def talked_down(self) -> bool:
        """Whether the person was talked down to the floor, and is offered something to begin there."""
        offer = self.about(Offer)
        return offer is not None and offer.lying

    @cached_property
    def question(self) -> Question | None:
        """The open question: the one that the last reply asked, if it can have been heard.

        Some outlive their conversation: somebody who was being talked up from the floor may still lie there.
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
        """The subject of the open question, if it is of this type."""
        subject = self.question.subject if self.question else None
        return subject if isinstance(subject, sort) else None

    def asks(self, *kinds: Ask) -> bool:
        """Whether the open question is of one of these kinds."""
        return self.question is not None and self.question.kind in kinds

    @property
    def said_again(self) -> bool:
        """Whether the open question was asked in answer to this same intent."""
        return self.question is not None and self.question.by == mark_of(self.turn.intent)

    @property
    def where(self) -> Whereabouts | None:
        """Where the person was in the current practice; None where the turn interrupted another one, or none."""
        found, practice = self.found, self.practice
        return found.where if found and practice and found.is_of(practice) else None

    def inside_of(self, practice: Practice) -> bool:
        """Whether the person was inside the hold at this practice's place."""
        found = self.found
        if found is None or not found.is_of(practice):
            return False
        return found.where.inside and found.where.place == practice.place

    def on_the_way_in(self, practice: Practice) -> bool:
        """Whether the person was on the way to the posture of this practice's place, and was told how."""
        found = self.found
        if found is None or not found.is_of(practice):
            return False
        return found.where.moving and found.unit.stretch.posture is self.stretch_at(practice).posture

    @property
    def settled_down(self) -> "Scene":
        """The same scene, with the person no longer inside a hold."""
        found = self.found
        return self if found is None else replace(self, found=replace(found, where=replace(found.where, inside=False)))

    @property
    def leaving(self) -> bool:
        """Whether the person said that they stop, and only another question is still open."""
        return self.paused and not self.person.quiet_turns

    @property
    def waiting(self) -> bool:
        """Whether every hold of the last reply was finished, and only "Ready?" is open."""
        asked = self.person.asked
        if not self.guiding or self.where is None or asked is None or asked.kind is not Ask.READY:
            return False
        return self.where.over or (isinstance(asked.subject, Rest) and asked.subject.finished)

    @property
    def unheard(self) -> bool:
        """Whether the last reply was interrupted before its question, so that this turn is no answer to it."""
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
        """The routine of a practice; raises LookupError where it is gone, which the guide has ruled out already."""
        routine = routine_of(self.library, practice, self.person.tailoring)
        if routine is None:
            raise LookupError(practice.routine)
        return routine

    def unit_at(self, practice: Practice, place: Place) -> Unit:
        """The hold at a place of a practice; the first of its step where that hold is gone."""
        routine = self.routine_of(practice)
        step = routine.steps[routine.index_of(place.step) or 0]
        return unit_of(step, self.library.stretch_of(step), place)

    def stretch_at(self, practice: Practice) -> Stretch:
        """The stretch at the practice's place."""
        return self.unit_at(practice, practice.place).stretch

    def name_of(self, slug: str) -> str:
        """The spoken name of a stretch or a routine."""
        if slug in self.library.routines:
            return self.library.routine(slug).words[self.wording.language].spoken
        return self.library.stretch(slug).words[self.wording.language].name if slug in self.library.stretches else ""


Answer = Callable[[Scene], Outcome]
"""The type of answers: functions of the scene and nothing else, so that a turn can be computed again."""
