"""What the dialogue asks of a store of people's records: versioned writes, and what is raised when they fail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonRecord = dict[str, JsonValue]
"""What is remembered of one person. No floats: not every engine keeps them exactly."""

HOUSEHOLD = "household"
"""The `voice` of an owner where Alexa recognised none."""


@dataclass(frozen=True)
class Owner:
    """Whose record it is: keyed hashes of the Alexa account and of the voice, if one was recognised."""

    account: str
    voice: str = HOUSEHOLD


@dataclass(frozen=True)
class Kept:
    """A stored record, with the version that the next write has to name."""

    record: JsonRecord
    version: int


class Store(Protocol):
    """Keeps one record for each owner. Every method but `healthy` may raise `StoreDown`.

    A store need not delete expired records: each says when it is to be forgotten, and the memory goes by that.
    """

    def turn_begins(self) -> None:
        """Begin the deadline that all calls of this turn share, if the store has one."""

    def read(self, owner: Owner) -> Kept | None:
        """The stored record of this owner, or None."""

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        """Store the record if version `after` is the one stored (0: none is), and return its new version.

        Raises `Refused` if another version is, because somebody else wrote first.
        """

    def household(self, account: str) -> Mapping[str, Kept]:
        """All stored records of one account, by voice."""

    def forget(self, owner: Owner) -> None:
        """Delete the record of this owner alone."""

    def forget_household(self, account: str) -> int:
        """Delete all records of one account, and return how many there were."""

    def healthy(self) -> bool:
        """Whether a write would work now."""

    def close(self) -> None:
        """Close the file or the connections; no other method may be called after it."""


class Refused(Exception):
    """A write named another version than the stored one. `current` is what is stored, None if nothing is."""

    def __init__(self, current: Kept | None) -> None:
        super().__init__("another version is kept" if current else "nothing is kept any more")
        self.current = current


class StoreDown(Exception):
    """The store cannot be used now. The message is one sentence for whoever runs it."""


class NotOurs(Exception):
    """What stands where the store should be is none of ours. The message says so, and what to do."""
