"""Screens are shown in Amazon's own engine where it, Node and a browser are; where not, that is said."""

import shutil
from collections.abc import Iterator

import pytest

from tests.screens.stage import ENGINES, Stage

NEEDED = ("chromium", "chromedriver", "node")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
PACKAGES = ("apl-viewhost-web", "apl-suggester", "@fontsource/arimo")
MISSING += [name for name in PACKAGES if not (ENGINES / name).is_dir()]

collect_ignore = ["test_engine.py", "test_television.py"] if MISSING else []


def pytest_report_header(config: pytest.Config) -> str:
    """A line above the tests."""
    assert config.rootpath.is_dir()
    return f"screens: not shown ({', '.join(MISSING)} missing)" if MISSING else "screens: shown in Amazon's own engine"


@pytest.fixture(name="stage", scope="session")
def _stage() -> Iterator[Stage]:
    with Stage() as stage:
        yield stage
