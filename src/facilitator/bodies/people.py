"""Personal data, kept beside the chain so that it can be masked and erased."""

from __future__ import annotations

import msgspec

from facilitator.acts import RuleViolation, clean_text


class Person(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is known of one person. No identity-card number: it is never needed."""

    name: str
    address: str = ""
    """Building or unit, as printed on the sign-in sheet."""
    phone: str = ""
    invited_by: str = ""
    """Who asked them to come or put them forward: a neighbour, a building leader, the committee."""


def clean_person(person: Person) -> Person:
    """The person with clean one-line fields, or a refusal that names the field.

    An identity-card number (18 digits, the last may be X) in any field is refused: data that is not
    kept cannot leak.
    """
    fields = {
        "name": clean_text(person.name, "name", one_line=True),
        "address": clean_text(person.address, "address", required=False, one_line=True),
        "phone": clean_text(person.phone, "phone", required=False, one_line=True),
        "invited_by": clean_text(person.invited_by, "invited_by", required=False, one_line=True),
    }
    for field, text in fields.items():
        if len(text) > 200:
            raise RuleViolation("text-too-long", field=field, length=len(text), most=200)
        if _identity_number(text):
            raise RuleViolation("identity-number", field=field)
    return Person(**fields)


def _identity_number(text: str) -> bool:
    bare = text.replace(" ", "").upper()
    return len(bare) == 18 and bare[:17].isdigit() and (bare[17].isdigit() or bare[17] == "X")
