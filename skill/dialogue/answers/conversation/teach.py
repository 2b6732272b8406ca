"""Answers "teach me the bridge slowly": one step for each yes, down to the floor, into the stretch, and the hold."""

from itertools import takewhile

from skill.content.model import Kind
from skill.dialogue.answers.asking.in_detail import how_to_ask
from skill.dialogue.answers.finding.how_to import tell_how
from skill.dialogue.answers.fitting.allow import start_wanted_stretch
from skill.dialogue.answers.moving.next_and_back import nothing_else
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.question_words import Form, in_words
from skill.dialogue.guidance.speaking import let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Teaching
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Inside, Moment, Role
from skill.timeline.hold.entering import entry
from skill.timeline.hold.units import Unit
from skill.timeline.hold.ways import CLOSED_MICROPHONE, arriving
from skill.timeline.notes import note_moments, noted_until, notes_due, notes_told

_MOVING_SECONDS = 4.0
_WAITING_SECONDS = 15.0
_QUIET_BEFORE_ASKED_AGAIN_SECONDS = 20.0


@kept_practice_or(how_to_ask)
def _teach_this(scene: Scene, practice: Practice) -> Outcome:
    """The stretch that is led, from how to lie on; with none, how to ask for one."""
    if not scene.guiding or scene.unit_at(practice, practice.place).stretch.posture in CLOSED_MICROPHONE:
        return tell_how(scene, scene.stretch_at(practice).slug)
    out, person = let_out(scene, to_talk=False)
    there = replace(scene, person=person)
    return _told(there, person.practice or practice, Teaching(), (*out, *_opening(there)))


@of_one("stretch", unnamed=_teach_this)
def teach(scene: Scene, stretch: str) -> Outcome:
    """The stretch that was named, on its own; face down, where nobody should have to talk, it is told beforehand."""
    practice = scene.practice
    if scene.guiding and practice is not None and scene.stretch_at(practice).slug == stretch:
        return _teach_this(scene)
    if scene.library.stretch(stretch).posture in CLOSED_MICROPHONE:
        return tell_how(scene, stretch)
    started = start_wanted_stretch(scene)
    begun = started.person.practice
    if scene.guiding or begun is None or begun.routine != alone(stretch) or begun.sent is None:
        return started
    return _begun(scene, started, replace(begun, sent=None))


@kept_practice_or(how_to_ask)
def next_step(scene: Scene, practice: Practice) -> Outcome:
    """The step after the one that was told; after the last one the hold."""
    return _told(scene, practice, scene.about(Teaching) or Teaching())


def skipped(scene: Scene) -> Outcome:
    """Said "skip" right after hearing who takes care: it is left; later on that is the next step."""
    practice, teaching = scene.practice, scene.about(Teaching) or Teaching()
    if practice is None or teaching.told:
        return next_step(scene)
    if not notes_told(scene.routine_of(practice), practice.place, scene.telling(), practice.noted):
        return next_step(scene)
    name = scene.name_of(scene.stretch_at(practice).slug)
    return nothing_else(scene, practice, scene.wording.say("did.skip-noted", names=name))


@kept_practice_or(how_to_ask)
def step_again(scene: Scene, practice: Practice) -> Outcome:
    """The same step once more; before the first one how they should be by now."""
    teaching = scene.about(Teaching) or Teaching()
    if not teaching.told:
        posture = scene.telling().posture(practice.posture)
        return _asked_again(scene, practice, said(scene, [scene.wording.say("moving.there", posture=posture)]))
    return _told(scene, practice, replace(teaching, told=teaching.told - 1))


@kept_practice_or(how_to_ask)
def not_there(scene: Scene, practice: Practice) -> Outcome:
    """Time for somebody who is not there yet."""
    quiet = scene.telling().calm(Role.REST, _WAITING_SECONDS)
    return _asked_again(scene, practice, (*said(scene, [scene.wording.say("wait.idle")]), *quiet))


