"""Whether what somebody said answers the question that was put to them, so that they must have heard it."""

from collections.abc import Mapping

from skill.dialogue.memory.question import Ask, Question

_ANSWERS_TO_ANY = frozenset({"ReadyIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.ResumeIntent"})
_OF_SEVERAL = frozenset({"ChooseIntent", "StartRoutineIntent", "StartStretchIntent", "CorrectStretchIntent"})
_ANSWERS_TO: Mapping[Ask, frozenset[str]] = dict.fromkeys((Ask.BEGIN, Ask.TRY, Ask.WHICH), _OF_SEVERAL)


def answers(intent: str, asked: Question) -> bool:
    """Whether this intent answers that question; anything else may as well have been said into the reply."""
    return intent in _ANSWERS_TO_ANY | _ANSWERS_TO.get(asked.kind, frozenset())
