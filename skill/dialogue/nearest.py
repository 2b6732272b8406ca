"""Which names sound most like one that nobody knows, for "did you mean"."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher


def nearest(said: str, names: Mapping[str, Iterable[str]], count: int = 2) -> tuple[str, ...]:
    """The slugs whose names are most like what was said, the likest first; `names` has every name of each slug."""
    likeness = {
        slug: max((_likeness(said.lower(), name.lower()) for name in known), default=0.0)
        for slug, known in names.items()
    }
    return tuple(sorted(likeness, key=lambda slug: (-likeness[slug], slug))[:count])


def _likeness(said: str, name: str) -> float:
    """From nought to two: the share of letters in common, and the share of words."""
    words, known = set(said.split()), set(name.split())
    shared = len(words & known) / len(words | known) if words else 0.0
    return SequenceMatcher(None, said, name, autojunk=False).ratio() + shared
