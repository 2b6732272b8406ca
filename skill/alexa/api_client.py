"""Carries what the SDK's service clients ask to Alexa's services and back; nothing is tried twice."""

import json
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import urlsplit

from ask_sdk_model.services import ApiClient, ApiClientRequest, ApiClientResponse

LARGEST_ANSWER_BYTES = 200_000
"""Some hundred reminders; whatever is longer is no answer to us."""

_FAILED = 300


def connection(endpoint: str, seconds: float) -> HTTPConnection:
    """A connection to a service that is given up where a step of it takes longer."""
    address = urlsplit(endpoint)
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    return kind(address.hostname or "", address.port, timeout=seconds)


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
            told = _readable(answer.status, answer.read(LARGEST_ANSWER_BYTES).decode("utf-8", "replace"))
            return ApiClientResponse(headers=answer.getheaders(), body=told, status_code=answer.status)
        finally:
            asked.close()


def _readable(status: int, body: str) -> str:
    """The body; of a refusal only if it is JSON, for the SDK reads it as such, and else loses the refusal itself."""
    try:
        return body if status < _FAILED or isinstance(json.loads(body), dict) else "{}"
    except ValueError:
        return "{}"
