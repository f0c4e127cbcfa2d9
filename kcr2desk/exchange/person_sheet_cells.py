"""One row of a list of people, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from kcr2desk.core.places import fold
from kcr2desk.exchange.countries import code_of
from kcr2desk.exchange.person_sheet_columns import Columns
from kcr2desk.exchange.person_sheet_dates import DateOrder, readings
from kcr2desk.exchange.person_sheet_names import (
    PASSENGER_TYPES,
    TITLES,
    given_name,
    is_prefix,
    split_family,
    split_name,
)
from kcr2desk.exchange.problems import Problem
from kcr2desk.exchange.sheet_cells import Row, Trouble, Value
from kcr2desk.exchange.sheets import Table, shown

_NOTHING: Final = frozenset(
    [
        "-",
        "--",
        "---",
        "–",
        "—",
        ".",
        "..",
        "x?",
        "?",
        "??",
        "n/a",
        "na",
        "n.a.",
        "nvt",
        "n.v.t.",
        "none",
        "geen",
        "null",
        "nil",
        "nan",
        "unknown",
        "onbekend",
        "#n/a",
        "inconnu",
        "unbekannt",
        "tba",
        "tbd",
        "tbc",
    ]
)
_SEXES: Final = {
    "m": "M", "man": "M", "male": "M", "mannelijk": "M", "h": "M", "homme": "M", "masculin": "M",
    "mannlich": "M", "jongen": "M", "boy": "M", "mi": "M", "mc": "M",
    "f": "F", "v": "F", "w": "F", "vrouw": "F", "female": "F", "vrouwelijk": "F", "femme": "F",
    "feminin": "F", "weiblich": "F", "meisje": "F", "girl": "F", "fi": "F", "fc": "F",
    "x": "X", "u": "", "divers": "X", "anders": "X", "other": "X", "onbepaald": "X",
}  # fmt: skip
"""Words for a sex; MI, FC and the like are how airlines write an infant or a child."""
_YES: Final = frozenset(
    [
        "ja",
        "j",
        "yes",
        "y",
        "true",
        "waar",
        "oui",
        "o",
        "1",
        "x",
        "ok",
        "akkoord",
        "goedgekeurd",
        "approved",
    ]
)
_NO: Final = frozenset(
    ["nee", "n", "no", "false", "onwaar", "non", "0", "afgewezen", "rejected", "geweigerd"]
)
_DOCUMENTS: Final = {  # as `mrz.model.DOCUMENT_TYPES` names them
    word: kind
    for kind, words in {
        "passport": ["p", "pp", "pass", "paspoort", "passport", "reisepass", "passeport",
                     "noodpaspoort"],
        "identity": ["i", "id", "idkaart", "id-kaart", "id card", "identiteitskaart",
                     "identity card", "personalausweis", "carte d identite"],
        "visa": ["v", "visum", "visa"],
        "travel": ["lp", "laissez-passer", "laissez passer"],
    }.items()
    for word in words
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?P<street>.+?)[,\n]?\s+(?P<postcode>[1-9]\d{3} ?[A-Z]{2})[, ]+(?P<city>[^,\d]+)", re.I
)
_NOT_NUMBER = re.compile(r"[\s.\-]+")

Fields = dict[str, Any]


def cells_of(
    row: Row,
    table: Table,
    columns: Columns,
    at: Mapping[str, int],
    orders: Mapping[str, DateOrder],
    today: date,
) -> tuple[Fields, list[Problem]]:
    """The fields of ManifestLine that a row says something of, and what is odd about it."""
    made = _Row(row, table, at, today)
    for role, order in orders.items():
        made.date(role, order)
    for role, read in _READERS.items():
        if role in at:
            read(made, role)
    made.name()
    made.address()
    for place, role in enumerate(columns.roles):
        if role == "others":
            made.keep(table.headers[place], shown(row.cell(place)))
    if made.others:
        made.fields["others"] = made.others
    return made.fields, made.problems


class _Row:
    def __init__(self, row: Row, table: Table, at: Mapping[str, int], today: date) -> None:
        self.row, self.table, self.at, self.today = row, table, at, today
        self.fields: Fields = {}
        self.others: dict[str, str] = {}
        self.problems: list[Problem] = []
        for role, place in at.items():
            value = row.cell(place)
            if isinstance(value, Trouble):
                head = table.headers[place]
                self.problems.append(
                    Problem(table.file, row.number, value.code, value.detail, head)
                )
                self.others[head] = value.detail if role != "others" else ""

    def value(self, role: str) -> Value:
        value = self.row.cell(self.at[role]) if role in self.at else None
        return None if isinstance(value, Trouble) else value

    def text(self, role: str) -> str:
        """What stands in the cell of a role; "" also for a sign that nothing is known."""
        value = self.value(role)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        said = shown(value)
        return "" if said.casefold() in _NOTHING else said

    def keep(self, head: str, said: str) -> None:
        """Keep what no field takes, under its head."""
        if said and said.casefold() not in _NOTHING and len(self.others) < 40:
            self.others[head[:80] or "–"] = said[:500]

    def odd(self, role: str, code: str, said: str) -> None:
        head = self.table.headers[self.at[role]]
        self.problems.append(Problem(self.table.file, self.row.number, code, said, head))
        self.keep(head, said)

    def put(self, name: str, value: str) -> None:
        if value:
            self.fields[name] = value

    # -- one field each

    def date(self, role: str, order: DateOrder) -> None:
        said = self.text(role)
        if not said:
            return
        told = readings(self.value(role), self.today, ahead=role == "document_expiry")
        found = order.pick(told)
        self.put(role, found)
        if not told:
            self.odd(role, "person-date", said)
        elif not found:
            self.keep(self.table.headers[self.at[role]], said)

    def plain(self, role: str) -> None:
        self.put(role, self.text(role))

    def country(self, role: str) -> None:
        said = self.text(role)
        if not said:
            return
        parts = [part for part in re.split(r"[/;,+&|]| en | and | et | und ", said) if part.strip()]
        codes = [code_of(part) for part in parts]
        whole = code_of(said)
        code = whole or next((code for code in codes if code), "")
        self.put(role, code)
        if not code:
            self.odd(role, "person-country", said)
        elif not whole:
            self.keep(self.table.headers[self.at[role]], said)

    def sex(self, role: str) -> None:
        said = fold(self.text(role).rstrip("."))
        sex = _SEXES.get(said) or TITLES.get(said, "")
        self.put("sex", sex)
        if said and not sex:
            self.keep(self.table.headers[self.at[role]], self.text(role))

    def title(self, role: str) -> None:
        said = fold(self.text(role).rstrip("."))
        if not self.fields.get("sex"):
            self.put("sex", TITLES.get(said, ""))
        if said and said not in TITLES:
            self.keep(self.table.headers[self.at[role]], self.text(role))
        self.kind(PASSENGER_TYPES.get(said, ""))

    def kind(self, kind: str) -> None:
        if kind in ("child", "infant"):
            self.others.setdefault("passenger type", kind)

    def passenger_type(self, role: str) -> None:
        said = fold(self.text(role))
        if re.search(r"\b(?:crew|bemanning|fm|cabin|cockpit)", said):
            self.fields["crew"] = True
        elif said in PASSENGER_TYPES:
            self.kind(PASSENGER_TYPES[said])
        else:
            self.keep(self.table.headers[self.at[role]], self.text(role))

    def crew(self, role: str) -> None:
        said = fold(self.text(role))
        if said in _YES or said.startswith(("crew", "bemanning")):
            self.fields["crew"] = True

    def document_number(self, role: str) -> None:
        number = _NOT_NUMBER.sub("", self.text(role)).upper().rstrip("<")
        self.put(role, number)

    def document_type(self, role: str) -> None:
        said = self.text(role)
        self.put(role, _DOCUMENTS.get(fold(said), said[:10]))

    def eligible(self, role: str) -> None:
        said = fold(self.text(role))
        if said in _YES | _NO:
            self.fields["eligible"] = "yes" if said in _YES else "no"
        else:
            self.keep(self.table.headers[self.at[role]], self.text(role))

    def seat(self, role: str) -> None:
        said = self.text(role).upper().replace(" ", "")
        self.put(role, re.sub(r"^0+(?=\d)", "", said))

    # -- the name, out of one column or of several

    def name(self) -> None:
        """Name as listed, and what it is made of."""
        whole, family = self.text("full_name"), self.text("family_name")
        given, prefix = self.text("given_names"), self.text("prefix")
        if family and re.search(r"\w/\w", family) and not given:
            whole, family = whole or family, ""  # a column of names that has it all
        if not family and whole:
            name = split_name(whole)
            self.put("family_name", name.family)
            self.put("prefix", prefix.lower() or name.prefix)
            self.put("given_names", given_name(given) if given else name.given)
            self.kind(name.kind)
            if not self.fields.get("sex"):
                self.put("sex", name.sex)
        else:
            last, found = split_family(family)
            family = f"{found} {last}".strip() if "," in family else family
            self.put("family_name", last)
            self.put("prefix", prefix.lower() if is_prefix(prefix) else prefix or found)
            self.put("given_names", given_name(given))
        words = " ".join(part for part in (given, prefix, family) if part)
        self.put("full_name", whole or words)

    def address(self) -> None:
        street, number = self.text("street"), self.text("house_number")
        if number:
            street = f"{street} {number}".strip()
        found = _ADDRESS.fullmatch(street) if "postcode" not in self.at else None
        if found is not None:
            self.put("postcode", found["postcode"].upper())
            self.put("city", found["city"].strip())
            street = found["street"].strip(" ,")
        self.put("street", street)


_READERS: Mapping[str, Callable[[_Row, str], None]] = {
    "sex": _Row.sex,
    "title": _Row.title,
    "nationality": _Row.country,
    "document_country": _Row.country,
    "country": _Row.country,
    "document_number": _Row.document_number,
    "document_type": _Row.document_type,
    "seat": _Row.seat,
    "passenger_type": _Row.passenger_type,
    "crew": _Row.crew,
    "eligible": _Row.eligible,
    **dict.fromkeys(
        ("other_names", "party", "phone", "mail", "postcode", "city", "ground", "note", "key"),
        _Row.plain,
    ),
}
