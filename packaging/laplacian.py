"""Stands in the frozen program for the one part of SciPy's graphs that needs linear algebra, which is left out with its OpenBLAS.

`scipy.sparse.csgraph` imports its Laplacian at once; nobody here asks for it. Run by PyInstaller before `main.py`.
"""

from __future__ import annotations

import sys
from types import ModuleType

laplacian = ModuleType("scipy.sparse.csgraph._laplacian")
laplacian.laplacian = None  # type: ignore[attr-defined]
sys.modules[laplacian.__name__] = laplacian
