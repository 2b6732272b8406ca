"""What a screen shows of a reply: a routine as it is led, or what was said, with what may be touched there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from skill.dialogue.memory.question import NO_YES_OR_NO, Ask
from skill.dialogue.memory.subject import Listing, OneStretch, Portion
from skill.dialogue.scene.completeness import enough_left
from skill.dialogue.scene.scene import Scene
from skill.limits import LISTENING_SECONDS
from skill.ports.reply import Close, Listen, Reply, Stay
from skill.ports.turn import LAUNCH
from skill.practice import Practice, Sent
from skill.screen.holds import Captions, Played, RoutineSeen, SeenFigure, SeenHold
from skill.timeline import Role, Side

_IN_FULL = frozenset({LAUNCH, "AMAZON.HelpIntent"})
"""Intents whose whole reply is written on the screen, for people who have just come."""

_LISTED = {Listing.ROUTINES: "routine", Listing.STRETCHES: "stretch"}
_GATHERING_SECONDS = 1.0


class ScreenKind(StrEnum):
    """The kind of a screen with words."""

    PAUSED = "paused"
    EMERGENCY = "emergency"
    LIST = "list"
    SAID = "said"
    END = "end"


@dataclass(frozen=True)
class SeenChoice:
    """A button: its label, what it does, and in a list the slug of what it begins."""

    label: str
    does: str
    slug: str = ""


@dataclass(frozen=True)
class SeenRoutine:
    """A routine as it is led: its holds, when the last word is over, and the question then; in seconds of the reply.

    At `onward_seconds` the screen goes on by itself, because nobody is asked, or nobody answered "Ready?"; else None.
    """

    holds: tuple[SeenHold, ...]
    ends_seconds: float
    onward_seconds: float | None
    question: str
    answers: tuple[SeenChoice, ...]
    """The buttons once the question is asked."""
    choices: tuple[SeenChoice, ...]
    """The buttons during the reply."""


@dataclass(frozen=True)
class SeenWords:
    """A screen with words: a title, what was said, buttons, and the figure of a stretch that is meant."""

    kind: ScreenKind
    title: str
    words: str
    choices: tuple[SeenChoice, ...] = ()
    figure: SeenFigure | None = None


View = SeenRoutine | SeenWords


def view_of(scene: Scene, reply: Reply) -> View:
    """The view of a reply; the scene's person has to be the one after the turn."""
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
    """The list that is being told, a few names at a time; None without one."""
    asked = scene.person.asked
    listing = asked.subject.listing if asked and isinstance(asked.subject, Portion) else None
    return listing if listing in _LISTED and scene.turn.intent not in _IN_FULL else None


def _our_name(scene: Scene) -> str:
    return scene.locale.shown.name if scene.locale else ""


def _led(scene: Scene, practice: Practice, reply: Reply) -> SeenRoutine | None:
    """The routine that this reply leads through; None where there is none, or no hold of it to be seen."""
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
    """When the screen goes on by itself: after a reply that asks nothing, or if nobody answers "Ready?".

    The latter while the microphone is open for the second time, because the session ends when that closes.
    """
    rate = scene.pace.rate
    if isinstance(reply.microphone, Stay):
        return round(sent.ends.seconds(rate) + _GATHERING_SECONDS + sent.ends.speech * scene.pace.deviation, 1)
    asked = scene.person.asked
    ready = asked is not None and asked.kind is Ask.READY and isinstance(reply.microphone, Listen)
    # In a routine to fall asleep with, somebody who does not answer may be asleep.
    if not ready or not scene.turn.screen or scene.routine_of(practice).asks_nothing:
        return None
    return round(sent.given_up.seconds(rate) - LISTENING_SECONDS / 2, 1)


def _answers_after(scene: Scene, reply: Reply, question: str) -> tuple[SeenChoice, ...]:
    """The buttons for the question at the end of a reply that leads."""
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
    """The hold at which the practice waits, and the buttons to go on or stop."""
    seen = RoutineSeen(scene.library, scene.routine_of(practice), scene.wording.language, _captions(scene))
    hold = next(iter(seen.ahead(practice.place)), None)
    say = scene.wording.say
    choices = (SeenChoice(say("screen.go-on"), "go-on"), SeenChoice(say("screen.stop"), "stop"))
    title = _capital(hold.name) if hold else say("screen.paused")
    words = say("screen.paused") if hold else _words(reply)
    return SeenWords(ScreenKind.PAUSED, title, words, choices, hold.figures[0] if hold else None)


def _emergency(scene: Scene, reply: Reply) -> SeenWords:
    """The number to call in digits, and what was said; no button leads on."""
    digits = scene.locale.emergency_digits if scene.locale else ""
    return SeenWords(ScreenKind.EMERGENCY, digits, _words(reply))


def _list(scene: Scene, listing: Listing) -> SeenWords:
    """A button for everything of a list, of which the reply names a few."""
    routines = listing is Listing.ROUTINES
    out = scene.person.tailoring.told.left_out(scene.library)
    stretches = [slug for slug in scene.library.stretches if slug not in out]
    slugs = [slug for slug in scene.library.tags.gentlest_first if enough_left(scene, slug)] if routines else stretches
    choices = tuple(SeenChoice(_name(scene, slug), _LISTED[listing], slug) for slug in slugs)
    title = scene.wording.say("screen.routines" if routines else "screen.stretches")
    return SeenWords(ScreenKind.LIST, title, scene.wording.say("screen.touch-one"), choices)


def _said(scene: Scene, reply: Reply) -> SeenWords:
    """The question of the reply if it has one, else all of its words; and the buttons for it."""
    words = _words(reply) if scene.turn.intent in _IN_FULL else _words(reply, Role.QUESTION) or _words(reply)
    stretch = scene.person.asked.subject if scene.person.asked else None
    if isinstance(stretch, OneStretch):
        figure = SeenFigure(0.0, stretch.stretch, "", Side.RIGHT.value, "usual", "")
        return SeenWords(ScreenKind.SAID, _name(scene, stretch.stretch), words, (*_answers(scene),), figure)
    return SeenWords(ScreenKind.SAID, _our_name(scene), words, (*_answers(scene),))


def _answers(scene: Scene) -> Iterator[SeenChoice]:
    """The buttons for the open question; never yes without no."""
    say, asked = scene.wording.say, scene.person.asked
    if asked is None or asked.kind in NO_YES_OR_NO:
        yield SeenChoice(say("screen.routines"), "routines")
        yield SeenChoice(say("screen.help"), "help")
    elif asked.kind in (Ask.READY, Ask.TEACH):
        yield SeenChoice(say("screen.ready"), "ready")
        yield SeenChoice(say("screen.stop"), "stop")
    else:
        yield SeenChoice(say("screen.yes"), "yes")
        yield SeenChoice(say("screen.no"), "no")


def _words(reply: Reply, *roles: Role) -> str:
    """The words of the moments of these roles, or of all."""
    moments = reply.timeline.moments
    return " ".join(moment.words for moment in moments if moment.words and (not roles or moment.role in roles))


def _name(scene: Scene, slug: str) -> str:
    """The name with a capital letter."""
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
