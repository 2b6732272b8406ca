"""Makes what `gentle-back serve` serves: the page for this machine, or the endpoint for Alexa alone."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

import click

from skill.assembly import build_skill, open_store, read_again, the_library
from skill.device.page_turns import PageClock
from skill.device.reminders import PretendReminders
from skill.entrypoints.aloud import voices_here
from skill.entrypoints.page.microphone import listen_for_the_page
from skill.entrypoints.page.site import show_the_page
from skill.entrypoints.page.speech import speak_for_the_page
from skill.entrypoints.processes import at_hand
from skill.entrypoints.reloading import Reloading
from skill.entrypoints.web import create_app
from skill.entrypoints.web_server import CannotServe, MakesApp
from skill.home import guard_of, it_can_hear, kept_by, page_turns, the_ears, what_is_shown, what_was_said
from skill.ports.store import NotOurs, StoreDown
from skill.settings import Settings


def how_many(wished: int | None, settings: Settings, *, local: bool) -> int:
    """How many processes serve: one with --local and over a store in memory, else as many as were asked for.

    Raises UsageError where several were asked for, and only one may serve.
    """
    alone = "--local" if local else "A store in memory" if settings.in_memory else ""
    if alone and wished not in (None, 1):
        raise click.UsageError(f"{alone} is served by one process: leave --processes out.")
    return 1 if alone else wished or at_hand()


def at_home(settings: Settings, locale: str) -> MakesApp:
    """Makes the application with the page, for this machine; edited content is read again at the next turn."""
    keeper = open_store(settings)
    reminders, clock = PretendReminders(), PageClock(lambda: datetime.now(UTC))
    voices = voices_here()

    def make() -> Any:
        skill = build_skill(settings, keeper, reminders, at_home=True)
        turn = page_turns(skill, locale, clock)
        app = create_app(skill, keeper.healthy, page_turn=lambda sent: {**turn(sent), "trouble": served.trouble})
        show_the_page(app, what_is_shown(locale), kept_by(settings, keeper), lambda: served.trouble)
        speak_for_the_page(app, voices)
        if it_can_hear():
            listen_for_the_page(app, what_was_said(skill, locale, clock), lambda: the_ears(locale))
        return app

    served = Reloading(lambda changed: read_again(changed, locale), make)
    for close in (keeper.close, *(voice.close for voice in voices.values())):
        click.get_current_context().call_on_close(close)
    return lambda: nullcontext(served)


def for_alexa(settings: Settings) -> MakesApp:
    """Makes the application for Alexa's signed requests alone. The store is checked once, before anything is served.

    Each process opens a store of its own, for no connection can be shared between processes.
    """
    guard, _ = guard_of(settings), the_library()
    open_store(settings).close()

    @contextmanager
    def make_app() -> Iterator[Any]:
        with closing(_opened(settings)) as keeper:
            yield create_app(build_skill(settings, keeper), keeper.healthy, guard)

    return make_app


def _opened(settings: Settings) -> Any:
    """The store, checked before. Raises CannotServe with a sentence where it has become unusable since."""
    try:
        return open_store(settings, check=False)
    except (NotOurs, StoreDown) as trouble:
        raise CannotServe(str(trouble)) from trouble
