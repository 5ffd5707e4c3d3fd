"""`region build`, `check`, `install` and `list`: the offline map of a city, made of one extract."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from typing import TextIO

from services.region import home_of, installed_region, listed_regions
from services.region.building import Order, build_region
from services.region.installing import install_region
from services.region.proving import prove_region
from services.region.trade import LISTS
from ui.terminal.arguments import store_path
from ui.terminal.progress import Progress
from ui.terminal.wording import Wording

DONE = 0
MEGABYTE = 1_000_000


class Lines:
    """Progress for another program: one JSON object a line, no more often than it changes by a hundredth."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._last = out, ("", -1)

    def __call__(self, step: str, part: float) -> None:
        """Say which step is under way, and how much of the whole is done (0 to 1)."""
        now = (step, int(part * 100))
        if now != self._last:
            self._last = now
            self._out.write(json.dumps({"step": step, "part": round(part, 4)}) + "\n")
            self._out.flush()


def run_build(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Build a region; what an earlier run of the same command has done is not done again."""
    started = time.monotonic()
    progress = Progress("", sys.stderr)
    lines = Lines(out)

    def tell(step: str, part: float) -> None:
        if parsed.lines:
            lines(step, part)
        else:
            progress(part, say(f"region.step.{step}"))

    order = Order(
        source=parsed.extract,
        out=parsed.out,
        clip=parsed.clip,
        name=parsed.name,
        store=store_path(parsed),
        date=f"{datetime.now().astimezone():%Y-%m-%d}",
    )
    try:
        about = build_region(order, tell)
    except KeyboardInterrupt:
        progress.end()
        sys.stderr.write(say("region.stopped") + "\n")
        raise
    finally:
        progress.end()
    if parsed.lines:
        return DONE
    size = sum(file["size"] for file in about["files"]) / MEGABYTE
    took = f"{time.monotonic() - started:.1f}"
    path = str(parsed.out)
    write_counts(about["counts"], say, out)
    out.write(say("region.built", name=about["name"], path=path, size=f"{size:.1f}", seconds=took))
    out.write("\n")
    return DONE


def run_check(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Prove a region complete and say what it has; TroubleError names what is wrong."""
    proof = prove_region(parsed.path)
    write_counts(proof.counts, say, out)
    region = proof.region
    size = f"{proof.size / MEGABYTE:.1f}"
    out.write(say("region.proved", name=region.name, date=region.date, size=size) + "\n")
    return DONE


def run_install(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Prove a region and put it in use."""
    progress = Progress("", sys.stderr)
    try:
        proof = install_region(parsed.path, home_of(store_path(parsed).parent), progress)
    finally:
        progress.end()
    out.write(say("region.installed", name=proof.region.name) + "\n")
    folder = installed_region(home_of(store_path(parsed).parent))
    for name in LISTS:
        if folder is not None and (folder / f"{name}.csv").is_file():
            out.write(
                say(
                    "region.brings",
                    list=say(f"list.{name}"),
                    what=name,
                    path=str(folder / f"{name}.csv"),
                )
                + "\n"
            )
    return DONE


def run_list(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """List the regions of this machine, the one in use first."""
    home = home_of(store_path(parsed).parent)
    for one in listed_regions(home):
        mark = "*" if one.used else " "
        out.write(
            say("region.listed", mark=mark, name=one.name, date=one.date, path=str(one.folder))
        )
        out.write("\n")
    if installed_region(home) is None:
        out.write(say("region.none") + "\n")
    return DONE


RUNS = {"build": run_build, "check": run_check, "install": run_install, "list": run_list}


def run_region(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Run what is to be done with regions."""
    return RUNS[parsed.what](parsed, say, out)


def write_counts(counts: Mapping[str, Mapping[str, int]], say: Wording, out: TextIO) -> None:
    """Write how many of what each part has, a line a part."""
    for step, found in counts.items():
        words = ", ".join(f"{name} {count:,}" for name, count in found.items())
        out.write(say("region.part", step=say(f"region.step.{step}"), counts=words) + "\n")
