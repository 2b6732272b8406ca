"""The settings, from the command line and the environment: read once, with every mistake reported at once."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from skill.folders import CHECKOUT

HOME_KEY = b"gentle back at home"
"""Ids are hashed with a key so that a stolen table names nobody. A file at home lies beside the program that could hash
the ids anyway, so there a secret would protect nothing, and a lost one would lose everybody's place."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
LOCAL_REGION = "us-east-1"
"""A DynamoDB engine on this machine needs some region, no matter which."""

SHORTEST_KEY = 32

_TABLE = re.compile(r"[A-Za-z0-9_.-]{3,255}")
_ADDRESS = re.compile(r"https?://(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:[0-9]{1,5})?/?", re.ASCII)
_SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[\w-]+", re.ASCII)


def on_loopback(url: str) -> bool:
    """Whether this is an address, and one of this machine's own."""
    match = _ADDRESS.fullmatch(url)
    return match is not None and match[1].strip("[]") in LOOPBACK


@dataclass(frozen=True)
class SqlitePlace:
    """A file, or `:memory:`."""

    name: str


@dataclass(frozen=True)
class DynamoPlace:
    """A table of DynamoDB, or of an engine like it at `endpoint_url`."""

    table: str
    region: str
    endpoint_url: str | None = None

    @property
    def local(self) -> bool:
        """Whether the engine is on this machine, where any credentials will do."""
        return on_loopback(self.endpoint_url or "")


@dataclass(frozen=True)
class Settings:
    """Where records are kept, the key by which ids are hashed, and the id of our skill, where that is checked.

    `old_id_key` is the key before `id_key`: records that are still under it are found, and moved to the new one.
    """

    store: SqlitePlace | DynamoPlace
    id_key: bytes
    skill_id: str | None = None
    old_id_key: bytes | None = None

    @property
    def in_memory(self) -> bool:
        """Whether people are kept in the memory of one process, and forgotten with it."""
        return self.store == SqlitePlace(":memory:")


@dataclass(frozen=True)
class Wishes:
    """What the command line says, before the environment. `verify`: only requests that Alexa signed are answered."""

    store: str | None = None
    endpoint_url: str | None = None
    verify: bool = False


def home_file(environment: Mapping[str, str], checkout: Path | None = CHECKOUT) -> Path:
    """The SQLite file used at home: in the checkout, or where the system keeps the data of applications."""
    if checkout:
        return checkout / ".gentle-back" / "people.sqlite"
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    elif sys.platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA") or home)
    else:
        folder = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return folder / "gentle-back" / "people.sqlite"


def models_folder() -> Path:
    """Where `make voice` puts the models of the voice and of the recognizer, each in a folder of its name."""
    return home_file(os.environ).parent / "models"


def speech_folder() -> Path:
    """The cache of spoken sentences; it may be deleted at any time."""
    return home_file(os.environ).parent / "speech"


class BadSettings(Exception):
    """Every setting that is wrong, each with what to do, one a line."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = tuple(complaints)


def read_settings(wishes: Wishes = Wishes(), environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings, or raise `BadSettings`. An empty variable counts as none."""
    given = _Given.of(wishes, os.environ if environment is None else environment)
    complaints = [
        *_store_complaints(given),
        *_cloud_complaints(given),
        *_key_complaints(given),
        *_skill_complaints(given),
    ]
    if complaints:
        raise BadSettings(complaints)
    return Settings(
        store=given.place,
        id_key=given.id_key.encode() or HOME_KEY,
        skill_id=given.skill_id or None,
        old_id_key=given.old_id_key.encode() or None,
    )


