"""Reads the sentences from which the reader learns: what people say, each below its meaning, one file a chapter.

A line that is not indented is a meaning: an intent, or in `danger` a level. The indented lines below it are sentences.
Lines that begin with `#` are comments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

SAID, DANGER = "said", "danger"
NO_DANGER = "none"


@dataclass(frozen=True)
class Said:
    """A sentence, and its meaning."""

    meaning: str
    words: str


def said_in(folder: Path) -> Iterator[Said]:
    """Every sentence of the text files in this folder, in the order of the file names."""
    for path in sorted(folder.glob("*.txt")):
        meaning = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(" ") and line.strip():
                yield Said(meaning, line.strip())
            elif line.strip() and not line.startswith("#"):
                meaning = line.strip()


def digest_of(*folders: Path) -> str:
    """A hash of all sentences in these folders, as sixteen hexadecimal digits."""
    said = "\n".join(f"{one.meaning} {one.words}" for folder in folders for one in said_in(folder))
    return sha256(said.encode()).hexdigest()[:16]
