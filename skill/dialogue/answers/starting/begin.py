"""Starts a routine or a single stretch; asks first if another one is under way, and offers the nearest if it cannot."""

from skill.dialogue.answers.replying.agreement import ask_agreement, ask_all_the_same, ask_having_told
from skill.dialogue.answers.replying.open_question import open_question, ready_question
from skill.dialogue.answers.replying.staying import on_with_it
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import of_one_routine, of_one_stretch, which
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.names import spoken_name
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Offer
from skill.dialogue.offers.announcement import (
    SAFETY,
    SCREENING,
    WAY_DOWN,
    WELCOME,
    announcement,
    said_down,
    way_down_words,
)
from skill.dialogue.offers.demands import demands
from skill.dialogue.offers.duration import seconds_from_now
from skill.dialogue.offers.first_week import in_first_week
from skill.dialogue.offers.made_to_fit import LONGEST_SECONDS, fits_well, fitted_name, made_to_fit, wished_seconds
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.offers.suitability import offer_for
from skill.dialogue.offers.todays_programme import possible, preferred, theirs
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import alone, is_alone, routine_named
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import settled_rest
from skill.practice import Practice
from skill.replaced import replace
from skill.tailoring.steps.made import FITTED, MadeStep

_MINUTE = 60
_MOST_OF_IT = 0.6
"""A made routine is the one that is wished if this share of the wished time is left: the way down has taken some."""


def begin_default(scene: Scene) -> Outcome:
    """Start without a name: the routine on offer, else that of the programme, their own, or one that suits them."""
    offer = scene.about(Offer) if scene.asks(Ask.BEGIN) else None
    return begin_unless_guiding(scene, offer.routine if offer else preferred(scene))


@of_one_routine
def start_routine(scene: Scene, routine: str) -> Outcome:
    """Start the routine that was named; asks back if the name is unknown or ambiguous."""
    return begin_unless_guiding(scene, theirs(scene, routine))


@of_one_stretch
def start_stretch(scene: Scene, stretch: str) -> Outcome:
    """Start the stretch that was named, on its own; asks back if the name is unknown or ambiguous."""
    return begin_unless_guiding(scene, alone(stretch))


def begin_unless_guiding(scene: Scene, routine: str) -> Outcome:
    """Begin at once; asks first while something else is led, and in a pause if the same routine would start over."""
    practice = scene.practice if scene.here else None
    again = practice is not None and _is_same(scene, practice, routine)
    if again and scene.guiding and practice is not None and not practice.held and not scene.inside:
        # Nothing was held yet: if they name the routine for which they are getting ready, they mean that one.
        return on_with_it(scene, ())
    if not scene.guiding and not again:
        return begin(scene, routine)
    return ask(scene, [], Question(Ask.START_OVER) if again else Question(Ask.SWITCH, Offer(routine)))


def _is_same(scene: Scene, practice: Practice, routine: str) -> bool:
    """Whether this is the routine that is led, or for a made one, one of about the same length.

    The way down is over by then, so the time that is left may be less than was wished.
    """
    seconds = wished_seconds(routine)
    if practice.routine != FITTED or routine != fitted_name(seconds):
        return practice.routine == routine
    left = seconds_from_now(scene, FITTED, scene.routine_of(practice))
    return _MOST_OF_IT * seconds <= left <= seconds + _MINUTE / 2


def begin(scene: Scene, name: str, made: tuple[MadeStep, ...] = ()) -> Outcome:
    """Begin a routine from its first hold: what is said once, what it needs, how long it takes, then the way there.

    A routine that is not in the library is a remembered one of this name, or consists of the steps that were `made`.
    If it is unknown whether the person can do what the routine asks for, that is asked first.
    """
    if wished_seconds(name):
        return _begin_fitted(scene, name)
    if rests_today(scene, name):
        return not_today(scene, name.removeprefix(alone("")))
    wanted = fresh(scene.as_told, name, made)
    if wanted is None and routine_named(scene.library, name) is None:
        return which(scene, scene.turn.slot("routine"), scene.library.routines)
    if wanted is None:
        return nothing_left(scene, spoken_name(scene, name))
    if asked_for := demands(scene, scene.as_told.routine_of(wanted)):
        return ask_agreement(scene, name, asked_for)
    practice = fresh(scene, name, made) or wanted
    seconds = seconds_from_now(scene, name, scene.routine_of(practice))
    return _begun(scene, practice, scene.wording.minutes(seconds))


