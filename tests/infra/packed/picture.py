"""Takes Lambda's picture as fork does: started once, two go on from there, each with an event; tells what each did."""

import json
import os
import sys
from typing import Any

from awslambdaric.lambda_runtime_hooks_runner import run_after_restore, run_before_snapshot

from skill import late_shapes
from skill.entrypoints.aws_lambda import handler

opened: list[str] = []
sys.addaudithook(lambda event, _: opened.append(event) if event == "socket.connect" else None)


def gone_on(event: Any) -> Any:
    """What a copy of this process answers, and what it had to do for it."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        loaded = set(sys.modules)
        run_after_restore()
        response = handler(event, None)
        late = sorted(name for name in set(sys.modules) - loaded if name.startswith(("skill", "ask_sdk")))
        told = {"response": response, "connections": len(opened), "loaded": late}
        with os.fdopen(writing, "w") as pipe:
            json.dump(told, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = json.load(pipe)
    os.wait()
    return told


run_before_snapshot()
before = {"connections": len(opened), "waiting": len(late_shapes._waiting)}
print(json.dumps({"before": before, "copies": [gone_on(json.loads(event)) for event in sys.argv[1:]]}))
