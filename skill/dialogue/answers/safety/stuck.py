"""Getting up from the floor: after the last stretch the whole way, for somebody who is stuck one move a turn."""

from dataclasses import replace

from skill.content.model import Posture
from skill.dialogue.answers.safety.alarms import GETTING_UP
from skill.dialogue.answers.safety.emergency import of_region
from skill.dialogue.guidance.speaking import Asked, close, let_out, listening, said
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.scene import Outcome, Scene
from skill.limits import PRACTICES_KEPT
from skill.ports.reply import Close, Reply
from skill.timeline import Role, Timeline
from skill.timeline.ways import way

_RESTING_SECONDS = 15.0
_MOVING_SECONDS = 10.0
_WAITING_SECONDS = 30.0
_QUIET_BEFORE_ASKED_AGAIN_SECONDS = 20.0
_DOWN = Posture.BACK
"""How somebody is thought to lie who is down and was not led there."""


def get_up(scene: Scene) -> Outcome:
    """The way up from where the routine ended, then goodbye."""
    asked = scene.person.asked
    posture = Posture(asked.about[0]) if asked and asked.about else Posture.BACK
    moments = way(posture, Posture.STANDING, scene.telling())
    words = said(scene, [scene.wording.say("end.up")], Role.END)
    return Outcome(replace(scene.person, asked=None), Reply(Timeline((*moments, *words)), Close()))


def stay_down(scene: Scene) -> Outcome:
    """No need of it: rest, and goodbye."""
    return close(scene, [scene.wording.say("end.rest")])


def asked_to_get_up(scene: Scene) -> Asked | None:
    """The question "Shall I talk you up?" once more, where it was just asked; not before they can have heard it."""
    asked = scene.person.asked
    if asked is None or asked.kind != "get-up" or scene.turn.opens or scene.unheard:
        return None
    return Asked(asked.kind, scene.wording.say("question.get-up"), asked.about)


def stuck(scene: Scene) -> Outcome:
    """Rest first, the number once, then the way up one move a turn; on the way up the same move again."""
    if _move_now(scene) is not None:
        return _move_again(scene)
    posture = _posture(scene)
    out, person = let_out(scene, to_talk=True)
    number = of_region(scene, "emergency.number")
    rest = said(scene, [scene.wording.say("stuck.rest")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _RESTING_SECONDS)
    words = said(scene, [scene.wording.say("stuck.number", number=number), scene.wording.say("stuck.offer")])
    return listening(scene, (*out, *rest, *quiet, *words), _asks(scene, posture, 0), _led_no_more(person))


def next_move(scene: Scene) -> Outcome:
    """The next move up, and time for it; after the last one stands, and that is all."""
    posture, move = _move_now(scene) or (_DOWN, 0)
    moves = _moves(scene, posture)
    told = said(scene, moves[move : move + 1], Role.POSTURE)
    quiet = tuple(scene.telling().calm(Role.POSTURE, _MOVING_SECONDS))
    if move + 1 < len(moves):
        return listening(scene, (*told, *quiet), _asks(scene, posture, move + 1), scene.person)
    key = "stuck.up" if scene.practice is not None and scene.remembers else "stuck.up-only"
    words = said(scene, [scene.wording.say(key)], Role.END)
    return Outcome(replace(scene.person, asked=None), Reply(Timeline((*told, *quiet, *words)), Close()))


def wait_with_them(scene: Scene) -> Outcome:
    """Somebody who is not ready yet for the next move rests a while longer."""
    posture, move = _move_now(scene) or (_DOWN, 0)
    words = said(scene, [scene.wording.say("stuck.wait")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _WAITING_SECONDS)
    return listening(scene, (*words, *quiet), _asks(scene, posture, move), scene.person)


def _move_again(scene: Scene) -> Outcome:
    """The move just told once more; before the first one, the rest."""
    posture, move = _move_now(scene) or (_DOWN, 0)
    if not move:
        return wait_with_them(scene)
    told = said(scene, _moves(scene, posture)[move - 1 : move], Role.POSTURE)
    quiet = scene.telling().calm(Role.POSTURE, _MOVING_SECONDS)
    return listening(scene, (*told, *quiet), _asks(scene, posture, move), scene.person)


def _posture(scene: Scene) -> Posture:
    """How the person lies or sits: where they were led, else on the floor."""
    up = asked_to_get_up(scene)
    posture = Posture(up.about[0]) if up and up.about else scene.posture_now
    if scene.here and posture is Posture.FRONT:
        return Posture.BACK
    return _DOWN if posture is Posture.STANDING else posture


def _moves(scene: Scene, posture: Posture) -> tuple[str, ...]:
    """The way to standing, one sentence a move."""
    way_up = scene.library.way(posture, Posture.STANDING)
    return way_up.words[scene.wording.language] if way_up else ()


def _move_now(scene: Scene) -> tuple[Posture, int] | None:
    """From which posture, and which move comes next, for somebody in the middle of it."""
    asked = scene.person.asked
    if asked is None or asked.kind != GETTING_UP or scene.turn.opens:
        return None
    return Posture(asked.about[0]), int(asked.about[1])


def _asks(scene: Scene, posture: Posture, move: int) -> Asked:
    words = scene.wording.say("question.up" if move else "question.up-first")
    return Asked(GETTING_UP, words, (posture, str(move)), quiet_seconds=_QUIET_BEFORE_ASKED_AGAIN_SECONDS)


def _led_no_more(person: Person) -> Person:
    """The person whose routine nobody goes on with in this conversation; its place is kept, and they stand then."""
    if person.practice is None:
        return person
    left = replace(person.practice, conversation="", posture=Posture.STANDING, sent=None)
    return person.with_practice(left, PRACTICES_KEPT)
