"""The AWS Lambda handler: slow work is done at import, before the first turn, and every turn gets an answer."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from skill.alexa.errors import NotAlexa
from skill.alexa.reading import takes_words
from skill.alexa.skill import AlexaSkill, JsonEnvelope, nothing
from skill.assembly import build_skill, open_store, the_library, what_reads
from skill.entrypoints.first_turn import rehearse
from skill.entrypoints.lambda_log import write_json_lines
from skill.late_shapes import make_now
from skill.ports.store import NotOurs, StoreDown
from skill.settings import BadSettings, DynamoPlace, read_settings
from skill.wording import Wording

_SKILL_EVENT = "AlexaSkillEvent."

_READY_TO_READ = "en-US"
"""The locale of most listeners: its recognizer is loaded before the first turn; others when first needed."""

_log = logging.getLogger(__name__)


def handler(event: object, _context: object) -> JsonEnvelope:
    """The response to a request of Alexa's; where anything fails, an apology.

    A skill event that failed is raised again: nobody listens to it, and Alexa sends it once more.
    """
    try:
        return _skill().handle(event if isinstance(event, Mapping) else {})
    except NotAlexa as trouble:
        _log_failure(trouble)
    except Exception as failure:  # a listener on the floor waits for words
        _log_failure(failure)
        if _text_of(event, "type").startswith(_SKILL_EVENT):
            raise
    return _apology(event)


@cache
def _skill() -> AlexaSkill:
    """The skill over its table. A failure is not cached: the next turn tries and logs again."""
    settings = read_settings()
    if not isinstance(settings.store, DynamoPlace):
        raise BadSettings(["GENTLE_BACK_STORE is not set to a table: a Lambda has no disk, so give dynamodb:TABLE."])
    # Unchecked: the first turn finds out whether the table is there, and a check would only make it wait.
    return build_skill(settings, open_store(settings, check=False))


def _log_failure(failure: Exception) -> None:
    """Log our own exceptions by their sentence, all others with their stack frames."""
    if isinstance(failure, NotAlexa | BadSettings | NotOurs | StoreDown):
        _log.error("an apology instead of an answer: %s", failure)
    else:
        _log.error("an apology instead of an answer", exc_info=failure)


def _apology(event: object) -> JsonEnvelope:
    """Says sorry, and how to come back; an empty response where speech is not allowed."""
    if not takes_words(event):
        return nothing()
    language = the_library().language_of(_text_of(event, "locale"))
    speech = {"type": "PlainText", "text": Wording(the_library(), language).say("trouble.sorry")}
    return {"version": "1.0", "response": {"outputSpeech": speech, "shouldEndSession": True}}


def _text_of(event: object, key: str) -> str:
    """The text under a key of the event's request, else an empty one."""
    request = event.get("request") if isinstance(event, Mapping) else None
    text = request.get(key) if isinstance(request, Mapping) else None
    return text if isinstance(text, str) else ""


def _before_snapshot() -> None:
    """Before Lambda takes a snapshot of this process (SnapStart), do whatever a turn would have to wait for.

    No connection is opened: many processes, on other machines, go on from the same snapshot.
    """
    make_now()
    what_reads(_READY_TO_READ)
    rehearse()


write_json_lines()
the_library()
with suppress(BadSettings, NotOurs, StoreDown):
    # The first turn tries again, and logs what is wrong.
    _skill()

with suppress(ImportError):
    # Only Lambda's runtime has this module; without it no snapshot is taken.
    from snapshot_restore_py import register_before_snapshot

    register_before_snapshot(_before_snapshot)
