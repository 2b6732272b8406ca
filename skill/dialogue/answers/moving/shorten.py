"""Makes the rest of a routine fit if somebody has to stop in some minutes, or after some stretches; ends it gently."""

from collections.abc import Iterable, Iterator, Sequence

from skill.content.model import Kind, Step
from skill.dialogue.answers.finding.by_time import by_time
from skill.dialogue.answers.moving.last_hold import one_more_hold
from skill.dialogue.answers.moving.pause_and_stop import stop
from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.open_question import open_question, ready_question
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.offers.duration import seconds_left
from skill.dialogue.scene.coming_back import begun_again
from skill.dialogue.scene.going_on import first_hold
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.undo import moved
from skill.ports.slot_values import number_of, seconds_of
from skill.practice import Practice
from skill.replaced import replace

_MANY = 2


@kept_practice_or(by_time)
def have_to_stop(scene: Scene, practice: Practice) -> Outcome:
    """Fits the rest of the routine into the time that is left, including the way up; stops if there is no time.

    Said "one more and then stop", so many stretches are left; without an amount only the present one. With nothing
    under way the time counts as the time for a routine.
    """
    length = scene.turn.slot("duration")
    seconds = seconds_of(length)
    if seconds is None and not length.said:
        return _after_so_many(scene, practice, number_of(scene.turn.slot("number")) or 0)
    if seconds is None:
        asked = ready_question(scene) if scene.guiding else open_question(scene)
        return ask(scene, [scene.wording.say("stop-in.how-long")], asked)
    if seconds <= 0:
        return stop(scene)
    fitting = next((shorter for shorter in _shorter(scene, practice) if _needs(scene, shorter) <= seconds), None)
    return one_more_hold(scene, practice, seconds) if fitting is None else _shortened(scene, practice, fitting)


def _after_so_many(scene: Scene, practice: Practice, more: int) -> Outcome:
    """Leaves `more` stretches after the present one; at "Ready?" the one that comes counts as the first of them.

    It never ends with a strong stretch, but goes on to the next gentle one.
    """
    steps = scene.routine_of(practice).steps
    later = steps[_index(practice, steps) + 1 :]
    wanted = more - 1 if scene.waiting and more else more
    ends = (count for count in range(wanted, len(later)) if not _strong(scene, steps[-len(later) - 1 + count]))
    kept = next(ends, len(later))
    fewer = _without(practice, later[kept:]) if later[kept:] else practice
    shorter = moved(scene, practice, fewer)
    return tell_staying(replace(scene, person=scene.person.with_practice(shorter)), _after(scene, kept))


def _after(scene: Scene, later: int) -> str:
    """The words on how much is left: the present stretch, and this number of later ones."""
    if later < _MANY:
        return scene.wording.say("stop-in.and-one" if later else "stop-in.one")
    return scene.wording.say("stop-in.and-many", number=scene.wording.number(later))


def _needs(scene: Scene, practice: Practice) -> float:
    """Seconds to the end of the routine, including the way up from the floor."""
    return seconds_left(scene, begun_again(scene, practice))


def _shorter(scene: Scene, practice: Practice) -> Iterator[Practice]:
    """The practice as it is, then with ever fewer of the stretches to come, never ending with a strong one."""
    steps = scene.routine_of(practice).steps
    begun, later = steps[_index(practice, steps)], steps[_index(practice, steps) + 1 :]
    yield practice
    for count in range(len(later) - 1, -1, -1):
        if not _strong(scene, (begun, *later)[count]):
            yield _without(practice, later[count:])
    # After a strong stretch one gentle one must follow; a strong one that has not begun may be skipped instead.
    for last in (step for step in later if _strong(scene, begun) and not _strong(scene, step)):
        others = [step for step in later if step is not last]
        yield _without(practice, others)
        if scene.waiting and scene.unit_at(practice, practice.place).first:
            there = replace(practice, place=first_hold(scene.library, practice, last), kept=None)
            yield _without(there, [begun, *others])


def _index(practice: Practice, steps: Sequence[Step]) -> int:
    """The index of the step that is begun; in a warm-up that of the step it leads to."""
    key = practice.real_place.step
    return next((number for number, step in enumerate(steps) if step.key == key), 0)


def _without(practice: Practice, steps: Iterable[Step]) -> Practice:
    return replace(practice, skipped=(*practice.skipped, *(step.key for step in steps)))


def _strong(scene: Scene, step: Step) -> bool:
    return scene.library.stretch_of(step).kind is Kind.STRONG


def _shortened(scene: Scene, practice: Practice, fitting: Practice) -> Outcome:
    """Tells in a few words what is left, and goes on."""
    if fitting is practice:
        return tell(scene, scene.wording.say("stop-in.fits", minutes=scene.wording.minutes(_needs(scene, practice))))
    routine = scene.routine_of(fitting)
    left = len(routine.steps) - (routine.index_of(fitting.place.step) or 0)
    words = scene.wording.say(f"stop-in.{'one' if left == 1 else 'many'}", number=scene.wording.number(left))
    shorter = moved(scene, practice, fitting)
    if scene.guiding and not scene.waiting:
        return lead(scene, shorter, Opening((words,)))
    return tell(replace(scene, person=scene.person.with_practice(shorter)), words)
