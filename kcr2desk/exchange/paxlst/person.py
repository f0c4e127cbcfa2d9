"""One person of a passenger list, gathered from the segments behind its NAD."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kcr2desk.exchange import countries
from kcr2desk.exchange.listed import LONGEST_OTHER, fitting
from kcr2desk.exchange.names import (
    family_cased,
    given_cased,
    one_case,
    split_prefix,
    without_title,
)
from kcr2desk.exchange.paxlst.segments import Segment
from kcr2desk.exchange.paxlst.values import birth, expiry, mail_of, meant, sex_of

Say = Callable[[str, str, str], None]
"""Takes a problem of this person: code, detail, and the segment and qualifier as its column."""

_PLACES = {"22": "cleared", "178": "embarked", "179": "disembarked"}
_REFERENCES = {"AEA": "government reference", "CR": "customer reference", "ABA": "reservation"}
_DOCUMENTS = {
    "P": "passport", "V": "visa", "I": "identity", "A": "identity", "C": "identity",
    "F": "identity", "G": "identity", "T": "travel", "L": "travel", "R": "residence",
}  # fmt: skip
_BY_CODE = {
    "AC": "crew", "PR": "travel", "PT": "travel", "PL": "travel", "IR": "residence",
    "AR": "residence", "ID": "identity", "IN": "identity",
}  # fmt: skip
_MOST_OTHERS = 40


@dataclass(slots=True)
class _Document:
    kind: str = ""
    code: str = ""
    number: str = ""
    expiry: str = ""
    country: str = ""

    @property
    def rank(self) -> int:
        """Passports first, visas last: a visa says who may travel, not who somebody is."""
        order = ("passport", "travel", "identity", "residence", "crew", "", "visa")
        return order.index(self.kind) + (0 if self.number else len(order))


@dataclass(slots=True)
class PersonBuilder:
    """Takes the segments of one person in and gives the fields of a line."""

    row: int
    crew: bool
    today: date
    say: Say
    fields: dict[str, Any] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    documents: list[_Document] = field(default_factory=list)
    reference: str = ""
    nationality: str = ""
    _full: str = ""

    # -- segments ----------------------------------------------------------------------------------

    def name(self, segment: Segment) -> None:
        """NAD: names in C080, else in C058; then the address."""
        parts = [meant(part) for part in segment.all(4)]
        if not any(parts):
            parts = [meant(part) for part in segment.all(3)]
        self._full = " ".join(part for part in (*parts[1:], *parts[:1]) if part)
        if len(parts) == 1:
            parts = _taken_apart(parts[0])
        if len(parts) > 1:
            given, title = without_title(" ".join(part for part in parts[1:] if part))
            self._put("family_name", parts[0])
            self._put("given_names", given)
            self._other("title", title)
            self._full = f"{given} {parts[0]}".strip()
        self._put("street", " ".join(part for part in segment.all(5) if part.strip()))
        self._put("city", segment.get(6))
        self._other("region", segment.get(7, 3) or segment.get(7))
        self._put("postcode", segment.get(8))
        if segment.get(9):
            self._put("country", self._country(segment.get(9), "NAD"))

    def take(self, segment: Segment) -> None:
        """Any other segment of the person."""
        taker = _TAKERS.get(segment.tag)
        if taker is None:
            self._other(segment.tag, " ".join(":".join(part) for part in segment.elements))
        else:
            taker(self, segment)

    def _attribute(self, segment: Segment) -> None:
        value = segment.get(3) or segment.get(2)
        if segment.get(1) != "2":
            self._other(f"ATT {segment.get(1)}".strip(), value)
            return
        sex = sex_of(value)
        if sex is None:
            self.say("paxlst-sex", value, "ATT+2")
        self._put("sex", sex or "")

    def _date(self, segment: Segment) -> None:
        qualifier, text, form = (segment.get(1, at) for at in range(3))
        if not meant(text):
            return
        if qualifier == "329":
            self._put("birth_date", self._read_date(birth, text, form, "DTM+329"))
        elif qualifier == "36" and self.documents:
            self.documents[-1].expiry = self._read_date(expiry, text, form, "DTM+36")
        else:
            self._other("issued" if qualifier == "182" else f"DTM {qualifier}", text)

    def _measure(self, segment: Segment) -> None:
        amount = segment.get(3, 1) or segment.get(3)
        if meant(amount):
            named = {"CT": "bags", "WT": "bags, weight"}.get(
                segment.get(1), f"MEA {segment.get(1)}"
            )
            self._other(named, f"{amount} {segment.get(3) if segment.get(3, 1) else ''}".strip())

    def _free_text(self, segment: Segment) -> None:
        text = " ".join(meant(part) for part in segment.all(4) if meant(part))
        if segment.get(1) == "BAG":
            self._other("bag tags", text)
        elif text:
            before = self.fields.get("note", "")
            self.fields["note"] = f"{before}\n{text}".strip()

    def _place(self, segment: Segment) -> None:
        qualifier, code = segment.get(1), segment.get(2)
        text = " ".join(part for part in (code, segment.get(2, 3)) if part)
        if qualifier == "91" and self.documents:
            self.documents[-1].country = self._country(code, "LOC+91")
        elif qualifier == "174":
            self._put("country", self._country(code, "LOC+174"))
        elif qualifier == "180":
            self._other("birth place", text)
        else:
            self._other(_PLACES.get(qualifier, f"LOC {qualifier}"), text)

    def _contact(self, segment: Segment) -> None:
        for at in range(1, len(segment.elements) + 1):
            text, kind = meant(segment.get(at)), segment.get(at, 1).upper()
            if kind == "EM":
                self._first("mail", mail_of(text))
            elif kind in ("TE", "AL", "MO", "HP", ""):
                self._first("phone", text)
            else:
                self._other(f"COM {kind}", text)

    def _nationality(self, segment: Segment) -> None:
        code = self._country(segment.get(2), "NAT")
        if not self.nationality:
            self.nationality = code
        elif code != self.nationality:
            self._other("another nationality", code)

    def _reference(self, segment: Segment) -> None:
        qualifier, text = segment.get(1), meant(segment.get(1, 1))
        if qualifier == "SEA":
            self._put("seat", text)
        elif qualifier == "AVF":
            self._put("party", text)
        elif qualifier == "ABO":
            self.reference = self.reference or text
        else:
            self._other(_REFERENCES.get(qualifier, f"RFF {qualifier}"), text)

    def _document(self, segment: Segment) -> None:
        code = segment.get(1).upper()
        kind = _BY_CODE.get(code) or _DOCUMENTS.get(code[:1], "")
        self.documents.append(_Document(kind, code, meant(segment.get(2)).replace(" ", "")))

    # -- out ---------------------------------------------------------------------------------------

    def finish(self) -> Mapping[str, Any]:
        """The fields of a line; empty when there is neither name nor document."""
        self.documents.sort(key=lambda document: document.rank)
        for at, document in enumerate(self.documents):
            if at == 0:
                self._put("document_type", document.kind)
                self._put("document_number", document.number)
                self._put("document_country", document.country)
                self._put("document_expiry", document.expiry)
                if not document.kind:
                    self._other("document", document.code)
            else:
                said = (document.kind or document.code, document.number, document.country,
                        document.expiry)  # fmt: skip
                self._other(f"document {at + 1}", " ".join(part for part in said if part))
        self._put("nationality", self.nationality)
        self._cased_names()
        if not (self.fields.get("full_name") or self.fields.get("document_number")):
            return {}
        if self.others:
            self.fields["others"] = self.others
        if self.crew:
            self.fields["crew"] = True
        return fitting(self.fields)

    def _cased_names(self) -> None:
        family, given = self.fields.get("family_name", ""), self.fields.get("given_names", "")
        if family and self.nationality == "NLD":
            prefix, family = split_prefix(family)
            self._put("prefix", prefix)
        self._put("family_name", family_cased(family) if one_case(family) else family)
        self._put("given_names", given_cased(given) if one_case(given) else given)
        full = self._full
        self._put("full_name", given_cased(full) if one_case(full) else full)

    def _put(self, name: str, value: str) -> None:
        if value:
            self.fields[name] = value

    def _first(self, name: str, value: str) -> None:
        if value and self.fields.get(name):
            self._other(f"another {name}", value)
        else:
            self._put(name, value)

    def _other(self, name: str, value: str) -> None:
        value = meant(value)
        if value and (name in self.others or len(self.others) < _MOST_OTHERS):
            before = self.others.get(name)
            both = value if before in (None, value) else f"{before}; {value}"
            self.others[name] = both[:LONGEST_OTHER]

    def _country(self, text: str, column: str) -> str:
        if not meant(text):
            return ""
        code = countries.code_of(text)
        if not code:
            self.say("paxlst-country", text, column)
        return code

    def _read_date(
        self, read: Callable[[str, str, date], str], text: str, form: str, column: str
    ) -> str:
        found = read(text, form, self.today)
        if not found:
            self.say("paxlst-date", text, column)
        return found


def _taken_apart(name: str) -> list[str]:
    """A whole name in one component: "SMITH/JOHN MR" or "SMITH, JOHN"; else it stays whole."""
    for separator in ("/", ","):
        if separator in name:
            family, _, given = name.partition(separator)
            return [family.strip(), given.replace(separator, " ").strip()]
    return [name]


_TAKERS: Mapping[str, Callable[[PersonBuilder, Segment], None]] = {
    "ATT": PersonBuilder._attribute,
    "DTM": PersonBuilder._date,
    "MEA": PersonBuilder._measure,
    "FTX": PersonBuilder._free_text,
    "LOC": PersonBuilder._place,
    "COM": PersonBuilder._contact,
    "NAT": PersonBuilder._nationality,
    "RFF": PersonBuilder._reference,
    "DOC": PersonBuilder._document,
}
