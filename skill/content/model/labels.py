"""The labels of the web page: words that are shown there, and never said."""

from typing import Annotated

from skill.content.model.frozen import Checked, Frozen
from skill.content.model.model import Careful, Need

_GAPS = {
    "under": "{minutes}",
    "minutes": "{minutes}",
    "count": "{number}",
    "next": "{name}",
    "call": "{number}",
    "allow": "{name}",
    "call_first": "{wake}",
    "ready_call": "{wake}",
    **dict.fromkeys(("closed", "closed_kept", "unheard", "unheard_kept"), "{call}"),
}
Label = Annotated[str, Checked(min_length=1)]


class SideLabels(Frozen):
    """The names of the sides beside a figure."""

    left: Label
    """The left side."""
    right: Label
    """The right side."""
    both: Label
    """Both sides at once."""


class Labels(Frozen):
    """Everything that the page shows and nobody says, each label under the name by which the page looks it up."""

    title: Label
    about: Label
    choose: Label
    practise: Label
    routines: Label
    stretches: Label
    all: Label
    place: Label
    area: Label
    time: Label
    under: Label
    minutes: Label
    start: Label
    needed: Label
    or_else: Label
    careful: Label
    felt: Label
    timeline: Label
    print: Label
    nothing: Label
    back: Label
    dose: Label
    each: Label
    count: Label
    next: Label
    drawer: Label
    author: Label
    clock: Label
    jumps: Label
    broken: Label
    """The heading above the faults in the files that an author is writing."""
    you: Label
    say: Label
    send: Label
    aloud: Label
    voice: Label
    speed: Label
    volume: Label
    own_voice: Label
    no_voice: Label
    listen: Label
    listen_again: Label
    wake: Label
    private: Label
    no_ear: Label
    heard: Label
    correct: Label
    unclear: Label
    mic_asking: Label
    mic_refused: Label
    mic_none: Label
    mic_busy: Label
    mic_gone: Label
    mic_behind: Label
    slept: Label
    was_asleep: Label
    seconds: Label
    mine: Label
    days: Label
    days_told: Label
    practised: Label
    weekdays: Label
    months: Label
    left_out: Label
    changed: Label
    none: Label
    kept: Label
    export: Label
    allow: Label
    """What to say to get back something that was left out."""
    reminders: Label
    which_reminders: Label
    """What to say to hear one's reminders: Alexa stores them."""
    forget: Label
    """What to say to be forgotten: the skill asks before it deletes anything."""
    more_seconds: Label
    more_times: Label
    easier: Label
    emergency: Label
    call: Label
    again: Label
    hello: Label
    ready: Label
    ready_call: Label
    """`ready` while the page listens for the wake word: only what begins with it is heard."""
    thinking: Label
    playing: Label
    call_first: Label
    """Shown while a reply plays and the page listens: only what begins with the wake word is heard."""
    listening: Label
    closed: Label
    """How to open the skill again; `{call}` is the wake word while the page listens, else empty."""
    closed_kept: Label
    unheard: Label
    unheard_kept: Label
    gone: Label
    retry: Label
    unread: Label
    reloaded: Label
    go_on: Label
    elsewhere: Label
    here: Label
    script: Label
    sides: SideLabels
    needs: dict[Need, Label]
    careful_with: dict[Careful, Label]
    areas: dict[str, Label]

    def __post_init__(self) -> None:
        for name, gap in _GAPS.items():
            if gap not in getattr(self, name):
                raise ValueError(f"{name} needs the gap {gap}")
