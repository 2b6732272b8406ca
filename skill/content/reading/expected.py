"""Says in words what may stand at a place in a content file, read off the model's types."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

Schema = Mapping[str, Any]

_PATTERNS = {
    r"^[a-z]+(-[a-z]+)*$": "small letters, with a hyphen between words, such as knee-to-chest",
    r"^[a-z_]+$": "small letters",
    r"^[0-9]{2,6}$": "two to six digits in quotes",
    r"^[\p{Ll}\p{Lo}']+( [\p{Ll}\p{Lo}']+)*$": "words in small letters, with single spaces",
}
_PLAINLY = {"boolean": "true or false", "null": "nothing"}


class Expected:
    """The shape of a file as a tree of what may stand where."""

    def __init__(self, shape: type) -> None:
        from pydantic import TypeAdapter  # noqa: PLC0415

        self._root: Schema = TypeAdapter(shape).json_schema()

    def at(self, place: Sequence[str | int]) -> Schema | None:
        """What the model says of this place; None where it has none."""
        node: Schema | None = self._root
        for key in place:
            node = None if node is None else self._inside(node, key)
        return None if node is None else self._whole(node)

    def keys(self, place: Sequence[str | int]) -> list[str]:
        """The keys of the table at this place, the slug left out: that is the name of the file."""
        node = self.at(place) or {}
        return [key for key in node.get("properties", {}) if key not in ("slug", "tag")]

    def words(self, place: Sequence[str | int]) -> str:
        """What may stand here, in words; empty where nothing is known of it."""
        node = self.at(place)
        return "" if node is None else self.in_words(node)

    def nearest(self, place: Sequence[str | int], key: str) -> str:
        """Which key was meant, or which there are."""
        known = self.keys(place)
        near = get_close_matches(key, known, 1)
        return f"did you mean {near[0]}?" if near else f"what may stand here is {_row(known, 'or')}"

    def in_words(self, node: Schema) -> str:
        """What a part of the tree allows, in words."""
        node = self._whole(node)
        if "anyOf" in node:
            return _row([self.in_words(one) for one in node["anyOf"] if one.get("type") != "null"], "or")
        if "const" in node or "enum" in node:
            return _row([str(one) for one in node.get("enum", [node.get("const")])], "or")
        ways = {"array": self._list_in_words, "object": self._table_in_words}
        ways |= {"integer": _number_in_words, "number": _number_in_words, "string": _text_in_words}
        kind = node.get("type", "")
        return ways[kind](node) if kind in ways else _PLAINLY.get(kind, "")

    def _list_in_words(self, node: Schema) -> str:
        if "prefixItems" in node:
            return f"a list of {len(node['prefixItems'])}: " + _row([*map(self.in_words, node["prefixItems"])], "and")
        return f"a list of: {self.in_words(node.get('items', {}))}"

    def _table_in_words(self, node: Schema) -> str:
        each = node.get("additionalProperties")
        return f"a table: each key with {self.in_words(each)}" if isinstance(each, Mapping) else "a table"

    def _whole(self, node: Schema) -> Schema:
        """The node itself in place of a reference to it."""
        reference = node.get("$ref")
        return self._root["$defs"][reference.rpartition("/")[2]] if reference else node

    def _inside(self, node: Schema, key: str | int) -> Schema | None:
        """What is under a key of a table, or at a place of a list."""
        for one in self._possible(node):
            if isinstance(key, int):
                found = next(iter(one.get("prefixItems", ())), None) or one.get("items")
            else:
                found = one.get("properties", {}).get(key) or one.get("additionalProperties")
            if isinstance(found, Mapping):
                return found
        return None

    def _possible(self, node: Schema) -> Iterator[Schema]:
        for one in node.get("anyOf", [node]):
            yield self._whole(one)


@cache
def expected_in(shape: type) -> Expected:
    """What may stand in files of this shape, looked up once: a file may have many faults."""
    return Expected(shape)


def _text_in_words(node: Schema) -> str:
    return _PATTERNS.get(node.get("pattern", ""), "text in quotes")


def _number_in_words(node: Schema) -> str:
    least, most = node.get("minimum"), node.get("maximum")
    kind = "a whole number" if node["type"] == "integer" else "a number"
    return kind if least is None or most is None else f"{kind} from {least:g} to {most:g}"


def _row(words: Sequence[str], joiner: str) -> str:
    """The words in a row with commas, and the joiner before the last."""
    *others, last = [word for word in words if word] or [""]
    return f"{', '.join(others)} {joiner} {last}" if others else last
