"""Everything of a person as facts, under the headings of its card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing_fields import SEES_BSN
from kcr2desk.core.repatriation.headcount_scan import short
from kcr2desk.core.repatriation.naming import family_of
from kcr2desk.core.repatriation.people import HandOver, Passage, Person, PersonLink
from kcr2desk.desk import texts
from kcr2desk.desk.kit import ChipSpec, Fact
from kcr2desk.desk.repatriation import hand_over_words, people_words, reconcile_words
from kcr2desk.desk.repatriation import registration_words as words

translate = QCoreApplication.translate

NAMES_WIDE = 152
"""Px of the names of facts: values stand under each other in all sections of the card."""


def _fact(name: str, value: str, *, wrong: bool = False) -> Fact:
    """A fact. A check digit that did not fit stays in sight beside its value."""
    if not wrong:
        return Fact(words.field(name), value)
    said = translate("PersonCard", "{value} · the check digit does not fit")
    return Fact(words.field(name), said.format(value=value), "attention")


def _filled(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.value]


def identity(person: Person, now: datetime) -> list[Fact]:
    """Name and birth."""
    wrong = person.checks
    nations = [hand_over_words.country(code) for code in sorted(person.nationalities)]
    spoken = person.spoken_name if person.spoken_name != people_words.name(person) else ""
    born = people_words.birth(person.birth_date, people_words.today_at(now))
    return [
        _fact("family_name", family_of(person)),
        _fact("given_names", person.given_names),
        *_filled([_fact("spoken_name", spoken), _fact("other_names", person.other_names)]),
        _fact("birth_date", born, wrong="birth_date" in wrong),
        *_filled([_fact("birth_place", person.birth_place)]),
        _fact("sex", people_words.sex(person.sex)),
        _fact("nationalities", ", ".join(nations)),
    ]


def document(book: OperationBook, person: Person, role: str) -> list[Fact]:
    """The document and its checks, by whom identity was seen, the ground."""
    wrong = person.checks
    if person.no_document and not person.document_number:
        found = [Fact(words.field("document_number"), words.field("no_document"), "attention")]
    else:
        found = [
            _fact("document_type", words.document(person.document_type)),
            _fact(
                "document_number", person.document_number, wrong="document_number" in wrong
            ),
            _fact("document_country", hand_over_words.country(person.document_country)),
            _fact(
                "document_expiry", people_words.day(person.document_expiry),
                wrong="document_expiry" in wrong,
            ),
        ]  # fmt: skip
    rest = wrong - {"document_number", "birth_date", "document_expiry"}
    if rest:
        names = ", ".join(words.field(name) for name in sorted(rest))
        found.append(Fact(words.field("checks"), names, "attention"))
    found.append(_fact("identified_by", person.identified_by))
    if role in SEES_BSN:
        found += _filled([_fact("bsn", person.bsn)])
    ground = people_words.choice(book, "ground", person.ground) if person.ground else ""
    return [*found, _fact("ground", ground)]


def contact(person: Person) -> list[Fact]:
    """How to reach somebody, and whether relatives may be told."""
    place = " ".join(part for part in (person.postcode, person.city) if part)
    country = hand_over_words.country(person.country)
    address = ", ".join(part for part in (person.street, place, country) if part)
    return [
        _fact("phone", person.phone),
        *_filled([_fact("mail", person.mail)]),
        _fact("languages", ", ".join(sorted(person.languages))),
        Fact(translate("PersonCard", "Address"), address),
        *_filled([_fact("contact", person.contact)]),
        _fact("may_inform", words.inform(person.may_inform)),
    ]


def journey(book: OperationBook, person: Person, now: datetime) -> list[Fact]:
    """How somebody came, and goes on."""
    arrival = book.arrival(person.arrival)
    onward = ", ".join(
        part for part in (people_words.onward(person.onward), person.onward_note) if part
    )
    nights = "" if person.nights is None else str(person.nights)
    by = "" if person.registered_at is None else texts.moment(person.registered_at, now)
    seen = " · ".join(part for part in (by, person.desk) if part)
    return [
        Fact(translate("PersonCard", "Arrival"), "" if arrival is None else arrival.code),
        *_filled([_fact("seat", person.seat), _fact("wristband", person.wristband)]),
        Fact(translate("PersonCard", "Registered"), seen),
        _fact("onward", onward),
        _fact("municipality", people_words.municipality(person.municipality)),
        *_filled([
            _fact("nights", nights), _fact("animals", person.animals),
            _fact("goods", person.goods), _fact("note", person.note),
        ]),
    ]  # fmt: skip


def group(book: OperationBook, person: Person) -> list[Fact]:
    """The group, what somebody is in it, who else is."""
    found = book.group(person.group)
    facts = []
    if found is not None:
        title = people_words.group_title(book, found.id)
        if found.together:
            stay = translate("PersonCard", "wants to stay together")
            title = f"{title} · {stay}"
        facts = [
            Fact(words.field("group"), title),
            _fact("relation", people_words.relation(person.relation)),
        ]
    guardian = people_words.guardian(book, person)
    if guardian or person.minor_alone:
        facts.append(
            Fact(words.field("guardian"), guardian, "text")
            if guardian
            else Fact(words.field("guardian"), translate("PersonCard", "nobody is known"), "urgent")
        )
    return facts


def members(book: OperationBook, person: Person) -> list[ChipSpec]:
    """The others of the group."""
    mine = book.same_as(person.id)
    others = [p for p in book.heads(book.members_of(person.group)) if p.id not in mine]
    return [
        ChipSpec(p.id, short(p.number), "person",
                 detail=people_words.name(p))
        for p in others
    ]  # fmt: skip


def passages(book: OperationBook, found: Sequence[Passage], now: datetime) -> list[ChipSpec]:
    """Where somebody came by, as a line from left to right."""
    chips = []
    for place, each in enumerate(found):
        said = people_words.station(book, each.station)
        here = "chevron-right" if place else "place"
        icon = "sign-out" if each.way == "out" else here
        at = "" if each.passed_at is None else texts.moment(each.passed_at, now)
        tip = "" if each.passed_at is None else texts.moment_full(each.passed_at)
        chips.append(ChipSpec(each.id, said, icon, detail=at, tip=tip))
    return chips


def hand_over(book: OperationBook, each: HandOver, now: datetime) -> Fact:
    """One hand-over: to whom, how far it is, by whom it was taken."""
    to = hand_over_words.taken_by(book, each.receiver, each.to)
    if each.status != "done":
        tone = "attention" if each.status == "proposed" else "muted"
        return Fact(status(each.status), to, tone)
    at = "" if each.handed_at is None else texts.moment(each.handed_at, now)
    parts = (to, at, each.taken_by, each.receipt)
    return Fact(status("done"), " · ".join(p for p in parts if p))


def status(code: str) -> str:
    """How far a hand-over is."""
    match code:
        case "done":
            return translate("PersonCard", "handed over")
        case "cancelled":
            return translate("PersonCard", "cancelled")
        case _:
            return translate("PersonCard", "proposed")


def link(book: OperationBook, each: PersonLink, person: str, now: datetime) -> Fact:
    """One link: with whom, by what, and who said so."""
    other = each.other if each.one == person else each.one
    record = book.person(other) or book.line(other)
    name = "" if record is None else reconcile_words.source(book, record, now)
    reasons = words.reasons(tuple(sorted(each.reasons)))
    parts = (name, reasons, each.by)
    return Fact(verdict(each.verdict), " · ".join(p for p in parts if p))


def verdict(code: str) -> str:
    """What was said about whether two records are one human being."""
    match code:
        case "same":
            return translate("PersonCard", "the same")
        case "different":
            return translate("PersonCard", "not the same")
        case "later":
            return translate("PersonCard", "to be looked at")
        case _:
            return translate("PersonCard", "perhaps the same")
