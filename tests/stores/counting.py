"""A process that counts in one record, and says each number once it is kept: to be run many at once, or killed."""

import sys
from itertools import count

from skill.ports.store import JsonRecord, Kept, Owner, Refused, StoreDown
from skill.stores.sqlite import SqliteStore

FILLING = "x" * 5_000


def main() -> None:
    store = SqliteStore(sys.argv[1])
    limit = int(sys.argv[2])
    say("ready")
    sys.stdin.readline()  # all start at once
    kept = store.read(Owner("counted"))
    for _ in range(limit) if limit else count():
        kept = _count_once(store, kept)
        say(kept.record["count"])
    store.close()


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _count_once(store: SqliteStore, kept: Kept | None) -> Kept:
    """Go on from the record that another process left, as often as one comes in between or keeps the file."""
    while True:
        before = kept.record["count"] if kept else 0
        assert isinstance(before, int)
        record: JsonRecord = {"count": before + 1, "filling": FILLING, "again": before + 1}
        try:
            return Kept(record, store.write(Owner("counted"), record, after=kept.version if kept else 0))
        except Refused as refusal:
            kept = refusal.current
        except StoreDown as busy:
            # On a slow disk the others may have the file for longer than a listener waits; then nothing was written.
            if "locked by another program" not in str(busy):
                raise


if __name__ == "__main__":
    main()
