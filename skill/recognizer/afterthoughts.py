"""Finds the wish that counts in sentences with several: one taken back, one beside an excuse, or several joined."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic

from skill.ports.intents import Wish
from skill.recognizer.reader.costs import only_tells
from skill.recognizer.sentences.breaths import Breaths
from skill.recognizer.sentences.corrections import Corrections
from skill.recognizer.sentences.excuses import Excuse, Excuses
from skill.recognizer.sentences.names import Names
from skill.recognizer.templates.manners import Words
from skill.recognizer.templates.templates import Templates

_WAITING = ("AMAZON.PauseIntent", "PauseForIntent", "AMAZON.StopIntent")
"""Wishes that come first, whatever else is said with them."""
_GOING_ON = (
    "AMAZON.CancelIntent",
    "AMAZON.NextIntent",
    "AMAZON.NoIntent",
    "AMAZON.ResumeIntent",
    "AMAZON.YesIntent",
    "MoreTimeIntent",
    "NotThereYetIntent",
    "ReadyIntent",
)
"""Beside an excuse these are no wish of their own: "the bell just went, let me go"."""
_MOST_AROUND = 2
"""Up to so many telling words around an excuse are ignored if they are not understood."""
_LEADING_IN = ("AMAZON.YesIntent", "AMAZON.NoIntent", "ReadyIntent", "AllWellIntent")
"""Wishes that people often say only to lead in to another: they do not count beside one."""


class Afterthoughts(Generic[Wish]):
    """Finds the wish that counts by understanding the parts of a sentence, in one language."""

    def __init__(
        self,
        templates: Templates,
        names: Mapping[str, Names],
        wish: Callable[[str], Wish | None],
        bare: Callable[[str], Wish],
    ) -> None:
        """`wish` understands words that are a single wish, or returns None; `bare` makes a wish of an intent."""
        self._manners = templates.manners
        self._corrections = Corrections(templates.manners, names)
        self._excuses = Excuses(
            (template.intent, templates.manners.written_out(sample))
            for template in templates.written
            for sample in template.samples
            if template.is_excuse
        )
        self._bare = bare
        self._breaths = Breaths(templates.manners)
        self._wish = wish

    def meant(self, words: str) -> Wish | None:
        """The wish that counts after a correction, or beside an excuse; None where there is neither."""
        said = self._manners.written_out(words)
        anew = (self._of(one) for one in self._corrections.meant(said, self._is_wish))
        return next(filter(None, anew), None) or self._called_away(said)

    def put_right(self, words: str) -> Words:
        """The whole sentence with its correction applied; empty without a correction."""
        return self._corrections.put_right(self._manners.written_out(words))

    def withdrawn(self, words: str) -> bool:
        """Whether the wish is taken back and nothing should change."""
        return self._corrections.withdraws(self._manners.written_out(words))

    def together(self, words: str) -> Wish | None:
        """The wish that counts of several that are joined; None in doubt, or where a part is not understood."""
        heard = [self._wish(clause) for clause in self._breaths.clauses(words)]
        wishes = [wish for wish in heard if wish and wish.intent not in _LEADING_IN]
        return _first_of(wishes) if all(heard) else None

    def _called_away(self, said: Words) -> Wish | None:
        """The wish after or before an excuse, else the excuse's own; None without an excuse, or with much else."""
        excuse = self._excuses.find(said)
        if excuse is None:
            return None
        around = (self._of(words) for words in (excuse.after, excuse.before) if words)
        wish = next((wish for wish in around if wish and wish.intent not in _GOING_ON), None)
        return wish or (self._bare(excuse.intent) if self._says_no_more(excuse) else None)

    def is_an_excuse(self, said: Words) -> bool:
        """Whether the words are an excuse and nothing else."""
        excuse = self._excuses.find(said)
        return excuse is not None and not excuse.before and not excuse.after

    def _says_no_more(self, excuse: Excuse) -> bool:
        """Whether hardly anything is said around the excuse: more words might be what the sentence is about."""
        telling = [word for word in (*excuse.before, *excuse.after) if word not in self._manners.light_words]
        return len(telling) <= _MOST_AROUND

    def _is_wish(self, words: Words) -> bool:
        return self._of(words) is not None

    def _of(self, words: Words) -> Wish | None:
        return self._wish(" ".join(words))


def _first_of(wishes: Sequence[Wish]) -> Wish | None:
    """A wish to wait or stop, else those that do something, else any; None unless all that remain are the same."""
    waiting = [wish for wish in wishes if wish.intent in _WAITING]
    doing = [wish for wish in wishes if not only_tells(wish.intent)]
    chosen = waiting[:1] or doing or list(wishes)
    return chosen[0] if chosen and all(wish == chosen[0] for wish in chosen) else None
