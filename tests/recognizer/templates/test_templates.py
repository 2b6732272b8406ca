"""Faulty templates are refused all at once, each with its file, and nothing is half read."""

from pathlib import Path

import pytest

from skill.recognizer.templates.templates import TEMPLATES_FOLDER, TemplateFaults, read_templates

SLOTS = "SIDE: {slot: side, values: {left: [left, left hand], right: [right, right hand]}}\n"
MANNERS, AMOUNTS, INVOCATION = (
    (TEMPLATES_FOLDER / "en" / f"{name}.yaml").read_text("utf-8") for name in ("manners", "amounts", "invocation")
)


def folder_with(folder: Path, **files: str) -> Path:
    """A folder of templates, sound but for these files."""
    sound = {
        "manners": MANNERS,
        "rules": "begin: (start|begin)\n",
        "alexa_knows": "AMAZON.StopIntent: [stop]\n",
        "slots": SLOTS,
        "amounts": AMOUNTS,
        "names": "{}",
        "invocation": INVOCATION,
    }
    for name, text in {**sound, **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def faults_of(folder: Path) -> tuple[str, ...]:
    with pytest.raises(TemplateFaults) as refusal:
        read_templates(folder)
    return refusal.value.faults


def test_a_template_is_written_out_with_its_slot_kept(tmp_path: Path) -> None:
    templates = read_templates(folder_with(tmp_path, start='StartIntent: ["<begin> [my] {routine} [routine]"]\n'))
    assert templates.intents == ("AMAZON.StopIntent", "StartIntent")
    assert templates.written[1].samples == (
        "start my {routine} routine",
        "start my {routine}",
        "start {routine} routine",
        "start {routine}",
        "begin my {routine} routine",
        "begin my {routine}",
        "begin {routine} routine",
        "begin {routine}",
    )


TOO_MANY = "".join(f"[{letter}] " for letter in "abcdef")
TOLD = (
    "rules.yaml: broken: not a template",
    "one.yaml: OneIntent: (open: not a template",
    "one.yaml: OneIntent: <nowhere>: Missing expansion rule",
    "one.yaml: OneIntent: {elbow}: no such slot: elbow",
    "one.yaml: OneIntent: [maybe]: can be empty",
    f"one.yaml: OneIntent: {TOO_MANY}x: stands for more than 40 samples",
    "one.yaml: OneIntent: do 5: not allowed in a sample: 5",
    "one.yaml: OneIntent: {sign} {routine}: has more than one slot",
    "two.yaml: TwoIntent.0: Input should be a valid string",
    "stop: said for AMAZON.StopIntent and for ThreeIntent",
    "four.yaml: FourIntent: written twice",
    "five.yaml: while parsing",
)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        rules="broken: (start\n",
        one=f"OneIntent: ['(open', <nowhere>, '{{elbow}}', '[maybe]', '{TOO_MANY}x', do 5, '{{sign}} {{routine}}']\n",
        two="TwoIntent: [yes]\n",
        three="ThreeIntent: [stop]\n",
        four="FourIntent: [a]\nFourIntent: [b]\n",
        five="[",
    )
    faults = faults_of(folder)
    assert len(faults) == len(TOLD)
    for beginning in TOLD:
        assert any(fault.startswith(beginning) for fault in faults), (beginning, faults)


def test_a_folder_without_manners_is_refused_by_that_file(tmp_path: Path) -> None:
    folder_with(tmp_path)
    (tmp_path / "manners.yaml").unlink()
    (fault,) = faults_of(tmp_path)
    assert fault.startswith("manners.yaml: ")


def test_unknown_manners_are_refused(tmp_path: Path) -> None:
    (fault,) = faults_of(folder_with(tmp_path, manners=MANNERS + "curses: [damn]\n"))
    assert fault == "manners.yaml: curses: Extra inputs are not permitted"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("(ask|tell) [the] [skill] {name}", "(ask|tell) it", "open.1: Value error, '(ask|tell) it' lacks {name}"),
        ("[skill] {name} (and|to|for) {wish}", "[skill] {name}", "ask.1: Value error, "),
        ("wake: [", "sleep: [", "wake: Field required"),
        ("alexa", "(alexa", "wake.0: Value error, not a template"),
    ],
)
def test_faulty_ways_in_are_refused(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in INVOCATION
    faults = faults_of(folder_with(tmp_path, invocation=INVOCATION.replace(old, new)))
    assert any(fault.startswith(f"invocation.yaml: {complaint}") for fault in faults), faults


def test_a_sample_is_of_the_letters_of_its_language(tmp_path: Path) -> None:
    begin = 'StartIntent: ["übung (spüren|größer)", "höher", "Übung", "ae5"]\n'
    faults = faults_of(folder_with(tmp_path, start=begin))
    assert faults == (
        "start.yaml: StartIntent: Übung: not allowed in a sample: Übung",
        "start.yaml: StartIntent: ae5: not allowed in a sample: ae5",
    )


def test_a_locale_adds_to_lists_and_replaces_words(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en-XX").mkdir()
    base = folder_with(tmp_path / "en", start='StartIntent: ["<begin> it"]\n')
    (tmp_path / "en-XX" / "rules.yaml").write_text("begin: commence\n", encoding="utf-8")
    (tmp_path / "en-XX" / "start.yaml").write_text("StartIntent: [off we go]\n", encoding="utf-8")
    (tmp_path / "en-XX" / "names.yaml").write_text("stretch: {bridge: [fridge pose]}\n", encoding="utf-8")
    templates = read_templates(base, tmp_path / "en-XX")
    assert [template.samples for template in templates.written[1:]] == [("commence it",), ("off we go",)]
    assert templates.names == {"stretch": {"bridge": ["fridge pose"]}}


def test_a_day_and_a_time_may_stand_in_one_template(tmp_path: Path) -> None:
    slots = SLOTS + "DAYS: {slot: days, values: {monday: [monday, mondays]}}\n"
    templates = read_templates(folder_with(tmp_path, slots=slots, at='AtIntent: ["{days} at {time}"]\n'))
    assert templates.written[1].samples == ("{days} at {time}",)


def test_a_slot_that_the_language_fills_may_be_used(tmp_path: Path) -> None:
    templates = read_templates(folder_with(tmp_path, side='SideIntent: ["the {side} side"]\n'))
    assert templates.written[1].samples == ("the {side} side",)
    assert [(value.slug, value.names) for value in templates.slot_types[0].values] == [
        ("left", ("left", "left hand")),
        ("right", ("right", "right hand")),
    ]


@pytest.mark.parametrize(
    ("slots", "complaint"),
    [
        ("SIDE: {slot: side, values: {left: [left]}}", "SIDE.values.left: List should have at least 2 items"),
        ("SIDE: {slot: side, values: {left: [left, Left!]}}", "SIDE.values.left.1: String should match pattern"),
        ("COUNT: {slot: number, values: {1: [one, first]}}", "COUNT.values.1.[key]: Input should be a valid string"),
        ("SIDE: {slot: side, hands: 2, values: {}}", "SIDE.hands: Extra inputs are not permitted"),
    ],
)
def test_faulty_values_of_a_slot_are_refused(tmp_path: Path, slots: str, complaint: str) -> None:
    (fault,) = faults_of(folder_with(tmp_path, slots=slots))
    assert fault.startswith(f"slots.yaml: {complaint}")
