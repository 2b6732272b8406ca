"""On one's own Echo: Alexa is told where a tunnel leads and the kind of its certificate, and it is served there."""

import sys
from functools import partial
from pathlib import Path

import pytest

from infra import deploy, echo
from skill.doctor.wire import Unreached
from tests.deploying.tools import Tools

ADDRESS = "https://quiet-fox.tunnel.example"


@pytest.fixture(name="served")
def _served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was served, instead of this process: the skill's id and the port."""
    served: list[tuple[str, str]] = []

    def serve(skill: str, port: str) -> int:
        served.append((skill, port))
        return 0

    monkeypatch.setattr(echo, "serve", serve)
    monkeypatch.setattr(deploy, "profile", lambda: "default")
    monkeypatch.setattr(echo, "ask_is_missing", list)
    certified(monkeypatch, "*.tunnel.example")
    return served


def certified(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    def told(_: str) -> tuple[str, ...]:
        if not names:
            raise Unreached("nobody")
        return names

    monkeypatch.setattr(echo, "names_of_certificate", told)


def put(monkeypatch: pytest.MonkeyPatch, tools: Tools, states: Path, *arguments: str) -> int:
    monkeypatch.setattr(echo, "Deployment", partial(deploy.Deployment, run=tools))
    monkeypatch.setattr(sys, "argv", ["echo", "--address", ADDRESS, "--states", str(states), *arguments])
    return echo.main()


def test_alexa_is_told_and_it_is_served_with_the_skills_id(
    monkeypatch: pytest.MonkeyPatch, served: list[tuple[str, str]], tmp_path: Path
) -> None:
    tools = Tools()
    for _ in range(2):
        assert put(monkeypatch, tools, tmp_path, "--port", "5050") == 0
    ((skill_id, skill),) = tools.skills.items()
    assert skill["manifest"]["apis"]["custom"]["endpoint"] == {
        "uri": "https://quiet-fox.tunnel.example/alexa",
        "sslCertificateType": "Wildcard",
    }
    assert served == [(skill_id, "5050")] * 2
    assert tools.enabled == {skill_id}
    assert not any("sam" in told or "infra.tools" in told for told in tools.asked)


@pytest.mark.parametrize(
    ("names", "kind"),
    [(("quiet-fox.tunnel.example",), "Trusted"), (("*.tunnel.example",), "Wildcard"), ((), "Wildcard")],
)
def test_the_kind_is_the_one_of_the_tunnels_certificate(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], kind: str
) -> None:
    certified(monkeypatch, *names)
    assert echo.kind_of("quiet-fox.tunnel.example") == kind


def test_with_an_id_it_serves_and_tells_alexa_nothing(
    monkeypatch: pytest.MonkeyPatch, served: list[tuple[str, str]], tmp_path: Path
) -> None:
    tools = Tools()
    assert put(monkeypatch, tools, tmp_path, "--skill", "amzn1.ask.skill.0a-1b") == 0
    assert (served, tools.asked) == ([("amzn1.ask.skill.0a-1b", "5000")], [])


def test_without_the_ask_cli_both_ways_are_told(
    monkeypatch: pytest.MonkeyPatch, served: list[tuple[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(echo, "ask_is_missing", lambda: ["- the ASK CLI: npm install -g ask-cli"])
    assert put(monkeypatch, Tools(), tmp_path) == 1
    assert served == []
    told = capsys.readouterr().out
    assert "npm install -g ask-cli" in told
    assert "docs/your-own-echo.md" in told


def test_an_address_or_an_id_that_is_none_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is no skill's id"):
        put(monkeypatch, Tools(), tmp_path, "--skill", "gentle-back")
    monkeypatch.setattr(sys, "argv", ["echo", "--address", "http://127.0.0.1:5000"])
    with pytest.raises(SystemExit, match="is no address of a tunnel"):
        echo.main()
