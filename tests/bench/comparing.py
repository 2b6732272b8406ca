"""Measurements side by side: each thing in its turn, round after round, the best and the median of all rounds."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROUNDS = 11


@dataclass(frozen=True)
class Measured:
    """What one thing took in each round, in one unit."""

    values: tuple[float, ...]

    @property
    def best(self) -> float:
        """The round in which this machine disturbed it least."""
        return min(self.values)

    @property
    def median(self) -> float:
        """The round in the middle."""
        return median(self.values)


def interleaved(what: str, things: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> Mapping[str, Measured]:
    """Each thing once in each round, so that whatever slows this machine down slows all of them."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for number in range(rounds):
        progress(f"{what}: round {number + 1} of {rounds}")
        for name, measure in things.items():
            taken[name].append(measure())
    progress("")
    return {name: Measured(tuple(values)) for name, values in taken.items()}


def progress(text: str) -> None:
    """What is being done, in one line that the next one takes back; nothing where nobody looks."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def beside(ours: Measured, other: Measured) -> str:
    """How many times as much ours is as the other."""
    return f"{ours.best / other.best:.2f} times (best), {ours.median / other.median:.2f} (median)"


def show(name: str, measured: Measured, unit: str = "ms", digits: int = 0) -> None:
    """One line: the best, the median, the longest."""
    best, middle, most = (f"{one:.{digits}f}" for one in (measured.best, measured.median, max(measured.values)))
    print(f"{name}: best {best}, median {middle}, most {most} {unit}, of {len(measured.values)}")


def against(aim: str, values: Sequence[str]) -> None:
    """What was aimed at, below what was measured."""
    print("".join(f"  {value}\n" for value in values) + f"  aimed at: {aim}")


def megabytes(process: int) -> float:
    """The memory that a process has in use now."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("no such process any more")


def cpu_milliseconds(group: int) -> float:
    """The processor time so far of all threads that there are in the processes of a group."""
    return sum(_spent(entry) for entry in Path("/proc").iterdir() if entry.name.isdigit() and _group(entry) == group)


def _group(process: Path) -> int:
    try:
        return int((process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[2])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _spent(process: Path) -> float:
    threads = (process / "task").glob("*/schedstat")
    return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6
