"""A body on the mat that does what it is told and nothing else: how it lies, which way it is turned, what it is in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from skill.content.model import Posture
from skill.timeline import HOLDING, Moment, Place, Role, Side
from skill.timeline.hold.units import Unit
from tests.library import LIBRARY

PHRASES = LIBRARY.phrases["en"]
BEFORE_A_HOLD = (Role.INTRO, Role.SETUP, Role.SIDES, Role.ENTER)


def _said(key: str, **gaps: str) -> Iterator[str]:
    for words in PHRASES[key]:
        told = words
        for name, filling in gaps.items():
            told = told.replace(f"{{{name}}}", filling)
        yield told


def _named(posture: Posture) -> str:
    return PHRASES[f"posture.{posture.replace(' ', '-')}"][0]


THERE = {words: posture for posture in Posture for words in _said("moving.there", posture=_named(posture))}
"""What confirms a posture, and which."""

BE_THERE = {words: one for one in (Posture.BED, Posture.CHAIR) for words in PHRASES[f"moving.be-there.{one}"]}
"""What tells who may be there already how to be."""

QUIETS = [re.compile(words.replace("{number}", "[A-Za-z-]+")) for words in PHRASES["moving.quiet"]]
"""What breaks a long silence, with its seconds."""

GOING = {PHRASES[f"going.{posture.replace(' ', '-')}"][0]: posture for posture in Posture}
"""What sends somebody who knows the way."""


class CannotFollow(AssertionError):
    """What is asked of the body cannot be done from how it is, or was never told."""


@dataclass
class Body:
    """How the body is by the words that it has heard; `turned` and `side` say for which side it is arranged."""

    posture: Posture
    holds: Mapping[Place, Unit]
    before: Place | None = None
    """The hold that was kept last, where nothing has happened since."""
    turned: Side | None = None
    """The side to which it is turned, where a stretch has it turn round."""
    limits: tuple[str, ...] = ()
    """Within which limits it gets about."""
    moves: list[str] = field(default_factory=list)
    heading: Posture | None = None
    inside: Place | None = None
    told: list[str] = field(default_factory=list)

    def hear(self, moment: Moment) -> None:
        """Do it."""
        if moment.role is Role.POSTURE and moment.words:
            self._move(moment.words)
        elif moment.role is Role.RELEASE:
            self.inside = None
        elif moment.role in HOLDING and moment.place is not None:
            self._hold(moment.place)
        elif moment.role in BEFORE_A_HOLD and moment.words:
            self._arrange(moment.words, moment.place)

    def at_the_end(self) -> None:
        """The reply is over: whoever was sent somewhere has had the time to get there."""
        if self.heading is not None:
            self.posture, self.heading = self.heading, None
        if self.inside is not None:
            raise CannotFollow(f"left in {self.inside}")
        self.told.clear()

    def _move(self, words: str) -> None:
        if words in THERE:
            self._arrive(THERE[words])
        elif words in BE_THERE:
            self.posture = BE_THERE[words]
        elif going := [posture for phrase, posture in GOING.items() if f"Now {phrase}." in words]:
            self.heading, self.moves = going[0], []
        elif not _soothes(words):
            self.moves.append(words)

    def _arrive(self, posture: Posture) -> None:
        if self.heading is not posture:
            way = LIBRARY.way(self.posture, posture, self.limits)
            if way is None or tuple(self.moves) != way.words["en"]:
                raise CannotFollow(f"from {self.posture} to {posture}: {self.moves}")
        self.posture, self.heading, self.moves = posture, None, []
        self.turned = None

    def _arrange(self, words: str, place: Place | None) -> None:
        if self.inside is not None and place not in (None, self.inside) and not self._flows_on(place):
            raise CannotFollow(f"never let out of {self.inside}: {words}")
        self.told.append(words.lower())
        unit = self.holds.get(place) if place else None
        if unit is not None and unit.place.side is not None and _turns(unit):
            side = unit.place.side
            changes = unit.stretch.words["en"].change
            if words == changes[-1] or (f"your {side} leg nearest" in words):
                self.turned = side

    def _flows_on(self, place: Place | None) -> bool:
        """Whether one part of a repetition goes over into the next without coming out."""
        here = self.holds[self.inside] if self.inside else None
        return here is not None and place is not None and place.part is not None and place.step == here.place.step

    def _hold(self, place: Place) -> None:
        unit, same = self.holds[place], self.before is not None and _same_side(self.before, place)
        if self.posture is not unit.stretch.posture:
            raise CannotFollow(f"{place} while {self.posture}")
        if place.side not in (None, Side.BOTH) and not same and not any(place.side in words for words in self.told):
            raise CannotFollow(f"nobody says that {place} is on the {place.side}: {self.told}")
        if _turns(unit) and self.turned is not place.side:
            raise CannotFollow(f"{place} while turned to {self.turned}")
        if self.inside != place:
            self.told.clear()
        self.inside = self.before = place


def _turns(unit: Unit) -> bool:
    return bool(unit.stretch.words["en"].change)


def _same_side(one: Place, other: Place) -> bool:
    return (one.step, one.side) == (other.step, other.side)


def _soothes(words: str) -> bool:
    return words in PHRASES["moving.soothing"] or any(one.fullmatch(words) for one in QUIETS)
