"""Replaces a stretch that somebody does not want this time by another one, or leaves it out."""

from skill.dialogue.answers.finding.surprise import surprise
from skill.dialogue.answers.fitting.leave_out import asked_about, not_today
from skill.dialogue.answers.moving.next_and_back import next_stretch, nothing_else, skip_noted
from skill.dialogue.answers.replying.about_practice import kept_practice_or, practice_here_or, with_kept_practice
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import first_place, lead
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Nothing, OneStretch
from skill.dialogue.offers.daily_room import another
from skill.dialogue.offers.in_its_place import with_another
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import is_alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.dialogue.scene.upcoming import waits
from skill.practice import Practice
from skill.replaced import replace


@with_kept_practice
def swap_this(scene: Scene, practice: Practice) -> Outcome:
    """Said "swap this one": goes on with another one for the same purpose; without one, tells how to leave it out."""
    if is_alone(practice.routine):
        return _another_alone(scene, scene.stretch_at(practice).slug)
    there = with_another(scene, practice)
    if there is None:
        return tell(scene, scene.wording.say("swap.none"))
    wanted = moved(scene, practice, there)
    words = scene.wording.say("swap.done", name=scene.name_of(scene.stretch_at(wanted).slug))
    if scene.guiding and not scene.waiting:
        return lead(scene, wanted, Opening((words,)))
    return tell(replace(scene, person=scene.person.with_practice(wanted)), words)


def hate_this(scene: Scene) -> Outcome:
    """Said "I hate this": asks whether to stop for today or do something else; leaves nothing out for good."""
    if scene.passing:
        return swap_this(scene)
    if not scene.here:
        return surprise(scene)
    this = OneStretch(scene.stretch_at(scene.practice).slug) if scene.practice else Nothing()
    return ask(scene, [], Question(Ask.FINISH, this, words=scene.wording.say("question.stop-or-else")))


def _another_alone(scene: Scene, slug: str) -> Outcome:
    """Offers another stretch on its own, which is another practice."""
    other = another(scene, slug)
    if not other:
        return tell(scene, scene.wording.say("swap.none"))
    words = scene.wording.say("enough.another", name=scene.name_of(other))
    return ask(scene, [], Question(Ask.TRY, OneStretch(other), words=words))


@of_one("stretch", unnamed=next_stretch)
@kept_practice_or(not_today)
def skip_stretch(scene: Scene, practice: Practice, stretch: str) -> Outcome:
    """Said "skip the bridge": this time goes on without it, and the next time has it again."""
    if scene.passing or not (scene.here or scene.asks(Ask.GO_ON, Ask.LAST_DONE)):
        return not_today(scene, stretch)
    return _not_in_this_run(scene, practice, stretch)


def next_or_not(scene: Scene) -> Outcome | None:
    """Said "next" or "skip" before a stretch that waits, which are one intent to Alexa: asks which; None elsewhere."""
    noted, practice = skip_noted(scene), scene.practice
    if noted or practice is None or not waits(scene) or scene.turn.touch:
        return noted
    named = practice.place != first_place(scene, practice, 0)
    return ask(scene, [], Question(Ask.PASS_OVER, OneStretch(scene.stretch_at(practice).slug))) if named else None


def not_able(scene: Scene) -> Outcome:
    """Said "I can't do this one": leaves out the stretch that waits; from the one they are in, goes on to the next."""
    practice = scene.practice
    if practice is None or not waits(scene):
        return next_stretch(scene)
    return skip_noted(scene) or _not_in_this_run(scene, practice, scene.stretch_at(practice).slug)


def not_this_time(scene: Scene) -> Outcome:
    """Said "just today" when asked whether to leave it out for good, or yes to passing it over: leaves it out now."""
    stretch = asked_about(scene)
    return _not_now(scene, stretch) if stretch else nothing_under_way(scene)


@practice_here_or(not_today)
def _not_now(scene: Scene, practice: Practice, stretch: str) -> Outcome:
    return _not_in_this_run(scene, practice, stretch)


def _not_in_this_run(scene: Scene, practice: Practice, stretch: str) -> Outcome:
    """Goes on without the steps of this stretch that are ahead; people in one are let out, and led to the next."""
    steps, name = scene.routine_of(practice).steps, scene.name_of(stretch)
    here = scene.routine_of(practice).index_of(practice.place.step) or 0
    skipped = tuple(step.key for step in steps[here:] if step.stretch == stretch)
    if not skipped:
        done = any(step.stretch == stretch for step in steps)
        return tell_staying(scene, scene.wording.say("leaving.behind" if done else "leaving.not-here", name=name))
    words = scene.wording.say("leaving.this-time", name=name)
    ahead = [number for number, step in enumerate(steps) if number >= here and step.key not in skipped]
    if not ahead:
        return nothing_else(scene, practice, words)
    there = replace(practice, skipped=(*practice.skipped, *skipped))
    if ahead[0] == here:
        return tell_staying(_with(scene, moved(scene, practice, there)), words)
    there = moved(scene, practice, replace(there, place=first_place(scene, practice, ahead[0])))
    return lead(scene, there, Opening((words,))) if scene.here else tell(_with(scene, there), words)


def _with(scene: Scene, practice: Practice) -> Scene:
    return replace(scene, person=scene.person.with_practice(practice))
