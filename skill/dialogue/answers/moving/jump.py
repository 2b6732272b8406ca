"""Goes straight to a stretch of the routine, by its name or its number."""

from skill.content.model import Kind, Step, Stretch
from skill.dialogue.answers.replying.about_practice import kept_practice_or, with_kept_practice
from skill.dialogue.answers.replying.open_question import open_question, ready_question
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.answers.starting.resume import resume
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.notices import with_words
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.going_on import first_hold
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import planned
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import is_cold, moved
from skill.ports.slot_values import number_of
from skill.practice import Practice
from skill.replaced import replace


def _near(scene: Scene) -> dict[str, Stretch]:
    """The stretches of the routine under way, by slug: an unknown name probably means one of them."""
    practice = kept_practice(scene)
    steps = _steps(scene, practice) if practice else ()
    return {step.stretch: scene.library.stretch(step.stretch) for step in steps}


def _offered_alone(scene: Scene, slug: str, key: str) -> Outcome:
    """Tells why it cannot jump there, and offers to do that stretch alone."""
    offer = Question(Ask.TRY, OneStretch(slug), words=scene.wording.say("jump.alone"))
    return ask(scene, [scene.wording.say(key, name=scene.name_of(slug))], offer)


def _with_no_routine(scene: Scene, slug: str) -> Outcome:
    return _offered_alone(scene, slug, "jump.no-routine")


@of_one("stretch", likely=_near)
@kept_practice_or(_with_no_routine)
def jump_to_stretch(scene: Scene, practice: Practice, slug: str) -> Outcome:
    """Said "jump to the bridge": goes to where it comes next; a stretch that is not in the routine is offered alone."""
    numbers = [number for number, step in enumerate(_steps(scene, practice)) if step.stretch == slug]
    if not numbers:
        return _offered_alone(scene, slug, "correct.no-stretch")
    here = _number(scene, practice)
    return _jump(scene, practice, next((number for number in numbers if number >= here), numbers[0]))


@with_kept_practice
def jump_to_number(scene: Scene, practice: Practice) -> Outcome:
    """Said "go to stretch number four": goes there, or tells how many there are."""
    steps, wanted = _steps(scene, practice), number_of(scene.turn.slot("number"))
    if wanted is not None and 1 <= wanted <= len(steps):
        return _jump(scene, practice, wanted - 1)
    asked = ready_question(scene) if scene.guiding else open_question(scene)
    key = "jump.one-stretch" if len(steps) == 1 else "jump.how-many"
    return ask(scene, [scene.wording.say(key, number=scene.wording.number(len(steps)))], asked)


@with_kept_practice
def jump_to_last(scene: Scene, practice: Practice) -> Outcome:
    """Said "skip to the last stretch": goes there."""
    return _jump(scene, practice, len(_steps(scene, practice)) - 1)


@with_kept_practice
def this_over(scene: Scene, practice: Practice) -> Outcome:
    """Said "start this stretch over": goes to its first hold."""
    return _jump(scene, practice, _number(scene, practice), over=True)


def _jump(scene: Scene, practice: Practice, wanted: int, *, over: bool = False) -> Outcome:
    """Goes there; people who are still cold begin at the nearest gentle stretch before a strong one, and hear why."""
    steps = _steps(scene, practice)
    number = _gentle(scene, steps, wanted) if is_cold(scene, practice) else wanted
    step = steps[number]
    there = replace(practice, place=first_hold(scene.library, practice, step), kept=None)
    names = {"name": scene.name_of(steps[wanted].stretch), "first": scene.name_of(step.stretch)}
    if not scene.guiding:
        person = scene.person.with_practice(moved(scene, practice, there))
        first = () if number == wanted else (scene.wording.say("jump.first", **names),)
        return with_words(scene, resume(replace(scene, person=person)), first)
    key = "jump.over" if over else "jump.there"
    words = scene.wording.say(key if number == wanted else "jump.first", **names)
    return lead(scene, moved(scene, practice, there), Opening((words,)))


def _gentle(scene: Scene, steps: tuple[Step, ...], number: int) -> int:
    """The number of this step, or of the nearest one before it that is not strong; else the first."""
    while number and scene.library.stretch_of(steps[number]).kind is Kind.STRONG:
        number -= 1
    return number


def _steps(scene: Scene, practice: Practice) -> tuple[Step, ...]:
    """The steps of the routine that numbers count: those without a warm-up."""
    routine = planned(scene.library, practice, scene.person.tailoring)
    return routine.steps if routine else ()


def _number(scene: Scene, practice: Practice) -> int:
    """The number of the step that the person is at, from 0."""
    keys = [step.key for step in _steps(scene, practice)]
    key = practice.real_place.step
    return keys.index(key) if key in keys else 0
