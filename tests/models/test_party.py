"""The rules of a person at an incident: texts are cleaned, flags are flags, all fields or none."""

from __future__ import annotations

import pytest

from models.errors import RuleError
from models.party import Party


def a_party() -> Party:
    """Return a person with a role."""
    return Party(id="p1", incident_id="i1", role="20")


def test_a_person_may_be_one_the_police_keep_in_mind_and_hold_a_seat() -> None:
    party = a_party()
    assert (party.key_person, party.deputy, party.committee_member) == (False, False, False)
    assert party.edit({"key_person": True, "key_person_kind": "D10", "deputy": True})
    assert (party.key_person, party.key_person_kind, party.deputy) == (True, "D10", True)
    assert not party.edit({"key_person": True}), "nothing has changed"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"key_person": "yes"}, "field.bad"),
        ({"deputy": 1}, "field.bad"),
        ({"name": None}, "field.bad"),
        ({"struck_at": 1}, "field.unknown"),
        ({"role": "\x00"}, "text.empty"),
        ({"note": "长" * 201}, "text.too_long"),
    ],
)
def test_what_does_not_fit_changes_nothing_at_all(fields: dict[str, object], code: str) -> None:
    party = a_party()
    with pytest.raises(RuleError) as refusal:
        party.edit({"phone": "1", **fields})
    assert refusal.value.code == code
    assert party.phone == ""
