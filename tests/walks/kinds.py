"""Every kind of question that the skill knows, and words that anybody might say to have it asked."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache

from skill.dialogue.answers.conversation.questions import QUESTIONS
from skill.dialogue.memory.question import Ask
from tests.walks.people.somebody import A_DAY, Bookmark, Somebody
from tests.walks.states import answered

Script = tuple[str, ...]

KINDS = frozenset(kind.value for kind in QUESTIONS)
"""As the code has them."""

GETTING_UP = "up"
_TO_THE_END = "to the end"
"""In the place of words: the routine is gone through with "ready" till its last question."""
_TO_THE_SIDE_LEFT = "to the side that was left out"
"""The same, till it is offered at the end."""
_AWAY = "the store goes away"
"""In the place of words: the conversation is left, and before the next one nothing can be read any more."""
_AS_A_HOLD_ENDS = "as a hold ends"
"""In the place of words: a pause in the very moment in which a hold is over, as anybody would say."""

_A_QUARTER_LATER = "a quarter of an hour later"
"""In the place of words: the conversation is lost, and the skill is opened again."""
_NOBODY_KNOWS_WHERE = "nobody knows where"
"""In the place of words: left in the very moment in which a hold is over, so that the next day cannot be sure of it."""

_IN_A_HOLD = "in a hold"
"""In the place of words: whether they do it right, asked half-way through a hold."""
_INTO_A_HOLD = {
    _AS_A_HOLD_ENDS: ("alexa, pause", 1.1),
    _NOBODY_KNOWS_WHERE: ("alexa, stop", 1.1),
    _IN_A_HOLD: ("alexa, am i doing it right", 0.5),
}
"""What is said then, and at which share of the hold."""


def why_not(kind: str, intent: str) -> str:
    """Why a question of this kind does not stay over this wish, where its row says so."""
    row = QUESTIONS[Ask(kind)]
    return row.because if row.meaning(intent) is None else ""


def _reminders(*days: str) -> Script:
    return tuple(words for day in days for words in (f"remind me every {day} at seven in the morning", "yes"))


OPENINGS: Mapping[str, tuple[Script, ...]] = {
    "agreement": ((_AWAY, "start lower back"),),
    "anyway": (("leave out the bridge", "yes", "start the bridge"),),
    "begin": ((), ("ten minutes",)),
    "change-programme": (("start the two week gentle start", "start daily back care"),),
    "up-yet": (("i'm stuck", "yes", _A_QUARTER_LATER),),
    "steady": (("i'm stuck", "yes", "i'm up", _A_QUARTER_LATER),),
    "check": ((_IN_A_HOLD,), ("start knee to chest", "ready", _IN_A_HOLD)),
    "finish": (("i feel dizzy",),),
    "standing": ((_TO_THE_END, "yes"),),
    "stopped": (("i have a fever", "carry on"),),
    "first": (("i have chest pain", "carry on"),),
    "forget-household": (("forget everybody",),),
    "forget-me": (("forget me",),),
    "get-up": ((_TO_THE_END,),),
    "side-left": (("jump to the knee to chest stretch", "skip this side", _TO_THE_SIDE_LEFT),),
    "go-on": ((),),
    "how-long": (("i can't kneel",),),
    "last-done": (("start knee to chest", "ready", _NOBODY_KNOWS_WHERE, "the next day"),),
    "leave-out": (("leave out the bridge",),),
    "leave-programme": (("start the two week gentle start", "leave the programme"),),
    "minutes": (("i have zero minutes",),),
    "more": (("what routines are there",),),
    "more, of reminders": ((*_reminders("monday", "tuesday", "wednesday", "thursday"), "what reminders do i have"),),
    "own": (("i want one of my own",), ("make me a routine of my own",)),
    "pass-over": (("ready", "next"),),
    "paused": ((), ("alexa, pause",)),
    "ready": ((),),
    "remind": (("remind me every morning at seven",),),
    "remind-at": (("remind me",),),
    "save-mine": (("add the bridge to my routine", "save this as my routine"),),
    "settled": (("ouch",),),
    "softly": (("ouch", "stop", "the next day"),),
    "start-over": (("start over",),),
    "switch": (("start bedtime",),),
    "teach": (("teach me the bridge slowly",),),
    "try": (("how do i do the bridge",), ("jump to the piriformis stretch",)),
    GETTING_UP: (("i'm stuck",),),
    "up, a move told": (("i'm stuck", "yes"),),
    "up, two moves told": (("i'm stuck", "yes", "yes"),),
    "was-done": ((_AS_A_HOLD_ENDS, "go on"),),
    "which, allow": (("leave out the cobra", "yes", "leave out the sphinx", "yes", "allow the press up again"),),
    "which, described": (("tell me about the deskly routine",),),
    "which, for-me": (("is the twist safe for me",),),
    "which, how-to": (("how do i do the press up",),),
    "which, jump": (("jump to the twist",), ("jump to the calf raise",)),
    "which, leave-out": (("leave out the press up",),),
    "which, programme": (("what programmes are there",), ("start a programme",)),
    "which-reminder": ((*_reminders("monday", "friday"), "cancel my reminders"),),
    "which, resume": (("resume the deskly routine",),),
    "which, routine": (("stretches on the floor",), ("start the deskly routine",)),
    "which, stretch": (("press up",), ("start the press up",)),
    "which, to-add": (("add the twist to my routine",),),
    "which, to-remove": (
        ("add chair twists to my routine", "add lumbar rotation to my routine", "remove the twist from my routine"),
    ),
    "which, what-for": (("what is the press up good for",),),
    "wish": (("no",), ("stretch my elbow",)),
}
"""By the kind that they open, before a comma; where the first do not in some phase, others may."""

PHASES: Mapping[str, Script] = {
    "nothing under way": ("open gentle back",),
    "led": ("ask gentle back to start lower back", "ready"),
    "paused": ("ask gentle back to start five gentle minutes", "ready", "alexa, pause"),
    "another day": ("ask gentle back to start five gentle minutes", "ready", "ready", "alexa, stop", "the next day"),
}


def kind_of(opening: str) -> str:
    """The kind of question that these words open."""
    return opening.partition(",")[0]


@cache
def opened(opening: str, phase: str) -> Bookmark | None:
    """The moment at which the question is open; None where nobody asks it in this phase."""
    for script in OPENINGS[opening]:
        somebody = in_phase(phase)
        for words in script:
            _say(somebody, words)
        if somebody.last.kind == kind_of(opening):
            return somebody.bookmark()
    return None


def in_phase(phase: str) -> Somebody:
    """Somebody new, for whom a routine is under way or not."""
    somebody = Somebody()
    somebody.back_to(_begun(phase))
    return somebody


@cache
def _begun(phase: str) -> Bookmark:
    """The moment at which all that leads to a phase is said: played once for all the questions in it."""
    somebody = Somebody()
    for words in PHASES[phase]:
        _say(somebody, words)
    return somebody.bookmark()


def _say(somebody: Somebody, words: str) -> None:
    if words == _TO_THE_END:
        answered(somebody, "get-up")
    elif words == _TO_THE_SIDE_LEFT:
        with suppress(LookupError):
            answered(somebody, "side-left")
    elif words == _AWAY:
        somebody.give_up()
        somebody.shelf.away = True
    elif words in _INTO_A_HOLD and somebody.last.holds():
        into, share = _INTO_A_HOLD[words]
        somebody.cut_in(into, somebody.last.holds()[0].at(share))
    elif words == _A_QUARTER_LATER:
        somebody.give_up()
        somebody.say("open gentle back", 15 * 60)
    elif words == "the next day":
        somebody.say("open gentle back", A_DAY)
    elif somebody.speaker.session and words in ("alexa, pause", "alexa, stop") and somebody.last.holds():
        somebody.cut_in(words, somebody.last.holds()[0].at(0.5))
    else:
        somebody.say(words if somebody.heard == () or somebody.last.listens else f"ask gentle back to {words}")


def questions() -> Iterator[tuple[str, str]]:
    """Every opening in every phase in which it opens its question."""
    for opening in OPENINGS:
        yield from ((opening, phase) for phase in PHASES if opened(opening, phase) is not None)
