"""Trade dictionaries and lists in files: data that every installation can replace."""

from services.dictionary.checklist import (
    NAME as CHECKLIST,
)
from services.dictionary.checklist import (
    checklist_table,
    import_checklists,
    read_checklists,
    read_table,
)
from services.dictionary.exporting import (
    OWN_LISTS,
    dictionary_names,
    dictionary_table,
    listing_table,
    write_csv,
)
from services.dictionary.heading import heading, word
from services.dictionary.importing import check_listing, import_listing
from services.dictionary.kind import LISTINGS, listings_for
from services.dictionary.listing import Reading, header_of, read_listing
from services.dictionary.lookup import successor_on, term_on
from services.dictionary.sheet import Refusal
from services.dictionary.shipped import install_defaults
from services.dictionary.term import Change, TermRow, import_terms, parents_of, read_terms

__all__ = [
    "CHECKLIST",
    "LISTINGS",
    "OWN_LISTS",
    "Change",
    "Reading",
    "Refusal",
    "TermRow",
    "check_listing",
    "checklist_table",
    "dictionary_names",
    "dictionary_table",
    "header_of",
    "heading",
    "import_checklists",
    "import_listing",
    "import_terms",
    "install_defaults",
    "listing_table",
    "listings_for",
    "parents_of",
    "read_checklists",
    "read_listing",
    "read_table",
    "read_terms",
    "successor_on",
    "term_on",
    "word",
    "write_csv",
]
