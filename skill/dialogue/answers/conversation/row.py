"""A row of the table of questions: what every sort of answer means while one kind of question is open."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from types import MappingProxyType

from skill.dialogue.answers.conversation.ways_out import (
    asked_again,
    asked_in_full,
    goes_on_or_ends,
    helped,
    not_understood,
    unless_guiding,
    waited_for,
)
from skill.dialogue.answers.replying.which_one import place_said
from skill.dialogue.memory.question import Ask
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Answer, Scene
from skill.ports.intents import COMPLAINTS
from skill.ports.turn import Turn

Meaning = Callable[[Scene], "Outcome | Turn | None"]
"""What words mean here: an outcome, or the wish that was really made by them, or None: they mean what they say."""


def halves(first: Meaning, second: Meaning) -> Meaning:
    """The two halves of a question by their order."""
    return lambda scene: {0: first, 1: second, -1: second}.get(place_said(scene), asked_again)(scene)


class As(Enum):
    """Words that mean the same as other words."""

    YES = "yes"
    NO = "no"
    THE_WISH = "what they say, whatever is open"


class Small(StrEnum):
    """The sorts of small words that every row has a meaning for."""

    YES = "yes"
    AGREE = "agree"
    NO = "no"
    CHOOSE = "choose"
    ONWARD = "onward"
    HELP = "help"
    PARDON = "pardon"
    MISHEARD = "misheard"
    WAIT = "wait"
    UNSURE = "unsure"


SMALL_WORDS: Mapping[str, Small] = MappingProxyType(
    {
        "AMAZON.YesIntent": Small.YES,
        "ReadyIntent": Small.AGREE,
        "ReachedIntent": Small.AGREE,
        "AllWellIntent": Small.AGREE,
        "AMAZON.NoIntent": Small.NO,
        "ChooseIntent": Small.CHOOSE,
        "BeginIntent": Small.ONWARD,
        "AMAZON.NextIntent": Small.ONWARD,
        "AMAZON.ResumeIntent": Small.ONWARD,
        "AMAZON.HelpIntent": Small.HELP,
        "PardonIntent": Small.PARDON,
        "ExplainIntent": Small.PARDON,
        "OtherWordsIntent": Small.PARDON,
        "AMAZON.RepeatIntent": Small.PARDON,
        "OnceMoreIntent": Small.PARDON,
        "AMAZON.FallbackIntent": Small.MISHEARD,
        "WhereItIsIntent": Small.MISHEARD,
        "AMAZON.PauseIntent": Small.WAIT,
        "MoreTimeIntent": Small.WAIT,
        "NotThereYetIntent": Small.WAIT,
        "EasingIntent": Small.WAIT,
        # "Maybe", "I don't know": nobody who says so was misheard; nor who leaves it to us, "you decide".
        "UnsureIntent": Small.UNSURE,
        "SurpriseIntent": Small.UNSURE,
    }
)
"""Which intents are small words, and of which sort; every other intent is a wish."""

_NEVER_LOSE_IT = (Small.HELP, Small.PARDON, Small.MISHEARD, Small.WAIT)
_NO_ANSWERS = frozenset({*COMPLAINTS, "AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"})
"""Whatever a row makes of them, nobody asks for them."""
_ANSWERING = (Small.YES, Small.AGREE, Small.NO, Small.CHOOSE, Small.ONWARD)


@dataclass(frozen=True, kw_only=True)
class Row:
    """What everything means while a question of one kind is open.

    `onward` are the small words of going on; `choose` are "the first" and "the second", as good as yes and no where a
    row has nothing else. `otherwise` is what every wish means, but for those in `also`. `stays`: whether it is put
    again after a wish that was only answered. `at_last`: what is done when the same word has had it put again often.
    `because`: why help and the like are not answered here, where they are not.
    """

    kind: Ask
    yes: Meaning
    no: Meaning
    stays: bool
    otherwise: Meaning | As
    agree: Meaning | As = As.YES
    onward: Meaning | As = unless_guiding
    choose: Meaning | As | None = None
    help: Meaning | As = helped
    pardon: Meaning | As = asked_in_full
    misheard: Meaning | As = not_understood
    wait: Meaning | As = waited_for
    unsure: Meaning | As = waited_for
    at_last: Answer = goes_on_or_ends
    also: Mapping[str, Meaning | As] = field(default_factory=dict)
    because: str = ""
    offers: bool = False
    """Whether something is offered: "sounds lovely" takes it, "another time" declines."""
    plainly: bool = False
    """Whether it needs a yes in plain words all the same, as whether somebody is well, or up."""
    invites: frozenset[str] = frozenset()
    """Wishes that the question asks for: they answer it as well as a small word does."""
    surely: frozenset[str] = frozenset()
    """What counts only where it is said in a known sentence, politely or not."""
    exact: frozenset[str] = frozenset()
    """What counts only where it is said word for word, because it cannot be undone."""

    def __post_init__(self) -> None:
        """Help, "pardon", "hang on" and a word not understood lose no question without a reason."""
        lost = [small.value for small in _NEVER_LOSE_IT if getattr(self, small) is As.THE_WISH]
        if lost and not self.because:
            raise ValueError(f"{self.kind.value} is lost over {', '.join(lost)}, and nobody says why")

    def meaning(self, intent: str) -> Meaning | None:
        """What this intent means here; None where it means what it says."""
        small = SMALL_WORDS.get(intent)
        found: Meaning | As | None = self.also.get(intent) or (getattr(self, small) if small else self.otherwise)
        if found is None:
            return halves(self.yes, self.no)
        if not isinstance(found, As):
            return found
        return {As.YES: self.yes, As.NO: self.no, As.THE_WISH: None}[found]

    @property
    def answers(self) -> frozenset[str]:
        """The intents that answer the question: small words, what has a meaning of its own here, what it invites."""
        own = {intent for intent, meaning in self.also.items() if meaning is not As.THE_WISH} - _NO_ANSWERS
        small = {intent for intent, sort in SMALL_WORDS.items() if sort in _ANSWERING and self._is_answered_by(intent)}
        unsure = {"UnsureIntent"} if self.unsure not in (waited_for, self.wait) else set()
        return frozenset(own | small | unsure | self.invites) - self.exact

    def _is_answered_by(self, intent: str) -> bool:
        """Whether this small word does something here, instead of having the question put again."""
        return self.meaning(intent) not in (None, asked_again, not_understood)


def table(rows: Iterable[Row]) -> Mapping[Ask, Row]:
    """The rows by their kind. Raises ValueError where a kind has none, or two."""
    listed = tuple(rows)
    kinds = [row.kind for row in listed]
    if wrong := [kind.value for kind in Ask if kinds.count(kind) != 1]:
        raise ValueError(f"one row a kind, but not for {', '.join(wrong)}")
    return MappingProxyType({row.kind: row for row in listed})
