"""What the page shows of a reply: the number to call, or each hold with its figure, its seconds and what is next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from skill.content.language.numbers import spelled
from skill.content.library import Library
from skill.content.model import Posture, Routine, Step, Stretch
from skill.content.model.labels import Labels
from skill.device.playing import Playing
from skill.device.speaker import Exchange
from skill.device.suggesting import asks_first
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.record import Unreadable, to_person
from skill.dialogue.scene.routine_of import routine_of
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Mark, Place, Point, Side, points
from skill.timeline.hold.units import Unit, units_of
from skill.wording import Wording

Json = dict[str, Any]


@dataclass(frozen=True)
class Shows:
    """The content that is shown, in the language of the locale that a speaker is set to."""

    library: Library
    labels: Labels
    locale: str

    @property
    def language(self) -> str:
        """In which words."""
        return self.library.language_of(self.locale)

    def view(self, exchange: Exchange) -> Json:
        """All that the page shows of this reply, besides its words."""
        if asks_first(exchange):
            return self.alarm()
        person = _person_in(exchange)
        practice = person.practice if person else None
        if person is None or practice is None or not (_leads(practice, exchange) or _waits(person)):
            return {"kind": "talking"}
        routine = routine_of(self.library, practice, person.tailoring)
        led = practice if _leads(practice, exchange) else replace(practice, sent=None)
        return {"kind": "talking"} if routine is None else _Led(self, routine, led, exchange.playing).view()

    def alarm(self) -> Json:
        """What is shown of an emergency until somebody is well."""
        digits = self._digits
        return {"kind": "emergency", "digits": digits, "number": self.labels.call.format(number=digits)}

    @property
    def _digits(self) -> str:
        """The number to call; none where nobody knows in which country this is."""
        locale = self.library.locales.get(self.locale)
        return locale.emergency_digits if locale else ""

    def what_to_do(self) -> str:
        """What is said to somebody who has not said yet that they are well."""
        locale, wording = self.library.locales.get(self.locale), Wording(self.library, self.language, "")
        number = locale.emergency_number if locale else wording.say("emergency.local")
        return wording.say("first.rest-once", whom=number)

    def name(self, step: Step) -> str:
        """What the stretch of a step is called."""
        return self.library.stretches[step.stretch].words[self.language].name


@dataclass(frozen=True)
class _Led:
    """A reply that leads through a routine."""

    shows: Shows
    routine: Routine
    practice: Practice
    playing: Playing

    def view(self) -> Json:
        """The routine to scale, and every hold of this reply when it is heard."""
        language = self.shows.language
        words = self.routine.words[language]
        return {
            "kind": "practising",
            "routine": words.name,
            "line": [{"seconds": unit.hold_seconds, "step": unit.place.step} for _, unit in self._units()],
            "holds": [hold for mark in self._marks() if (hold := self._hold(mark))] or self._ahead(),
        }

    def _ahead(self) -> list[Json]:
        """The hold that it will go on with, where none is heard in this reply: nothing of it is counted."""
        hold = self._hold(Mark(self.practice.place, Point(), Point()))
        return [hold | {"start": 0.0, "until": 0.0}] if hold else []

    def _marks(self) -> tuple[Mark, ...]:
        return self.practice.sent.marks if self.practice.sent else ()

    def _units(self) -> list[tuple[Step, Unit]]:
        """Every hold of the routine in order, with its step."""
        library = self.shows.library
        return [(step, unit) for step in self.routine.steps for unit in units_of(step, library.stretch_of(step))]

    def _hold(self, mark: Mark) -> Json | None:
        """One hold: when its way in begins, when it is over, and how it looks."""
        units = self._units()
        index = next((number for number, (_, unit) in enumerate(units) if unit.place == mark.place), None)
        if index is None:
            return None
        step, unit = units[index]
        until = self._second(mark.ends.speech, mark.ends.silence)
        return {
            "index": index,
            "from": self._second(mark.begins.speech, mark.begins.silence),
            "start": round(max(0.0, until - unit.hold_seconds), 1),
            "until": until,
            "name": self.shows.name(step),
            "side": self._side(unit.place),
            "count": self._count(unit),
            "next": self._next(units, index),
            "figures": [*self._figures(step, unit, until)],
        }

    def _side(self, place: Place) -> str:
        return getattr(self.shows.labels.sides, place.side) if place.side else ""

    def _count(self, unit: Unit) -> str:
        if unit.of < 2:
            return ""
        numbers = {"number": unit.place.repetition, "of": unit.of}
        told = {name: spelled(number, self.shows.language) for name, number in numbers.items()}
        return self.shows.labels.count.format(**told)

    def _next(self, units: list[tuple[Step, Unit]], index: int) -> str:
        """The next stretch, or the same one on its other side; nothing at the end."""
        step, unit = units[index]
        for later, then in units[index + 1 :]:
            if later.key != step.key:
                return self.shows.labels.next.format(name=self.shows.name(later))
            if then.place.side != unit.place.side:
                return self.shows.labels.next.format(name=self._side(then.place))
        return ""

    def _figures(self, step: Step, unit: Unit, until: float) -> Iterator[Json]:
        """The figure of the hold from its way in, and those of its phases as they are named."""
        phases = _phases(unit)
        yield {"at": 0.0, "figure": _figure(step, unit, phases[0])}
        rhythm = unit.stretch.words[self.shows.language].rhythm
        starts = accumulate((moment.seconds for moment in self.playing.speech.moments), initial=0.0)
        for start, moment in zip(starts, self.playing.speech.moments, strict=False):
            if moment.words in rhythm and until - unit.hold_seconds - 1 <= start < until:
                phase = rhythm.index(moment.words) * len(phases) // len(rhythm)
                yield {"at": round(start, 1), "figure": _figure(step, unit, phases[phase])}

    def _second(self, speech: float, silence: float) -> float:
        """The second of what is played, of a point that counts speech by the estimate and the cost of each break."""
        passed = [point.speech + point.silence for point in points(self.playing.speech, self.playing.rate)]
        seconds = [0.0, *accumulate(moment.seconds for moment in self.playing.speech.moments)]
        at = min(range(len(passed)), key=lambda number: abs(passed[number] - speech - silence))
        return round(seconds[at], 1)


def _phases(unit: Unit) -> list[tuple[str, str]]:
    """Which postures a hold has, each with the side on which it is done: one, or two that take turns."""
    side = unit.place.side.value if unit.place.side in (Side.LEFT, Side.RIGHT) else Side.RIGHT.value
    if unit.stretch.form == "moving":
        return [("first", side), ("second", side)]
    return [(unit.place.part or ("both" if unit.both else ""), side)]


def _figure(step: Step, unit: Unit, phase: tuple[str, str]) -> Mapping[str, str]:
    """What the page asks for to see it."""
    asked = {"stretch": step.stretch, "phase": phase[0], "side": phase[1], "form": step.form}
    return asked | {"on": on_what(unit.stretch)}


def on_what(stretch: Stretch) -> str:
    """What a figure is drawn on, where that is not what it is usually drawn on."""
    return "bed" if stretch.posture is Posture.BED else ""


def _person_in(exchange: Exchange) -> Person | None:
    """Who is led, as far as the copy in the response tells it."""
    record = exchange.response.get("sessionAttributes", {}).get("record")
    try:
        return to_person(record) if record else None
    except Unreadable:
        return None


def _leads(practice: Practice, exchange: Exchange) -> bool:
    """Whether this very reply leads on."""
    return practice.sent is not None and practice.sent.at == int(exchange.at.timestamp())


def _waits(person: Person) -> bool:
    """Whether somebody in the middle of a routine is asked something of it, so that its place is worth seeing."""
    return person.asked is not None and person.asked.kind in (Ask.READY, Ask.PAUSED, Ask.WAS_DONE, Ask.CHECK, Ask.TEACH)
