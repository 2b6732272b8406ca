"""Opening the skill and coming back: a first welcome, straight on, or where the person was and one question."""

from dataclasses import replace

from skill.content.model import Posture
from skill.dialogue.announcing import SAFETY, WELCOME
from skill.dialogue.answers.beginning import begin_default, begin_unless_guiding, seconds_left, spoken_name
from skill.dialogue.answers.idle import nothing_under_way
from skill.dialogue.answers.naming import meant, which
from skill.dialogue.answers.placing import place_words, posture_words
from skill.dialogue.answers.todays import offer_of_today
from skill.dialogue.followed import followed
from skill.dialogue.guiding import go_on, go_on_standing, lead
from skill.dialogue.laying_out import Opening
from skill.dialogue.offering import DEFAULT_ROUTINE, FIRST_ROUTINE, suiting
from skill.dialogue.plans import is_alone
from skill.dialogue.preferred import theirs
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask
from skill.dialogue.warming import on_another_day
from skill.limits import KEPT_DAYS, PRACTICES_KEPT, SAME_HOUR_SECONDS, STRAIGHT_ON_SECONDS
from skill.practice import Practice

_SECONDS_A_DAY = 24 * 60 * 60


def launch(scene: Scene) -> Outcome:
    """What "open gentle back" hears."""
    practice = kept_practice(scene)
    if practice is not None and not scene.person.offer:
        return _come_back(scene, practice)
    if practice is None and scene.practice is not None:
        return _long_ago(scene, scene.practice)
    first = WELCOME not in scene.person.told
    greeting = "launch.first" if first else "launch.again"
    if followed(scene) is not None and not scene.person.offer:
        heard = replace(scene, person=scene.person.having_heard(WELCOME, SAFETY))
        return offer_of_today(heard, scene.wording.say(greeting))
    return _offer(scene, greeting, FIRST_ROUTINE if first else DEFAULT_ROUTINE)


def resume(scene: Scene) -> Outcome:
    """Go on where the person was, from wherever it is asked."""
    practice = kept_practice(scene)
    if practice is None:
        return begin_default(scene) if _asked(scene, "begin") else nothing_under_way(scene)
    if scene.guiding:
        return go_on(scene)
    if scene.here or scene.turn.epoch - practice.touched <= STRAIGHT_ON_SECONDS:
        return _straight_on(scene, practice)
    if _another_day(scene, practice):
        return _on_another_day(scene, practice)
    words = scene.wording.say("resume.back", place=place_words(scene, practice))
    return go_on_standing(scene, practice, Opening((words,), names_place=True))


def resume_routine(scene: Scene) -> Outcome:
    """Go on with the unfinished routine of that name; one that was not begun is begun."""
    slot = meant(scene, "routine", scene.library.routines)
    if len(slot.ids) != 1:
        return which(scene, slot, scene.library.routines)
    return resume_named(scene, slot.ids[0])


def resume_named(scene: Scene, name: str) -> Outcome:
    """On with the unfinished routine of this slug, or begun where there is none."""
    wanted = next((practice for practice in scene.person.practices if practice.routine == name), None)
    if wanted is None or scene.guiding:
        return begin_unless_guiding(scene, name)
    person = scene.person.with_practice(wanted, PRACTICES_KEPT)
    return resume(replace(scene, person=person, where=None))


def kept_practice(scene: Scene) -> Practice | None:
    """The unfinished practice, unless it is so long ago that nobody would go on with it; what is offered stays."""
    practice = scene.practice
    if practice is None or _asked(scene, "go-on"):
        return practice
    return None if scene.turn.epoch - practice.touched > KEPT_DAYS * _SECONDS_A_DAY else practice


def _asked(scene: Scene, kind: str) -> bool:
    """Whether this question was asked in the reply before."""
    asked = scene.person.asked
    return asked is not None and asked.kind == kind and not scene.turn.opens


def start_fresh(scene: Scene) -> Outcome:
    """The routine that was broken off, from its beginning."""
    practice = scene.practice
    return begin_unless_guiding(scene, practice.routine if practice else DEFAULT_ROUTINE)


def _come_back(scene: Scene, practice: Practice) -> Outcome:
    if scene.turn.epoch - practice.touched <= SAME_HOUR_SECONDS:
        return resume(scene)
    routine = scene.routine_of(practice).words[scene.wording.language].spoken
    minutes = scene.wording.minutes(seconds_left(scene, begun_again(scene, practice)))
    key = "launch.back-alone" if is_alone(practice.routine) else "launch.back"
    words = scene.wording.say(key, routine=routine, place=place_words(scene, _cold(practice)), minutes=minutes)
    return ask(scene, [words], Asked("go-on", scene.wording.say("question.go-on-or-fresh")))


def _long_ago(scene: Scene, practice: Practice) -> Outcome:
    """Nobody goes on after so long: a kind greeting, and the same routine from its start."""
    name = spoken_name(scene, practice.routine)
    asked = Asked("begin", scene.wording.say("launch.from-start", name=name), (practice.routine,))
    return ask(scene, [scene.wording.say("launch.long-ago")], asked, scene.person.without_practice())


def begun_again(scene: Scene, practice: Practice) -> Practice:
    """The practice as it goes on: from standing, and on another day with nothing strong first, and a warm-up."""
    if scene.here or scene.turn.epoch - practice.touched <= STRAIGHT_ON_SECONDS:
        return practice
    if not _another_day(scene, practice):
        return replace(practice, posture=Posture.STANDING)
    cold = _cold(practice)
    out = scene.person.tailoring.left_out(scene.library)
    return on_another_day(scene.library, scene.routine_of(cold), cold, out)


def _another_day(scene: Scene, practice: Practice) -> bool:
    """Whether a night lies between; whoever is back within the hour is still warm, at midnight too."""
    soon = scene.turn.epoch - practice.touched <= SAME_HOUR_SECONDS
    return not soon and scene.day(scene.turn.epoch) != scene.day(practice.touched)


def _cold(practice: Practice) -> Practice:
    """The practice at its real place: a warm-up that was broken off counts for nothing on another day."""
    return replace(practice, place=practice.kept or practice.place, kept=None)


def _on_another_day(scene: Scene, practice: Practice) -> Outcome:
    """What goes on, told with its warm-up where there is one."""
    practice = begun_again(scene, practice)
    kept = replace(practice, place=practice.kept or practice.place, kept=None)
    key = "resume.warm-up" if practice.kept else "resume.back"
    return lead(scene, practice, Opening((scene.wording.say(key, place=place_words(scene, kept)),)))


def _offer(scene: Scene, greeting: str, usual: str) -> Outcome:
    """A greeting, and one routine offered: the usual one, or once another that suits better; no reason is given."""
    offer = theirs(scene, suiting(scene, scene.person.offer or usual))
    question = scene.wording.say("launch.offer", name=spoken_name(scene, offer))
    person = replace(scene.person, offer="").having_heard(WELCOME, SAFETY)
    return ask(scene, [scene.wording.say(greeting)], Asked("begin", question, (offer,)), person)


def _straight_on(scene: Scene, practice: Practice) -> Outcome:
    there = practice.posture == scene.stretch_at(practice).posture
    key = "resume.straight" if there else "resume.back"
    words = scene.wording.say(key, place=place_words(scene, practice), posture=posture_words(scene, practice))
    return go_on(scene, Opening((words,), names_place=True))
