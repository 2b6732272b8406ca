"""The process that runs Piper: it reads sentences as lines of JSON, and writes their samples.

Piper is under the GPL, and this project is not: so only this file imports it, and runs as a program of its own
(docs/decisions/0064).
"""

import json
import sys
from typing import Any, BinaryIO


def answers(voice: Any, lines: BinaryIO, out: BinaryIO) -> None:
    """Answer each line with a line of JSON (sample rate, number of bytes), and then so many bytes of samples."""
    from piper import SynthesisConfig  # noqa: PLC0415 - only where it is installed

    for line in lines:
        asked = json.loads(line)
        how = SynthesisConfig(length_scale=1 / asked["speed"])
        samples = b"".join(chunk.audio_int16_bytes for chunk in voice.synthesize(asked["words"], how))
        out.write(json.dumps({"rate": voice.config.sample_rate, "bytes": len(samples)}).encode() + b"\n" + samples)
        out.flush()


def main(model: str) -> None:
    """Load the model, write "ready", and answer until standard input ends."""
    from piper import PiperVoice  # noqa: PLC0415

    voice = PiperVoice.load(model)
    out = sys.stdout.buffer
    out.write(b"ready\n")
    out.flush()
    answers(voice, sys.stdin.buffer, out)


if __name__ == "__main__":
    main(sys.argv[1])
