"""The reason (原因): the code of a term of a dictionary, words of one's own, or both.

What was chosen from a list is recorded by its code, so that the language of the screen does not enter the record.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.text import clean, clean_required

CANCEL, RETURN, OVERRIDE = "cancel_reason", "return_reason", "override_reason"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was done; nothing where nobody said it."""

    words: str = ""
    code: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.words or self.code)


NONE = Reason()


def cleaned(reason: Reason | str) -> Reason:
    """Return a reason fit to be kept; words alone may come as they are. RuleError `text.empty` where nothing is said."""
    given = Reason(reason) if isinstance(reason, str) else reason
    if given.code:
        return Reason(clean("reason", given.words), clean("reason", given.code))
    return Reason(clean_required("reason", given.words))
