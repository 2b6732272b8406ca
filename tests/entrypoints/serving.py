"""A process that serves as the terminal does, for tests: `serving.py local|public|two|skill HOST PORT …`.

It serves a skill which only echoes, where it is asked for by `two` processes; `skill` is the whole one, over the store
at STORE, by two processes and without signatures. Where an address cannot be had it says why, and tries the next that
is named; at the end it exits as the terminal does.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext

import click
from flask import Flask

from skill.entrypoints.web import create_app
from skill.entrypoints.web_server import Door, MakesApp, serve
from tests.entrypoints.fakes import Echo


def serve_at(mode: str, host: str, port: str) -> int:
    """The exit code."""
    make_app: MakesApp = the_skill if mode == "skill" else echoing
    try:
        serve(make_app, Door(host, int(port), mode == "local", processes=2 if mode in ("two", "skill") else 1))
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0


def echoing() -> nullcontext[Flask]:
    return nullcontext(create_app(Echo(), lambda: True))


@contextmanager
def the_skill() -> Iterator[Flask]:
    # Loaded only here: most who ask for a server ask nothing of its skill.
    from skill.assembly import build_skill, open_store  # noqa: PLC0415
    from skill.settings import Wishes, read_settings  # noqa: PLC0415

    settings = read_settings(Wishes(f"sqlite:{os.environ['STORE']}"), {})
    with closing(open_store(settings)) as keeper:
        yield create_app(build_skill(settings, keeper), keeper.healthy)


if __name__ == "__main__":
    addresses = sys.argv[1:]
    sys.exit(max(map(serve_at, addresses[::3], addresses[1::3], addresses[2::3])))
