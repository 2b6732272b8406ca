"""The guide: one turn from the person recalled to the reply, which is saved before anything is heard."""

from collections.abc import Callable
from dataclasses import dataclass, field

from skill.content.library import Library
from skill.dialogue.answers.asking.where_am_i import where_am_i
from skill.dialogue.answers.respond import respond
from skill.dialogue.answers.safety.alarms import intent_of
from skill.dialogue.answers.together import respond_to_both
from skill.dialogue.guidance.found_again import found_again
from skill.dialogue.guidance.no_end import ended_kindly
from skill.dialogue.guidance.notices import unkept, with_notices
from skill.dialogue.guidance.settling import scene_of
from skill.dialogue.guidance.speaking import said
from skill.dialogue.memory.duplicates import overtaken, stamped, with_newer
from skill.dialogue.memory.memory import UNSAVED, AskedFirst, Memory, Recalled
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.record import to_record
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.outcome import Forget, Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reminders import Reminders, Trouble
from skill.ports.reply import Close, Reply, Stay
from skill.ports.store import JsonRecord, Store
from skill.ports.time_zones import TimeZones
from skill.ports.turn import ENDED, EVENT, SKILL_DISABLED, Turn
from skill.replaced import replace
from skill.timeline import NoEnd, Place, Role, Timeline

_LEAVING = frozenset({Ask.START_OVER, Ask.SWITCH})
"""Asked before a routine under way is left; where the request comes twice, that may be the routine that it began."""

_STILL_ASKED = (Ask.UP, Ask.UP_YET, Ask.STEADY, Ask.SIDE_LEFT, Ask.SETTLED, Ask.FINISH)
"""Questions that the next conversation asks again, if this one ends without an answer."""

_TO_GET_UP = (Ask.GET_UP, Ask.STANDING)
_UNTIL_WELL = (Ask.UP_YET, Ask.STEADY)
"""Asked of people who come back within the hour after a way up; only a yes goes on from there."""

BY_THE_CLOCK = frozenset({"MoveReminderIntent", "RemindIntent", "RemindMeAtIntent", "RemindMeIntent"})
"""Intents that need the local time: the time zone is looked up before they are answered."""


@dataclass(frozen=True)
class Answered:
    """A turn that was answered: the reply, and the copy of the person's record to be sent with it."""

    reply: Reply
    copy: JsonRecord
    person: Person = field(default_factory=Person)
    """The person after the turn: a screen is drawn from it."""
    trouble: NoEnd | None = None
    """Why the answer had to be broken off, for the log."""


