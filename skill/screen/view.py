"""What a screen shows of a reply: a routine as it is led, or what was said, with what may be touched there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Listing, OneStretch, Portion
from skill.dialogue.scene.completeness import enough_left
from skill.dialogue.scene.scene import Scene
from skill.limits import LISTENING_SECONDS
from skill.ports.reply import Close, Listen, Reply, Stay
from skill.ports.turn import LAUNCH
from skill.practice import Practice, Sent
from skill.screen.holds import Captions, Played, RoutineSeen, SeenFigure, SeenHold
from skill.timeline import Role, Side

_NO_YES_OR_NO = frozenset({Ask.WHICH, Ask.MINUTES, Ask.WISH, Ask.REMIND_AT, Ask.WHICH_REMINDER, Ask.HOW_LONG})
"""Questions to which neither yes nor no is an answer."""

_IN_FULL = frozenset({LAUNCH, "AMAZON.HelpIntent"})
"""What is written in full: anybody who has just come may read it again."""

_LISTED = {Listing.ROUTINES: "routine", Listing.STRETCHES: "stretch"}
_GATHERING_SECONDS = 1.0


class ScreenKind(StrEnum):
    """What sort of screen it is."""

    PAUSED = "paused"
    EMERGENCY = "emergency"
    LIST = "list"
    SAID = "said"
    END = "end"


@dataclass(frozen=True)
class SeenChoice:
    """Something to touch: what stands on it, and what it does; of a list, the slug of what it begins."""

    label: str
    does: str
    slug: str = ""


@dataclass(frozen=True)
class SeenRoutine:
    """A routine as it is led: its holds, when its last word is over, and what is asked then.

    At `onward_seconds` the screen goes on by itself, where nobody is asked, or nobody answers "Ready?"; else None.
    """

    holds: tuple[SeenHold, ...]
    ends_seconds: float
    onward_seconds: float | None
    question: str
    answers: tuple[SeenChoice, ...]
    """What may be touched once it is asked."""
    choices: tuple[SeenChoice, ...]
    """What may be touched all the while."""


@dataclass(frozen=True)
class SeenWords:
    """What was said: a title, words, something to touch, and a figure where one is meant."""

    kind: ScreenKind
    title: str
    words: str
    choices: tuple[SeenChoice, ...] = ()
    figure: SeenFigure | None = None


View = SeenRoutine | SeenWords


def view_of(scene: Scene, reply: Reply) -> View:
    """What is seen of the reply; the scene's person is as they are after it."""
    person, practice = scene.person, scene.practice
    if person.ask_first_at:
        return _emergency(scene, reply)
    if practice and scene.here and (led := _led(scene, practice, reply)):
        return led
    if isinstance(reply.microphone, Close):
        return SeenWords(ScreenKind.END, _our_name(scene), _words(reply))
    if scene.paused and practice:
        return _paused(scene, practice, reply)
    listing = _listing(scene)
    return _list(scene, listing) if listing else _said(scene, reply)


def _listing(scene: Scene) -> Listing | None:
    """Which list is being told, a few at a time."""
    asked = scene.person.asked
    listing = asked.subject.listing if asked and isinstance(asked.subject, Portion) else None
    return listing if listing in _LISTED and scene.turn.intent not in _IN_FULL else None


def _our_name(scene: Scene) -> str:
    return scene.locale.shown.name if scene.locale else ""


def _led(scene: Scene, practice: Practice, reply: Reply) -> SeenRoutine | None:
    """None where the reply leads nowhere, or to no hold that could be seen."""
    sent = practice.sent
    if sent is None or sent.at != scene.turn.epoch:
        return None
    seen = RoutineSeen(scene.library, scene.routine_of(practice), scene.wording.language, _captions(scene))
    starts = accumulate((moment.seconds for moment in reply.timeline.moments), initial=0.0)
    cues = [(start, moment.words) for start, moment in zip(starts, reply.timeline.moments, strict=False)]
    rate = scene.pace.rate
    holds = seen.holds(sent.marks, Played(cues, lambda point: round(point.seconds(rate), 1)))
    holds = holds or seen.ahead(practice.place)
    if not holds:
        return None
    ends = round(sent.ends.seconds(rate), 1)
    question = _words(reply, Role.QUESTION)
    onward = _onward_seconds(scene, practice, reply, sent)
    return SeenRoutine(holds, ends, onward, question, _answers_after(scene, reply, question), _while_led(scene))


def _onward_seconds(scene: Scene, practice: Practice, reply: Reply, sent: Sent) -> float | None:
    """When the screen goes on by itself: at the end of what asks nothing, and where nobody answers "Ready?".

    There while the microphone is open for the second time, for when that closes the session ends.
    """
    rate = scene.pace.rate
    if isinstance(reply.microphone, Stay):
        return round(sent.ends.seconds(rate) + _GATHERING_SECONDS + sent.ends.speech * scene.pace.deviation, 1)
    asked = scene.person.asked
    ready = asked is not None and asked.kind is Ask.READY and isinstance(reply.microphone, Listen)
    # At bedtime nobody who may be asleep is led on.
    if not ready or not scene.turn.screen or scene.routine_of(practice).asks_nothing:
        return None
    return round(sent.given_up.seconds(rate) - LISTENING_SECONDS / 2, 1)


