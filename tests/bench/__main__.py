"""What this machine measures, a row at a time: `python -m tests.bench`, or with the names of rows only those."""

import logging
import sys
from importlib import import_module

ROWS = {
    "start": "a process from its start to its first reply, and its memory, beside a hello-world",
    "turn": "processor time of a turn, over whole routines",
    "many": "a turn where there are two thousand routines",
    "server": "processor time of a turn over HTTP, kept on disk",
    "crowd": "turns a second with many people at a time, beside a hello-world on Flask and waitress",
    "strangers": "what it takes to refuse a forged request",
    "morning": "two hundred people at once at one server, and what a table counts",
    "command": "the command line",
    "function": "turns of the packed function over a table",
    "place": "how well places are kept",
    "reading": "how well people are understood",
}


def main() -> None:
    """Every row that is named, or all of them."""
    names = sys.argv[1:] or list(ROWS)
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        rows = "\n".join(f"  {name:<10}{told}" for name, told in ROWS.items())
        sys.exit(f"python -m tests.bench [ROW ...]: all rows, or some of these:\n{rows}")
    # The stand-in for DynamoDB tells of each request.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    for number, name in enumerate(names):
        print(f"{'' if number == 0 else chr(10)}-- {name}: {ROWS[name]}", flush=True)
        import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
