"""Whatever happens, the place moves past no hold but one that was heard, or left because the person asked for it."""

from contextlib import closing

from hypothesis import example, given

from skill.dialogue.guide import Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.routine_of import planned
from skill.limits import KEPT_DAYS
from skill.ports.turn import Slot
from skill.practice import Practice
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place
from tests.library import LIBRARY, PLACES, units
from tests.properties.listener import CONVERSATIONS, Listener, Wish

GOES_PAST_A_HOLD = {"ReadyIntent", "AMAZON.YesIntent"}
GOES_PAST_A_STRETCH = {
    "AMAZON.NextIntent",
    "CannotEverIntent",
    "CannotIntent",
    "NerveSignIntent",
    "NotAbleIntent",
    "NotSideIntent",
    "OnlySideIntent",
    "OnlyThisSideIntent",
    "PainIntent",
    "RedFlagIntent",
    "SkipSideIntent",
    "SkipStretchIntent",
    "WorseIntent",
}
GOES_ANYWHERE = {
    "CorrectNumberIntent",
    "CorrectSideIntent",
    "CorrectStretchIntent",
    "GoBackIntent",
    "JumpToLastIntent",
    "NotMeIntent",
    "JumpToNumberIntent",
    "JumpToStretchIntent",
    "OtherSideIntent",
}
GOES_BACK = {
    "AMAZON.PreviousIntent",
    "AMAZON.RepeatIntent",
    "OnceMoreIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.YesIntent",
    "AllWellIntent",
    "BeginIntent",
    "ChooseIntent",
    "MoreOfThisIntent",
    "ReadyIntent",
    "StartRoutineIntent",
    "StartUsualIntent",
    "StartStretchIntent",
}
SETS_DOWN = {"RedFlagIntent", "Launch"}
"""Signs of danger do, and a welcome to somebody who has been away too long to go on."""

ANOTHER_DAY_SECONDS = 24 * 60 * 60
"""Then a strong stretch is not gone on with, but the gentle one before it."""


DESK = Wish("StartRoutineIntent", slots={"routine": Slot("desk", ("desk",))})
READY = [Wish("ReadyIntent", after=seconds) for seconds in (1, 1, 300)]
LONG_AFTER = Wish("ReadyIntent", after=KEPT_DAYS * ANOTHER_DAY_SECONDS + 1, ends="USER_INITIATED")


@given(CONVERSATIONS)
@example([Wish("BeginIntent"), Wish("ReadyIntent", after=210)])
@example([DESK, Wish("AMAZON.ResumeIntent", after=1)])
@example([Wish("BeginIntent"), *READY, LONG_AFTER, Wish("AMAZON.ResumeIntent", after=1)])
def test_no_hold_is_lost_unless_it_was_heard_or_skipped(conversation: list[Wish]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in conversation:
            if wish.ends:
                before = followed(listener.person())
                unheard = heard_up_to(listener, before, wish.ends)
                listener.leave(wish.ends)
                check(before, unheard, listener.person(), Wish("Ended"))
            before = followed(listener.person())
            listener.wait(wish.after)
            unheard = number(before, listener.hold_not_over(before)) if before else 0
            listener.speak(wish)
            check(before, unheard, listener.person(), wish)


def heard_up_to(listener: Listener, practice: Practice | None, ending: str) -> int:
    """The number of the first hold not heard when a conversation is left like this."""
    if practice is None:
        return 0
    if ending == "EXCEEDED_MAX_REPROMPTS" and practice.sent and listener.conversation:
        return number(practice, practice.sent.then)
    return number(practice, listener.hold_not_over(practice))


def check(before: Practice | None, unheard: int, after: Person, wish: Wish) -> None:
    """The practice of before is neither further on nor further back than this wish may move it."""
    if before is None or forgotten(after) or wish.intent in GOES_ANYWHERE:
        return
    practice = next((mine for mine in after.practices if mine.routine == before.routine), None)
    if practice is None:
        assert wish.intent in SETS_DOWN or furthest(before, unheard, wish) >= len(PLACES[before.routine])
    elif is_prescribed(practice, after):
        now = number(practice, practice.place)
        assert now <= furthest(before, unheard, wish)
        may_go_back = wish.intent in GOES_BACK or wish.after >= ANOTHER_DAY_SECONDS
        assert now >= number(before, before.place) or may_go_back or begun_anew(before, practice)


def begun_anew(before: Practice, after: Practice) -> bool:
    """Whether it was so long ago that nobody would go on with it any more, and so was begun at its start."""
    return after.touched - before.touched > KEPT_DAYS * ANOTHER_DAY_SECONDS


def followed(person: Person) -> Practice | None:
    """Their practice, as long as it has every hold as the library has it: else numbers would tell nothing."""
    return person.practice if person.practice and is_prescribed(person.practice, person) else None


def is_prescribed(practice: Practice, person: Person) -> bool:
    """Whether this person goes through the routine as it is, and is in it or in a warm-up before it."""
    routine = planned(LIBRARY, practice, person.tailoring)
    places = tuple(unit.place for unit in units(routine)) if routine else ()
    return places == PLACES.get(practice.routine)


def forgotten(person: Person) -> bool:
    """Whether the person asked to be forgotten: then not even what was told once is remembered."""
    return not person.told


def furthest(before: Practice, unheard: int, wish: Wish) -> int:
    """The number of the hold that the place may at most have after the wish."""
    if wish.intent in GOES_PAST_A_STRETCH or any(slot.said for slot in wish.slots.values()):
        return next_stretch(before.routine, unheard)
    # Spoken into twice a strong hold counts as done, and any other where it was over while they spoke.
    twice_torn = before.torn is not None and unheard == number(before, before.torn)
    return unheard + (wish.intent in GOES_PAST_A_HOLD or twice_torn)


def next_stretch(routine: str, hold: int) -> int:
    """The number of the first hold of the stretch after this hold's."""
    places = PLACES[routine]
    if hold >= len(places):
        return hold
    later = (n for n in range(hold, len(places)) if places[n].step != places[hold].step)
    return next(later, len(places))


def number(practice: Practice, place: Place | None) -> int:
    """The number of a hold in its routine, one more than the last for none; in a warm-up, of the one it leads to."""
    places = PLACES[practice.routine]
    if place is None:
        return len(places)
    return places.index(place if place in places or practice.kept is None else practice.kept)
