"""Where calls come from besides people: a drill, or a foreign log replayed."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from models.errors import TroubleError
from services.drill import Drill
from services.intake import LogMapping, Refused, Replay, Reported, read_log, read_mapping
from services.region import Region
from services.region.streets import drill_ground
from ui.source import Source

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Log:
    """A foreign call log that was read: its mapping, its calls, and how many rows were refused."""

    mapping: LogMapping
    calls: list[Reported]
    refused: int


def drill_of(seed: int, start_ms: int, *, automatic: bool, region: Region) -> Source:
    """Return a drill in a region that starts at an instant (ms); where its roads cannot be read, one in Zhangzhou."""
    try:
        ground = drill_ground(region)
    except TroubleError as error:
        log.warning("no drill in %s: %s", region.name, error)
        ground = None
    return Drill(seed, start_ms, automatic=automatic, ground=ground)


def read_replay(file: Path, mapping_file: Path) -> Log:
    """Read a log by its mapping; takes as long as the file is. Raises the TroubleErrors of the files."""
    mapping = read_mapping(mapping_file)
    rows = [read.row for read in read_log(file, mapping)]
    calls = [row for row in rows if not isinstance(row, Refused)]
    return Log(mapping, calls, len(rows) - len(calls))


def replay_of(log: Log, start_ms: int, *, speed: float, by: str) -> Source:
    """Return a source that lets the calls ring, `speed` times as fast as they came, from an instant (ms) on."""
    return Replay(log.calls, log.mapping, start_ms, speed=speed, by=by)
