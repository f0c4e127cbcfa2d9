"""A writer of passenger lists for tests: one flight from Beirut to Eindhoven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Signs:
    component: str = ":"
    element: str = "+"
    release: str = "?"
    terminator: str = "'"

    def una(self) -> str:
        return f"UNA{self.component}{self.element}.{self.release or ' '} {self.terminator}"

    def safe(self, text: str) -> str:
        for sign in (self.release, self.component, self.element, self.terminator):
            if sign:
                text = text.replace(sign, (self.release or "") + sign)
        return text

    def line(self, *elements: str | Sequence[str]) -> str:
        """One segment; a sequence is an element of several components."""
        parts = [
            self.safe(e) if isinstance(e, str) else self.component.join(self.safe(c) for c in e)
            for e in elements
        ]
        return self.element.join(parts) + self.terminator


USUAL = Signs()

FLIGHT = (
    ("TDT", "20", "KL590", "", "", "KL"),
    ("LOC", "125", "BEY"),
    ("DTM", ("189", "2410040900", "201")),
    ("LOC", "87", "EIN"),
    ("DTM", ("232", "2410041252", "201")),
)

WILLEKE = (
    ("NAD", "FL", "", "", ("DE BRUIJN", "WILLEKE", "LISELOTTE")),
    ("ATT", "2", "", "F"),
    ("DTM", ("329", "650310", "101")),
    ("MEA", "CT", "", ("", "2")),
    ("LOC", "22", "EIN"),
    ("LOC", "174", "LBN"),
    ("LOC", "178", "BEY"),
    ("LOC", "179", "EIN"),
    ("LOC", "180", ("NLD", "", "", "MOLENEND")),
    ("COM", ("+31612345678", "TE"), ("willeke@example.nl", "EM")),
    ("NAT", "2", "NLD"),
    ("RFF", ("AVF", "X7K2PQ")),
    ("RFF", ("ABO", "PAX0001")),
    ("RFF", ("SEA", "12A")),
    ("DOC", ("P", "110", "111"), "SPECI2014"),
    ("DTM", ("36", "330309", "101")),
    ("LOC", "91", "NLD"),
)


def person(name: str, *more: tuple[str | tuple[str, ...], ...], role: str = "FL") -> tuple[
    tuple[str | tuple[str, ...], ...], ...
]:  # fmt: skip
    family, _, given = name.partition("/")
    return (("NAD", role, "", "", (family, given)), *more)


def message(
    *persons: Iterable[Sequence[str | Sequence[str]]],
    signs: Signs = USUAL,
    kind: str = "745",
    count: tuple[str, int] | None = None,
    flight: Iterable[Sequence[str | Sequence[str]]] = FLIGHT,
    reference: str = "1",
    release: str = "02B",
    header: Sequence[str | Sequence[str]] = (),
) -> str:
    body = [
        ("UNH", reference, ("PAXLST", "D", release, "UN", "IATA"), *header),
        ("BGM", kind),
        ("NAD", "MS", "", "", "HELPDESK"),
        ("COM", ("+31201234567", "TE")),
        *flight,
        *(segment for each in persons for segment in each),
        *([("CNT", (count[0], str(count[1])))] if count else []),
    ]
    body.append(("UNT", str(len(body) + 1), reference))
    return "".join(signs.line(*segment) for segment in body)


def interchange(
    *messages: str, signs: Signs = USUAL, una: bool = True, syntax: str = "UNOA"
) -> str:
    head = signs.una() if una else ""
    begin = signs.line("UNB", (syntax, "4"), "AIR", "NLAPI", ("241004", "0800"), "7")
    return head + begin + "".join(messages) + signs.line("UNZ", str(len(messages)), "7")
