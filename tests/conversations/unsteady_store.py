"""The store at home, which can be taken away and given back."""

from skill.ports.store import JsonRecord, Kept, Owner, StoreDown
from skill.stores.sqlite import SqliteStore


class UnsteadyStore(SqliteStore):
    """SQLite on disk; while it is `down`, it says so as a store that is down does."""

    down = False

    def read(self, owner: Owner) -> Kept | None:
        self._stand_or_fall()
        return super().read(owner)

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        self._stand_or_fall()
        return super().write(owner, record, after)

    def _stand_or_fall(self) -> None:
        if self.down:
            raise StoreDown("The store was taken away.")
