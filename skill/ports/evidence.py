"""What a conversation knows that makes some meanings of a sentence likelier than others; danger is heard without it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Evidence:
    """The phase, the open question, and the intents (by name) that each makes likelier, or unlikely.

    Empty for the first words of a conversation: then no meaning is likelier than another.
    """

    phase: str = ""
    """idle, guiding, paused, or unfinished: a routine that was led in an earlier conversation."""
    question: str = ""
    """The kind of question that is open, if it was heard."""
    answers: frozenset[str] = field(default=frozenset(), repr=False)
    """Intents that answer this question."""
    misplaced: frozenset[str] = field(default=frozenset(), repr=False)
    """Intents that mean nothing in this phase."""
    surely: frozenset[str] = field(default=frozenset(), repr=False)
    """Intents that only a known sentence can mean: after an emergency, less pain is not being well."""
    exact: frozenset[str] = field(default=frozenset(), repr=False)
    """Intents that have to be said word for word, since they cannot be undone."""
    offers: bool = False
    """Whether the question offers something, so that "sounds lovely" accepts it and "another time" declines it."""
    plainly: bool = False
    """Whether loose words of accepting are no yes to it, even as a known sentence: nobody is well by "lovely"."""
    own_name: str = field(default="", repr=False)
    """What the person calls their own routine."""
    by_name: bool = False
    """Whether something was asked for by a name: "ask gentle back for …"."""


NOTHING_KNOWN = Evidence()
"""For words outside any conversation."""
FIRST_WORDS = Evidence(surely=frozenset({"AllWellIntent"}))
"""For the first words of a conversation: there may have been an emergency, which less pain does not end."""
