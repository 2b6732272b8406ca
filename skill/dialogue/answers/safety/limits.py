"""What somebody cannot do: left out today or always, or no longer; the exclusion is kept, never its reason."""

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
    """Only today: as it is kept already."""
    return _gone_on(scene, scene.person.tailoring, [scene.wording.say("limits.today")])


def for_always(scene: Scene) -> Outcome:
    """Always: as it is kept from now on."""
    slug = _asked_about(scene)
    return _gone_on(scene, _limited_always(scene, slug), [scene.wording.say("limits.always")])


def _of_one_limit(asked: Answer | None = None) -> Callable[[OfLimit], Answer]:
    """The answer about the limit that was named, as one for every name; `asked` answers for the one in question."""

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
    """Out, left out for today, what there is instead, and whether that is for today only, where it may be."""
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
    """Left out until tomorrow, without being asked."""
    words = [*limit.words[scene.wording.language].instead, scene.wording.say("limits.today")]
    return _gone_on(scene, _limited_today(scene, limit.slug), words)


@_of_one_limit(asked=for_always)
def cannot_ever(scene: Scene, limit: Limit) -> Outcome:
    """Left out until it is taken back, without being asked."""
    words = [*limit.words[scene.wording.language].instead, scene.wording.say("limits.always")]
    return _gone_on(scene, _limited_always(scene, limit.slug), words)


def cannot(scene: Scene) -> Outcome:
    """For as long as was said with it: today, or always; where neither was heard, that is asked."""
    scene = _as_they_are(scene)
    span = scene.turn.slot("span").ids
    if span == ("always",):
        return cannot_ever(scene)
    return _cannot_today(scene) if span == ("today",) else _cannot(scene)


@_of_one_limit()
def can_again(scene: Scene, limit: Limit) -> Outcome:
    """Taken back, for today and for good; where it is unknown whether it was kept, for today."""
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
    """Whoever was told the way down, has held nothing, and answers that they cannot get down there has stayed up."""
    practice, limit = scene.practice, _limit(scene)
    if practice is None or practice.held or not scene.waiting or limit is None or limit.slug != GETTING_DOWN:
        return scene
    return replace(scene, person=scene.person.with_practice(replace(practice, posture=Posture.STANDING)))


def _is_offered(scene: Scene) -> bool:
    """Whether what was not begun is offered once more."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    return offer is not None and scene.practice is not None and offer.routine == scene.practice.routine


def _limit(scene: Scene) -> Limit | None:
    """What was named, where it is one thing that there is."""
    known = [slug for slug in scene.turn.slot("limit").ids if slug in scene.library.limits]
    return scene.library.limits[known[0]] if len(known) == 1 else None


def _which(scene: Scene) -> Outcome:
    return ask(scene, [scene.wording.say("limits.which")], open_question(scene))


def _asked_about(scene: Scene) -> str:
    """The limit that the open question is about; empty when another one is open."""
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
    """What becomes of a routine under way, where anything does."""
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
    """The person where their practice goes on; one stretch on its own, asked for by name, is left out as well."""
    practice = person.practice
    stretch = scene.stretch_at(practice).slug if practice and is_alone(practice.routine) else ""
    return going_on_with(scene, person, tailoring, past=stretch if stretch in tailoring.left_out(scene.library) else "")


def _asked(scene: Scene, tailoring: Tailoring, words: list[str], asked: Question) -> Outcome:
    """The words and the question, for somebody let out, who is by now where their routine goes on."""
    outcome = ask(scene, words, asked)
    left = _left(scene, outcome.person, tailoring)
    without = replace(set_down(outcome.person), tailoring=tailoring)
    return replace(outcome, person=replace(left or without, asked=outcome.person.asked))


def _gone_on(scene: Scene, tailoring: Tailoring, words: list[str]) -> Outcome:
    """On with what is left of a routine under way; else the routine that suits best is offered."""
    left = _left(scene, scene.person, tailoring)
    if scene.passing:
        return tell(replace(scene, person=left or replace(set_down(scene.person), tailoring=tailoring)), *words)
    there = replace(scene, person=left or replace(set_down(scene.person), tailoring=tailoring))
    if left is not None and scene.here:
        return tell(there, *words)
    asked_about_it = scene.asks(Ask.GO_ON, Ask.LAST_DONE, Ask.HOW_LONG) or _is_offered(scene)
    if left is not None and asked_about_it and kept_practice(there):
        # Their place outlives it: whoever was asked whether to go on is asked that again, about what is left.
        return ask(there, words, open_question(there))
    return nearest_offered(there, " ".join(words))
