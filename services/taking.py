"""Taking (接警): calls ring, are answered or abandoned; sheets are opened, filled and completed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.call import Call, CallEnd, Direction
from models.errors import RuleError
from models.incident import Incident
from models.organisation import Organisation
from models.place import Place, on_earth
from models.state import CallState
from models.text import LONG, clean
from services.context import fresh_id, next_number, own_seat
from services.prompting import bind
from services.timeline import enter

CITY = "350600"
# The longest code of a division, of the village.
DIVISION = 12
# What the level rules said at the end: the rule's name, the level, the words it saw.
Proposal = tuple[str, int, str]
BODIES = frozenset({"station_id", "station_adjusted_id"})


def ring(
    session: Session,
    *,
    id: str,
    at: int,
    by: str,
    channel: str = "0101",
    caller_number: str = "",
    owner_name: str = "",
    owner_address: str = "",
    place: Place | None = None,
    heard: str = "",
    queue: str = "",
    called_number: str = "110",
    recording: str = "",
    source_id: str = "",
    drill: bool = False,
) -> str:
    """Let a call or a message ring at the desk; return its key.

    A number whose newest call was marked as nuisance brings the mark along, and rings like any other.
    """
    if place is not None and not on_earth(place):
        raise RuleError("field.bad", field="caller_place")
    session.add(
        Call(
            id=id,
            channel=clean("channel", channel),
            queue=clean("queue", queue),
            caller_number=(number := clean("caller_number", caller_number)),
            called_number=clean("called_number", called_number),
            nuisance=is_nuisance(session, number),
            recording=clean("recording", recording),
            owner_name=clean("owner_name", owner_name),
            owner_address=clean("owner_address", owner_address),
            place=place,
            heard=clean("heard", heard, LONG),
            rang_at=at,
            source_id=clean("source_id", source_id),
            drill=drill,
        )
    )
    return id


def answer(
    session: Session, call_id: str, *, id: str, at: int, by: str, division: str = CITY
) -> str:
    """Take a call (接警) and open its sheet with what the call brought; return the sheet's key.

    An abandoned call is rung back by a call of its own. RuleError `state.illegal` where somebody else has it already.
    """
    call = session.get_one(Call, call_id)
    returning = call.state is CallState.ABANDONED
    line = call_back(session, call, at=at, by=by) if returning else call
    if not returning:
        call.answer(at, by)
    open_sheet(
        session,
        id=id,
        at=at,
        by=by,
        reported_at=call.rang_at,
        division=division,
        call_id=line.id,
        drill=call.drill,
        fields={
            "channel": call.channel,
            "caller_number": call.caller_number,
            "contact_phone": call.caller_number,
            "owner_name": call.owner_name,
            "owner_address": call.owner_address,
            "caller_place": call.place,
            "source_id": call.source_id,
        },
    )
    if returning:
        enter(session, id, "call.returned", at=at, by=by)
    return id


def call_back(session: Session, missed: Call, *, at: int, by: str) -> Call:
    """Ring an abandoned call back: a call of the desk's own that names the one it returns; for `answer`."""
    missed.dismiss()
    back = Call(
        id=fresh_id(session),
        channel=missed.channel,
        queue=missed.queue,
        direction=Direction.OUTGOING,
        state=CallState.TALKING,
        caller_number=missed.caller_number,
        called_number=missed.called_number,
        owner_name=missed.owner_name,
        owner_address=missed.owner_address,
        place=missed.place,
        heard=missed.heard,
        rang_at=at,
        dialled_at=at,
        answered_at=at,
        answered_by=by,
        nuisance=missed.nuisance,
        returns_id=missed.id,
        drill=missed.drill,
    )
    session.add(back)
    return back


def hang_up(session: Session, call_id: str, *, at: int, by: str, end: str | None = None) -> None:
    """End a call; one that nobody had answered stays on the board and wants a call-back.

    `end` is a `CallEnd` where it is known who ended it; RuleError `field.bad` where it is none.
    """
    if end is not None and end not in set(CallEnd):
        raise RuleError("field.bad", field="hung_up_by")
    session.get_one(Call, call_id).hang_up(at, CallEnd(end) if end is not None else None)


