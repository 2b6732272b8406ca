"""Moves about in the routine under way: next, previous, again, explain, start over."""

from skill.content.model import Step
from skill.dialogue.answers.moving.more_time import rest_of_the_way
from skill.dialogue.answers.moving.undo import still_there, take_back
from skill.dialogue.answers.replying.about_practice import with_kept_practice
from skill.dialogue.answers.replying.enough_today import enough_words
from skill.dialogue.answers.replying.staying import (
    arranged_by_now,
    begun_unit,
    hold_at_once,
    is_arranged,
    is_entering,
    on_with_it,
    rest_of_how_to_lie,
    way_in,
)
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.answers.starting.launch import opened
from skill.dialogue.answers.starting.resume import arrived, resume
from skill.dialogue.answers.starting.while_guiding import while_guiding
from skill.dialogue.guidance.closing import up_or_wish
from skill.dialogue.guidance.crediting import having_finished
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import finish, first_place, go_on, lead, next_place
from skill.dialogue.guidance.speaking import ask, let_out, said
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Rest
from skill.dialogue.offers.daily_room import has_room, has_room_for_step
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.dialogue.scene.upcoming import waits
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Side
from skill.timeline.hold.units import sides_of
from skill.timeline.notes import note_words, notes_told


@while_guiding
def next_stretch(scene: Scene, practice: Practice) -> Outcome:
    """Goes on to the next stretch; if that one waits for "ready", begins it."""
    if waits(scene):
        return resume(scene)
    index, words = _index(scene, practice), _what_is_left_behind(scene, practice)
    if index + 1 == len(scene.routine_of(practice).steps):
        return pass_over_the_rest(scene, words)
    return go_on(scene, Opening((words or scene.wording.say("did.next"),)), first_place(scene, practice, index + 1))


def _what_is_left_behind(scene: Scene, practice: Practice) -> str:
    """The words on what was not done of this stretch, all of it or a side; empty if all was."""
    unit = scene.unit_at(practice, practice.place)
    if unit.first and begun_unit(scene) is None:
        return scene.wording.say("did.next-without", name=scene.name_of(unit.stretch.slug))
    side = (unit.place.side or Side.BOTH).other
    if side not in sides_of(unit.stretch, unit.dose) or side not in (Side.LEFT, Side.RIGHT):
        return ""
    first = unit.place.side is sides_of(unit.stretch, unit.dose)[0]
    if not first and begun_unit(scene) is not None:
        return ""
    return scene.wording.say("did.next-side", side=scene.telling().side(side if first else side.other))


@while_guiding
def previous_stretch(scene: Scene, practice: Practice) -> Outcome:
    """Takes the last command back, if it was no step back itself; else goes one stretch back."""
    before = practice.before
    if before is not None and not before.backwards and still_there(scene, practice, before):
        return take_back(scene, practice, before)
    if waits(scene) and practice.place == first_place(scene, practice, 0):
        return _waiting_again(scene, practice)
    return _stretch_before(scene, practice)


def _stretch_before(scene: Scene, practice: Practice) -> Outcome:
    """Leads this stretch again, or if its first hold has not begun, the one before it."""
    index = _index(scene, practice)
    fresh = scene.unit_at(practice, practice.place).first and not scene.inside
    back = index - 1 if fresh and index else index
    key = "did.previous" if back < index else "did.from-start"
    there = replace(practice, place=first_place(scene, practice, back))
    return lead(scene, moved(scene, practice, there, backwards=True), _opening(scene, key))


@while_guiding
def explain(scene: Scene, practice: Practice) -> Outcome:
    """Tells the stretch under way in full, from the hold that was interrupted."""
    slug = scene.stretch_at(practice).slug
    return go_on(scene, Opening((scene.wording.say("did.explain"),), explained=slug), practice.place)


@while_guiding
def again(scene: Scene, practice: Practice) -> Outcome:
    """Leads the hold under way once more; before a stretch that waits, the one just done."""
    index = _index(scene, practice)
    if waits(scene) and practice.place == first_place(scene, practice, index):
        if not index:
            return _waiting_again(scene, practice)
        step = scene.routine_of(practice).steps[max(0, index - 1)]
        enough = not has_room_for_step(scene, step)
        return tell(scene, enough_words(scene, step.stretch)) if enough else _stretch_before(scene, practice)
    unit = scene.unit_at(practice, practice.place)
    if has_room(scene, unit.stretch, unit.hold_seconds):
        return go_on(scene, _opening(scene, "did.again"), practice.place)
    following = next_place(scene, practice)
    if following is None:
        return pass_over_the_rest(scene)
    return go_on(scene, Opening((enough_words(scene, unit.stretch.slug),)), following)


@while_guiding
def once_more(scene: Scene, practice: Practice) -> Outcome:
    """Leads the stretch just done once more, also while the next one is only announced; else does as `again`."""
    index = _index(scene, practice)
    announced = not waits(scene) and index and scene.unit_at(practice, practice.place).first
    if not announced or begun_unit(scene) is not None or is_entering(scene):
        return again(scene)
    step = scene.routine_of(practice).steps[index - 1]
    if not has_room_for_step(scene, step):
        return tell(scene, enough_words(scene, step.stretch))
    return _stretch_before(scene.settled_down, practice)


