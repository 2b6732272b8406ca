"""However requests are delivered, and whatever becomes of the store, all are where their last word put them."""

from contextlib import AbstractContextManager, ExitStack, closing

from hypothesis import Phase as Search
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from skill.dialogue.guide import Answered
from skill.dialogue.scene.routine_of import planned
from skill.ports.store import Store
from skill.ports.turn import ENDED, LAUNCH, Turn
from skill.practice import Phase
from skill.stores.deadline import Deadline
from skill.stores.sqlite import SqliteStore
from skill.timeline import Place
from tests.library import LIBRARY, PLACES
from tests.properties.deliveries.deliveries import Device, House, person_in
from tests.properties.deliveries.wishes import WISHES
from tests.stores.engines import table_in_moto

DEVICES = st.sampled_from(["kitchen", "bedroom"])
VOICES = st.sampled_from(["anna", "anna", "ben"])
ROUTINES = st.sampled_from(["unhurried-twenty", "five-gentle-minutes", "hips", "lower-back"])
WORDS = st.sampled_from(
    [
        "AMAZON.NextIntent",
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.PauseIntent",
        "AMAZON.ResumeIntent",
        "AMAZON.YesIntent",
        "AMAZON.NoIntent",
        "AMAZON.StopIntent",
        "AMAZON.HelpIntent",
        "AMAZON.StartOverIntent",
        "ReadyIntent",
        "TimeLeftIntent",
        "WhereAmIIntent",
    ]
)
FIRST_WORDS = st.tuples(st.just("StartRoutineIntent"), ROUTINES) | st.tuples(st.just(LAUNCH) | WORDS, st.just(""))
REASONS = st.sampled_from(["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR"])
SECONDS = st.sampled_from([1, 2, 20, 47, 90, 240])
AT_ONCE = st.integers(min_value=0, max_value=2)
RECENT = st.integers(min_value=0, max_value=5)
AT_ONCE_SECONDS = 2
"""Too soon after a reply began for anything of it to have been heard."""


