"""Trade dictionaries: data with validity dates that every installation can replace."""

from services.dictionary.agency import (
    import_agencies,
    import_contacts,
    read_agencies,
    read_contacts,
)
from services.dictionary.exporting import dictionary_names, dictionary_table, write_csv
from services.dictionary.lookup import successor_on, term_on
from services.dictionary.sheet import Refusal
from services.dictionary.shipped import install_defaults
from services.dictionary.term import Change, TermRow, import_terms, parents_of, read_terms

__all__ = [
    "Change",
    "Refusal",
    "TermRow",
    "dictionary_names",
    "dictionary_table",
    "import_agencies",
    "import_contacts",
    "import_terms",
    "install_defaults",
    "parents_of",
    "read_agencies",
    "read_contacts",
    "read_terms",
    "successor_on",
    "term_on",
    "write_csv",
]