def mark_nuisance(session: Session, incident_id: str, *, on: bool, at: int, by: str) -> None:
    """Mark the call of a sheet as nuisance (骚扰), or take the mark off.

    It blocks nothing: the next call of the number rings like any other and shows the mark. RuleError `call.none`
    where the sheet came without a call.
    """
    sheet = session.get_one(Incident, incident_id)
    if sheet.call_id is None:
        raise RuleError("call.none", number=sheet.number)
    call = session.get_one(Call, sheet.call_id)
    if call.nuisance != on:
        call.nuisance = on
        code = "call.marked" if on else "call.unmarked"
        enter(session, sheet.id, code, at=at, by=by, caller_number=call.caller_number or None)


def is_nuisance(session: Session, number: str) -> bool:
    """Tell whether the newest call of a number was marked as nuisance."""
    if not number:
        return False
    calls = select(Call.nuisance).where(Call.caller_number == number)
    return bool(
        session.scalars(calls.order_by(Call.rang_at.desc(), Call.id.desc()).limit(1)).first()
    )


def note_try(session: Session, call_id: str, *, at: int, by: str) -> None:
    """Count a call back that nobody answered; the task stays. RuleError `call.not_abandoned`."""
    session.get_one(Call, call_id).note_try()


def verify_call(
    session: Session, call_id: str, *, id: str, at: int, by: str, division: str = CITY
) -> str:
    """Open a sheet to send somebody to where an abandoned call came from, since nobody answers; return its key.

    RuleErrors: `call.no_place` where nobody knows where it came from, `call.not_abandoned`.
    """
    call = session.get_one(Call, call_id)
    if call.place is None:
        raise RuleError("call.no_place")
    tries = call.tries
    call.dismiss()
    open_sheet(
        session,
        id=id,
        at=at,
        by=by,
        reported_at=call.rang_at,
        division=division,
        call_id=call.id,
        drill=call.drill,
        fields={
            "channel": call.channel,
            "caller_number": call.caller_number,
            "contact_phone": call.caller_number,
            "owner_name": call.owner_name,
            "owner_address": call.owner_address,
            "caller_place": call.place,
            "place": call.place,
            "source_id": call.source_id,
        },
    )
    enter(session, id, "call.verified", at=at, by=by, count=tries)
    return id


def supplement_call(
    session: Session,
    call_id: str,
    *,
    recording: str | None = None,
    rang_back_at: int | None = None,
    at: int,
    by: str,
) -> None:
    """Enter what the exchange tells once a call is over: the recording's number (录音号), when it rang outside.

    What is new is a line on every sheet of the call, closed ones too. None leaves a field as it is.
    RuleErrors: `call.not_over`, `call.not_outgoing`, `field.bad`, a text error.
    """
    call = session.get_one(Call, call_id)
    before = call.recording, call.rang_back_at
    call.supplement(recording, rang_back_at, at)
    for sheet_id in session.scalars(select(Incident.id).where(Incident.call_id == call.id)):
        if call.recording != before[0]:
            enter(session, sheet_id, "call.recorded", at=at, by=by, recording=call.recording)
        if call.rang_back_at != before[1]:
            enter(session, sheet_id, "call.rang_back", at=at, by=by, rang_at=call.rang_back_at)


def dismiss_call(session: Session, call_id: str, *, at: int, by: str) -> None:
    """Take an abandoned call off the board after the call-back was tried."""
    session.get_one(Call, call_id).dismiss()


