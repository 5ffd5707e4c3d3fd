"""`foresee`: plays futures for the window, which hands in what to play and reads one line for each (`ui/foresight`)."""

from __future__ import annotations

import json
import os
import pickle
import sys
from argparse import Namespace
from dataclasses import asdict
from typing import BinaryIO, TextIO

from services.drill.foresight import Wish, play
from services.region import Region
from services.region.streets import drill_ground
from ui.terminal.wording import Wording

# What the desk does goes first.
NICE = 10


def run_foresee(_parsed: Namespace, _say: Wording, out: TextIO) -> int:
    """Play what stands in standard input, a line of JSON for each future: which choice, which number, what came of it."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    return foresee(sys.stdin.buffer, out)


def foresee(source: BinaryIO, out: TextIO) -> int:
    """Play the wish that a stream holds; it comes from this program alone, through a pipe of its own."""
    wish: Wish = pickle.load(source)
    ground = drill_ground(Region.load(wish.region)) if wish.region is not None else None
    for number in wish.numbers:
        for choice, unit_ids in enumerate(wish.choices):
            future = asdict(play(wish.fork, unit_ids, number, ground))
            out.write(json.dumps({"choice": choice, "number": number, "future": future}) + "\n")
            out.flush()
    return 0
