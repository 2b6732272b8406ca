"""What the program asks of the phrases, read from its source: every key, and the gaps that it fills."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SKILL = Path(__file__).parents[2] / "skill"
SPEAKING = ("dialogue", "timeline", "tailoring", "wording", "ports", "screen")
"""The parts that put anything into words."""

KEY = re.compile(r"[a-z]+(-[a-z]+)*(\.[\w-]+)+")
_PART = r"([\w.-]+?)"

Gaps = frozenset[str]
Saying = tuple[ast.expr, Gaps]


class Asking(NamedTuple):
    """One place in the source where a key stands, or a pattern of keys; with the gaps where it is said there."""

    file: str
    pattern: str
    gaps: Gaps | None = None

    @property
    def literal(self) -> bool:
        """Whether it is one key and no pattern."""
        return _PART not in self.pattern


class Program(NamedTuple):
    """The places that ask, by the key that each names, or by the pattern of several; by file the gaps of every call
    that says something; and all words of the source."""

    askings: tuple[Asking, ...]
    by_key: dict[str, list[Asking]]
    by_pattern: dict[re.Pattern[str], list[Asking]]
    gaps_in: dict[str, Gaps]
    words: frozenset[str]

    def asking_for(self, key: str) -> list[Asking]:
        """The places that may mean this key: what stands for a part of it must be a word of the program."""
        found = ((askings, pattern.fullmatch(key)) for pattern, askings in self.by_pattern.items())
        meant = (askings for askings, parts in found if parts and all(map(self._is_word, parts.groups())))
        return [*self.by_key.get(key, ()), *(asking for askings in meant for asking in askings)]

    def exact_gaps(self, key: str) -> Gaps | None:
        """What is filled wherever this very key is said; None where it is only said by way of a variable."""
        said = [one.gaps for one in self.asking_for(key) if one.literal and one.gaps is not None]
        return frozenset.intersection(*said) if said else None

    def possible_gaps(self, key: str) -> Gaps:
        """What can be filled in it at most: what is filled in some call in a file that names it."""
        return frozenset().union(*(self.gaps_in[asking.file] for asking in self.asking_for(key)))

    def _is_word(self, part: str) -> bool:
        """Whether it is a word of the program, a number, or two words put together."""
        ends = (index for index in range(1, len(part)) if part[index - 1] == "-" or part[index] == "-")
        halves = ((part[:index].strip("-"), part[index:].strip("-")) for index in ends)
        return part in self.words or part.isdigit() or any({*both} <= self.words for both in halves)


@cache
def program(folder: Path = SKILL) -> Program:
    """The program as it is in this folder, with the content's names for parts of the body as words."""
    words = set(tomllib.loads((folder.parent / "content" / "areas.toml").read_text("utf-8"))["areas"])
    askings, gaps_in = list[Asking](), dict[str, Gaps]()
    for path in sorted(folder.rglob("*.py")):
        nodes, file = list(ast.walk(ast.parse(path.read_text("utf-8")))), path.relative_to(folder).as_posix()
        words.update(_words(nodes))
        if file.partition("/")[0] in SPEAKING:
            sayings = list(_sayings(nodes))
            askings += _askings(file, nodes, sayings)
            gaps_in[file] = frozenset().union(*(gaps for _, gaps in sayings))
    once = tuple(dict.fromkeys(askings))
    named = {_named(one): places for one, places in _by_pattern(one for one in once if one.literal).items()}
    perhaps = _by_pattern(one for one in once if not one.literal)
    return Program(once, named, {re.compile(one): places for one, places in perhaps.items()}, gaps_in, frozenset(words))


def _by_pattern(askings: Iterable[Asking]) -> dict[str, list[Asking]]:
    found = dict[str, list[Asking]]()
    for asking in askings:
        found.setdefault(asking.pattern, []).append(asking)
    return found


def _named(pattern: str) -> str:
    """The one key that a pattern is."""
    return re.sub(r"\\(.)", r"\1", pattern)


def _askings(file: str, nodes: list[ast.AST], sayings: list[Saying]) -> Iterator[Asking]:
    for key, gaps in sayings:
        yield from (Asking(file, pattern, gaps) for pattern in _patterns(key))
    for node in nodes:
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield from (Asking(file, pattern) for pattern in _patterns(node))


def _sayings(nodes: list[ast.AST]) -> Iterator[Saying]:
    """Every call that says a phrase: its key, and the gaps that it fills."""
    tables = {name: keys for node in nodes for name, keys in _tables(node)}
    for node in nodes:
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("say", "due")
            and node.args
        ):
            given = ({one.arg} if one.arg else tables.get(_name(one.value), set()) for one in node.keywords)
            yield node.args[0], frozenset[str]().union(*given)


def _tables(node: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """A table that is written out, or a function that gives one of several, by name; with the keys, which are gaps."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
        yield _name(node.targets[0]), _keys(node.value)
    if isinstance(node, ast.FunctionDef):
        yield node.name, set[str]().union(*map(_keys, ast.walk(node)))


def _keys(node: ast.AST) -> set[str]:
    keys = node.keys if isinstance(node, ast.Dict) else ()
    return {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def _name(node: ast.expr) -> str:
    return ast.unparse(node.func if isinstance(node, ast.Call) else node)


def _patterns(node: ast.expr) -> Iterator[str]:
    """The keys that an expression can stand for, as far as its text tells."""
    if isinstance(node, ast.IfExp):
        yield from _patterns(node.body)
        yield from _patterns(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        pattern = "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else _PART for one in node.values)
        if re.match(r"[a-z]+(\\-[a-z]+)*\\\.", pattern) and " " not in pattern:
            yield pattern


def _words(nodes: list[ast.AST]) -> Iterator[str]:
    """Texts of the source with hyphens for spaces, the parts of those that are keys, and the names of functions."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.replace(" ", "-").strip("-")
            if KEY.fullmatch(node.value):
                yield from (node.value.partition(".")[0], node.value.rpartition(".")[0])
        elif isinstance(node, ast.FunctionDef):
            yield node.name.replace("_", "-")
