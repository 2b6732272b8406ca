"""Fills the gaps of phrases in one language; variants are chosen by a seed, so that a turn repeats exactly."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from skill.content.language.numbers import spelled
from skill.content.library import Library

_SECONDS_A_MINUTE = 60


@dataclass(frozen=True)
class Wording:
    """Puts things into words for one turn: with the library's phrases, in a language, varied by a seed."""

    library: Library
    language: str
    seed: str = ""

    def say(self, key: str, **fields: str) -> str:
        """The phrase of this key with its gaps filled; raises KeyError for a phrase that nobody wrote."""
        variants = self.library.phrases[self.language][key]
        chosen = 0 if len(variants) == 1 else crc32(f"{self.seed}:{key}".encode()) % len(variants)
        return _filled(variants[chosen], fields)

    def due(self, key: str, number: int, /, **fields: str) -> str:
        """The phrase of this key in the variant for this `number`, whatever the seed: in a row, all take turns."""
        variants = self.library.phrases[self.language][key]
        return _filled(variants[number % len(variants)], fields)

    def number(self, number: int) -> str:
        """A whole number in words."""
        known = self.library.numbers.get(self.language, ())
        return known[number] if 0 <= number < len(known) else spelled(number, self.language)

    def count(self, unit: str, number: int) -> str:
        """So many of a unit ("one minute", "twice", "twenty seconds").

        Units are phrases under `unit`: by the figure where a number is said in its own way, else `many`.
        """
        exact, usual = f"unit.{unit}.{number}", f"unit.{unit}.many"
        known = exact in self.library.phrases[self.language]
        return self.say(exact if known else usual, number=self.number(number))

    def seconds(self, seconds: int) -> str:
        """A length as people say it: whole minutes as minutes, everything else in seconds."""
        minutes, rest = divmod(seconds, _SECONDS_A_MINUTE)
        return self.count("minute", minutes) if minutes and not rest else self.count("second", seconds)

    def minutes(self, seconds: float) -> str:
        """A length to the nearest minute, and "less than a minute" below one."""
        if seconds < _SECONDS_A_MINUTE:
            return self.say("unit.minute.less")
        return self.count("minute", round(seconds / _SECONDS_A_MINUTE))

    def listing(self, names: Sequence[str], joiner: str = "and") -> str:
        """Names in a row with `and` or `or` before the last."""
        *others, last = names
        if not others:
            return last
        key = joiner if len(others) > 1 else f"{joiner}-two"
        return self.say(f"listing.{key}", names=", ".join(others), last=last)


def _filled(phrase: str, fields: Mapping[str, str]) -> str:
    """The phrase with its gaps filled; most have none, and are said dozens of times a turn."""
    return phrase.format(**fields) if "{" in phrase else phrase


_SENTENCE_START = re.compile(r"(?:^|(?<=[.?!] ))[^\W\d_]")
_SENTENCES_KEPT = 4096
"""Every cue that authors wrote, a few times over: a turn lays its routine out several times."""


@lru_cache(maxsize=_SENTENCES_KEPT)
def sentence(words: str) -> str:
    """The words with a capital letter where a sentence begins."""
    return _SENTENCE_START.sub(lambda letter: letter[0].upper(), words)
