"""What yes, no and a choice do, for each sort of question: the functions that the table of questions names."""

from typing import TypeVar

from skill.content.model import Posture
from skill.dialogue.answers.conversation.ways_out import asked_again, not_understood, waited_for
from skill.dialogue.answers.finding.by_time import for_seconds
from skill.dialogue.answers.habit.programmes import follow
from skill.dialogue.answers.habit.remind import full_hour, remind_me_at
from skill.dialogue.answers.moving.more_time import more_time
from skill.dialogue.answers.moving.next_and_back import previous_stretch
from skill.dialogue.answers.moving.pause_and_stop import stop
from skill.dialogue.answers.moving.swap import swap_this
from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.answers.replying.which_one import place_said
from skill.dialogue.answers.safety.stuck import led_no_more, stuck
from skill.dialogue.answers.starting.begin import begin
from skill.dialogue.answers.starting.offer import offered_by_name, offered_to_anybody
from skill.dialogue.answers.starting.resume import resume, resume_instead
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import ask, let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Demanded, Nothing, Offer, OneProgramme, OneStretch, Subject
from skill.dialogue.offers.duration import DOWN
from skill.dialogue.offers.todays_programme import preferred
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.ports.slot_values import number_of, time_of
from skill.replaced import replace
from skill.timeline import Role

_Sort = TypeVar("_Sort", bound=Subject)
_PLACES = ("first", "second", "third")
_SECONDS_A_MINUTE = 60
_LAST = -1
_SITTING_SECONDS = 20.0
_SAT_DOWN = (("sitting",), ("seated",))


def subject(scene: Scene, sort: type[_Sort]) -> _Sort:
    """What the open question is about. Raises LookupError for another sort, which no row allows."""
    found = scene.about(sort)
    if found is None:
        raise LookupError(f"nothing is asked about {sort.__name__}")
    return found


def begin_it(scene: Scene) -> Outcome:
    """The routine that was offered; on with it where they were, if that was asked."""
    offer = subject(scene, Offer)
    return (resume_instead if offer.unfinished else begin)(scene, offer.routine)


def begin_if_named(scene: Scene) -> Outcome | None:
    """The routine that was offered, where it is named again; any other is a wish of its own."""
    named = scene.turn.slot("routine").ids == (subject(scene, Offer).routine,)
    return begin_it(scene) if named else None


def begin_agreed(scene: Scene) -> Outcome:
    """What was named, with all that it asks for, today."""
    agreed = subject(scene, Demanded)
    person = replace(scene.person, tailoring=scene.person.tailoring.agreed_to(agreed.demands))
    return begin(replace(scene, person=person), agreed.demanding)


def something_gentler(scene: Scene) -> Outcome:
    """Not what was named: on with what is led, else something that suits everybody."""
    return stay(scene) if scene.guiding else offered_to_anybody(scene)


def begin_stretch(scene: Scene) -> Outcome:
    """The stretch that was offered, on its own."""
    return begin(scene, alone(subject(scene, OneStretch).stretch))


def begin_again(scene: Scene) -> Outcome:
    """The routine under way from its first stretch."""
    return begin(scene, scene.practice.routine) if scene.practice else nothing_under_way(scene)


def follow_it(scene: Scene) -> Outcome:
    """The programme that was offered in place of another."""
    return follow(scene, subject(scene, OneProgramme).programme)


def stay(scene: Scene) -> Outcome:
    """No to leaving or starting over: on from where they were."""
    return go_on(scene, Opening((scene.wording.say("did.stay"),))) if scene.practice else nothing_under_way(scene)


def not_alone(scene: Scene) -> Outcome:
    """No to a stretch on its own: on with the routine that is led, else what they would like instead."""
    return stay(scene) if scene.guiding else what_instead(scene)


def skip_it(scene: Scene) -> Outcome | None:
    """Said "skip it" to what is offered: that is not wanted; whoever is led is led to the next stretch."""
    return None if scene.guiding else what_instead(scene)


