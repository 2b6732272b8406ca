"""All checks of a stack, ordered so that one trouble explains the next."""

from skill.doctor import alarms, function, same_commit, stack, table
from skill.doctor.finding import Check

CHECKS: tuple[Check, ...] = (
    stack.complete,
    function.ready,
    function.who_may_call,
    table.there,
    table.forgets,
    table.restorable,
    function.launch,
    alarms.quiet,
    alarms.heard,
    same_commit.function,
    same_commit.alexa,
)
