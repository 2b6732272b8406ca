"""A headless Chromium, driven over the WebDriver protocol with what Python has."""

import base64
import json
import re
import subprocess
import urllib.request
from pathlib import Path
from typing import Any, Self

ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
ENTER, TAB = "\ue007", "\ue004"


class Browser:
    """One window; leave it with `close`."""

    def __init__(self, *also: str) -> None:
        """With more of Chromium's own arguments."""
        command = ["chromedriver", "--port=0"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self._process.stdout is not None
        port = next(found[1] for line in self._process.stdout if (found := re.search(r"on port (\d+)\.", line)))
        self._address = f"http://127.0.0.1:{port}/session"
        self._address += "/" + self._send("", {"capabilities": {"alwaysMatch": _options(*also)}})["sessionId"]

    def open(self, address: str, width: int = 1000) -> None:
        """Show a page in a window of this width, its requests being noted in `sent`."""
        size = {"width": width, "height": 780, "deviceScaleFactor": 1, "mobile": False}
        self._send("/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": size})
        self._send("/url", {"url": address})
        self.run(
            "window.sent = []; const real = window.fetch;"
            "window.fetch = (to, what) => {"
            "  if (typeof what.body === 'string') window.sent.push(JSON.parse(what.body)); return real(to, what); };"
        )

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns that runs in the page."""
        return self._send("/execute/sync", {"script": script, "args": list(arguments)})

    def wait_for(self, script: str, *arguments: Any, seconds: int = 5) -> Any:
        """What the script returns as soon as that is true; so many seconds at most."""
        waiting = (
            "const [script, given, done] = arguments; const ask = new Function(script);"
            "const look = () => { const seen = ask(...given); if (seen) done(seen); else setTimeout(look, 20); };"
            "look();"
        )
        self._send("/timeouts", {"script": seconds * 1000})
        return self._send("/execute/async", {"script": waiting, "args": [script, list(arguments)]})

    def promised(self, script: str) -> Any:
        """What a script hands on that takes its time, to the function that it is given."""
        self._send("/timeouts", {"script": 20_000})
        return self._send("/execute/async", {"script": script, "args": []})

    def press(self, keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._send("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def complaints(self) -> list[str]:
        """What the console had to say since it was asked last."""
        return [entry["message"] for entry in self._send("/se/log", {"type": "browser"})]

    def picture(self, path: Path) -> None:
        """Write what is seen into a file."""
        with urllib.request.urlopen(f"{self._address}/screenshot", timeout=20) as response:
            path.write_bytes(base64.b64decode(json.load(response)["value"]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        urllib.request.urlopen(urllib.request.Request(self._address, method="DELETE"), timeout=20).close()
        self._process.terminate()
        self._process.communicate()

    def _send(self, path: str, body: object) -> Any:
        request = urllib.request.Request(
            self._address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)["value"]


def _options(*also: str) -> dict[str, Any]:
    return {"goog:chromeOptions": {"args": [*ARGUMENTS, *also]}, "goog:loggingPrefs": {"browser": "ALL"}}
