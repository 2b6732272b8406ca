"""How much alike two sentences sound, however they are spelt: "sevassana" is "savasana".

English spelling is so irregular that a rough rule must do: consonants by where they are formed, all vowels alike.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

_SPELT = (
    (r"[^a-z]", ""),
    (r"(?<=[aeiou])gh", ""),
    (r"kn|gn(?=[aeiou])", "n"),
    (r"wr", "r"),
    (r"wh", "w"),
    (r"ph|gh", "f"),
    (r"tch|ch|dg|j", "J"),
    (r"sch|sh|c(?=ia)|t(?=io)", "S"),
    (r"th", "T"),
    (r"c(?=[eiy])|z", "s"),
    (r"x", "ks"),
    (r"qu", "kw"),
    (r"[cq]", "k"),
    (r"v", "f"),
    (r"[bp]", "p"),
    (r"[dt]", "t"),
    (r"[gk]", "k"),
    (r"[mn]", "n"),
    (r"h", ""),
    (r"(?<=[^aeiou])e$", ""),
    (r"[aeiouy]+", "a"),
    (r"(.)\1+", r"\1"),
)
"""Rules from spelling to sound, applied in order; voiced and voiceless consonants are the same."""

_VOWEL = "a"
_VOWEL_COSTS = 0.5
"""The cost of losing or adding a vowel: half of that of a consonant, because noise takes vowels first."""
_NEAR = (frozenset("sSJ"), frozenset("fTp"), frozenset("tT"), frozenset("lrw"), frozenset("kt"))
_NEAR_COSTS = 0.5
"""The cost of exchanging two sounds that noise confuses."""

_MOST_NAMES = 12
"""How many names an ear is told beforehand: of eleven misheard names, eight were among the first twelve (0092)."""
_FARTHEST = 0.5
"""The largest distance, from nought to one, at which words sound alike."""
_MORE_WORDS = 2
"""How many more words than a name has an ear may have made of it."""


@cache
def sound_of(words: str) -> str:
    """The sounds of the words, as roughly as noise leaves them, one letter each."""
    return "".join(map(_sounds, words.lower().split()))


def apart(one: str, other: str) -> float:
    """The distance between the sounds of both, from nought (alike) to one, as a share of the longer one."""
    mine, theirs = sound_of(one), sound_of(other)
    longest = max(_weight(mine), _weight(theirs))
    return _changed(mine, theirs) / longest if longest else 0.0


def names_like(sentences: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The names that sound most like the ends of these sentences, the most similar first; at most a few."""
    said = [re.sub(r"[^a-z' ]", " ", sentence.lower()).split() for sentence in sentences]
    least = {
        name: min((apart(end, name) for words in said for end in _ends(words, name)), default=1.0) for name in names
    }
    return tuple(name for name in sorted(least, key=least.__getitem__)[:_MOST_NAMES] if least[name] <= _FARTHEST)


def _ends(words: list[str], name: str) -> Iterator[str]:
    """The ends of a sentence, of one word up to two more than the name has."""
    for start in range(max(0, len(words) - len(name.split()) - _MORE_WORDS), len(words)):
        yield " ".join(words[start:])


@cache
def _sounds(word: str) -> str:
    for spelt, sounds in _SPELT:
        word = re.sub(spelt, sounds, word)
    return word


def _weight(sounds: str) -> float:
    return sum(map(_costs, sounds))


def _costs(sound: str) -> float:
    return _VOWEL_COSTS if sound == _VOWEL else 1.0


def _changed(mine: str, theirs: str) -> float:
    """The weighted Levenshtein distance: the least cost of adding, losing and exchanging sounds."""
    row = [0.0]
    for sound in theirs:
        row.append(row[-1] + _costs(sound))
    for sound in mine:
        before, row[0] = row[0], row[0] + _costs(sound)
        for column, other in enumerate(theirs):
            least = min(row[column + 1] + _costs(sound), row[column] + _costs(other), before + _exchanged(sound, other))
            before, row[column + 1] = row[column + 1], least
    return row[-1]


@cache
def _exchanged(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if _VOWEL in (one, other):
        return 1.0
    return _NEAR_COSTS if any(one in near and other in near for near in _NEAR) else 1.0
