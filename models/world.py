"""Loads every entity module, so that the mapping and the journal know all of them."""

from models.agency import Agency, AgencyContact, AgencyOrder, Photo, PhotoBytes, TakenMessage
from models.alias import Alias
from models.assignment import Assignment
from models.base import Base, Entity
from models.beat import Beat, BeatOutline
from models.call import Call
from models.checklist import Checklist
from models.diversion import Diversion
from models.entry import Entry
from models.feedback import Feedback
from models.fix import FixRow
from models.incident import Incident
from models.journal import JournalHeld, JournalRow, JournalTouch, SeatRow
from models.marking import Marking
from models.organisation import Organisation
from models.party import Party
from models.stop import StopOrder, StopPayee
from models.term import Term
from models.unit import Unit
from models.unsent import UnsentRow
from models.warning import WarningOrder
from models.watch import Officer, Watch

__all__ = [
    "Agency",
    "AgencyContact",
    "AgencyOrder",
    "Alias",
    "Assignment",
    "Base",
    "Beat",
    "BeatOutline",
    "Call",
    "Checklist",
    "Diversion",
    "Entity",
    "Entry",
    "Feedback",
    "FixRow",
    "Incident",
    "JournalHeld",
    "JournalRow",
    "JournalTouch",
    "Marking",
    "Officer",
    "Organisation",
    "Party",
    "Photo",
    "PhotoBytes",
    "SeatRow",
    "StopOrder",
    "StopPayee",
    "TakenMessage",
    "Term",
    "Unit",
    "UnsentRow",
    "WarningOrder",
    "Watch",
]
