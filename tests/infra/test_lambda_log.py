"""One JSON object a line, in the format that CloudWatch counts from, and nobody's words in it."""

import json
import logging
from typing import Any

import pytest

from skill.alexa.errors import NotAlexa
from skill.dialogue.memory.record import Unreadable
from skill.entrypoints.lambda_log import JsonLines
from skill.ports.store import NotOurs, StoreDown
from skill.settings import BadSettings
from skill.timeline import NoEnd
from tests.cases.each_of import each_of


def line(logger: str, level: int, says: str, *told: object) -> Any:
    record = logging.LogRecord(logger, level, "file.py", 1, says, told, None)
    record.created = 1767596400.1234
    return json.loads(JsonLines("gentle-back-Skill").format(record))


def test_a_plain_line_is_counted_as_nothing() -> None:
    plain = {"level": "INFO", "logger": "skill.alexa", "says": "no time zone: status 403"}
    assert line("skill.alexa", logging.INFO, "no time zone: status %s", 403) == plain


def test_a_trouble_is_counted_in_the_embedded_metric_format() -> None:
    assert line("skill.dialogue.memory.memory", logging.WARNING, "not saved: %s", StoreDown("The table is busy.")) == {
        "level": "WARNING",
        "logger": "skill.dialogue.memory.memory",
        "says": "not saved: The table is busy.",
        "_aws": {
            "Timestamp": 1767596400123,
            "CloudWatchMetrics": [
                {
                    "Namespace": "GentleBack",
                    "Dimensions": [["Function"]],
                    "Metrics": [{"Name": "StoreDown", "Unit": "Count"}],
                }
            ],
        },
        "Function": "gentle-back-Skill",
        "StoreDown": 1,
    }


@each_of(
    ("trouble", "count"),
    [
        (NotAlexa("It names no user."), "UnreadableTurns"),
        (StoreDown("The table is busy."), "StoreDown"),
        (BadSettings(["AWS_REGION is not set."]), "BadSettings"),
        (NotOurs("Another table."), "BadSettings"),
        (Unreadable("its fields do not fit"), "UnreadableRecords"),
        (NoEnd("more than 10000 stages in one turn"), "TurnsWithoutEnd"),
    ],
)
def test_each_trouble_is_counted_under_its_own_name(trouble: Exception, count: str) -> None:
    assert line("skill", logging.ERROR, "an apology instead of an answer: %s", trouble)[count] == 1


def test_any_other_error_of_ours_is_an_apology_and_one_of_a_librarys_is_none() -> None:
    assert line("skill.alexa.skill", logging.ERROR, "no answer to %s", "Launch")["Apologies"] == 1
    assert "_aws" not in line("botocore.client", logging.ERROR, "no answer")
    assert "_aws" not in line("skilled.library", logging.ERROR, "no answer")


def test_a_failure_is_told_by_its_kind_and_place_but_not_by_its_words() -> None:
    with pytest.raises(ValueError, match="Expecting") as raised:
        json.loads("my poor back")
    failure = (raised.type, raised.value, raised.tb)
    record = logging.LogRecord("skill", logging.ERROR, "file.py", 1, "no answer", (), failure)
    told = json.loads(JsonLines("f").format(record))
    assert told["failure"] == "JSONDecodeError"
    assert told["in"][0].endswith(" test_a_failure_is_told_by_its_kind_and_place_but_not_by_its_words")
    assert "poor back" not in json.dumps(told)


def test_a_line_stays_one_line() -> None:
    text = JsonLines("f").format(logging.LogRecord("skill", logging.INFO, "file.py", 1, "one\ntwo\u2028", (), None))
    assert len(text.splitlines()) == 1
