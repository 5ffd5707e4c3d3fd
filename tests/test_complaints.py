"""The table of complaints names tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_proof_that_the_table_of_complaints_names_is_there() -> None:
    rows = (ROOT / "docs" / "complaints.md").read_text(encoding="utf-8").splitlines()
    numbered = [row for row in rows if re.match(r"\| \d+ \|", row)]
    assert [int(row.split("|")[1]) for row in numbered] == list(range(1, 21))
    for row in numbered:
        proofs = NAMED.findall(row)
        assert proofs, row
        for file, test in proofs:
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            kinds = (ast.FunctionDef, ast.ClassDef, ast.Assign)
            names = {
                name
                for node in ast.walk(tree)
                if isinstance(node, kinds)
                for name in names_of(node)
            }
            assert not test or test in names, (file, test)


def names_of(node: ast.FunctionDef | ast.ClassDef | ast.Assign) -> list[str]:
    """Return the names that a statement gives."""
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [node.name]
