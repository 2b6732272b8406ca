"""How we are heard and how we hear, a row at a time: `python -m tests.listen [--sample] [ROW ...]`."""

import signal
import sys
import time
from importlib import import_module

ROWS = {
    "wishes": "whether what is understood typed is understood spoken",
    "cues": "whether what we say is heard as it is said",
    "routines": "whether silences and holds are what they say",
    "waking": "whether the wake word is found, and nothing else",
}
SAMPLE = "--sample"


def main() -> None:
    """Every row that is named, or all of them; with --sample a small part of each. Exits with 1 where it is worse."""
    names = [name for name in sys.argv[1:] if name != SAMPLE] or list(ROWS)
    if unknown := [name for name in names if name not in ROWS]:
        rows = "\n".join(f"  {name:<10}{told}" for name, told in ROWS.items())
        sys.exit(
            f"{unknown[0]!r} is no row. python -m tests.listen [{SAMPLE}] [ROW ...]: all rows, or of these:\n{rows}"
        )
    worse: list[str] = []
    for name in names:
        print(f"\n## {name}: {ROWS[name]}\n", flush=True)
        began = time.monotonic(), time.process_time()
        worse += import_module(f"tests.listen.{name}").main(sample=SAMPLE in sys.argv) or []
        print(
            f"\n({time.monotonic() - began[0]:.0f} s, {time.process_time() - began[1]:.0f} s of one processor)",
            flush=True,
        )
    if worse:
        sys.exit("\n".join(["Worse than it was:", *worse]))


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended from outside, it tells what it has as well
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
