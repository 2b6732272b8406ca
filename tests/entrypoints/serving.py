"""A process that serves a skill which only echoes, as the terminal does: `serving.py local|public HOST PORT …`.

Where an address cannot be had it says why, and tries the next that is named; at the end it exits as the terminal does.
"""

import sys

from skill.entrypoints.web import create_app
from skill.entrypoints.web_server import CannotServe, serve
from tests.entrypoints.fakes import Echo


def serve_at(mode: str, host: str, port: str) -> int:
    """The exit code."""
    try:
        serve(create_app(Echo(), lambda: True), host, int(port), local=mode == "local")
    except CannotServe as error:
        error.show()
        return error.exit_code
    return 0


if __name__ == "__main__":
    addresses = sys.argv[1:]
    sys.exit(max(map(serve_at, addresses[::3], addresses[1::3], addresses[2::3])))
