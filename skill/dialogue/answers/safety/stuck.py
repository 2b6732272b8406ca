"""Helps somebody who is stuck on the floor: rest, a number to call, and the way up, one move a turn, until they stand.

Meanwhile only wishes that help to get up count; for anything else the move is told again. If the conversation is lost,
it goes on for anybody who comes back soon.
"""

from skill.content.model import Posture
from skill.dialogue.guidance.speaking import let_out, listening, said
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.local import whom_to_call
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.limits import STRAIGHT_ON_SECONDS
from skill.ports.reply import Close, Reply
from skill.replaced import replace
from skill.timeline import Moment, Role, Timeline

_RESTING_SECONDS = 15.0
_MOVING_SECONDS = 10.0
_MOVING_SLOWLY_SECONDS = 20.0
_WAITING_SECONDS = 30.0
_QUIET_BEFORE_ASKED_AGAIN_SECONDS = 20.0
_DOWN = Posture.BACK
"""How somebody lies who is down and was not led there: our guess."""


def stuck(scene: Scene) -> Outcome:
    """Starts the way up: rest first, the number once, and the question whether to begin."""
    up = _way_up(scene)
    out, person = let_out(scene, to_talk=True)
    rest = said(scene, [scene.wording.say("stuck.rest")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _RESTING_SECONDS)
    words = said(scene, [_number_words(scene), scene.wording.say("stuck.offer")])
    return _asks(scene, (*out, *rest, *quiet, *words), up, led_no_more(person))


def next_move(scene: Scene) -> Outcome:
    """Tells the next move up, with time for it; after the last one they stand, and it closes."""
    up = _up(scene)
    told = replace(up, told=up.told + 1)
    if told.told < len(_moves(scene, up)):
        return _asks(scene, _move(scene, told), told)
    key = "stuck.up" if scene.practice is not None and scene.remembers else "stuck.up-only"
    words = said(scene, [scene.wording.say(key)], Role.END)
    return _up_again(scene, Timeline((*_move(scene, told), *words)))


def led_on_from(scene: Scene, posture: Posture, moves: int, words: str = "") -> Outcome:
    """Goes on from this posture, with this number of moves done: with these words, or else with the next move."""
    there = replace(_up(scene), start=posture, told=moves)
    if not words:
        return next_move(replace(scene, person=replace(scene.person, asked=Question(Ask.UP, there))))
    move = said(scene, [words], Role.POSTURE)
    return _asks(scene, (*move, *scene.telling().calm(Role.POSTURE, _MOVING_SECONDS)), there)


def up_already(scene: Scene) -> Outcome:
    """They are up before the last move was told: a moment's rest, whom to see, and it closes."""
    return _up_again(scene, Timeline(said(scene, [scene.wording.say("stuck.up-already")], Role.END)))


def _up_again(scene: Scene, told: Timeline) -> Outcome:
    """They stand, and it closes; anybody who is back soon is asked first how they are."""
    steady = Question(Ask.STEADY, WayUp(Posture.STANDING, at=scene.turn.epoch, without=_up(scene).without))
    return Outcome(replace(scene.person, asked=steady), Reply(told, Close()))


def move_again(scene: Scene) -> Outcome:
    """Tells the last move once more, whatever else was said; before the first one, the rest."""
    up = _up(scene)
    return _asks(scene, _move(scene, up), up) if up.told else rest_a_while(scene)


def first_or_again(scene: Scene) -> Outcome:
    """They ask what to do: tells the first move, if none was told yet; else the same once more."""
    return move_again(scene) if _up(scene).told else next_move(scene)


def not_caught(scene: Scene) -> Outcome:
    """Nothing was understood: it may have been a call for help, so tells whom to call, and then the move again."""
    up = _up(scene)
    whom = "" if scene.said_again else scene.wording.say("stuck.misheard", whom=whom_to_call(scene))
    return _asks(scene, (*said(scene, [whom]), *_move(scene, up)), up)


def rest_a_while(scene: Scene) -> Outcome:
    """They are not ready for the next move: a longer rest."""
    words = said(scene, [scene.wording.say("stuck.wait")], Role.REST)
    return _asks(scene, (*words, *scene.telling().calm(Role.REST, _WAITING_SECONDS)), _up(scene))


def more_slowly(scene: Scene) -> Outcome:
    """Gives more time for each move from now on, and tells this one again."""
    up = replace(_up(scene), slow=True)
    return _asks(scene, (*said(scene, [scene.wording.say("stuck.slower")]), *_move(scene, up)), up)


def more_gently(scene: Scene) -> Outcome:
    """It was too much at once: advises to do less, and leaves a rest."""
    words = said(scene, [scene.wording.say("stuck.ease")], Role.REST)
    return _asks(scene, (*words, *scene.telling().calm(Role.REST, _RESTING_SECONDS)), _up(scene))


def still_stuck(scene: Scene) -> Outcome:
    """Said "I can't get up": tells the first move, if none was told; after one, another way and whom to call."""
    return another_way_up(scene) if _up(scene).told else next_move(scene)


def where_on_the_way_up(scene: Scene) -> Outcome:
    """Tells how the body is once the last move is done."""
    up = _up(scene)
    posture = scene.telling().posture(posture_on_the_way_up(scene, up))
    return _asks(scene, said(scene, [scene.wording.say("stuck.where", posture=posture)]), up)


def either_side(scene: Scene) -> Outcome:
    """Said "which foot": either will do; leaves time for it."""
    words = said(scene, [scene.wording.say("stuck.either")], Role.POSTURE)
    return _asks(scene, (*words, *scene.telling().calm(Role.POSTURE, _MOVING_SECONDS)), _up(scene))


def help_on_the_way_up(scene: Scene) -> Outcome:
    """Tells how to make the move easier, whom to call if it does not work, and the move again."""
    up = _up(scene)
    words = said(scene, [scene.wording.say("stuck.help"), _number_words(scene)])
    return _asks(scene, (*words, *_move(scene, up)), up)


def hurt_on_the_way_up(scene: Scene) -> Outcome:
    """Something hurts: no further, a rest, and whom to call if it stays."""
    words = said(scene, [scene.wording.say("stuck.hurts")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _WAITING_SECONDS)
    return _asks(scene, (*words, *quiet, *said(scene, [_number_words(scene)])), _up(scene))


def another_way_up(scene: Scene) -> Outcome:
    """Said "I can't kneel", or only "I can't": another way from here, if there is one, and whom to call.

    They have not made the last move, so they are where the one before it led.
    """
    up = _up(scene)
    named = scene.turn.slot("limit").ids
    slugs = named or tuple(scene.library.limits)
    without = tuple(slug for slug in slugs if slug in scene.library.limits and scene.library.limits[slug].ways)
    if not (up.told or named) or not without or set(without) <= set(scene.telling().limits):
        return somebody_to_call(scene)
    before = posture_on_the_way_up(scene, replace(up, told=max(0, up.told - 1)))
    there = replace(up, start=before, told=0, without=(*up.without, *without))
    words = [_number_words(scene) if not named else "", scene.wording.say("stuck.otherwise")]
    return _asks(scene, said(scene, words), there)


def left_on_the_way_up(scene: Scene) -> Outcome:
    """Said "stop": rest, and it closes; for anybody who opens the skill again soon the way goes on."""
    up = replace(_up(scene), at=scene.turn.epoch)
    words = said(scene, [scene.wording.say("stuck.stop")], Role.END)
    kept = replace(scene.person, asked=Question(Ask.UP, up), quiet_turns=0)
    return Outcome(kept, Reply(Timeline(words), Close()))


def somebody_to_call(scene: Scene) -> Outcome:
    """They cannot go on: tells once more whom to call, and lets them rest."""
    return _asks(scene, said(scene, [_number_words(scene), scene.wording.say("stuck.wait")]), _up(scene))


def still_on_the_way_up(scene: Scene, start: Posture, before: tuple[Moment, ...]) -> Outcome:
    """Begins the way up anew from this posture, after these moments."""
    return _asks(scene, before, replace(_up(scene), start=start, told=0))


def posture_on_the_way_up(scene: Scene, up: WayUp) -> Posture:
    """The posture after the moves that were told."""
    way = scene.telling().way(up.start, Posture.STANDING)
    reached = way.postures[: up.told] if way else ()
    return reached[-1] if reached else up.start


def _up(scene: Scene) -> WayUp:
    """Where they are on the way up; lying on the back if that is unknown."""
    return scene.about(WayUp) or WayUp(_DOWN)


def _number_words(scene: Scene) -> str:
    return scene.wording.say("stuck.number", whom=whom_to_call(scene))


def _way_up(scene: Scene) -> WayUp:
    """The way up from where the person was led, else from lying on the floor."""
    before = scene.about(WayUp) or (None if scene.here else left_there(scene))
    known = before or scene.way_up(scene.posture_now, scene.practice if scene.here else None)
    up = WayUp(known.start, without=known.without)
    rolls_over = scene.here and up.start is Posture.FRONT
    return replace(up, start=_DOWN if rolls_over or up.start is Posture.STANDING else up.start)


def left_there(scene: Scene) -> WayUp | None:
    """The way up from where a routine ended minutes ago, if they were left lying there; else None."""
    asked = scene.person.asked
    up = asked.subject if asked else None
    return up if isinstance(up, WayUp) and scene.turn.epoch - up.at <= STRAIGHT_ON_SECONDS else None


def _moves(scene: Scene, up: WayUp) -> tuple[str, ...]:
    """The moves up to standing, one sentence each."""
    way = scene.telling().way(up.start, Posture.STANDING)
    return way.words[scene.wording.language] if way else ()


def _move(scene: Scene, up: WayUp) -> tuple[Moment, ...]:
    """The move that was told last, with time for it; empty before the first one."""
    told = said(scene, _moves(scene, up)[max(0, up.told - 1) : up.told], Role.POSTURE)
    seconds = _MOVING_SLOWLY_SECONDS if up.slow else _MOVING_SECONDS
    return (*told, *scene.telling().calm(Role.POSTURE, seconds)) if told else ()


def _asks(scene: Scene, moments: tuple[Moment, ...], up: WayUp, person: Person | None = None) -> Outcome:
    """Tells these moments, and asks whether they are ready for the next move."""
    question = Question(Ask.UP, replace(up, at=scene.turn.epoch), quiet_seconds=_QUIET_BEFORE_ASKED_AGAIN_SECONDS)
    return listening(scene, moments, question, person or scene.person)


def led_no_more(person: Person) -> Person:
    """The person with their practice ended for this conversation; its place is kept, to go on from standing."""
    if person.practice is None:
        return person
    left = replace(person.practice, conversation="", posture=Posture.STANDING, sent=None)
    return person.with_practice(left)
