"""Leaves one side out, in this stretch or in all of them today, and takes that back."""

from skill.dialogue.answers.moving.next_and_back import pass_over_the_rest
from skill.dialogue.answers.moving.sparing import both_again, spared_in, sparing
from skill.dialogue.answers.replying.about_practice import with_kept_practice
from skill.dialogue.answers.replying.open_question import without_question
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import first_place, lead
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import today
from skill.dialogue.scene.undo import moved
from skill.dialogue.scene.upcoming import waits
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.sparing import name_of
from skill.timeline import Side

_ONE_SIDE = {side.value: side for side in (Side.LEFT, Side.RIGHT)}


def not_side(scene: Scene) -> Outcome:
    """Said "not the left": only the other side from here on."""
    side = _named(scene)
    return _which(scene) if side is None else _spare(scene, side, "one")


def only_side(scene: Scene) -> Outcome:
    """Said "only the left": leaves the other side out."""
    if scene.turn.slot("side").ids == (Side.BOTH,):
        return both_sides(scene)
    side = _named(scene)
    return _which(scene) if side is None else _spare(scene, side.other, "only")


@with_kept_practice
def skip_side(scene: Scene, practice: Practice) -> Outcome:
    """Said "skip this side": leaves out the side under way or next; if both move at once, goes to the next stretch."""
    side = practice.place.side
    if side is None:
        return tell(scene, scene.wording.say("side-now.none"))
    if side is Side.BOTH:
        return _moved_to(scene, practice, _past_here(scene, practice), scene.wording.say("side-skipped.both"))
    return _spare(scene, side, "one")


@with_kept_practice
def only_this_side(scene: Scene, practice: Practice) -> Outcome:
    """Said "not the other side": only the side that is under way or next."""
    side = practice.place.side
    if side is None:
        return tell_staying(scene, scene.wording.say("side-now.none"))
    if side is Side.BOTH:
        return tell_staying(scene, scene.wording.say("side-now.both"))
    return _spare(scene, side.other, "only")


def both_sides(scene: Scene) -> Outcome:
    """Said "both sides again": leaves no side out any more, today or here."""
    practice = kept_practice(scene)
    if not scene.person.tailoring.spared and not (practice and practice.spared):
        return tell_staying(scene, scene.wording.say("both-sides.already"))
    return tell_staying(both_again(scene, practice), scene.wording.say("both-sides.again"))


def _named(scene: Scene) -> Side | None:
    """The side that was named, if it is exactly one."""
    ids = scene.turn.slot("side").ids
    return _ONE_SIDE.get(ids[0]) if len(ids) == 1 else None


def _which(scene: Scene) -> Outcome:
    """Asks which side: a wrong guess would be the opposite of what was meant."""
    return tell_staying(scene, scene.wording.say("side-skipped.which"))


def _spare(scene: Scene, side: Side, key: str) -> Outcome:
    """Leaves this side out: today, if that was said or nothing is under way; else in the stretch at this place."""
    practice = kept_practice(scene)
    all_day = practice is None or bool(scene.turn.slot("span").ids)
    telling = scene.telling()
    key = "today" if all_day else key if practice and practice.place.side else "none-here"
    words = scene.wording.say(f"side-skipped.{key}", side=telling.side(side), other=telling.side(side.other))
    if all_day:
        return _spared_today(scene, practice, side, words)
    if practice is None or practice.place.side is None:
        return tell_staying(scene, words)
    # To leave out one side and then the other means to leave out the stretch; "only" replaces what was said before.
    neither = key == "one" and spared_in(scene, practice) is side.other
    there = None if neither else sparing(scene, practice, side, scene.person.tailoring)
    moved_there = _past_here(scene, practice) if neither else there and moved(scene, practice, there)
    return _moved_to(scene, practice, moved_there, words)


def _spared_today(scene: Scene, practice: Practice | None, side: Side, words: str) -> Outcome:
    """Leaves the side out in every stretch until tomorrow; "both sides again" takes that back, not "go back"."""
    tailoring = replace(scene.person.tailoring, spared=name_of(side), resting_day=today(scene))
    here = replace(scene, person=replace(scene.person, tailoring=tailoring))
    if practice is None:
        return tell(here, words)
    there = sparing(scene, practice, side, tailoring)
    return _moved_to(here, practice, there and replace(there, before=None), words)


def _past_here(scene: Scene, practice: Practice) -> Practice | None:
    """The practice at the stretch after this one; None at the end."""
    steps = scene.routine_of(practice).steps
    index = (scene.routine_of(practice).index_of(practice.place.step) or 0) + 1
    if index >= len(steps):
        return None
    spared = tuple((key, side) for key, side in practice.spared if key != practice.place.step)
    return moved(scene, practice, replace(practice, place=first_place(scene, practice, index), spared=spared))


def _moved_to(scene: Scene, practice: Practice, there: Practice | None, words: str) -> Outcome:
    """Goes on from `there`; at the same place the hold is finished, and in the same stretch "Ready?" stays open."""
    if there is None:
        return _over(scene, words)
    here = replace(scene, person=scene.person.with_practice(there))
    if there.place == practice.place:
        return tell_staying(here, words)
    leads_on = scene.paused or scene.guiding
    if leads_on and not (waits(scene) and there.place.step == practice.place.step):
        return lead(here, there, Opening((words,)))
    return tell(here, words)


def _over(scene: Scene, words: str) -> Outcome:
    """Ends a routine of which nothing is left."""
    if scene.guiding or scene.paused:
        return pass_over_the_rest(scene)
    done = replace(scene, person=scene.person.without_practice())
    return tell(without_question(done), words)
