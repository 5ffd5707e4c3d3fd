"""What belongs to 12345 goes there, is disputed, returned, fed back and rated; the month's report counts every one."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from models.agency import Agency, AgencyKind
from models.board import IncidentCard
from models.diversion import Diversion, DiversionState
from models.diversioncard import DiversionCard
from models.errors import RuleError
from models.state import OrderState
from models.term import Term
from services.context import local_day
from services.diversion_report import counts, evidence, month_bounds
from services.diverting import agree, divert, join_three, settle_dispute, visit_diversion
from services.dossier import read_dossier
from services.linkage import deliver_order, feed_back_order, return_order, sign_order
from tests.services.desk import NOON, Desk
from ui.terminal.arguments import parse
from ui.terminal.diverting import run_diversions
from ui.terminal.wording import Wording

MINUTE = 60_000


def town(desk: Desk) -> None:
    """Enter the two bodies, the paths to them, and limits."""

    def enter(session, *, at: int, by: str) -> None:  # type: ignore[no-untyped-def]
        for code, name in (("G19", "12345"), ("C04", "114移车")):
            id = desk.fresh()
            session.add(Agency(id=id, code=code, name=name, kind=AgencyKind.GOVERNMENT))
        extra = {"body": "G19", "settle_within": "3m", "channels": "0901"}
        names = {"dictionary": "diversion", "code": "hotline", "name": "12345"}
        session.add(Term(id="diversion:hotline:", **names, extra=extra))
        within = {"sign_within": "30m", "feed_back_within": "1h"}
        names = {"dictionary": "service_limit", "code": "*", "name": "*"}
        session.add(Term(id="service_limit:*:", **names, extra=within))

    desk.do(enter)


def sheet(desk: Desk, **fields: object) -> str:
    """Return a sheet that 12345 should have."""
    return desk.sheet(**{"level": 4, "narrative": "问社保怎么交", **fields})


def divert_it(desk: Desk, id: str, path: str = "hotline", **more: str) -> str:
    """Offer a sheet; return the order that carries it."""
    desk.do(divert, id, path, id=desk.fresh(), **more)
    return desk.board.all(IncidentCard)[id].orders[-1].id


def state(desk: Desk, id: str) -> DiversionState:
    """Return how far the newest diversion of a sheet is."""

    def newest(session) -> DiversionState:  # type: ignore[no-untyped-def]
        rows = session.query(Diversion).filter_by(incident_id=id).order_by(Diversion.opened_at)
        return rows.all()[-1].state  # type: ignore[no-any-return]

    return desk.db.read(newest)


def codes(desk: Desk, id: str) -> list[str]:
    """Return the evidence on a sheet's timeline."""
    dossier = desk.db.read(read_dossier, id)
    assert dossier is not None
    return [it.code for it in dossier.entries if it.code.startswith("diversion.")]