def open_sheet(
    session: Session,
    *,
    id: str,
    at: int,
    by: str,
    reported_at: int | None = None,
    division: str = CITY,
    call_id: str | None = None,
    drill: bool = False,
    fields: Mapping[str, Any] | None = None,
) -> str:
    """Open a sheet being taken (walk-in, radio, or by `answer`); return its key."""
    division = clean("division", division, DIVISION)
    if not (division.isascii() and division.isdigit()):
        raise RuleError("field.bad", field="division")
    sheet = Incident(
        id=id,
        number=next_number(session, division, at),
        call_id=call_id,
        taker=by,
        seat=own_seat(session).seat,
        reported_at=at if reported_at is None else reported_at,
        answered_at=at,
        drill=drill,
    )
    session.add(sheet)
    session.flush()
    bind(session, sheet, sheet.edit(dict(fields or {})))
    enter(session, id, "sheet.opened", at=at, by=by, number=sheet.number)
    return id


def save_draft(
    session: Session, incident_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Keep what has been typed so far; no timeline lines while its caller is still on the line."""
    sheet = session.get_one(Incident, incident_id)
    if talking(session, sheet) is not None:
        bind(session, sheet, sheet.edit(fields))
    else:
        change_sheet(session, incident_id, fields, at=at, by=by)


def change_sheet(
    session: Session,
    incident_id: str,
    fields: Mapping[str, Any],
    *,
    at: int,
    by: str,
    hang_up_call: bool = False,
) -> None:
    """Change fields of an open sheet; once it is taken, each change is a line of the timeline.

    `hang_up_call` ends the call of a sheet that was sent out while its caller was still on the line.
    """
    sheet = session.get_one(Incident, incident_id)
    changed = sheet.edit(fields)
    bind(session, sheet, changed)
    if hang_up_call and (call := talking(session, sheet)) is not None:
        call.hang_up(at)
    if sheet.completed_at is None:
        return
    for field, (old, new) in changed.items():
        enter(
            session,
            sheet.id,
            "sheet.changed",
            at=at,
            by=by,
            field=field,
            old=shown(session, field, old),
            new=shown(session, field, new),
        )


def complete_sheet(
    session: Session,
    incident_id: str,
    fields: Mapping[str, Any] | None = None,
    *,
    at: int,
    by: str,
    hang_up_call: bool = True,
    proposal: Proposal | None = None,
) -> None:
    """End taking (接警完成) with the last fields; the call ends with it unless told otherwise.

    Without ending the call a unit can be sent while its caller still talks. A `proposal` of the level rules that
    was on the screen is a line of the timeline, whatever level a person chose.
    """
    sheet = session.get_one(Incident, incident_id)
    bind(session, sheet, sheet.edit(dict(fields or {})))
    sheet.complete(at)
    enter(
        session,
        sheet.id,
        "sheet.completed",
        at=at,
        by=by,
        class_code=sheet.class_taken,
        level=sheet.level,
    )
    if proposal is not None:
        rule, level, words = proposal
        seen = clean("words", words)
        enter(session, sheet.id, "level.proposed", at=at, by=by, rule=rule, level=level, seen=seen)
    if hang_up_call and (call := talking(session, sheet)) is not None:
        call.hang_up(at)


def strike_sheet(session: Session, incident_id: str, reason: str, *, at: int, by: str) -> None:
    """Strike a sheet made in error; it stays in the store, with its reason."""
    sheet = session.get_one(Incident, incident_id)
    sheet.strike(at, reason)
    enter(session, sheet.id, "sheet.struck", at=at, by=by, reason=sheet.struck_reason)
    if (call := talking(session, sheet)) is not None:
        call.hang_up(at)


def talking(session: Session, sheet: Incident) -> Call | None:
    """Return the call of a sheet while its caller is on the line."""
    call = session.get(Call, sheet.call_id) if sheet.call_id else None
    return call if call is not None and call.state is CallState.TALKING else None


def shown(session: Session, field: str, value: Any) -> str | int | float | bool | None:
    """Return a field's value as the timeline keeps it: a body by its name, a point by its degrees."""
    if field in BODIES and value:
        body = session.get(Organisation, value)
        return body.name if body is not None else str(value)
    if isinstance(value, Place):
        return f"{value.lon:.6f},{value.lat:.6f}"
    if isinstance(value, list):
        return " ".join(str(part) for part in value)
    return value  # type: ignore[no-any-return]