@kept_practice_or(how_to_ask)
def help_with_a_step(scene: Scene, practice: Practice) -> Outcome:
    """What can be answered."""
    words = in_words(scene, scene.question, Form.HELP) if scene.question else ""
    return _asked_again(scene, practice, said(scene, [words]))


@kept_practice_or(how_to_ask)
def step_not_understood(scene: Scene, practice: Practice) -> Outcome:
    """The question once more, in other words."""
    return _asked_again(scene, practice, ())


def _begun(scene: Scene, started: Outcome, practice: Practice) -> Outcome:
    """What is said before any stretch, and then the way to where it begins: the first step."""
    before = takewhile(lambda one: one.role is Role.INTRO and one.place is None, started.reply.timeline.moments)
    unit = scene.unit_at(practice, practice.place)
    way = arriving(practice.posture, unit.stretch.posture, scene.telling())
    routine, telling = scene.routine_of(practice), scene.telling()
    notes = note_moments(notes_due(routine, practice.place, telling, practice.noted), practice.place, telling, way)
    noted = noted_until(routine, practice.place, telling) if notes else practice.noted
    there = replace(practice, posture=unit.stretch.posture, noted=noted)
    moments = (*before, *_opening(scene), *way, *notes)
    begun = replace(scene, person=started.person.with_practice(there))
    return _asked(begun, there, Teaching(), moments) if way else _told(begun, there, Teaching(), moments)


def _opening(scene: Scene) -> tuple[Moment, ...]:
    return said(scene, [scene.wording.say("teach.first")])


def _told(scene: Scene, practice: Practice, teaching: Teaching, before: tuple[Moment, ...] = ()) -> Outcome:
    """The next step and time for it; after the last one the hold, by way of what leads there in one go."""
    unit = scene.unit_at(practice, practice.place)
    steps, settled = _steps(scene, unit), len(scene.telling().words_of(unit.stretch).setup)
    if teaching.told >= len(steps):
        return _held(scene, practice, unit)
    told = Teaching(teaching.told + 1, inside=teaching.told >= settled)
    step = said(scene, [steps[teaching.told]], Role.SETUP)
    return _asked(scene, practice, told, (*before, *step, Moment(Role.SETUP, _MOVING_SECONDS)))


def _steps(scene: Scene, unit: Unit) -> tuple[str, ...]:
    """How to lie, and the way in; that only where somebody may talk on the way, else it is told in one go."""
    telling = scene.telling(unit.stretch.slug)
    setup = tuple(telling.with_side(words, unit.place.side) for words in telling.words_of(unit.stretch).setup)
    return (*setup, *_way_in(scene, unit)) if _may_talk(unit) else setup


def _way_in(scene: Scene, unit: Unit) -> tuple[str, ...]:
    moments = entry(unit, scene.telling(unit.stretch.slug), anew=True)
    return tuple(moment.words for moment in moments if moment.role is Role.ENTER and not moment.silent)


def _may_talk(unit: Unit) -> bool:
    return unit.stretch.can_answer and unit.stretch.kind is not Kind.STRONG


def _held(scene: Scene, practice: Practice, unit: Unit) -> Outcome:
    """The hold, for somebody who is in it; or the way in, told in full, and the hold."""
    if _may_talk(unit):
        return lead(scene, practice, Opening(inside=Inside(arrived=True)))
    words = (scene.wording.say("teach.at-once"),)
    return lead(scene, practice, Opening(words, explained=unit.stretch.slug, taught=True))


def _asked(scene: Scene, practice: Practice, teaching: Teaching, moments: tuple[Moment, ...]) -> Outcome:
    """These moments, and then whether they are ready for the next step."""
    turn = scene.turn
    here = replace(practice, conversation=turn.conversation, device=turn.device, touched=turn.epoch)
    question = Question(Ask.TEACH, teaching, quiet_seconds=_QUIET_BEFORE_ASKED_AGAIN_SECONDS)
    return listening(scene, moments, question, scene.person.with_practice(here))


def _asked_again(scene: Scene, practice: Practice, moments: tuple[Moment, ...]) -> Outcome:
    return _asked(scene, practice, scene.about(Teaching) or Teaching(), moments)
