"""The line between the store and an engine: every call is counted, and some go wrong."""

from types import SimpleNamespace
from typing import Any, Self

from botocore.exceptions import ConnectionClosedError

from skill.stores.dynamodb import DynamoStore

Answer = tuple[SimpleNamespace, dict[str, Any]]


class Line:
    """Listens in botocore inside `with`: what is sent is counted, and what is to go wrong is said beforehand."""

    def __init__(self, store: DynamoStore) -> None:
        self._calls: list[str] = []
        self._answers: list[Answer] = []
        self._lost = False
        self._events = store._client.meta.events

    def __enter__(self) -> Self:
        self._events.register_first("before-call.dynamodb", self._send)
        self._events.register_first("after-call.dynamodb", self._receive)
        return self

    def __exit__(self, *_: object) -> None:
        self._events.unregister("before-call.dynamodb", self._send)
        self._events.unregister("after-call.dynamodb", self._receive)

    def next_fails(self, code: str = "ThrottlingException") -> None:
        """The next call is answered with an error of DynamoDB's, and never gets to the engine."""
        self._answers.append((SimpleNamespace(status_code=400), {"Error": {"Code": code, "Message": ""}}))

    def next_answers(self, answer: dict[str, Any]) -> None:
        """The next call is answered with this, and never gets to the engine."""
        self._answers.append((SimpleNamespace(status_code=200), answer))

    def next_answer_is_lost(self) -> None:
        """The next call does what it should, but nobody hears of it."""
        self._lost = True

    def taken(self) -> list[str]:
        """The calls since the last time that one asked."""
        calls, self._calls = self._calls, []
        return calls

    def _send(self, event_name: str, **_: object) -> Answer | None:
        self._calls.append(event_name.rpartition(".")[2])
        return self._answers.pop(0) if self._answers else None

    def _receive(self, **_: object) -> None:
        if self._lost:
            self._lost = False
            raise ConnectionClosedError(endpoint_url="the engine")
