"""A turn: what a person did, when, and who they are, with nothing of Alexa's JSON left in it."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from skill.ports.store import JsonRecord, Owner
from skill.ports.time_zones import Device

LAUNCH = "Launch"
ENDED = "Ended"
EVENT = "Event"
PERMISSION = "Permission"
"""Alexa asked somebody for a permission on our behalf; `Turn.reason` is their answer."""

TOLD = "told"
"""The slot in which Alexa hands on free words, as they were said."""

SIGN = "sign"
"""The slot of a warning sign."""

SKILL_DISABLED = "AlexaSkillEvent.SkillDisabled"
"""The reason of the event by which Alexa says that a household has disabled the skill."""


def short_id(request: str) -> str:
    """A short hash of a request's id, enough to tell it from the one before; empty for an empty id."""
    return urlsafe_b64encode(sha256(request.encode()).digest())[:10].decode() if request else ""


@dataclass(frozen=True)
class Slot:
    """What was said for a slot, and the catalogue ids that it may mean: none when unknown, several when ambiguous."""

    said: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """How much of its last reply a device had played when somebody spoke. Our devices report it, Alexa never does.

    `seconds` of the reply as it was sent, by the plain estimate of its words. It was `over` after its last word: the
    microphone was open, or the session closed.
    """

    seconds: float
    over: bool


@dataclass(frozen=True)
class Touch:
    """A press on a screen, or the screen's own event that the reply is over.

    `reply` is the `short_id` of the request that the screen was sent for, `seconds` the time since then by the screen's
    clock: to about a second, how much of the reply was heard.
    """

    reply: str
    seconds: float
    by_itself: bool = False
    """Whether nobody pressed, and the screen reports that the reply is over."""


@dataclass(frozen=True)
class Wish:
    """Another wish, said in the same breath: its intent and slots."""

    intent: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    also: "Wish | None" = None
    """One more, where several things are listed: "put cat cow, the bridge and the cobra in my routine"."""


@dataclass(frozen=True)
class Turn:
    """One request; `intent` is an intent's name, or LAUNCH, PERMISSION, ENDED (see `reason`) or EVENT."""

    id: str
    intent: str
    at: datetime
    owner: Owner
    conversation: str = ""
    """Keyed hash of the session, empty where a request has none."""
    opens: bool = True
    device: str = ""
    """Keyed hash of the device that was spoken to."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    unread: str = field(default="", repr=False)
    """Words that Alexa handed on without understanding them; empty once our recognizer has read them."""
    also: Wish | None = None
    """The other of two wishes in one breath, where our own recognizer read the words."""
    speaker: Device | None = None
    """The device with the token for asking Alexa about it, where the request brought one."""
    owner_before: Owner | None = None
    """The owner by the other key, while the key is being changed."""
    locale: str = ""
    reason: str = ""
    token: str = ""
    """Given to Alexa when it was to ask for a permission, and returned with the answer."""
    heard: Heard | None = None
    """What the device reports of its last reply; None for an Echo."""
    goes_on: bool = False
    """Whether the device itself answers "Ready?" when nobody does: ours do, while an Echo ends the session."""
    screen: bool = False
    """Whether the device has a screen."""
    touch: Touch | None = None
    """The touch that this turn is, where it was not spoken."""
    copy: JsonRecord | None = None
    """The person's record from the session attributes, where there is one."""

    @property
    def epoch(self) -> int:
        """Whole seconds since 1970, UTC: the resolution that requests have."""
        return int(self.at.astimezone(UTC).timestamp())

    def slot(self, name: str) -> Slot:
        """The slot of that name; an empty one when it was not filled."""
        return self.slots.get(name, Slot())
