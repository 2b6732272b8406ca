"""A dataclass whose methods are made late is the one that Python would have made at once."""

import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from skill import late_shapes
from skill.late_shapes import _Late, dataclass, make_now
from tests.cases.each_of import each_of


@pytest.fixture(autouse=True)
def _late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever another test has had made at once."""
    monkeypatch.setattr(late_shapes, "_now", [])


def made(name: str, base: type = object, **body: Any) -> Any:
    """A class of ours, its methods to be made late."""
    return dataclass(type(name, (base,), {"__module__": "skill.of_a_test", **body}), frozen=True)


def point() -> Any:
    return made("Point", __annotations__={"x": int, "y": int}, y=2)


def waits(cls: type) -> bool:
    return any(isinstance(value, _Late) for value in vars(cls).values())


def test_nothing_is_made_until_it_is_asked_for() -> None:
    cls = point()
    assert waits(cls)
    assert (cls(1).x, cls(1).y) == (1, 2)
    assert not waits(cls)


@each_of(
    "asked",
    [is_dataclass, fields, hash, repr, lambda cls: cls.__match_args__, lambda cls: cls.__eq__],
)
def test_whatever_is_asked_for_first_makes_all_of_it(asked: Any) -> None:
    cls = point()
    asked(cls if asked not in (hash, repr) else object.__new__(cls).__class__(3))
    assert not waits(cls)
    assert (cls(1), hash(cls(1)), repr(cls(1))) == (cls(1, 2), hash((1, 2)), "Point(x=1, y=2)")
    assert replace(cls(1), y=5) == cls(1, 5) != cls(1)


def test_what_was_read_and_never_made_compares_and_cannot_change() -> None:
    cls = point()
    one, other = object.__new__(cls), object.__new__(cls)
    for read in (one, other):
        vars(read).update(x=1, y=2)
    assert one == other
    with pytest.raises(FrozenInstanceError):
        one.x = 3


def test_a_heir_has_the_fields_of_both_whichever_is_asked_first() -> None:
    base = point()
    heir = made("Heir", base, __annotations__={"z": int}, z=3)
    assert repr(heir(1)) == "Heir(x=1, y=2, z=3)"
    assert repr(base(1)) == "Point(x=1, y=2)"


def test_methods_of_its_own_stay() -> None:
    cls = made("Own", __annotations__={"x": int}, __repr__=lambda _: "mine")
    assert repr(cls(1)) == "mine"


def test_a_class_that_is_not_ours_is_made_at_once() -> None:
    cls = dataclass(type("Theirs", (), {"__module__": "somebody.elses", "__annotations__": {"x": int}}), frozen=True)
    assert not waits(cls)
    assert cls(1).x == 1


def test_make_now_makes_every_shape_that_is_loaded() -> None:
    cls = point()
    make_now()
    assert not waits(cls)
    assert not waits(point())


class Kept:
    """What a pickle of an instance needs to find."""

    here: ClassVar[Any] = None


def test_it_comes_back_from_a_pickle(monkeypatch: pytest.MonkeyPatch) -> None:
    cls = made("Found", __annotations__={"x": int}, __qualname__="Kept.here")
    cls.__module__ = __name__
    monkeypatch.setattr(Kept, "here", cls)
    assert pickle.loads(pickle.dumps(cls(4))) == cls(4)
