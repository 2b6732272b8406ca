"""Whose record a turn is about: the owner under today's key and, while the key is changed, under the old one."""

from dataclasses import dataclass

from skill.ports.store import JsonRecord, Owner
from skill.ports.turn import Turn
from skill.replaced import replace


@dataclass(frozen=True)
class Owners:
    """The owner under which a record is written, and the one under which it may still be stored."""

    now: Owner
    before: Owner | None = None

    @property
    def voices(self) -> JsonRecord:
        """The part of the copy by which the speaker stays the same throughout a conversation."""
        if self.before is None:
            return {"voice": self.now.voice}
        return {"voice": self.now.voice, "voice_before": self.before.voice}


def owners_of(turn: Turn) -> Owners:
    """The owners of a turn: those of the first turn of its conversation, whoever speaks later."""
    copy = {} if turn.opens else turn.copy or {}
    voice, before = copy.get("voice"), copy.get("voice_before")
    if not isinstance(voice, str):
        return Owners(turn.owner, turn.owner_before)
    now = replace(turn.owner, voice=voice)
    if turn.owner_before is None or not isinstance(before, str):
        return Owners(now)
    return Owners(now, replace(turn.owner_before, voice=before))


def began_under_the_old_key(copy: JsonRecord) -> bool:
    """Whether this is the copy of a conversation that was under way when the key was changed.

    It ends under the old key, for a new hash cannot be computed from an old one. The next one moves the record.
    """
    return "voice" in copy and "voice_before" not in copy
