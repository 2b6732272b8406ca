"""Tells a launch from a wish: what a device makes of its wake word and the skill's name before the skill is asked."""

import re
from dataclasses import dataclass
from typing import Literal

INVOCATION_NAME = "gentle back"

_WAKE_WORD = r"^\s*(?:(?:hey|okay|ok)[\s,]+)?(?:alexa\b[\s,.!]*)+"
_NAME = r"(?:the\s+)?(?:skill\s+)?gentle[\s-]?back\b"
_END = r"[\s.!?]*$"
_OPEN = re.compile(
    rf"^(?:please\s+)?(?:(?:open|start|launch|begin|run|load|use|resume|talk\s+to|speak\s+to)\s+)?{_NAME}"
    rf"(?:\s+(?:skill|please))*{_END}",
    re.IGNORECASE,
)
_ASK = re.compile(
    rf"^(?:please\s+)?(?:(?:ask|tell)\s+{_NAME}[\s,]+(?:(?:to|for|that|about|and)\s+)?"
    rf"|(?:open|start|launch|use|talk\s+to)\s+{_NAME}[\s,]+(?:and|to|for)\s+)(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_AT_THE_END = re.compile(
    rf"^(?P<rest>\S.*?)[\s,]+(?:with|using|from|in|on)\s+{_NAME}{_END}", re.IGNORECASE | re.DOTALL
)
_ASK_ALONE = re.compile(rf"^(?:ask|tell)\s+{_NAME}{_END}", re.IGNORECASE)


@dataclass(frozen=True)
class Spoken:
    """What a device makes of words: `open` launches, `ask` launches with a wish, `say` goes to the open session."""

    kind: Literal["open", "ask", "say"]
    rest: str


def spoken(words: str) -> Spoken:
    """Sort out words spoken to a device; `rest` is the wish, without wake word and name, empty for a plain launch."""
    said = re.sub(_WAKE_WORD, "", words, flags=re.IGNORECASE).strip()
    if _OPEN.match(said) or _ASK_ALONE.match(said):
        return Spoken("open", "")
    asked = _ASK.match(said) or _ASKED_AT_THE_END.match(said)
    return Spoken("ask", asked["rest"].strip()) if asked else Spoken("say", said)
