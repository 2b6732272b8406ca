"""The skill as AWS Lambda calls it: what is slow is done once, before the first turn, and each turn gets an answer."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

from skill.alexa.errors import NotAlexa
from skill.alexa.reading import takes_words
from skill.alexa.skill import AlexaSkill, JsonEnvelope, nothing
from skill.assembly import build_skill, open_store, the_library
from skill.entrypoints.lambda_log import write_json_lines
from skill.ports.store import NotOurs, StoreDown
from skill.settings import BadSettings, DynamoPlace, read_settings
from skill.wording import Wording

_SKILL_EVENT = "AlexaSkillEvent."

_log = logging.getLogger(__name__)


def handler(event: object, _context: object) -> JsonEnvelope:
    """The response to a request of Alexa's. Whatever comes, and however the skill is set up, a listener hears one.

    An event that could not be dealt with is raised instead: nobody listens, and Alexa sends it again.
    """
    try:
        return _skill().handle(event if isinstance(event, Mapping) else {})
    except NotAlexa as trouble:
        _tell(trouble)
    except Exception as failure:  # a listener on the floor waits for words
        _tell(failure)
        if _text_of(event, "type").startswith(_SKILL_EVENT):
            raise
    return _apology(event)


@cache
def _skill() -> AlexaSkill:
    """The skill over its table. A failure is not cached: the next turn tries again, and tells the log again."""
    settings = read_settings()
    if not isinstance(settings.store, DynamoPlace):
        raise BadSettings(["GENTLE_BACK_STORE is not set to a table: a Lambda has no disk, so give dynamodb:TABLE."])
    # Whether the table is there, the first turn finds out: asking now would only make it wait.
    return build_skill(settings, open_store(settings, check=False))


def _tell(failure: Exception) -> None:
    """Troubles that have a sentence of ours are logged with it, all others with their places in the program."""
    if isinstance(failure, NotAlexa | BadSettings | NotOurs | StoreDown):
        _log.error("an apology instead of an answer: %s", failure)
    else:
        _log.error("an apology instead of an answer", exc_info=failure)


def _apology(event: object) -> JsonEnvelope:
    """Sorry, and how to come back; nothing for those requests that take no words."""
    if not takes_words(event):
        return nothing()
    language = the_library().language_of(_text_of(event, "locale"))
    speech = {"type": "PlainText", "text": Wording(the_library(), language).say("trouble.sorry")}
    return {"version": "1.0", "response": {"outputSpeech": speech, "shouldEndSession": True}}


def _text_of(event: object, key: str) -> str:
    """What a request says under a key, empty where there is no text."""
    request = event.get("request") if isinstance(event, Mapping) else None
    text = request.get(key) if isinstance(request, Mapping) else None
    return text if isinstance(text, str) else ""


write_json_lines()
the_library()
with suppress(BadSettings, NotOurs, StoreDown):
    # What is wrong here is told with the first turn, which tries again.
    _skill()
