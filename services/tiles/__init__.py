"""The base map: an extract becomes vector tiles in one SQLite file, which hands them out again.

Making them (`services.tiles.building`) loads much geometry; handing them out needs none of it, and that is all here.
"""

from services.tiles.archive import FILE, TileArchive

__all__ = ["FILE", "TileArchive"]
