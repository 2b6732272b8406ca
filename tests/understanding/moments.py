"""The moments in which the unseen sentences are said, as the evidence that the conversation would have then."""

from skill.dialogue.answers.conversation.evidence import evidence
from skill.dialogue.memory.question import Ask
from skill.ports.evidence import NOTHING_KNOWN, Evidence

_PHASES: dict[str, tuple[str, Ask | None]] = {
    "launch": ("idle", None),
    "idle": ("idle", None),
    "hold": ("guiding", None),
    "ready": ("guiding", Ask.READY),
    "paused": ("paused", Ask.PAUSED),
}
_ASKED: dict[str, tuple[str, Ask]] = {
    "shall we begin": ("idle", Ask.BEGIN),
    "go on or start fresh": ("unfinished", Ask.GO_ON),
    "go on": ("paused", Ask.PAUSED),
    "was that one done": ("unfinished", Ask.WAS_DONE),
    "shall i remind you": ("idle", Ask.REMIND),
    "which of the two": ("idle", Ask.WHICH),
    "shall i talk you up": ("guiding", Ask.GET_UP),
    "for how long": ("idle", Ask.HOW_LONG),
    "is it easing": ("guiding", Ask.SETTLED),
    "do you need help": ("idle", Ask.FIRST),
}


def known_in(moment: str) -> Evidence:
    """What is known in this moment; nothing in one that no question of ours makes."""
    if moment in _PHASES:
        return evidence(*_PHASES[moment])
    words = "".join(letter for letter in moment.removeprefix("asked:").lower() if letter not in ",?")
    return evidence(*_ASKED[words]) if words in _ASKED else NOTHING_KNOWN
