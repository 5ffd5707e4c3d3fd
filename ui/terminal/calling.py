"""`import calls`: a foreign call log becomes sheets, or rings again."""

from __future__ import annotations

import csv
import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import TextIO

from models.errors import TroubleError
from services.database import Database, wall_ms
from services.intake import (
    LogMapping,
    Mode,
    Refused,
    Replay,
    Reported,
    Summary,
    import_log,
    read_log,
    read_mapping,
)
from ui.terminal.arguments import store_path
from ui.terminal.garbage import many_things
from ui.terminal.progress import Progress
from ui.terminal.wording import Wording

BY = "命令行"
GLANCE_S = 0.2


class RefusalFile:
    """The report of the refused rows: written as they come, not at all where none is refused."""

    def __init__(self, path: Path, say: Wording) -> None:
        self.path, self._say = path, say
        self._file: TextIO | None = None

    def __call__(self, row: Refused) -> None:
        """Write one row: its line, the code of the reason, the reason."""
        try:
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8-sig", newline="")
                csv.writer(self._file).writerow(["line", "code", "reason"])
            sentence = self._say.reason(row.reason, row.params)
            csv.writer(self._file).writerow([row.line, row.reason, sentence])
        except OSError as error:
            raise TroubleError(
                "file.unwritable", path=str(self.path), detail=error.strerror
            ) from error

    def close(self) -> None:
        """End the file."""
        if self._file is not None:
            self._file.close()


def run_calls(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Import a log, or replay it; what is refused is in a report file, the rest goes in."""
    mapping = read_mapping(parsed.mapping)
    refusals = RefusalFile(parsed.refused or Path(f"{parsed.file.name}.refused.csv"), say)
    progress = Progress(say("import.running"), sys.stderr)
    database = Database(store_path(parsed))
    try:
        with many_things():
            if parsed.live:
                summary = ring_all(database, parsed, mapping, refusals, progress)
            else:
                summary = import_log(
                    database,
                    parsed.file,
                    mapping,
                    Mode(parsed.mode),
                    at=wall_ms(),
                    by=BY,
                    refuse=refusals,
                    told=lambda part, rows: progress(part, str(rows)),
                )
    finally:
        progress.end()
        refusals.close()
        database.close()
    out.write(summary_words(summary, say) + "\n")
    if summary.refused:
        out.write(say("import.report", path=str(refusals.path)) + "\n")
    return 0


def summary_words(summary: Summary, say: Wording) -> str:
    """Return what an import did."""
    return say(
        "import.calls",
        read=summary.read,
        taken=summary.taken,
        known=summary.known,
        refused=summary.refused,
    )


def ring_all(
    database: Database,
    parsed: Namespace,
    mapping: LogMapping,
    refusals: RefusalFile,
    progress: Progress,
) -> Summary:
    """Let the calls of a log ring with their own gaps, `--live` times as fast."""
    summary = Summary()
    rows: list[Reported] = []
    for read in read_log(parsed.file, mapping):
        summary.read += 1
        if isinstance(read.row, Refused):
            summary.refused += 1
            refusals(read.row)
        else:
            rows.append(read.row)
    replay = Replay(rows, mapping, wall_ms(), speed=parsed.live, by=BY)
    while not replay.is_over:
        time.sleep(min(GLANCE_S, max(0.0, (replay.next_at() - wall_ms()) / 1000)))
        outcomes = database.write_all(replay.advance(wall_ms()).jobs)
        for outcome in outcomes:
            if isinstance(outcome, Exception):
                raise outcome
            summary.taken += bool(outcome.delta.put)
            summary.known += not outcome.delta.put
        progress((summary.taken + summary.known) / len(rows), str(summary.taken))
    return summary
