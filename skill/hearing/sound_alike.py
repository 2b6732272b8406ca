"""How much alike two sentences sound, whatever letters they are written in: "sevassana" is "savasana".

English is spelt in so many ways that a rough rule must do: consonants by where they are made, all vowels alike.
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
"""What is spelt so sounds so, one rule after the other; what is voiced is not told from what is not."""

_VOWEL = "a"
_VOWEL_COSTS = 0.5
"""To lose or add a vowel: half of what a consonant costs, for noise takes vowels first."""
_NEAR = (frozenset("sSJ"), frozenset("fTp"), frozenset("tT"), frozenset("lrw"), frozenset("kt"))
_NEAR_COSTS = 0.5
"""To exchange two sounds that noise makes one."""

_MOST_NAMES = 12
"""As many as are told beforehand: of eleven misheard names eight were among the first twelve (0092)."""
_FARTHEST = 0.5
"""From nought to one: what is further away does not sound alike."""
_MORE_WORDS = 2
"""So many more words than a name has may be what was heard of it."""


@cache
def sound_of(words: str) -> str:
    """The sounds of the words one after the other, as roughly as noise leaves them."""
    return "".join(map(_sounds, words.lower().split()))


def apart(one: str, other: str) -> float:
    """How much the sounds of one have to be changed to be those of the other: from nought to one, of the longer."""
    mine, theirs = sound_of(one), sound_of(other)
    longest = max(_weight(mine), _weight(theirs))
    return _changed(mine, theirs) / longest if longest else 0.0


def names_like(sentences: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The names that sound most like what these sentences end with, the likest first; a few at most."""
    said = [re.sub(r"[^a-z' ]", " ", sentence.lower()).split() for sentence in sentences]
    least = {
        name: min((apart(end, name) for words in said for end in _ends(words, name)), default=1.0) for name in names
    }
    return tuple(name for name in sorted(least, key=least.__getitem__)[:_MOST_NAMES] if least[name] <= _FARTHEST)


def _ends(words: list[str], name: str) -> Iterator[str]:
    """What a sentence ends with, as many words as the name has, or two more."""
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
    """The least that it costs to add, lose and exchange sounds: the distance of Levenshtein, weighed."""
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
