"""Puts the skill together over its store, as it runs in the cloud and at home."""

from functools import cache

from skill.alexa.identity import Identity
from skill.alexa.reminders import AlexaReminders
from skill.alexa.skill import AlexaSkill
from skill.alexa.time_zone import AlexaTimeZones
from skill.content.library import Library, read_library
from skill.dialogue.guide import Guide
from skill.ports.reminders import Reminders
from skill.ports.store import Store
from skill.settings import Settings, SqlitePlace
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb_client import connect
from skill.stores.sqlite import SqliteStore


@cache
def the_library() -> Library:
    """The content, read once."""
    return read_library()


def open_store(settings: Settings, *, check: bool = True) -> Store:
    """The store that the settings name; raises NotOurs or StoreDown with a sentence that says what to do.

    A table is asked whether it can be used; without `check` it is not, and its first turn finds out.
    """
    place = settings.store
    if isinstance(place, SqlitePlace):
        return SqliteStore(place.name)
    store = DynamoStore(connect(place.region, place.endpoint_url, local=place.local), place.table)
    if check:
        store.check()
    return store


def build_skill(
    settings: Settings, store: Store, reminders: Reminders | None = None, *, at_home: bool = False
) -> AlexaSkill:
    """The skill over a store; reminders are Alexa's unless others are given. Devices are ours where it is `at_home`."""
    guide = Guide(the_library(), store, AlexaTimeZones(), reminders or AlexaReminders())
    return AlexaSkill(guide, Identity(settings.id_key, settings.old_id_key), at_home=at_home)
