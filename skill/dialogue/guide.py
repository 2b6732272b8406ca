"""The guide: loads the person, lets the answer decide, and saves before anything is heard."""

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
"""What is asked of somebody who wants to begin in a routine; told again, it is the one they have begun."""

_STILL_ASKED = (Ask.UP, Ask.UP_YET, Ask.STEADY, Ask.SIDE_LEFT, Ask.SETTLED, Ask.FINISH)
"""What is asked again by the next conversation, where this one ended without an answer."""

_TO_GET_UP = (Ask.GET_UP, Ask.STANDING)

BY_THE_CLOCK = frozenset({"MoveReminderIntent", "RemindIntent", "RemindMeAtIntent", "RemindMeIntent"})
"""Wishes that cannot be answered well unless it is known what the clock shows where somebody is."""


@dataclass(frozen=True)
class Told:
    """The reply, and the copy of the person that travels with the conversation."""

    reply: Reply
    copy: JsonRecord
    person: Person = field(default_factory=Person)
    """The person from now on: what a screen shows of the reply is made of it."""
    trouble: NoEnd | None = None
    """Why it is not the answer that was wished for: to be logged, and counted."""


class Guide:
    """Answers turns, one at a time, for everybody; it holds nothing between them."""

    def __init__(
        self, library: Library, store: Store, zones: TimeZones | None = None, reminders: Reminders | None = None
    ) -> None:
        self._library = library
        self._memory = Memory(store, library.limits)
        self._zones = zones
        self._reminders = reminders

    def answer(self, turn: Turn) -> Told:
        """The reply to a turn. Whatever the store does, there is one."""
        if turn.intent == EVENT:
            if turn.reason == SKILL_DISABLED:
                self._memory.forget_household(turn)
            return Told(Reply(), {})
        recalled = self._memory.recall(turn)
        try:
            return self._told_to_an_end(turn, recalled)
        except AskedFirst as meanwhile:
            return self._told_to_an_end(turn, meanwhile.recalled)

    def _told_to_an_end(self, turn: Turn, recalled: Recalled) -> Told:
        """The answer to the turn, or a kind end where it came to none."""
        try:
            return self._answered(turn, recalled)
        except NoEnd as trouble:
            scene = self._scene_without_end(turn, recalled)
            outcome = ended_kindly(scene)
            outcome = replace(outcome, person=with_newer(outcome.person, recalled.person, turn))
            return replace(self._kept_or_owned_up(scene, recalled, outcome, ended_kindly), trouble=trouble)

    def _answered(self, turn: Turn, recalled: Recalled) -> Told:
        older = _is_older(turn, recalled.person)
        if older and turn.touch and turn.touch.by_itself:
            return Told(Reply(microphone=Stay()), turn.copy or {}, recalled.person)
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
        """The outcome once its errand is run, if it has one; where nobody keeps reminders, it cannot be done here."""
        errand, turn = outcome.errand, scene.turn
        if errand is None:
            return outcome
        if self._memory.passed(turn, recalled):
            return _as_it_is(scene)
        return errand.then(errand.ask(self._reminders, turn.speaker) if self._reminders else Trouble.NOT_HERE)

    def _kept_or_owned_up(
        self, scene: Scene, recalled: Recalled, outcome: Outcome, anew: Callable[[Scene], Outcome] | None
    ) -> Told:
        """The reply, once what it changes is kept; where that cannot be, it says so at once, and promises nothing."""
        told = self._kept(scene.turn, recalled, outcome)
        if told.copy.get("saved", True):
            return told
        honest = anew(replace(scene, remembers=False)) if anew else outcome
        outcome, warned = unkept(scene, outcome, honest.reply, warned=recalled.warned)
        copy = {**told.copy, "record": to_record(stamped(outcome.person, scene.turn)), "warned": warned}
        return replace(told, reply=outcome.reply, copy=copy, person=outcome.person)

    def _kept(self, turn: Turn, recalled: Recalled, outcome: Outcome) -> Told:
        """The reply, once what it changes is kept or forgotten."""
        if outcome.forget is Forget.NOTHING:
            copy = self._memory.keep(turn, recalled, stamped(outcome.person, turn))
            return Told(outcome.reply, copy, outcome.person)
        if not self._memory.passed(turn, recalled):
            self._memory.forget(turn, recalled, everybody=outcome.forget is Forget.HOUSEHOLD)
        return Told(outcome.reply, {})

    def _scene_without_end(self, turn: Turn, recalled: Recalled) -> Scene:
        """The scene of a turn whose answer came to no end; where it is the scene itself, the person as they were."""
        try:
            return self._scene(turn, recalled)
        except NoEnd:
            return Scene(self._library, turn, recalled.person, remembers=recalled.writable)

    def _located_at_the_end(self, turn: Turn, recalled: Recalled, outcome: Outcome) -> Outcome:
        """The outcome; where it ends a conversation, the person's zone is asked for: nobody waits but for a farewell.

        Anybody who opens the skill, or lies in a stretch, does not.
        """
        over = isinstance(outcome.reply.microphone, Close) and not turn.opens
        kept = recalled.writable and not recalled.repeated and outcome.forget is Forget.NOTHING
        if not over or not kept or turn.intent in BY_THE_CLOCK:
            return outcome
        return replace(outcome, person=self._located(outcome.person, turn))

    def _located(self, person: Person, turn: Turn) -> Person:
        """The person with their time zone, if it is told."""
        if person.zone or turn.speaker is None or self._zones is None:
            return person
        return replace(person, zone=self._zones.zone_of(turn.speaker) or "")

    def apology(self, turn: Turn) -> Reply:
        """What is said when no answer could be computed: the place is as it was."""
        scene = Scene(self._library, turn, Person())
        return Reply(Timeline(said(scene, [scene.wording.say("trouble.sorry")], Role.END)), Close())

    def _scene(self, turn: Turn, recalled: Recalled) -> Scene:
        """Where the person is now, and all that is to be said before the answer."""
        person = self._located(recalled.person, turn) if turn.intent in BY_THE_CLOCK else recalled.person
        if recalled.mine is None:
            scene = scene_of(self._library, turn, person)
        else:
            scene = found_again(self._library, turn, recalled.mine, recalled.last_kept)
        remembers = recalled.writable and UNSAVED not in recalled.notices
        return replace(scene, remembers=remembers, notices=(*recalled.notices, *scene.notices))


