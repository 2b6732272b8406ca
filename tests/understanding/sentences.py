"""Sentences that people might say, grouped by what they mean, and how many of them are understood.

A line that is not indented has an intent and what its slots should be; the indented lines below it have the sentences.
Where two wishes are as good, a bar stands between them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.home import the_recognizer
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import FALLBACK, Recognizer

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Meaning:
    """An intent, and what its slots are."""

    intent: str
    slots: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """What somebody said, in which file it stands, and what they mean: one of these."""

    group: str
    words: str
    meanings: tuple[Meaning, ...]

    @property
    def is_a_wish(self) -> bool:
        """Whether it means something to us."""
        return self.meanings != (Meaning(FALLBACK),)

    def is_understood(self, understood: Understood) -> bool:
        """Whether that is what they mean: this intent, with these slots and no others."""
        return as_meaning(understood) in self.meanings


def as_meaning(understood: Understood) -> Meaning:
    """What was understood, with the one id of each slot, or with the words where it has none or several."""
    said = {name: slot.ids[0] if len(slot.ids) == 1 else slot.said for name, slot in understood.slots.items()}
    return Meaning(understood.intent, tuple(sorted(f"{name}={value}" for name, value in said.items())))


def sentences() -> tuple[Sentence, ...]:
    """All sentences, in the order of their files."""
    return tuple(sentence for path in sorted(FOLDER.glob("*.txt")) for sentence in _of(path))


def misunderstood(recognizer: Recognizer, said: Iterable[Sentence]) -> Iterator[tuple[Sentence, Understood]]:
    """The sentences that are not understood as they are meant, with what they are taken for."""
    for sentence in said:
        understood = recognizer.understand(sentence.words)
        if not sentence.is_understood(understood):
            yield sentence, understood


def report() -> Iterator[str]:
    """How many are understood, and each that is not: a line each."""
    said = sentences()
    wrong = list(misunderstood(the_recognizer("en-US"), said))
    wishes = [sentence for sentence in said if sentence.is_a_wish]
    missed = [sentence for sentence, _ in wrong if sentence.is_a_wish]
    share = 100 * (1 - len(missed) / len(wishes))
    yield f"understood: {len(wishes) - len(missed)} of {len(wishes)} sentences written by hand, {share:.1f} %"
    yield f"taken for a wish: {len(wrong) - len(missed)} of {len(said) - len(wishes)} that are none"
    for sentence, understood in wrong:
        taken = as_meaning(understood)
        yield f"  {sentence.words!r}: {' '.join([taken.intent, *taken.slots])}, not {sentence.meanings[0].intent}"


def _of(path: Path) -> Iterator[Sentence]:
    meanings: tuple[Meaning, ...] = ()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            yield Sentence(path.stem, line.strip(), meanings)
        elif line and not line.startswith("#"):
            meanings = tuple(_meaning(*one.split()) for one in line.split("|"))


def _meaning(intent: str, *slots: str) -> Meaning:
    return Meaning(intent, tuple(sorted(slots)))
