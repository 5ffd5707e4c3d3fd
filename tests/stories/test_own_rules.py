"""A site's own level rules, beside its store: used where they are good, told and left alone where they are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from services.levelling import FILE, shipped_rules
from tests.stories.shift import Shift


@pytest.mark.parametrize("good", [True, False])
def test_the_rules_of_the_site_are_told_and_propose_the_level(
    start_shift: Callable[[], Shift], tmp_path: Path, good: bool
) -> None:
    text = FILE.read_text(encoding="utf-8").replace("\nlevel = 2", "\nlevel = 1", 1)
    (tmp_path / "level.toml").write_text(text if good else text[:500], encoding="utf-8")
    shift = start_shift()
    (banner,) = shift.station._banners.banners()
    assert banner.kind == ("info" if good else "danger")
    assert str(tmp_path / "level.toml") in banner.text
    assert (shift.desk.trade.rules == shipped_rules()) is not good
    shift.ring()
    shift.answer()
    shift.fill_sheet("胜利西路118号", "dj", "有人劫持人质")
    shift.wait(lambda: shift.window.sheet.parts.form.level.value() == (1 if good else 2))
