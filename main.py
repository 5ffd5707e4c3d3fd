"""Wires the parts and runs: the window, or one of the commands of `main.py --help`."""

from __future__ import annotations

import gc
import os
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

from models.errors import RuleError, TroubleError
from ui.terminal.arguments import KEPT, ArgumentsError, parse, store_path, window
from ui.terminal.keeper import run_kept
from ui.terminal.wording import Wording, language_of

DONE, BAD_ARGUMENTS, TROUBLE, REFUSED, INTERRUPTED = 0, 2, 3, 4, 130


def main(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit status."""
    out = prepare_streams()
    say = Wording(language_of(arguments, os.environ))
    try:
        parsed = parse(arguments, say)
        if (folder := window(parsed, "self_test", None)) is not None:
            return try_itself(folder, out)
        if parsed.command is None and window(parsed, "kept", False):
            return run_kept([it for it in arguments if it != KEPT], say, out)
        if parsed.command is None:
            return open_window(parsed)
        if parsed.command == "print":
            return print_sheet(parsed, say, out)
        if parsed.command == "keys":
            return print_keys(parsed, say, out)
        if parsed.command == "agency":
            return open_agency(parsed)
        if parsed.command == "region":
            return with_region(parsed, say, out)
        if parsed.command == "overlay":
            return with_overlay(parsed, say, out)
        return run_command(parsed, say, out)
    except ArgumentsError as error:
        return end(say("arguments.bad", detail=str(error)), BAD_ARGUMENTS)
    except TroubleError as error:
        return end(say.of(error), TROUBLE)
    except RuleError as error:
        return end(say.of(error), REFUSED)
    except KeyboardInterrupt:
        return end(say("interrupted"), INTERRUPTED)


def prepare_streams() -> TextIO:
    """Make the console's streams fit for every character; return the one to print on."""
    for stream in (sys.stdout, sys.stderr):
        # A console of another code page must not stop a command over a character it cannot draw.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    # A windowed program has no console at all.
    return sys.stdout or StringIO()


def end(sentence: str, status: int) -> int:
    """Say why a command ends and return its status."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    return status


def open_window(parsed: Namespace) -> int:
    """Open the window and return its exit status when it is closed."""
    # Loading leaves no garbage; `ui/garbage.py` takes over.
    gc.disable()
    # Qt takes its time and needs a screen: the commands must not load it.
    from ui.application import Options, start  # noqa: PLC0415

    drill = window(parsed, "drill", False)
    seat: str = window(parsed, "seat", "S001")
    pictures: Path | None = window(parsed, "pictures", None)
    return start(
        Options(
            store=store_path(parsed, drill=drill),
            seat=seat,
            block=window(parsed, "block", block_of(seat)),
            language=getattr(parsed, "lang", ""),
            theme=window(parsed, "theme", ""),
            drill=drill,
            seed=window(parsed, "seed", 1),
            speed=window(parsed, "speed", 1.0),
            automatic=window(parsed, "auto", False),
            replay=window(parsed, "replay", None),
            mapping=window(parsed, "mapping", None),
            pictures=pictures,
            region=window(parsed, "region", None),
            gpu=window(parsed, "gpu", False),
            exit_when_ready=window(parsed, "ready", False),
        )
    )


def run_command(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Run one of the commands and return its exit status."""
    # They bring geometry with them, which takes its time to load: the window must not wait for it.
    from ui.terminal.command import COMMANDS  # noqa: PLC0415

    return COMMANDS[parsed.command, getattr(parsed, "what", "")](parsed, say, out)


def try_itself(folder: str, out: TextIO) -> int:
    """Run the self-test and return the exit status."""
    from ui.selftest.run import self_test  # noqa: PLC0415

    return self_test(Path(folder) if folder else None, out)


def print_sheet(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Write a sheet as a PDF file and return the exit status."""
    # Letters are Qt's to draw; the other commands do without it.
    from ui.print.command import run_print  # noqa: PLC0415

    pages = run_print(parsed.number, parsed.file, store_path(parsed), say.language)
    out.write(say("print.done", path=str(parsed.file), pages=pages) + "\n")
    return DONE


def print_keys(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Write the list of all keys as PDF, in the language of the terminal."""
    # The same reason: only this command of them all needs Qt.
    from ui.help.paper import print_page  # noqa: PLC0415

    print_page("keys", parsed.pdf, say.language)
    out.write(say("keys.done", path=str(parsed.pdf)) + "\n")
    return DONE


def open_agency(parsed: Namespace) -> int:
    """Open the window of a linked body and return its exit status when it is closed."""
    # Qt takes its time and needs a screen: the other commands must not load it.
    from ui.agency.start import AgencyOptions, start_agency  # noqa: PLC0415

    # Where the desk on this store looks; no store is opened here.
    folder: Path = parsed.exchange or Path(f"{store_path(parsed)}.exchange")
    return start_agency(
        AgencyOptions(
            code=parsed.code,
            folder=folder,
            language=getattr(parsed, "lang", ""),
            theme=parsed.colours,
            person=parsed.by,
        )
    )


def with_region(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Build, check, install or list regions and return the exit status."""
    # Geometry takes its time to load, and only this command needs it.
    from ui.terminal.region import run_region  # noqa: PLC0415

    return run_region(parsed, say, out)


def with_overlay(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Add, list or remove overlays and return the exit status."""
    # Their libraries are for this command alone.
    from ui.terminal.overlay import run_overlay  # noqa: PLC0415

    return run_overlay(parsed, say, out)


def block_of(seat: str) -> int:
    """Return the block of sheet numbers of a seat: the digits of its name, 1 where it has none."""
    digits = re.search(r"\d+", seat)
    return int(digits[0]) % 1000 if digits else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
