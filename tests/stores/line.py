"""The line between botocore and an engine: every call is counted, and some go wrong."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Self

from botocore.awsrequest import AWSResponse
from botocore.exceptions import ConnectionClosedError

from skill.stores.dynamodb import DynamoStore

Answer = Callable[[Any], AWSResponse | None]


class Line:
    """Listens below botocore inside `with`: what is sent is counted, and what is to go wrong is said beforehand."""

    def __init__(self, store: DynamoStore) -> None:
        self._calls: list[str] = []
        self._answers: list[Answer] = []
        self._lost = False
        self._events = store._client.meta.events

    def __enter__(self) -> Self:
        self._events.register_first("before-send.dynamodb", self._send)
        self._events.register_first("response-received.dynamodb", self._receive)
        return self

    def __exit__(self, *_: object) -> None:
        self._events.unregister("before-send.dynamodb", self._send)
        self._events.unregister("response-received.dynamodb", self._receive)

    def next_answers(self, status: int, code: str, message: str = "") -> None:
        """The next call is answered with an error of DynamoDB's, and never gets to the engine."""
        body = {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", "message": message}
        self._answers.append(lambda request: AWSResponse(request.url, status, {}, _Raw(json.dumps(body).encode())))

    def next_succeeds(self, body: dict[str, Any]) -> None:
        """The next call is answered with this, and never gets to the engine."""
        self._answers.append(lambda request: AWSResponse(request.url, 200, {}, _Raw(json.dumps(body).encode())))

    def next_answer_is_lost(self) -> None:
        """The next call does what it should, but nobody hears of it."""
        self._lost = True

    def taken(self) -> list[str]:
        """The calls since the last time that one asked."""
        calls, self._calls = self._calls, []
        return calls

    def _send(self, request: Any, event_name: str, **_: object) -> AWSResponse | None:
        self._calls.append(event_name.rpartition(".")[2])
        return self._answers.pop(0)(request) if self._answers else None

    def _receive(self, **_: object) -> None:
        if self._lost:
            self._lost = False
            raise ConnectionClosedError(endpoint_url="the engine")


class _Raw(BytesIO):
    """A body that botocore can read."""

    def stream(self, **_: object) -> Iterator[bytes]:
        yield self.read()
