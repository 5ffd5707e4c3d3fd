"""What a self-test finds: one line a check, as JSON for machines and as text for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

MARKS = {True: "✓", False: "×"}


class CheckError(Exception):
    """What did not hold, in a few words; a fault of the program or of the machine, no refusal."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing tried: whether it held, what was found, how long it took (ms)."""

    name: str
    what: str
    held: bool
    found: str
    ms: int


@dataclass(frozen=True, slots=True)
class Report:
    """All checks with what they ran on; it holds only if every check was reached and held."""

    about: Mapping[str, str]
    wanted: int
    checks: Sequence[Check]

    @property
    def holds(self) -> bool:
        """Whether everything was tried and held."""
        return len(self.checks) == self.wanted and all(check.held for check in self.checks)

    @property
    def ms(self) -> int:
        """How long all of it took."""
        return sum(check.ms for check in self.checks)

    def as_json(self) -> str:
        """Return the report for machines."""
        checks = [asdict(check) for check in self.checks]
        whole = {"holds": self.holds, "ms": self.ms, "wanted": self.wanted}
        return json.dumps(
            {**whole, "about": dict(self.about), "checks": checks}, ensure_ascii=False, indent=1
        )

    def as_text(self) -> str:
        """Return the report for people."""
        lines = [f"{name}: {value}" for name, value in self.about.items()]
        lines += [
            f"{MARKS[check.held]} {check.what}  {check.ms} ms  {check.found}".rstrip()
            for check in self.checks
        ]
        missing = self.wanted - len(self.checks)
        lines += [f"× 未做 / not reached: {missing}"] if missing else []
        lines.append(f"{'全部通过 / all holds' if self.holds else '未通过 / FAILED'}  {self.ms} ms")
        return "\n".join(lines)

    def write(self, folder: Path) -> None:
        """Write both forms into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "self-test.json").write_text(f"{self.as_json()}\n", encoding="utf-8")
        (folder / "self-test.txt").write_text(f"{self.as_text()}\n", encoding="utf-8")
