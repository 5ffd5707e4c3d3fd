"""Which function runs which command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TextIO

from ui.terminal.advising import run_gaps, run_regret
from ui.terminal.arguments import LISTS
from ui.terminal.autostart import run_autostart
from ui.terminal.banding import run_bands
from ui.terminal.calling import run_calls
from ui.terminal.dictionary import run_export, run_import
from ui.terminal.diverting import run_diversions
from ui.terminal.drilling import run_drill
from ui.terminal.foreseeing import run_foresee
from ui.terminal.keeping import run_backup, run_restore
from ui.terminal.listing import run_listing_export, run_listing_import
from ui.terminal.verifying import run_verify
from ui.terminal.warning import run_warning_import
from ui.terminal.wording import Wording

Command = Callable[[Namespace, Wording, TextIO], int]

COMMANDS: dict[tuple[str, str], Command] = {
    ("verify", ""): run_verify,
    ("autostart", ""): run_autostart,
    ("backup", ""): run_backup,
    ("restore", ""): run_restore,
    ("drill", ""): run_drill,
    ("foresee", ""): run_foresee,
    ("report", "bands"): run_bands,
    ("report", "diversions"): run_diversions,
    ("report", "gaps"): run_gaps,
    ("report", "regret"): run_regret,
    ("import", "calls"): run_calls,
    ("import", "dictionary"): run_import,
    ("import", "warnings"): run_warning_import,
    ("export", "dictionary"): run_export,
    **{("import", name): run_listing_import for name in LISTS},
    **{("export", name): run_listing_export for name in LISTS},
}
