"""What counts as right when somebody comes back: the hold not finished, or behind it where enough of it was held."""

from collections.abc import Sequence
from dataclasses import replace

from skill.content.model import Kind
from skill.limits import START_LATENCY_SECONDS, TALKING_SECONDS
from skill.timeline import Place
from skill.timeline.hold.units import Unit


def counts_as_held(unit: Unit, left: float | None) -> bool:
    """Whether a question asked with so many seconds of this hold really left may be answered behind it.

    By the decision "what was held counts": only a strong hold that was on, and only where less of it is left, once
    they have spoken and are answered, than its stretch is ever held for.
    """
    if unit.stretch.kind is not Kind.STRONG or left is None or not 0 < left <= unit.hold_seconds:
        return False
    return left - TALKING_SECONDS - START_LATENCY_SECONDS < unit.stretch.hold.shortest


def compared(units: Sequence[Unit], led: Place | None, should: Place | None, left: float | None = None) -> str:
    """How the hold that was led lies to the one not finished, in the order of the routine; behind it is None.

    Somebody who asked a question in a hold had so many seconds `left` of it.
    """
    places = [unit.place for unit in units]
    found, true = (places.index(place) if place in places else len(places) for place in (led, should))
    if led == should or (found == true + 1 and counts_as_held(units[true], left)):
        return "right"
    if led and should and replace(led, side=should.side) == should and abs(found - true) > 1:
        return "wrong side"
    return "skipped" if found > true else "one early" if found == true - 1 else "earlier"
