"""What satellites get for their words, over a socket, from the real client of their protocol."""

import asyncio
import os
from typing import Any

import pytest

if "GENTLE_BACK_SPOKEN" not in os.environ:  # where it must be here, it fails without
    pytest.importorskip("wyoming", reason="make voice brings what satellites need")

from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.ping import Ping
from wyoming.tts import Synthesize, SynthesizeChunk, SynthesizeStart, SynthesizeStop

from skill.entrypoints.wyoming import service as answering
from skill.entrypoints.wyoming.house import Speaks
from skill.timeline import Moment, Role, Timeline
from skill.voice.espeak_ng import EspeakNg
from skill.voice.rendering import RATE, Rendering
from tests.entrypoints.wyoming.houses import Hoarse, Hum, asked, house, in_a_house, words
from tests.voice.here import needs

RUDE = (
    b"GET / HTTP/1.1\r\n\r\n",
    b"[1, 2]\n",
    b'{"no": "type"}\n',
    b"{" * 100_000,
    b'{"type": "audio-chunk", "payload_length": 9000000000}\n' + b"a" * 1000,
    b'{"type": "transcript", "data_length": "many"}\n',
    b'{"type": "ping", "payload_length": 9}\nabc',
    b"",
)

HOARSE = ((Synthesize("Hold.").event(), "error"), (Ping().event(), "pong"))


def silences(sound: bytes) -> list[float]:
    """The seconds of each silence, in order."""
    quiet = [len(run) / 2 / Hum.rate_hertz for run in sound.replace(b"\x00\x10", b"|").split(b"|")]
    return [seconds for seconds in quiet if seconds]


def sounds(got: list[Any]) -> bytes:
    return b"".join(event.payload for event in got if event.type == "audio-chunk")


def test_it_describes_itself_as_what_answers_words_and_as_a_voice_where_there_is_one() -> None:
    ((mute,), (loud,)) = (in_a_house(house(voice), (Describe().event(),))[0] for voice in (None, Hum()))
    handle, tts = Info.from_event(mute).handle, Info.from_event(mute).tts
    assert ([one.name for one in handle], [one.installed for one in handle], tts) == (["gentle-back"], [True], [])
    assert handle[0].models[0].languages == ["en", "en-AU", "en-CA", "en-GB", "en-IN", "en-US"]
    (speaks,) = Info.from_event(loud).tts
    assert (speaks.supports_synthesize_streaming, [voice.name for voice in speaks.voices]) == (True, ["hum"])


def test_a_conversation_goes_on_from_connection_to_connection_and_from_room_to_room() -> None:
    said = ("open gentle back", "bed"), ("yes", "bed"), ("gobbledygook flimflam", "bath"), ("stop", "bed")
    got = [answer for (answer,) in in_a_house(house(), *((words(*one),) for one in said))]
    assert [answer.type for answer in got] == ["handled", "handled", "not-handled", "handled"]
    assert got[0].data["text"].endswith("Shall we do five gentle minutes?")
    assert "Five gentle minutes. Seven minutes, the first time." in got[1].data["text"]
    assert got[3].data["text"] == "Your place is kept."
    assert got[3].data["context"] == {"satellite_id": "bed", "conversation_id": "one"}


@pytest.mark.parametrize("in_pieces", [False, True])
def test_what_was_answered_is_spoken_with_the_very_silences_of_the_reply(in_pieces: bool) -> None:
    service = house(Hum())
    ((told,),) = in_a_house(service, (words("start pelvic tilts"),))
    text = told.data["text"]
    pieces = [SynthesizeChunk(text[start : start + 40]).event() for start in range(0, len(text), 40)]
    # A program that speaks in pieces sends the whole once more, for others that know none: it is not spoken twice.
    sent = (SynthesizeStart().event(), *pieces, Synthesize(text).event(), SynthesizeStop().event())
    got = in_a_house(
        service,
        sent if in_pieces else (Synthesize(text).event(),),
        until="synthesize-stopped" if in_pieces else "audio-stop",
    )[0]
    kinds = [event.type for event in got if event.type != "audio-chunk"]
    assert kinds == ["audio-start", "audio-stop", *["synthesize-stopped"] * in_pieces]
    speech = service.satellites.timed(text)
    assert silences(sounds(got)) == [one.seconds for one in speech.moments if one.silent]
    assert len(sounds(got)) == round(speech.seconds * Hum.rate_hertz) * 2
    assert speech.seconds > 30


@needs("espeak-ng")
def test_a_real_voice_holds_as_long_as_the_reply_says() -> None:
    aloud = Speaks(Rendering(EspeakNg()), RATE)
    text = "Hold. Five seconds."
    service = house(aloud)
    service.satellites._replies[text + " Let go."] = Timeline(
        (Moment(Role.HOLD, 1.5, text), Moment(Role.HOLD, 3.5), Moment(Role.RELEASE, 0.5, "Let go."))
    )
    start, *got = in_a_house(service, (Synthesize(text + " Let go.").event(),), until="audio-stop")[0]
    assert (start.data["rate"], start.data["width"], start.data["channels"]) == (22_050, 2, 1)
    assert b"\x00" * round(3.5 * 22_050) * 2 in sounds(got)
    assert 5.0 < len(sounds(got)) / 2 / 22_050 < 7.0


def test_a_voice_that_breaks_off_is_told_and_the_next_is_answered() -> None:
    service = house(Hoarse())
    got, (pong,) = (in_a_house(service, (sent,), until=until)[0] for sent, until in HOARSE)
    assert [event.type for event in got] == ["audio-start", "audio-chunk", "error"]
    assert got[-1].data["text"] == "The voice broke off. Call make voice once more."
    assert pong.type == "pong"


def test_what_is_no_event_or_lacks_what_belongs_to_it_is_told_so_and_the_next_is_answered() -> None:
    service = house()
    sent = (
        (Event("transcript", {}),),
        (Event("transcript", {"text": 7}),),
        (Event("transcript", {"text": "a" * 20_001}),),
        (Event("transcript", {"text": "", "context": "bed"}),),
        (Synthesize("hello").event(),),
        (Event("play-me-something", {"loud": True}), Ping("still there?").event()),
    )
    got = [answers[0] for answers in in_a_house(service, *sent)]
    assert [answer.type for answer in got] == ["error", "error", "error", "not-handled", "error", "pong"]
    assert got[0].data["text"] == "A 'transcript' without what belongs to it."
    assert got[2].data["text"] == "A text of more than 20000 characters is not read."
    assert got[4].data["text"] == "There is no voice on this machine: make voice brings one."


def test_a_connection_that_breaks_off_speaks_another_language_or_says_nothing_harms_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "IDLE_SECONDS", 0.5)
    service = house()

    async def talk() -> tuple[list[bytes], list[Any]]:
        server = await asyncio.start_server(service.converse, "127.0.0.1", 0)
        port, ends = server.sockets[0].getsockname()[1], []
        for rude in RUDE:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(rude)
            ends.append(await asyncio.wait_for(reader.read(), 10))
            writer.close()
        kind = await asked(port, words("open gentle back"))
        server.close()
        return ends, kind

    ends, (answer,) = asyncio.run(asyncio.wait_for(talk(), 20))
    assert (ends, answer.type) == ([b""] * len(RUDE), "handled")
