"""The transport for the SDK's service clients: one attempt a call, with a time-out."""

import json
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services import ApiClient, ApiClientRequest, ApiClientResponse

from skill.alexa.trust import trust

LARGEST_ANSWER_BYTES = 200_000
"""Some hundred reminders; a longer answer is cut off, and so cannot be read."""


def connection(endpoint: str, seconds: float) -> HTTPConnection:
    """A connection to a service, with a time-out for each step."""
    address = urlsplit(endpoint)
    if address.scheme == "https":
        return HTTPSConnection(address.hostname or "", address.port, timeout=seconds, context=trust())
    return HTTPConnection(address.hostname or "", address.port, timeout=seconds)


class BriefApiClient(ApiClient):
    """Replaces the SDK's own client, which waits for ever, and speaks to no test server over plain HTTP."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """The response to a request; raises OSError and HTTPException."""
        asked = connection(request.url, self._seconds)
        try:
            sent = json.dumps(request.body) if request.body else None
            asked.request(request.method, urlsplit(request.url).path, sent, dict(request.headers))
            answer = asked.getresponse()
            told = answer.read(LARGEST_ANSWER_BYTES).decode("utf-8", "replace")
            return ApiClientResponse(headers=answer.getheaders(), body=told, status_code=answer.status)
        finally:
            asked.close()


class PlainAnswers(DefaultSerializer):
    """Serializes as the SDK does, and deserializes to plain JSON.

    The SDK's own loses the status of a refusal without a body, and cannot read any reminder: it needs a module that is
    missing in ask-sdk-model 1.82.0.
    """

    def deserialize(self, payload: str | None, obj_type: object) -> Any:  # noqa: ARG002
        """The answer as plain JSON; None where it is none."""
        try:
            return json.loads(payload or "null")
        except ValueError:
            return None
