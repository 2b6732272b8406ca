"""Piper's voice, which runs in a process of its own; if that breaks off, it is started again once."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer
from typing import IO

import numpy as np

from skill.sound.sound import Sound
from skill.voice.voice import LONGEST_WAIT_SECONDS, USUAL, VoiceFailed, as_one_piece

LOADING_SECONDS = 120.0
"""The time-out for loading a model, which takes three seconds, but many times as long on a busy machine."""

MODEL = "en_US-joe-medium"
"""The voice that `make voice` fetches."""

AGAIN = "Call make voice once more, or choose another voice."

_PROGRAM = Path(__file__).with_name("piper_process.py")


class _Broken(Exception):
    """The process has ended, or was killed because it hung."""


def piper_is_here(models: Path) -> bool:
    """Whether the library and a model are installed; whether they work shows when something is said."""
    return find_spec("piper") is not None and _file_of(models, MODEL).is_file()


@dataclass
class PiperVoice:
    """The voice of a model in this folder of models. Thread-safe: requests are answered one by one."""

    models: Path
    model: str = MODEL
    _process: "subprocess.Popen[bytes] | None" = None
    _turn: Lock = field(default_factory=Lock)

    @property
    def name(self) -> str:
        """See `Voice`."""
        return f"piper {self.model}"

    def say(self, words: str, speed: float = USUAL) -> Sound:
        """See `Voice`. If the process breaks off, it is started again and asked once more."""
        piece = as_one_piece(words)
        with self._turn:
            for _ in range(2):
                try:
                    return self._said(piece, speed)
                except _Broken:
                    self._end()
        raise VoiceFailed(f"Piper broke off twice in the same words. {AGAIN}")

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._end()

    def _said(self, words: str, speed: float) -> Sound:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - as it was begun
        with _ended_after(process, LONGEST_WAIT_SECONDS):
            try:
                process.stdin.write(json.dumps({"words": words, "speed": speed}).encode() + b"\n")
                process.stdin.flush()
                told = json.loads(process.stdout.readline())
                samples = _exactly(process.stdout, told["bytes"])
            except (OSError, ValueError, KeyError) as error:
                raise _Broken from error
        return Sound(np.frombuffer(samples, dtype="<i2").astype(np.int16), told["rate"])

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        model = _file_of(self.models, self.model)
        if not model.is_file():
            raise VoiceFailed(f"The model {self.model} is not here any more. {AGAIN}")
        self._process = subprocess.Popen(  # noqa: S603 - this very Python, with a program of ours
            [sys.executable, "-P", str(_PROGRAM), str(model)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with _ended_after(self._process, LOADING_SECONDS):
            ready = self._process.stdout.readline() if self._process.stdout else b""
        if ready != b"ready\n":
            self._end()
            raise VoiceFailed(f"The model {self.model} cannot be loaded: damaged, or of another version. {AGAIN}")
        return self._process

    def _end(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _let_go(pipe)
        self._process = None


def _file_of(models: Path, model: str) -> Path:
    return models / model / f"{model}.onnx"


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    read = pipe.read(count)
    if len(read) < count:
        raise _Broken
    return read


def _let_go(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # words that it never took
        return


@contextmanager
def _ended_after(process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[None]:
    """Kills the process if the block inside takes longer than this, so that its pipes end."""
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
