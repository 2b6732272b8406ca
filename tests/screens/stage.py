"""Amazon's own engine for screens, in a headless Chromium: it shows a directive on any device, by our clock."""

from pathlib import Path
from typing import Any, NamedTuple, Self

from tests.browser.driver import Browser

ENGINES = Path(__file__).parents[1] / "engines" / "node_modules"
PAGE = Path(__file__).with_name("stage.html")
NOON, NIGHT = 12, 22

_SHOW = "const [d, v, m, h, done] = arguments; show(d, v, m, h).then(() => done(''), (no) => done(String(no)));"
_FOCUSED = ("previous", "repeat", "pause", "next", "ready", "yes", "no", "go-on", "stop")
REMOTE = {"left": "\ue012", "up": "\ue013", "right": "\ue014", "down": "\ue015", "select": "\ue007"}
"""The buttons of a television's remote control."""


class Device(NamedTuple):
    """One that Amazon names, in its own units of length."""

    name: str
    width: int
    height: int
    shape: str = "RECTANGLE"
    mode: str = "HUB"


DEVICES = (
    Device("round", 480, 480, "ROUND"),
    Device("small", 960, 480),
    Device("medium", 1024, 600),
    Device("large", 1280, 800),
    Device("extra-large", 1920, 1080),
    Device("upright", 1080, 1920),
    Device("tv", 960, 540, mode="TV"),
)


class Stage:
    """One browser with the engine in it."""

    def __init__(self) -> None:
        self._browser = Browser("--allow-file-access-from-files")  # its letters are a file beside the page
        self._browser.open(PAGE.as_uri())

    def show(self, directive: dict[str, Any], device: Device, hour: int = NOON) -> list[str]:
        """Show it from its first moment; what the engine has to say about the document."""
        self._browser.size(device.width, device.height)
        viewport = {"width": device.width, "height": device.height, "dpi": 160, "shape": device.shape}
        wrong = self._browser.wait_till_done(_SHOW, directive, viewport, device.mode, hour)
        return [wrong] if wrong else self.complaints()

    def complaints(self) -> list[str]:
        """What the engine has said since."""
        said: list[str] = self._browser.run("return window.complaints")
        return said

    def move(self, seconds: float) -> None:
        """Let so many seconds pass since the screen was shown."""
        until = round(seconds * 1000)
        # A part at a time: a machine that is busy with much else takes long over some minutes of frames.
        while (
            self._browser.run("move(Math.min(window.passed + 20000, arguments[0])); return window.passed", until)
            < until
        ):
            pass

    def text(self, name: str) -> str:
        """What stands in the text of this name."""
        read = "const id = arguments[0]; const found = renderer.getComponentById(id); return found.container.innerText"
        written: str = self._browser.run(read, name)
        return written.strip()

    def press(self, name: str) -> None:
        """Touch what has this name, in its middle."""
        find = (
            "const box = renderer.getComponentById(arguments[0]).container.getBoundingClientRect();"
            "return [box.left + box.width / 2, box.top + box.height / 2]"
        )
        x, y = self._browser.run(find, name)
        self._browser.click(x, y)
        self._browser.run("window.passed += 20; renderer.coreFrameUpdate()")

    def remote(self, button: str) -> str:
        """Press a button of the remote control; the name of what has the focus then."""
        self._browser.press(REMOTE[button])
        self._browser.run("window.passed += 120; renderer.coreFrameUpdate()")
        return self.focus

    @property
    def focus(self) -> str:
        """The name of what has the focus; empty where it has no name."""
        ask = (
            "const named = (one) => renderer.getComponentById(one)?.container === document.activeElement;"
            "return arguments[0].find(named) ?? ''"
        )
        found: str = self._browser.run(ask, [*_FOCUSED, *self._listed()])
        return found

    def _listed(self) -> list[str]:
        """The names of what a list offers."""
        choices = (
            "return (window.shown.choices ?? []).filter((one) => one.slug).map((one) => `${one.does}-${one.slug}`)"
        )
        listed: list[str] = self._browser.run(choices)
        return listed

    @property
    def events(self) -> list[list[Any]]:
        """What the document has sent since it was shown."""
        sent: list[list[Any]] = self._browser.run("return window.events")
        return sent

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns there."""
        return self._browser.run(script, *arguments)

    def picture(self, path: Path) -> None:
        """Write what is seen into a file."""
        self._browser.picture(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.__exit__()