class Deliveries(RuleBasedStateMachine):
    """Every rule leaves the store as the house's own account has it; see `everybody_is_where_they_must_be`."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = ExitStack()
        self.house = House(self.opened.enter_context(self.store()))
        self.delivered: list[Turn] = []
        self.under_way: list[Turn] = []

    @staticmethod
    def store() -> AbstractContextManager[Store]:
        """A store with nothing in it."""
        return closing(SqliteStore(":memory:"))

    def teardown(self) -> None:
        self.opened.close()

    @rule(device=DEVICES, voice=VOICES, after=SECONDS)
    def opens(self, device: str, voice: str, after: int) -> None:
        speaker = self.house.devices[device]
        if not speaker.conversation:
            self._said(speaker, (LAUNCH, ""), voice, after)

    @rule(device=DEVICES, voice=VOICES, routine=ROUTINES, after=SECONDS)
    def starts(self, device: str, voice: str, routine: str, after: int) -> None:
        self._said(self.house.devices[device], ("StartRoutineIntent", routine), voice, after)

    @rule(device=DEVICES, voice=VOICES, words=WORDS, after=SECONDS)
    def says(self, device: str, voice: str, words: str, after: int) -> None:
        self._said(self.house.devices[device], (words, ""), voice, after)

    @rule(device=DEVICES, wish=st.sampled_from(sorted(WISHES)), after=SECONDS)
    def wishes(self, device: str, wish: str, after: int) -> None:
        speaker = self.house.devices[device]
        if speaker.conversation and speaker.copy:
            self._said(speaker, (wish, ""), speaker.voice, after)

    @rule(device=DEVICES, voice=VOICES)
    def says_next_at_once(self, device: str, voice: str) -> None:
        speaker = self.house.devices[device]
        onward = _next_stretch(speaker)
        if onward and self.house.now == speaker.heard_at:
            self._said(speaker, ("AMAZON.NextIntent", ""), voice, AT_ONCE_SECONDS)
            practice = person_in(self.house.devices[device].copy).practice
            assert practice is not None
            assert practice.place == onward

    @rule(device=DEVICES, reason=REASONS, after=SECONDS)
    def ends(self, device: str, reason: str, after: int) -> None:
        speaker = self.house.devices[device]
        if speaker.conversation:
            self._deliver(self.house.request(speaker, (ENDED, reason), speaker.voice, after))
            speaker.forgets()

    @rule(device=DEVICES, reason=REASONS, after=SECONDS)
    def ends_and_the_word_of_it_comes_late(self, device: str, reason: str, after: int) -> None:
        speaker = self.house.devices[device]
        if speaker.conversation:
            self.under_way.append(self.house.request(speaker, (ENDED, reason), speaker.voice, after))
            speaker.forgets()

    @rule(device=DEVICES)
    def vanishes(self, device: str) -> None:
        self.house.devices[device].forgets()

    @rule(device=DEVICES, words=WORDS, after=SECONDS)
    def says_what_comes_late(self, device: str, words: str, after: int) -> None:
        speaker = self.house.devices[device]
        if speaker.conversation and speaker.copy:
            self.under_way.append(self.house.request(speaker, (words, ""), speaker.voice, after))

    @rule(device=DEVICES, voice=VOICES, words=FIRST_WORDS, after=SECONDS)
    def opens_and_its_first_word_comes_late(self, device: str, voice: str, words: tuple[str, str], after: int) -> None:
        speaker = self.house.devices[device]
        if not speaker.conversation:
            self.under_way.append(self.house.request(speaker, words, voice, after))
            speaker.forgets()

    @rule(first=FIRST_WORDS, second=FIRST_WORDS, voice=VOICES, apart=AT_ONCE)
    def both_open_and_the_first_is_overtaken(
        self, first: tuple[str, str], second: tuple[str, str], voice: str, apart: int
    ) -> None:
        kitchen, bedroom = self.house.devices.values()
        if kitchen.conversation or bedroom.conversation:
            return
        overtaken = self.house.request(kitchen, first, voice, 1)
        newer = self.house.request(bedroom, second, voice, apart)
        bedroom.hears(self._deliver(newer), newer.at)
        kitchen.hears(self._deliver(overtaken), newer.at)

    @precondition(lambda self: self.under_way)
    @rule(which=RECENT)
    def what_was_late_arrives(self, which: int) -> None:
        self._deliver(self.under_way.pop(which % len(self.under_way)))

    @precondition(lambda self: self.delivered)
    @rule()
    def the_last_one_is_delivered_twice_and_its_second_answer_heard(self) -> None:
        turn = self.delivered[-1]
        told = self.house.deliver(turn)
        speaker = self.house.devices[turn.device]
        waits_for_it = turn.id == speaker.last_request and speaker.conversation == turn.conversation
        if waits_for_it and speaker.copy and turn.intent != ENDED:
            speaker.hears_instead(told)

    @precondition(lambda self: self.delivered)
    @rule(which=RECENT)
    def one_is_delivered_again(self, which: int) -> None:
        turn = self.delivered[-1 - which % len(self.delivered)]
        told = self.house.deliver(turn)
        account = self.house.accounts[self.house.voices[turn.conversation]]
        for practice in person_in(told.copy).practices if turn.opens and not self.house.store.down else ():
            entry = account.entries.get(practice.routine)
            assert entry is not None
            assert practice.place == entry.place

    @rule()
    def the_store_goes(self) -> None:
        self.house.store.down = True

    @precondition(lambda self: self.house.store.down)
    @rule()
    def the_store_comes_back(self) -> None:
        self.house.store.down = False

    @rule()
    def the_answer_to_the_next_write_is_lost(self) -> None:
        self.house.store.next_answer_is_lost = True

    @invariant()
    def everybody_is_where_they_must_be(self) -> None:
        for voice in self.house.accounts:
            assert self.house.kept(voice) == self.house.expected(voice)

    @invariant()
    def nobody_is_told_twice_that_their_place_may_be_lost(self) -> None:
        assert all(device.warned <= 1 for device in self.house.devices.values())

    def _said(self, speaker: Device, words: tuple[str, str], voice: str, after: int) -> None:
        turn = self.house.request(speaker, words, voice, after)
        told = self._deliver(turn)
        assert told.reply.timeline.moments
        speaker.hears(told, turn.at)

    def _deliver(self, turn: Turn) -> Answered:
        self.delivered.append(turn)
        return self.house.deliver(turn)


class DeliveriesOverATable(Deliveries):
    """The same over the table's store, which finds out in another way that somebody else wrote.

    Its clock stands still, so that a busy machine does not take a turn's time away.
    """

    @staticmethod
    def store() -> AbstractContextManager[Store]:
        return table_in_moto(Deadline(lambda: 0.0))


def _next_stretch(speaker: Device) -> Place | None:
    """Where "next" leads when nothing of the last reply was heard; None when it leads no routine on."""
    practice = speaker.practice()
    if practice is None or practice.phase is not Phase.GUIDING or not practice.sent or not practice.sent.marks:
        return None
    # Whoever said "skip" after hearing who takes care does this run without that stretch.
    routine = planned(LIBRARY, practice, person_in(speaker.copy).tailoring)
    steps = [step.key for step in routine.steps] if routine else []
    after = steps.index(practice.place.step) + 1 if practice.place.step in steps else len(steps)
    return next((place for place in PLACES[practice.routine] if place.step in steps[after : after + 1]), None)


SEARCH = settings(stateful_step_count=30, phases=[Search.generate], report_multiple_bugs=False)

TestDeliveries = Deliveries.TestCase
TestDeliveries.settings = SEARCH
TestDeliveriesOverATable = DeliveriesOverATable.TestCase
TestDeliveriesOverATable.settings = settings(SEARCH, max_examples=max(5, SEARCH.max_examples // 10))
"""A table in process takes ten times as long as a file."""
