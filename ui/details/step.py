"""What may be done with a sheet now, by the same tables that the entities enforce."""

from __future__ import annotations

from models.board import IncidentCard
from models.state import INCIDENT_MOVES, OPEN_INCIDENT, PROGRESS, IncidentState, can_move


def can_feed_back(card: IncidentCard) -> bool:
    """Tell whether a feedback may be given."""
    return card.state in PROGRESS


def can_close(card: IncidentCard) -> bool:
    """Tell whether the sheet may be closed: the table allows it and no unit is on it."""
    return can_move(INCIDENT_MOVES, card.state, IncidentState.CLOSED) and not card.active


def can_reopen(card: IncidentCard) -> bool:
    """Tell whether the sheet may be taken up again."""
    return card.state is IncidentState.CLOSED


def can_link(card: IncidentCard) -> bool:
    """Tell whether the sheet may be hung on another one."""
    return card.state in OPEN_INCIDENT


def can_merge(card: IncidentCard) -> bool:
    """Tell whether the sheet may be merged: the table allows it and no unit is on it."""
    return can_move(INCIDENT_MOVES, card.state, IncidentState.MERGED) and not card.active


def can_return(card: IncidentCard) -> bool:
    """Tell whether the sheet may be sent back."""
    return can_move(INCIDENT_MOVES, card.state, IncidentState.RETURNED)


def can_accept(card: IncidentCard) -> bool:
    """Tell whether a returned sheet may be taken up again."""
    return card.state is IncidentState.RETURNED


def can_dispatch(card: IncidentCard) -> bool:
    """Tell whether units may be sent."""
    return card.state in PROGRESS


def can_edit(card: IncidentCard) -> bool:
    """Tell whether the sheet's fields may be changed."""
    return card.state in OPEN_INCIDENT
