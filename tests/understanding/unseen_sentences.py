"""Sentences of people who had read none of ours, and how they are understood; half of them nobody looks at.

Five hands wrote them as ten kinds of people from a description of the skill, and somebody else wrote beside each what
it means, without hearing what the skill makes of it. `open.tsv` may be looked at while the skill is being built;
`sealed.tsv` may not: only its figures are. Three other hands were asked `anew`, later, for what comes to mind first;
of those, too, one half is open and one is sealed. A `third` time one hand wrote from the README alone. A `fourth` time
one wrote emergencies and what is near to them, before looking at the signs; the half put `apart` was looked at once
what the other half had shown was mended. A `fifth` time one
hand wrote before it wrote samples for the reader, so that this set says what it learned of its own hand. A `sixth` time
another wrote before it looked at any template; by the half put `apart` nothing was mended. A `seventh` time four hands
wrote from the description alone, and what each sentence means afterwards; the figures of its sealed half were looked at
before anything was learned, and again at the end. The hands of
the first time wrote whole dialogues, `dialogues*.txt`, too, with what a good reply must do below each turn;
`python -m tests.understanding.dialogues` plays them.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.assembly import the_library
from skill.ports.evidence import Evidence
from skill.ports.intents import RED_FLAG
from skill.recognizer.meaning import Understood
from skill.recognizer.model import templates_of
from skill.recognizer.recognizer import FALLBACK, Recognizer
from tests.understanding.moments import known_in

FOLDER = Path(__file__).parent / "unseen"
HALVES = (
    *("open", "sealed", "open-anew", "sealed-anew", "open-third", "sealed-third"),
    *("open-fourth", "apart-fourth", "open-fifth", "open-sixth", "apart-sixth"),
    *("open-seventh", "sealed-seventh"),
)
NAMED_SINCE = {
    "NEW:are-you-a-doctor": "DoctorIntent",
    "NEW:area-in-time": "ByAreaInTimeIntent",
    "NEW:body-part-here": "BodyPartIntent",
    "NEW:change-voice": "VoiceIntent",
    "NEW:common-mistakes": "MistakesIntent",
    "NEW:everything-longer": "EverythingLongerIntent",
    "NEW:favourites": "FavouritesIntent",
    "NEW:feel-here": "FeelInIntent",
    "NEW:get-me-down": "GetMeDownIntent",
    "NEW:hold-more-by": "MoreOfThisIntent",
    "NEW:how-to-breathe": "HowToBreatheIntent",
    "NEW:is-it-normal": "IsItNormalIntent",
    "NEW:is-that-it": "IsThatItIntent",
    "NEW:it-helped": "GladIntent",
    "NEW:louder": "VolumeIntent",
    "NEW:move-reminder": "MoveReminderIntent",
    "NEW:not-side": "NotSideIntent",
    "NEW:only-side": "OnlySideIntent",
    "NEW:pause-for": "PauseForIntent",
    "NEW:quieter": "VolumeIntent",
    "NEW:remind-except": "RemindMeIntent",
    "NEW:restart-this": "StartThisOverIntent",
    "NEW:swap-this": "SwapThisIntent",
    "NEW:unknown-name": "StartStretchIntent",
    "NEW:volume-down": "VolumeIntent",
    "NEW:volume-up": "VolumeIntent",
    "NEW:warning-signs": "WarningSignsIntent",
    "NEW:what-did-i-do": "WhatDidIDoIntent",
    "NEW:what-do-i-need": "WhatNeededIntent",
}
"""The intents of wishes that had none when the sentences were written; what is still `NEW` has none yet."""
MERGED_SINCE = {
    "AddThisIntent": ("AddToMineIntent",),
    "CannotTodayIntent": ("CannotIntent", "span=today"),
    "LeaveThisOutIntent": ("LeaveOutIntent",),
    "MistakesHereIntent": ("MistakesIntent",),
    "PictureOfThisIntent": ("PictureIntent",),
    "RemoveThisIntent": ("RemoveFromMineIntent",),
    "SafeForMeStretchIntent": ("SafeForMeIntent",),
    "WhatIsThisForIntent": ("WhatForIntent",),
}
"""The intents that have become one with another since, and what of them that has in a slot."""
SPLIT_SINCE = {
    "AMAZON.RepeatIntent": "OnceMoreIntent",
    "EasierIntent": "StiffIntent",
    "HoldLongerIntent": "MoreOfThisIntent",
    "NerveSignIntent": "CrampIntent",
    "QuickIntent": "QuickForAreaIntent",
    "ReadyIntent": "AlreadyThereIntent",
}
"""The intents of which a part has become one of its own since."""
_OPENINGS = ("ask gentle back to ", "ask gentle back ", "tell gentle back ")


@dataclass(frozen=True)
class Unseen:
    """A sentence: its sort (wish, stranger, emergency or near), and what it means, one of these."""

    sort: str
    words: str
    known: Evidence
    expects: tuple[tuple[str, frozenset[str]], ...]


def unseen(half: str) -> tuple[Unseen, ...]:
    """The sentences of this half."""
    with (FOLDER / f"{half}.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Unseen(row["sort"], _asked(row["says"]), known_in(row["moment"]), tuple(_expected(row["expects"])))
            for row in rows
        )


def figures(half: str, recognizer: Recognizer) -> Counter[tuple[str, str]]:
    """How many of each sort came out how."""
    return Counter((one.sort, _judged(one, recognizer.understand(one.words, one.known))) for one in unseen(half))


def report() -> Iterator[str]:
    """A line for each half, with the known sentences alone and with the reader behind them."""
    library = the_library()
    templates = templates_of(library, "en-US")
    for half in HALVES:
        for name, weighs in (("known sentences alone", False), ("and the reader", True)):
            yield f"{half}, {name}: {_line(figures(half, Recognizer(templates, library, weighs=weighs)))}"


def _line(counted: Counter[tuple[str, str]]) -> str:
    of = Counter[str]()
    for (sort, _), number in counted.items():
        of[sort] += number
    parts = (f"{sort} {came_out} {number} of {of[sort]}" for (sort, came_out), number in sorted(counted.items()))
    return ", ".join(parts)


def _judged(one: Unseen, understood: Understood) -> str:
    level = _level(understood)
    if one.sort == "wish":
        return "alarm" if level else _as_meant(one, understood)
    if one.sort == "stranger":
        return "refused" if understood.intent == FALLBACK else "taken"
    if one.sort == "near":
        return f"false {level}" if level else "fine"
    levels = {intent for intent, _ in one.expects}
    return "heard" if level in levels or level == "emergency" else (level or "lost")


def _as_meant(one: Unseen, understood: Understood) -> str:
    slots = {f"{name}={slot.ids[0] if len(slot.ids) == 1 else slot.said}" for name, slot in understood.slots.items()}
    if any(understood.intent == intent and expected <= slots for intent, expected in one.expects):
        return "understood"
    if understood.intent == FALLBACK:
        return "not understood"
    return "half understood" if understood.intent in {intent for intent, _ in one.expects} else "wrong"


def _level(understood: Understood) -> str:
    sign = understood.slots.get("sign")
    return sign.ids[0] if understood.intent == RED_FLAG and sign and sign.ids else ""


def _expected(written: str) -> Iterator[tuple[str, frozenset[str]]]:
    for meaning in written.split("|"):
        intent, *slots = meaning.split()
        now, *more = MERGED_SINCE.get(intent, (NAMED_SINCE.get(intent, intent),))
        yield now, frozenset((*slots, *more))
        if now in SPLIT_SINCE:
            yield SPLIT_SINCE[now], frozenset()


def _asked(words: str) -> str:
    opening = next((one for one in _OPENINGS if words.startswith(one)), "")
    return words.removeprefix(opening)
