"""What is in the bundle and what is not; all of it can be imported there, and its bytes depend on nothing else."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

import botocore
import pytest
from botocore.regions import EndpointResolver

from infra.bundle import (
    AT_HOME_ONLY,
    LOCK,
    ROOT,
    WITHOUT_COMPILER,
    commit,
    compile_all,
    compiler,
    main,
    our_endpoints,
    pack,
    seal_content,
    what_it_is,
    without_compiler,
)
from skill.compiled import SEALED
from tests.infra.packed.function import SETTINGS, Unpacked
from tests.infra.packed.installed import locked
from tests.nightly import at_night


@pytest.fixture(scope="module")
def names(unpacked: Unpacked) -> list[str]:
    folder = unpacked.bundle
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def test_skill_content_and_licence_are_there(names: list[str]) -> None:
    assert {"LICENSE", "NOTICE", "skill/entrypoints/aws_lambda.py", "content/phrases/en/guiding.toml"} <= set(names)
    content = {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.toml")}
    assert content == {name for name in names if name.startswith("content/")}


def test_what_screens_show_is_there(names: list[str]) -> None:
    documents = {f"skill/alexa/screens/{name}.json" for name in ("led", "said", "shared")}
    assert {*documents, "skill/drawing/picture.py"} <= set(names)


def test_what_reads_words_is_there_and_not_what_it_learned_from(names: list[str]) -> None:
    folder = ROOT / "interaction_model"
    needed = {
        path.relative_to(ROOT).as_posix() for ending in ("yaml", "weights") for path in folder.rglob(f"*.{ending}")
    }
    assert {"interaction_model/en/reader.weights", "interaction_model/en/preambles.yaml"} < needed
    assert needed == {name for name in names if name.startswith("interaction_model/")}


def test_the_bundle_leaves_out_what_only_home_needs(names: list[str]) -> None:
    at_home = ("flask", "waitress", "click", "cryptography", "werkzeug", "moto", "pytest", "cfnlint")
    absent = (*at_home, "numpy", "tests/", "infra/", "bin/", *AT_HOME_ONLY)
    assert [name for name in names if name.startswith(absent)] == []


def test_every_file_named_to_stay_at_home_exists() -> None:
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "skill").rglob("*") if path.is_file()]
    assert [start for start in AT_HOME_ONLY if not any(file.startswith(start) for file in files)] == []


def test_of_amazons_services_only_our_own_is_described(names: list[str]) -> None:
    described = {name.split("/")[2] for name in names if name.startswith("botocore/data/") and name.count("/") > 2}
    assert described == {"dynamodb"}
    assert "botocore/data/endpoints.json" in names


def test_dynamodb_is_found_in_every_region_as_before(unpacked: Unpacked) -> None:
    whole = json.loads((Path(botocore.__file__).parent / "data" / "endpoints.json").read_bytes())
    kept = json.loads((unpacked.bundle / "botocore" / "data" / "endpoints.json").read_bytes())
    assert kept == our_endpoints(whole) != whole
    before, now = EndpointResolver(whole), EndpointResolver(kept)
    regions = [region for partition in whole["partitions"] for region in partition["regions"]]
    assert "eu-west-1" in regions
    for region in regions:
        assert now.construct_endpoint("dynamodb", region) == before.construct_endpoint("dynamodb", region)


def test_it_says_what_it_is() -> None:
    told = json.loads(what_it_is("0123abc"))
    assert told == {"name": "gentle-back", "version": "0.1.0", "commit": "0123abc", "python": "3.13"}


def test_without_git_its_commit_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert commit() == "unknown"


def test_everything_of_ours_can_be_imported_where_nothing_else_is(unpacked: Unpacked) -> None:
    files = sorted((unpacked.bundle / "skill").rglob("*.py"))
    assert files
    modules = [".".join(file.relative_to(unpacked.bundle).with_suffix("").parts) for file in files]
    assert "skill.stores.dynamodb" in modules
    program = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"
    command = [sys.executable, "-S", "-B", "-c", program, *modules]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(unpacked.bundle), "AWS_REGION": "eu-west-1"} | SETTINGS
    ran = subprocess.run(command, env=environment, cwd=unpacked.bundle, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_every_module_is_compiled_for_good(names: list[str], unpacked: Unpacked) -> None:
    modules = [name for name in names if name.endswith(".py")]
    compiled = {cache_from_source(name) for name in modules}
    assert compiled == {name for name in names if name.endswith(".pyc")}
    # The second word of its head says that nobody compares it with its source.
    assert {(unpacked.bundle / name).read_bytes()[4:8] for name in compiled} == {b"\1\0\0\0"}


def test_what_is_packed_is_what_is_tested() -> None:
    assert {name: version(name) for name in locked()} == locked()
    assert {"ask-sdk-core", "boto3", "hassil", "pydantic", "pyyaml", "tzdata", "unicode-rbnf"} <= set(locked())


def test_the_lock_names_hashes_and_no_host() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert text.count("==") == len(locked())
    assert text.count("--hash=sha256:") >= len(locked())
    assert "://" not in text


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    bundles = []
    for order, moment in ((("b.py", "a.py"), 1_000_000_000), (("a.py", "b.py"), 1_500_000_000)):
        folder = tmp_path / str(moment)
        folder.mkdir()
        for name in order:
            (folder / name).write_text(f"NAMES = {{'{name}', 'c', 'd', 'e'}}", encoding="utf-8")
            os.utime(folder / name, (moment, moment))
        compile_all(folder, sys.executable)
        pack(folder, tmp_path / "bundle.zip")
        bundles.append((tmp_path / "bundle.zip").read_bytes())
    assert bundles[0] == bundles[1]


def test_what_is_made_of_the_content_is_there_and_sealed(unpacked: Unpacked) -> None:
    kept = unpacked.bundle / "skill" / "__pycache__"
    assert {path.name for path in kept.glob("*.made")} == {"figures.made", "library.made", "reader-en-US.made"}
    assert {path.read_bytes()[: len(SEALED)] for path in kept.glob("*.made")} == {SEALED}


@at_night
def test_what_is_sealed_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        seal_content(tmp_path / name, ("en-US",))
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).rglob("*.made"))} for name in ("one", "two")
    )
    assert one == two != {}


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.made"))}


def test_a_bundle_that_is_not_compiled_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shim of a version manager is there, and finds no such Python."""
    monkeypatch.setattr("infra.bundle.compiler", lambda: None)
    monkeypatch.setattr("infra.bundle.fetch", lambda _: pytest.fail("fetched"))
    with pytest.raises(SystemExit) as stopped:
        main()
    assert "No python3.13 is here that works" in str(stopped.value)
    assert "uv python install 3.13" in str(stopped.value)


@pytest.mark.parametrize(
    "program", ["#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2\nexit 127", "#!/bin/sh\nexit 1"]
)
def test_a_shim_is_no_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text(f"{program}\n", encoding="utf-8")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert compiler() is None
    assert f"{shim} is there, and runs none" in without_compiler()
    assert "PYENV_VERSION=3.13" in without_compiler()


def test_where_there_is_no_shim_none_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert without_compiler() == WITHOUT_COMPILER
