"""What a secret sheet (保密) does not say on paper: who the people are and how to reach them."""

from __future__ import annotations

from services.dossier import Dossier

LEAST = 2
PHONE_HEAD, PHONE_TAIL = 3, 2
OFF_CARD = ("owner_name", "owner_address", "caller_address", "id_number", "plate")
OF_PARTY = "name phone id_number birth_date household_address present_address work".split()


def personal(dossier: Dossier) -> list[str]:
    """Return every text of a sheet that tells who somebody is, the longest first."""
    card = dossier.card
    found = {card.caller_name, card.caller_number, card.contact_phone}
    found |= {str(dossier.fields[name] or "") for name in OFF_CARD}
    found |= {str(getattr(party, name)) for party in dossier.parties for name in OF_PARTY}
    found |= {call.caller_number for call in dossier.calls}
    return sorted(
        (text for text in found if len(text) >= LEAST), key=lambda text: (-len(text), text)
    )


def masked(text: str, people: list[str]) -> str:
    """Return a text in which what is personal cannot be read, wherever it stands."""
    for each in people:
        text = text.replace(each, mask(each))
    return text


def mask(text: str) -> str:
    """Return a mask: of a number head and tail stay, of a name the first character, of more nothing."""
    if text.isascii() and len(text) > PHONE_HEAD + PHONE_TAIL:
        hidden = len(text) - PHONE_HEAD - PHONE_TAIL
        return f"{text[:PHONE_HEAD]}{'*' * hidden}{text[-PHONE_TAIL:]}"
    return text[0] + "*" * (len(text) - 1) if len(text) <= 4 else "*" * len(text)
