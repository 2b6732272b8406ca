"""A copy that was installed as a wheel, with nothing of the project beside it: it answers from any folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.additions.scratch import copied
from tests.entrypoints.running import process
from tests.entrypoints.terminal import ENVIRONMENT
from tests.nightly import NIGHTLY

RUN = "import sys; from skill.entrypoints.terminal import main; main(sys.argv[1:], prog_name='gentle-back')"
Done = subprocess.CompletedProcess[str]


@pytest.fixture(name="wheel", scope="module")
def _wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built of a copy, by what the project is locked with: nothing is fetched."""
    place = copied(tmp_path_factory.mktemp("project"))
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(place / "dist"), str(place))
    (wheel,) = (place / "dist").glob("gentle_back-*.whl")
    return wheel


@pytest.fixture(name="installed", scope="module")
def _installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked in a folder of its own; the libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return folder


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, env=ENVIRONMENT, check=True)


def gentle_back(installed: Path, somewhere: Path, *words: str, options: tuple[str, ...] = ()) -> Done:
    """What the command does of somebody who stands anywhere, and whose home is there too."""
    environment = ENVIRONMENT | {"PYTHONPATH": str(installed), "HOME": str(somewhere)}
    environment.pop("XDG_DATA_HOME", "")
    return subprocess.run(
        [sys.executable, *options, "-c", RUN, *words],
        cwd=somewhere,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_it_answers_from_any_folder(installed: Path, tmp_path: Path) -> None:
    done = gentle_back(installed, tmp_path, "say", "open gentle back", "yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Welcome to Gentle Back." in done.stdout
    assert "Shall we do five gentle minutes?" in done.stdout.replace("\n  ", " ")


def test_it_serves_its_page_and_its_pictures(installed: Path, tmp_path: Path) -> None:
    program = ("env", f"PYTHONPATH={installed}", f"HOME={tmp_path}", sys.executable, "-c", RUN)
    with process(tmp_path / "people.sqlite", program, tmp_path) as server:
        assert "Gentle Back" in server.text("/")
        assert server.text("/figure/sphinx.svg").startswith("<svg")


def test_what_is_weighed_word_by_word_is_understood_too(installed: Path, tmp_path: Path) -> None:
    done = gentle_back(installed, tmp_path, "say", "--why", "open gentle back", "my chest feels awfully tight")
    assert "[why: RedFlagIntent" in done.stdout or "[why: EmergencyIntent" in done.stdout, done.stdout


def test_people_are_kept_in_the_users_own_folder_whichever_they_stand_in(installed: Path, tmp_path: Path) -> None:
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        environment = ENVIRONMENT | {"PYTHONPATH": str(installed), "HOME": str(tmp_path)}
        environment.pop("XDG_DATA_HOME", "")
        asked = "from skill.settings import read_settings; print(read_settings().store.name)"
        command = [sys.executable, "-c", asked]
        told = subprocess.run(
            command, cwd=tmp_path / folder, env=environment, capture_output=True, text=True, check=True
        ).stdout
        assert told.strip() == str(tmp_path / ".local/share/gentle-back/people.sqlite")


def test_an_installed_copy_says_where_models_belong(installed: Path, tmp_path: Path) -> None:
    done = gentle_back(installed, tmp_path, "model")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Error: This is an installed copy, and the models belong to the project: call it in there.\n"
    )


def test_without_the_libraries_of_a_skill_at_home_the_command_says_the_next_step(
    installed: Path, tmp_path: Path
) -> None:
    done = gentle_back(installed, tmp_path, "say", "open gentle back", options=("-S",))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "This command needs more than the skill itself. In the project's folder: pip install '.[local]'\n"
    )


@pytest.mark.skipif(not NIGHTLY, reason="fetches every library: for the night")
def test_in_a_new_environment_it_needs_nothing_else(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "PYTHONPATH"}
    install = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", f"{wheel}[local]"]
    subprocess.run(install, env=environment, check=True)
    command = [str(python.with_name("gentle-back")), "say", "open gentle back"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Welcome to Gentle Back." in done.stdout
