"""Goes on where the person was: straight on, from standing, or on another day after a warm-up."""

from skill.dialogue.answers.replying.about_practice import kept_practice_or
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.answers.replying.which_one import of_one_routine
from skill.dialogue.answers.starting.begin import begin, begin_default, begin_unless_guiding
from skill.dialogue.guidance.doubt import ask_whether_done, in_doubt_since, may_ask
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on, go_on_standing, lead
from skill.dialogue.guidance.names import place_words, posture_words, spoken_name
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer, Rest
from skill.dialogue.scene.coming_back import another_day, begun_again, cold, kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import STRAIGHT_ON_SECONDS
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline.hold.ways import arrival
from skill.timeline.stages import names_what_comes


def _begin_what_is_offered(scene: Scene) -> Outcome:
    return begin_default(scene) if scene.asks(Ask.BEGIN) else nothing_under_way(scene)


@kept_practice_or(_begin_what_is_offered)
def resume(scene: Scene, practice: Practice) -> Outcome:
    """Go on where the person was, whatever is going on."""
    if scene.guiding:
        asked = scene.person.asked
        told_twice = asked is not None and asked.kind is Ask.READY and asked.times > 0
        return on_with_it(arrived(scene) if told_twice else scene, (), names_place=_just_named(scene, practice))
    if scene.here or scene.turn.epoch - practice.touched <= STRAIGHT_ON_SECONDS:
        return _straight_on(scene, practice)
    if another_day(scene, practice):
        return _on_another_day(scene, practice)
    return go_on_standing(scene, practice, _back(scene, practice))


def begin_or_resume(scene: Scene) -> Outcome:
    """Said "start" or "play": with no open question an unfinished routine goes on; else one begins."""
    unfinished = not scene.guiding and scene.question is None and kept_practice(scene) is not None
    return resume(scene) if unfinished else begin_default(scene)


def _just_named(scene: Scene, practice: Practice) -> bool:
    """Whether the open question came straight after the name of the stretch, so that it need not be named again."""
    asked, rest, where = scene.person.asked, scene.about(Rest), scene.where
    led = where is not None and bool(where.heard)
    if not scene.waiting or not led or asked is None or asked.times or (rest and rest.noted):
        return False
    return names_what_comes(scene.routine_of(practice), practice.place, practice.posture, scene.library)


def arrived(scene: Scene) -> Scene:
    """The scene with the person arrived in the next posture, after "ready" on the way, or a way that was told twice."""
    practice = scene.practice
    if practice is None or not scene.on_the_way:
        return scene
    wanted = scene.stretch_at(practice).posture
    # Before lying face down they are asked while still on their back, so that is as far as they have come.
    there = replace(practice, posture=arrival(practice.posture, wanted, scene.telling()) or wanted)
    return replace(scene, person=scene.person.with_practice(there))


@of_one_routine
def resume_routine(scene: Scene, routine: str) -> Outcome:
    """Go on with the unfinished routine of that name, or begin it."""
    return resume_named(scene, routine)


def resume_named(scene: Scene, name: str) -> Outcome:
    """Go on with the unfinished routine of this slug, or begin it; asks first while another one is led."""
    wanted = _unfinished(scene, name)
    if scene.guiding and scene.practice is not None and scene.practice.routine == name:
        return resume(scene)
    if wanted is None:
        return begin_unless_guiding(scene, name)
    if scene.guiding:
        words = scene.wording.say("question.back-to", routine=spoken_name(scene, name))
        return ask(scene, [], Question(Ask.SWITCH, Offer(name, unfinished=True), words=words))
    return resume(_with(scene, wanted))


def resume_instead(scene: Scene, name: str) -> Outcome:
    """Go on with the unfinished routine of this slug instead of the one under way, from the present posture."""
    wanted = _unfinished(scene, name)
    if wanted is None:
        return begin(scene, name)
    there = replace(begun_again(_with(scene, wanted), wanted), posture=scene.posture_now)
    return lead(scene, there, _back(_with(scene, there), there))


def _unfinished(scene: Scene, name: str) -> Practice | None:
    left = (practice for practice in scene.person.practices if not practice.aside)
    return next((practice for practice in left if practice.routine == name), None)


def _with(scene: Scene, practice: Practice) -> Scene:
    return replace(scene, person=scene.person.with_practice(practice))


def _on_another_day(scene: Scene, practice: Practice) -> Outcome:
    """Goes on with a warm-up if one is due; asks first whether the last hold was done, if that is in doubt."""
    doubted = in_doubt_since(scene, practice)
    if doubted is not None:
        words = scene.wording.say("resume.unsure", place=place_words(scene, doubted, unsure=True))
        return ask_whether_done(scene, doubted, (words,))
    practice = begun_again(scene, practice)
    return lead(scene, practice, _back(scene, practice))


def _back(scene: Scene, practice: Practice) -> Opening:
    """The opening that leads back to the place; its words tell if a warm-up comes first."""
    place = place_words(scene, cold(practice), unsure=may_ask(scene, practice))
    words = scene.wording.say("resume.warm-up" if practice.kept else "resume.back", place=place)
    return Opening((words,), names_place=not practice.kept, back=True)


def _straight_on(scene: Scene, practice: Practice) -> Outcome:
    there = practice.posture == scene.stretch_at(practice).posture
    key = "resume.straight" if there else "resume.back"
    place = place_words(scene, practice, unsure=may_ask(scene, practice))
    words = scene.wording.say(key, place=place, posture=posture_words(scene, practice))
    return go_on(scene, Opening((words,), names_place=True))
