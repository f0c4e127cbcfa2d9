"""The words of the registration desk: fields, lists, reasons, and what is said of a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.people import Person
from kcr2desk.core.repatriation.registering import Sheet, name_of
from kcr2desk.core.text import Json
from kcr2desk.desk.repatriation import people_words
from kcr2desk.exchange.mrz.model import DOCUMENT_TYPES

translate = QCoreApplication.translate

_PERSON: Final = RECORD_TYPES["person"].fields
DOCUMENTS: Final = DOCUMENT_TYPES
RELATIONS: Final = tuple(code for code in _PERSON["relation"].choices if code)
ONWARDS: Final = tuple(code for code in _PERSON["onward"].choices if code)


def field(name: str) -> str:
    """What a field is called on the form."""
    said = {
        "spoken_name": translate("Registration", "Name as spoken"),
        "given_names": translate("Registration", "Given names"),
        "prefix": translate("Registration", "Prefix"),
        "family_name": translate("Registration", "Family name"),
        "other_names": translate("Registration", "Other names"),
        "birth_date": translate("Registration", "Born"),
        "birth_place": translate("Registration", "Place of birth"),
        "sex": translate("Registration", "Sex"),
        "nationalities": translate("Registration", "Nationality"),
        "no_document": translate("Registration", "No document"),
        "document_type": translate("Registration", "Kind of document"),
        "document_number": translate("Registration", "Document number"),
        "document_country": translate("Registration", "Issued by"),
        "document_expiry": translate("Registration", "Valid until"),
        "identified_by": translate("Registration", "Identity seen by"),
        "bsn": translate("Registration", "BSN"),
        "seat": translate("Registration", "Seat"),
        "wristband": translate("Registration", "Wristband"),
        "phone": translate("Registration", "Phone"),
        "mail": translate("Registration", "E-mail"),
        "languages": translate("Registration", "Languages"),
        "contact": translate("Registration", "Contact in NL"),
        "may_inform": translate("Registration", "Inform relatives"),
        "street": translate("Registration", "Street"),
        "postcode": translate("Registration", "Postcode"),
        "city": translate("Registration", "Town"),
        "country": translate("Registration", "Country"),
        "onward": translate("Registration", "Onward by"),
        "onward_note": translate("Registration", "Onward to"),
        "nights": translate("Registration", "Nights of shelter"),
        "municipality": translate("Registration", "Municipality"),
        "ground": translate("Registration", "Ground"),
        "relation": translate("Registration", "Relation"),
        "minor_alone": translate("Registration", "Minor alone"),
        "guardian": translate("Registration", "Guardian"),
        "guardian_name": translate("Registration", "Guardian"),
        "animals": translate("Registration", "Animals"),
        "goods": translate("Registration", "Luggage"),
        "note": translate("Registration", "Note"),
        "informed": translate("Registration", "Privacy text given"),
        "title": translate("Registration", "Name of the group"),
        "kind": translate("Registration", "Kind of group"),
        "together": translate("Registration", "Wants to stay together"),
        "group": translate("Registration", "Family or group"),
        "checks": translate("Registration", "Check digits"),
        "optional": translate("Registration", "Rest of the passport lines"),
        "composite": translate("Registration", "Passport as a whole"),
    }
    return said.get(name, name)


def section(name: str) -> str:
    """What a section of the form is called."""
    said = {
        "family": translate("Registration", "Family"),
        "needs": translate("Registration", "Needs"),
        "onward": translate("Registration", "Onward journey"),
        "contact": translate("Registration", "Contact"),
        "document": translate("Registration", "Document and ground"),
        "goods": translate("Registration", "Animals and luggage"),
    }
    return said[name]


def document(code: str) -> str:
    """A kind of document."""
    said = {
        "passport": translate("Registration", "passport"),
        "identity": translate("Registration", "identity card"),
        "visa": translate("Registration", "visa"),
        "residence": translate("Registration", "residence permit"),
        "travel": translate("Registration", "travel document"),
        "crew": translate("Registration", "crew card"),
    }
    return said.get(code, code)


def list_name(code: str) -> str:
    """Where a line comes from."""
    said = {
        "applied": translate("Registration", "application"),
        "manifest": translate("Registration", "passenger list"),
        "boarded": translate("Registration", "boarding list"),
        "pfif": translate("Registration", "person finder"),
    }
    return said.get(code, code)


def reason(code: str) -> str:
    """Why two records look like one human being; blank for what speaks against it."""
    said = {
        "document": translate("Registration", "same document"),
        "document_near": translate("Registration", "document nearly the same"),
        "birth": translate("Registration", "date of birth"),
        "birth_swapped": translate("Registration", "day and month swapped"),
        "birth_near": translate("Registration", "date of birth nearly the same"),
        "birth_part": translate("Registration", "year of birth"),
        "name": translate("Registration", "name"),
        "name_near": translate("Registration", "name nearly the same"),
        "sound": translate("Registration", "sounds alike"),
        "names_swapped": translate("Registration", "names swapped"),
        "maiden": translate("Registration", "maiden name"),
        "initials": translate("Registration", "initials"),
        "phone": translate("Registration", "phone"),
        "mail": translate("Registration", "e-mail"),
        "seat": translate("Registration", "seat"),
        "address": translate("Registration", "address"),
        "party": translate("Registration", "travels together"),
        "number": translate("Registration", "number"),
        "wristband": translate("Registration", "wristband"),
        "document_differs": translate("Registration", "but another document"),
        "birth_differs": translate("Registration", "but born on another day"),
        "given_differs": translate("Registration", "but another given name"),
        "sex_differs": translate("Registration", "but another sex"),
    }
    return said.get(code, "")


def reasons(codes: tuple[str, ...]) -> str:
    """The three that tell most, in one line; what is only nearly so goes where it is quite so."""
    told = [c for c in codes if not (c.partition("_")[0] in codes and c.partition("_")[2])]
    told = [c for c in told if c != "sound" or "name" not in codes]
    return " · ".join([said for said in map(reason, told) if said][:3])


def outcome_done(code: str, name: str) -> str:
    """What is told after saving."""
    said = {
        "registered": translate("Registration", "{name} is registered"),
        "refused": translate("Registration", "{name} refused registration; only that is kept"),
        "left": translate("Registration", "{name} left at once"),
        "hospital": translate("Registration", "{name} went to hospital"),
        "referred": translate("Registration", "{name} was referred"),
    }
    told = said.get(code, translate("Registration", "{name} is saved"))
    return told.replace("{name}", name or translate("Registration", "Somebody without a name"))


# -- what is filled, for the fold lines ------------------------------------------------------------


def called(sheet: Sheet) -> str:
    """The name of who is on a sheet, or that it is not known yet."""
    return name_of(sheet.values) or translate("Registration", "No name yet")


def person_called(person: Person) -> str:
    return people_words.name(person) or translate("Registration", "Without a name")


def summary(name: str, sheet: Sheet, offers: Mapping[str, Json], book: OperationBook) -> str:
    """What is filled in a section, for the line that folds it."""
    at = _Texts(sheet, offers)
    if name == "needs":
        return ", ".join(people_words.choice(book, "need", code) for code in sheet.needs)
    if name == "family":
        parts = [people_words.relation(at["relation"])]
        if sheet.values["minor_alone"]:
            parts.append(translate("Registration", "minor alone"))
        parts.append(at["guardian_name"])
    elif name == "onward":
        parts = [
            people_words.onward(at["onward"]), at["onward_note"], at["street"],
            f"{at['postcode']} {at['city']}".strip(), at["country"],
        ]  # fmt: skip
    elif name == "contact":
        parts = [at["phone"], at["mail"], at["languages"], at["contact"], inform(at["may_inform"])]
    elif name == "document":
        parts = [
            document(at["document_type"]), at["document_country"],
            people_words.choice(book, "ground", at["ground"]) if at["ground"] else "",
            at["birth_place"],
        ]  # fmt: skip
    else:
        parts = [at["seat"], at["wristband"], at["animals"], at["goods"], at["note"]]
        if sheet.values["informed"]:
            parts.append(translate("Registration", "privacy text given"))
    return " · ".join(part for part in parts if part)


def inform(code: str) -> str:
    """Whether relatives may be told."""
    match code:
        case "yes":
            return translate("Registration", "relatives may be informed")
        case "no":
            return translate("Registration", "do not inform relatives")
        case _:
            return ""


class _Texts:
    """The texts of a sheet, or what a list offers where it says nothing."""

    def __init__(self, sheet: Sheet, offers: Mapping[str, Json]) -> None:
        self._sheet, self._offers = sheet, offers

    def __getitem__(self, name: str) -> str:
        value = self._sheet.values[name] or self._offers.get(name) or ""
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
