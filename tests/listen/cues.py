"""Every cue of every routine, spoken and recognised again: which of them a listener would not get."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from skill.assembly import the_library
from skill.entrypoints.sheets.rehearsal import rehearsals
from skill.hearing.ear import Ear
from skill.home import the_ears
from skill.voice.rendering import sentences_of
from tests.listen.compared_words import changes, words_in, wrong_words
from tests.listen.heard_before import remembering
from tests.listen.progress import made_of
from tests.listen.sentences import LOCALE
from tests.listen.speakers import Speaker, the_voices

SAMPLE_OF = 10
"""With --sample one of so many cues."""

_SMALL = "sphinx"


@dataclass(frozen=True)
class Heard:
    """A cue, and what was heard of it by each voice."""

    words: str
    by_voice: dict[str, str]

    @property
    def right(self) -> bool:
        """Whether by one voice at least each word was heard as it was said."""
        said = words_in(self.words)
        return any(words_in(heard) == said for heard in self.by_voice.values())

    @property
    def wrong(self) -> int:
        """How many words were wrong, by the voice by which it went best."""
        said = words_in(self.words)
        return min(wrong_words(said, words_in(heard)) for heard in self.by_voice.values())

    @property
    def changed(self) -> str:
        """Which words became others, by the voice by which it went best."""
        said = words_in(self.words)
        best = min(self.by_voice.values(), key=lambda heard: wrong_words(said, words_in(heard)))
        return ", ".join(f"{one.said or 'nothing'} → {one.heard or 'nothing'}" for one in changes(said, words_in(best)))


def main(*, sample: bool) -> None:
    """Print how many are heard wrongly, which words, and which sentences."""
    ear = next((one for one in remembering(the_ears(LOCALE).ears) if one.name != _SMALL), None)
    if ear is None:
        print("Whisper is not here, and no other ear knows any words: make voice brings it.")
        return
    said = sentences()[:: SAMPLE_OF if sample else 1]
    print("\n".join(table(made_of(said, "cues", lambda words: heard_again(words, ear)))))


def sentences() -> list[str]:
    """Every sentence that is said in any routine, the first time and later, the commonest first."""
    library, said = the_library(), Counter[str]()
    for slug in library.routines:
        for rehearsal in rehearsals(library, slug):
            for moment in rehearsal.moments:
                said.update(sentences_of(moment.words))
    return [words for words, _ in said.most_common()]


def heard_again(words: str, ear: Ear) -> Heard:
    """What the ear makes of it by the first voice, and where that is wrong by a second."""
    by_voice: dict[str, str] = {}
    for voice in list(the_voices())[:2]:
        by_voice[voice] = ear.hear(Speaker(voice, 1.0, "clean").say(words)).words
        if words_in(by_voice[voice]) == words_in(words):
            break
    return Heard(words, by_voice)


def table(heard: Sequence[Heard]) -> Iterator[str]:
    """Figures first, and then every sentence that nobody got right, the worst first."""
    wrong = sorted((one for one in heard if not one.right), key=lambda one: -one.wrong / len(words_in(one.words)))
    words, changed = sum(len(words_in(one.words)) for one in heard), sum(one.wrong for one in wrong)
    yield f"{len(heard)} sentences, {words} words: {len(heard) - len(wrong)} are heard as they are said, by one of two"
    yield f"voices at least, {len(wrong)} are not; {changed / words:.1%} of the words are changed."
    yield "\n| said | changed |\n|---|---|"
    yield from (f"| {one.words} | {one.changed} |" for one in wrong)
