"""Two processes: what the desk sends stands in the body's window, and what the body answers moves the order at the desk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from models.board import AgencyCard, IncidentCard, OrderLine
from models.identity import new_id
from models.state import OrderState
from services.dossier import read_dossier
from services.linkage import send_order
from tests.stories.shift import Shift

ROOT = Path(__file__).parents[2]


def test_an_order_goes_to_a_body_in_another_process_and_comes_back_with_a_photo(
    shift: Shift, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.png"
    picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    assert picture.save(str(photo))
    shift.ring()
    sheet = shift.take_sheet("胜利西路118号", "sdqrxq")
    agency = min(shift.board.all(AgencyCard).values(), key=lambda card: card.code)
    folder = shift.station.courier.folder
    body = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.body", agency.code, str(folder), str(photo)],
        cwd=ROOT,
    )
    try:
        shift.desk.store.do(send_order, sheet.id, agency.id, "fix the pipe", id=new_id())

        def line() -> OrderLine | None:
            return next(iter(shift.board.all(IncidentCard)[sheet.id].orders), None)

        shift.wait(lambda: (found := line()) and found.state is OrderState.FED_BACK)
        done = line()
        assert done is not None
        assert (done.answer, done.photos) == ("valve replaced", 1)
        # The window closes of itself once the desk has told it that it heard.
        assert body.wait(20) == 0
    finally:
        if body.poll() is None:
            body.kill()
            body.wait()
    dossier = shift.station.database.read(read_dossier, sheet.id)
    assert dossier is not None
    assert [entry.code for entry in dossier.entries if entry.code.startswith("order.")] == [
        *("order.sent", "order.delivered", "order.signed", "order.departed"),
        *("order.arrived", "order.fed_back"),
    ]
    # The picture is looked at by one key.
    orders = shift.window.details.parts.orders
    shift.settle()
    shift.key("7", Qt.KeyboardModifier.AltModifier)
    shift.key("P")
    shift.wait(lambda: orders.pictures is not None and orders.pictures.isVisible())
    assert orders.pictures.picture.pixmap().width() > 800
    orders.pictures.close()