def test_a_request_goes_to_12345_by_one_command_and_is_rated(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    town(desk)
    id = sheet(desk)
    order = divert_it(desk, id)
    (line,) = desk.board.all(IncidentCard)[id].orders
    assert "问社保怎么交" in line.text
    desk.do(join_three, id)
    desk.do(join_three, id)
    desk.do(deliver_order, order)
    assert state(desk, id) is DiversionState.OFFERED
    desk.do(sign_order, order)
    assert state(desk, id) is DiversionState.ACCEPTED
    desk.refuse("diversion.open", divert, id, "hotline", id=desk.fresh())
    desk.refuse("diversion.not_fed_back", visit_diversion, id, "1", "")
    desk.do(feed_back_order, order, "已答复")
    assert not desk.board.all(DiversionCard)
    desk.refuse("field.bad", visit_diversion, id, "4", "")
    desk.do(visit_diversion, id, "2", "等了一会")
    desk.refuse("diversion.visited", visit_diversion, id, "1", "")
    assert codes(desk, id) == [
        *("diversion.offered", "diversion.three_way", "diversion.accepted"),
        *("diversion.fed_back", "diversion.visited"),
    ]
    desk.check()


def test_where_both_refuse_the_desk_that_had_it_first_takes_it_when_the_time_is_up(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    town(desk)
    for channel, forced in (("0100", DiversionState.KEPT), ("0901", DiversionState.ACCEPTED)):
        id = sheet(desk, channel=channel)
        order = divert_it(desk, id)
        desk.do(return_order, order, "不属政务热线")
        (card,) = desk.board.all(DiversionCard).values()
        assert card.state is DiversionState.DISPUTED
        assert card.settle_by is not None
        desk.refuse("diversion.early", settle_dispute, card.id)
        desk.now = card.settle_by
        desk.do(settle_dispute, card.id)
        assert state(desk, id) is forced
        assert codes(desk, id)[-1] == "diversion.forced"
        # Taken by the other desk it is sent once more: that desk had closed the first order.
        running = [it for it in desk.board.all(IncidentCard)[id].orders if it.ended_at is None]
        assert [it.state for it in running] == ([OrderState.SENT] if forced == "accepted" else [])
        for it in running:
            desk.do(feed_back_order, it.id, "已办")
    desk.check()


def test_two_desks_agree_and_what_was_taken_may_come_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    town(desk)
    kept, given, back = sheet(desk), sheet(desk), sheet(desk)
    divert_it(desk, kept)
    desk.do(agree, kept, "police")
    assert state(desk, kept) is DiversionState.KEPT
    assert desk.board.all(IncidentCard)[kept].orders[0].state is OrderState.CANCELLED
    divert_it(desk, given)
    desk.do(agree, given, "other")
    assert state(desk, given) is DiversionState.ACCEPTED
    order = divert_it(desk, back)
    desk.do(sign_order, order)
    desk.do(return_order, order, "经核实属治安案件")
    assert state(desk, back) is DiversionState.RETURNED
    # It may go out again, and somebody in danger never does.
    divert_it(desk, back)
    urgent = desk.sheet(level=2)
    desk.refuse("diversion.urgent", divert, urgent, "hotline", id=desk.fresh())
    desk.check()


def test_a_car_is_moved_by_message_or_becomes_an_ordinary_sheet_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    town(desk)
    moved, stays = sheet(desk), sheet(desk)
    desk.refuse("text.empty", divert, moved, "car_move", id=desk.fresh())
    order = divert_it(desk, moved, "car_move", plate="闽E12345")
    assert desk.board.all(IncidentCard)[moved].orders[0].text.startswith("闽E12345；")
    desk.do(feed_back_order, order, "车主已移车")
    desk.do(return_order, divert_it(desk, stays, "car_move", plate="闽E1"), "联系不上车主")
    assert state(desk, stays) is DiversionState.KEPT
    assert not desk.board.all(DiversionCard)
    start, end = month_bounds(local_day(NOON)[:7])
    (_, cars, everything) = counts(desk.db.read(evidence, start=start, end=end))
    assert (cars.diverted, cars.moved, cars.not_moved, everything.diverted) == (2, 1, 1, 2)
    unit = desk.unit("漳101")
    desk.send(stays, unit)


def test_the_month_has_every_diversion_and_its_sums(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    town(desk)
    for late, rating in ((False, "1"), (False, "3"), (True, "2")):
        id = sheet(desk)
        order = divert_it(desk, id)
        desk.do(sign_order, order)
        desk.now += 2 * 60 * MINUTE if late else MINUTE
        desk.do(feed_back_order, order, "办结")
        desk.do(visit_diversion, id, rating, '=HYPERLINK("x")')
    month = local_day(NOON)[:7]
    start, end = month_bounds(month)
    rows = desk.db.read(evidence, start=start, end=end)
    (hotline, _, _) = counts(rows)
    assert (hotline.diverted, hotline.on_time, hotline.late) == (3, 2, 1)
    assert (hotline.ratings, hotline.content) == ((1, 1, 1), 2 / 3)
    assert not desk.db.read(evidence, start=end, end=end + 1)
    path = desk.path
    desk.close()
    file, out = tmp_path / "month.csv", StringIO()
    say = Wording("zh")
    arguments = [
        *("report", "diversions", "--month", month),
        *("--store", str(path), "--csv", str(file)),
    ]
    assert run_diversions(parse(arguments, say), say, out) == 0
    assert "分流 3，受理 3" in out.getvalue()
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 4
    for bad in ("2026-13", "november", "2026"):
        with pytest.raises(RuleError, match=r"month\.bad"):
            month_bounds(bad)
    assert month_bounds("2026-12")[1] == month_bounds("2027-01")[0]
