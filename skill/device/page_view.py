"""What the page shows of a reply: an emergency number, or each hold with its figure, seconds and what is next."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from skill.content.language.numbers import spelled
from skill.content.library import Library
from skill.content.model import Routine, Step
from skill.content.model.labels import Labels
from skill.device.held import with_holds
from skill.device.playing import Playing
from skill.device.speaker import Exchange
from skill.device.suggesting import asks_first
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.routine_of import routine_of
from skill.practice import Practice
from skill.replaced import replace
from skill.screen.holds import Played, RoutineSeen, SeenFigure, SeenHold
from skill.timeline import Mark, Point, Side, Timeline
from skill.wording import Wording

Json = dict[str, Any]


@dataclass(frozen=True)
class Shows:
    """Makes what the page shows, in the language of a locale."""

    library: Library
    labels: Labels
    locale: str

    @property
    def language(self) -> str:
        """The language of the locale."""
        return self.library.language_of(self.locale)

    def view(self, exchange: Exchange) -> Json:
        """Everything that the page shows of this reply, besides its words."""
        if asks_first(exchange):
            return self.alarm()
        led = self._led(exchange) if exchange.sent or _waits(exchange.person) else None
        return led.view() if led else {"kind": "talking"} | self._meant(exchange.person)

    def held(self, exchange: Exchange) -> Timeline:
        """The speech of this reply, with the moments of each hold marked as such."""
        led = self._led(exchange) if exchange.sent else None
        return with_holds(exchange.playing.speech, led.seen_holds()) if led else exchange.playing.speech

    def _led(self, exchange: Exchange) -> "_Led | None":
        """The practice under way, as far as this reply leads through it; None where its routine is gone."""
        person = exchange.person
        if person is None or person.practice is None:
            return None
        routine = routine_of(self.library, person.practice, person.tailoring)
        practice = replace(person.practice, sent=exchange.sent)
        return None if routine is None else _Led(self, routine, practice, exchange.playing)

    def _meant(self, person: Person | None) -> Json:
        """The figure of the stretch that the open question is about, if it is about one."""
        subject = person.asked.subject if person and person.asked else None
        if not isinstance(subject, OneStretch):
            return {}
        name = self.library.stretches[subject.stretch].words[self.language].name
        seen = SeenFigure(0.0, subject.stretch, "", Side.RIGHT.value, "usual", "")
        return {"shown": {"name": name, "figure": _asked_for(seen)}}

    def alarm(self) -> Json:
        """What is shown after an emergency, until somebody says that they are well."""
        digits = self._digits
        return {"kind": "emergency", "digits": digits, "number": self.labels.call.format(number=digits)}

    @property
    def _digits(self) -> str:
        """The number to call; empty for a locale that we do not have."""
        locale = self.library.locales.get(self.locale)
        return locale.emergency_digits if locale else ""

    def what_to_do(self) -> str:
        """What to do, for somebody who has not said yet that they are well."""
        locale, wording = self.library.locales.get(self.locale), Wording(self.library, self.language, "")
        number = locale.emergency_number if locale else wording.say("emergency.local")
        return wording.say("first.rest-once", whom=number)

    def name(self, step: Step) -> str:
        """The name of a step's stretch."""
        return self.library.stretches[step.stretch].words[self.language].name


@dataclass(frozen=True)
class _Captions:
    """The labels of the page, as the words beside a figure."""

    labels: Labels
    language: str

    def side(self, side: Side) -> str:
        """The name of a side."""
        name: str = getattr(self.labels.sides, side)
        return name

    def count(self, number: int, of: int) -> str:
        """Which repetition it is, of how many."""
        return self.labels.count.format(number=spelled(number, self.language), of=spelled(of, self.language))

    def next(self, name: str) -> str:
        """What comes next."""
        return self.labels.next.format(name=name)


@dataclass(frozen=True)
class _Led:
    """A reply that leads through a routine."""

    shows: Shows
    routine: Routine
    practice: Practice
    playing: Playing

    def view(self) -> Json:
        """The routine to scale, and every hold of this reply when it is heard."""
        seen = self._seen
        ahead = [_hold(hold) | {"start": 0.0, "until": 0.0} for hold in seen.ahead(self.practice.place)]
        return {
            "kind": "practising",
            "routine": self.routine.words[self.shows.language].name,
            "line": [{"seconds": unit.hold_seconds, "step": unit.place.step} for _, unit in seen.units()],
            "holds": [_hold(hold) for hold in self.seen_holds()] or ahead,
        }

    def seen_holds(self) -> tuple[SeenHold, ...]:
        """Every hold of this reply."""
        return self._seen.holds(self._marks(), self._played())

    @property
    def _seen(self) -> RoutineSeen:
        language = self.shows.language
        return RoutineSeen(self.shows.library, self.routine, language, _Captions(self.shows.labels, language))

    def _marks(self) -> tuple[Mark, ...]:
        return self.practice.sent.marks if self.practice.sent else ()

    def _played(self) -> Played:
        """The seconds of the reply as the page plays it, with every break exactly as long as it says."""
        moments = self.playing.speech.moments
        starts = [0.0, *accumulate(moment.seconds for moment in moments)]
        passed = self.playing.passed(self.practice.sent.ends if self.practice.sent else None)
        cues = [(start, moment.words) for start, moment in zip(starts, moments, strict=False)]

        def second(point: Point) -> float:
            at = min(range(len(passed)), key=lambda number: abs(passed[number] - point.seconds(1.0)))
            return round(starts[at], 1)

        return Played(cues, second)


def _hold(hold: SeenHold) -> Json:
    """One hold, as the page's script takes it."""
    figures = [{"at": figure.at, "figure": _asked_for(figure)} for figure in hold.figures]
    told = {name: getattr(hold, name) for name in ("index", "start", "until", "name", "side", "count", "next")}
    return told | {"from": hold.begins, "figures": figures}


def _asked_for(figure: SeenFigure) -> Mapping[str, str]:
    """The parameters by which the page requests this figure."""
    return {name: getattr(figure, name) for name in ("stretch", "phase", "side", "form", "on")}


def _waits(person: Person | None) -> bool:
    """Whether the open question is about a routine under way, so that its place is worth seeing."""
    asked = person.asked if person else None
    return asked is not None and asked.kind in (Ask.READY, Ask.PAUSED, Ask.WAS_DONE, Ask.CHECK, Ask.TEACH)
