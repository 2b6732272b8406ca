"""Ways apart: how words of danger can mean no danger, being denied, asked about, long over, another's, or a saying.

The same grammar serves the phrases of danger and its signs. Each way has its words, and how far they reach. Words of
danger that no way reaches count as danger, and so does everything doubtful.
"""

from typing import Annotated, Literal

from skill.content.language.warnings import Phrase, PhraseList
from skill.content.model.frozen import Checked, Frozen

Reach = Literal["itself", "joined", "thing", "question", "clause", "story", "sentence"]


class Way(Frozen):
    """One way in which words of danger mean none: its words, how far they reach, and the source for it."""

    kind: Annotated[str, Checked(min_length=1)]
    words: PhraseList
    reach: Reach
    """Which danger it takes away: `itself` one that shares a word with it; `joined` one that follows after joining
    words only; `thing` the same after the name of a thing (one or two words that are in no sign); `question` one that
    follows in its clause; `clause` one anywhere in its clause; `story` also one in a clause in the past; `sentence`
    any."""
    joining: tuple[Phrase, ...] = ()
    """Words that may stand between it and the danger, for `joined` and `thing`."""
    beside: tuple[Phrase, ...] = ()
    """One of these has to be said too: for "somebody else", that it is over."""
    ahead: tuple[Phrase, ...] = ()
    """Directly before one of these it takes nothing away ("no, both legs"); none of them is a thing."""
    behind: tuple[Phrase, ...] = ()
    """Directly after one of these it takes nothing away: "as if", "it wasn't the television"."""
    unless: tuple[Phrase, ...] = ()
    """It takes nothing away if one of these ("now") is in its clause, in that of the danger, or after what is asked or
    denied."""
    is_told: bool = False
    """Whether it is a tale about somebody: then what others in it have now is no danger either."""
    source: Annotated[str, Checked(min_length=1)]


class Tenses(Frozen):
    """The words by which one language begins a clause, and those that mark the present, the past, or other people."""

    joints: PhraseList
    subjects: PhraseList
    after: PhraseList
    """Words after which a subject does not begin a new clause: "he said I can't breathe"."""
    present: PhraseList
    past: PhraseList
    others: PhraseList


class Apart(Frozen):
    """All ways apart of one language, its clauses, and the phrases for "nothing is lost"."""

    way: Annotated[tuple[Way, ...], Checked(min_length=1)]
    clauses: Tenses
    intact: PhraseList
    """Phrases that say that nothing is lost; then the reader's weights alone raise no alarm."""
    lost_all_the_same: PhraseList
    """Phrases that cancel those of `intact`: "I can feel my legs going"."""
    now: PhraseList
    """Phrases that say that something is so now, whatever else is told."""
    nots: PhraseList
    """Words that may not stand between the words of a phrase: "I'm not dying" is not "I'm dying"."""
