"""One thing asked of many cases in one test: the runner is asked once, and all cases that fail are told, by name."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import Signature, signature

Test = Callable[..., None]


def each_of(names: str | Sequence[str], cases: Iterable[object]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, for cases that cost less than the runner does for each, and share their fixtures.

    One decorator upon another asks of each case of the one every case of the other.
    """
    columns, rows = (names,) if isinstance(names, str) else tuple(names), tuple(cases)
    assert rows, "a test of no cases cannot fail"

    def asked_of_each(test: Test) -> Test:
        @wraps(test)
        def of_all(**fixtures: object) -> None:
            failed = [failure for row in rows if (failure := _failure(test, _named(columns, row), fixtures))]
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(rows)} cases", failed)

        of_all.__dict__["__signature__"] = _without(signature(test), columns)
        return of_all

    return asked_of_each


def _failure(test: Test, case: dict[str, object], fixtures: dict[str, object]) -> Exception | None:
    try:
        test(**fixtures, **case)
    except Exception as error:  # noqa: BLE001  # whatever it is, the other cases are asked before it is raised
        error.add_note(f"in the case {case}")
        return error
    return None


def _named(columns: tuple[str, ...], row: object) -> dict[str, object]:
    values = (row,) if len(columns) == 1 else row
    assert isinstance(values, Iterable)
    return dict(zip(columns, values, strict=True))


def _without(asked: Signature, columns: tuple[str, ...]) -> Signature:
    """What is left for the runner to give."""
    assert set(columns) <= set(asked.parameters), f"{columns} are not all asked for"
    return asked.replace(parameters=[one for name, one in asked.parameters.items() if name not in columns])
