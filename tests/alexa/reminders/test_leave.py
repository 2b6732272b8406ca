"""Without leave Alexa asks for it, and whatever comes of that, the person goes on where they were."""

from typing import Any

import pytest

from tests.alexa.reminders.amazon_reminders import Amazon, rule_of
from tests.alexa.reminders.caller import LOWER_BACK, YES, Caller, remind

DIRECTIVE = {
    "type": "Connections.SendRequest",
    "name": "AskFor",
    "payload": {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "1",
        "permissionScope": "alexa::alerts:reminders:skill:readwrite",
    },
}


def permission(token: str, status: str, code: str = "200") -> dict[str, Any]:
    scope = {"permissionScope": "alexa::alerts:reminders:skill:readwrite", "status": status}
    told = {"code": code, "message": "as documented"}
    return {"type": "Connections.Response", "name": "AskFor", "status": told, "token": token, "payload": scope}


def test_without_permission_alexa_asks_and_then_it_is_made(caller: Caller, amazon: Amazon) -> None:
    amazon.allowed = False
    caller.send(remind())
    assert caller.send(YES) == "For that, Alexa has to ask you first."
    (directive,) = caller.answer["directives"]
    token = directive.pop("token")
    assert directive == DIRECTIVE
    assert caller.answer["shouldEndSession"] is True
    amazon.allowed = True
    assert "I will remind you. What would you like?" in caller.send(permission(token, "ACCEPTED"))
    assert rule_of(amazon.ordered[0]) == "FREQ=DAILY;BYHOUR=7;BYMINUTE=0"


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        ("ACCEPTED", "200", "I may not keep reminders yet. You can allow it in the Alexa app."),
        ("DENIED", "200", "Then there is no reminder. You can allow it later, in the Alexa app."),
        ("NOT_ANSWERED", "200", "I got no answer to that, so there is no reminder yet."),
        ("ASKED_TOMORROW", "200", "The reminders do not answer just now. Try again in a while."),
        ("ACCEPTED", "500", "The reminders do not answer just now. Try again in a while."),
    ],
)
def test_without_leave_nothing_is_made_and_nobody_is_asked_twice(
    status: str, code: str, words: str, caller: Caller, amazon: Amazon
) -> None:
    amazon.allowed = False
    caller.send(remind())
    caller.send(YES)
    token = caller.answer["directives"][0]["token"]
    assert caller.send(permission(token, status, code)) == f"{words} What would you like?"
    assert amazon.kept == {}


@pytest.mark.parametrize("token", ["", "here", "here 7 MO", "here 07:00 XX", "there 07:00 MO", "here 07:00 2026-13-01"])
def test_a_token_that_is_none_of_ours_makes_nothing(token: str, caller: Caller, amazon: Amazon) -> None:
    assert caller.send(permission(token, "ACCEPTED")).startswith("I did not get what was allowed.")
    assert amazon.asked == []


@pytest.mark.parametrize("status", ["ACCEPTED", "DENIED"])
@pytest.mark.parametrize("new_session", [True, False])
def test_the_stretch_goes_on_once_alexa_has_asked(
    status: str, new_session: bool, caller: Caller, amazon: Amazon
) -> None:
    amazon.allowed = False
    caller.send(LOWER_BACK)
    release = caller.send(remind(), after=120)
    attributes = caller.attributes
    place = practice_of(attributes)["place"]
    assert release.endswith("from tomorrow on. Shall I remind you?")
    caller.send(YES, after=30)
    token = caller.answer["directives"][0]["token"]
    amazon.allowed = True
    if not new_session:
        # Amazon says that the session is over meanwhile; should it go on after all, nothing changes.
        caller.session, caller.attributes = caller.session - 1, attributes
    told = caller.send(permission(token, status), after=20)
    assert ("I will remind you." in told) == (status == "ACCEPTED")
    assert told.endswith("Ready?")
    assert practice_of(caller.attributes)["place"] == place


def practice_of(attributes: dict[str, Any] | None) -> dict[str, Any]:
    assert attributes is not None
    practice: dict[str, Any] = attributes["record"]["practices"][0]
    return practice
