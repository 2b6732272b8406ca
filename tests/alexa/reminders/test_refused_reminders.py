"""Whatever keeps a reminder from being made or looked up is told in a sentence, in time; the log tells no more."""

import logging
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from skill.alexa.reminders import ARRANGING_SECONDS
from tests.alexa.reminders.amazon_reminders import TOKEN, Amazon, error
from tests.alexa.reminders.caller import CANCEL, LIST, LOWER_BACK, YES, Caller, remind
from tests.nightly import some_of

AWAY = "The reminders do not answer just now. Try again in a while."
NOT_HERE = "This device cannot keep reminders. Please ask on an Echo."
FULL = "There are as many reminders as I may keep. Cancel one first."
BUSY = "There have been too many reminders just now. Try again later."


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ((400, error("INVALID_TRIGGER")), AWAY),
        ((403, error("DEVICE_NOT_SUPPORTED")), NOT_HERE),
        ((403, ""), NOT_HERE),
        ((403, error("MAX_REMINDERS_EXCEEDED")), FULL),
        ((429, error("RATE_EXCEEDED")), BUSY),
        ((500, error("INTERNAL_ERROR")), AWAY),
        ((503, "<html>"), AWAY),
        ((504, "[]"), AWAY),
    ],
)
def test_every_refusal_has_its_sentence_and_a_next_step(
    refusal: tuple[int, str], words: str, caller: Caller, amazon: Amazon
) -> None:
    amazon.refuses["POST"] = refusal
    caller.send(remind())
    assert caller.send(YES) == f"{words} What would you like?"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ((401, ""), "I may not keep reminders yet. You can allow it in the Alexa app."),
        ((403, error("DEVICE_NOT_SUPPORTED")), NOT_HERE),
        ((429, error("RATE_EXCEEDED")), BUSY),
        ((200, "half an ans"), AWAY),
        ((200, '{"alerts": "none"}'), AWAY),
        ((302, ""), AWAY),
    ],
)
@pytest.mark.parametrize("wish", [LIST, CANCEL], ids=["list", "cancel"])
def test_a_refused_lookup_of_reminders_is_told(
    wish: dict[str, Any], refusal: tuple[int, str], caller: Caller, amazon: Amazon, words: str
) -> None:
    amazon.refuses["GET"] = refusal
    assert caller.send(wish) == f"{words} What would you like?"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("patience", some_of([0.2, ARRANGING_SECONDS], every=2))
def test_a_service_that_hangs_is_not_waited_for(method: str, patience: float, caller: Caller, amazon: Amazon) -> None:
    amazon.hangs = method
    caller.send(LOWER_BACK)
    caller.send(remind(), after=120)
    version = (caller.attributes or {})["version"]
    begun = monotonic()
    told = caller.send(YES)
    assert patience <= monotonic() - begun < 2.5
    assert told.startswith("The reminders do not answer just now. Try again in a while.")
    assert told.endswith("Ready?")
    assert (caller.attributes or {})["version"] == version + 1


def test_a_device_that_names_no_service_of_amazons_cannot_keep_reminders(caller: Caller, amazon: Amazon) -> None:
    caller.endpoint = "https://api.amazonalexa.com.evil.example"
    caller.send(remind())
    assert caller.send(YES).startswith("This device cannot keep reminders.")
    assert amazon.asked == []


def test_neither_the_record_nor_the_log_holds_a_token_or_a_reminder(
    caller: Caller, amazon: Amazon, people: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caller.send(remind())
    caller.send(YES)
    caller.send(LIST)
    amazon.refuses["GET"] = (500, error("INTERNAL_ERROR"))
    caller.send(LIST)
    told = caplog.text + str((caller.attributes or {})["record"])
    assert "no reminders: status 500" in told
    assert TOKEN not in told
    for word in (TOKEN.encode(), b"5c3a", b"07:00"):
        assert word not in people.read_bytes()
