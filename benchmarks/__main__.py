"""`./bench NAME [--json FILE]`: measures one group of figures; exit status 1 where a goal is not met."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import (
    desk,
    directory,
    duplicate,
    linkage,
    load,
    map,
    memory,
    queue,
    recommend,
    region,
    search,
)
from benchmarks.figure import show, write

GROUPS = {
    "desk": lambda: [*desk.measure(), *search.measure()],
    "linkage": linkage.measure,
    "load": load.measure,
    "map": map.measure,
    "directory": directory.measure,
    "duplicates": duplicate.measure,
    "memory": memory.measure,
    "queue": queue.measure,
    "recommend": recommend.measure,
    "region": region.measure,
    "search": search.measure,
}


def main() -> int:
    """Measure, print and, if asked, write the figures."""
    parser = argparse.ArgumentParser(prog="./bench")
    parser.add_argument("group", choices=sorted(GROUPS))
    parser.add_argument("--json", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    figures = GROUPS[arguments.group]()
    show(figures)
    if arguments.json:
        write(figures, arguments.json)
    return 0 if all(figure.met for figure in figures) else 1


sys.exit(main())
