"""The words that put a question again, and the kinds of those that ask which one is meant."""

from collections.abc import Mapping

from skill.dialogue.answers.replying.agreement import AGREEMENT

PUT_AGAIN: Mapping[str, str] = {
    "begin": "launch.offer",
    "try": "question.try",
    "get-up": "question.get-up",
    "more": "question.more",
    "how-long": "question.how-long",
    AGREEMENT: "question.agreement",
    "minutes": "finding.how-long",
    "which-routine": "ask.which-of",
    "which-stretch": "ask.which-of",
    "which-how-to": "ask.which-of",
    "which-jump": "ask.which-of",
    "which-resume": "ask.which-of",
}
"""Questions that stay open over a word that was not understood, or asked something else; what deletes never does."""

KINDS = {
    "HowToIntent": "which-how-to",
    "JumpToStretchIntent": "which-jump",
    "WhatForIntent": "which-what-for",
    "DescribeRoutineIntent": "which-described",
    "AddToMineIntent": "which-to-add",
    "RemoveFromMineIntent": "which-to-remove",
    "LeaveOutIntent": "which-leave-out",
    "AllowIntent": "which-allow",
    "SafeForMeStretchIntent": "which-for-me",
    "CorrectStretchIntent": "which-jump",
    "ResumeRoutineIntent": "which-resume",
}
"""What is asked for by those who do not want to begin what they name."""

OPEN_WISH = ("wish", "paused")
"""Questions for which it is better to say what can be answered than to put them again."""
