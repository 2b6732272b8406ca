"""Connects to DynamoDB, or an engine like it, with short time-outs and one attempt a call: no turn waits long.

The longest wait of a turn: the first call may have to connect (0.5 s), then waits for its answer (1 s); the second uses
the same connection (1 s). So a read and a write take 2.5 s at most. A conversation's first read is tried once more over
a new connection, if 1.5 s are left; after two failures nothing is written. If another device wrote in between, there is
one more write, and one more read where the engine does not return the stored item with its refusal: each only if the
turn's deadline leaves time for it.
"""

import json
from typing import Any

from boto3.session import Session
from botocore.config import Config
from botocore.exceptions import BotoCoreError
from botocore.parsers import ResponseParserError

from skill.stores.dynamodb_errors import in_plain_words

CONNECT_SECONDS = 0.5
READ_SECONDS = 1.0

_FIRST_STATUS_OF_TROUBLE = 300

_ANYBODY = {"aws_access_key_id": "local", "aws_secret_access_key": "local"}


def connect(region: str, endpoint_url: str | None = None, *, local: bool = False) -> Any:
    """A low-level client, safe to share between threads; nothing is called yet. Raises `StoreDown`.

    `local`: the engine is on this machine, so credentials are made up, and proxies are passed by.
    """
    settings = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": 1, "mode": "standard"},
        tcp_keepalive=True,
        proxies={} if local else None,
    )
    try:
        session = Session(region_name=region, **(_ANYBODY if local else {}))
        client = session.client("dynamodb", endpoint_url=endpoint_url, config=settings)
    except (BotoCoreError, ValueError) as error:
        raise in_plain_words(error, f"DynamoDB in {region}") from error
    client.meta.events.register("before-parse.dynamodb", _insist_on_a_whole_answer)
    return client


def _insist_on_a_whole_answer(response_dict: dict[str, Any], **_: object) -> None:
    """Raise ResponseParserError unless the body of a successful response is a whole JSON object.

    botocore takes a body that was cut off for an empty one: a known person would be taken for somebody new.
    """
    if response_dict["status_code"] < _FIRST_STATUS_OF_TROUBLE and not _is_object(response_dict["body"]):
        raise ResponseParserError("The answer is no whole JSON object.")


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False
