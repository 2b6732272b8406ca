"""What somebody means: an intent, what was said in its slots, what is wished besides, and why it was understood so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.recognizer.reason import Reason


@dataclass(frozen=True)
class HeardSlot:
    """What was said in a slot, and the slugs it may mean: several when the name is shared, none when it is unknown."""

    said: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """An intent and its slots by name, and why it was that one."""

    intent: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)
    reason: Reason | None = field(default=None, compare=False)
    also: "Understood | None" = None
    """What is wished besides, in the same breath."""
