"""What the store's history tells a recommendation: work of units, time on scene, where calls come from; reads only."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.assignment import Assignment
from models.incident import Incident
from models.state import AssignmentState, IncidentState
from services.recommending.rule import Rules
from services.recommending.situation import Load, Past

HOUR, DAY = 3_600_000, 86_400_000
# The newest runs that are looked at; older ones say little about today.
NEWEST = 20_000
# Places of sheets are counted in squares of this many degrees: finer than any cell.
FINE = 0.001
SILENT = (AssignmentState.CANCELLED, AssignmentState.MOVED)
Spot = tuple[float, float, float]


def read_past(session: Session, rules: Rules, *, at: int) -> Past:
    """Return what units did within the hours that count, and how long they usually stay by class."""
    return Past(
        loads(session, since=at - round(rules.load_hours * HOUR)),
        scene_medians(session, least=rules.scene_least_known),
    )


def loads(session: Session, *, since: int) -> dict[str, Load]:
    """Return the orders of each unit since an instant (ms), and when the last of them was over."""
    over = func.coalesce(Assignment.finished_at, Assignment.ended_at)
    rows = session.execute(
        select(Assignment.unit_id, func.count(), func.max(over))
        .where(or_(Assignment.issued_at >= since, over >= since))
        .where(Assignment.state.not_in(SILENT))
        .group_by(Assignment.unit_id)
    )
    return {unit: Load(jobs, ended) for unit, jobs, ended in rows}


def scene_medians(session: Session, *, least: int) -> dict[str, float]:
    """Return the median seconds from arrival to finish by class, of classes that are known `least` times."""
    newest = (
        select(
            Incident.class_taken,
            Incident.class_fed_back,
            Assignment.arrived_at,
            Assignment.finished_at,
        )
        .join(Incident, Incident.id == Assignment.incident_id)
        .where(Assignment.finished_at.is_not(None), Assignment.arrived_at.is_not(None))
        .order_by(Assignment.finished_at.desc(), Assignment.id)
        .limit(NEWEST)
    )
    by_class: dict[str, list[float]] = defaultdict(list)
    for taken, fed_back, arrived, finished in session.execute(newest):
        if arrived is not None and finished is not None and finished >= arrived:
            by_class[fed_back or taken].append((finished - arrived) / 1000)
    return {code: median(spans) for code, spans in by_class.items() if len(spans) >= least}


def places_of_sheets(session: Session, *, since: int) -> list[Spot]:
    """Return where sheets reported since an instant (ms) were: (lon, lat, how many); struck and merged ones count not."""
    sheet = Incident.__table__.c
    lon = func.coalesce(sheet.picked_lon, sheet.caller_lon)
    lat = func.coalesce(sheet.picked_lat, sheet.caller_lat)
    column, row = func.round(lon / FINE), func.round(lat / FINE)
    rows = session.execute(
        select(column, row, func.count())
        .where(Incident.reported_at >= since, lon.is_not(None), lat.is_not(None))
        .where(Incident.state.not_in((IncidentState.STRUCK, IncidentState.MERGED)))
        .group_by(column, row)
    )
    return [(x * FINE, y * FINE, float(count)) for x, y, count in rows]
