"""What a skill at home has besides: words typed instead of spoken, a pretend speaker, the check of signatures.

What serves the page and what checks signatures is loaded by who needs it: whoever says one sentence waits for neither.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from skill.alexa.skill import AlexaSkill
from skill.assembly import what_reads
from skill.device.speaker import Speaker, Whose
from skill.recognizer.recognizer import Recognizer
from skill.settings import Settings

if TYPE_CHECKING:
    from skill.alexa.verification import Verifier
    from skill.device.page_turns import Json


def the_recognizer(locale: str) -> Recognizer:
    """Understands words typed instead of spoken, as they are said in this locale: the same that reads for Alexa."""
    return what_reads(locale).recognizer


def a_speaker(skill: AlexaSkill, whose: Whose) -> Speaker:
    """A pretend smart speaker that talks to the skill."""
    return Speaker(skill, the_recognizer(whose.locale), whose)


def page_turns(skill: AlexaSkill, locale: str, now: Callable[[], datetime]) -> "Callable[[Json], Json]":
    """What the page asks for: one turn at a time, each with a speaker of its own that is set to this locale."""
    from skill.device.page_turns import page_turn

    return lambda sent: page_turn(a_speaker(skill, Whose(device="page", locale=locale, tells=True)), sent, now)


def guard_of(settings: Settings) -> "Verifier":
    """Lets in only what Alexa signed for this skill."""
    from skill.alexa.verification import Verifier
    from skill.alexa.verification_chain import Chains

    return Verifier(settings.skill_id or "", Chains())
