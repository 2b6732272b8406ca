"""The documents are true where a program can tell: what they link to, name and count is there."""

import ast
import importlib
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cases.each_of import each_of

ROOT = Path(__file__).parents[1]
DOCS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
}

FOLDER = ROOT / "docs" / "decisions"
RECORDS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("[0-9]*.md"))}
BELOW_TITLE = {name: text.splitlines()[2] for name, text in RECORDS.items()}
"""Where a record says that a later one amended or superseded it."""

WRAPPED = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/design.md",
    "docs/hearing.md",
    "docs/measurements/place.md",
    "docs/memory.md",
    "docs/operations.md",
    "docs/performance.md",
    "docs/scale.md",
    "docs/testing.md",
)
"""What everybody reads; a table stands on lines of its own, however long."""

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
DOTTED = re.compile(r"`(skill(?:\.\w+)+)`")
IN_THE_TREE = re.compile(r"`((?:skill|tests|content|interaction_model|docs|infra|requirements)/[\w./-]*)`")
RECORD = re.compile(r"\[\d{4}\]\((\d{4}-[\w-]+\.md)\)")
CHANGES = re.compile(r"\b(?:[Aa]mends|[Rr]eplaces|[Ss]upersedes) ((?:\[\d{4}\]\([^)]*\)(?:,| and)? ?)+)")
CLASS = re.compile(r"^ *class (\w+)", re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

NAMED_OTHERWISE = ("skill/dialogue/answers/", "skill/alexa/", "skill/stores/", "skill/entrypoints/", "skill/doctor/")
"""Rooms whose files are named by wishes, or by what is outside."""

AVOIDED = {"session", "data", "info", "manager", "helper", "util", "utils", "base"}

ELSEWHERE = tuple(
    map(
        re.compile,
        (
            r"/(?<![\w.~-]/)(?:home|Users|root|work|tmp)/(?!anna\b)\w",  # Anna is a made-up person of the tests
            r"py" + r"pi\.org",
            r"python" + r"hosted\.",
            r"npm" + r"js\.(?:org|com)",
            r"--(?:extra-)?index-url",
        ),
    )
)
"""Paths of somebody's machine, and hosts of package registries: the next machine has others.

Each begins with letters, so that it is looked for where they stand and nowhere else.
"""


WHO = re.compile(r"\bWho\s+[a-z]|[;:]\s+who\s|\b(?:for|to|by|from|than)\s+who\b")
"""What stands in every file with a bare "who", and in few others: only those are taken apart."""

BARE_WHO = re.compile(
    r"(?:^|[.;:!?|>] |- |\d\. |\*\*)Who [a-z][^.?!]*[.!;]|[;:] who [a-z]|\b(?:for|to|by|from|than) who\b", re.MULTILINE
)
"""A clause that begins with "Who" and asks nothing: "anybody who" or "people who" reads better."""


def anchors(text: str) -> set[str]:
    """What a link may point to inside a document, as GitHub names it."""
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def broken_links(name: str) -> Iterator[str]:
    for link in LINK.findall(DOCS[name]):
        target, _, anchor = link.partition("#")
        if target.startswith("https://"):
            continue
        path = (ROOT / name).parent / target if target else ROOT / name
        if not path.exists() or (anchor and anchor not in anchors(path.read_text(encoding="utf-8"))):
            yield link


def is_there(dotted: str) -> bool:
    """Whether a module has this name, or a module has something that has it."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            thing: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError as missing:
            file = (ROOT / "/".join(parts[:length])).with_suffix(".py")
            if (missing.name or "").split(".")[0] == parts[0] or not file.exists():
                continue
            return is_written(file, parts[length:])
        for attribute in parts[length:]:
            if attribute not in getattr(thing, "__annotations__", {}) and not hasattr(thing, attribute):
                return False
            thing = getattr(thing, attribute, None)
        return True
    return False


def is_written(module: Path, names: list[str]) -> bool:
    """Whether a module whose libraries are not installed here has something of these names."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return set(names) <= {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)}


def files_kept() -> list[Path]:
    """Every file that is part of the project."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.splitlines() if (ROOT / name).is_file()]


def classes() -> Iterator[tuple[str, str]]:
    for path in ROOT.glob("skill/**/*.py"):
        for name in CLASS.findall(path.read_text(encoding="utf-8")):
            yield path.relative_to(ROOT).as_posix(), name


@each_of("name", DOCS)
def test_every_link_between_the_documents_leads_somewhere(name: str) -> None:
    assert list(broken_links(name)) == []


@each_of("name", DOCS)
def test_every_module_class_and_function_that_is_named_is_there(name: str) -> None:
    assert [dotted for dotted in DOTTED.findall(DOCS[name]) if not is_there(dotted)] == []


@each_of("name", DOCS)
def test_every_file_that_is_named_is_there(name: str) -> None:
    assert [path for path in IN_THE_TREE.findall(DOCS[name]) if not (ROOT / path).exists()] == []


def glossary() -> list[tuple[str, str]]:
    """Each word with where it is."""
    rows = [line.split("|") for line in DOCS["docs/glossary.md"].splitlines() if line.startswith("| ")]
    return [(row[1].strip(), row[3]) for row in rows if row[1].strip() != "word"]


def test_every_word_of_the_glossary_says_where_it_is() -> None:
    assert len(glossary()) > 50
    assert [word for word, where in glossary() if not DOTTED.search(where) and not IN_THE_TREE.search(where)] == []
    assert [word for word, count in Counter(word for word, _ in glossary()).items() if count > 1] == []


def test_the_words_that_one_has_to_know_are_few_and_come_first() -> None:
    first, _, _ = DOCS["docs/glossary.md"].partition("\n## File names\n")
    assert 30 <= len([line for line in first.splitlines() if line.startswith("| ")]) - 1 <= 48


def test_every_file_is_named_by_a_word_of_the_glossary() -> None:
    rows = [line.split("|") for line in DOCS["docs/glossary.md"].lower().splitlines() if line.startswith("| ")]
    words = {root(word) for row in rows for word in re.findall(r"[a-z]+", row[1])}
    places = " ".join(row[3] for row in rows)
    files = [path.relative_to(ROOT).with_suffix("") for path in ROOT.glob("skill/**/*.py") if path.stem != "__init__"]
    ours = [file for file in files if not file.as_posix().startswith(NAMED_OTHERWISE)]
    assert len(ours) > 100
    unnamed = [file for file in ours if not words & {root(word) for word in file.name.split("_")}]
    assert [file.as_posix() for file in unnamed if not stands_in(places, file)] == []


def stands_in(places: str, file: Path) -> bool:
    """Whether a place of the glossary is in this file."""
    return f"{file.as_posix()}.py`" in places or f"`{'.'.join(file.parts)}." in places


def root(word: str) -> str:
    """A word without the endings that make one of several, or the doing of a thing."""
    return re.sub(r"(?:ies|ions?|ing|es|s|e|y)$", "", word)


def test_no_class_has_a_name_that_the_glossary_avoids() -> None:
    parts = {name: set(re.findall(r"[A-Z][a-z]+", name)) for _, name in classes()}
    assert {name for name, words in parts.items() if AVOIDED & {word.lower() for word in words}} == set()
    assert all(f"`{word.capitalize()}`" in DOCS["docs/glossary.md"] for word in AVOIDED - {"utils"})


@each_of(["contract", "first"], [("Imports go downwards only", "entrypoints"), ("Inside the dialogue too", "guide")])
def test_the_floors_that_the_design_draws_are_those_that_are_checked(contract: str, first: str) -> None:
    checked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(one["layers"] for one in checked["contracts"] if one["name"] == contract)
    drawn = DOCS["docs/design.md"].partition(f"```\n{first} ")[2].partition("\n```")[0]
    lines = f"{first} {drawn}".splitlines()
    assert [line.partition("  ")[0].strip() for line in lines if not line.startswith(" ")] == layers


def test_the_design_is_read_in_ten_minutes() -> None:
    assert len(DOCS["docs/design.md"].split()) < 2400  # at two hundred and forty words a minute


@each_of("name", WRAPPED)
def test_what_is_read_first_and_changed_often_is_wrapped(name: str) -> None:
    paragraphs = re.sub(r"^ *```.*?^ *```$", "", DOCS[name], flags=re.MULTILINE | re.DOTALL)
    assert [line for line in paragraphs.splitlines() if len(line) > 120 and not line.startswith("|")] == []


def test_decisions_are_numbered_without_a_gap_or_a_double() -> None:
    assert [int(name[:4]) for name in RECORDS] == list(range(1, len(RECORDS) + 1))


@each_of("name", RECORDS)
def test_a_decision_has_its_number_context_decision_and_consequences(name: str) -> None:
    assert RECORDS[name].startswith(f"# {int(name[:4])}. ")
    parts = re.findall(r"^\*\*(\w+)\.\*\*", RECORDS[name], re.MULTILINE)
    assert parts == ["Context", "Decision", "Consequences"]


def test_the_index_lists_each_decision_under_one_theme_and_names_what_superseded_it() -> None:
    themes = [line for line in DOCS["docs/decisions/README.md"].splitlines() if line.startswith("- ")]
    assert sorted(name for line in themes for name in RECORD.findall(line)) == list(RECORDS)
    superseded = [name for name, line in BELOW_TITLE.items() if line.startswith("*Superseded by")]
    marked = [name for line in themes if "(superseded by " in line for name in RECORD.findall(line)]
    assert sorted(marked) == superseded


@each_of("name", RECORDS)
def test_what_changed_a_decision_later_is_said_below_its_title_and_nowhere_else(name: str) -> None:
    assert re.findall(r"\*\*(?:Amended|Replaced|Superseded)", RECORDS[name]) == []
    if BELOW_TITLE[name].startswith(("*Amended by", "*Superseded by")):
        assert min(RECORD.findall(BELOW_TITLE[name])) > name


@each_of("name", RECORDS)
def test_a_decision_that_changes_another_is_named_below_the_title_of_that_one(name: str) -> None:
    changed = [other for links in CHANGES.findall(RECORDS[name]) for other in RECORD.findall(links)]
    assert [other for other in changed if name not in BELOW_TITLE[other]] == []


def prose_of(path: Path) -> Iterator[str]:
    """What is written for people: a document's paragraphs, and of Python the docstrings, wherever they stand."""
    text = path.read_text(encoding="utf-8")
    if not WHO.search(text):
        return
    if path.suffix == ".md":
        yield from (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        return
    for node in statements_in(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield from (" ".join(paragraph.split()) for paragraph in node.value.value.split("\n\n"))


def statements_in(node: ast.AST) -> Iterator[ast.AST]:
    """The statements of a node, and those in them: no expression is looked into, for a docstring is in none."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for inner in getattr(node, part, ()):
            yield inner
            yield from statements_in(inner)


def test_no_sentence_begins_with_a_bare_who() -> None:
    said = {"docs/voice-commands.md"}  # the words of people, as they say them
    files = [ROOT / name for name in DOCS if name not in said]
    files += [path for part in ("skill", "infra", "tests") for path in ROOT.glob(f"{part}/**/*.py")]
    prose = [(path, words) for path in files if "node_modules" not in path.parts for words in prose_of(path)]
    found = [
        (path.relative_to(ROOT).as_posix(), match[0]) for path, words in prose for match in BARE_WHO.finditer(words)
    ]
    assert len(files) > 1000
    assert found == []


@each_of(
    "said",
    ["Who knows.", "Lie down. Who is\nthere already, waits.", "It is\nfor\nwho asks.", "Rest; who\nis led goes on."],
)
def test_a_bare_who_is_found_in_a_docstring_and_in_a_paragraph(tmp_path: Path, said: str) -> None:
    for name, text in (("some.md", f"Some words.\n\n{said}\n"), ("some.py", f'def some():\n    """{said}"""\n')):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert any(BARE_WHO.search(words) for words in prose_of(tmp_path / name)), (name, said)


def test_no_test_is_named_by_a_bare_who() -> None:
    tests = {path: path.read_text(encoding="utf-8") for path in ROOT.glob("tests/**/test_*.py")}
    assert [name for text in tests.values() for name in re.findall(r"def (test_whos?e?_\w+)", text)] == []


def test_nothing_names_a_machine_or_a_package_registry() -> None:
    found = {}
    for path in files_kept():
        text = path.read_text(encoding="utf-8", errors="replace")
        if matches := [match.group() for pattern in ELSEWHERE if (match := pattern.search(text))]:
            found[path.relative_to(ROOT).as_posix()] = matches
    assert found == {}
