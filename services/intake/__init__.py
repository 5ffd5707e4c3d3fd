"""Foreign call logs: read by a mapping, kept as sheets or replayed as calls."""

from services.intake.importing import Mode, Summary, import_calls, import_log
from services.intake.mapping import LogMapping, read_mapping
from services.intake.reading import Refused, Reported, read_log
from services.intake.replay import Replay

__all__ = [
    "LogMapping",
    "Mode",
    "Refused",
    "Replay",
    "Reported",
    "Summary",
    "import_calls",
    "import_log",
    "read_log",
    "read_mapping",
]
