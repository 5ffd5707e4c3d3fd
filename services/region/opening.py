"""Opens an extract with libosmium; what cannot be read to its end is told as such."""

from __future__ import annotations

import osmium

from models.errors import TroubleError
from services.region.source import Source


def opened(source: Source) -> osmium.io.File:
    """Return a file as libosmium opens it, by its content and not by its name."""
    return osmium.io.File(str(source.path), source.format)


def read_through(source: Source) -> None:
    """Read a file to its end; TroubleError `region.truncated` where it ends before that or is spoilt."""
    try:
        # Nothing passes this filter, so nothing of it reaches Python.
        osmium.apply(osmium.io.Reader(opened(source)), osmium.filter.EmptyTagFilter())
    except RuntimeError as error:
        raise truncated(source, error) from error


def truncated(source: Source, error: Exception) -> TroubleError:
    """Return the trouble of a file that could not be read to its end."""
    return TroubleError("region.truncated", path=source.path.name, detail=str(error))
