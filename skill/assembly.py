"""Builds the skill over its store, as it runs in the cloud and at home; everything costly is made once and cached."""

from functools import cache
from typing import TYPE_CHECKING, Any

from skill.alexa.identity import Identity
from skill.alexa.reminders import AlexaReminders
from skill.alexa.skill import AlexaSkill
from skill.alexa.time_zone import AlexaTimeZones
from skill.compiled import compiled
from skill.content.library import Library
from skill.dialogue.answers.conversation.evidence import evidence_in
from skill.dialogue.guide import Answered, Guide
from skill.ports.reminders import Reminders
from skill.ports.store import Store
from skill.ports.turn import Turn
from skill.settings import Settings, SqlitePlace

if TYPE_CHECKING:
    from skill.alexa.screens.showing import Screens
    from skill.content.shelves import LookedAt
    from skill.drawing.figures import Figures
    from skill.recognizer.templates.templates import Templates
    from skill.recognizer.told import ToldReader


@cache
def the_library() -> Library:
    """The content, read once."""
    return compiled("library", _read_library)


def _read_library(looked_at: "LookedAt | None" = None) -> Library:
    """Read the content's files; the code for that is loaded only where no compiled copy is there."""
    from skill.content.library_from_files import read_library  # noqa: PLC0415

    return read_library(looked_at=looked_at)


@cache
def _looked_at() -> "LookedAt":
    """What was found in each file whenever it was read again: one of a hundred has changed."""
    return {}


@cache
def the_figures() -> "Figures":
    """The figure of every stretch, read once, and only where it is shown."""
    from skill.drawing.figures import read_figures  # noqa: PLC0415

    return compiled("figures", lambda: read_figures(the_library().stretches))


def read_again(changed: frozenset[str], locale: str) -> None:
    """Read again what has `changed` ("content", "interaction_model"), and drop what was cached of it.

    Raises ContentFaults or TemplateFaults; then everything stays as it was. The recognizer takes some seconds to make,
    and is made again only where a sentence or a name has changed.
    """
    from skill.drawing.figures import read_figures  # noqa: PLC0415
    from skill.recognizer.model import templates_of  # noqa: PLC0415

    library = compiled("library", lambda: _read_library(_looked_at()))
    compiled("figures", lambda: read_figures(library.stretches))
    if "interaction_model" in changed:
        compiled(name_of("templates", locale), lambda: templates_of(library, locale))
    alike = changed <= {"content"} and _heard_in(library, locale) == _heard_in(the_library(), locale)
    # Nothing is dropped before all could be read: requests meanwhile are answered from what was good.
    for kept in (the_library, the_figures, *(() if alike else (the_templates, what_reads))):
        kept.cache_clear()
    the_library()


def _heard_in(library: Library, locale: str) -> tuple[object, ...]:
    """Everything of the content that the recognizer depends on."""
    from skill.recognizer.templates.catalogue import types_of_content  # noqa: PLC0415

    language = library.language_of(locale)
    names = types_of_content(library, language, {})
    return names, library.invocation(language), library.warnings, library.signs, library.locales


def open_store(settings: Settings, *, check: bool = True) -> Store:
    """The store that the settings name; raises NotOurs or StoreDown with a sentence that says what to do.

    Without `check` a table is not asked whether it can be used: the first turn finds out.
    """
    place = settings.store
    # boto3 takes as long to load as all the rest, and a file needs none of it.
    if isinstance(place, SqlitePlace):
        from skill.stores.sqlite import SqliteStore  # noqa: PLC0415

        return SqliteStore(place.name)
    from skill.stores.dynamodb import DynamoStore  # noqa: PLC0415
    from skill.stores.dynamodb_client import connect  # noqa: PLC0415

    store = DynamoStore(connect(place.region, place.endpoint_url, local=place.local), place.table)
    if check:
        store.check()
    return store


@cache
def the_templates(locale: str) -> "Templates":
    """How people say things in this locale, read once."""
    from skill.recognizer.model import templates_of  # noqa: PLC0415

    return compiled(name_of("templates", locale), lambda: templates_of(the_library(), locale))


@cache
def what_reads(locale: str) -> "ToldReader":
    """Understands words as they are said in this locale; an unknown locale is read by its language alone.

    Made with the first words that Alexa hands on unread: loading it takes as long as starting all the rest, and a
    launch need not wait for that.
    """
    from skill.recognizer.recognizer import Recognizer  # noqa: PLC0415
    from skill.recognizer.told import ToldReader  # noqa: PLC0415

    def make() -> ToldReader:
        templates = the_templates(locale)
        return ToldReader(Recognizer(templates, the_library()).ready(), templates.preambles)

    return compiled(name_of("reader", locale), make)


def name_of(what: str, locale: str) -> str:
    """The name of a compiled file: one for each locale of ours; all others share that of their language."""
    library = the_library()
    return f"{what}-{locale if locale in library.locales else library.language_of(locale)}"


def read(turn: Turn) -> Turn:
    """The turn with its unread words understood as a wish."""
    locale = turn.locale if turn.locale in the_library().locales else ""
    return what_reads(locale).read(turn, evidence_in(turn.copy or {}))


def build_skill(
    settings: Settings, store: Store, reminders: Reminders | None = None, *, at_home: bool = False
) -> AlexaSkill:
    """The skill over a store, with Alexa's reminders unless others are given. `at_home`: its devices are our own."""
    guide = Guide(the_library(), store, AlexaTimeZones(), reminders or AlexaReminders())
    skill = AlexaSkill(guide, Identity(settings.id_key, settings.old_id_key), read, at_home=at_home)
    return skill.on_screens(_shown)


def _shown(turn: Turn, answered: Answered) -> dict[str, Any] | None:
    """What a screen shows. The drawing code is only loaded with the first screen: most speakers have none."""
    return _screens().directive(turn, answered)


@cache
def _screens() -> "Screens":
    from skill.alexa.screens.showing import Screens  # noqa: PLC0415

    return Screens(the_library(), the_figures)
