"""What a conversation knows that makes some meanings of a sentence likelier than others; danger is heard without it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Evidence:
    """What is going on, which question is open, and what follows from both for intents, by their plain names.

    Nothing is known of somebody who speaks the first words: then no meaning is likelier than it is anyway.
    """

    phase: str = ""
    """What is going on: nothing (idle), a routine that is led (guiding), or one that waits (paused)."""
    question: str = ""
    """The kind of question that is open, where it has been heard."""
    answers: frozenset[str] = field(default=frozenset(), repr=False)
    """What answers this question."""
    misplaced: frozenset[str] = field(default=frozenset(), repr=False)
    """What means nothing in this phase."""
    surely: frozenset[str] = field(default=frozenset(), repr=False)
    """What counts only where it is a known sentence: less pain is no word of being well, after an emergency."""
    exact: frozenset[str] = field(default=frozenset(), repr=False)
    """What counts only where it is said word for word, because it cannot be undone."""
    offers: bool = False
    """Whether it offers something, so that "sounds lovely" takes it, and "another time" declines."""
    plainly: bool = False
    """Whether words of taking are no yes to it, also where they are known as one: nobody is well by "lovely"."""
    own_name: str = field(default="", repr=False)
    """What somebody calls the routine of their own."""
    by_name: bool = False
    """Whether something was asked for by a name: "ask gentle back for …"."""


NOTHING_KNOWN = Evidence()
"""Of words that come without a conversation."""
FIRST_WORDS = Evidence(surely=frozenset({"AllWellIntent"}))
"""Of the first words of one: whoever says them may have been in an emergency, and less pain does not end that."""
