"""A locale is added by the steps of CONTRIBUTING.md, in a copy of the project, and there is nothing else to do."""

from pathlib import Path

import pytest

from tests.additions.scratch import copied, goes_well_in, run_in

NEW_ZEALAND = '''
language         = "en"
zone             = "Pacific/Auckland"
emergency_number = "one one one"
emergency_digits = "111"
adviser          = "physio"
invocation       = "gentle back"

[shown]
name = "Gentle Back"
summary = "Talks you through gentle stretches for your back, times every hold, and keeps your place."
description = """
Let Gentle Back talk you through gentle stretches. If anything hurts, come out of the stretch at once.

This is general information, not medical advice.
"""
phrases = [
    "Alexa, open gentle back",
    "Alexa, ask gentle back to start my lower back routine",
    "Alexa, ask gentle back how do I do the cobra",
]
keywords = ["back", "stretching"]
'''
WHAT_NAMES_EVERY_LOCALE = (
    "tests/recognizer/test_model.py",
    "tests/infra/test_skill_package.py",
    "tests/content/language/test_locales.py",
)
CHECKS = "committed or (takes and NZ) or published or country"
STEPS = """
from infra.skill_package import main as manifest
from skill.entrypoints.terminal import main
main(["model"], standalone_mode=False)
manifest()
"""
"""What `gentle-back model` and `make manifest` do."""
CALL = """
from skill.entrypoints.terminal import main
main(["say", "--locale", "en-NZ", "my chest hurts"])
"""


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in another place, with the locale added by its steps."""
    place = copied(tmp_path_factory.mktemp("project"))
    (place / "content" / "locales" / "en-NZ.toml").write_text(NEW_ZEALAND, "utf-8")
    done = run_in(place, "-c", STEPS)
    assert done.returncode == 0, done.stderr
    return place


def test_the_tests_that_name_every_locale_find_nothing_else_to_do(place: Path) -> None:
    goes_well_in(place, "-k", CHECKS, *WHAT_NAMES_EVERY_LOCALE)
    assert (place / "interaction_model" / "en-NZ.json").is_file()
    assert '"en-NZ"' in (place / "infra" / "skill-package" / "skill-package" / "skill.json").read_text("utf-8")


def test_its_own_number_is_called_there(place: Path) -> None:
    said = run_in(place, "-c", CALL).stdout
    assert "Call one one one, or your local emergency number, or call to someone near you." in said
