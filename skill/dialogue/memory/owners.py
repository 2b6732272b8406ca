"""Whose record a turn is about, under the key of now and, while the key is being changed, under the one before."""

from dataclasses import dataclass

from skill.ports.store import JsonRecord, Owner
from skill.ports.turn import Turn
from skill.replaced import replace


@dataclass(frozen=True)
class Owners:
    """One listener by the name under which their record is kept, and by the one under which it may still lie."""

    now: Owner
    before: Owner | None = None

    @property
    def voices(self) -> JsonRecord:
        """What travels with the conversation, so that who speaks stays settled."""
        if self.before is None:
            return {"voice": self.now.voice}
        return {"voice": self.now.voice, "voice_before": self.before.voice}


def owners_of(turn: Turn) -> Owners:
    """The speaker is settled at the first turn of a conversation, and holds until it ends."""
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

    It ends under the old key: no new hash can be computed from an old one. The next conversation moves the record.
    """
    return "voice" in copy and "voice_before" not in copy
