"""The guide: loads the person, lets the answer decide, and saves before anything is heard."""

from dataclasses import dataclass, replace

from skill.content.library import Library
from skill.dialogue.answers.once_more import once_more
from skill.dialogue.answers.table import ANSWERS, FALLBACK
from skill.dialogue.deliveries import stamped
from skill.dialogue.memory import Memory, Recalled
from skill.dialogue.notices import with_notices
from skill.dialogue.person import Person
from skill.dialogue.reply import Close, Reply
from skill.dialogue.scene import Forget, Outcome, Scene
from skill.dialogue.settling import scene_of
from skill.dialogue.speaking import said
from skill.dialogue.store import JsonRecord, Store
from skill.dialogue.time_zone import TimeZones
from skill.dialogue.turn import ENDED, EVENT, LAUNCH, SKILL_DISABLED, Turn
from skill.timeline import Role, Timeline


@dataclass(frozen=True)
class Told:
    """The reply, and the copy of the person that travels with the conversation."""

    reply: Reply
    copy: JsonRecord


class Guide:
    """Answers turns, one at a time, for everybody; it holds nothing between them."""

    def __init__(self, library: Library, store: Store, zones: TimeZones | None = None) -> None:
        self._library = library
        self._memory = Memory(store)
        self._zones = zones

    def answer(self, turn: Turn) -> Told:
        """The reply to a turn. Whatever the store does, there is one."""
        if turn.intent == EVENT:
            if turn.reason == SKILL_DISABLED:
                self._memory.forget_household(turn)
            return Told(Reply(), {})
        recalled = self._memory.recall(turn)
        person = self._somewhere(recalled.person, turn)
        outcome = self._outcome(turn, replace(recalled, person=person))
        if outcome.forget is not Forget.NOTHING:
            self._memory.forget(turn, recalled, everybody=outcome.forget is Forget.HOUSEHOLD)
            return Told(outcome.reply, {})
        copy = self._memory.keep(turn, recalled, stamped(outcome.person, turn))
        return Told(outcome.reply, copy)

    def _somewhere(self, person: Person, turn: Turn) -> Person:
        """The person with their time zone; it is asked for at the start of a conversation, until it is known."""
        if person.zone or not turn.opens or turn.speaker is None or self._zones is None:
            return person
        return replace(person, zone=self._zones.zone_of(turn.speaker) or "")

    def apology(self, turn: Turn) -> Reply:
        """What is said when no answer could be computed: the place is as it was."""
        scene = Scene(self._library, turn, Person())
        return Reply(Timeline(said(scene, [scene.wording.say("trouble.sorry")], Role.END)), Close())

    def _outcome(self, turn: Turn, recalled: Recalled) -> Outcome:
        heard = replace(recalled.person, misheard=_misheard(recalled.person, turn))
        remembers = recalled.writable and not recalled.notices
        scene = replace(scene_of(self._library, turn, heard), remembers=remembers)
        if turn.intent == ENDED:
            return Outcome(replace(scene.person, asked=None), Reply())
        outcome = ANSWERS.get(_intent_of(scene), ANSWERS[FALLBACK])(scene)
        if recalled.repeated:
            outcome = once_more(scene, outcome)
        return with_notices(scene, outcome, (*recalled.notices, *scene.notices))


def _intent_of(scene: Scene) -> str:
    """The turn's intent; but what was said for a slot that nobody knows may be a warning sign, and that goes first."""
    warnings = scene.library.warnings[scene.wording.language]
    levels = {warnings.level_in(slot.said) for slot in scene.turn.slots.values() if slot.said and not slot.ids}
    if scene.turn.intent not in ("RedFlagIntent", LAUNCH) and levels & {"emergency", "urgent"}:
        return "RedFlagIntent"
    return "PainIntent" if "pain" in levels and scene.turn.intent != "RedFlagIntent" else scene.turn.intent


def _misheard(person: Person, turn: Turn) -> int:
    """How often in a row nothing was understood, this turn included; a new conversation counts afresh."""
    before = 0 if turn.opens else person.misheard
    return before + 1 if turn.intent == FALLBACK or turn.intent not in ANSWERS else 0
