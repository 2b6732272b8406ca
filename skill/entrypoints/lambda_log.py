"""The log of the Lambda: one JSON object a line, failures counted as metrics, and never anybody's words or ids."""

import json
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from typing import Any

from skill.alexa.errors import NotAlexa
from skill.dialogue.memory.record import Unreadable
from skill.ports.store import NotOurs, StoreDown
from skill.settings import BadSettings
from skill.timeline import NoEnd

NAMESPACE = "GentleBack"
"""The CloudWatch namespace of our metrics, in which the alarms of infra/template.yaml look."""

COUNTS = {
    NotAlexa: "UnreadableTurns",
    StoreDown: "StoreDown",
    BadSettings: "BadSettings",
    NotOurs: "BadSettings",
    NoEnd: "TurnsWithoutEnd",
    Unreadable: "UnreadableRecords",
}
"""The metric for a log line that has such an exception among its arguments."""

APOLOGIES = "Apologies"
"""The metric for any other error of ours: the listener heard that something went wrong."""


def write_json_lines() -> None:
    """Make all loggers write JSON lines to the standard output, which Lambda sends to CloudWatch."""
    lines = logging.StreamHandler(sys.stdout)
    lines.setFormatter(JsonLines(os.environ.get("AWS_LAMBDA_FUNCTION_NAME", "")))
    logging.basicConfig(handlers=[lines], level=logging.WARNING, force=True)
    logging.getLogger("skill").setLevel(logging.INFO)


class JsonLines(logging.Formatter):
    """Formats a record as one line; of an exception only its type and stack frames, never its message."""

    def __init__(self, function: str) -> None:
        super().__init__()
        self._function = function

    def format(self, record: logging.LogRecord) -> str:
        """The line, in CloudWatch's embedded metric format where it counts for a metric."""
        line: dict[str, Any] = {"level": record.levelname, "logger": record.name, "says": record.getMessage()}
        failure = record.exc_info[1] if record.exc_info else None
        if failure is not None:
            line |= {"failure": type(failure).__name__, "in": list(_places(failure))}
        count = counted_as(record)
        if count:
            line |= self._metric(count, round(record.created * 1000))
        return json.dumps(line)

    def _metric(self, count: str, at_milliseconds: int) -> dict[str, Any]:
        metrics = [{"Name": count, "Unit": "Count"}]
        where = {"Namespace": NAMESPACE, "Dimensions": [["Function"]], "Metrics": metrics}
        return {
            "_aws": {"Timestamp": at_milliseconds, "CloudWatchMetrics": [where]},
            "Function": self._function,
            count: 1,
        }


def counted_as(record: logging.LogRecord) -> str:
    """The metric that a record counts for; empty for most."""
    told = record.args if isinstance(record.args, tuple) else ()
    for trouble, count in COUNTS.items():
        if any(isinstance(thing, trouble) for thing in told):
            return count
    ours = record.name.partition(".")[0] == "skill"
    return APOLOGIES if ours and record.levelno >= logging.ERROR else ""


def _places(failure: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(failure.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}"
