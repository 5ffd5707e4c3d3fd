"""What happened on an incident sheet, as the tables of its print."""

from __future__ import annotations

from models.board import AgencyCard, AssignmentLine, IncidentCard
from services.dossier import CallLine, EntryLine, FeedbackLine, PartyLine
from ui.happening import line as happening
from ui.incident import call_sign, reason_text
from ui.language import QT_TRANSLATE_NOOP
from ui.moment import full_time_of, span_of, time_of
from ui.print.context import SEXES, Context, joined, say
from ui.print.paper import Row, Table
from ui.report import facts, mark
from ui.wording import kind_name, state_name

# Changes of single fields fill pages and say little: the sheet shows what came of them.
SENT = QT_TRANSLATE_NOOP("Paper", "{persons} 人 {vehicles} 车 {boats} 艇")
LEFT_OUT = "sheet.changed"


def assignments(card: IncidentCard, context: Context) -> Table | None:
    """Return every unit with its instants."""

    def row(line: AssignmentLine) -> Row:
        ended = line.finished_at if line.finished_at is not None else line.ended_at
        steps = (line.delivered_at, line.signed_at, line.departed_at, line.arrived_at, ended)
        role = kind_name(line.role)
        sign = call_sign(line.unit_id, context.board)
        times = (full_time_of(line.issued_at), *map(time_of, steps))
        state = joined(
            state_name(line.state.value), reason_text(context.trade, line), line.close_note
        )
        # The sheet's number stands on top of the page: the order's own part is enough.
        order = line.number.rpartition("-")[2]
        sent = say(SENT).format(persons=line.persons, vehicles=line.vehicles, boats=line.boats)
        return Row((f"{sign} {role} ({order})", *times, joined(state, sent)))

    heads = QT_TRANSLATE_NOOP("Paper", "警力|下达|送达|签收|出警|到场|完毕|状态")
    return table(
        QT_TRANSLATE_NOOP("Paper", "派警"),
        heads,
        (15, 17, 10, 10, 10, 10, 10, 18),
        [row(line) for line in card.assignments],
    )


def feedback(reports: tuple[FeedbackLine, ...], context: Context) -> Table | None:
    """Return every feedback with all of its facts."""
    trade, board = context.trade, context.board

    def row(report: FeedbackLine) -> Row:
        who = call_sign(report.unit_id, board) if report.unit_id else ""
        told = joined(
            report.narrative, *(f"{name} {value}" for name, value in facts(trade, report))
        )
        named = (trade.class_name(report.class_code), trade.name("result", report.result))
        which = f"{full_time_of(report.at)} ({mark(report)})"
        return Row((which, joined(who, report.officer), *named, told))

    heads = QT_TRANSLATE_NOOP("Paper", "时间|警力·民警|类别|结果|处置情况")
    rows = [row(report) for report in reports]
    return table(QT_TRANSLATE_NOOP("Paper", "反馈"), heads, (17, 14, 15, 12, 42), rows)


def orders(card: IncidentCard, context: Context) -> Table | None:
    """Return every order to an agency with its answer."""
    rows = []
    for order in card.orders:
        agency = context.board.get(AgencyCard, order.agency_id)
        name = context.trade.word(agency) if agency else order.agency_id
        times = (full_time_of(order.sent_at), *map(time_of, (order.signed_at, order.arrived_at)))
        told = joined(order.text, state_name(order.state.value), order.answer)
        rows.append(Row((name, *times, time_of(order.fed_back_at), told)))
    heads = QT_TRANSLATE_NOOP("Paper", "联动单位|发送|签收|到场|反馈|指令与答复")
    return table(QT_TRANSLATE_NOOP("Paper", "联动"), heads, (18, 17, 10, 10, 10, 35), rows)


def parties(lines: tuple[PartyLine, ...], context: Context) -> Table | None:
    """Return the people of the sheet."""

    def row(line: PartyLine) -> Row:
        sex = say(SEXES.get(line.sex, ""))
        told = joined(line.present_address, line.work, line.lost_goods, line.note)
        role = context.trade.name("party_role", line.role)
        return Row((role, joined(line.name, sex), line.phone, line.id_number, told))

    heads = QT_TRANSLATE_NOOP("Paper", "身份|姓名·性别|电话|证件号码|住址·单位·说明")
    rows = [row(line) for line in lines]
    return table(QT_TRANSLATE_NOOP("Paper", "当事人"), heads, (11, 16, 16, 22, 35), rows)


def calls(lines: tuple[CallLine, ...], context: Context) -> Table | None:
    """Return the calls about the sheet."""

    def took(span: int | None) -> str:
        return "" if span is None else span_of(span)

    rows = [
        Row(
            (
                full_time_of(line.rang_at),
                line.caller_number,
                took(line.waited),
                took(line.talked),
                line.answered_by,
                line.recording,
            )
        )
        for line in lines
    ]
    heads = QT_TRANSLATE_NOOP("Paper", "来电时间|号码|等待|通话|接听|录音编号")
    return table(QT_TRANSLATE_NOOP("Paper", "话务"), heads, (21, 20, 11, 11, 14, 23), rows)


def timeline(entries: tuple[EntryLine, ...], context: Context) -> Table | None:
    """Return the timeline without the changes of single fields; struck lines stay, struck through."""
    rows = [
        Row(
            (
                full_time_of(entry.at),
                happening(entry.code, entry.params, entry.text, context.trade),
                f"{entry.actor} {entry.seat}".strip(),
            ),
            struck=entry.struck_at is not None,
        )
        for entry in entries
        if entry.code != LEFT_OUT
    ]
    title = QT_TRANSLATE_NOOP("Paper", "流水（不含逐项修改）")
    heads = QT_TRANSLATE_NOOP("Paper", "时间|内容|人员·席位")
    return table(title, heads, (19, 63, 18), rows)


def table(title: str, heads: str, widths: tuple[int, ...], rows: list[Row]) -> Table | None:
    """Return a table with its title and its heads (parted by |) translated, None where it has no rows."""
    return Table(say(title), tuple(say(heads).split("|")), widths, tuple(rows)) if rows else None
