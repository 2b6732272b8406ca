"""Makes the bundle for AWS Lambda: our own files and the libraries they need, compiled, the same bytes each time."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from infra.bundled_modules import join_modules

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "lambda.txt"
BUNDLE = ROOT / "dist" / "gentle-back-lambda.zip"

RUNTIME = "3.13"
PLATFORM = ("--platform", "manylinux2014_x86_64", "--implementation", "cp", "--python-version", RUNTIME)
"""The runtime and the processor that infra/template.yaml asks for."""

LARGEST_BUNDLE_BYTES = 50_000_000
"""What Lambda takes as one file."""

WITHOUT_COMPILER = f"""No python{RUNTIME} is here that works, so the bundle cannot be compiled, and would start slowly.
Install it (uv python install {RUNTIME}, or pyenv install {RUNTIME}), put it on the PATH, and try again."""

SHIM = """
{shim} is there, and runs none: it is the shim of a version manager that was not told which Python to take.
Where it has one (pyenv versions), set PYENV_VERSION={runtime} before the same command."""

AT_HOME_ONLY = (
    "skill/alexa/requests.py",
    "skill/alexa/verifying/",
    "skill/device/",
    "skill/doctor/",
    "skill/entrypoints/aloud.py",
    "skill/entrypoints/at_home.py",
    "skill/entrypoints/examining.py",
    "skill/entrypoints/hearing.py",
    "skill/entrypoints/page/",
    "skill/entrypoints/processes.py",
    "skill/entrypoints/records/",
    "skill/entrypoints/reloading.py",
    "skill/entrypoints/saying.py",
    "skill/entrypoints/serving.py",
    "skill/entrypoints/sheets/",
    "skill/entrypoints/talking.py",
    "skill/entrypoints/terminal.py",
    "skill/entrypoints/web",
    "skill/entrypoints/wyoming/",
    "skill/home.py",
    "skill/recognizer/suggestions.py",
    "skill/recognizer/voice_commands.py",
    "skill/hearing/",
    "skill/sound/",
    "skill/voice/",
)
"""Of our own files, those that need what a Lambda does not carry, or serve whoever has no Alexa."""

FOR_OTHERS = (".json", ".txt")
"""Endings of what only others read: models for Alexa, and sentences for whoever trains the reader."""

SHOWN = "skill/alexa/screens/"
"""Documents for screens, which have such an ending, too."""

ABOUT = "gentle-back.json"
"""In the bundle: what it is."""

ENDPOINTS = "botocore/data/endpoints.json"
SERVICE = "dynamodb"

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""No zip knows an earlier time; the true times would make each bundle another."""


def main() -> None:
    """Fetch the wheels for Lambda's platform, add the skill, compile, and pack."""
    python = compiler()
    if python is None:
        sys.exit(without_compiler())
    BUNDLE.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        print("Fetching wheels for Lambda's platform; this takes some seconds.", flush=True)
        fetch(folder)
        stage(folder)
        print("Compiling.", flush=True)
        compile_all(folder, python)
        join_modules(folder)
        seal_content(folder)
        about = what_it_is(commit())
        (folder / ABOUT).write_text(about, "utf-8")
        pack(folder, BUNDLE)
    print(about)
    size = BUNDLE.stat().st_size
    print(f"{BUNDLE.relative_to(ROOT)}: {size / 1e6:.1f} MB of the {LARGEST_BUNDLE_BYTES / 1e6:.0f} that Lambda takes.")
    if size > LARGEST_BUNDLE_BYTES:
        sys.exit("That is too large.")


