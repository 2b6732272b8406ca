"""Converts frozen dataclasses to plain JSON and back, by the types of their fields; default values are left out.

The converters are built from the type hints with the first record, and cached; so no start waits for them.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

Reads = Callable[[Any], Any]
Writes = Callable[[Any], Any]


@dataclass(frozen=True)
class Packed:
    """Annotates a field with a shorter form for the record: `unpack` passes on what older records wrote otherwise."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


class UnknownField(ValueError):
    """A record has a field that this version does not know, and would lose when it writes."""


def read_plain(kind: Any, plain: object) -> Any:
    """The value of this type; raises TypeError or ValueError where `plain` is none."""
    return _reading(kind)(plain)


def write_plain(kind: Any, value: object) -> Any:
    """The value as plain JSON, without the fields that have their default."""
    return _writing(kind)(value)


@cache
def _reading(kind: Any) -> Reads:
    """The function that reads values of this type."""
    if kind is float:
        return _a_float
    if kind in (int, str, bool, NoneType):
        return lambda plain: _exactly(kind, plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _reading_whole(kind) if is_dataclass(kind) else _reading_made(kind)


def _reading_made(kind: Any) -> Reads:
    """The function that reads values of a type made of others: a union, a tuple, a literal, an annotated one."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _reading_packed(inner[0], inner[1:])
    if origin is Literal:
        return lambda plain: inner[inner.index(plain)]
    if origin in (Union, UnionType):
        return _reading_perhaps(inner)
    if origin is tuple:
        return _reading_tuple(inner)
    raise TypeError(f"no record holds {kind!r}")


def _reading_packed(kind: Any, marks: tuple[object, ...]) -> Reads:
    packed = next((mark for mark in marks if isinstance(mark, Packed)), None)
    return _reading(kind) if packed is None else lambda plain: _reading(kind)(packed.unpack(plain))


def _reading_perhaps(kinds: tuple[Any, ...]) -> Reads:
    """The function that reads values of `X | None`."""
    (kind,) = (one for one in kinds if one is not NoneType)
    return lambda plain: None if plain is None else _reading(kind)(plain)


def _reading_tuple(kinds: tuple[Any, ...]) -> Reads:
    if kinds[1:] == (...,):
        each = _reading(kinds[0])
        return lambda plain: tuple(map(each, _listed(plain)))
    readers = tuple(map(_reading, kinds))
    return lambda plain: tuple(read(one) for read, one in zip(readers, _listed(plain), strict=True))


def _reading_whole(kind: Any) -> Reads:
    """The function that reads a dataclass; an instance of it is taken as it is."""

    def read(plain: Any) -> Any:
        if isinstance(plain, kind):
            return plain
        if not isinstance(plain, (dict, Mapping)):  # nearly always a dict, which is checked much faster
            raise TypeError(plain)
        readers = _readers(kind)
        if not plain.keys() <= readers.keys():
            raise UnknownField(kind.__name__)
        return kind(**{name: readers[name](piece) for name, piece in plain.items()})

    return read


@cache
def _readers(kind: Any) -> Mapping[str, Reads]:
    return {field.name: _reading(hint) for field, hint in _hinted(kind)}


@cache
def _writing(kind: Any) -> Writes:
    """The function that writes values of this type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        packed = next((mark for mark in inner[1:] if isinstance(mark, Packed)), None)
        return packed.pack if packed else _writing(inner[0])
    if origin in (Union, UnionType):
        (one,) = (each for each in inner if each is not NoneType)
        return lambda value: None if value is None else _writing(one)(value)
    if origin is tuple:
        return _writing_tuple(inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    return (lambda value: _written(kind, value)) if is_dataclass(kind) else lambda value: value


def _writing_tuple(kinds: tuple[Any, ...]) -> Writes:
    if kinds[1:] == (...,):
        each = _writing(kinds[0])
        return lambda value: list(map(each, value))
    writers = tuple(map(_writing, kinds))
    return lambda value: [write(one) for write, one in zip(writers, value, strict=True)]


def _written(kind: Any, value: Any) -> dict[str, Any]:
    own = vars(value)
    return {name: write(own[name]) for name, usual, write in _writers(kind) if own[name] != usual}


@cache
def _writers(kind: Any) -> tuple[tuple[str, object, Writes], ...]:
    """Each field with its default, and the function that writes it."""
    return tuple((field.name, _usually(field), _writing(hint)) for field, hint in _hinted(kind))


def _usually(field: "Field[Any]") -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _hinted(kind: Any) -> list[tuple["Field[Any]", Any]]:
    hints = get_type_hints(kind, include_extras=True)
    return [(field, hints[field.name]) for field in fields(kind)]


def _exactly(kind: type, plain: object) -> object:
    if type(plain) is not kind:
        raise TypeError(plain)
    return plain


def _a_float(plain: object) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise TypeError(plain)
    return float(plain)


def _listed(plain: object) -> list[Any] | tuple[Any, ...]:
    if not isinstance(plain, list | tuple):
        raise TypeError(plain)
    return plain
