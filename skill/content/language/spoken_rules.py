"""Rules for every text that the skill says, whatever it is about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from skill.content.language.tongues import other_tongue
from skill.content.model.frozen import Frozen
from skill.content.reading.faults import Complaint

FORBIDDEN = {
    r"\d": "a digit: write numbers as words",
    r"[<>&*]": "markup: content is plain text",
    r"[^\w\s<>&*.,;:?!'\u2019{}-]|_(?![a-z_]*})": "a sign that nobody says: write it as a word",
    r"(?i)\b(?:e\.g|i\.e|etc|approx|min|sec|secs|mins|reps|vs)\b\.?": "an abbreviation: write the word out",
    r"(?i)\b(?:hold|holding|keep|keeping)\W+(?:your |the |that )?breath\b": "holding the breath: nobody is to do that",
    r"(?i)\b(?:hold|holding|keep|keeping) in (?:your |the |that |a )?breath\b": "holding the breath: nobody is to",
    r"(?i)\bbreath(?:,| and|, and) (?:hold|keep)\b": "holding the breath: nobody is to do that",
    r"(?i)\bstop(?:ping)? breathing\b|\b(?:don't|do not|without) breath(?:e|ing)\b": "holding the breath: nobody is to",
    r"(?i)\bbreath(?:e|ing) in(?:,| and|, and) (?:hold|keep)\b": "holding the breath: nobody is to do that",
    r"(?i)\b(?:heal(?!th)|cure|treat|reliev|fix|safe|circulat|prevent)\w*": "a claim that we must not make",
}
"""Patterns that no spoken text may match, each with its complaint."""

OF_A_LANGUAGE = {
    "en": {
        r"(?i)(?<![\w'])[b-df-hj-np-tv-xz]+(?![\w'])": "an abbreviation: nobody can say it; write the word out",
        r"(?i)(?<![\w'])(?:yr|yrs|ur|pls|hrs|thru|tho|abt)(?![\w'])": "an abbreviation: write the word out",
        r"(?<!\w)[A-Z]{2,}(?!\w)": "an abbreviation: write the word out",
        r"[^\W\d_a-zA-Z]": "no letter of English",
    },
}
"""Further patterns for texts of one language."""

WORDS_AT_MOST = {"release": 8, "note": 12, "caution": 12, "during": 6, "rhythm": 2}
"""The most words of a text, by its key, where fewer than usual are allowed: inside a hold, or at every half breath."""

WORDS_USUALLY = 14
"""The most words of any other text: people who lie on the floor do not remember more in one go."""

_TEXTS_KEPT = 8192
"""Cache size: all texts of a library, a few times over, as most are unchanged when an author's files are read again."""

NO_SENTENCES = {"name", "also", "sided", "lasting", "called", "note"}


def texts(heard: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text inside `heard`, each with its path."""
    if isinstance(heard, str):
        yield path, heard
    elif isinstance(heard, Frozen):
        yield from texts(vars(heard), path)
    elif isinstance(heard, dict):
        for key, inner in heard.items():
            yield from texts(inner, f"{path}.{key}")
    elif isinstance(heard, tuple | list):
        for index, inner in enumerate(heard):
            yield from texts(inner, f"{path}.{index}")


def languages(words: Mapping[str, Any], needed: Iterable[str]) -> Iterator[Complaint]:
    """A complaint about every needed language that has no words."""
    for language in needed:
        if language not in words:
            yield Complaint(f"words.{language}", "missing")


def plain(heard: Any, path: str, language: str = "") -> Iterator[Complaint]:
    """Complaints about digits, markup, signs, abbreviations, claims, held breath, and words of another language.

    The language of a text is the part of its path after `words`, unless it is given.
    """
    for place, text in texts(heard, path):
        own = language or place.removeprefix("words.").partition(".")[0]
        yield from (Complaint(place, wrong) for wrong in _wrong_in(text, own))


@lru_cache(maxsize=_TEXTS_KEPT)
def _wrong_in(text: str, language: str) -> tuple[str, ...]:
    """What is wrong with a text of this language."""
    patterns = FORBIDDEN | OF_A_LANGUAGE.get(language, {})
    found = [(re.search(pattern, text), complaint) for pattern, complaint in patterns.items()]
    wrong = [f"{match.group()!r} is {complaint}" for match, complaint in found if match]
    if language == "en" and (other := other_tongue(text)):
        wrong.append(f"this is {other}, and what stands here is said in English")
    return tuple(wrong)


def brief(heard: Any, path: str) -> Iterator[Complaint]:
    """Complaints about texts with too many words to remember, or without a mark at the end, for the voice to fall."""
    for place, text in texts(heard, path):
        key = next(part for part in reversed(place.split(".")) if not part.isdigit())
        most, count = WORDS_AT_MOST.get(key, WORDS_USUALLY), len(text.split())
        if key in NO_SENTENCES - WORDS_AT_MOST.keys():
            continue
        if count > most:
            yield Complaint(place, f"{count} words, and at most {most} are allowed")
        if key not in NO_SENTENCES and text[-1] not in ".?!":
            yield Complaint(place, "must end with a full stop or a question mark")
