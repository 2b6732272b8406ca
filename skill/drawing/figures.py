"""All figures, read once: each stretch has one, with postures of its own for an easier form that looks different."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from skill.content.library_from_files import CONTENT_FOLDER
from skill.content.model import Stretch
from skill.content.model.drawn import BorrowedFigure, Drawn, WrittenFigure
from skill.content.reading.faults import Complaint, ContentFaults, Fault
from skill.content.reading.folder import Files, files_in
from skill.content.reading.lines import line_of
from skill.content.reading.reading import Table, Unusable, shaped, table_of
from skill.drawing.contacts import contact_complaints
from skill.drawing.limbs import Unreachable
from skill.drawing.skeleton import skeleton_of
from skill.replaced import replace

SHELF = "figures/"
Poses = Mapping[str, Drawn]
"""Postures by the name of their phase; the only phase of a stretch has the empty name."""


@dataclass(frozen=True)
class Figure:
    """How a stretch looks in each of its phases, in its usual and its easier form."""

    usual: Poses
    easier: Poses
    swings: bool = False
    """Whether it goes from one side to the other: the second phase is the first one's mirror image."""

    def poses(self, form: str = "usual") -> Poses:
        """The postures of a form."""
        return self.easier if form == "easier" else self.usual

    def seen(self, phase: str, side: str, form: str = "usual") -> tuple[Drawn, bool]:
        """The posture of a phase (by name, or `first` or `second`), and whether to show its mirror image."""
        poses = self.poses(form)
        if self.swings:
            return self.pose("", form), phase == "second"
        numbered = dict(zip(("first", "second"), poses.values(), strict=False))
        return numbered.get(phase) or self.pose(phase, form), side == "left"

    def pose(self, phase: str = "", form: str = "usual") -> Drawn:
        """The posture of a phase; the first one where there is no phase of this name."""
        poses = self.poses(form)
        return poses.get(phase) or next(iter(poses.values()))


Figures = Mapping[str, Figure]


def on_bed(drawn: Drawn) -> Drawn:
    """The posture on a bed in place of the mat, for a routine that has the stretch there."""
    return drawn.but(things=tuple("bed" if thing == "mat" else thing for thing in drawn.things))


def read_figures(stretches: Mapping[str, Stretch], folder: Path = CONTENT_FOLDER) -> Figures:
    """The figure of every stretch by its slug. Raises ContentFaults with every fault of every file."""
    return figures_of(files_in(folder), stretches)


def figures_of(files: Files, stretches: Mapping[str, Stretch]) -> Figures:
    """The figures from the contents of files by their names. Raises ContentFaults with every fault of every file."""
    desk = _Desk(files, stretches)
    figures = {slug: figure for slug in stretches if (figure := desk.figure(slug)) is not None}
    desk.complain_of_strangers()
    if desk.faults:
        raise ContentFaults(tuple(desk.faults))
    return MappingProxyType(figures)


