"""The README's transcript was printed by the program: every line of it, whole and in order."""

import shlex
from pathlib import Path

from click.testing import CliRunner

from skill.entrypoints.terminal import main

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")

CUT = "…"
WRAPPED = "  "


def transcript() -> tuple[list[str], list[str]]:
    """The arguments of the command, and the lines under it, those that were wrapped put together again."""
    shown = README.partition("```\n$ gentle-back say ")[2].partition("\n```")[0]
    command, _, rest = shown.partition("\n")
    lines: list[str] = []
    for line in rest.split("\n"):
        if line.startswith(WRAPPED):
            lines[-1] += " " + line.strip()
        elif line not in ("", CUT):
            lines.append(line)
    return shlex.split(command), lines


def printed(words: list[str]) -> list[str]:
    result = CliRunner().invoke(main, ["say", *words])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_the_transcript_is_what_the_program_prints_with_whole_lines_left_out() -> None:
    words, lines = transcript()
    heard = iter(printed(words))
    assert [line for line in lines if line not in heard] == []


def test_the_transcript_leaves_out_no_turn() -> None:
    words, lines = transcript()
    turns = [line for line in printed(words) if line.startswith("> ")]
    assert [line for line in lines if line.startswith("> ")] == turns
    assert len(turns) == len([word for word in words if not word.startswith("+")])


def test_the_minute_to_listen_to_is_there_small_and_said_by_its_command() -> None:
    minute = Path(__file__).parents[1] / "docs" / "one-minute.ogg"
    assert "](docs/one-minute.ogg)" in README
    assert minute.read_bytes().startswith(b"OggS")
    assert minute.stat().st_size < 400_000
    command = README.partition("```\ngentle-back say ")[2].partition("\nsox ")[0].replace("\\\n", " ")
    words = shlex.split(command)
    script = words[: words.index("--speech")]
    turns = [line.removeprefix("> ") for line in printed(script) if line.startswith("> ")]
    assert turns == [word for word in script if not word.startswith("+")]
