"""A process that serves a skill which only echoes, as the terminal does: `serving.py local|public HOST PORT`."""

import sys

from skill.entrypoints.web import create_app
from skill.entrypoints.web_server import CannotServe, serve
from tests.entrypoints.fakes import Echo

if __name__ == "__main__":
    try:
        mode, host, port = sys.argv[1:]
        serve(create_app(Echo(), lambda: True), host, int(port), local=mode == "local")
    except CannotServe as error:
        error.show()
        sys.exit(error.exit_code)
