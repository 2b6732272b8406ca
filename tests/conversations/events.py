"""What may happen in the room between two sentences: `(3 s later)`, `(the next day)`, `(the store is down)`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from skill.ports.reminders import Trouble
from skill.recognizer.meaning import HeardSlot, Understood
from tests.conversations.room import Room

_MOST_REPLIES = 60
Happens = Callable[[Room, re.Match[str]], None]


def happens(room: Room, event: str) -> None:
    """Let the event happen; raises ValueError for one that is not known."""
    for pattern, effect in EVENTS.items():
        match = re.fullmatch(pattern, event)
        if match is not None:
            return effect(room, match)
    raise ValueError(f"no such event: ({event})")


def _later(room: Room, match: re.Match[str]) -> None:
    """Someone speaks so long after the reply."""
    room.speak_at(room.reply.playing.speech.seconds + float(match[1]))


def _into_the_reply(room: Room, match: re.Match[str]) -> None:
    """Someone interrupts the reply."""
    room.speak_at(float(match[1]))


def _after_the_cue(room: Room, match: re.Match[str]) -> None:
    """Someone interrupts the reply, so long after a cue was said for the first time."""
    seconds, words = float(match[1]), match[2]
    elapsed = 0.0
    for moment in room.reply.playing.speech.moments:
        elapsed += moment.seconds
        if words in moment.words:
            return room.speak_at(elapsed + seconds)
    raise ValueError(f"the reply does not say {words!r}")


def _time_passes(room: Room, match: re.Match[str]) -> None:
    room.at = room.now + timedelta(**{f"{match[2]}s": int(match[1])})


def _next_day(room: Room, _: re.Match[str]) -> None:
    room.at = room.now + timedelta(days=1)


def _nobody_answers(room: Room, _: re.Match[str]) -> None:
    room.nobody_answers()


def _to_the_end(room: Room, _: re.Match[str]) -> None:
    """Whatever is led is followed with "ready" to its last word, and nobody wants to be talked up."""
    for _number in range(_MOST_REPLIES):
        if not room.reply.playing.listens:
            return
        heard = " ".join(moment.words for moment in room.reply.playing.speech.moments)
        room.say("no" if heard.endswith("Shall I talk you up?") else "ready")
    raise ValueError("there is no end to it")


def _ends(room: Room, match: re.Match[str]) -> None:
    room.ends(match[1], match[2] or "")


def _unplugged(room: Room, _: re.Match[str]) -> None:
    room.unplug()


def _device(room: Room, match: re.Match[str]) -> None:
    room.whose = replace(room.whose, device=match[1])


def _voice(room: Room, match: re.Match[str]) -> None:
    room.whose = replace(room.whose, person=match[1])


def _language(room: Room, match: re.Match[str]) -> None:
    room.whose = replace(room.whose, locale=match[1])


def _store(room: Room, match: re.Match[str]) -> None:
    room.store.down = match[1] == "down"


def _reminders(room: Room, match: re.Match[str]) -> None:
    """Alexa's reminders meet with a trouble, by its name, or are well again."""
    room.reminders.trouble = None if match[1] == "well" else Trouble(match[1])


def _understands(room: Room, match: re.Match[str]) -> None:
    """Alexa matches the next words herself; without an id, what was said for the slot is in no catalogue."""
    intent, slot, said, known = match.groups()
    room.meant = Understood(intent, {slot: HeardSlot(said, (known,) if known else ())} if slot else {})


EVENTS: Mapping[str, Happens] = {
    r"(\d+) s later": _later,
    r"(\d+) s into the reply": _into_the_reply,
    r'(\d+) s after "(.+)"': _after_the_cue,
    r"after (\d+) (minute|hour|day)s?": _time_passes,
    r"the next day": _next_day,
    r"led to the end": _to_the_end,
    r"nobody answers": _nobody_answers,
    r"the session ends: (\w+)(?:, (\w+))?": _ends,
    r"the device is unplugged": _unplugged,
    r"the speaker in the (\w+)": _device,
    r"the voice of (\w+)": _voice,
    r"the speaker speaks (\w\w-\w\w)": _language,
    r"the store is (down|up)": _store,
    r"the reminders are ([a-z-]+)": _reminders,
    r'Alexa understands ([\w.]+)(?:, (\w+) "(.+?)"(?: as (\S+))?)?': _understands,
}
