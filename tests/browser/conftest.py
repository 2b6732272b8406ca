"""The page is tried in a real browser, where there is one; where there is none, it is said so."""

import shutil

import pytest

NEEDED = ("chromium", "chromedriver")
MISSING = [name for name in NEEDED if shutil.which(name) is None]

collect_ignore = ["test_page.py", "test_speaking.py"] if MISSING else []


def pytest_report_header(config: pytest.Config) -> str:
    """A line above the tests."""
    assert config.rootpath.is_dir()
    return f"page: not tried in a browser ({', '.join(MISSING)} missing)" if MISSING else "page: tried in chromium"
