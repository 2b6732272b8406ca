"""The handler for Amazon's local debugger, which connects one's own Echo to this machine and its store.

Its requests come through Amazon's own connection, so there is no signature to check.
"""

from functools import cache
from typing import Any

from skill.alexa.skill import AlexaSkill
from skill.assembly import build_skill, open_store
from skill.ports.store import Store
from skill.settings import read_settings

Json = dict[str, Any]


def handler(event: Json, _context: object = None) -> Json:
    """The response to a request of Alexa's; what goes wrong is raised, and the debugger shows it."""
    return _skill().handle(event)


@cache
def _skill() -> AlexaSkill:
    return build_skill(read_settings(), _store())


@cache
def _store() -> Store:
    """The one that GENTLE_BACK_STORE names, or that at home."""
    return open_store(read_settings())
