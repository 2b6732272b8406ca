"""A question: its kind, what it is about, and how often it was asked in a row."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from skill.dialogue.memory.subject import (
    Checking,
    Demanded,
    Limited,
    Nothing,
    Offer,
    OneOf,
    OneProgramme,
    OneStretch,
    Portion,
    ReminderDays,
    Rest,
    Ringing,
    SideLeft,
    Subject,
    Teaching,
    WayUp,
)
from skill.limits import STRAIGHT_ON_SECONDS
from skill.ports.awaited import CHOICE, MINUTES, NAMES, TIME, Awaited
from skill.replaced import replace

REPROMPT_QUIET_SECONDS = 4.0
"""How long nobody need answer before a question is put once more."""


class Ask(StrEnum):
    """Every sort of question that there is, each with what it may be about; the table of questions says the rest."""

    about: tuple[type[Subject], ...]

    def __new__(cls, value: str, *about: type[Any]) -> "Ask":
        """The kind of this name, about a subject of one of these types."""
        kind = str.__new__(cls, value)
        kind._value_, kind.about = value, about
        return kind

    FIRST = "first", Nothing
    """Whether they are well: asked before anything else, for as long as `Person.ask_first_at` says."""
    STOPPED = "stopped", Nothing
    """Whether a doctor was asked, after "let us stop for today": for as long as `Person.stopped_at` says."""
    SOFTLY = "softly", Nothing
    """Whether what rested the last time may come again."""
    BEGIN = "begin", Offer
    SWITCH = "switch", Offer
    START_OVER = "start-over", Nothing
    GO_ON = "go-on", Nothing
    LAST_DONE = "last-done", Nothing
    """In place of whether they go on, where nobody can be sure how far they were: that is to be settled anyway."""
    READY = "ready", Rest
    WAS_DONE = "was-done", Nothing
    SETTLED = "settled", Rest, WayUp
    """About the way up, where nothing is left to go on with."""
    CHECK = "check", Checking
    """Something by which they know whether they do it right, in the stretch."""
    TEACH = "teach", Teaching
    """Whether they are ready for the next step of a stretch that is taught."""
    PAUSED = "paused", Rest
    FINISH = "finish", Nothing, OneStretch
    """About a stretch, they cannot stand it, and something else may come in its place."""
    GET_UP = "get-up", WayUp
    STANDING = "standing", WayUp
    """Whether they stand, once the whole way up was told."""
    UP_YET = "up-yet", WayUp
    """Whether they stand who were stuck within the hour, and opened the skill again."""
    STEADY = "steady", WayUp
    """Whether they are steady who were helped up within the hour, and opened the skill again."""
    UP = "up", WayUp
    SIDE_LEFT = "side-left", SideLeft
    """At the end, whether a side that was left out is to be done."""
    TRY = "try", OneStretch
    ANYWAY = "anyway", OneStretch
    AGREEMENT = "agreement", Demanded
    LEAVE_OUT = "leave-out", OneStretch
    PASS_OVER = "pass-over", OneStretch
    """Whether what comes next is to be left out this time: "next" at "Ready?" may mean either."""
    HOW_LONG = "how-long", Limited
    WHICH = "which", OneOf
    MORE = "more", Portion
    MINUTES = "minutes", Nothing
    WISH = "wish", Nothing, Offer, Portion
    """About an offer, it was declined just before; about a portion, that was the last one of a list."""
    CHANGE_PROGRAMME = "change-programme", OneProgramme
    LEAVE_PROGRAMME = "leave-programme", OneProgramme
    SAVE_MINE = "save-mine", Nothing
    OWN = "own", Nothing, OneOf
    """What is to be in their own routine; about some, they were named to choose from."""
    REMIND_AT = "remind-at", ReminderDays
    REMIND = "remind", Ringing
    WHICH_REMINDER = "which-reminder", Ringing
    FORGET_ME = "forget-me", Nothing
    FORGET_HOUSEHOLD = "forget-household", Nothing


NO_YES_OR_NO = frozenset({Ask.WHICH, Ask.MINUTES, Ask.WISH, Ask.REMIND_AT, Ask.WHICH_REMINDER, Ask.HOW_LONG})
"""Questions to which neither yes nor no is offered as an answer."""

_ANSWERS = frozenset({"ReachedIntent", "ReadyIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.ResumeIntent"})
_NAMES = frozenset({"ChooseIntent", "StartRoutineIntent", "StartStretchIntent", "CorrectStretchIntent"})
_DELETE = frozenset({Ask.FORGET_ME, Ask.FORGET_HOUSEHOLD})
"""What may be asked of somebody who is to be asked first whether they are well."""
_GETTING_UP = frozenset({Ask.UP, Ask.GET_UP, Ask.STANDING, Ask.UP_YET})
"""The same, besides, where it is only stopped for today: whoever lies there is talked up."""
_OF_SEVERAL = frozenset({Ask.BEGIN, Ask.TRY, Ask.WHICH})
"""Questions to which a name, or "the first one", is an answer, too."""


@dataclass(frozen=True)
class Question:
    """One question, with a subject of a type that its kind is about; any other is refused with a TypeError."""

    kind: Ask
    subject: Subject = Nothing()
    times: int = 0
    """How often in a row it was put again."""
    by: str = ""
    """The mark of the wish after which it was put last."""
    alike: int = 0
    """How often in a row that same wish had it put again."""
    told_day: int = field(default=0, compare=False)
    """The day of which was told just before, as the proleptic ordinal of the person's date: "and the day before"."""
    words: str = field(default="", compare=False)
    """How it is put the first time, where that is not its own words; never remembered."""
    in_full: bool = field(default=False, compare=False)
    """Whether it is put in full this time, however often it was; never remembered."""
    quiet_seconds: float = field(default=REPROMPT_QUIET_SECONDS, compare=False)
    """How long it is quiet before it is put once more to somebody who says nothing; never remembered."""

    def __post_init__(self) -> None:
        """Nobody can ask about something that the answer would not be understood by."""
        if type(self.subject) not in self.kind.about:
            raise TypeError(f"{self.kind.value} is not asked about {self.subject!r}")

    def is_same(self, other: "Question | None") -> bool:
        """Whether the other asks the same of the same."""
        return other is not None and (self.kind, self.subject) == (other.kind, other.subject)

    def answered_by(self, intent: str) -> bool:
        """Whether this intent answers it, and so was said after it; any other may as well have been said before."""
        skips = intent == "AMAZON.NextIntent" and isinstance(self.subject, Rest) and self.subject.noted
        return skips or intent in _ANSWERS or (self.kind in _OF_SEVERAL and intent in _NAMES)

    def may_be_open_first(self, epoch: int, *, opens: bool, stopped: bool) -> bool:
        """Whether it is asked before anything else, also by the conversation before, or beside that."""
        if self.kind is (Ask.STOPPED if stopped else Ask.FIRST):
            return True
        beside = _DELETE | _GETTING_UP if stopped else _DELETE
        return self.kind in beside and (not opens or self.outlives(epoch))

    def outlives(self, epoch: int) -> bool:
        """Whether it is still open in the next conversation: of somebody who was on the way up a while ago."""
        up = self.subject if isinstance(self.subject, WayUp) and self.kind is Ask.UP else None
        return up is not None and epoch - up.at <= STRAIGHT_ON_SECONDS

    @property
    def awaits(self) -> Awaited | None:
        """What the answer fills, a name, a time or one of two; None where it is yes, no, "ready", or any wish."""
        match self.kind, self.subject:
            case Ask.WHICH, OneOf(names, _, slot) if len(names) > 1:
                return NAMES.get(slot)
            case Ask.WHICH_REMINDER, Ringing(written) if len(written) > 1:
                return CHOICE
            case Ask.HOW_LONG, _:
                return CHOICE
            case Ask.REMIND_AT, _:
                return TIME
            case Ask.MINUTES, _:
                return MINUTES
            case _:
                return None

    def put_after(self, before: "Question | None", wish: str) -> "Question":
        """The question as it is put after a wish of this mark, where the one `before` may have been the same."""
        if before is None or not self.is_same(before):
            return replace(self, by=wish)
        alike = before.alike + 1 if before.by == wish else 1
        return replace(self, times=before.times + 1, by=wish, alike=alike)
