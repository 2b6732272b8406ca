"""Puts the parts together: the only module that knows all of them."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.alexa.verification import Verifier
from skill.alexa.verification_chain import Chains
from skill.content.library import Library, read_library
from skill.device.page_turns import Json, page_turn
from skill.device.speaker import Speaker, Whose
from skill.dialogue.guide import Guide
from skill.dialogue.store import Store
from skill.recognizer.recognizer import Recognizer
from skill.recognizer.templates import TEMPLATES_FOLDER, read_templates
from skill.settings import DynamoPlace, Settings
from skill.stores.sqlite import SqliteStore


@cache
def the_library() -> Library:
    """The content, read once."""
    return read_library()


@cache
def the_recognizer() -> Recognizer:
    """Understands words typed instead of spoken; Alexa needs none of it."""
    return Recognizer(read_templates(TEMPLATES_FOLDER / "en"), the_library())


def open_store(settings: Settings) -> Store:
    """The store that the settings name; raises NotOurs or StoreDown with a sentence that says what to do."""
    if isinstance(settings.store, DynamoPlace):
        raise NotImplementedError
    return SqliteStore(settings.store.name)


def build_skill(settings: Settings, store: Store) -> AlexaSkill:
    """The skill over a store."""
    return AlexaSkill(Guide(the_library(), store), Identity(settings.id_key))


def a_speaker(skill: AlexaSkill, whose: Whose) -> Speaker:
    """A pretend smart speaker that talks to the skill."""
    return Speaker(skill, the_recognizer(), whose)


def page_turns(skill: AlexaSkill, now: Callable[[], datetime]) -> Callable[[Json], Json]:
    """What the page asks for: one turn at a time, each with a speaker of its own."""
    return lambda sent: page_turn(a_speaker(skill, Whose(device="page")), sent, now)


def guard_of(settings: Settings) -> Verifier:
    """Lets in only what Alexa signed for this skill."""
    return Verifier(settings.skill_id or "", Chains())