@dataclass(frozen=True)
class _Given:
    """Every setting as it was written; empty where it was not."""

    store: str
    endpoint_url: str
    verify: bool
    region: str
    id_key: str
    old_id_key: str
    skill_id: str

    @classmethod
    def of(cls, wishes: Wishes, environment: Mapping[str, str]) -> Self:
        def variable(name: str) -> str:
            return environment.get(name, "").strip()

        return cls(
            store=wishes.store or variable("GENTLE_BACK_STORE") or f"sqlite:{home_file(environment)}",
            endpoint_url=wishes.endpoint_url or "",
            verify=wishes.verify,
            region=variable("AWS_REGION"),
            id_key=variable("GENTLE_BACK_ID_KEY"),
            old_id_key=variable("GENTLE_BACK_OLD_ID_KEY"),
            skill_id=variable("GENTLE_BACK_SKILL_ID"),
        )

    @property
    def engine(self) -> str:
        return self.store.partition(":")[0]

    @property
    def place(self) -> SqlitePlace | DynamoPlace:
        _, _, name = self.store.partition(":")
        if self.engine == "dynamodb":
            return DynamoPlace(name, self.region or LOCAL_REGION, self.endpoint_url or None)
        return SqlitePlace(name if name == ":memory:" else str(Path(name).expanduser()))


def _store_complaints(given: _Given) -> Iterator[str]:
    _, _, name = given.store.partition(":")
    if given.engine not in ("sqlite", "dynamodb") or not name:
        yield (
            f"The store {given.store!r} is none that we know: "
            "GENTLE_BACK_STORE and --store take sqlite:PATH, sqlite::memory: or dynamodb:TABLE."
        )
    elif given.engine == "dynamodb" and not _TABLE.fullmatch(name):
        yield (
            f"The table {name!r} has no possible name: "
            "in GENTLE_BACK_STORE or --store (dynamodb:TABLE), give 3 to 255 letters, digits, hyphens, dots or "
            "underscores."
        )
    if given.endpoint_url and given.engine != "dynamodb":
        yield "--endpoint-url goes with a table only: leave it out, or give --store dynamodb:TABLE."
    if given.endpoint_url and not _ADDRESS.fullmatch(given.endpoint_url):
        yield f"--endpoint-url {given.endpoint_url!r} is no address: give one like http://127.0.0.1:8000."


def _cloud_complaints(given: _Given) -> Iterator[str]:
    """What a table needs, unless its engine is on this machine."""
    if given.engine == "dynamodb" and not on_loopback(given.endpoint_url):
        if not given.region:
            yield "AWS_REGION is not set: name the region of the table, such as eu-west-1."
        if not given.id_key:
            yield "GENTLE_BACK_ID_KEY is not set: make a secret once (openssl rand -hex 32) and keep it for good."


def _key_complaints(given: _Given) -> Iterator[str]:
    if given.id_key and len(given.id_key) < SHORTEST_KEY:
        yield f"GENTLE_BACK_ID_KEY is too short: give at least {SHORTEST_KEY} characters (openssl rand -hex 32)."
    if given.old_id_key and len(given.old_id_key) < SHORTEST_KEY:
        yield "GENTLE_BACK_OLD_ID_KEY is too short to have been a key: give the whole of it, or leave it out."
    elif given.old_id_key and not given.id_key:
        yield "GENTLE_BACK_OLD_ID_KEY goes with a new key only: set GENTLE_BACK_ID_KEY as well, or leave it out."
    elif given.old_id_key and given.old_id_key == given.id_key:
        yield "GENTLE_BACK_OLD_ID_KEY is the same as GENTLE_BACK_ID_KEY: give the key of before, or leave it out."


def _skill_complaints(given: _Given) -> Iterator[str]:
    if given.skill_id and not _SKILL_ID.fullmatch(given.skill_id):
        yield (
            f"GENTLE_BACK_SKILL_ID {given.skill_id!r} is no skill's: "
            "copy it from the developer console; it begins with amzn1.ask.skill."
        )
    if given.verify and not given.skill_id:
        yield "GENTLE_BACK_SKILL_ID is not set: --verify lets in requests for one skill only, so say which."
