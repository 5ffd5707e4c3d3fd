"""The command line's grammar: the window's options, the commands and what all of them take."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from platformdirs import user_data_path

from models.place import Datum
from ui.terminal.wording import LANGUAGES, Wording
from ui.version import VERSION

PROGRAM = "main.py"
DATA_FOLDER = "zhangzhou-110"
KEPT = "--keep-running"
THEMES = ("light", "dark", "contrast")
STORE, DRILL_STORE = "desk.sqlite", "drill.sqlite"
LISTS = ("units", "organisations", "beats", "agencies", "contacts", "rosters")
WINDOW = (
    *("drill", "seed", "speed", "auto", "replay", "seat"),
    *("block", "theme", "gpu", "pictures", "ready", "self_test", "region", "kept"),
)


class ArgumentsError(Exception):
    """What is wrong with a command line, in words."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong."""
        raise ArgumentsError(message)


def parse(arguments: Sequence[str], say: Wording) -> argparse.Namespace:
    """Return the arguments; `command` is None for the window. Raises ArgumentsError; exits for --help."""
    parsed = build(say).parse_args(arguments)
    command: str | None = parsed.command
    if command is not None:
        stray = [f"--{name}" for name in WINDOW if hasattr(parsed, f"window_{name}")]
        if stray:
            raise ArgumentsError(
                say("arguments.window_only", options=" ".join(stray), command=command)
            )
    elif window(parsed, "replay", None) is not None and window(parsed, "mapping", None) is None:
        raise ArgumentsError(say("arguments.mapping_missing"))
    return parsed


def window(parsed: argparse.Namespace, name: str, default: Any) -> Any:
    """Return one of the window's options."""
    return getattr(parsed, f"window_{name}", default)


def store_path(parsed: argparse.Namespace, *, drill: bool = False) -> Path:
    """Return the store a command works on: the one named, else the one of this person."""
    given: Path | None = getattr(parsed, "store", None)
    return given or user_data_path(DATA_FOLDER, appauthor=False) / (DRILL_STORE if drill else STORE)


