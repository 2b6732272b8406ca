"""The shape of the house: what may import what, and how large a file or a function may grow."""

import ast
import gc
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = [path for part in ("skill", "infra", "tests") for path in sorted((ROOT / part).rglob("*.py"))]
CODE = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in FILES if "node_modules" not in path.parts
}
MODULES = {name: text for name, text in CODE.items() if name.startswith("skill/")}

MOST_LINES = 300
MOST_FILES_A_FOLDER = 15
MOST_LINES_A_FUNCTION = 25
MOST_PARAMETERS = 4

ADDED_UP = re.compile(r"(?<!f)sum\((?:moment|stage|cue|[\w.]+\.pace)\.seconds")
"""Seconds of speech and silence, added by Python's own sum: from 3.12 on it rounds otherwise than before."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def trees() -> dict[str, ast.Module]:
    """Every file, parsed: half a million things that stay, among which nobody need look for rubbish."""
    gc.disable()
    try:
        return {name: ast.parse(text) for name, text in CODE.items()}
    finally:
        gc.freeze()
        gc.enable()


@cache
def functions() -> tuple[tuple[str, Function], ...]:
    """Every function with the name of its file."""
    return tuple((name, node) for name, tree in trees().items() for node in functions_in(tree))


def functions_in(node: ast.AST) -> Iterator[Function]:
    """The functions of a node, and those in them: they stand among statements, and no expression is looked into."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for inner in getattr(node, part, ()):
            if isinstance(inner, Function):
                yield inner
            yield from functions_in(inner)


def lines_of_code(function: Function) -> int:
    """From the signature to the last statement; what the docstring says does not count, nor do decorators."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    told = ast.get_docstring(function) is not None
    return lines - ((first.end_lineno or 0) - first.lineno + 1 if told else 0)


def parameters(function: Function) -> int:
    given = function.args
    names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


DIALOGUE = "skill/dialogue/"


def test_there_is_something_to_measure() -> None:
    assert "skill/ports/store.py" in MODULES


def test_imports_go_downwards_only_and_each_library_stays_in_its_place() -> None:
    # In a process of its own: the linter sets up logging for the whole of it.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_file_begins_with_a_sentence_that_says_what_it_knows() -> None:
    told = {module: ast.get_docstring(trees()[module]) or "" for module in MODULES}
    assert [module for module, words in told.items() if not words.partition("\n")[0].endswith((".", "?"))] == []


def test_no_file_grows_beyond_what_one_can_hold_in_mind() -> None:
    assert {name: text.count("\n") for name, text in CODE.items() if text.count("\n") > MOST_LINES} == {}


def test_no_folder_grows_beyond_what_one_can_find_something_in() -> None:
    folders = Counter(str(Path(name).parent) for name in CODE if not name.endswith("/__init__.py"))
    assert {"skill/content/rules", "infra", "tests/stores/dynamodb"} <= set(folders)
    assert {folder: count for folder, count in folders.items() if count > MOST_FILES_A_FOLDER} == {}


def test_every_room_says_what_it_knows_and_which_it_may_ask() -> None:
    rooms = {str(Path(module).parent) for module in MODULES}
    assert [room for room in rooms if f"{room}/__init__.py" not in MODULES] == []
    layered = [room for room in rooms if any(Path(other).parent == Path(room) for other in rooms)]
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert [room for room in layered if f'containers = ["{room.replace("/", ".")}"]' not in contracts] == []


def test_the_tests_have_the_rooms_of_the_dialogue_and_conversations_its_chapters() -> None:
    rooms = {str(Path(module).parent.relative_to("skill")) for module in MODULES if module.startswith(DIALOGUE)}
    tested = {str(Path(name).parent.relative_to("tests")) for name in CODE if name.startswith("tests/dialogue/")}
    assert {room for room in rooms - tested if not is_hall(room, rooms)} == set()
    told = re.findall(r"^### (.*)$", (ROOT / "docs/voice-commands.md").read_text(encoding="utf-8"), re.MULTILINE)
    chapters = {title.lower().replace(" ", "-") for title in told} - {"names"}
    played = {path.name for path in (ROOT / "tests/conversations").iterdir() if any(path.glob("*.txt"))}
    assert played - chapters == {"keeping-the-place", "when-things-fail"}
    assert chapters <= played


def is_hall(room: str, rooms: set[str]) -> bool:
    """Whether this has rooms of its own, and is tested by them."""
    return any(other.startswith(f"{room}/") for other in rooms)


def test_no_function_grows_beyond_a_glance() -> None:
    long = [
        f"{name}: {function.name} has {lines_of_code(function)} lines"
        for name, function in functions()
        if lines_of_code(function) > MOST_LINES_A_FUNCTION
    ]
    assert long == []


def test_no_function_asks_for_more_than_four_things() -> None:
    # What a test asks for is the columns of its table and what it needs, each by its name.
    greedy = [
        f"{name}: {function.name} has {parameters(function)} parameters"
        for name, function in functions()
        if parameters(function) > MOST_PARAMETERS and not function.name.startswith("test_")
    ]
    assert greedy == []


def test_what_a_function_raises_stands_in_its_docstring() -> None:
    # Of a command the docstring is what --help prints, and "See `Voice`" leads to what is promised there.
    silent = []
    for name, function in functions():
        told = ast.get_docstring(function)
        if name.startswith("tests/") or name == "skill/entrypoints/terminal.py" or function.name.startswith("_"):
            continue
        if told and "raise" not in told.lower() and not told.startswith("See `"):
            errors = [error for error in raised_in(function) if error not in (*told.split("`"), "SystemExit")]
            silent += [f"{name}: {function.name} raises {error}" for error in errors]
    assert silent == []


def raised_in(function: ast.AST) -> Iterator[str]:
    """The names of the errors that are raised in a function, and not in another within it."""
    for node in ast.iter_child_nodes(function):
        if isinstance(node, Function):
            continue
        if isinstance(node, ast.Raise) and node.exc is not None:
            error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            yield ast.unparse(error)
        yield from raised_in(node)


def test_one_name_stands_for_one_class_in_all_of_the_code() -> None:
    # Whoever reads `Heard` need not look up whose it is. What begins with an underscore is met in its file alone.
    classes = [
        (node.name, name)
        for name in MODULES
        for node in trees()[name].body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    often = Counter(name for name, _ in classes)
    assert sorted((name, module) for name, module in classes if often[name] > 1) == []


def test_seconds_are_the_same_in_every_python() -> None:
    assert [name for name, text in MODULES.items() if ADDED_UP.search(text)] == []
