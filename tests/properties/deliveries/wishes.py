"""What people wish of how they are led, said to either device, and a plain account of what must become of it."""

from collections.abc import Mapping
from types import MappingProxyType

from skill.dialogue.memory.person import Person
from skill.timeline import Flow
from skill.timeline.manner import Amount

Wishes = Mapping[str, str]
"""What is wished of each thing that can be."""

WISHES: Mapping[str, Wishes] = MappingProxyType(
    {
        "HandsFreeIntent": {"flow": Flow.HANDS_FREE},
        "OneAtATimeIntent": {"flow": Flow.ONE_AT_A_TIME},
        "JustCountIntent": {"amount": Amount.COUNTING},
    }
)
"""By the intent that says so; none of them moves anybody."""


def wishes_of(person: Person) -> Wishes:
    """All that is remembered of them."""
    return {"flow": person.flow, "amount": person.tailoring.manner.amount}


def wished(intent: str, heard: Person, known: Person) -> Wishes:
    """What a conversation wishes that is not known to be kept, be it said now or before, while nothing could be."""
    now, before = {**wishes_of(heard), **WISHES.get(intent, {})}, wishes_of(known)
    return {name: wish for name, wish in now.items() if wish != before[name]}
