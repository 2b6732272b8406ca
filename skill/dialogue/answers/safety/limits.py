"""Leaves out what somebody cannot do, today or always, or takes that back; stores the limit, never its reason."""

from collections.abc import Callable
from functools import wraps

from skill.content.model import Posture
from skill.content.model.limits import GETTING_DOWN, Limit
from skill.dialogue.answers.replying.open_question import open_question
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.starting.offer import nearest_offered
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Limited, Offer
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import is_alone, planned
from skill.dialogue.scene.scene import Answer, Scene
from skill.dialogue.scene.setting_aside import going_on_with, set_down, today
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.tailoring import Tailoring

OfLimit = Callable[[Scene, Limit], Outcome]


def for_today(scene: Scene) -> Outcome:
    """Answers "only today", as it is stored already."""
    return _gone_on(scene, scene.person.tailoring, [scene.wording.say("limits.today")])


def for_always(scene: Scene) -> Outcome:
    """Answers "always", and stores it so from now on."""
    slug = _asked_about(scene)
    return _gone_on(scene, _limited_always(scene, slug), [scene.wording.say("limits.always")])


def _of_one_limit(asked: Answer | None = None) -> Callable[[OfLimit], Answer]:
    """Decorates an answer about one limit: looks up the limit that was named, and asks which if there is not one.

    With no name, `asked` answers, if given, about the limit in the open question.
    """

    def of_any(answer: OfLimit) -> Answer:
        @wraps(answer)
        def answered(scene: Scene) -> Outcome:
            limit = _limit(scene)
            if limit is not None:
                return answer(scene, limit)
            return asked(scene) if asked is not None and _asked_about(scene) else _which(scene)

        return answered

    return of_any


@_of_one_limit()
def _cannot(scene: Scene, limit: Limit) -> Outcome:
    """Leaves it out for today, tells what there is instead, and asks for how long, unless that is clear."""
    if scene.passing:
        return _cannot_today(scene)
    if limit.slug in scene.person.tailoring.limits:
        return _gone_on(scene, scene.person.tailoring, [scene.wording.say("limits.known")])
    if scene.turn.slot("limit").said.lower() in limit.words[scene.wording.language].lasting:
        return cannot_ever(scene)
    tailoring = _limited_today(scene, limit.slug)
    words = [*limit.words[scene.wording.language].instead, *_what_is_left(scene, tailoring)]
    asked = Question(Ask.HOW_LONG, Limited(limit.slug))
    return _asked(scene, tailoring, words, asked)


@_of_one_limit(asked=for_today)
def _cannot_today(scene: Scene, limit: Limit) -> Outcome:
    """Leaves it out until tomorrow, without asking for how long."""
    words = [*limit.words[scene.wording.language].instead, scene.wording.say("limits.today")]
    return _gone_on(scene, _limited_today(scene, limit.slug), words)


@_of_one_limit(asked=for_always)
def cannot_ever(scene: Scene, limit: Limit) -> Outcome:
    """Leaves it out until it is taken back, without asking for how long."""
    words = [*limit.words[scene.wording.language].instead, scene.wording.say("limits.always")]
    return _gone_on(scene, _limited_always(scene, limit.slug), words)


def cannot(scene: Scene) -> Outcome:
    """Leaves it out for as long as was said with it, today or always; otherwise asks for how long."""
    scene = _as_they_are(scene)
    span = scene.turn.slot("span").ids
    if span == ("always",):
        return cannot_ever(scene)
    return _cannot_today(scene) if span == ("today",) else _cannot(scene)


@_of_one_limit()
def can_again(scene: Scene, limit: Limit) -> Outcome:
    """Takes a limit back, for today and for good; if it is unknown whether it was stored, says only for today."""
    before = scene.person.tailoring
    if limit.slug not in before.limits_now:
        return tell(scene, scene.wording.say("limits.not-out"))
    kept = tuple(slug for slug in before.limits if slug != limit.slug)
    kept_today = tuple(slug for slug in before.limits_today if slug != limit.slug)
    tailoring = replace(before.agreed_to((limit.slug,)), limits=kept, limits_today=kept_today)
    key = "again" if limit.slug in before.limits_told else "today"
    person = replace(scene.person, tailoring=tailoring)
    return tell(replace(scene, person=person), scene.wording.say(f"limits.{key}"))


