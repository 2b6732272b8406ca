"""The real library, read once for all tests of content, and a copy of its folder for those that break it."""

import shutil
from pathlib import Path

import pytest

from skill.assembly import the_library
from skill.content.library import Library
from skill.content.library_from_files import CONTENT_FOLDER


@pytest.fixture(scope="session")
def library() -> Library:
    return the_library()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT_FOLDER, tmp_path / "content"))
