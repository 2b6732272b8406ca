"""The page is tried in a real browser, where there is one; where there is none, it is said so."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from skill.home import the_ears, the_recognizer
from tests.browser.driver import Browser
from tests.browser.practising import never_here
from tests.entrypoints.running import Server, process

NEEDED = ("chromium", "chromedriver")
MISSING = [name for name in NEEDED if shutil.which(name) is None]

collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_report_header(config: pytest.Config) -> str:
    """A line above the tests."""
    assert config.rootpath.is_dir()
    return f"page: not tried in a browser ({', '.join(MISSING)} missing)" if MISSING else "page: tried in chromium"


@pytest.fixture(name="store", scope="session")
def _store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page") / "people.sqlite"


@pytest.fixture(name="address", scope="session")
def _address(store: Path) -> Iterator[str]:
    the_recognizer("en-US")  # what is made of its sentences is kept, where Python may keep what it compiles
    with process(store) as server:
        server.ask("POST", "/page/turn", b'{"words": ""}')  # so that no test waits until the sentences are read
        yield f"http://127.0.0.1:{server.port}/"


@pytest.fixture(name="ears", scope="session")
def _ears(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that hears, and whose ears are loaded."""
    the_ears("en-US")  # what is made of its sentences is kept, where Python may keep what it compiles
    with process(tmp_path_factory.mktemp("ears") / "people.sqlite") as server:
        with suppress(TimeoutError):  # on a machine that has much else to do
            server.ask("POST", "/page/ear/ready")
        server.ask("POST", "/page/ear/ready")
        yield server


@pytest.fixture(name="chromium", scope="session")
def _chromium() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(name="hearing", scope="module")
def _hearing() -> Iterator[Browser]:
    """A browser with a microphone that beeps, and that nobody has to be asked for."""
    with Browser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream") as browser:
        yield browser


@pytest.fixture(name="page")
def _page(chromium: Browser, address: str, store: Path) -> Iterator[Browser]:
    """The page of somebody who was never here, whatever was tried before."""
    never_here(chromium, address, store)
    chromium.open(address + "practise")
    yield chromium
    chromium.likes()
    assert chromium.complaints() == []
