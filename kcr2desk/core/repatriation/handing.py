"""Handing people over: who is proposed to take somebody, and why.

    for proposal in proposals(book, person, today):
        print(proposal.receiver, proposal.municipality, proposal.why)

Nothing here decides: an officer does, and may choose another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from kcr2desk.core.places import find_places, municipality
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.dates import parts_of
from kcr2desk.core.repatriation.people import VOID, Person

ADULT: Final = 18
DUTCH: Final = "NLD"
ISLANDS: Final = frozenset({"ABW", "CUW", "SXM", "BES"})
STAYING: Final = frozenset({"dutch", "partner", "child", "caring_parent", "permit_nl"})
"""Grounds of who lives, or comes to live, in the Netherlands, whatever the passport."""

OWN_EMBASSY: Final = frozenset({"eu", "other_state"})
NOT_TAKEN: Final = VOID | {"refused"}
"""Outcomes after which nobody is asked to take the person."""

NOT_FOR_A_CHILD: Final = frozenset({"family", "own_means"})
"""Receivers to whom a minor alone goes only after somebody checked the guardian."""

HERE: Final = frozenset({"", "NLD"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A receiver, and a code of why. `to` is its name as far as known: of an embassy the country.
    One that is not `first` comes beside another."""

    receiver: str
    why: str
    municipality: str = ""
    to: str = ""
    first: bool = True


@dataclass(frozen=True, slots=True)
class Home:
    """The municipalities that an address may lie in, likeliest first. `of` is whose address it is:
    "" the person's own, else the id of the relative. `dutch`: it is in the Netherlands at all."""

    codes: tuple[str, ...] = ()
    of: str = ""
    dutch: bool = False


# -- who goes where --------------------------------------------------------------------------------


def proposals(book: OperationBook, person: Person, today: date) -> tuple[Proposal, ...]:
    """Who may take this person, the likeliest first. Empty where nobody is to be asked."""
    if person.outcome in NOT_TAKEN:
        return ()
    if person.outcome == "left":
        return (Proposal("own_means", "left"),)
    found: list[Proposal] = []
    if person.outcome == "hospital":
        found.append(Proposal("hospital", "hospital"))
    alone = is_minor_alone(book, person, today)
    if alone:
        dutch = DUTCH in person.nationalities
        found.append(Proposal("youth_protection" if dutch else "nidos", "minor_alone"))
    if person.ground == "protection":
        found += [Proposal("coa", "protection"), Proposal("ind", "protection", first=False)]
    else:
        found += _home_or_embassy(book, person, alone=alone)
        if person.onward == "collected" and not alone:
            found.append(Proposal("family", "collected", first=False))
    if any(need.need == "psychosocial" for need in book.needs(person.id)):
        found.append(Proposal("victim_support", "psychosocial", first=False))
    return _one_first(found)


def _one_first(found: list[Proposal]) -> tuple[Proposal, ...]:
    """Only the first receiver comes first, with the alternatives of the same kind and reason."""
    head = found[0] if found else None
    return tuple(
        each
        if head is not None and (each.receiver, each.why) == (head.receiver, head.why)
        else Proposal(each.receiver, each.why, each.municipality, each.to, first=False)
        for each in found
    )


def _home_or_embassy(book: OperationBook, person: Person, *, alone: bool) -> list[Proposal]:
    """Where somebody lives, else the embassy, else the host. No embassy is told of a minor alone
    unless an officer decides so: nobody knows yet from what the child fled."""
    home = home_of(book, person)
    if home.codes:
        why = "ambiguous" if len(home.codes) > 1 else "family_address" if home.of else "address"
        if person.municipality in home.codes:
            why = "chosen"
        return [Proposal("municipality", why, code, _town(code)) for code in home.codes]
    if home.dutch:
        return [Proposal("municipality", "unknown_town")]
    if not alone and _has_own_embassy(person):
        countries = sorted(person.nationalities - {DUTCH}) or [""]
        return [Proposal("embassy", "embassy", to=country) for country in countries]
    host = "" if book.operation is None else book.operation.host_municipality
    return [Proposal("municipality", "host", host, _town(host))]


def _has_own_embassy(person: Person) -> bool:
    if person.ground in OWN_EMBASSY:
        return True
    if person.ground in STAYING or person.ground.startswith("permit_"):
        return False
    return bool(person.nationalities) and DUTCH not in person.nationalities


def _town(code: str) -> str:
    try:
        return municipality(code).name
    except KeyError:
        return ""


def home_of(book: OperationBook, person: Person) -> Home:
    """Where this person lives: by the own address, else by that of the family that wants to stay
    together, its head first."""
    own = _home(person)
    if own.codes or own.dutch or person.country not in HERE:
        return own
    group = book.group(person.group)
    if group is None or not group.together:
        return own
    others = [p for p in book.members_of(group.id) if p.id != person.id]
    for other in sorted(others, key=lambda p: (p.id != group.head, p.id)):
        theirs = _home(other)
        if theirs.codes:
            return Home(theirs.codes, other.id, dutch=True)
    return own


def _home(person: Person) -> Home:
    if person.municipality:
        return Home((person.municipality,), dutch=True)
    if person.country not in HERE:
        return Home()
    codes = municipalities_in(person.city)
    foreign = bool(person.city) and not codes and not person.postcode and person.country == ""
    dutch = bool(codes or person.postcode or (person.city and not foreign))
    return Home(codes, dutch=dutch)


@lru_cache(maxsize=2048)
def municipalities_in(town: str) -> tuple[str, ...]:
    """The municipalities that the name of a town may mean, likeliest first; none for a town on the
    islands, or one that nobody knows."""
    if not town.strip():
        return ()
    # in a field for a town a word is a name, whatever it means elsewhere
    for match in find_places(f"gemeente {town.strip()}"):
        codes = (match.code, *match.alternatives)
        if not match.code.startswith("GM") and match.kind == "place":
            return ()
        return tuple(dict.fromkeys(code for code in codes if code.startswith("GM")))
    return ()


# -- children --------------------------------------------------------------------------------------


def is_minor_alone(book: OperationBook, person: Person, today: date) -> bool:
    """Whether somebody is a minor without an adult: as a desk noted it, or by the birth date and
    the group. Who may be an adult, for nobody knows the birth date, counts as one."""
    if person.minor_alone:
        return True
    if not is_minor(person, today):
        return False
    return all(is_minor(each, today) for each in book.members_of(person.group))


def is_minor(person: Person, today: date) -> bool:
    """Whether somebody is certainly under eighteen, as far as the birth date is known."""
    return under_age(person.birth_date, today)


def under_age(birth_date: str, today: date) -> bool:
    """Whether somebody of this birth date is certainly under eighteen."""
    parts = parts_of(birth_date)
    if parts is None:
        return False
    year, month, day = (*parts, 1, 1)[:3]  # as old as can be
    return (today.year - ADULT, today.month, today.day) < (year, month, day)


def guardian_named(person: Person) -> bool:
    """Whether anybody is named as guardian."""
    return bool(person.guardian or person.guardian_name.strip())
