"""What is said before a routine begins: safety once, its name and minutes, and what it needs."""

from collections.abc import Iterable

from skill.content.model import Posture, Routine
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import rested, soft_words
from skill.limits import LONGEST_TALK_SECONDS, PAUSE_IN_TALK_SECONDS
from skill.timeline import Moment, Role

SAFETY, SCREENING, WELCOME, WAY_DOWN = "safety", "screening", "welcome", "way-down"

_AT_HAND = {Posture.CHAIR: "chair", Posture.STANDING: "worktop"}
"""What a routine needs that begins in these postures; all others need the floor."""

DAYS_A_ROUTINE_IS_KNOWN = 30
"""For so many days after finishing a routine people do not hear again where it takes place; notes come back as late."""

ON_THE_FLOOR = {Posture.BACK, Posture.ALL_FOURS, Posture.FRONT, Posture.FLOOR_SEAT}


def announcement(scene: Scene, name: str, routine: Routine, minutes: str) -> tuple[str, ...]:
    """Every sentence before the tailored routine; `minutes` are in words, and `name` is the name of the practice."""
    # People who have just heard what to do if anything hurts need not hear the short form too.
    told = scene.person.told
    just_told = SAFETY not in told or (said_down(scene) and SCREENING not in told)
    ease_off = () if just_told else (scene.wording.say("start.ease-off"),)
    introduced = (*once(scene), *_introduced(scene, name, routine, minutes), *_fetched(scene, routine))
    return (*introduced, *softer_words(scene, routine), *ease_off, *way_down_words(scene, routine))


def said_down(scene: Scene) -> bool:
    """Whether somebody said that they are down, or in bed, already, without having been talked down."""
    return scene.down_already is not None and not scene.talked_down


def in_portions(scene: Scene, words: Iterable[str]) -> tuple[Moment, ...]:
    """The sentences as cues, with a pause wherever there would be too much talk in one go."""
    moments: list[Moment] = []
    talked, telling = 0.0, scene.telling()
    for cue in (telling.cue(Role.INTRO, sentence) for sentence in words if sentence):
        if talked and talked + cue.seconds > LONGEST_TALK_SECONDS:
            moments.append(Moment(Role.INTRO, PAUSE_IN_TALK_SECONDS))
            talked = 0.0
        moments.append(cue)
        talked += cue.seconds
    return tuple(moments)


def softer_words(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """The sentences about stretches of this routine that come back after a rest, and for how long."""
    here = {step.stretch for step in routine.steps}
    return soft_words(scene, tuple(slug for slug in rested(scene) if slug in here))


def way_down_words(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """For people with a limit that makes the way to the floor hard, once: what it needs, and what there is instead."""
    down = _postures(scene, routine)[0] in ON_THE_FLOOR and scene.posture_now not in ON_THE_FLOOR
    known = scene.library.phrases[scene.wording.language]
    keys = [f"start.way-down.{limit}" for limit in scene.person.tailoring.limits_now] if down else []
    told = WAY_DOWN in scene.person.told
    return tuple(scene.wording.say(key) for key in keys if key in known and not told)


def once(scene: Scene) -> tuple[str, ...]:
    """The safety and screening sentences, for somebody who has not heard them."""
    keys = [key for key in (SAFETY, SCREENING) if key not in scene.person.told]
    return tuple(scene.wording.say(f"once.{key}") for key in keys)


def _introduced(scene: Scene, name: str, routine: Routine, minutes: str) -> tuple[str, ...]:
    if name == alone(routine.slug):
        return ()
    words = routine.words[scene.wording.language]
    first = scene.person.newcomer and not scene.person.tailoring.unknown
    key = "start.routine-first" if first else "start.routine"
    # People who are down want to begin: they have chosen the place, and cannot fetch anything any more.
    if said_down(scene):
        return (scene.wording.say(key, name=words.spoken, minutes=minutes),)
    knees = (scene.wording.say("start.knees"),) if _kneels_first(scene, routine) else ()
    before = () if _done_of_late(scene, routine) else before_words(scene, routine)
    return (scene.wording.say(key, name=words.spoken, minutes=minutes), *before, *knees)


def _fetched(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """What people who take care need to fetch for stretches that are new; nothing for somebody who is down already."""
    if said_down(scene):
        return ()
    telling = scene.telling()
    new = (scene.library.stretch_of(step) for step in routine.steps if step.stretch not in telling.met)
    return tuple(dict.fromkeys(filter(None, (telling.words_of(stretch).fetch for stretch in new))))


def _done_of_late(scene: Scene, routine: Routine) -> bool:
    """Whether they finished this routine not long ago in the same postures, so that they know where it takes place."""
    if not _as_written(scene, routine):
        return False
    since = scene.day(scene.turn.epoch).toordinal() - DAYS_A_ROUTINE_IS_KNOWN
    return any(led.routine == routine.slug for led in scene.person.habit.lately if led.finished and led.day >= since)


def _kneels_first(scene: Scene, routine: Routine) -> bool:
    """Whether they come onto hands and knees for the first time: something soft has to be fetched before."""
    if not any(scene.library.stretch_of(step).posture is Posture.ALL_FOURS for step in routine.steps):
        return False
    return not any(scene.library.stretch(slug).posture is Posture.ALL_FOURS for slug in scene.telling().met)


def before_words(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """The author's words before the routine; if tailoring changes its postures, words generated from those."""
    said = routine.words[scene.wording.language].before
    return said if _as_written(scene, routine) else whereabouts_words(scene, routine)


def _as_written(scene: Scene, routine: Routine) -> bool:
    """Whether it goes through the same postures as the routine in the library."""
    written = scene.library.routines.get(routine.slug)
    return written is not None and _postures(scene, written) == _postures(scene, routine)


def at_hand_words(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """What to have at hand: clothes and room, and for the floor something soft and something to hold on to."""
    there = ON_THE_FLOOR.intersection(_postures(scene, routine))
    return tuple(scene.wording.say(f"need.{one}") for one in (("room", "mat", "chair") if there else ("room",)))


def whereabouts_words(scene: Scene, routine: Routine) -> tuple[str, ...]:
    """What a routine without an author's words needs, and the postures in which it begins and ends."""
    postures = _postures(scene, routine)
    telling = scene.telling()
    first, last = telling.posture(postures[0]), telling.posture(postures[-1])
    key = "stays" if len(postures) == 1 else "returns" if first == last else "moves"
    needs = scene.wording.say(f"fitted.needs.{_need(postures)}")
    return (needs, scene.wording.say(f"fitted.{key}", first=first, last=last))


def _postures(scene: Scene, routine: Routine) -> tuple[Posture, ...]:
    return scene.library.course(routine).postures


def _need(postures: tuple[Posture, ...]) -> str:
    """The key of the one sentence about what has to be at hand."""
    if Posture.BED in postures:
        return "bed"
    need = _AT_HAND.get(postures[0], "floor")
    return f"{need}-and-standing" if need != "worktop" and Posture.STANDING in postures else need
