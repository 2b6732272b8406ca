"""Figures of a routine as it is heard: how soon a body moves and holds, how much is held, said and waited."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum

from skill.content.language.numbers import spelled
from skill.content.library import Library
from skill.entrypoints.sheets.rehearsal import rehearsals
from skill.pace import Pace
from skill.timeline import HOLDING, Moment, Role
from skill.timeline.hold.units import units_of

SIGNALS = frozenset({"Hold.", "Begin."})
"""The words from which a hold counts: always the same, for ears rely on them."""

_GETTING_THERE = frozenset({Role.SETTLE, Role.RELEASE, Role.SIDES})
"""What a body does in a silence of these: into a hold, out of it, to the other side."""

_MINUTE = 60
_SPOKEN = Pace()
_SENTENCE = re.compile(r"[^.?!]+[.?!]")
_MINUTES = {spelled(number, "en"): number for number in range(1, 61)}
_MINUTES_SAID = re.compile(rf"\b({'|'.join(sorted(_MINUTES, key=len, reverse=True))}) minutes?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Figures:
    """One run through a routine, from the wish to the last word, in figures."""

    moments: tuple[Moment, ...]
    moving_seconds: float
    """Seconds that its stretches need into each hold, out of it and across, and rests that are prescribed."""

    @property
    def first_talk(self) -> float:
        """Seconds of words before anybody is left in peace for the first time."""
        return _seconds(one for one in self._until(_is_quiet) if one.words)

    @property
    def first_movement(self) -> float:
        """Seconds from the wish to the first word of a movement."""
        return _seconds(self._until(lambda moment: moment.role in (Role.POSTURE, Role.ENTER)))

    @property
    def first_hold(self) -> float:
        """Seconds from where somebody is there, or has said so, to the first hold."""
        before = tuple(self._until(_is_held))
        there = max((n for n, one in enumerate(before) if _leads_there(one)), default=-1)
        return _seconds(before[there + 1 :])

    @property
    def share(self) -> float:
        """The share (nought to one) of what is led that is held; not the way to the first posture and up again."""
        return self._held / _seconds(self._led)

    @property
    def most(self) -> float:
        """The share that could be held, if no word were said outside the holds, and every time to move or rest kept."""
        kept = _seconds(one for one in self._led if one.role is Role.POSTURE or _is_kept(one))
        return self._held / (self._held + self.moving_seconds + kept)

    @property
    def reached(self) -> float:
        """The share of the possible holding time that is held, from nought to one: `share` of `most`."""
        return self.share / self.most

    @property
    def of_all(self) -> float:
        """The share, from nought to one, of the whole that is held, from the wish until somebody stands."""
        return self._held / _seconds(self.moments)

    @property
    def talk(self) -> float:
        """The share, from nought to one, of what is led in which something is said, inside holds too."""
        return _seconds(one for one in self._led if one.words) / _seconds(self._led)

    @property
    def waiting_seconds(self) -> float:
        """Seconds of silence in which nothing is held and no body moves into a hold, out of it, or on its way."""
        return _seconds(one for one in self.moments if one.silent and not _is_held(one) and not _moves(one))

    @property
    def most_often(self) -> tuple[str, int]:
        """The sentence that is said most often, the signals left out."""
        said = (sentence for sentence in self.sentences if sentence not in SIGNALS)
        return Counter(said).most_common(1)[0]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence in the order in which it is heard."""
        found = (_SENTENCE.findall(one.words) for one in self.moments if one.words)
        return tuple(sentence.strip() for some in found for sentence in some)

    @property
    def minutes_said(self) -> int:
        """The minutes that are promised before it begins; nought when none are."""
        found = _MINUTES_SAID.search(" ".join(one.words for one in self._until(_is_held)))
        return _MINUTES[found[1].lower()] if found else 0

    @property
    def minutes_until_standing(self) -> float:
        """Minutes from the wish to the last word, when the person stands, or sits, or stays in bed.

        As a voice says it: what no silence parts is one utterance, with its full stops.
        """
        passages = ((silent, list(some)) for silent, some in groupby(self.moments, key=lambda moment: moment.silent))
        return fsum(_seconds(some) if silent else _SPOKEN.seconds(_words(some)) for silent, some in passages) / _MINUTE

    @property
    def _held(self) -> float:
        return _seconds(filter(_is_held, self.moments))

    @property
    def _led(self) -> tuple[Moment, ...]:
        """From the wish to the word that ends the routine, without the way to its first posture."""
        held = [number for number, one in enumerate(self.moments) if _is_held(one)]
        first, last = held[0], held[-1]
        end = next(n for n, one in enumerate(self.moments) if n > last and one.role is Role.END)
        led = enumerate(self.moments[: end + 1])
        return tuple(one for number, one in led if number > first or one.role is not Role.POSTURE)

    def _until(self, is_there: Callable[[Moment], bool]) -> Iterator[Moment]:
        for moment in self.moments:
            if is_there(moment):
                return
            yield moment