def fetch(folder: Path) -> None:
    """Unpack into the folder every locked wheel for Lambda's platform, whatever this machine is."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    wheels = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-compile", *PLATFORM]
    subprocess.run([*pip, *wheels, "--target", str(folder), "--requirement", str(LOCK)], check=True)


def stage(folder: Path) -> None:
    """Put our own files beside the libraries, and take out what no Lambda of ours needs."""
    for name in [name for name in _files(folder) if _superfluous(name)]:
        (folder / name).unlink()
    _keep_our_endpoints(folder / ENDPOINTS)
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(ROOT / name, folder / name)
    for part in ("skill", "content", "interaction_model"):
        for name in (f"{part}/{name}" for name in _files(ROOT / part)):
            ours = not name.endswith(FOR_OTHERS) or name.startswith(SHOWN)
            if ours and not name.startswith(AT_HOME_ONLY) and "__pycache__" not in name:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, folder / name)


def our_endpoints(every: Mapping[str, Any]) -> dict[str, Any]:
    """Where Amazon's services are, without those that are not ours: each start reads all of it."""
    partitions = [
        {**one, "services": {name: told for name, told in one["services"].items() if name == SERVICE}}
        for one in every["partitions"]
    ]
    return {**every, "partitions": partitions}


def _keep_our_endpoints(file: Path) -> None:
    """In the place of the file, which may be a link to what is installed here."""
    kept = json.dumps(our_endpoints(json.loads(file.read_bytes())), separators=(",", ":"))
    file.unlink()
    file.write_text(kept, "utf-8")


def commit() -> str:
    """The commit that is packed, and whether anything was changed since; unknown where there is no git."""
    try:
        asked = ["git", "describe", "--always", "--dirty=, and what was changed since", "--abbrev=40", "--exclude=*"]
        return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def what_it_is(packed: str) -> str:
    """Name, version and commit, and the Python that it is for; no date, so that its bytes are the same each time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    about = {"name": project["name"], "version": project["version"], "commit": packed, "python": RUNTIME}
    return json.dumps(about, indent=2)


def compiler() -> str | None:
    """The Python of Lambda's version on this machine; None when there is none, or only a shim that finds none."""
    python = shutil.which(f"python{RUNTIME}")
    is_it = f"import sys; sys.exit('%d.%d' % sys.version_info[:2] != '{RUNTIME}')"
    works = python and subprocess.run([python, "-c", is_it], capture_output=True, check=False).returncode == 0
    return python if works else None


def without_compiler() -> str:
    """Why no bundle can be made here, and each way out."""
    shim = shutil.which(f"python{RUNTIME}")
    return WITHOUT_COMPILER + (SHIM.format(shim=shim, runtime=RUNTIME) if shim else "")


def compile_all(folder: Path, python: str) -> None:
    """Compile every module for good: Lambda cannot keep what it compiles, and would do it at each cold start."""
    command = [python, "-W", "ignore", "-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash"]
    # Neither the folder's name nor the order of sets may make each compilation another.
    where = ["-s", str(folder), "-p", "/var/task", str(folder)]
    subprocess.run([*command, *where], check=True, env={**os.environ, "PYTHONHASHSEED": "0"})


def seal_content(folder: Path, locales: Sequence[str] = ()) -> None:
    """Read the content, and make ready the known sentences of these locales, or of all: no cold start need do it."""
    sealed = folder / "skill" / "__pycache__"
    with TemporaryDirectory() as nothing_kept:
        # As above; and nothing that another order of sets has made.
        settings = {"PYTHONHASHSEED": "0", "PYTHONPYCACHEPREFIX": nothing_kept}
        command = [sys.executable, "-m", "infra.sealing", str(sealed), *locales]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **settings})


def pack(folder: Path, bundle: Path) -> None:
    """Write the zip of a folder; equal files make equal bytes."""
    with ZipFile(bundle, "w", ZIP_DEFLATED) as archive:
        for name in sorted(_files(folder)):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made: else the rights below mean nothing
            entry.external_attr = (0o100755 if name.endswith(".so") else 0o100644) << 16
            archive.writestr(entry, (folder / name).read_bytes())


def _superfluous(name: str) -> bool:
    """Scripts, and the descriptions of some four hundred services of Amazon's that are not DynamoDB."""
    descriptions = "botocore/data/"
    of_a_service = name.startswith(descriptions) and "/" in name.removeprefix(descriptions)
    return name.startswith("bin/") or (of_a_service and not name.startswith(f"{descriptions}{SERVICE}/"))


def _files(folder: Path) -> Iterator[str]:
    """The names of all files in a folder, relative to it."""
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
