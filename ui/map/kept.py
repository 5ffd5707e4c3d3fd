"""The built page, kept between starts: folium takes 0.7 s to load and builds the same page of the same region."""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import logging
import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from services.region import Region

log = logging.getLogger(__name__)

BUILDER = "ui.map.building"
PACKAGES = ("folium", "branca")


def page_of(region: Region) -> bytes:
    """Return the page of a region: the one built before, else a new one, kept for the next start."""
    file = kept_file(region)
    try:
        return file.read_bytes()
    except OSError:
        # Loaded only now: most starts never need it.
        page: bytes = importlib.import_module(BUILDER).page_html(region).encode()
        keep(file, page)
        return page


def kept_file(region: Region) -> Path:
    """Return where the page of this region, built by this program and this folium, is kept."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(importlib.metadata.version(package).encode())
    builder = Path(__file__).with_name("building.py")
    for file in (builder, *sorted(region.folder.glob("*.*json"))):
        digest.update(file.read_bytes())
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(folder) / f"map-{digest.hexdigest()[:32]}.html"


def keep(file: Path, page: bytes) -> None:
    """Keep a page, whole or not at all; a disk that will not have it costs nothing but time."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(page)
        part.replace(file)
    except OSError as error:
        log.info("the map page could not be kept: %s", error)