def build(say: Wording) -> Parser:
    """Return the parser with its help in one language."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--store", type=Path, metavar="FILE", help=say("help.store"))
    common.add_argument("--lang", choices=LANGUAGES, help=say("help.lang"))
    shape = argparse.RawDescriptionHelpFormatter
    parser = Parser(
        prog=PROGRAM, description=say("help.program"), formatter_class=shape, parents=[common]
    )
    add_window(parser, say)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    more: dict[str, Any] = {"parents": [common]}
    verify = commands.add_parser("verify", help=say("help.verify"), **more)
    verify.add_argument("--head", default="", metavar="HASH", help=say("help.head"))
    add_drill(commands.add_parser("drill", help=say("help.drill"), **more), say)
    commands.add_parser("foresee", help=say("help.foresee"), **more)
    backup = commands.add_parser("backup", help=say("help.backup"), **more)
    backup.add_argument("file", type=Path, metavar="FILE", help=say("help.backup_file"))
    restore = commands.add_parser("restore", help=say("help.restore"), **more)
    restore.add_argument("file", type=Path, metavar="FILE", help=say("help.backup_file"))
    restore.add_argument("--replace", action="store_true", help=say("help.restore_replace"))
    reporting = commands.add_parser("report", help=say("help.reports"), **more)
    kinds = reporting.add_subparsers(
        dest="what", metavar="WHAT", required=True, parser_class=Parser
    )
    add_bands(kinds.add_parser("bands", help=say("help.bands"), **more), say)
    diversions = kinds.add_parser("diversions", help=say("help.diversions"), **more)
    diversions.add_argument("--month", default="", metavar="YYYY-MM", help=say("help.month"))
    diversions.add_argument("--drill", action="store_true", help=say("help.bands_drill"))
    diversions.add_argument("--csv", type=Path, metavar="FILE", help=say("help.csv"))
    kinds.add_parser("gaps", help=say("help.gaps"), **more)
    regret = kinds.add_parser("regret", help=say("help.regret"), **more)
    hours = positive(float, say)
    regret.add_argument("--hours", type=hours, default=24, metavar="N", help=say("help.hours"))
    printing = commands.add_parser("print", help=say("help.print"), **more)
    printing.add_argument("number", metavar="NUMBER", help=say("help.number"))
    printing.add_argument("file", type=Path, metavar="FILE.pdf", help=say("help.pdf"))
    keys = commands.add_parser("keys", help=say("help.keys"), **more)
    keys.add_argument("--pdf", type=Path, required=True, metavar="FILE", help=say("help.pdf"))
    starting = commands.add_parser("autostart", help=say("help.autostart"), **more)
    starting.add_argument("how", choices=("on", "off", "show"), help=say("help.autostart_how"))
    add_agency(commands.add_parser("agency", help=say("help.agency"), **more), say)
    add_region(commands.add_parser("region", help=say("help.region"), **more), say, more)
    add_overlay(commands.add_parser("overlay", help=say("help.overlay"), **more), say, more)
    importing = commands.add_parser("import", help=say("help.import"), **more)
    kinds = importing.add_subparsers(
        dest="what", metavar="WHAT", required=True, parser_class=Parser
    )
    add_calls(kinds.add_parser("calls", help=say("help.calls"), **more), say)
    add_dictionary(kinds.add_parser("dictionary", help=say("help.dictionary"), **more), say)
    warnings = kinds.add_parser("warnings", help=say("help.warnings"), **more)
    warnings.add_argument("file", type=Path, metavar="FILE", help=say("help.file"))
    for name in LISTS:
        listing = kinds.add_parser(name, help=say(f"help.{name}"), **more)
        listing.add_argument("file", type=Path, metavar="FILE", help=say("help.file"))
        listing.add_argument("--replace", action="store_true", help=say("help.replace"))
    exporting = commands.add_parser("export", help=say("help.export"), **more)
    kinds = exporting.add_subparsers(
        dest="what", metavar="WHAT", required=True, parser_class=Parser
    )
    add_dictionary(kinds.add_parser("dictionary", help=say("help.dictionary"), **more), say)
    for name in LISTS:
        listing = kinds.add_parser(name, help=say(f"help.{name}"), **more)
        listing.add_argument("file", type=Path, metavar="FILE", help=say("help.file"))
    return parser


def add_agency(agency: argparse.ArgumentParser, say: Wording) -> None:
    """Add what a linked body's window takes."""
    agency.add_argument(
        "--as", dest="code", required=True, metavar="CODE", help=say("help.as_agency")
    )
    agency.add_argument("--exchange", type=Path, metavar="DIR", help=say("help.exchange"))
    agency.add_argument("--by", default="", metavar="NAME", help=say("help.by_agency"))
    agency.add_argument(
        "--theme", dest="colours", choices=THEMES, default="", help=say("help.theme")
    )


def add_window(parser: Parser, say: Wording) -> None:
    """Add the window's options; one that is not given leaves no trace."""
    above_zero = positive(float, say)

    def add(name: str, **how: Any) -> None:
        parser.add_argument(name, default=argparse.SUPPRESS, **how)

    add("--drill", dest="window_drill", action="store_true", help=say("help.drill_window"))
    add("--seed", dest="window_seed", type=int, metavar="N", help=say("help.seed"))
    add("--speed", dest="window_speed", type=above_zero, metavar="X", help=say("help.speed"))
    add("--auto", dest="window_auto", action="store_true", help=say("help.auto"))
    add("--replay", dest="window_replay", type=Path, metavar="FILE", help=say("help.replay"))
    add("--mapping", dest="window_mapping", type=Path, metavar="FILE", help=say("help.mapping"))
    add("--seat", dest="window_seat", metavar="S001", help=say("help.seat"))
    add("--block", dest="window_block", type=int, metavar="N", help=say("help.block"))
    add("--theme", dest="window_theme", choices=THEMES, help=say("help.theme"))
    add("--region", dest="window_region", type=Path, metavar="DIR", help=say("help.region_used"))
    add(KEPT, dest="window_kept", action="store_true", help=say("help.kept"))
    add("--gpu", dest="window_gpu", action="store_true", help=say("help.gpu"))
    add("--pictures", dest="window_pictures", type=Path, metavar="DIR", help=say("help.pictures"))
    add(
        "--self-test",
        dest="window_self_test",
        nargs="?",
        const="",
        metavar="DIR",
        help=say("help.self_test"),
    )
    parser.add_argument("--version", action="version", version=VERSION)
    add("--exit-when-ready", dest="window_ready", action="store_true", help=say("help.ready"))


