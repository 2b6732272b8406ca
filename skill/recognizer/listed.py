"""What is listed: two names of a kind joined in one wish, and the wish with each of them alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from skill.recognizer.sentences.names import Names
from skill.recognizer.templates.manners import Words

_KINDS = ("stretch", "routine")
_LONGEST_NAME = 7
_ARTICLES = 1
"""Words that may stand between what joins two names and the second: "and the bridge"."""


_OF_SEVERAL = frozenset({"AddToMineIntent", "RemoveFromMineIntent"})
"""What can be done of two things at once: nothing is asked, and nobody is led anywhere."""


class Heard(Protocol):
    """Something understood."""

    @property
    def intent(self) -> str:
        """Its name."""


_Heard = TypeVar("_Heard", bound=Heard)


def alike(heard: Iterable[_Heard | None]) -> tuple[_Heard, ...]:
    """The wishes, where they are the same one about different things, and one that can be done of several.

    The last comes first: what is wished besides is done before it.
    """
    wishes = [*heard]
    there = tuple(wish for wish in wishes if wish)
    same = len({wish.intent for wish in there}) == 1 and there[0].intent in _OF_SEVERAL
    return there[::-1] if same and len(there) == len(wishes) else ()


def each_alone(words: Words, names: Mapping[str, Names], joining: Collection[str]) -> tuple[Words, ...]:
    """The words with the first and with the second of two joined names only; none where no two are joined."""
    for kind in _KINDS:
        for start, stop in _spans(words, names[kind]):
            after = stop + 1
            if stop < len(words) and words[stop] in joining:
                for begins in range(after, after + _ARTICLES + 1):
                    ends = _ends(words, begins, names[kind])
                    if ends:
                        first = (*words[:stop], *words[ends:])
                        return first, (*words[:start], *words[begins:ends], *words[ends:])
    return ()


def _spans(words: Words, names: Names) -> Iterator[tuple[int, int]]:
    for start in range(len(words)):
        stop = _ends(words, start, names)
        if stop:
            yield start, stop


def _ends(words: Words, start: int, names: Names) -> int:
    """Where the longest name that begins here ends; nought where none does."""
    lengths = range(min(_LONGEST_NAME, len(words) - start), 0, -1)
    return next((start + length for length in lengths if names.slugs(words[start : start + length])), 0)