class Guide:
    """Answers turns, each by itself: nothing is kept between them but in the store and the copy."""

    def __init__(
        self, library: Library, store: Store, zones: TimeZones | None = None, reminders: Reminders | None = None
    ) -> None:
        self._library = library
        self._memory = Memory(store, library.limits)
        self._zones = zones
        self._reminders = reminders

    def answer(self, turn: Turn) -> Answered:
        """The reply to a turn, whether or not the store works; only a deletion that fails raises StoreDown."""
        if turn.intent == EVENT:
            if turn.reason == SKILL_DISABLED:
                self._memory.forget_household(turn)
            return Answered(Reply(), {})
        recalled = self._memory.recall(turn)
        try:
            return self._answered_or_ended(turn, recalled)
        except AskedFirst as meanwhile:
            return self._answered_or_ended(turn, meanwhile.recalled)

    def _answered_or_ended(self, turn: Turn, recalled: Recalled) -> Answered:
        """The answer to the turn; a kind goodbye where working it out comes to no end."""
        try:
            return self._answered(turn, recalled)
        except NoEnd as trouble:
            scene = self._scene_without_end(turn, recalled)
            outcome = ended_kindly(scene)
            outcome = replace(outcome, person=with_newer(outcome.person, recalled.person, turn))
            return replace(self._kept_or_owned_up(scene, recalled, outcome, ended_kindly), trouble=trouble)

    def _answered(self, turn: Turn, recalled: Recalled) -> Answered:
        """The answer, saved. A request that comes late, twice or from an older screen takes nothing newer back."""
        older = _is_older(turn, recalled.person)
        if older and turn.touch and turn.touch.by_itself:
            return Answered(Reply(microphone=Stay()), turn.copy or {}, recalled.person)
        turn = replace(turn, intent="WhereAmIIntent", slots={}, touch=None) if older else turn
        scene = self._scene(turn, recalled)
        scene = replace(scene, notices=(*scene.notices, "screen.older")) if older else scene
        recalled = recalled.on(scene.day(turn.epoch).toordinal())
        decided = _outcome(scene)
        outcome = self._with_errand_run(scene, recalled, decided)
        if overtaken(turn, recalled.person, outcome.person):
            recalled, outcome = self._memory.answered(turn, recalled), _as_it_is(scene)
        elif recalled.repeated:
            outcome = _once_more(scene, outcome)
        else:
            outcome = replace(outcome, person=with_newer(outcome.person, recalled.person, turn))
        outcome = self._located_at_the_end(turn, recalled, with_notices(scene, outcome, scene.notices))
        # What was asked of the reminders is not asked again, whatever the store does.
        return self._kept_or_owned_up(scene, recalled, outcome, None if decided.errand else _outcome)

    def _with_errand_run(self, scene: Scene, recalled: Recalled, outcome: Outcome) -> Outcome:
        """The outcome once its errand is run, if it has one; a request that comes twice runs none."""
        errand, turn = outcome.errand, scene.turn
        if errand is None:
            return outcome
        if self._memory.passed(turn, recalled):
            return _as_it_is(scene)
        return errand.then(errand.ask(self._reminders, turn.speaker) if self._reminders else Trouble.NOT_HERE)

    def _kept_or_owned_up(
        self, scene: Scene, recalled: Recalled, outcome: Outcome, anew: Callable[[Scene], Outcome] | None
    ) -> Answered:
        """The reply, once what it changes is kept; where that fails, the one by `anew`, which promises nothing."""
        answered = self._kept(scene.turn, recalled, outcome)
        if answered.copy.get("saved", True):
            return answered
        honest = anew(replace(scene, remembers=False)) if anew else outcome
        outcome, warned = unkept(scene, outcome, honest.reply, warned=recalled.warned)
        copy = {**answered.copy, "record": to_record(stamped(outcome.person, scene.turn)), "warned": warned}
        return replace(answered, reply=outcome.reply, copy=copy, person=outcome.person)

    def _kept(self, turn: Turn, recalled: Recalled, outcome: Outcome) -> Answered:
        """The reply, once the person is kept, or deleted. Raises StoreDown where a deletion fails."""
        if outcome.forget is Forget.NOTHING:
            copy = self._memory.keep(turn, recalled, stamped(outcome.person, turn))
            return Answered(outcome.reply, copy, outcome.person)
        if not self._memory.passed(turn, recalled):
            self._memory.forget(turn, recalled, everybody=outcome.forget is Forget.HOUSEHOLD)
        return Answered(outcome.reply, {})

    def _scene_without_end(self, turn: Turn, recalled: Recalled) -> Scene:
        """The scene of a turn without an end; a bare one, where it was the scene itself that came to none."""
        try:
            return self._scene(turn, recalled)
        except NoEnd:
            return Scene(self._library, turn, recalled.person, remembers=recalled.writable)

    def _located_at_the_end(self, turn: Turn, recalled: Recalled, outcome: Outcome) -> Outcome:
        """The outcome, with the person's time zone looked up where it ends a conversation.

        Only then: nobody should wait half a second for that who has just opened the skill, or lies in a stretch.
        """
        over = isinstance(outcome.reply.microphone, Close) and not turn.opens
        kept = recalled.writable and not recalled.repeated and outcome.forget is Forget.NOTHING
        if not over or not kept or turn.intent in BY_THE_CLOCK:
            return outcome
        return replace(outcome, person=self._located(outcome.person, turn))

    def _located(self, person: Person, turn: Turn) -> Person:
        """The person with their time zone, as far as Alexa tells it."""
        if person.zone or turn.speaker is None or self._zones is None:
            return person
        return replace(person, zone=self._zones.zone_of(turn.speaker) or "")

    def apology(self, turn: Turn) -> Reply:
        """What is said when no answer could be computed; the place stays as it was."""
        scene = Scene(self._library, turn, Person())
        return Reply(Timeline(said(scene, [scene.wording.say("trouble.sorry")], Role.END)), Close())

    def _scene(self, turn: Turn, recalled: Recalled) -> Scene:
        """The scene of the turn: where the person is now, and what has to be said before the answer."""
        person = self._located(recalled.person, turn) if turn.intent in BY_THE_CLOCK else recalled.person
        if recalled.mine is None:
            scene = scene_of(self._library, turn, person)
        else:
            scene = found_again(self._library, turn, recalled.mine, recalled.last_kept)
        remembers = recalled.writable and UNSAVED not in recalled.notices
        return replace(scene, remembers=remembers, notices=(*recalled.notices, *scene.notices))


def _outcome(scene: Scene) -> Outcome:
    """What the answer to this turn decides; at the end of a session only what is still asked is kept."""
    if scene.turn.intent == ENDED:
        # Whoever is being talked up is on the floor still, and is talked up further when they open the skill again;
        # a side that was left out is offered once more, and what was asked after pain is asked again.
        kept = scene.asks(*_STILL_ASKED) or (scene.stopped and scene.asks(*_TO_GET_UP))
        asked = scene.person.asked if kept else _up_yet(scene)
        return Outcome(replace(scene.person, asked=asked), Reply())
    return _asked_until_well(scene, respond_to_both(scene, intent_of(scene)))


def _asked_until_well(scene: Scene, outcome: Outcome) -> Outcome:
    """The outcome, with the question how they are kept if it closes unanswered: a launch leads nobody down untold."""
    up, closes = scene.about(WayUp), isinstance(outcome.reply.microphone, Close)
    if scene.question is None or up is None or not (closes and scene.asks(*_UNTIL_WELL)) or outcome.person.asked:
        return outcome
    again = Question(scene.question.kind, replace(up, at=scene.turn.epoch))
    return replace(outcome, person=replace(outcome.person, asked=again))


def _up_yet(scene: Scene) -> Question | None:
    """The question whether they are up, for people who were offered the way up, or told it, and have not answered."""
    up = scene.about(WayUp) if scene.asks(*_TO_GET_UP) else None
    return Question(Ask.UP_YET, replace(up, at=scene.turn.epoch)) if up else None


def _is_older(turn: Turn, person: Person) -> bool:
    """Whether the screen that was touched still shows an earlier reply than the last one."""
    return turn.touch is not None and turn.touch.reply != person.last_request


def _as_it_is(scene: Scene) -> Outcome:
    """Says where they are, and goes on from there; after an emergency they are asked first."""
    return respond(scene, "WhereAmIIntent") if scene.asks_first or scene.stopped else where_am_i(scene)


def _once_more(scene: Scene, outcome: Outcome) -> Outcome:
    """The outcome of a repeated request, unless it would move the place again: then, where they are by now."""
    asked = outcome.person.asked
    asks_to_leave = scene.guiding and asked is not None and asked.kind in _LEAVING
    moves = _places(outcome.person) != _places(scene.person)
    return _as_it_is(scene) if moves or asks_to_leave else outcome


def _places(person: Person) -> list[tuple[str, Place]]:
    return [(practice.routine, practice.place) for practice in person.practices]
