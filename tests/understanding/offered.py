"""The words that our phrases offer to be said, taken out of them as somebody would who hears them."""

import re
from collections.abc import Iterator

NO_WORDS = frozenset(
    {
        "a time",
        "another one",
        "are you well",
        "first",
        "has a doctor seen you",
        "for instance",
        "from three",
        "how",
        "how many minutes you have",
        "its name",
        "name a stretch",
        "name what is stiff",
        "what you cannot do",
        "which",
    }
)
"""What follows "say" and is no sentence to be said: it tells of one."""

_OFFERS = re.compile(
    r"(?:(?<!I )\bsay:? |\bask (?=how|what|which|is)|\bfor instance: )(?P<words>[^.;?!]+)", re.IGNORECASE
)
_AFTERWARDS = re.compile(r" (?:to|when|whenever|if|for) .*$")
_NOT_WORDS = re.compile(r"(?:and|if|when|whenever|as) ")
_BETWEEN = re.compile(r",? or (?:say )?|, and then |, (?:for instance: |say )?")
_INTRODUCED = re.compile(r"^.*: ")
_WAKE_WORD = re.compile(r"\balexa\b,? ?", re.IGNORECASE)
_AND_A_NAME = re.compile(r", and (?:its name|the ones that you like)")
_HALVES = re.compile(r"(?:.*[.:] )?(?P<first>[^.,]+), or (?P<second>[^.,?]+)\?")


def offered_in(phrase: str) -> Iterator[str]:
    """What this phrase offers to be said, word for word; what it lets one choose from, too."""
    for offer in _OFFERS.finditer(_AND_A_NAME.sub(" {name}", phrase)):
        yield from _pieces(offer["words"], literal=offer[0].removesuffix(offer["words"]).endswith(": "))
    if halves := _HALVES.fullmatch(phrase):
        yield from (half for half in halves.groups() if half.lower() not in NO_WORDS)


def _pieces(words: str, *, literal: bool) -> Iterator[str]:
    """What stands between commas and "or"; behind a colon all of it is to be said, else only its beginning."""
    introduced = literal or ": " in words
    for piece in _BETWEEN.split(_WAKE_WORD.sub("", _INTRODUCED.sub("", words))):
        said = piece if introduced else _AFTERWARDS.sub("", piece)
        if said and said.lower() not in NO_WORDS and not _NOT_WORDS.match(said):
            yield said.strip()
