"""The ways in which words of danger mean none: denied, asked about, long over, somebody else's, or a saying.

One grammar for the phrases of danger and for its signs. A way apart has its words and how far they reach; what nothing
reaches is danger, so whatever is in doubt stays one.
"""

from typing import Annotated, Literal

from skill.content.language.warnings import Phrase, PhraseList
from skill.content.model.frozen import Checked, Frozen

Reach = Literal["itself", "joined", "thing", "question", "clause", "story", "sentence"]


class Way(Frozen):
    """One way in which words that sound like danger mean none, how far it reaches, and who says that it is so."""

    kind: Annotated[str, Checked(min_length=1)]
    words: PhraseList
    reach: Reach
    """What shares a word with it (itself); what stands behind it with nothing but joining words between (joined); the
    same behind a thing of one or two words that no sign speaks of (thing); what stands behind it in its clause
    (question); its clause; also every clause of the past (story); or the sentence."""
    joining: tuple[Phrase, ...] = ()
    """Words that may stand between, where it has to be joined."""
    beside: tuple[Phrase, ...] = ()
    """One of these has to be said as well: somebody else, and that it is over."""
    ahead: tuple[Phrase, ...] = ()
    """Ahead of these it takes nothing away: "no, both legs"; and none of them is a thing."""
    behind: tuple[Phrase, ...] = ()
    """Behind these it takes nothing away: "as if", "it wasn't the television"."""
    unless: tuple[Phrase, ...] = ()
    """Said in its clause or in that of the danger, and behind what is asked or denied, it takes nothing away: "now"."""
    is_told: bool = False
    """Whether it is a tale of somebody, in which what somebody else has now is no danger either."""
    source: Annotated[str, Checked(min_length=1)]


class Tenses(Frozen):
    """How one language begins a clause, and what of it tells of now, of the past, or of somebody else."""

    joints: PhraseList
    subjects: PhraseList
    after: PhraseList
    """Words after which a subject begins no clause of its own: "he said I can't breathe"."""
    present: PhraseList
    past: PhraseList
    others: PhraseList


class Apart(Frozen):
    """Every way apart of one language, its clauses, and what tells that nothing is lost."""

    way: Annotated[tuple[Way, ...], Checked(min_length=1)]
    clauses: Tenses
    intact: PhraseList
    """What tells that nothing is lost, which the weight of the words alone does not speak against."""
    lost_all_the_same: PhraseList
    """What leaves nothing of that: "I can feel my legs going"."""
    now: PhraseList
    """What tells that something is so now, whatever else is told of."""
    nots: PhraseList
    """Words that never stand between those of a phrase: "I'm not dying" says nobody is."""
