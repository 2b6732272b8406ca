"""What is handed to the SDK can always be read by it, and says nothing of the speaker."""

import json

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.alexa.identity import Identity
from skill.alexa.reading import read_turn
from skill.alexa.tidying import tidied
from tests.alexa.conftest import KEY
from tests.alexa.test_envelopes import EXPECTED, envelope, secrets_in
from tests.cases.each_of import each_of

NEWER = [name for name in EXPECTED if name.endswith(("newer-than-the-sdk", "rewinds"))]
HEARD = [name for name, sentence in EXPECTED.items() if not sentence.startswith("Event")]


def plain(request: RequestEnvelope) -> str:
    """As Alexa would have sent it."""
    return json.dumps(DefaultSerializer().serialize(request))


@each_of("name", NEWER)
def test_the_sdk_alone_would_have_raised(name: str) -> None:
    """Otherwise these envelopes prove nothing."""
    with pytest.raises(Exception, match=r"valid|resolve"):
        DefaultSerializer().deserialize(json.dumps(envelope(name)), RequestEnvelope)


@each_of("name", HEARD)
def test_the_sdk_reads_what_was_tidied(name: str) -> None:
    turn = read_turn(envelope(name), Identity(KEY))
    read = DefaultSerializer().deserialize(plain(tidied(turn)), RequestEnvelope)
    assert read.request.timestamp == turn.at.replace(microsecond=0)
    assert (read.request.locale, read.session.new) == (turn.locale, turn.opens)


@each_of("name", HEARD)
def test_no_id_reaches_the_sdk(name: str) -> None:
    sent = envelope(name)
    text = plain(tidied(read_turn(sent, Identity(KEY))))
    assert [secret for secret in secrets_in(sent) if secret in text] == []