def _answers_after(scene: Scene, reply: Reply, question: str) -> tuple[SeenChoice, ...]:
    """What answers the question at the end of a reply that leads: ready, or yes and no."""
    asked = scene.person.asked
    if asked is None or not isinstance(reply.microphone, Listen):
        return ()
    return (SeenChoice(question, "ready"),) if asked.kind is Ask.READY else tuple(_answers(scene))


def _while_led(scene: Scene) -> tuple[SeenChoice, ...]:
    say = scene.wording.say
    return (
        SeenChoice(say("screen.previous"), "previous"),
        SeenChoice(say("screen.repeat"), "repeat"),
        SeenChoice(say("screen.pause"), "pause"),
        SeenChoice(say("screen.next"), "next"),
    )


def _paused(scene: Scene, practice: Practice, reply: Reply) -> SeenWords:
    """The hold at which it waits, and how to go on."""
    seen = RoutineSeen(scene.library, scene.routine_of(practice), scene.wording.language, _captions(scene))
    hold = next(iter(seen.ahead(practice.place)), None)
    say = scene.wording.say
    choices = (SeenChoice(say("screen.go-on"), "go-on"), SeenChoice(say("screen.stop"), "stop"))
    title = _capital(hold.name) if hold else say("screen.paused")
    words = say("screen.paused") if hold else _words(reply)
    return SeenWords(ScreenKind.PAUSED, title, words, choices, hold.figures[0] if hold else None)


def _emergency(scene: Scene, reply: Reply) -> SeenWords:
    """The number in digits, and what was said to do; nothing that leads on."""
    digits = scene.locale.emergency_digits if scene.locale else ""
    return SeenWords(ScreenKind.EMERGENCY, digits, _words(reply))


def _list(scene: Scene, listing: Listing) -> SeenWords:
    """Everything of a list of which a few are said: each may be touched."""
    routines = listing is Listing.ROUTINES
    out = scene.person.tailoring.told.left_out(scene.library)
    stretches = [slug for slug in scene.library.stretches if slug not in out]
    slugs = [slug for slug in scene.library.tags.gentlest_first if enough_left(scene, slug)] if routines else stretches
    choices = tuple(SeenChoice(_name(scene, slug), _LISTED[listing], slug) for slug in slugs)
    title = scene.wording.say("screen.routines" if routines else "screen.stretches")
    return SeenWords(ScreenKind.LIST, title, scene.wording.say("screen.touch-one"), choices)


def _said(scene: Scene, reply: Reply) -> SeenWords:
    """Its question where there is one, else all of its words; and the answers that fit."""
    words = _words(reply) if scene.turn.intent in _IN_FULL else _words(reply, Role.QUESTION) or _words(reply)
    stretch = scene.person.asked.subject if scene.person.asked else None
    if isinstance(stretch, OneStretch):
        figure = SeenFigure(0.0, stretch.stretch, "", Side.RIGHT.value, "usual", "")
        return SeenWords(ScreenKind.SAID, _name(scene, stretch.stretch), words, (*_answers(scene),), figure)
    return SeenWords(ScreenKind.SAID, _our_name(scene), words, (*_answers(scene),))


def _answers(scene: Scene) -> Iterator[SeenChoice]:
    """What may be touched as an answer; never yes without no."""
    say, asked = scene.wording.say, scene.person.asked
    if asked is None or asked.kind in _NO_YES_OR_NO:
        yield SeenChoice(say("screen.routines"), "routines")
        yield SeenChoice(say("screen.help"), "help")
    elif asked.kind in (Ask.READY, Ask.TEACH):
        yield SeenChoice(say("screen.ready"), "ready")
        yield SeenChoice(say("screen.stop"), "stop")
    else:
        yield SeenChoice(say("screen.yes"), "yes")
        yield SeenChoice(say("screen.no"), "no")


def _words(reply: Reply, *roles: Role) -> str:
    """The words of these roles, or all; sentence by sentence."""
    moments = reply.timeline.moments
    return " ".join(moment.words for moment in moments if moment.words and (not roles or moment.role in roles))


def _name(scene: Scene, slug: str) -> str:
    """As it stands on a screen: with a capital letter."""
    return _capital(scene.name_of(slug))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


@dataclass(frozen=True)
class _Phrases:
    """The captions as phrases of the scene's language."""

    scene: Scene

    def side(self, side: Side) -> str:
        """What a side is called."""
        key = {Side.LEFT: "screen.left", Side.RIGHT: "screen.right", Side.BOTH: "screen.both"}[side]
        return self.scene.wording.say(key)

    def count(self, number: int, of: int) -> str:
        """Which repetition it is, of how many."""
        wording = self.scene.wording
        return wording.say("screen.count", number=wording.number(number), of=wording.number(of))

    def next(self, name: str) -> str:
        """What comes next."""
        return self.scene.wording.say("screen.coming", name=name)


def _captions(scene: Scene) -> Captions:
    return _Phrases(scene)
