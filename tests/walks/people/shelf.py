"""A shelf in the place of a store on disk: what is kept on it can be copied, so that a walk may go back to before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from json import dumps, loads

from skill.ports.store import JsonRecord, Kept, Owner, Refused, StoreDown

Kept_as_text = dict[Owner, tuple[str, int]]


@dataclass
class Shelf:
    """Keeps records as text, as every engine does, with the version that the next write has to name."""

    there: Kept_as_text = field(default_factory=dict)
    away: bool = False
    """Whether nobody can reach it."""

    def turn_begins(self) -> None:
        """Nothing here is ever waited for."""

    def read(self, owner: Owner) -> Kept | None:
        if self.away:
            raise StoreDown("The shelf was taken away.")
        text, version = self.there.get(owner, ("", 0))
        return Kept(loads(text), version) if version else None

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        kept = self.read(owner)
        if (kept.version if kept else 0) != after:
            raise Refused(kept)
        self.there[owner] = (dumps(record), after + 1)
        return after + 1

    def household(self, account: str) -> Mapping[str, Kept]:
        owners = [owner for owner in self.there if owner.account == account]
        return {owner.voice: kept for owner in owners if (kept := self.read(owner))}

    def forget(self, owner: Owner) -> None:
        self.there.pop(owner, None)

    def forget_household(self, account: str) -> int:
        theirs = [owner for owner in self.there if owner.account == account]
        for owner in theirs:
            self.forget(owner)
        return len(theirs)

    def healthy(self) -> bool:
        return True

    def close(self) -> None:
        """There is nothing to let go of."""
