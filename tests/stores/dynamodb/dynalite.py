"""An engine that speaks DynamoDB over HTTP and keeps a folder on disk: a process of Node's, started and killed."""

import shutil
import subprocess
from pathlib import Path

ENGINES = Path(__file__).parents[2] / "engines"
INSTALLED = ENGINES / "node_modules" / ".package-lock.json"


def there_is_dynalite() -> bool:
    return shutil.which("node") is not None and INSTALLED.is_file()


class Dynalite:
    """Serves a folder from the moment it is made, at `endpoint_url`; the same again after `start`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = ""
        self.start()

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        command = ["node", str(ENGINES / "dynalite.js"), str(self._folder), *([self._port] if self._port else [])]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self._port = self._process.stdout.readline().strip()
        assert self._port, "dynalite did not start"

    def kill(self) -> None:
        """End it as a power cut would: nothing is put in order first."""
        self._process.kill()
        self._process.communicate()
