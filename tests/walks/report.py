"""What a walk found, in few lines."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tests.walks.people.somebody import Heard

LONGEST = 150


def counted(faults: Iterable[str]) -> str:
    """How often each fault was found, the commonest first."""
    return "\n".join(f"{count:>6}  {fault}" for fault, count in Counter(faults).most_common())


def transcript(heard: Sequence[Heard]) -> str:
    """A conversation in one line; the same reply again is an equals sign."""
    lines, before = [], ""
    for reply in heard:
        words = "=" if reply.words == before else shortened(reply.words)
        end = "" if reply.listens else " [closes]"
        failed = f" !! {reply.crash}" if reply.crash else ""
        lines.append(f"> {reply.said}: {words}{end}{failed}")
        before = reply.words
    return "  ".join(lines)


def shortened(words: str) -> str:
    """The beginning and the end of what is said; the question at its end matters most."""
    half = LONGEST // 2
    return words if len(words) <= LONGEST else f"{words[:half]} … {words[-half:]}"
