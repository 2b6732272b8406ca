"""What the dialogue asks of whatever keeps people's records: versions that are checked, and two ways to fail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonRecord = dict[str, JsonValue]
"""What is remembered of one person. No floats: not every engine keeps them exactly."""

HOUSEHOLD = "household"
"""The voice of an owner whom nobody recognised by voice."""


@dataclass(frozen=True)
class Owner:
    """Whose record it is: keyed hashes of the Alexa account and, when one was recognised, of the voice."""

    account: str
    voice: str = HOUSEHOLD


@dataclass(frozen=True)
class Kept:
    """A record as it is kept, with the version that the next write has to name."""

    record: JsonRecord
    version: int


class Store(Protocol):
    """Keeps one record an owner. Every method but `healthy` may raise `StoreDown`.

    Expiry is not a store's business: records say when they are to be forgotten, and whoever knows the time judges.
    """

    def turn_begins(self) -> None:
        """From here on everything asked of the store until the next turn has one deadline, where there is one."""

    def read(self, owner: Owner) -> Kept | None:
        """What is kept of this owner, or None."""

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        """Keep the record if version `after` is the one kept (0: none is), and return its new version.

        Raises `Refused` when another writer came first.
        """

    def household(self, account: str) -> Mapping[str, Kept]:
        """Everything kept of one account, by voice."""

    def forget(self, owner: Owner) -> None:
        """Delete what is kept of this owner; nobody else's."""

    def forget_household(self, account: str) -> int:
        """Delete everything kept of one account, and nothing of any other's; return how many records there were."""

    def healthy(self) -> bool:
        """Whether a write would work now."""

    def close(self) -> None:
        """Let go of the file or the connections; nothing is asked of the store any more."""


class Refused(Exception):
    """The version that a write named is not the one kept. `current` is, or is None when nothing is kept."""

    def __init__(self, current: Kept | None) -> None:
        super().__init__("another version is kept" if current else "nothing is kept any more")
        self.current = current


class StoreDown(Exception):
    """The store cannot be used now. The message is one sentence for whoever runs it."""


class NotOurs(Exception):
    """What stands where the store should be is something else. The message says so, and what to do."""
