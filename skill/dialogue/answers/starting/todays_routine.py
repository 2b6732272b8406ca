"""Tells what a programme has for today, and offers to begin it."""

from skill.content.model.programmes import Programme
from skill.dialogue.guidance.names import spoken_name
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.offers.todays_programme import followed, possible, today_in
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def day_words(scene: Scene, programme: Programme) -> tuple[str, str]:
    """The words on this programme's day, and the routine to offer: today's, or its small one if nothing is due."""
    today, name = today_in(scene), name_of(scene, programme.slug)
    if today is None or today.done or not today.routine:
        number = scene.wording.number(today.number if today else 1)
        key = "day-done" if today and today.done else "day-of-rest"
        return scene.wording.say(f"programme.{key}", number=number, name=name), possible(scene, programme.small)
    told, practice = scene.as_told, fresh(scene.as_told, today.routine)
    seconds = seconds_from_now(told, today.routine, told.routine_of(practice)) if practice else 0.0
    minutes = scene.wording.minutes(seconds) if practice else ""
    routine, number = spoken_name(scene, today.routine), scene.wording.number(today.number)
    words = scene.wording.say("programme.day", number=number, name=name, routine=routine, minutes=minutes)
    return words, today.routine


def offer_of_today(scene: Scene, *before: str) -> Outcome:
    """Tells what the programme has for today, and offers it, or something small if nothing more is due.

    Raises LookupError if no programme is followed.
    """
    programme = followed(scene)
    if programme is None:
        raise LookupError("no programme is followed")
    words, routine = day_words(scene, programme)
    question = scene.wording.say("question.begin-it" if _due(scene) else "programme.small")
    return ask(scene, [*before, words], Question(Ask.BEGIN, Offer(routine), words=question))


def _due(scene: Scene) -> bool:
    today = today_in(scene)
    return bool(today and today.routine)


def name_of(scene: Scene, slug: str) -> str:
    """The spoken name of the programme of this slug; empty if there is none."""
    programme = scene.library.programmes.get(slug)
    return programme.words[scene.wording.language].called if programme else ""
