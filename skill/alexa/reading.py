"""Reads a request envelope, whatever it holds, into a turn; raises NotAlexa, with a sentence, for anything else."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from skill.alexa.errors import NotAlexa
from skill.alexa.identity import Identity
from skill.alexa.screens.touches import TOUCHED, touched
from skill.dialogue.memory.owners import began_under_the_old_key
from skill.limits import MOST_LISTED
from skill.ports.store import HOUSEHOLD, Owner
from skill.ports.time_zones import Device
from skill.ports.turn import ENDED, EVENT, LAUNCH, PERMISSION, SIGN, TOLD, Heard, Slot, Turn, Wish
from skill.replaced import replace

_MATCH = "ER_SUCCESS_MATCH"
OURS = "GentleBack"
"""The key in a request's context under which our own devices report what no Echo does: how much of the last reply was
heard, and what else was wished in the same breath."""

APL = "Alexa.Presentation.APL"
"""The interface that devices with a screen list."""

_CONFIRMED = {"CONFIRMED": "AMAZON.YesIntent", "DENIED": "AMAZON.NoIntent"}
_KINDS = {"LaunchRequest": LAUNCH, "SessionEndedRequest": ENDED}
_WITH_WORDS = ("LaunchRequest", "IntentRequest", "")
_OBJECTS = (dict, Mapping)
"""The types of a JSON object; nearly all are `dict`, which is checked much faster."""
_ANY_TIME = datetime.fromtimestamp(0, UTC)


def takes_words(envelope: object) -> bool:
    """Whether a response may hold speech; also for a request without a type, since somebody may be waiting.

    To audio players, remote controls, screens and events, Alexa refuses a response with speech in it.
    """
    request = _part(envelope, "request")
    kind = _text(request, "type")
    return kind in _WITH_WORDS or _answers_for_leave(kind, request)


def read_turn(envelope: object, identity: Identity, *, at_home: bool = False) -> Turn:
    """The turn of an envelope; raises NotAlexa. Unknown fields are ignored.

    What only our own devices report is believed only `at_home`.
    """
    goes_on = at_home and _part(envelope, "context", OURS).get("goesOn") is True
    turn = replace(_spoken(envelope, identity, at_home=at_home), goes_on=goes_on)
    return _before_a_screen(turn, envelope)


def _spoken(envelope: object, identity: Identity, *, at_home: bool) -> Turn:
    """The turn without what concerns screens."""
    request, session = _part(envelope, "request"), _part(envelope, "session")
    kind = _text(request, "type")
    if not kind:
        raise NotAlexa("This is no Alexa request: it has no request with a type.")
    identity, ours = _settled(identity, session), _part(envelope, "context", OURS) if at_home else {}
    return Turn(
        id=_text(request, "requestId"),
        intent=_intent(kind, request),
        at=_moment(kind, request),
        owner=_owner(envelope, identity),
        conversation=_conversation(session, identity),
        device=identity.marked("device", _text(_part(envelope, "context", "System", "device"), "deviceId")),
        opens=session.get("new") is not False,
        speaker=_speaker(_part(envelope, "context", "System")),
        slots=_slots(request),
        unread=_unread(request),
        owner_before=_owner(envelope, identity.before) if identity.before else None,
        locale=_text(request, "locale"),
        reason=_reason(kind, request),
        token=_text(request, "token") if _answers_for_leave(kind, request) else "",
        heard=_heard(ours),
        also=_also(ours),
        copy=dict(_part(session, "attributes")) or None,
    )


def _before_a_screen(turn: Turn, envelope: object) -> Turn:
    """The turn, with whether the device has a screen; a touch becomes the wish that it stands for.

    A touch without a readable time stamp stays an event, and is ignored.
    """
    turn = replace(turn, screen=APL in _part(envelope, "context", "System", "device", "supportedInterfaces"))
    request = _part(envelope, "request")
    press = touched(request.get("arguments")) if _text(request, "type") == TOUCHED else None
    if press is None or turn.at == _ANY_TIME:
        return turn
    return replace(turn, intent=press.intent, slots=press.slots, touch=press.touch)


def _settled(identity: Identity, session: Mapping[str, Any]) -> Identity:
    """The identity with the key under which the conversation began."""
    copy = dict(_part(session, "attributes"))
    under_way = session.get("new") is False and began_under_the_old_key(copy)
    return identity.before if identity.before and under_way else identity


def _conversation(session: Mapping[str, Any], identity: Identity) -> str:
    conversation = _text(session, "sessionId")
    return identity.marked("session", conversation) if conversation else ""


def _intent(kind: str, request: Mapping[str, Any]) -> str:
    if kind == "IntentRequest":
        return _answered(request) or _text(_part(request, "intent"), "name")
    return PERMISSION if _answers_for_leave(kind, request) else _KINDS.get(kind, EVENT)


def _answered(request: Mapping[str, Any]) -> str:
    """The intent of a yes or no that Alexa reports as a confirmation, as it may inside a dialogue; else empty."""
    intent = _part(request, "intent")
    parts = (intent, *(_part(intent, "slots", name) for name in _part(intent, "slots")))
    told = (_CONFIRMED.get(_text(part, "confirmationStatus"), "") for part in parts)
    return next(filter(None, told), "") if _in_dialogue(request) else ""


def _in_dialogue(request: Mapping[str, Any]) -> bool:
    """Whether Alexa takes this for the answer to the slot that it was told to elicit."""
    return _text(request, "dialogState") == "IN_PROGRESS"


def _unread(request: Mapping[str, Any]) -> str:
    """Words that Alexa matched to no value, for our own recognizer to read; empty where it knows what was meant.

    A slot takes any words. So a warning sign that is not in our catalogue is read again: "please" is no reason to see a
    doctor. A time as Alexa writes it ("07:00", "MO") is nothing that somebody said.
    """
    slots = _slots(request)
    if TOLD in slots:
        return slots[TOLD].said
    if SIGN in slots and not slots[SIGN].ids:
        return slots[SIGN].said
    unknown = [slot.said for slot in slots.values() if slot.said and not slot.ids]
    words = unknown[0] if len(unknown) == 1 and _in_dialogue(request) else ""
    return words if words.islower() and not any(map(str.isdigit, words)) else ""


def _answers_for_leave(kind: str, request: Mapping[str, Any]) -> bool:
    """Whether this reports how somebody answered when Alexa asked them for a permission on our behalf."""
    return kind == "Connections.Response" and _text(request, "name") == "AskFor"


def _reason(kind: str, request: Mapping[str, Any]) -> str:
    """Why a session ended, how a permission was answered, or the type of an event."""
    if _answers_for_leave(kind, request):
        asked = _text(_part(request, "status"), "code") == "200"
        return _text(_part(request, "payload"), "status") if asked else "not asked"
    if kind in _KINDS or kind == "IntentRequest":
        return _text(_part(request, "error"), "type") or _text(request, "reason")
    return kind


def _speaker(system: Mapping[str, Any]) -> Device | None:
    """The device, with the endpoint and the token for asking Alexa about it; None where there are none."""
    endpoint, token = _text(system, "apiEndpoint"), _text(system, "apiAccessToken")
    return Device(endpoint, _text(_part(system, "device"), "deviceId"), token) if endpoint and token else None


def _heard(told: Mapping[str, Any]) -> Heard | None:
    """How much of its last reply the device had played, where it reports that."""
    seconds, over = told.get("heardSeconds"), told.get("over")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not isinstance(over, bool):
        return None
    return Heard(float(seconds), over)


def _also(told: Mapping[str, Any], most: int = MOST_LISTED) -> Wish | None:
    """What else was wished in the same breath, as one of our devices reports it; at most so many wishes."""
    name = _text(_part(told, "also", "intent"), "name")
    return Wish(name, _slots(_part(told, "also")), _also(_part(told, "also"), most - 1)) if name and most else None


def _owner(envelope: object, identity: Identity) -> Owner:
    """Whose record it is: the account's, or that of a recognised voice. Raises NotAlexa without a user."""
    system = _part(envelope, "context", "System")
    user = _text(_part(system, "user"), "userId") or _text(_part(envelope, "session", "user"), "userId")
    if not user:
        raise NotAlexa("This is no Alexa request: it names no user.")
    person = _text(_part(system, "person"), "personId")
    return Owner(identity.hashed("account", user), identity.hashed("person", person) if person else HOUSEHOLD)


