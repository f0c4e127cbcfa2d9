"""A writer of machine readable zones: what the tests read back. Written from ICAO Doc 9303 and not
from the reader, so that both would have to be wrong in the same way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

VALUES = {c: i for i, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def digit(data: str) -> str:
    total = 0
    for at, sign in enumerate(data):
        total += VALUES.get(sign, 0) * (7, 3, 1)[at % 3]
    return str(total % 10)


@dataclass(frozen=True)
class Paper:
    """A document: `birth` and `expiry` as "YYMMDD"."""

    family: str = "ERIKSSON"
    given: str = "ANNA MARIA"
    code: str = "P<"
    issuer: str = "UTO"
    nationality: str = "UTO"
    number: str = "L898902C3"
    birth: str = "740812"
    sex: str = "F"
    expiry: str = "120415"
    optional: str = ""
    empty_check: str = "0"
    counts_filler: bool = False

    def with_(self, **changes: Any) -> Paper:
        return replace(self, **changes)


def names(paper: Paper, width: int) -> str:
    family = paper.family.replace(" ", "<")
    given = paper.given.replace(" ", "<")
    joined = f"{family}<<{given}" if given else family
    return joined[:width].ljust(width, "<")


def head(paper: Paper) -> str:
    return paper.code + paper.issuer.ljust(3, "<")


def long_number(paper: Paper) -> tuple[str, str, str]:
    """(nine signs, check or "<", what runs on in the optional data)."""
    if len(paper.number) <= 9:
        nine = paper.number.ljust(9, "<")
        return nine, digit(nine), ""
    nine, rest = paper.number[:9], paper.number[9:]
    counted = f"{nine}<{rest}" if paper.counts_filler else nine + rest
    return nine, "<", rest + digit(counted) + "<"


def td3(paper: Paper) -> list[str]:
    number = paper.number.ljust(9, "<")
    optional = paper.optional.ljust(14, "<")
    check = digit(optional) if paper.optional else paper.empty_check
    part = number + digit(number) + paper.nationality.ljust(3, "<")
    dates = paper.birth + digit(paper.birth) + paper.sex + paper.expiry + digit(paper.expiry)
    line = part + dates + optional + check
    over = line[0:10] + line[13:20] + line[21:43]
    return [head(paper) + names(paper, 39), line + digit(over)]


def td2(paper: Paper) -> list[str]:
    nine, check, runs_on = long_number(paper)
    optional = (runs_on or paper.optional).ljust(7, "<")
    part = nine + check + paper.nationality.ljust(3, "<")
    dates = paper.birth + digit(paper.birth) + paper.sex + paper.expiry + digit(paper.expiry)
    line = part + dates + optional
    over = line[0:10] + line[13:20] + line[21:35]
    return [head(paper) + names(paper, 31), line + digit(over)]


def td1(paper: Paper) -> list[str]:
    nine, check, runs_on = long_number(paper)
    first = head(paper) + nine + check + (runs_on + paper.optional).ljust(15, "<")[:15]
    dates = paper.birth + digit(paper.birth) + paper.sex + paper.expiry + digit(paper.expiry)
    second = dates + paper.nationality.ljust(3, "<") + "<" * 11
    over = first[5:] + second[0:7] + second[8:15] + second[18:29]
    return [first, second + digit(over), names(paper, 30)]


def visa(paper: Paper, width: int) -> list[str]:
    number = paper.number.ljust(9, "<")
    line = number + digit(number) + paper.nationality.ljust(3, "<") + paper.birth
    line += digit(paper.birth) + paper.sex + paper.expiry + digit(paper.expiry)
    return [head(paper) + names(paper, width - 5), line.ljust(width, "<")]


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def dates(first: int, last: int) -> st.SearchStrategy[str]:
    return st.builds(
        lambda y, m, d: f"{y % 100:02}{m:02}{d:02}",
        st.integers(first, last), st.integers(1, 12), st.integers(1, 28),
    )  # fmt: skip


name = st.text(LETTERS, min_size=3, max_size=10).filter(lambda n: n[:3] not in ("VAN", "VON"))
papers = st.builds(
    Paper,
    family=st.lists(name, min_size=1, max_size=2).map(" ".join),
    given=st.lists(name, min_size=1, max_size=2).map(" ".join),
    issuer=st.sampled_from(("UTO", "BEL", "D", "GBR", "RKS", "XXB")),
    nationality=st.sampled_from(("UTO", "FRA", "D", "XXA", "XXX", "SYR")),
    number=st.text(LETTERS + "0123456789", min_size=5, max_size=9),
    birth=dates(1930, 2025),
    sex=st.sampled_from("FM"),
    expiry=dates(2027, 2036),
)
