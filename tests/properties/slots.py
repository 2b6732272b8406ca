"""What may stand in the slots of every intent: sensible things, silly ones, several at once, or nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from hypothesis import strategies as st

from skill.assembly import the_templates
from skill.ports.turn import Slot
from skill.recognizer.templates.catalogue import slot_types
from skill.recognizer.templates.expansion import slots_in
from tests.library import LIBRARY

SECRET = "my zebra stripes are numb"
"""Said for slots that nobody knows; neither a record nor a log may have any of it."""

_TEMPLATES = the_templates("en-US")
_UNKNOWN = ["", SECRET, "cobra pose", "that hurts", "?", "0", "-3", "99999999999999999999"]
_LENGTHS = ["PT0S", "PT20S", "PT2M", "PT10M", "PT1H", "PT9H", "P3D", "P9999999999D", "-PT5M", "PT", "PT2.5M", "P1Y"]
_TIMES = ["07:00", "23:59", "MO", "NI", "25:99", "XX", "07", "T07"]
_READ_BY_ALEXA: Mapping[str, list[str]] = {"AMAZON.DURATION": _LENGTHS, "AMAZON.TIME": _TIMES}


def _meant(ids: list[str]) -> st.SearchStrategy[Slot]:
    """One of these; or what nobody knows, with none, one or several of them for it, or one of another version."""
    known = st.sampled_from(ids)
    several = st.lists(known | known | st.just("no-such-thing"), max_size=3, unique=True).map(tuple)
    return known.map(lambda slug: Slot(slug, (slug,))) | st.builds(Slot, st.sampled_from(_UNKNOWN), several)


def _fillings() -> Iterator[tuple[str, st.SearchStrategy[Slot]]]:
    for slot_type in slot_types(LIBRARY, _TEMPLATES):
        said = _READ_BY_ALEXA.get(slot_type.name)
        ids = [value.slug for value in slot_type.values]
        yield slot_type.slot, st.builds(Slot, st.sampled_from([*said, *_UNKNOWN])) if said else _meant(ids)


def _slots_by_intent() -> Mapping[str, set[str]]:
    slots: dict[str, set[str]] = defaultdict(set)
    for template in _TEMPLATES.written:
        slots[template.intent].update(slot for sample in template.samples[:1] for slot in slots_in(sample))
    return slots


_FILLED = dict(_fillings())
_FIRST = {
    slot_type.slot: Slot("PT2M" if slot_type.name == "AMAZON.DURATION" else "07:00")
    if slot_type.is_amazons
    else Slot(slot_type.values[0].name, (slot_type.values[0].slug,))
    for slot_type in slot_types(LIBRARY, _TEMPLATES)
}
SLOTS: Mapping[str, st.SearchStrategy[Mapping[str, Slot]]] = {
    intent: st.fixed_dictionaries({}, optional={slot: _FILLED[slot] for slot in sorted(slots) if slot in _FILLED})
    for intent, slots in _slots_by_intent().items()
}
"""For every intent of the model, by its name."""

SENSIBLE: Mapping[str, dict[str, Slot]] = {
    intent: {slot: _FIRST[slot] for slot in sorted(slots) if slot in _FIRST}
    for intent, slots in _slots_by_intent().items()
}
"""The same with one thing that anybody might say."""
