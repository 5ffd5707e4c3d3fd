"""The import contract of feature folders: none of them imports another one of the same home."""

from __future__ import annotations

from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FeaturesContract(Contract):
    """Every folder directly in `home` is a feature, from the day it is made; plain modules there are free.

    A folder named in `shared` may be used by all features, one named in `wiring` may use all of them.
    Only direct imports count: a way through a shared part is that part's affair.
    """

    home = fields.StringField()
    shared = fields.ListField(subfield=fields.StringField())
    wiring = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        home: Any = self.home
        shared, wiring = _names(home, self.shared), _names(home, self.wiring)
        folders = {child for child in graph.find_children(home) if graph.find_children(child)}
        crossings = [
            (importer, imported)
            for folder in sorted(folders - wiring)
            for importer in sorted({folder} | graph.find_descendants(folder))
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if _top(imported, home) in folders - shared - {folder}
        ]
        return ContractCheck(kept=not crossings, metadata={"crossings": crossings})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported in check.metadata["crossings"]:
            output.print_error(f"{importer} imports {imported}, which is another feature's.")


def _names(home: str, folders: Any) -> set[str]:
    return {f"{home}.{folder}" for folder in folders}


def _top(module: str, home: str) -> str:
    """The child of `home` that holds `module`, or the module itself when it lives elsewhere."""
    depth = home.count(".") + 2
    return ".".join(module.split(".")[:depth]) if module.startswith(f"{home}.") else module
