"""Who takes a class at a place: the narrowest first, with its reasons; by when it has to answer, in days that are worked."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from models.agency import AgencyOrder
from models.board import AgencyCard, ContactLine
from models.deadline import Allowance, Allowances, Calendar, Due, Span, Terms, read_span
from models.duty import best_contact
from models.errors import RuleError
from models.term import Term
from services.answering import ByClass, ByDuty, ByPlace, takers
from services.dictionary import read_terms
from services.directory import add_agency, add_contact, retire_agency
from services.fleet import add_organisation
from services.linkage import send_order
from services.resource import RESOURCES
from services.serving import HOLIDAY, terms_of
from tests.services.desk import NOON, Desk

HOUR = 3_600_000
CLASSES = ("601300", "60")


def agency(code: str, takes: str, areas: str = "", **more: object) -> AgencyCard:
    line = ContactLine(f"{code}-1", 1, "", "110", "", "", "")
    words = {"name": code, "name_en": "", "agency_kind": "utility", "note": ""}
    fields = {**words, "contacts": (line,), **more}
    return AgencyCard(
        code,
        code=code,
        takes=tuple(takes.split()),
        areas=tuple(areas.split()),
        **fields,  # type: ignore[arg-type]
    )


def local(text: str) -> int:
    return int(datetime.fromisoformat(text + "+08:00").timestamp() * 1000)


def test_the_narrowest_body_is_first_and_every_one_says_why() -> None:
    on = (ContactLine("x", 1, "", "110", "00:00", "24:00", ""),)
    bodies = [
        agency("desk", "60 601300 1 2 3 4 5 6 7", contacts=on),
        agency("second", "601300 600200", contacts=on),
        agency("group", "60", "350623"),
        agency("city", "601300"),
        agency("county", "601300", "350623"),
        agency("town", "601300", "350623100 350602"),
        agency("elsewhere", "601300", "350602"),
        agency("other", "600200"),
        agency("ended", "601300", valid_to="2026-01-01"),
        agency("coming", "601300", valid_from="2030-01-01"),
        agency("mute", "601300", contacts=()),
    ]
    found = takers(bodies, CLASSES, "350623100", NOON)
    assert [it.agency_id for it in found] == [
        *("town", "county", "second", "city", "mute", "desk", "group"),
    ]
    first, last = found[0], found[-1]
    assert (first.by_class, first.by_place, first.area) == (
        ByClass.ITSELF,
        ByPlace.AREA,
        "350623100",
    )
    assert (last.by_class, last.code, last.by_duty) == (ByClass.GROUP, "60", ByDuty.UNKNOWN)
    assert found[2].by_duty is ByDuty.ON
    assert found[4].by_duty is ByDuty.NO_PHONE
    nowhere = takers(bodies, CLASSES, "", NOON)
    assert {it.by_place for it in nowhere} == {ByPlace.EVERYWHERE, ByPlace.UNKNOWN}
    assert takers(bodies, ("", ""), "350623", NOON) == []


def test_the_roster_goes_before_standing_hours_and_is_silent_outside_them() -> None:
    standing = ContactLine("a", 1, "值班室", "1", "00:00", "24:00", "")
    roster = ContactLine("b", 1, "老陈", "2", "", "", "", NOON, NOON + HOUR)
    both = (standing, roster)
    assert best_contact(both, NOON) is roster
    assert best_contact(both, NOON + HOUR - 1) is roster
    assert best_contact(both, NOON + HOUR) is standing
    assert best_contact(both, NOON - 1) is standing
    assert best_contact((roster,), NOON - 1) is None


@pytest.mark.parametrize("text", ["0m", "0", "00d", "-5m", "7", "d", "1.5h", "999999m", "七天", ""])
def test_a_limit_of_nought_or_nonsense_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"limit\.bad"):
        read_span(text)
    if text:
        path = tmp_path / "service_limit.csv"
        head = "code,name,name_en,parent,valid_from,valid_to,sign_within"
        path.write_text(f"{head}\n60,联动,,,2000-01-01,,{text}\n", encoding="utf-8")
        rows, refused = read_terms(path)
        assert not rows
        assert refused[0].reason in ("limit.bad", "line.formula")


def shipped_calendar() -> Calendar:
    rows, refused = read_terms(RESOURCES / "dictionary" / "holiday.csv")
    assert not refused
    terms = [
        Term(
            id=row.code,
            dictionary=HOLIDAY,
            code=row.code,
            name=row.name,
            valid_from=row.valid_from,
            extra=row.extra,
        )
        for row in rows
    ]
    return terms_of(terms, "2026-11-24").calendar


def test_working_days_leave_out_holidays_and_a_year_nobody_has_said_is_named() -> None:
    calendar = shipped_calendar()
    # The eve of the National Day of 2026: seven days of rest, a Saturday worked after them.
    sent = local("2026-09-30T16:00")
    assert calendar.after(sent, Span(1, "d")) == Due(local("2026-10-09T00:00"))
    assert calendar.after(sent, Span(3, "d")) == Due(local("2026-10-11T00:00"))
    assert calendar.after(sent, Span(90, "m")) == Due(sent + 90 * 60_000)
    over = calendar.after(local("2026-12-30T10:00"), Span(3, "d"))
    assert over.unknown == 2027
    assert over.at == local("2027-01-05T00:00"), "weekends alone are left out"


@given(st.integers(0, 700), st.integers(1, 60))
def test_a_span_of_working_days_holds_just_so_many(day: int, count: int) -> None:
    calendar = shipped_calendar()
    begin = local("2025-01-01T09:30") + day * 24 * HOUR
    due = calendar.after(begin, Span(count, "d"))
    days, at = [], begin
    while (at := at + 24 * HOUR) < due.at:
        days.append(datetime.fromtimestamp(at / 1000 + 8 * 3600, UTC).date())
    assert sum(calendar.works(each) for each in days) == count
    assert calendar.works(days[-1])


def test_the_narrowest_rule_says_each_of_the_three() -> None:
    rules = {
        "*": Allowance(Span(15, "m"), None, Span(7, "d")),
        "60": Allowance(Span(10, "m")),
        "601300": Allowance(arrive=Span(1, "h")),
        "U02": Allowance(sign=Span(2, "m")),
        "U02:60": Allowance(sign=Span(1, "m")),
    }
    terms = Terms(Allowances(rules))
    found = terms.allowances.of("U02", CLASSES)
    assert found == Allowance(Span(1, "m"), Span(1, "h"), Span(7, "d"))
    assert terms.allowances.of("G01", ("500100", "50")).sign == Span(15, "m")
    assert terms.dues("U03", CLASSES, 0)["sign"] == Due(600_000)


def test_an_order_keeps_the_limits_it_was_sent_with(tmp_path: Path) -> None:
    desk = Desk(tmp_path, terms=True)
    body = desk.agency()
    first = desk.do(send_order, desk.sheet(), body, "请处置", id=desk.fresh())

    def limits(session: object) -> list[int | None]:
        return list(session.scalars(select(AgencyOrder.sign_by)))  # type: ignore[attr-defined]

    (before,) = desk.db.read(limits)

    def tighten(session: object, *, at: int, by: str) -> None:
        term = session.get_one(Term, "service_limit:*:2000-01-01")  # type: ignore[attr-defined]
        term.extra = {"sign_within": "1m"}

    desk.do(tighten)
    assert desk.db.read(limits) == [before]
    assert before is not None
    desk.do(send_order, desk.sheet(), body, "再请处置", id=desk.fresh())
    after = [it for it in desk.db.read(limits) if it != before]
    sent = desk.db.read(lambda s: s.scalars(select(AgencyOrder.sent_at)).all()[-1])
    assert after == [sent + 60_000]
    assert first
    desk.refuse("agency.orders_open", retire_agency, body)


def test_a_police_body_has_contacts_and_a_roster_that_cannot_overlap(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    station = desk.do(
        add_organisation, id=desk.fresh(), code="S1", name="巷口派出所", kind="station"
    )
    for name in ("所长", "副所长"):
        desk.do(add_contact, station, id=desk.fresh(), name=name, phone="13800000000")
    span = {"begins_at": NOON, "ends_at": NOON + HOUR}
    desk.do(add_contact, station, id=desk.fresh(), name="老陈", **span)
    later = {"begins_at": NOON + 1, "ends_at": NOON + 2 * HOUR}
    fields = {"id": desk.fresh(), "name": "老林"}
    refused = desk.refuse("roster.overlap", add_contact, station, **fields, **later)
    assert refused.params["name"] == "老陈"
    after = {"begins_at": NOON + HOUR, "ends_at": NOON + 2 * HOUR}
    desk.do(add_contact, station, id=desk.fresh(), name="老林", **after)
    for bad in ({"begins_at": NOON}, {"begins_at": NOON, "ends_at": NOON}):
        desk.refuse("field.bad", add_contact, station, id=desk.fresh(), name="谁", **bad)
    contacts = desk.board.cards["organisation"][station].contacts  # type: ignore[attr-defined]
    assert [(it.rank, it.name) for it in contacts if it.begins_at is None] == [
        (1, "所长"),
        (2, "副所长"),
    ]
    assert [it.name for it in contacts if it.begins_at is not None] == ["老陈", "老林"]
    blank = {"id": desk.fresh(), "code": "X9", "name": "某单位", "kind": "utility"}
    with pytest.raises(RuleError, match=r"area\.unknown"):
        desk.do(add_agency, **blank, areas=["999999"])
    desk.check()