def rests_today(scene: Scene, name: str) -> bool:
    """Whether this is a single stretch that rests until tomorrow."""
    return is_alone(name) and name.removeprefix(alone("")) in scene.person.tailoring.resting


def not_today(scene: Scene, stretch: str) -> Outcome:
    """Declines a stretch that rests today; people who are led go on, others are offered the softest routine."""
    words = scene.wording.say("gone.today", name=scene.name_of(stretch))
    if scene.guiding or scene.question is not None:
        return tell(scene, words)
    return ask(scene, [words], Question(Ask.BEGIN, Offer(possible(scene, scene.library.tags.softest))))


def _begin_fitted(scene: Scene, wish: str) -> Outcome:
    """Begin a routine made for this wish; if none is so long, says so, and begins the longest."""
    made = made_to_fit(scene, wish)
    wanted = fresh(scene.as_told, FITTED, made.steps) if made.steps else None
    if wanted is None:
        return too_short(scene, wish)
    if asked_for := demands(scene, scene.as_told.routine_of(wanted)):
        return ask_agreement(scene, wish, asked_for)
    practice = fresh(scene, FITTED, made.steps) or wanted
    if fits_well(made, wish):
        return _begun(scene, practice, scene.wording.minutes(wished_seconds(wish)))
    return _begun(scene, practice, scene.wording.minutes(made.seconds), scene.wording.say("fitted.most"))


def _begun(scene: Scene, practice: Practice, minutes: str, *words: str) -> Outcome:
    """Leads the practice from its start, after the announcement; asks first if it is too early for it."""
    if in_first_week(scene, practice.routine):
        return ask_all_the_same(scene, practice.routine)
    if said_down(scene) and SAFETY not in scene.person.told and practice.routine != FITTED:
        return ask_having_told(scene, practice.routine)
    routine = scene.routine_of(practice)
    announced = announcement(scene, practice.routine, routine, minutes)
    cautioned = SCREENING not in scene.person.told and not said_down(scene)
    outcome = lead(scene, practice, Opening((*words, *announced), cautioned=cautioned))
    way_down = (WAY_DOWN,) if way_down_words(scene, routine) else ()
    told = replace(scene, person=outcome.person.having_heard(WELCOME, SAFETY, SCREENING, *way_down))
    return replace(outcome, person=settled_rest(told).person)


def nothing_left(scene: Scene, name: str) -> Outcome:
    """Says that nothing is left of the routine of this name; people who are led stay where they are."""
    words = scene.wording.say("finding.nothing-left", name=name)
    offer = None if scene.guiding else offer_for(scene)
    if offer is None:
        return ask(scene, [words], ready_question(scene) if scene.guiding else open_question(scene))
    return ask(scene, [words], Question(Ask.BEGIN, Offer(offer)))


def too_short(scene: Scene, wish: str) -> Outcome:
    """Says that nothing fits into so little time, and offers the shortest routine that can be made."""
    for seconds in range(wished_seconds(wish) + _MINUTE, LONGEST_SECONDS + _MINUTE, _MINUTE):
        if made_to_fit(scene, longer := fitted_name(seconds)).steps:
            words = scene.wording.say("finding.shorter", minutes=scene.wording.minutes(seconds))
            return ask(scene, [words], Question(Ask.BEGIN, Offer(longer), words=scene.wording.say("question.begin-it")))
    return ask(scene, [scene.wording.say("finding.nothing-there")], open_question(scene))
