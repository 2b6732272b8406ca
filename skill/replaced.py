"""The same frozen value with some fields changed, at an eighth of what Python's own `replace` takes.

A turn does it dozens of times. Python's goes through every field and calls `__init__`, which sets each one by one; here
the fields are taken over as they are, and what was worked out from them (a cached property) is left behind.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["replace"]

if TYPE_CHECKING:
    # A checker knows this one, and sees that the fields are there and of their type.
    from dataclasses import replace
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """The same with these fields; what `__post_init__` refuses is refused. Raises TypeError for no field of it."""
        own, names = value.__dict__, value.__dataclass_fields__
        if not changes.keys() <= names.keys():
            raise TypeError(f"{type(value).__name__} has no {', '.join(sorted(changes.keys() - names.keys()))}")
        if len(own) > len(names):
            own = {name: own[name] for name in names}
        other = object.__new__(type(value))
        other.__dict__.update(own, **changes)
        if (check := getattr(other, "__post_init__", None)) is not None:
            check()
        return other