def add_drill(parser: Parser, say: Wording) -> None:
    """Add what a drill without a window takes."""
    count = positive(int, say)
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=say("help.seed"))
    parser.add_argument("--minutes", type=count, default=60, metavar="M", help=say("help.minutes"))
    parser.add_argument("--headless", action="store_true", help=say("help.headless"))
    parser.add_argument(
        "--report", type=Path, required=True, metavar="DIR", help=say("help.report")
    )
    parser.add_argument("--region", type=Path, metavar="DIR", help=say("help.drill_region"))


def add_region(parser: Parser, say: Wording, more: dict[str, Any]) -> None:
    """Add what is done with regions: build, check, install, list."""
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True, parser_class=Parser)
    building = kinds.add_parser("build", help=say("help.region_build"), **more)
    building.add_argument("extract", type=Path, metavar="EXTRACT", help=say("help.extract"))
    building.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=say("help.region_out")
    )
    building.add_argument("--clip", default="", metavar="BOX", help=say("help.clip"))
    building.add_argument("--name", default="", metavar="NAME", help=say("help.region_name"))
    building.add_argument("--lines", action="store_true", help=say("help.lines"))
    for name in ("check", "install"):
        parser = kinds.add_parser(name, help=say(f"help.region_{name}"), **more)
        parser.add_argument("path", type=Path, metavar="REGION", help=say("help.region_path"))
    kinds.add_parser("list", help=say("help.region_list"), **more)


def add_overlay(parser: Parser, say: Wording, more: dict[str, Any]) -> None:
    """Add what is done with overlays: add, list, remove."""
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True, parser_class=Parser)
    adding = kinds.add_parser("add", help=say("help.overlay_add"), **more)
    adding.add_argument("file", type=Path, metavar="FILE", help=say("help.overlay_file"))
    datums = [datum.value for datum in Datum]
    adding.add_argument("--datum", choices=datums, default=datums[0], help=say("help.datum"))
    adding.add_argument("--name", default="", metavar="NAME", help=say("help.overlay_name"))
    kinds.add_parser("list", help=say("help.overlay_list"), **more)
    removing = kinds.add_parser("remove", help=say("help.overlay_remove"), **more)
    removing.add_argument("layer", metavar="LAYER", help=say("help.overlay_layer"))


def add_calls(parser: Parser, say: Wording) -> None:
    """Add what an import of calls takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=say("help.call_file"))
    parser.add_argument(
        "--mapping", type=Path, required=True, metavar="FILE", help=say("help.mapping")
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument(
        "--as", dest="mode", choices=("history", "open"), default="history", help=say("help.as")
    )
    mode.add_argument("--live", type=positive(float, say), metavar="N", help=say("help.live"))
    parser.add_argument("--refused", type=Path, metavar="FILE", help=say("help.refused"))


def add_bands(parser: Parser, say: Wording) -> None:
    """Add what the band tables take."""
    parser.add_argument(
        "--hours", type=positive(float, say), default=24, metavar="N", help=say("help.hours")
    )
    parser.add_argument("--until", type=int, metavar="MS", help=say("help.until"))
    parser.add_argument("--by", choices=("unit", "body"), default="unit", help=say("help.by"))
    parser.add_argument("--drill", action="store_true", help=say("help.bands_drill"))
    parser.add_argument("--csv", type=Path, metavar="FILE", help=say("help.csv"))


def add_dictionary(parser: Parser, say: Wording) -> None:
    """Add what importing and exporting a dictionary take."""
    parser.add_argument("name", metavar="NAME", help=say("help.name"))
    parser.add_argument("file", type=Path, metavar="FILE", help=say("help.file"))


def positive(kind: type[int] | type[float], say: Wording) -> Any:
    """Return a reader of numbers above zero."""

    def read(text: str) -> float:
        try:
            number = kind(text)
        except ValueError:
            number = kind(0)
        if not 0 < number < 1e9:
            raise argparse.ArgumentTypeError(say("arguments.positive", text=text))
        return number

    return read
