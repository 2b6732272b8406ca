"""The process that has Piper in it: sentences come in as lines of JSON, and their samples go out.

Piper is under the GPL, this project is not: nothing else here imports it, and this file runs as a program of its own,
to which words are given and from which sound comes back (docs/decisions/0064).
"""

import json
import sys
from typing import Any, BinaryIO


def answers(voice: Any, lines: BinaryIO, out: BinaryIO) -> None:
    """Say what each line asks for: a line with the rate and the number of bytes, then so many bytes."""
    from piper import SynthesisConfig  # noqa: PLC0415 - only where it is installed

    for line in lines:
        asked = json.loads(line)
        how = SynthesisConfig(length_scale=1 / asked["speed"])
        samples = b"".join(chunk.audio_int16_bytes for chunk in voice.synthesize(asked["words"], how))
        out.write(json.dumps({"rate": voice.config.sample_rate, "bytes": len(samples)}).encode() + b"\n" + samples)
        out.flush()


def main(model: str) -> None:
    """Load the model, say that it is ready, and answer until nobody asks any more."""
    from piper import PiperVoice  # noqa: PLC0415

    voice = PiperVoice.load(model)
    out = sys.stdout.buffer
    out.write(b"ready\n")
    out.flush()
    answers(voice, sys.stdin.buffer, out)


if __name__ == "__main__":
    main(sys.argv[1])
