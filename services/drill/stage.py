"""The stage of a drill: what all its parts share."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from models.board import AssignmentLine, Board, IncidentCard
from services.drill.agenda import Agenda
from services.drill.calling import Caller
from services.drill.chance import stream
from services.drill.ground import Ground
from services.drill.motion import Point
from services.drill.script import Scene, Script
from services.drill.travel import Travel


@dataclass
class Stage:
    """The board as last observed, the agenda, the script and the calls made so far, by key."""

    seed: int
    now: int
    script: Script
    ground: Ground
    fixes: bool
    travel: Travel
    agenda: Agenda = field(default_factory=Agenda)
    board: Board = field(default_factory=Board)
    callers: dict[str, Caller] = field(default_factory=dict)

    def caller_of(self, sheet: IncidentCard) -> Caller | None:
        """Return the call of the script that opened a sheet; None for one that people opened."""
        return self.callers.get(sheet.call_id) if sheet.call_id else None

    def scene_of(self, sheet: IncidentCard) -> Scene:
        """Return what a sheet is about: what was called in, unless people gave it another class."""
        caller = self.caller_of(sheet)
        if caller is not None and sheet.class_code in ("", caller.scene.code):
            return caller.scene
        return self.script.of_class(sheet.class_code)

    def scene_point(self, sheet: IncidentCard) -> Point | None:
        """Return where a crew has to go: where people placed the sheet, else where the matter is."""
        if sheet.place is not None:
            return (sheet.place.lon, sheet.place.lat)
        caller = self.caller_of(sheet)
        if caller is not None:
            return caller.place
        return (sheet.point.lon, sheet.point.lat) if sheet.point else None

    def dice(self, sheet: IncidentCard, *what: object) -> Random:
        """Return the stream of one step at a sheet; it depends on the call, not on keys made elsewhere."""
        return stream(self.seed, "sheet", sheet.call_id or sheet.number, *what)

    def turn(self, sheet: IncidentCard, line: AssignmentLine) -> int:
        """Return how many times the unit was on the sheet before."""
        own = sorted(
            (other.issued_at, other.id)
            for other in sheet.assignments
            if other.unit_id == line.unit_id
        )
        return own.index((line.issued_at, line.id))

    def result_of(self, sheet: IncidentCard) -> str:
        """Return the result code that a sheet ends with."""
        return self.dice(sheet, "result").choice(self.scene_of(sheet).result)
