"""The exchange with linked bodies: messages as files, the desk's side and the body's (docs/exchange.md)."""

from services.exchange.body import Answer, Body, BodyOrder
from services.exchange.mailbox import Mailbox, boxes, open_box
from services.exchange.photo import photos_of
from services.exchange.posting import Posting, mark_posted, postings, put_out
from services.exchange.receiving import Arrived, Parcel, collect, settle, take_message

__all__ = [
    "Answer",
    "Arrived",
    "Body",
    "BodyOrder",
    "Mailbox",
    "Parcel",
    "Posting",
    "boxes",
    "collect",
    "mark_posted",
    "open_box",
    "photos_of",
    "postings",
    "put_out",
    "settle",
    "take_message",
]
