"""Reloads an application once its content has changed; while the content is broken, the last good one goes on."""

from collections.abc import Callable, Iterable
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import click

from skill.compiled import look_again
from skill.content.reading.faults import ContentFaults
from skill.recognizer.templates.templates import TemplateFaults

_ASKED_OFTEN = "/page/ear"
"""Requested ten times a second while a microphone is open: too often to look at files for."""

BROKEN = "This cannot be read, so all goes on as it was:"


class Reloading:
    """A WSGI application that always answers with the newest content that can be read."""

    def __init__(self, read_again: Callable[[frozenset[str]], None], make: Callable[[], WSGIApplication]) -> None:
        """`read_again` reads the folders that changed, `make` makes an application of what was read."""
        self._read_again, self._make = read_again, make
        self._lock = Lock()
        self._changed: frozenset[str] = frozenset()
        self.trouble = ""
        """What is wrong with the files now, one fault a line; empty while all is well."""
        self._app = make()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, with whatever was saved before it."""
        if not environ["PATH_INFO"].startswith(_ASKED_OFTEN):
            self._look()
        return self._app(environ, start_response)

    def _look(self) -> None:
        with self._lock:
            changed = look_again()
            self._changed |= changed
            if changed:
                self._renew()

    def _renew(self) -> None:
        try:
            self._read_again(self._changed)
            self._app = self._make()
        except (ContentFaults, TemplateFaults) as faults:
            self.trouble = str(faults)
            click.echo(f"{BROKEN}\n{faults}", err=True)
        else:
            self.trouble, self._changed = "", frozenset()