class _Desk:
    """Reads the files of figures, and collects their faults."""

    def __init__(self, files: Files, stretches: Mapping[str, Stretch]) -> None:
        self._files = {name.removeprefix(SHELF): held for name, held in files.items() if name.startswith(SHELF)}
        self._stretches = stretches
        self.faults: list[Fault] = []

    def figure(self, slug: str) -> Figure | None:
        """The figure of a stretch; None where it has faults, which are collected."""
        already = len(self.faults)
        try:
            poses = [*self._variants(slug)]
        except Unusable as refused:
            self._complain(slug, refused.complaints)
            return None
        stretch = self._stretches[slug]
        usual = self._drawn(slug, "poses", {name: table for form, name, table in poses if form == "usual"})
        easier = self._drawn(slug, "easier", {name: table for form, name, table in poses if form == "easier"})
        self._complain(slug, _phase_complaints(stretch, usual))
        swings = stretch.form == "moving" and stretch.cycle > 1
        return Figure(usual, _in_order(easier, usual) or usual, swings) if len(self.faults) == already else None

    def complain_of_strangers(self) -> None:
        """Collect a fault for every file that belongs to no stretch."""
        for name in self._files:
            if name.removesuffix(".toml") not in self._stretches:
                self.faults.append(Fault(SHELF + name, "", "there is no stretch of this name"))

    def _variants(self, slug: str) -> Iterator[tuple[str, str, Table]]:
        """Each posture to draw, as its form, its phase and its table."""
        table = self._table(slug)
        if "like" in table:
            borrowed = shaped(BorrowedFigure, table)
            table = self._table(borrowed.like)
            phases = table.get("poses", {})
            table = {**table, "poses": {name: phases.get(name, {}) for name in borrowed.order}}
        shaped(WrittenFigure, _each_limb(table))
        yield from variants(table)

    def _table(self, slug: str) -> Table:
        file = f"{slug}.toml"
        if file not in self._files:
            raise Unusable([Complaint("", "missing: every stretch has a figure")])
        return table_of(self._files[file])

    def _drawn(self, slug: str, under: str, tables: Mapping[str, Table]) -> Poses:
        """The postures by their phase; those that are unusable, or cannot stand as they should, become faults."""
        poses: dict[str, Drawn] = {}
        for phase, table in tables.items():
            prefix = under if under == "easier" or phase else ""
            prefix += f".poses.{phase}" if phase and under == "easier" else f".{phase}" if phase else ""
            try:
                poses[phase] = shaped(Drawn, table)
                complaints = [*contact_complaints(poses[phase], skeleton_of(poses[phase]))]
            except Unusable as refused:
                complaints = refused.complaints
            except Unreachable as trouble:
                complaints = [Complaint(trouble.path, str(trouble))]
            self._complain(slug, [Complaint(f"{prefix}.{one.path}".strip("."), one.text) for one in complaints])
        return MappingProxyType(poses)

    def _complain(self, slug: str, complaints: Any) -> None:
        name = f"{SHELF}{slug}.toml"
        text = self._files.get(f"{slug}.toml", b"").decode("utf-8", "replace")
        for complaint in complaints:
            fault = Fault(name, complaint.path, complaint.text)
            self.faults.append(replace(fault, line=line_of(text, complaint.path)))


def _in_order(poses: Poses, usual: Poses) -> Poses:
    """The phases of the easier form in the order of the usual ones, which a borrowed figure may have changed."""
    return MappingProxyType({name: poses[name] for name in usual if name in poses})


def variants(table: Table) -> Iterator[tuple[str, str, Table]]:
    """The form, phase and table of each posture of a file: the top of the file, changed for each phase and form."""
    usual = {key: value for key, value in table.items() if key not in ("poses", "easier")}
    phases = table.get("poses") or {"": {}}
    for phase, other in phases.items():
        yield "usual", phase, _each_limb(_with(usual, other))
    easier = table.get("easier")
    if isinstance(easier, dict):
        gentler = _with(usual, {key: value for key, value in easier.items() if key != "poses"})
        for phase, other in (easier.get("poses") or phases).items():
            yield "easier", phase, _each_limb(_with(gentler, other))


def _with(table: Table, other: Table) -> Table:
    """The table with the changes of another: tables inside are merged key by key, but replaced by one with `both`."""
    merged = dict(table)
    for key, value in other.items():
        before = table.get(key)
        part = isinstance(value, dict) and isinstance(before, dict) and "both" not in value
        merged[key] = {**before, **value} if part and isinstance(before, dict) else value
    return merged


def _each_limb(table: Table) -> Table:
    """The table with `both` legs or arms copied to each side that is not written by itself."""
    return table | {part: _alike(table[part]) for part in ("legs", "arms") if part in table}


def _alike(limbs: Any) -> Any:
    if not isinstance(limbs, dict) or not isinstance(limbs.get("both"), dict):
        return limbs
    told = {key: value for key, value in limbs.items() if key != "both"}
    return {"side": limbs["both"], "other": limbs["both"]} | told


def _phase_complaints(stretch: Stretch, poses: Poses) -> Iterator[Complaint]:
    """Complaints about missing phases: one for each part, two of a moving stretch, `each` and `both` for sides."""
    needed = stretch.parts if stretch.form == "parts" else ()
    needed = ("each", "both") if stretch.sides == "each-then-both" else needed
    if needed and tuple(poses) != needed:
        yield Complaint("poses", f"must have {', '.join(needed)}, in that order")
    moves = stretch.form == "moving" and stretch.cycle == 1
    if moves and len(poses) != 2:
        yield Complaint("poses", "a stretch that moves has two")
    if not needed and not moves and len(poses) > 1:
        yield Complaint("poses", "is for stretches that have more than one posture")
