"""Nothing but files stands between the skill and another language: a whole one is written, loaded and talked in."""

import re
from datetime import timedelta
from pathlib import Path
from unicodedata import normalize

import pytest

from skill.content.language.numbers import spelled
from skill.content.library import Library
from skill.content.library_from_files import CONTENT_FOLDER, read_library
from skill.device.speaker import Speaker, Whose
from skill.home import the_recognizer
from skill.recognizer.meaning import HeardSlot
from skill.recognizer.model import templates_of, write_models
from skill.recognizer.reason import TakenBy
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.recognizer.templates.templates import TEMPLATES_FOLDER
from skill.stores.sqlite import SqliteStore
from skill.wording.wording import sentence
from tests.dialogue.listener import MORNING, Listener
from tests.languages.dotted import LOCALE, dotted, write_content, write_templates
from tests.nightly import at_night
from tests.understanding.sentences import sentences
from tests.understanding.test_understanding import NOT_UNDERSTOOD

NUMBERS = {spelled(number, "de") for number in range(100)}
"""The only words without dots."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_library(write_content(CONTENT_FOLDER, tmp_path_factory.mktemp("content")))


@pytest.fixture(scope="module")
def templates_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_templates(TEMPLATES_FOLDER / "en", tmp_path_factory.mktemp("templates"))


@pytest.fixture(scope="module")
def recognizer(library: Library, templates_folder: Path) -> Recognizer:
    return Recognizer(templates_of(library, LOCALE, templates_folder), library)


@pytest.fixture
def listener(store: SqliteStore, library: Library, recognizer: Recognizer) -> Listener:
    listener = Listener(store, library=library)
    listener.speaker = Speaker(listener, recognizer, Whose(locale=LOCALE))
    return listener


def without_dots(heard: str) -> list[str]:
    """The words that nobody wrote in this language."""
    return [word for word in re.findall(r"\w+", heard) if re.search("[aouAOU]", word) and word.lower() not in NUMBERS]


def test_the_language_is_the_only_one(library: Library) -> None:
    assert (list(library.locales), library.languages, library.usual_language) == ([LOCALE], ("de",), "de")


@at_night
def test_its_words_are_understood_as_those_of_english_are(recognizer: Recognizer) -> None:
    # Where amounts are read the numbers of this language are German, and the sentences have English ones; "tomorrow
    # morning" is an amount as well. A name that nobody has, or that somebody gives, is heard as it is said, with its
    # dots. No reader has learned it: what only weighs right is left out.
    said = [
        one
        for one in sentences()
        if not re.search("(duration|time|number|name)=|=(plank|squats|tomorrow-)", str(one.meanings))
    ]
    assert len(said) > 900
    heard = [(one.words, one.is_understood(recognizer.understand(dotted(one.words)))) for one in said]
    missed = {words for words, understood in heard if not understood and not weighs_right(words)}
    assert missed <= set(NOT_UNDERSTOOD)


def weighs_right(words: str) -> bool:
    reason = the_recognizer("en-US").understand(words).reason
    return reason is not None and reason.step is TakenBy.READER


def test_amounts_are_read_with_its_own_numbers(recognizer: Recognizer) -> None:
    assert recognizer.understand("i häve fünfundzwanzig minütes").slots == {"duration": HeardSlot("PT25M", ())}
    assert recognizer.understand("i häve 20 minütes").slots == {"duration": HeardSlot("PT20M", ())}


def test_letters_are_the_same_however_they_were_typed(recognizer: Recognizer) -> None:
    for said in ("WHERE SHÖÜLD i feel it", "my chest hürts", "tell me möre"):
        taken_apart = normalize("NFD", said)
        assert taken_apart != said
        assert recognizer.understand(taken_apart).intent == recognizer.understand(said).intent != FALLBACK


AT_HOME = ("öpen gentle bäck", "yes", "where shöüld i feel it", "höw löng is left", "next", "pärdön", "help", "next")
LATER = ("äsk gentle bäck whät röütines dö yöü häve", "möre", "remind me every mörning ät sieben", "yes", "stöp")
IN_A_HOLD = ("älexä, which side is it", "älexä, pärdön", "älexä, thät hürts")
BY_AND_BY = (
    "öpen gentle bäck",
    "i cännöt kneel",
    "älwäys",
    "whät häve yöü left öüt",
    "höw äm i döing",
    "delete me",
    "yes",
)


def test_a_conversation_has_no_word_of_another_language(listener: Listener) -> None:
    heard: list[str] = []
    for days, sentences_said in enumerate((AT_HOME, LATER, BY_AND_BY)):
        heard.append(listener.say(sentences_said[0], MORNING + timedelta(days=10 * days)))
        heard += map(listener.say, sentences_said[1:])
    assert [(words, leaked) for words in heard if (leaked := without_dots(words))] == []
    assert all(heard)


def test_whoever_interrupts_a_hold_hears_the_language_too(listener: Listener) -> None:
    heard = [listener.say("stärt my löwer bäck röütine", MORNING)]
    heard += [listener.say(words, listener.last.at + timedelta(seconds=70)) for words in IN_A_HOLD]
    assert [leaked for words in heard if (leaked := without_dots(words))] == []


def test_a_sentence_that_begins_with_dots_begins_with_a_capital() -> None:
    assert sentence("öffne die hand. über dir. ärmer") == "Öffne die hand. Über dir. Ärmer"


def test_the_number_is_that_of_the_country(listener: Listener) -> None:
    heard = listener.say("älexä, my chest hürts", MORNING)
    assert heard.endswith("Cäll eins eins zwei nöw.")
    assert "Cäll eins eins zwei, ör yöür löcäl emergency nümber, ör cäll tö sömeöne neär yöü." in heard


def test_a_speaker_of_an_unknown_country_names_no_number(listener: Listener) -> None:
    assert listener.speaker is not None
    listener.speaker.whose = Whose(locale="de-CH")
    assert listener.say("älexä, my chest hürts", MORNING).endswith("Cäll yöür löcäl emergency nümber nöw.")


def test_its_model_is_compiled_with_its_letters(library: Library, templates_folder: Path) -> None:
    assert write_models(templates_folder, library) == (templates_folder / f"{LOCALE}.json",)
    compiled = (templates_folder / f"{LOCALE}.json").read_text("utf-8")
    assert '"invocationName": "gentle bäck"' in compiled
    assert '"where shöüld i feel it"' in compiled
