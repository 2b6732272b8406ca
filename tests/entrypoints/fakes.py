"""A skill that answers with what it was asked, for tests of the way in alone."""

from typing import Any

from skill.alexa.errors import NotAlexa


class Echo:
    """Answers an envelope with itself; what has no request is none of Alexa's; one request breaks it."""

    def handle(self, envelope: dict[str, Any]) -> dict[str, Any]:
        if "request" not in envelope:
            raise NotAlexa("There is no request in it.")
        if envelope["request"] == "break":
            raise ZeroDivisionError("as a fault nobody foresaw")
        return {"version": "1.0", "heard": envelope}
