"""What one can choose from, as cards: each routine and stretch with its minutes, needs, figure, and who takes care."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate

from skill.content.library import Library
from skill.content.model import Routine, Step, Stretch
from skill.device.page_view import Shows
from skill.dialogue.memory.person import Person
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.scene.routine_of import alone, routine_named
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Turn
from skill.replaced import replace
from skill.screen.holds import on_what
from skill.timeline.hold.units import units_of

_SOME_DAY = datetime(2026, 1, 5, 12, tzinfo=UTC)
"""Noon: what is said at night alone is left out of the minutes."""


@dataclass(frozen=True)
class Bar:
    """One hold of a routine on its line: where it begins, how long it is, and of which stretch it is."""

    at: int
    seconds: int
    name: str
    odd: bool


@dataclass(frozen=True)
class PageCard:
    """One routine or stretch, in words; `say` starts it."""

    slug: str
    name: str
    about: str
    say: str
    minutes: int
    figure: str
    needs: tuple[str, ...]
    careful: tuple[str, ...]
    areas: frozenset[str]
    bars: tuple[Bar, ...] = ()

    @property
    def seconds(self) -> int:
        """How long all its holds are together."""
        return self.bars[-1].at + self.bars[-1].seconds if self.bars else 0


@dataclass(frozen=True)
class StepShown:
    """One step of a routine on its page."""

    name: str
    figure: str
    form: str
    on: str
    dose: str
    feel: str


@dataclass(frozen=True)
class WantedCards:
    """By what somebody chooses; empty is anything."""

    place: str = ""
    area: str = ""
    minutes: int = 0

    def of(self, cards: Iterable[PageCard]) -> tuple[PageCard, ...]:
        """The cards that are what they want."""
        return tuple(card for card in cards if self._fits(card))

    def _fits(self, card: PageCard) -> bool:
        here = not self.place or self.place in card.needs
        for_it = not self.area or self.area in card.areas
        return here and for_it and (not self.minutes or card.minutes <= self.minutes)


def routine_cards(shows: Shows) -> tuple[PageCard, ...]:
    """Every routine, the shortest first."""
    cards = (_of_routine(shows, routine) for routine in shows.library.routines.values())
    return tuple(_each_with_its_own(shows.library, sorted(cards, key=lambda card: (card.minutes, card.name))))


def _each_with_its_own(library: Library, cards: Iterable[PageCard]) -> Iterator[PageCard]:
    """The cards, each with the figure of a stretch that no earlier one shows, as long as it has one."""
    shown: set[str] = set()
    for card in cards:
        held = [step.stretch for step in library.routines[card.slug].steps]
        figure = next((slug for slug in (card.figure, *held) if slug not in shown), card.figure)
        shown.add(figure)
        yield replace(card, figure=figure)


def stretch_cards(shows: Shows) -> tuple[PageCard, ...]:
    """Every stretch by its name."""
    cards = (_of_stretch(shows, stretch) for stretch in shows.library.stretches.values())
    return tuple(sorted(cards, key=lambda card: card.name))


def steps_of(shows: Shows, slug: str) -> tuple[StepShown, ...]:
    """The steps of a routine in order."""
    return tuple(_shown(shows, step) for step in shows.library.routines[slug].steps)


def _shown(shows: Shows, step: Step) -> StepShown:
    stretch, labels = shows.library.stretch_of(step), shows.labels
    dose = labels.dose.format(times=step.dose.repetitions, seconds=step.dose.hold_seconds)
    told = dose if stretch.sides == "none" else f"{dose}, {labels.each}"
    feel = stretch.words[shows.language].feel
    return StepShown(shows.name(step), step.stretch, step.form, on_what(stretch), told, feel)


def _of_routine(shows: Shows, routine: Routine) -> PageCard:
    words, library = routine.words[shows.language], shows.library
    stretches = [library.stretches[step.stretch] for step in routine.steps]
    in_all = {area for stretch in stretches for area in stretch.areas}
    return PageCard(
        slug=routine.slug,
        name=words.name,
        about=words.about,
        say=f"start {words.name}",
        minutes=_minutes(shows, routine.slug, routine),
        figure=routine.steps[len(routine.steps) // 2].stretch,
        needs=routine.needs,
        careful=_each_once(one for stretch in stretches for one in stretch.careful),
        areas=frozenset(routine.suits.areas) or frozenset(in_all),
        bars=tuple(_bars(shows, routine)),
    )


def _of_stretch(shows: Shows, stretch: Stretch) -> PageCard:
    words, name = stretch.words[shows.language], alone(stretch.slug)
    routine = routine_named(shows.library, name)
    return PageCard(
        slug=stretch.slug,
        name=words.name,
        about=words.feel,
        say=f"start {words.name}",
        minutes=_minutes(shows, name, routine) if routine else 0,
        figure=stretch.slug,
        needs=stretch.needs or ("worktop",),
        careful=stretch.careful,
        areas=frozenset(stretch.areas),
    )


def _minutes(shows: Shows, name: str, routine: Routine) -> int:
    """Minutes until somebody new to all of it stands again, as they are promised aloud."""
    turn = Turn("", "", _SOME_DAY, Owner("page"), locale=shows.locale)
    scene = Scene(shows.library, turn, Person())
    return max(1, round(seconds_from_now(scene, name, routine) / 60))


def _bars(shows: Shows, routine: Routine) -> Iterator[Bar]:
    library = shows.library
    steps = [(step, units_of(step, library.stretch_of(step))) for step in routine.steps]
    holds = [(number, shows.name(step), unit) for number, (step, units) in enumerate(steps) for unit in units]
    starts = accumulate((unit.hold_seconds for _, _, unit in holds), initial=0)
    for start, (number, name, unit) in zip(starts, holds, strict=False):
        yield Bar(start, unit.hold_seconds, name, odd=bool(number % 2))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
