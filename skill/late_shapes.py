"""Makes the methods of a dataclass when the first of them is asked for, and not when its module is loaded.

Python writes and compiles six methods for each frozen dataclass; of the hundred and fifty that a start loads most turns
use forty. Until then a class has in their places what makes them all. It is the same class, made by the same function.
While that goes on, no other thread may ask: a program with several makes all of them first (`make_now`).
"""

import dataclasses
from collections.abc import Callable
from functools import partial
from threading import RLock
from typing import Any

OURS = "skill."
_MADE_AT_ONCE = ("slots", "weakref_slot")
"""With these another class is made, which cannot be put in the place of the first one later."""
_NAMES = (
    *("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"),
    *("__dataclass_fields__", "__dataclass_params__", "__match_args__"),
)

_at_once = dataclasses.dataclass
_now: list[bool] = []
"""Not empty once everything is to be made at once."""
_one_at_a_time = RLock()

Make = Callable[[type], type]

_waiting: list[tuple[type, Make]] = []
"""Every class whose methods were to be made late, in the order in which they were loaded."""


class _Late:
    """Stands where a method will be: whoever asks for it has all of its class made, and gets it."""

    def __init__(self, cls: type, name: str, make: Make) -> None:
        self._cls, self._name, self._make = cls, name, make

    def __get__(self, instance: object, owner: type) -> Any:
        """What belongs here, of the instance or of the class."""
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
    """As Python's own; of a class of ours the methods are made late."""
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
    """Make all that was loaded, and from now on each at once: where there are threads, or time to spare."""
    _now.append(True)
    while _waiting:
        _make_all(*_waiting.pop(0))


def make_late() -> None:
    """From now on, for every module of ours that is loaded."""
    dataclasses.dataclass = dataclass
