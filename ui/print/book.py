"""The directory on paper for the wall (通讯录墙表): every body with whom to ring in which order; what nobody knows is a blank."""

from __future__ import annotations

from collections.abc import Iterable

from models.agency import AgencyKind
from models.board import AgencyCard, ContactLine, OrganisationCard
from models.duty import is_over
from services.context import local_day
from ui.language import QT_TRANSLATE_NOOP
from ui.moment import full_time_of
from ui.print.context import Context, foot, say
from ui.print.happenings import table
from ui.print.paper import Block, Paper, Row
from ui.wording import kind_name

# Where somebody can write the number with a pen.
BLANK = "＿＿＿＿＿＿"
HEADS = QT_TRANSLATE_NOOP("Paper", "代码|单位|序|联系人|电话|值班|备注")
WIDTHS = (8, 28, 5, 15, 16, 14, 14)
ROUND = "24h"
ALL_DAY = ("00:00", "24:00")


def book_paper(context: Context) -> Paper:
    """Return the wall list: linked bodies by kind, then the police's own."""
    day = local_day(context.at)
    agencies = [it for it in context.board.all(AgencyCard).values() if it.holds_on(day)]
    blocks: list[Block | None] = []
    for kind in AgencyKind:
        some = [it for it in agencies if it.agency_kind == kind]
        blocks.append(table(kind_name(kind.value), HEADS, WIDTHS, rows_of(context, some)))
    bodies = context.board.all(OrganisationCard).values()
    police = QT_TRANSLATE_NOOP("Paper", "公安机构")
    blocks.append(table(police, HEADS, WIDTHS, rows_of(context, bodies)))
    return Paper(
        title=say(QT_TRANSLATE_NOOP("Paper", "漳州110 社会联动通讯录")),
        code="",
        marks=day,
        blocks=tuple(block for block in blocks if block is not None),
        foot=foot(context),
    )


def rows_of(context: Context, bodies: Iterable[AgencyCard | OrganisationCard]) -> list[Row]:
    """Return a line for every contact of the bodies; the name of a body stands in its first one."""
    rows = []
    for body in sorted(bodies, key=lambda it: (it.code, it.id)):
        name = context.trade.word(body)
        for place, contact in enumerate(contacts_of(body, context.at)):
            code, words = (body.code, name) if place == 0 else ("", "")
            phone = contact.phone or BLANK
            rank = str(contact.rank)
            cells = (code, words, rank, contact.name, phone, hours(contact), contact.note)
            rows.append(Row(cells))
    return rows


def contacts_of(body: AgencyCard | OrganisationCard, now: int) -> list[ContactLine]:
    """Return whom the wall names: standing contacts and the roster to come, at least one line a body."""
    kept = [it for it in body.contacts if not is_over(it, now)]
    own = body.phone if isinstance(body, OrganisationCard) else ""
    if not kept or (own and own not in {it.phone for it in kept}):
        kept.append(ContactLine(body.id, len(kept) + 1, "", own, "", "", ""))
    return kept


def hours(contact: ContactLine) -> str:
    """Return when a contact has the duty, "" where nobody has said."""
    if contact.begins_at is not None and contact.ends_at is not None:
        begin, end = full_time_of(contact.begins_at), full_time_of(contact.ends_at)
        return f"{begin[5:16]}–{end[5:16]}"
    span = (contact.duty_from, contact.duty_to)
    if not any(span):
        return ""
    return ROUND if span == ALL_DAY or span[0] == span[1] else f"{span[0]}–{span[1]}"
