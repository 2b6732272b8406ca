"""What the doctor says of a server: the same skill behind HTTP, served to this machine, to Alexa, or in trouble."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from skill.alexa.errors import Forged
from skill.doctor.address import CHECKS, Address, kind_of_certificate
from skill.doctor.finding import Finding, State, examined
from skill.entrypoints.examining import served
from tests.entrypoints.terminal import refused, run, said

AT = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)


class Strict:
    """Lets nobody in."""

    def verify(self, _headers: Mapping[str, str], _body: bytes, _now: datetime) -> None:
        raise Forged("nobody is let in")


def examine(url: str) -> list[Finding]:
    return list(examined(Address.of(url, AT), CHECKS))


def test_a_server_for_this_machine_opens_with_words() -> None:
    with served(None) as url:
        found = examine(f"{url}/alexa")
    assert [one.state for one in found] == [State.WELL, State.UNPROVEN, State.UNPROVEN, State.WELL]
    assert found[-1].sentence == "It opens with words."


def test_a_server_for_alexa_refuses_whoever_is_not() -> None:
    with served(Strict()) as url:
        found = examine(url)
    assert [one.sentence for one in found] == [
        f"{url} answers, and its store is there.",
        "A request without a signature is refused.",
        "A request with a forged signature is refused.",
        "That it opens: only Alexa can sign a launch.",
    ]


def test_a_server_that_does_not_answer_is_the_only_finding() -> None:
    (found,) = examine("http://127.0.0.1:9/alexa")
    assert (found.state, found.sentence.startswith("http://127.0.0.1:9 does not answer")) == (State.UNWELL, True)
    assert run("doctor", "--address", "http://127.0.0.1:9").exit_code == 1


@pytest.mark.parametrize(
    ("host", "names", "kind"),
    [
        ("back.example.org", ["back.example.org"], "Trusted"),
        ("quiet-fox.tunnel.example", ["*.tunnel.example", "tunnel.example"], "Wildcard"),
    ],
)
def test_the_kind_of_the_certificate_is_the_one_that_the_manifest_has_to_say(
    host: str, names: list[str], kind: str
) -> None:
    assert kind_of_certificate(host, names) == kind


def test_without_credentials_it_says_so_and_rehearses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boto3.session.Session.get_credentials", lambda _: None)
    told = said("doctor")
    assert told.startswith("There are no credentials of AWS here, so nothing that is deployed can be asked.\nNext: ")
    assert "A request without a signature is refused." in told
    assert "It opens with words." in told
    assert told.count("All is well.") == 2


def test_a_stack_that_is_not_there_is_told_with_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boto3.session.Session.get_credentials", lambda _: "some")
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    code, sentence = refused("doctor", "--stack", "nothing")
    assert code == 1
    assert sentence.startswith("The stack nothing in no region cannot be asked: You must specify a region.")
    assert sentence.endswith("Next: make deploy STAGE=dev, or name the stack with --stack.")
