"""The engines that every test of the contract runs over: adding one is one line."""

from collections.abc import Callable
from pathlib import Path

from skill.dialogue.store import Store
from skill.stores.sqlite import SqliteStore

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite on disk": lambda folder: SqliteStore(str(folder / "kept" / "people.sqlite")),
    "sqlite in memory": lambda _: SqliteStore(":memory:"),
}