@while_guiding
def done(scene: Scene, practice: Practice) -> Outcome:
    """Said "Ready", "done", "okay": on from a rest, on into a stretch or its hold, or on past the hold they are in."""
    if is_entering(scene):
        return hold_at_once(scene, practice)
    if is_arranged(scene):
        return way_in(scene, practice)
    if not scene.waiting and (told := arranged_by_now(scene)):
        return rest_of_how_to_lie(scene, practice, told)
    if not scene.inside and not scene.asks(Ask.WAS_DONE):
        made = scene.turn.intent == "ReadyIntent" and not scene.turn.slot("reached").ids
        return (rest_of_the_way(scene, practice) if made else None) or resume(arrived(scene))
    if scene.turn.slot("reached").ids:
        # To say how they are does not mean that it is done: they hear the right posture, and the hold goes on.
        return on_with_it(scene, (scene.wording.say("stuck.where", posture=scene.telling().posture(practice.posture)),))
    following = next_place(scene, practice)
    held = _having_held(scene, practice)
    return pass_over_the_rest(held) if following is None else go_on(held, None, following)


def skip_noted(scene: Scene) -> Outcome | None:
    """Said "skip" after a note on who should take care: goes on without the stretches of that note; else None."""
    practice = scene.practice
    rest = scene.about(Rest)
    noted = _noted(scene, practice) if practice and rest and rest.noted and waits(scene) else ()
    if practice is None or not noted:
        return None
    names = dict.fromkeys(scene.name_of(step.stretch) for step in noted)
    words = scene.wording.say("did.skip-noted", names=scene.wording.listing(tuple(names)))
    steps = scene.routine_of(practice).steps
    begun = steps.index(next(step for step in steps if step.key == practice.place.step))
    left = [number for number, step in enumerate(steps) if number >= begun and step not in noted]
    if not left:
        return nothing_else(scene, practice, words)
    skipped = (*practice.skipped, *(step.key for step in noted))
    there = replace(practice, place=first_place(scene, practice, left[0]), skipped=skipped)
    return lead(scene, moved(scene, practice, there), Opening((words,)))


def _noted(scene: Scene, practice: Practice) -> tuple[Step, ...]:
    return notes_told(scene.routine_of(practice), practice.place, scene.telling(), practice.noted)


def nothing_else(scene: Scene, practice: Practice, words: str) -> Outcome:
    """Nothing else is left: ends the routine; if nothing was held, asks for the way up or for a wish."""
    if practice.held:
        return pass_over_the_rest(scene)
    up = scene.way_up(practice.posture, practice)
    return ask(scene, [words], up_or_wish(up), scene.person.without_practice())


def was_done(scene: Scene) -> Outcome:
    """Yes to "Was that one done?": goes on after that hold; after a break as one goes on then."""
    practice = scene.practice
    if practice is None or scene.guiding or scene.paused:
        return done(scene)
    following = next_place(scene, practice)
    held = _having_held(scene, practice)
    if following is None:
        return _all_done_since(held, practice)
    behind = replace(practice, place=following, held=practice.held + 1)
    return resume(replace(held, person=held.person.with_practice(behind)))


def _all_done_since(scene: Scene, practice: Practice) -> Outcome:
    """It was the last hold, so the whole routine was done when they left: goes on as a launch does."""
    person = having_finished(scene, scene.person, practice).without_practice()
    name = scene.routine_of(practice).words[scene.wording.language].spoken
    say = scene.wording.say
    words = say("end.alone") if is_alone(practice.routine) else say("end.done", routine=name)
    return opened(replace(scene, person=replace(person, asked=None)), words)


def only_that_side_done(scene: Scene) -> Outcome | None:
    """Said "only the left" to "Was that one done?": a yes if the hold was on that side, else a no."""
    done_sides, practice = scene.turn.slot("side").ids, scene.practice
    if practice is None or practice.place.side is None or len(done_sides) != 1:
        return None
    return was_done(scene) if practice.place.side in done_sides else resume(scene)


def pardon(scene: Scene) -> Outcome:
    """Said "pardon" or "what": names again what waits, or repeats the question in a pause; else does as `again`."""
    practice = scene.practice
    if practice is None or not (waits(scene) or scene.paused):
        return again(scene)
    return _waiting_again(scene, practice) if waits(scene) else tell(scene, "")


@while_guiding
def say_again(scene: Scene, practice: Practice) -> Outcome:
    """Said "repeat", "say that again": before "Ready?" names again what waits; else does as `again`."""
    return _waiting_again(scene, practice) if waits(scene) else again(scene)


def _waiting_again(scene: Scene, practice: Practice) -> Outcome:
    """Tells the right posture, or what comes, with its notes on care, and asks "Ready?" once more."""
    unit, index = scene.unit_at(practice, practice.place), _index(scene, practice)
    steps = scene.routine_of(practice).steps
    before = scene.library.stretch_of(steps[index - 1]).posture if index else None
    if practice.posture is unit.stretch.posture is not before and unit.first:
        posture = scene.wording.say(f"posture.{practice.posture.replace(' ', '-')}")
        words = scene.wording.say("moving.there", posture=posture)
    else:
        words = scene.wording.say("next.name", name=scene.name_of(unit.stretch.slug))
    notes = note_words(_noted(scene, practice), practice.place, scene.telling(), named=True)
    return tell(scene, words, *notes)


def pass_over_the_rest(scene: Scene, words: str = "") -> Outcome:
    """Ends the routine without the rest of it; `words` say what is left out."""
    out, person = let_out(scene, to_talk=False)
    return finish(scene, (*out, *said(scene, [words])), person)


def _having_held(scene: Scene, practice: Practice) -> Scene:
    """The scene with one more hold counted as held."""
    done = replace(practice, held=practice.held + 1)
    return replace(scene, person=scene.person.with_practice(done))


@with_kept_practice
def start_over(scene: Scene, practice: Practice) -> Outcome:
    """Begins from the first stretch again; asks first while guiding."""
    return begin_unless_guiding(scene, practice.routine)


def _index(scene: Scene, practice: Practice) -> int:
    return scene.routine_of(practice).index_of(practice.place.step) or 0


def _opening(scene: Scene, key: str) -> Opening:
    return Opening((scene.wording.say(key),))