def what_instead(scene: Scene) -> Outcome:
    """More time for somebody who is led; else what they would like instead of what they have declined."""
    if scene.guiding:
        return more_time(scene)
    declined = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    return ask(scene, [], Question(Ask.WISH, declined or Nothing()))


def help_with_a_wish(scene: Scene) -> Outcome:
    """Yes to "What would you like?": what they usually do, or, if they have just declined that, what else there is."""
    if scene.about(Offer):
        return ask(scene, [scene.wording.say("help.idle")], Question(Ask.WISH))
    return offered_by_name(scene, [], preferred(scene))


def on_gently(scene: Scene) -> Outcome:
    """On for somebody who was giddy, or hurt, and told not to go further when it comes back."""
    return on_with_it(scene, (scene.wording.say("dizzy.go-on"),)) if scene.guiding else resume(scene)


def something_else(scene: Scene) -> Outcome | None:
    """Said "something else" by whoever was asked whether to stop, or to do that: another stretch instead of this."""
    return swap_this(scene) if scene.about(OneStretch) else None


def either_half(scene: Scene) -> Outcome:
    """Left to us, whether to stop or to do something else: something else; else nobody is led on who may be giddy."""
    return something_else(scene) or waited_for(scene)


def the_other_half(scene: Scene) -> Outcome:
    """Said "the second" to "finish here, or go on?", or to "stop here, or do something else?"."""
    return something_else(scene) or on_gently(scene)


def rest_first(scene: Scene) -> Outcome:
    """Giddy people who answer nothing: up step by step from the floor, with somebody to call; else goodbye."""
    return stuck(scene) if scene.posture_now in DOWN else stop(scene)


def sat_down(scene: Scene) -> Outcome:
    """Said "I've sat down": they stay there, breathe, and are asked again; what else agrees to both says neither."""
    practice = scene.practice
    if practice is None or scene.turn.slot("reached").ids not in _SAT_DOWN or practice.posture is not Posture.STANDING:
        asked = scene.question
        return on_gently(scene) if asked and asked.times > 1 else asked_again(scene)
    words = said(scene, [scene.wording.say("dizzy.sitting")], Role.REST)
    quiet = scene.telling().calm(Role.REST, _SITTING_SECONDS)
    seated = scene.person.with_practice(replace(practice, posture=Posture.CHAIR))
    return listening(scene, (*words, *quiet), Question(Ask.FINISH), seated)


def finish_here(scene: Scene) -> Outcome:
    """The end, with the place kept; whoever lies there is offered to be talked up."""
    practice = scene.practice
    posture = practice.posture if practice and scene.here else Posture.STANDING
    if posture not in DOWN:
        return stop(scene)
    out, person = let_out(scene, to_talk=True)
    now = person.practice or practice
    up = scene.way_up(now.posture if now else posture, practice)
    words = said(scene, [scene.wording.say("stop.kept") if scene.remembers else ""])
    return listening(scene, (*out, *words), Question(Ask.GET_UP, up), led_no_more(person))


def the_last_one(scene: Scene) -> Outcome:
    """Said "no, the last one" to whoever is ready for the next: the one before it; no other place means anything."""
    return previous_stretch(scene) if place_said(scene) == _LAST else not_understood(scene)


def so_many_minutes(scene: Scene) -> Outcome | None:
    """A number where minutes were asked for is minutes."""
    number = _bare_number(scene)
    return for_seconds(scene, _SECONDS_A_MINUTE * number) if number else None


def at_that_hour(scene: Scene) -> Outcome | None:
    """A number where a time was asked for is an hour."""
    return None if full_hour(scene) is None else remind_me_at(scene)


def _bare_number(scene: Scene) -> int | None:
    """What may be a number alone: counted, the full hour of a clock, or what stands at that place."""
    at, chosen = time_of(scene.turn.slot("time")), scene.turn.slot("choice").ids
    hour = at.hour if at and not at.minute else None
    place = _PLACES.index(chosen[0]) + 1 if chosen and chosen[0] in _PLACES else None
    return number_of(scene.turn.slot("number")) or hour or place
