"""A store that comes and goes, and whose answers get lost."""

from skill.ports.store import JsonRecord, Kept, Owner, Store, StoreDown


class UnreliableStore:
    """A real store behind a line that may be cut: before what is asked arrives, or before its answer does."""

    def __init__(self, behind: Store) -> None:
        self.behind = behind
        self.down = False
        self.next_answer_is_lost = False

    def turn_begins(self) -> None:
        self.behind.turn_begins()

    def read(self, owner: Owner) -> Kept | None:
        self._cut(when=self.down)
        return self.behind.read(owner)

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        self._cut(when=self.down)
        version = self.behind.write(owner, record, after)
        lost, self.next_answer_is_lost = self.next_answer_is_lost, False
        self._cut(when=lost)
        return version

    def household(self, account: str) -> dict[str, Kept]:
        return dict(self.behind.household(account))

    def forget(self, owner: Owner) -> None:
        self.behind.forget(owner)

    def forget_household(self, account: str) -> int:
        return self.behind.forget_household(account)

    def healthy(self) -> bool:
        return not self.down

    def close(self) -> None:
        self.behind.close()

    def _cut(self, *, when: bool) -> None:
        if when:
            raise StoreDown("The line was cut.")
