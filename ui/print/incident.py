"""The incident sheet (接警单) on paper: everything the dossier holds, in the order of the trade."""

from __future__ import annotations

from functools import partial

from models.board import OrganisationCard
from services.dossier import Dossier
from ui.incident import level_text
from ui.language import QT_TRANSLATE_NOOP
from ui.location import place_text
from ui.moment import full_time_of
from ui.print.context import SEXES, Context, foot, joined, say
from ui.print.happenings import assignments, calls, feedback, orders, parties, timeline
from ui.print.paper import Block, Fact, Facts, Paper, rewritten
from ui.print.secrecy import masked, personal
from ui.trade import Trade
from ui.wording import field_name, state_name

FLAGS = ("weapon", "hazardous", "leak", "hazmat_vehicle", "invalid")
NOTES = (
    "trapped_note injured_note dead_note suspects plate language feature_point source_id".split()
)
ANONYMOUS = QT_TRANSLATE_NOOP("Paper", "匿名")


def incident_paper(dossier: Dossier, context: Context) -> Paper:
    """Return the sheet as it goes on paper; a secret one does not say who people are."""
    card = dossier.card
    marks = [
        say(QT_TRANSLATE_NOOP("Paper", "演练")) if card.drill else "",
        say(QT_TRANSLATE_NOOP("Paper", "保密")) if card.secret else "",
        say(QT_TRANSLATE_NOOP("Paper", "作废")) if dossier.fields["struck_at"] else "",
    ]
    paper = Paper(
        title=say(QT_TRANSLATE_NOOP("Paper", "漳州110 接警单")),
        code=card.number,
        marks=" · ".join(mark for mark in marks if mark),
        blocks=tuple(block for block in blocks(dossier, context) if block is not None),
        foot=foot(context),
        across=marks[0] or marks[2],
        signers=(
            say(QT_TRANSLATE_NOOP("Paper", "接警员")),
            say(QT_TRANSLATE_NOOP("Paper", "值班领导")),
        ),
    )
    return rewritten(paper, partial(masked, people=personal(dossier))) if card.secret else paper


def blocks(dossier: Dossier, context: Context) -> list[Block | None]:
    """Return the parts of a sheet; None for those without content."""
    card = dossier.card
    return [
        report(dossier, context),
        caller(dossier, context),
        incident(dossier, context),
        assignments(card, context),
        feedback(dossier.feedbacks, context),
        orders(card, context),
        parties(dossier.parties, context),
        calls(dossier.calls, context),
        timeline(dossier.entries, context),
    ]


def report(dossier: Dossier, context: Context) -> Facts:
    """Return number, state, class and the three instants."""
    card, fields, trade = dossier.card, dossier.fields, context.trade
    found = [
        Fact(say(QT_TRANSLATE_NOOP("Paper", "警单编号")), card.number, strong=True),
        Fact(field_name("level"), level_text(card), strong=True),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "接警类别")), trade.class_name(card.class_taken)),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "反馈类别")), trade.class_name(card.class_fed_back)),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "状态")), state_name(card.state.value)),
        Fact(field_name("channel"), trade.name("channel", card.channel)),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "报警时间")), full_time_of(card.reported_at)),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "接警时间")), full_time_of(card.answered_at)),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "接警完成")), full_time_of(card.completed_at)),
        Fact(say(QT_TRANSLATE_NOOP("Paper", "接警人")), card.taker),
    ]
    found += [
        Fact(field_name(name), trade.name(name, fields[name]))
        for name in ("call_kind", "taken_as")
        if fields[name]
    ]
    if fields["ministry_number"]:
        found.append(Fact(field_name("ministry_number"), fields["ministry_number"]))
    if dossier.main is not None:
        name = trade.name("link_type", card.link_type)
        found.append(
            Fact(say(QT_TRANSLATE_NOOP("Paper", "主单")), f"{dossier.main.number} {name}".strip())
        )
    return Facts("", tuple(found))


def caller(dossier: Dossier, context: Context) -> Facts:
    """Return who reported and how to reach them."""
    card, fields = dossier.card, dossier.fields
    found = [
        Fact(field_name("caller_name"), card.caller_name or say(ANONYMOUS)),
        Fact(field_name("caller_sex"), say(SEXES.get(fields["caller_sex"], ""))),
        Fact(field_name("caller_number"), card.caller_number),
        Fact(field_name("contact_phone"), card.contact_phone),
        Fact(field_name("owner_name"), fields["owner_name"]),
        Fact(field_name("owner_address"), fields["owner_address"]),
    ]
    if fields["id_number"]:
        found.append(Fact(field_name("id_number"), fields["id_number"]))
    if fields["caller_address"]:
        found.append(Fact(field_name("caller_address"), fields["caller_address"], wide=True))
    return Facts(say(QT_TRANSLATE_NOOP("Paper", "报警人")), tuple(found))


def incident(dossier: Dossier, context: Context) -> Facts:
    """Return where it was, what was reported, and how it ended."""
    card, fields, trade = dossier.card, dossier.fields, context.trade
    body = context.board.get(OrganisationCard, card.station_id)
    found = [
        Fact(field_name("address"), card.address, wide=True, strong=True),
        Fact(field_name("station_id"), trade.word(body) if body else ""),
        Fact(field_name("division"), trade.name("division", card.division)),
    ]
    if card.place is not None:
        found.append(Fact(field_name("place"), place_text(card.place), wide=True))
    if card.caller_place is not None:
        found.append(Fact(field_name("caller_place"), place_text(card.caller_place), wide=True))
    warned = [field_name(name) for name in FLAGS if fields[name]]
    if warned:
        name = say(QT_TRANSLATE_NOOP("Paper", "注意"))
        found.append(Fact(name, " · ".join(warned), wide=True, strong=True))
    found += [Fact(field_name(name), str(fields[name]), True) for name in NOTES if fields[name]]
    if card.tags:
        found.append(Fact(field_name("tags"), " ".join(card.tags), wide=True))
    found.append(Fact(field_name("narrative"), card.narrative, wide=True))
    if fields["supplement"]:
        found.append(Fact(field_name("supplement"), fields["supplement"], wide=True))
    return Facts(say(QT_TRANSLATE_NOOP("Paper", "警情")), (*found, *ending(dossier, trade)))


def ending(dossier: Dossier, trade: Trade) -> list[Fact]:
    """Return how the sheet was closed or struck."""
    fields, found = dossier.fields, []
    if fields["closed_at"]:
        words = [full_time_of(fields["closed_at"]), trade.name("result", fields["result"])]
        name = say(QT_TRANSLATE_NOOP("Paper", "处结"))
        found.append(Fact(name, joined(*words, fields["closing_note"]), wide=True))
    if fields["struck_at"]:
        words = [full_time_of(fields["struck_at"]), fields["struck_reason"]]
        found.append(Fact(say(QT_TRANSLATE_NOOP("Paper", "作废")), joined(*words), wide=True))
    return found
