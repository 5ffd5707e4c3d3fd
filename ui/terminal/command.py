"""Which function runs which command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TextIO

from ui.terminal.calling import run_calls
from ui.terminal.dictionary import run_export, run_import
from ui.terminal.drilling import run_drill
from ui.terminal.verifying import run_verify
from ui.terminal.wording import Wording

Command = Callable[[Namespace, Wording, TextIO], int]

COMMANDS: dict[tuple[str, str], Command] = {
    ("verify", ""): run_verify,
    ("drill", ""): run_drill,
    ("import", "calls"): run_calls,
    ("import", "dictionary"): run_import,
    ("export", "dictionary"): run_export,
}
