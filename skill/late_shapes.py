"""Makes the methods of a dataclass when the first of them is used, instead of when its module is loaded.

Python generates and compiles six methods for each frozen dataclass; most turns use forty of the hundred and fifty
classes that a start loads. Until then a descriptor stands in the place of each method; the first one used has Python's
own `dataclass` make them all. While that goes on no other thread may use the class: a program with several threads
calls `make_now` first.
"""

import dataclasses
from collections.abc import Callable
from functools import partial
from threading import RLock
from typing import Any

OURS = "skill."
_MADE_AT_ONCE = ("slots", "weakref_slot")
"""With these options `dataclass` returns a new class, which cannot replace the first one later."""
_NAMES = (
    *("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"),
    *("__dataclass_fields__", "__dataclass_params__", "__match_args__"),
)

_at_once = dataclasses.dataclass
_now: list[bool] = []
"""Not empty once `make_now` was called."""
_one_at_a_time = RLock()

Make = Callable[[type], type]

_waiting: list[tuple[type, Make]] = []
"""Every class whose methods are made late, in the order of loading."""


class _Late:
    """A descriptor in the place of a method: its first use has all methods of the class made."""

    def __init__(self, cls: type, name: str, make: Make) -> None:
        self._cls, self._name, self._make = cls, name, make

    def __get__(self, instance: object, owner: type) -> Any:
        """The attribute that belongs here, once it is made."""
        _make_all(self._cls, self._make)
        return getattr(owner if instance is None else instance, self._name)


def _make_all(cls: type, make: Make) -> None:
    with _one_at_a_time:
        late = [name for name in _NAMES if isinstance(cls.__dict__.get(name), _Late)]
        for name in late:
            delattr(cls, name)
        if late:
            make(cls)


def dataclass(cls: type | None = None, /, **wanted: Any) -> Any:
    """Python's `dataclass`, except that the methods of our own classes are made late."""
    if cls is None:
        return partial(dataclass, **wanted)
    if _now or not cls.__module__.startswith(OURS) or any(wanted.get(name) for name in _MADE_AT_ONCE):
        return _at_once(cls, **wanted)
    for name in _NAMES:
        if name not in cls.__dict__:
            setattr(cls, name, _Late(cls, name, partial(_at_once, **wanted)))
    _waiting.append((cls, partial(_at_once, **wanted)))
    return cls


def make_now() -> None:
    """Make the methods of all classes loaded so far, and of later ones at once: for threads, or with time to spare."""
    _now.append(True)
    while _waiting:
        _make_all(*_waiting.pop(0))


def make_late() -> None:
    """Put this `dataclass` in the place of Python's, for all of our modules loaded from now on."""
    dataclasses.dataclass = dataclass