def figures_of(library: Library, slug: str) -> tuple[Figures, Figures]:
    """A routine in figures: the first time that somebody new hears it, and the next day."""
    steps = library.routine(slug).steps
    moving = sum(unit.moving_seconds for step in steps for unit in units_of(step, library.stretch_of(step)))
    first, later = (Figures(one.moments, moving) for one in rehearsals(library, slug))
    return first, later


def table(library: Library, slugs: Sequence[str]) -> Iterator[str]:
    """Routines in figures, a line each time, as the documents show them."""
    yield f"| {' | '.join(_HEADINGS)} |"
    yield f"|{'---|' * len(_HEADINGS)}"
    for slug in slugs:
        name = library.routine(slug).words[library.usual_language].name
        first, later = figures_of(library, slug)
        yield _row(f"{name}, first", first)
        yield _row(f"{name}, later", later)


_HEADINGS = (
    "routine",
    "talk before the first quiet",
    "first movement",
    "first hold, from there",
    "held, of the most",
    "held, of all",
    "talk",
    "waiting",
    "most often",
    "minutes said",
    "until standing",
)


def _row(name: str, run: Figures) -> str:
    sentence, times = run.most_often
    cells = (
        name,
        f"{run.first_talk:.0f} s",
        f"{run.first_movement:.0f} s",
        f"{run.first_hold:.0f} s",
        f"{run.share:.0%} of {run.most:.0%}: {run.reached:.2f}",
        f"{run.of_all:.0%}",
        f"{run.talk:.0%}",
        f"{run.waiting_seconds:.0f} s",
        f"{times} times: {sentence}",
        str(run.minutes_said),
        f"{run.minutes_until_standing:.1f}",
    )
    return f"| {' | '.join(cells)} |"


def _seconds(moments: Iterable[Moment]) -> float:
    return fsum(moment.seconds for moment in moments)


def _words(moments: Iterable[Moment]) -> str:
    return " ".join(moment.words for moment in moments)


def _is_held(moment: Moment) -> bool:
    return moment.role in HOLDING


def _is_quiet(moment: Moment) -> bool:
    """Whether this leaves somebody in peace: no wait for the first word, or for an answer."""
    return moment.silent and moment.role is not Role.QUESTION


def _leads_there(moment: Moment) -> bool:
    """Whether nobody is there yet: on the way, asked, or told what will come."""
    announced = moment.role is Role.INTRO and moment.place is None
    return announced or moment.role in (Role.POSTURE, Role.QUESTION)


def _is_kept(moment: Moment) -> bool:
    """Whether this is the time to do what was told, or the rest between two stretches."""
    between = moment.role is Role.REST and moment.place is None
    return moment.silent and (moment.role in (Role.SETUP, Role.ENTER) or between)


def _moves(moment: Moment) -> bool:
    """Whether a body moves in this, or has the rest that its stretch prescribes; a way counts with its words."""
    prescribed = moment.role is Role.REST and moment.place is not None
    return moment.role is Role.POSTURE or (moment.silent and (moment.role in _GETTING_THERE or prescribed))
