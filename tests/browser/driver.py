"""A headless Chromium, driven over the WebDriver protocol with what Python has."""

import base64
import json
import re
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Self

STRANGER = "evil.example"
"""A name of somebody else's that was made to lead to this machine."""
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    f"--host-resolver-rules=MAP {STRANGER} 127.0.0.1",
]
ENTER, TAB, ESCAPE, SHIFT, DOWN = "\ue007", "\ue004", "\ue00c", "\ue008", "\ue015"


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

    def open(self, address: str, width: int = 1000, height: int = 780) -> None:
        """Show a page in a window of this size, its requests being noted in `sent`."""
        self.size(width, height)
        self._send("/url", {"url": address})
        self.run(
            "window.sent = []; const real = window.fetch;"
            "window.fetch = (to, what) => {"
            "  if (typeof what.body === 'string') window.sent.push(JSON.parse(what.body)); return real(to, what); };"
        )

    def open_without_scripts(self, address: str) -> None:
        """Show a page where nothing may run."""
        self._send("/url", {"url": address})

    def seen(self, selector: str) -> bool:
        """Whether something has a place on the page, asked without running anything in it."""
        document = self.tell("DOM.getDocument")["root"]["nodeId"]
        node = self.tell("DOM.querySelector", nodeId=document, selector=selector)["nodeId"]
        try:
            return bool(node) and bool(self.tell("DOM.getBoxModel", nodeId=node)["model"]["height"])
        except AssertionError:
            return False

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns that runs in the page."""
        return self._send("/execute/sync", {"script": script, "args": list(arguments)})

    def wait_for(self, script: str, *arguments: Any, seconds: int = 20) -> Any:
        """What the script returns as soon as that is true; so many seconds at most."""
        waiting = (
            "const [script, given, done] = arguments; const ask = new Function(script);"
            "const look = () => { const seen = ask(...given); if (seen) done(seen); else setTimeout(look, 20); };"
            "look();"
        )
        self._send("/timeouts", {"script": seconds * 1000})
        try:
            return self._send("/execute/async", {"script": waiting, "args": [script, list(arguments)]})
        except AssertionError as late:
            seen = self.run("return document.body.innerText + document.getElementById('log')?.textContent;")
            raise AssertionError(f"{late}\nThe page shows: {seen}") from None

    def size(self, width: int, height: int) -> None:
        """Turn the phone, or take another one."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.tell("Emulation.setDeviceMetricsOverride", **size)

    def likes(self, *, media: str = "", **features: str) -> None:
        """What a device is set to: prefers_color_scheme="dark", prefers_reduced_motion="reduce"; or media="print"."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.tell("Emulation.setEmulatedMedia", features=named, media=media)

    def tell(self, command: str, **parameters: Any) -> Any:
        """What a command of Chromium's own protocol returns."""
        return self._send("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def printed(self) -> bytes:
        """The page as it comes out of a printer, as a PDF."""
        return base64.b64decode(self._send("/print", {}))

    def another_window(self) -> str:
        """Open another window, and go on in that; the name of the one that was left."""
        left: str = self._ask("/window")
        self.window(self._send("/window/new", {"type": "window"})["handle"])
        return left

    def window(self, name: str) -> None:
        """Go on in this window."""
        self._send("/window", {"handle": name})

    def close_window(self) -> None:
        """Close the window in which we are."""
        urllib.request.urlopen(urllib.request.Request(f"{self._address}/window", method="DELETE"), timeout=20).close()

    def wait_till_done(self, script: str, *arguments: Any) -> Any:
        """What a script gives to its last argument, which it calls when it is done; fifteen seconds at most."""
        self._send("/timeouts", {"script": 15000})
        return self._send("/execute/async", {"script": script, "args": list(arguments)})

    def click(self, x: float, y: float) -> None:
        """Touch a point of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            told = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}
            self.tell("Input.dispatchMouseEvent", **told)

    def press(self, keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._send("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def press_back(self) -> None:
        """Press the tabulator with the shift key: one step back."""
        keys = [("keyDown", SHIFT), ("keyDown", TAB), ("keyUp", TAB), ("keyUp", SHIFT)]
        actions = [{"type": kind, "value": key} for kind, key in keys]
        self._send("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def complaints(self) -> list[str]:
        """What the console had to say since it was asked last."""
        return [entry["message"] for entry in self._send("/se/log", {"type": "browser"})]

    def picture(self, path: Path) -> None:
        """Write what is seen into a file."""
        path.write_bytes(base64.b64decode(self._ask("/screenshot")))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        urllib.request.urlopen(urllib.request.Request(self._address, method="DELETE"), timeout=20).close()
        self._process.terminate()
        self._process.communicate()

    def _ask(self, path: str) -> Any:
        with urllib.request.urlopen(self._address + path, timeout=20) as response:
            return json.load(response)["value"]

    def _send(self, path: str, body: object) -> Any:
        request = urllib.request.Request(
            self._address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as refused:
            raise AssertionError(f"{path} {body}: {json.load(refused)['value']['message'][:400]}") from None


def _options(*also: str) -> dict[str, Any]:
    return {"goog:chromeOptions": {"args": [*ARGUMENTS, *also]}, "goog:loggingPrefs": {"browser": "ALL"}}
