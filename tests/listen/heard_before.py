"""What was spoken and heard before, kept: so that a rule can be tried again without speaking and hearing again.

Piper never says a sentence twice alike, and an ear takes a second or three for each. What was heard is kept by the very
samples, by what was told beforehand, and by what the ear is made of; when one of them is another it is heard anew.
"""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from hashlib import sha256
from inspect import getmodule, getsource
from pathlib import Path

from skill.compiled import ROOT, WRITTEN
from skill.hearing.ear import Certainty, Ear, Transcript
from skill.settings import speech_folder
from skill.sound.sound import Sound
from skill.voice.kept_speech import KeptSpeech

MOST = 50_000
"""Of what was heard; about fifteen megabytes."""
_TABLE = "create table if not exists heard (name text primary key, words text) strict"
_WAITS_SECONDS = 30.0
_KNOWS_OUR_SENTENCES = "sphinx"


class HeardBefore(Ear):
    """An ear that remembers."""

    def __init__(self, ear: Ear, file: Path, most: int = MOST) -> None:
        self._ear, self._file, self._most = ear, file, most
        self.is_told, self.knows_any_words = ear.is_told, ear.knows_any_words

    @property
    def name(self) -> str:
        """See `Ear`."""
        return self._ear.name

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        """See `Ear`. What is kept, where it is."""
        key = _key(self._ear, sound, expected)
        with closing(sqlite3.connect(self._file, timeout=_WAITS_SECONDS)) as kept, kept:
            kept.execute(_TABLE)
            found = kept.execute("select words from heard where name = ?", (key,)).fetchone()
        if found:
            return _read(self.name, found[0])
        heard = self._ear.hear(sound, expected)
        with closing(sqlite3.connect(self._file, timeout=_WAITS_SECONDS)) as kept, kept:
            kept.execute("insert or replace into heard values (?, ?)", (key, _written(heard)))
            kept.execute("delete from heard where rowid <= (select max(rowid) from heard) - ?", (self._most,))
        return heard


def remembering(ears: Iterable[Ear]) -> list[Ear]:
    """The same ears, each with what it heard before."""
    folder = speech_folder().parent
    folder.mkdir(parents=True, exist_ok=True)
    return [HeardBefore(ear, folder / "heard.sqlite") for ear in ears]


@cache
def spoken_before() -> KeptSpeech:
    """What the voices said as it came from them."""
    return KeptSpeech(speech_folder().with_name("spoken-to-be-heard"))


def _key(ear: Ear, sound: Sound, expected: tuple[str, ...]) -> str:
    told = json.dumps([_made_of(ear), expected, sound.rate])
    return sha256(told.encode() + sound.samples.tobytes()).hexdigest()


def _made_of(ear: Ear) -> list[str]:
    """Its name, its program, and where it knows our own sentences alone, all of them."""
    return [ear.name, _program(type(ear)), *([_our_sentences()] if ear.name == _KNOWS_OUR_SENTENCES else [])]


@cache
def _program(ear: type[Ear]) -> str:
    module = getmodule(ear)
    return sha256(getsource(module or ear).encode()).hexdigest()


@cache
def _our_sentences() -> str:
    digest = sha256()
    for folder, ending in WRITTEN:
        for path in sorted((ROOT / folder).rglob(f"*{ending}")):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _written(heard: Transcript) -> str:
    return json.dumps([heard.words, heard.certainty, heard.else_words, heard.shares])


def _read(name: str, written: str) -> Transcript:
    words, certainty, else_words, shares = json.loads(written)
    return Transcript(name, words, Certainty(certainty), tuple(else_words), tuple(shares))
