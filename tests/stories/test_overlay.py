"""Overlays at the real window: a file becomes a layer, is dressed, hidden and removed by keys; what it says is text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from models.marking import MarkingForm, MarkingKind
from services.marking import draw_marking
from tests.stories.shift import Shift

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

HERE = (117.655, 24.515)


def page(shift: Shift, question: str) -> object:
    """What the page says."""
    seen: list[object] = []
    shift.window.map.view.inspect(f"JSON.stringify({question})", seen.append)
    shift.wait(lambda: seen)
    return json.loads(str(seen[0]))


def test_a_file_becomes_a_layer_that_keys_dress_and_remove(shift: Shift, tmp_path: Path) -> None:
    around = [[HERE[0] + x, HERE[1] + y] for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
    area = {"type": "Polygon", "coordinates": [around]}
    facts = {"名称": "<img src=x onerror=alert(1)>", "水压": "0.4 MPa"}
    feature = {"type": "Feature", "geometry": area, "properties": facts}
    file = tmp_path / "消防水源.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    shift.window.map.file_dropped.emit(file)
    dialog = shift.station.overlays._dialog
    assert dialog is not None
    shift.wait(lambda: dialog.form.isVisible())
    dialog.form.form.show_values({"name": "水源"})
    dialog.form.ok.click()
    shift.wait(lambda: dialog.list.count() == 1)
    drawn = "desk.live.overlays.layers.size && [...desk.live.overlays.layers.values()][0]"
    shift.wait(lambda: page(shift, f"Boolean({drawn} && ({drawn}).shapes)"))

    view = shift.window.map.view
    QTest.mouseClick(view.surface(), Qt.MouseButton.LeftButton, pos=QPoint(200, 320))
    said = "document.querySelector('.facts.shown')?.textContent || ''"
    shift.wait(lambda: "0.4 MPa" in str(page(shift, said)))
    assert "<img src=x onerror=alert(1)>" in str(page(shift, said))
    assert page(shift, "document.querySelectorAll('.facts img').length") == 0

    look = page(shift, f"({drawn}).look")
    QTest.keyClick(dialog.list, Qt.Key.Key_C)
    shift.wait(lambda: page(shift, f"({drawn}).look") != look)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    shift.wait(lambda: page(shift, "desk.live.overlays.layers.size") == 0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Insert)
    chooser = shift.window.findChildren(QFileDialog)
    assert [one.windowTitle() for one in chooser] == ["导入图层"]
    chooser[0].reject()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    shift.wait(lambda: dialog.list.count() == 0)
    assert file.is_file()
    broken = tmp_path / "坏的.kml"
    broken.write_text("<html>", encoding="utf-8")
    shift.station.overlays.take_file(broken)
    dialog.form.ok.click()
    shift.wait(lambda: "不是 GeoJSON" in dialog.form.wrong)
    dialog.close()

    line = [[117.64, 24.51], [117.65, 24.51]]
    drawing = (draw_marking, MarkingKind.CLOSURE, MarkingForm.LINE, line)
    shift.desk.store.do(*drawing, id="k", code="10")
    shift.settle()
    shift.station.overlays.write(tmp_path / "out.gpx")
    shift.wait(lambda: (tmp_path / "out.gpx").is_file())
    assert "交通事故" in (tmp_path / "out.gpx").read_text(encoding="utf-8")
