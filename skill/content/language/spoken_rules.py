"""What every text that is heard must obey, whatever it is about."""

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
"""What no spoken text may contain, as a pattern, with the complaint."""

OF_A_LANGUAGE = {
    "en": {
        r"(?i)(?<![\w'])[b-df-hj-np-tv-xz]+(?![\w'])": "an abbreviation: nobody can say it; write the word out",
        r"(?i)(?<![\w'])(?:yr|yrs|ur|pls|hrs|thru|tho|abt)(?![\w'])": "an abbreviation: write the word out",
        r"(?<!\w)[A-Z]{2,}(?!\w)": "an abbreviation: write the word out",
        r"[^\W\d_a-zA-Z]": "no letter of English",
    },
}
"""The same for texts of one language."""

WORDS_AT_MOST = {"release": 8, "note": 12, "caution": 12, "during": 6, "rhythm": 2}
"""Words that a text may have where fewer than usual are allowed: inside a hold, or at every half breath."""

WORDS_USUALLY = 14
"""More than this in one go is not remembered by someone lying on the floor."""

_TEXTS_KEPT = 8192
"""Everything in a library, a few times over: whoever edits it has it read again with most of it as it was."""

NO_SENTENCES = {"name", "also", "sided", "lasting", "called", "note"}


def texts(heard: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text inside, each with its path."""
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
    """Each language that some locale needs is there."""
    for language in needed:
        if language not in words:
            yield Complaint(f"words.{language}", "missing")


def plain(heard: Any, path: str, language: str = "") -> Iterator[Complaint]:
    """Plain words of their own language only: no digits, markup, signs, abbreviations, claims or held breath.

    The language is the part of the path after `words`, unless it is given.
    """
    for place, text in texts(heard, path):
        own = language or place.removeprefix("words.").partition(".")[0]
        yield from (Complaint(place, wrong) for wrong in _wrong_in(text, own))


@lru_cache(maxsize=_TEXTS_KEPT)
def _wrong_in(text: str, language: str) -> tuple[str, ...]:
    """What a listener of this language should not hear."""
    patterns = FORBIDDEN | OF_A_LANGUAGE.get(language, {})
    found = [(re.search(pattern, text), complaint) for pattern, complaint in patterns.items()]
    wrong = [f"{match.group()!r} is {complaint}" for match, complaint in found if match]
    if language == "en" and (other := other_tongue(text)):
        wrong.append(f"this is {other}, and what stands here is said in English")
    return tuple(wrong)


def brief(heard: Any, path: str) -> Iterator[Complaint]:
    """Short enough to be remembered, and ended by a mark so that the voice falls."""
    for place, text in texts(heard, path):
        key = next(part for part in reversed(place.split(".")) if not part.isdigit())
        most, count = WORDS_AT_MOST.get(key, WORDS_USUALLY), len(text.split())
        if key in NO_SENTENCES - WORDS_AT_MOST.keys():
            continue
        if count > most:
            yield Complaint(place, f"{count} words, and at most {most} are allowed")
        if key not in NO_SENTENCES and text[-1] not in ".?!":
            yield Complaint(place, "must end with a full stop or a question mark")
