"""`gentle-back forget`: deletes all records of one Alexa account."""

from contextlib import closing, suppress
from pathlib import Path

import click

from skill.alexa.identity import Identity
from skill.assembly import open_store
from skill.content.language.numbers import spelled
from skill.ports.store import Store, StoreDown
from skill.settings import Settings, SqlitePlace

NOTHING = """Nothing is kept of this account. If something should be: is this the id as Amazon gives it, is it the right
store, and is GENTLE_BACK_ID_KEY the key that the skill runs with? Without that key nobody is found."""

QUESTION = "Delete everything that is kept of this household ({records})? It cannot be brought back."


def forget(settings: Settings, account_id: str, *, sure: bool) -> str:
    """Delete every record of an account, under the key of now and the one before; return what was done, to be shown.

    Asks first, unless `sure`. Raises ClickException where there is no such file, NotOurs or StoreDown from the store.
    """
    _there_is(settings)
    with closing(open_store(settings)) as store:
        accounts = _hashes(settings, account_id.strip())
        found = _found(store, accounts)
        if found == 0:
            return NOTHING
        if not sure and not click.confirm(QUESTION.format(records=_counted(found)), err=True):
            raise click.ClickException("Nothing was deleted.")
        return f"Deleted {_counted(sum(map(store.forget_household, accounts)))}."


def _there_is(settings: Settings) -> None:
    """A file that is not there is not made for this: its name would be a slip."""
    place = settings.store
    if isinstance(place, SqlitePlace) and not settings.in_memory and not Path(place.name).exists():
        raise click.ClickException(f"There is no file {place.name}: name the store that the skill uses.")


def _hashes(settings: Settings, account_id: str) -> tuple[str, ...]:
    """Under which names the account may be kept: while the key is being changed there are two."""
    keys = (settings.old_id_key, settings.id_key)
    return tuple(Identity(key).hashed("account", account_id) for key in keys if key)


def _found(store: Store, accounts: tuple[str, ...]) -> int | None:
    """How many records there are; None where one is damaged, which can be deleted and not read."""
    with suppress(StoreDown):
        return sum(len(store.household(account)) for account in accounts)
    return None


def _counted(records: int | None) -> str:
    if records is None:
        return "a damaged record among it"
    return "one record" if records == 1 else f"{spelled(records, 'en')} records"
