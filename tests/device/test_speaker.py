"""The pretend speaker opens, keeps and ends sessions as a real one does, to the second."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.device.speaker import BY_THE_PERSON, Speaker, Whose
from skill.home import the_recognizer
from tests.device.scripted import Scripted, asking, closing

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
TEN_SECONDS = '<break time="10000ms"/>'
FIVE_SECONDS = '<break time="5000ms"/>'
ASKING = asking(TEN_SECONDS, FIVE_SECONDS)
"""With 1.5 s until the first word and 8 s of open microphone twice, it is given up after 32.5 s."""


def after(seconds: float) -> datetime:
    return SEVEN + timedelta(seconds=seconds)


def speaker_of(*responses: dict[str, Any], whose: Whose | None = None) -> tuple[Speaker, Scripted]:
    skill = Scripted(*responses)
    return Speaker(skill, the_recognizer("en-US"), whose or Whose()), skill


def sessions(skill: Scripted) -> list[tuple[bool, int]]:
    """For every request: whether its session was new, and the number of that session, counted from one."""
    numbers: dict[str, int] = {}
    return [
        (sent["session"]["new"], numbers.setdefault(sent["session"]["sessionId"], len(numbers) + 1))
        for sent in skill.sent
    ]


def test_a_question_keeps_the_session_and_its_attributes() -> None:
    speaker, skill = speaker_of(ASKING)
    speaker.say("alexa, open gentle back", SEVEN)
    speaker.say("yes", after(15))
    assert skill.kinds == ["LaunchRequest", "AMAZON.YesIntent"]
    assert sessions(skill) == [(True, 1), (False, 1)]
    assert [sent["session"]["attributes"] for sent in skill.sent] == [{}, {"turn": 1}]


def test_after_a_farewell_the_next_words_open_a_new_session_without_attributes() -> None:
    speaker, skill = speaker_of(closing("Bye."))
    speaker.say("alexa, open gentle back", SEVEN)
    speaker.say("alexa, ask gentle back how long is left", after(15))
    assert skill.kinds == ["LaunchRequest", "TimeLeftIntent"]
    assert sessions(skill) == [(True, 1), (True, 2)]
    assert skill.sent[1]["session"]["attributes"] == {}


@pytest.mark.parametrize(("seconds", "kinds"), [(33, 2), (34, 3)])
def test_a_session_ends_unanswered_when_nobody_spoke_for_so_long(seconds: int, kinds: int) -> None:
    speaker, skill = speaker_of(ASKING)
    speaker.say("open gentle back", SEVEN)
    speaker.say("yes", after(seconds))
    assert len(skill.kinds) == kinds


def test_the_end_is_told_at_the_second_at_which_it_came_however_late_the_next_words() -> None:
    speaker, skill = speaker_of(ASKING)
    speaker.say("open gentle back", SEVEN)
    speaker.say("open gentle back", after(86_400))
    ended = skill.sent[1]["request"]
    assert skill.kinds == ["LaunchRequest", "SessionEndedRequest", "LaunchRequest"]
    assert (ended["reason"], ended["timestamp"]) == ("EXCEEDED_MAX_REPROMPTS", "2026-01-05T07:00:33Z")
    assert sessions(skill) == [(True, 1), (False, 1), (True, 2)]
    assert skill.sent[1]["session"]["attributes"] == {"turn": 1}


def test_a_slower_voice_is_waited_for() -> None:
    words = "Let your lower back grow heavy, and breathe as you like."
    quick, slow = (speaker_of(asking(words, words), whose=Whose(speech_rate=rate))[0] for rate in (1.0, 2.0))
    times = []
    for speaker in (quick, slow):
        speaker.say("open gentle back", SEVEN)
        times.append((speaker.answer_time() - SEVEN).seconds)
    # 3.24 s and twice that: 1.5 s before it, and 1 s to think and 2.2 s to talk after it.
    assert times == [8, 12]


def test_opening_by_name_in_the_middle_begins_a_new_session_without_an_end_of_the_old_one() -> None:
    speaker, skill = speaker_of(ASKING)
    for second, words in enumerate(("open gentle back", "open gentle back", "ask gentle back to go on")):
        speaker.say(words, after(second))
    assert skill.kinds == ["LaunchRequest", "LaunchRequest", "AMAZON.ResumeIntent"]
    assert sessions(skill) == [(True, 1), (True, 2), (True, 3)]


def test_a_wake_word_in_the_middle_stays_in_the_session() -> None:
    speaker, skill = speaker_of(ASKING)
    speaker.say("open gentle back", SEVEN)
    speaker.say("alexa, next", after(3))
    assert sessions(skill) == [(True, 1), (False, 1)]


def test_the_person_may_end_the_session_once() -> None:
    speaker, skill = speaker_of(ASKING)
    speaker.say("open gentle back", SEVEN)
    assert speaker.end(BY_THE_PERSON, after(3)) is not None
    assert speaker.end(BY_THE_PERSON, after(4)) is None
    assert [sent["request"].get("reason") for sent in skill.sent] == [None, "USER_INITIATED"]


def test_nothing_ends_where_nothing_was_open() -> None:
    speaker, skill = speaker_of(closing("Bye."))
    assert speaker.wait_until(SEVEN) is None
    speaker.say("open gentle back", SEVEN)
    assert speaker.wait_until(after(86_400)) is None
    assert skill.kinds == ["LaunchRequest"]


def test_nobody_can_answer_before_anything_was_said() -> None:
    with pytest.raises(LookupError):
        speaker_of(ASKING)[0].answer_time()


def test_the_same_conversation_has_the_same_ids_and_another_device_has_others() -> None:
    def ids(whose: Whose) -> list[str]:
        speaker, skill = speaker_of(ASKING, whose=whose)
        speaker.say("open gentle back", SEVEN)
        speaker.say("yes", after(15))
        return [sent["session"]["sessionId"] + sent["request"]["requestId"] for sent in skill.sent]

    assert ids(Whose()) == ids(Whose())
    assert set(ids(Whose())).isdisjoint(ids(Whose(device="bedroom")))


def test_every_request_has_an_id_of_its_own_even_when_the_same_is_said_again() -> None:
    speaker, skill = speaker_of(ASKING)
    for second in range(3):
        speaker.say("next", after(second))
    assert len({sent["request"]["requestId"] for sent in skill.sent}) == 3


def test_the_envelope_says_whose_speaker_it_is() -> None:
    whose = Whose(user="ours", device="bedroom", person="anna", locale="en-GB")
    speaker, skill = speaker_of(ASKING, whose=whose)
    speaker.say("how do i do the knee hug", SEVEN)
    (sent,) = skill.sent
    system = sent["context"]["System"]
    assert (system["user"]["userId"], system["device"]["deviceId"]) == ("ours", "bedroom")
    assert (system["person"]["personId"], sent["request"]["locale"]) == ("anna", "en-GB")
    slot = sent["request"]["intent"]["slots"]["stretch"]
    (authority,) = slot["resolutions"]["resolutionsPerAuthority"]
    assert (slot["value"], authority["status"]["code"]) == ("knee hug", "ER_SUCCESS_MATCH")
    assert [value["value"]["id"] for value in authority["values"]] == ["knee-to-chest"]


def test_a_speaker_that_recognises_nobody_names_nobody() -> None:
    speaker, skill = speaker_of(ASKING)
    speaker.say("open gentle back", SEVEN)
    assert "person" not in skill.sent[0]["context"]["System"]


def test_what_is_said_where_a_slot_is_listened_for_arrives_in_it() -> None:
    told = {"type": "Dialog.ElicitSlot", "slotToElicit": "stretch", "updatedIntent": {"name": "StartStretchIntent"}}
    speaker, skill = speaker_of({**ASKING, "directives": [told]})
    speaker.say("alexa, open gentle back", SEVEN)
    speaker.say("No, stop", after(15))
    speaker.say("the bridge", after(30))
    inside, named = (sent["request"] for sent in skill.sent[1:])
    assert (inside["intent"]["slots"]["stretch"]["value"], inside["dialogState"]) == ("no, stop", "IN_PROGRESS")
    assert [one["id"] for one in ids_in(named)] == ["bridge"]


def ids_in(request: dict[str, Any]) -> list[dict[str, str]]:
    """What the stretch of a request was resolved to."""
    (authority,) = request["intent"]["slots"]["stretch"]["resolutions"]["resolutionsPerAuthority"]
    return [one["value"] for one in authority["values"]]


def test_somebody_who_cuts_in_answers_no_question_that_was_not_heard() -> None:
    told = {"type": "Dialog.ElicitSlot", "slotToElicit": "stretch", "updatedIntent": {"name": "StartStretchIntent"}}
    speaker, skill = speaker_of({**ASKING, "directives": [told]})
    speaker.say("alexa, open gentle back", SEVEN)
    speaker.say("alexa, stop", after(5))
    assert skill.kinds == ["LaunchRequest", "AMAZON.StopIntent"]
