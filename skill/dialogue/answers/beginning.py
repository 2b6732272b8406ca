"""Starting a routine or a single stretch, and asking first when another one is under way."""

from skill.dialogue.answers.idle import open_question
from skill.dialogue.answers.naming import meant, which
from skill.dialogue.fresh import fresh
from skill.dialogue.guiding import lead
from skill.dialogue.laying_out import Opening
from skill.dialogue.plans import alone, routine_named
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask
from skill.practice import Practice
from skill.tailoring.made import MadeStep
from skill.timeline import Place, Walk

DEFAULT_ROUTINE = "lower-back"
SAFETY, SCREENING, WELCOME = "safety", "screening", "welcome"


def begin_default(scene: Scene) -> Outcome:
    """Start without a name: the routine that was just offered, else the default one."""
    asked = scene.person.asked
    offered = asked.about[0] if asked and asked.kind == "begin" else DEFAULT_ROUTINE
    return begin_unless_guiding(scene, offered)


def start_routine(scene: Scene) -> Outcome:
    """Start the routine that was named; ask back when the name is unknown or means several."""
    slot = meant(scene, "routine", scene.library.routines)
    if len(slot.ids) != 1:
        return which(scene, slot, scene.library.routines)
    return begin_unless_guiding(scene, slot.ids[0])


def start_stretch(scene: Scene) -> Outcome:
    """Start the stretch that was named, on its own."""
    slot = meant(scene, "stretch", scene.library.stretches)
    if len(slot.ids) != 1:
        return which(scene, slot, scene.library.stretches)
    return begin_unless_guiding(scene, alone(slot.ids[0]))


def begin_unless_guiding(scene: Scene, routine: str) -> Outcome:
    """Begin at once; while something else is under way ask first, because its place would be left."""
    practice = scene.practice
    if not scene.guiding or practice is None:
        return begin(scene, routine)
    if practice.routine == routine:
        words = scene.wording.say("ask.start-over")
        return ask(scene, [], Asked("start-over", words))
    words = scene.wording.say("ask.switch", name=spoken_name(scene, routine))
    return ask(scene, [], Asked("switch", words, (routine,)))


def begin(scene: Scene, name: str, made: tuple[MadeStep, ...] = ()) -> Outcome:
    """The routine from its first hold: what is said once, what it needs, how long it takes, then the way there.

    One that is in no library is found by its name where it is remembered, or is of the steps that were `made` now.
    """
    practice = fresh(scene, name, made)
    if practice is None and routine_named(scene.library, name) is None:
        return which(scene, scene.turn.slot("routine"), scene.library.routines)
    if practice is None:
        return ask(scene, [scene.wording.say("mine.nothing-left")], open_question(scene))
    words = (*_once(scene), *_announcement(scene, practice, name), scene.wording.say("start.ease-off"))
    outcome = lead(scene, practice, Opening(words))
    return Outcome(outcome.person.having_heard(WELCOME, SAFETY, SCREENING), outcome.reply)


def spoken_name(scene: Scene, name: str) -> str:
    """What the routine is called aloud."""
    routine = routine_named(scene.library, name)
    if routine is not None:
        return routine.words[scene.wording.language].name
    known = f"made.{name}" in scene.library.phrases[scene.wording.language]
    return scene.wording.say(f"made.{name}") if known else ""


def seconds_left(scene: Scene, practice: Practice, place: Place | None = None) -> float:
    """Seconds that the routine still takes for this person from a place, words and ways included."""
    start = place or practice.place
    walk = Walk(scene.routine_of(practice), scene.telling(), start, practice.posture, resumes=practice.kept)
    return sum(stage.seconds for stage in walk.stages())


def _once(scene: Scene) -> tuple[str, ...]:
    """The safety and screening sentences, for somebody who has not heard them."""
    keys = [key for key in (SAFETY, SCREENING) if key not in scene.person.told]
    return tuple(scene.wording.say(f"once.{key}") for key in keys)


def _announcement(scene: Scene, practice: Practice, name: str) -> tuple[str, ...]:
    routine = scene.routine_of(practice)
    if name == alone(routine.slug):
        return ()
    words = routine.words[scene.wording.language]
    minutes = scene.wording.minutes(seconds_left(scene, practice))
    key = "start.routine-first" if scene.person.newcomer else "start.routine"
    return (scene.wording.say(key, name=words.name, minutes=minutes), *words.before)