def _outcome(scene: Scene) -> Outcome:
    """What the answer for this turn decides; the end of a conversation is answered by nobody."""
    if scene.turn.intent == ENDED:
        # Whoever is being talked up is on the floor still, and is talked up further when they open the skill again;
        # a side that was left out is offered once more, and what was asked after pain is asked again.
        kept = scene.asks(*_STILL_ASKED) or (scene.stopped and scene.asks(*_TO_GET_UP))
        asked = scene.person.asked if kept else _up_yet(scene)
        return Outcome(replace(scene.person, asked=asked), Reply())
    return respond_to_both(scene, intent_of(scene))


def _up_yet(scene: Scene) -> Question | None:
    """Whether they are up, to be asked of those who were offered to be talked up, or were, and have not answered."""
    up = scene.about(WayUp) if scene.asks(*_TO_GET_UP) else None
    return Question(Ask.UP_YET, replace(up, at=scene.turn.epoch)) if up else None


def _is_older(turn: Turn, person: Person) -> bool:
    """Whether the screen that was touched belongs to another reply than the last one."""
    return turn.touch is not None and turn.touch.reply != person.last_request


def _as_it_is(scene: Scene) -> Outcome:
    """Where they are, and on from there; anybody who is to be asked first is asked first."""
    return respond(scene, "WhereAmIIntent") if scene.asks_first or scene.stopped else where_am_i(scene)


def _once_more(scene: Scene, outcome: Outcome) -> Outcome:
    """The outcome where it moves nothing; else where the person is by now, and on from there."""
    asked = outcome.person.asked
    asks_to_leave = scene.guiding and asked is not None and asked.kind in _LEAVING
    moves = _places(outcome.person) != _places(scene.person)
    return _as_it_is(scene) if moves or asks_to_leave else outcome


def _places(person: Person) -> list[tuple[str, Place]]:
    return [(practice.routine, practice.place) for practice in person.practices]
