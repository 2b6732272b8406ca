"""The transport for the SDK's service clients: one attempt a call, with a time-out."""

import json
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services import ApiClient, ApiClientRequest, ApiClientResponse

from skill.alexa.trust import trust

LARGEST_ANSWER_BYTES = 200_000
"""Some hundred reminders; whatever is longer is no answer to us."""


def connection(endpoint: str, seconds: float) -> HTTPConnection:
    """A connection to a service that is given up where a step of it takes longer."""
    address = urlsplit(endpoint)
    if address.scheme == "https":
        return HTTPSConnection(address.hostname or "", address.port, timeout=seconds, context=trust())
    return HTTPConnection(address.hostname or "", address.port, timeout=seconds)


class BriefApiClient(ApiClient):
    """The SDK's own waits for ever, and speaks to no server of a test."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """The response to a request, as it came; raises OSError and HTTPException."""
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
    """Writes as the SDK does, and reads plain JSON, or nothing where there is none.

    The SDK's own loses the status of a refusal without a body, and cannot read any reminder: of ask-sdk-model 1.82.0 a
    module is missing that it wants for it.
    """

    def deserialize(self, payload: str | None, obj_type: object) -> Any:  # noqa: ARG002
        """The JSON of an answer; its shape is the business of its reader."""
        try:
            return json.loads(payload or "null")
        except ValueError:
            return None