def _as_they_are(scene: Scene) -> Scene:
    """The scene with the person standing, if they answer the way down by saying that they cannot get down."""
    practice, limit = scene.practice, _limit(scene)
    if practice is None or practice.held or not scene.waiting or limit is None or limit.slug != GETTING_DOWN:
        return scene
    return replace(scene, person=scene.person.with_practice(replace(practice, posture=Posture.STANDING)))


def _is_offered(scene: Scene) -> bool:
    """Whether the routine that has not begun yet is the one on offer."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    return offer is not None and scene.practice is not None and offer.routine == scene.practice.routine


def _limit(scene: Scene) -> Limit | None:
    """The limit that was named, if it is exactly one that exists."""
    known = [slug for slug in scene.turn.slot("limit").ids if slug in scene.library.limits]
    return scene.library.limits[known[0]] if len(known) == 1 else None


def _which(scene: Scene) -> Outcome:
    return ask(scene, [scene.wording.say("limits.which")], open_question(scene))


def _asked_about(scene: Scene) -> str:
    """The slug of the limit that the open question is about; empty if it is about none."""
    asked = scene.about(Limited)
    return asked.limit if asked else ""


def _limited_today(scene: Scene, slug: str) -> Tailoring:
    before = scene.person.tailoring
    limits = tuple(dict.fromkeys((*before.limits_today, slug)))
    return replace(before, limits_today=limits, resting_day=today(scene))


def _limited_always(scene: Scene, slug: str) -> Tailoring:
    before = scene.person.tailoring
    rest = tuple(other for other in before.limits_today if other != slug)
    return replace(before, limits=tuple(dict.fromkeys((*before.limits, slug))), limits_today=rest)


def _what_is_left(scene: Scene, tailoring: Tailoring) -> list[str]:
    """The words on how a routine under way changes; none if it does not."""
    practice = scene.practice
    if practice is None or not scene.here:
        return []
    left = _left(scene, scene.person, tailoring)
    if left is None:
        return [scene.wording.say("limits.nothing")]
    before = _steps(scene, practice, scene.person.tailoring)
    return [] if _steps(scene, practice, tailoring) == before else [scene.wording.say("limits.rest")]


def _steps(scene: Scene, practice: Practice, tailoring: Tailoring) -> list[str]:
    routine = planned(scene.library, practice, tailoring)
    return [step.key for step in routine.steps] if routine else []


def _left(scene: Scene, person: Person, tailoring: Tailoring) -> Person | None:
    """The person with their practice without what is left out; None where nothing of it is left.

    A single stretch that was asked for by name is left out as well.
    """
    practice = person.practice
    stretch = scene.stretch_at(practice).slug if practice and is_alone(practice.routine) else ""
    return going_on_with(scene, person, tailoring, past=stretch if stretch in tailoring.left_out(scene.library) else "")


def _asked(scene: Scene, tailoring: Tailoring, words: list[str], asked: Question) -> Outcome:
    """Lets them out, says the words and asks the question; their place is where the routine will go on."""
    outcome = ask(scene, words, asked)
    left = _left(scene, outcome.person, tailoring)
    without = replace(set_down(outcome.person), tailoring=tailoring)
    return replace(outcome, person=replace(left or without, asked=outcome.person.asked))


def _gone_on(scene: Scene, tailoring: Tailoring, words: list[str]) -> Outcome:
    """Goes on with what is left of a routine under way; else offers the routine that suits best."""
    left = _left(scene, scene.person, tailoring)
    if scene.passing:
        return tell(replace(scene, person=left or replace(set_down(scene.person), tailoring=tailoring)), *words)
    there = replace(scene, person=left or replace(set_down(scene.person), tailoring=tailoring))
    if left is not None and scene.here:
        return tell(there, *words)
    asked_about_it = scene.asks(Ask.GO_ON, Ask.LAST_DONE, Ask.HOW_LONG) or _is_offered(scene)
    if left is not None and asked_about_it and kept_practice(there):
        # Their place is still there: anybody who was asked whether to go on is asked again, about what is left.
        return ask(there, words, open_question(there))
    return nearest_offered(there, " ".join(words))
