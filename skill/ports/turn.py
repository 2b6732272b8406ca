"""A turn: what the person did, when, and who they are; nothing of Alexa's JSON is left in it."""

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
"""Alexa has asked for the permission that we wanted: the reason says how that was answered."""

TOLD = "told"
"""The slot in which Alexa hands on what somebody told, as it was said."""

SIGN = "sign"
"""The slot of a warning sign."""

SKILL_DISABLED = "AlexaSkillEvent.SkillDisabled"
"""The reason of the event that says: this household does not want the skill any more."""


def short_id(request: str) -> str:
    """Enough of a request's id to tell it from the one before; none of an empty one."""
    return urlsafe_b64encode(sha256(request.encode()).digest())[:10].decode() if request else ""


@dataclass(frozen=True)
class Slot:
    """What was said for a slot, and the catalogue ids that it may mean: none when unknown, several when ambiguous."""

    said: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """How much of its last reply a device had played when somebody spoke: ours tell, Alexa never does.

    `seconds` are those of the reply as it was sent, by the plain estimate of its words; it was `over` with its last
    word, so that the microphone was open or the conversation closed.
    """

    seconds: float
    over: bool


@dataclass(frozen=True)
class Touch:
    """A press on a screen, or its own word that the reply is over.

    `reply` is the mark of the reply to which the screen belongs (`short_id` of its request), `seconds` what its clock
    counted of that reply by then: to about a second what had been heard.
    """

    reply: str
    seconds: float
    by_itself: bool = False
    """Whether nobody pressed: the reply is over, and the screen says so."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants besides, said in the same breath: an intent, and what was said in its slots."""

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
    """Words that Alexa handed on as they are, for what she took them for says too little; gone once they are read."""
    also: Wish | None = None
    """The other of two wishes; only who reads the words themselves can tell that there are two."""
    speaker: Device | None = None
    """What Alexa may be asked about the device, when she allows it."""
    owner_before: Owner | None = None
    """The same under the other key, while the key is being changed."""
    locale: str = ""
    reason: str = ""
    token: str = ""
    """What we gave Alexa when we had her ask for a permission."""
    heard: Heard | None = None
    """What the device tells of its last reply; None where that is not known."""
    goes_on: bool = False
    """Whether the device answers "Ready?" itself where nobody does: ours do, and Alexa ends the session."""
    screen: bool = False
    """Whether the device has one that shows what is meant for it."""
    touch: Touch | None = None
    """The press on it that this turn is, where it was not spoken."""
    copy: JsonRecord | None = None
    """The person's record as it travelled in the conversation, when it did."""

    @property
    def epoch(self) -> int:
        """Whole seconds since 1970, UTC: the resolution that requests have."""
        return int(self.at.astimezone(UTC).timestamp())

    def slot(self, name: str) -> Slot:
        """The slot of that name; an empty one when it was not filled."""
        return self.slots.get(name, Slot())
