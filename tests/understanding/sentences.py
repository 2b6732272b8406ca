"""Sentences that people might say, grouped by what they mean, and how many of them are understood.

A line that is not indented has an intent and what its slots should be; the indented lines below it have the sentences.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from skill.content.library import read_library
from skill.recognizer.model import templates_of
from skill.recognizer.recognizer import FALLBACK, Recognizer, Understood

FOLDER = Path(__file__).parent
NOT_OURS = "not_ours"


@dataclass(frozen=True)
class Sentence:
    """What somebody said, in which file it stands, and what they mean."""

    group: str
    words: str
    intent: str
    slots: dict[str, str] = field(default_factory=dict)

    def is_understood(self, understood: Understood) -> bool:
        """Whether that is what they mean: this intent, with these slots and no others."""
        slots = {name: slot.ids[0] if len(slot.ids) == 1 else slot.said for name, slot in understood.slots.items()}
        return understood.intent == self.intent and (slots == self.slots or self.intent == "RedFlagIntent")


def sentences() -> tuple[Sentence, ...]:
    """All sentences, in the order of their files."""
    return tuple(sentence for path in sorted(FOLDER.glob("*.txt")) for sentence in _of(path))


def misunderstood(recognizer: Recognizer, said: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, Understood]]:
    """The sentences that are not understood as they are meant, with what they are taken for."""
    for sentence in said:
        understood = recognizer.understand(sentence.words)
        if not sentence.is_understood(understood):
            yield sentence, understood


def main() -> None:
    """Print how many are understood, and each that is not."""
    said = sentences()
    wrong = list(misunderstood(Recognizer(templates_of("en-US"), read_library()), said))
    wishes = [sentence for sentence in said if sentence.intent != FALLBACK]
    missed = [sentence for sentence, _ in wrong if sentence.intent != FALLBACK]
    share = 100 * (1 - len(missed) / len(wishes))
    print(f"understood: {len(wishes) - len(missed)} of {len(wishes)} wishes ({share:.1f} %), ", end="")
    print(f"and {len(wrong) - len(missed)} of {len(said) - len(wishes)} near misses taken for a wish")
    for sentence, understood in wrong:
        taken = " ".join([understood.intent, *(f"{name}={slot.ids}" for name, slot in understood.slots.items())])
        print(f"  {sentence.words!r}: {taken}, not {sentence.intent}")


def _of(path: Path) -> Iterator[Sentence]:
    intent, slots = "", {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            yield Sentence(path.stem, line.strip(), intent, slots)
        elif line and not line.startswith("#"):
            intent, *filled = line.split()
            slots = dict(slot.split("=") for slot in filled)


if __name__ == "__main__":
    main()