def _moment(kind: str, request: Mapping[str, Any]) -> datetime:
    """When it was sent; raises NotAlexa without a time stamp, except for events, which need none."""
    try:
        return _time(request)
    except NotAlexa:
        if _intent(kind, request) != EVENT:
            raise
        return _ANY_TIME


def _time(request: Mapping[str, Any]) -> datetime:
    """When Alexa sent the request, in UTC: the only clock that the skill goes by. Raises NotAlexa."""
    try:
        at = datetime.fromisoformat(_text(request, "timestamp"))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as wrong:
        raise NotAlexa("This is no Alexa request: it has no time stamp.") from wrong


def _slots(request: Mapping[str, Any]) -> dict[str, Slot]:
    slots = _part(request, "intent", "slots")
    said = {name: _part(slots, name) for name in slots}
    return {name: Slot(_text(slot, "value"), tuple(dict.fromkeys(_ids(slot)))) for name, slot in said.items()}


def _ids(slot: Mapping[str, Any]) -> Iterator[str]:
    """The catalogue ids to which the slot was resolved, from all authorities."""
    for authority in _items(_part(slot, "resolutions"), "resolutionsPerAuthority"):
        if _text(_part(authority, "status"), "code") == _MATCH:
            for value in _items(authority, "values"):
                if slug := _text(_part(value, "value"), "id"):
                    yield slug


def _part(thing: object, *keys: str) -> Mapping[str, Any]:
    """The object at this path of keys; an empty one where there is none."""
    for key in keys:
        thing = thing.get(key) if isinstance(thing, _OBJECTS) else None
    return thing if isinstance(thing, _OBJECTS) else {}


def _items(thing: Mapping[str, Any], key: str) -> list[Any]:
    items = thing.get(key)
    return items if isinstance(items, list) else []


def _text(thing: Mapping[str, Any], key: str) -> str:
    """The text under a key, else an empty one; lone surrogates are replaced, since nothing can encode them."""
    text = thing.get(key)
    return text.encode("utf-8", "replace").decode() if isinstance(text, str) else ""
