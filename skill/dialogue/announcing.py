"""What is said before a routine begins: what everybody hears once, its name and minutes, and what it needs."""

from skill.content.model import Need, Posture, Routine
from skill.dialogue.plans import alone
from skill.dialogue.scene import Scene

SAFETY, SCREENING, WELCOME = "safety", "screening", "welcome"


def announcement(scene: Scene, name: str, routine: Routine, minutes: str) -> tuple[str, ...]:
    """Every sentence of it, for the routine as it is led; `minutes` are words, and `name` is the practice's."""
    return (*once(scene), *_introduced(scene, name, routine, minutes), scene.wording.say("start.ease-off"))


def once(scene: Scene) -> tuple[str, ...]:
    """The safety and screening sentences, for somebody who has not heard them."""
    keys = [key for key in (SAFETY, SCREENING) if key not in scene.person.told]
    return tuple(scene.wording.say(f"once.{key}") for key in keys)


def _introduced(scene: Scene, name: str, routine: Routine, minutes: str) -> tuple[str, ...]:
    if name == alone(routine.slug):
        return ()
    words = routine.words[scene.wording.language]
    key = "start.routine-first" if scene.person.newcomer else "start.routine"
    before = words.before or whereabouts_words(scene, routine)
    return (scene.wording.say(key, name=words.name, minutes=minutes), *before)


def whereabouts_words(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """Where a routine that no author introduces takes place: what it needs, and how it begins and ends."""
    postures = scene.library.course(routine).postures
    first, last = (scene.telling().posture(posture) for posture in (postures[0], postures[-1]))
    key = "stays" if len(postures) == 1 else "returns" if first == last else "moves"
    needs = scene.wording.say(f"fitted.needs.{_need(routine, postures)}")
    return (needs, scene.wording.say(f"fitted.{key}", first=first, last=last))


def _need(routine: Routine, postures: tuple[Posture, ...]) -> str:
    """The one sentence about what has to be at hand."""
    need: Need = "bed" if Posture.BED in postures else next(iter(routine.needs), "worktop")
    stands_up = need in ("floor", "chair") and Posture.STANDING in postures
    return f"{need}-and-standing" if stands_up else need
