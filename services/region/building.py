"""Builds a region from an extract, step by step; what is done stays done when the program is stopped in between."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import TroubleError
from services.gazetteer.building import build_names
from services.region.boundary import TITLE, build_boundaries
from services.region.clip import clip_of
from services.region.extract import FILE as EXTRACT
from services.region.extract import make_extract
from services.region.manifest import FILE, Title, write_manifest
from services.region.package import SUFFIX, pack
from services.region.source import Estimate, Source, estimate_of, look_at
from services.region.trade import write_trade
from services.routing import build_roads
from services.tiles import FILE as TILES
from services.tiles import TileArchive
from services.tiles.building import build_tiles

Counts = Mapping[str, int]
Build = Callable[[Path, Path, Callable[[float], None]], Counts]
Tell = Callable[[str, float], None]
WORK = ".part"
NOTES = "build.json"

# The parts of a region in their order, with their share of the time; each reads the extract and writes its own file.
STEPS: dict[str, tuple[Build, float]] = {
    "boundaries": (build_boundaries, 0.1),
    "tiles": (build_tiles, 0.5),
    "roads": (build_roads, 0.5),
    "names": (build_names, 0.5),
}
EXTRACT_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: of which file, into which folder, cut to what (see `clip_of`), called how ("": by its map);
    of which store beats and dictionaries are taken (None: as shipped)."""

    source: Path
    out: Path
    clip: str = ""
    name: str = ""
    date: str = ""
    store: Path | None = None


@dataclass(slots=True)
class _Notes:
    """What has been done already, kept in the work folder."""

    file: Path
    order: list[str]
    done: dict[str, dict[str, int]] = field(default_factory=dict)

    def read(self) -> None:
        """Take over what an earlier build of the same order has done."""
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            if kept["order"] == self.order:
                self.done = dict(kept["done"])
        except (OSError, ValueError, KeyError, TypeError):
            self.done = {}

    def add(self, step: str, counts: Counts) -> None:
        """Note that a step is done."""
        self.done[step] = dict(counts)
        part = self.file.with_suffix(".new")
        part.write_text(json.dumps({"order": self.order, "done": self.done}), encoding="utf-8")
        part.replace(self.file)


def build_region(order: Order, tell: Tell) -> dict[str, Any]:
    """Build a region, or go on with one that was stopped; return its manifest.

    `tell` hears the step's name and the part of the whole that is done (0 to 1), and raises to stop. The region
    appears under its name when it is whole, and in the place of an older one. An `out` that ends in `.region` becomes
    one file. TroubleErrors: those of `look_at`, `clip_of` and `build_tiles`, `region.truncated`, `region.no_space`,
    `region.exists`, `file.unwritable`.
    """
    source = look_at(order.source)
    work = order.out.with_name(order.out.name + WORK)
    try:
        _check_place(order, source)
        work.mkdir(parents=True, exist_ok=True)
        notes = _Notes(work / NOTES, [source.sha256, order.clip, order.name])
        notes.read()
        about = _build(order, source, work, notes, tell)
        _finish(work, order.out)
    except OSError as error:
        raise _disk_trouble(error, order, source) from error
    return about


def _build(order: Order, source: Source, work: Path, notes: _Notes, tell: Tell) -> dict[str, Any]:
    whole = EXTRACT_SHARE + sum(share for _, share in STEPS.values())
    extract = _extract(
        order, source, work, notes, lambda part: tell("extract", part * EXTRACT_SHARE / whole)
    )
    begun = EXTRACT_SHARE
    for step, (build, share) in STEPS.items():
        tell(step, begun / whole)
        if step not in notes.done:
            notes.add(step, build(extract, work, _within(tell, step, begun / whole, share / whole)))
        begun += share
    tell("manifest", 1.0)
    notes.add("trade", write_trade(work, order.store))
    return write_manifest(work, _title(order, source, work), notes.done)


def _within(tell: Tell, step: str, begun: float, share: float) -> Callable[[float], None]:
    return lambda part: tell(step, begun + share * part)


def _extract(
    order: Order, source: Source, work: Path, notes: _Notes, tell: Callable[[float], None]
) -> Path:
    tell(0.0)
    made = work / EXTRACT
    if "extract" in notes.done:
        return made if made.is_file() else source.path
    clip = clip_of(order.clip, source) if order.clip else None
    extract = make_extract(source, clip, work, tell)
    notes.add("extract", {"bytes": extract.stat().st_size})
    return extract


def _title(order: Order, source: Source, work: Path) -> Title:
    found_name, found_en = json.loads((work / TITLE).read_text(encoding="utf-8"))
    name = order.name or found_name or source.path.name.split(".")[0]
    archive = TileArchive(work / TILES)
    try:
        boxes = archive.core, archive.bounds
    finally:
        archive.close()
    english = found_en if not order.name else ""
    return Title(name, english, *boxes, order.date, source.path.name, source.sha256)


def _check_place(order: Order, source: Source) -> None:
    """There must be room, and nothing in the way but a region."""
    if order.out.is_dir() and any(order.out.iterdir()) and not (order.out / FILE).is_file():
        raise TroubleError("region.exists", path=str(order.out))
    if order.out.is_file() and order.out.suffix != SUFFIX:
        raise TroubleError("region.exists", path=str(order.out))
    estimate = estimate_of(source, order.out)
    if estimate.free < estimate.needed:
        raise _no_space(estimate)


def _finish(work: Path, out: Path) -> None:
    """Leave nothing but the region, and put it in its place; an older one goes only now."""
    for name in (NOTES, EXTRACT, TITLE):
        (work / name).unlink(missing_ok=True)
    if out.suffix == SUFFIX:
        pack(work, out)
        shutil.rmtree(work)
        return
    if out.exists():
        old = out.with_name(f"{out.name}.old-{os.getpid()}")
        out.rename(old)
        work.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    else:
        work.rename(out)


def _disk_trouble(error: OSError, order: Order, source: Source) -> TroubleError:
    if error.errno == errno.ENOSPC:
        return _no_space(estimate_of(source, order.out))
    detail = error.strerror or str(error)
    return TroubleError("file.unwritable", path=str(order.out), detail=detail)


def _no_space(estimate: Estimate) -> TroubleError:
    needed, free = (-(-size // 1_000_000) for size in (estimate.needed, estimate.free))
    return TroubleError("region.no_space", needed=needed, free=free)
