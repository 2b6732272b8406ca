"""What is heard is tested where the libraries are that hear; elsewhere it is left out, and said so."""

import os

import pytest

from skill.home import it_can_hear

MUST = bool(os.environ.get("GENTLE_BACK_SPOKEN"))

collect_ignore = [] if it_can_hear() or MUST else ["test_ears.py", "test_echo.py"]


def pytest_report_header(config: pytest.Config) -> str:
    """A line above the tests."""
    assert config.rootpath.is_dir()
    return "hearing: not tried (make hearing adds what hears)" if collect_ignore else "hearing: tried"
