"""One layout laid over one text: values, checks, and how much speaks for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from kcr2desk.exchange import countries, dutch
from kcr2desk.exchange.mrz.dates import birth_of, expiry_of
from kcr2desk.exchange.mrz.digits import TO_DIGIT, TO_LETTER, check_digit, one_confusion
from kcr2desk.exchange.mrz.layouts import MISSING, Layout, Span
from kcr2desk.exchange.mrz.model import Check, Mrz
from kcr2desk.exchange.names import family_cased, given_cased, split_prefix

_DUTCH = frozenset(("NLD", "ABW", "CUW", "SXM", "BES", "ANT"))
"""Whose names have voorvoegsels that are kept apart."""
_NO_LETTER = re.compile(r"[^A-Z<]")
_BSN = re.compile(r"([0-9]{9})<*[0-9]?")


class Zone:
    """A text read by one layout. `score` says how much speaks for it, 0 that nothing does."""

    def __init__(self, layout: Layout, text: str, today: date) -> None:
        self.layout = layout
        self.text = text
        self.today = today
        self.checks: list[Check] = []
        self.values: dict[str, Any] = {}
        self._right = text  # the text with every correction that is offered put in
        self._other_birth = ""
        self._country()
        self._number()
        self._dates()
        self._sex()
        self._optional()
        self._composite()
        self._nationality()

    # -- how well it fits --------------------------------------------------------------------------

    @cached_property
    def score(self) -> int:
        """Checks that hold speak for a layout, those that do not against it."""
        digits = sum(self._says(check) for check in self.checks)
        whole = MISSING not in self.text
        names = self._has(self.layout.names) and "<" in self.text[slice(*self.layout.names)]
        letters = self._has(self.layout.names) and not _NO_LETTER.search(
            self.text[slice(*self.layout.names)]
        )
        if not self._has(self.layout.birth):
            # Only names (and who issued it): they must look like that.
            return 1 if names and letters and self.values.get("document_country") else 0
        if not whole and digits < 8:
            return 0
        return max(0, 2 + digits + 2 * letters + whole)

    @property
    def holds(self) -> bool:
        """Whether nothing in it is doubtful."""
        return all(check.ok is not False for check in self.checks)

    @staticmethod
    def _says(check: Check) -> int:
        if check.ok is None:
            return 0
        if check.ok:
            return 4 if check.field != "optional" else 1
        return 1 if check.correction else -2

    # -- fields ------------------------------------------------------------------------------------

    def read(self, complete: bool) -> Mrz:
        """All that it says."""
        truncated = self._names()
        document_type = self._document_type()
        fields = {
            **({"document_type": document_type} if document_type else {}),
            **{name: value for name, value in self.values.items() if value},
        }
        return Mrz(
            kind=self.layout.kind,
            fields=fields,
            checks=tuple(self.checks),
            complete=complete,
            names_truncated=truncated,
            bsn_candidate=self._bsn(),
            birth_alternative=self._other_birth,
        )

    def _country(self) -> None:
        if self._has((2, 5)):
            self._code("document_country", (2, 5))

    def _nationality(self) -> None:
        if self._has(self.layout.nationality):
            code = self._code("nationalities", self.layout.nationality)
            self.values["nationalities"] = frozenset((code,)) if code else frozenset()

    def _code(self, name: str, span: Span) -> str:
        """A code of three letters, and what it would be with its digits read as letters."""
        raw = self.text[slice(*span)]
        code = _code(raw)
        if countries.is_code(code):
            self.values[name] = code
            self.checks.append(Check(name, True))
            return code
        meant = _code(raw.translate(TO_LETTER))
        known = countries.is_code(meant)
        self.checks.append(Check(name, False, meant if known else ""))
        self.values[name] = code if code.isalpha() else ""
        return str(self.values[name])

    def _number(self) -> None:
        layout = self.layout
        if not self._has(layout.number):
            return
        start, end = layout.number
        raw, digit = self.text[start:end], self.text[layout.number_check]
        ways: list[Callable[[str], str]] = [check_digit]
        if digit == "<" and layout.kind in ("TD1", "TD2") and "<" not in raw:
            # It runs on behind the "<", its check digit last. The digit is counted in two ways.
            rest = self.text[slice(*layout.optional)].partition("<")[0]
            if len(rest) > 1:
                raw, digit = raw + rest[:-1], rest[-1]
                ways.append(lambda number: check_digit(number[:9] + "<" + number[9:]))
        number = raw.replace("<", "")
        self.values["document_number"] = number
        if not number:
            self.checks.append(Check("document_number", None))
            return
        if any(way(raw) == digit for way in ways):
            self.checks.append(Check("document_number", True))
            return
        sure = digit.translate(TO_DIGIT)
        tried = [raw] if sure != digit else one_confusion(raw)
        fitting = {each for each in tried if any(way(each) == sure for way in ways)}
        correction = fitting.pop() if len(fitting) == 1 else ""
        if correction:
            nine, rest = correction[:9], correction[9:]
            self._put(layout.number, nine)
            at = layout.optional[0] + len(rest) if len(ways) > 1 else layout.number_check
            self._put((layout.optional[0], layout.optional[0] + len(rest)), rest)
            self._put((at, at + 1), sure)
        self.checks.append(Check("document_number", False, correction.replace("<", "")))

    def _dates(self) -> None:
        layout = self.layout
        if not self._has(layout.birth):
            return
        birth, expiry = self.text[slice(*layout.birth)], self.text[slice(*layout.expiry)]
        ends = expiry_of(expiry, self.today, "")
        born, self._other_birth = birth_of(birth, self.today, ends)
        sure_birth = "" if self._other_birth else born[:4]
        if sure_birth and ends and ends < sure_birth:
            ends = expiry_of(expiry, self.today, sure_birth)
        self._date("birth_date", layout.birth, born, lambda raw: birth_of(raw, self.today, ends)[0])
        self._date(
            "document_expiry", layout.expiry, ends,
            lambda raw: expiry_of(raw, self.today, sure_birth),
        )  # fmt: skip

    def _date(self, name: str, span: Span, value: str, read: Callable[[str], str]) -> None:
        """A date is digits and "<" only, so each letter in it can be one digit only."""
        raw, digit = self.text[slice(*span)], self.text[span[1]]
        self.values[name] = value
        empty = not raw.strip("<")
        if empty and digit in "<0":
            self.checks.append(Check(name, None))
            return
        if check_digit(raw) == digit and value:
            self.checks.append(Check(name, True))
            return
        meant, sure = raw.translate(TO_DIGIT), digit.translate(TO_DIGIT)
        correction = ""
        if (meant, sure) != (raw, digit) and check_digit(meant) == sure:
            correction = read(meant)
        if correction:
            self._put(span, meant)
            self._put((span[1], span[1] + 1), sure)
        self.checks.append(Check(name, False, correction))

    def _sex(self) -> None:
        sign = self.text[self.layout.sex]
        if sign == MISSING:
            return
        if sign == "<" and self.layout.kind in ("TD3", "MRV-A", "MRV-B"):
            sign = "X"  # cards may leave out what they do not print; passports mean it
        if sign in "FMX":
            self.values["sex"] = sign
        elif sign != "<":
            self.checks.append(Check("sex", False))

    def _optional(self) -> None:
        layout = self.layout
        if layout.optional_check < 0 or not self._has(layout.optional):
            return
        raw, digit = self.text[slice(*layout.optional)], self.text[layout.optional_check]
        if not raw.strip("<") and digit in "<0":
            ok: bool | None = None
        else:
            ok = check_digit(raw) == digit
        sure = digit.translate(TO_DIGIT)
        fits = ok is False and sure != digit and check_digit(raw) == sure
        if fits:
            self._put((layout.optional_check, layout.optional_check + 1), sure)
        self.checks.append(Check("optional", ok, sure if fits else ""))

    def _composite(self) -> None:
        layout = self.layout
        if layout.composite < 0 or not all(self._has(span) for span in layout.composite_over):
            return
        digit = self.text[layout.composite]
        if check_digit(_joined(self.text, layout.composite_over)) == digit:
            if check_digit(_joined(self._right, layout.composite_over)) != digit:
                self._withdraw_number()
            self.checks.append(Check("composite", True))
            return
        sure = digit.translate(TO_DIGIT)
        fits = check_digit(_joined(self._right, layout.composite_over)) == sure
        if not fits:
            self._withdraw_number()
        self.checks.append(Check("composite", False, sure if fits else ""))

    def _withdraw_number(self) -> None:
        """A number put right would have to fit the digit over all fields as well, unless something
        else is wrong too: one in ten fits its own digit by chance."""
        wrong = [check for check in self.checks if check.ok is False]
        for at, check in enumerate(self.checks):
            if check.field == "document_number" and all(c.correction for c in wrong):
                self.checks[at] = replace(check, correction="")

    def _names(self) -> bool:
        """Take the names apart; True when they fill their field to the end."""
        span = self.layout.names
        if not self._has(span):
            return False
        raw = self.text[slice(*span)]
        truncated = not raw.endswith("<")
        family, given = _names_of(raw, self._is_dutch)
        self.values.update(family)
        self.values.update(given)
        if any(sign.isdigit() for sign in raw):
            meant, more = _names_of(raw.translate(TO_LETTER), self._is_dutch)
            for name, value in (meant | more).items():
                if value != self.values.get(name, ""):
                    self.checks.append(Check(name, False, value if value.isascii() else ""))
        return truncated

    @property
    def _is_dutch(self) -> bool:
        """Of the holder's nationality; of who issued it where that was not scanned."""
        nationalities = self.values.get("nationalities")
        if nationalities:
            return not _DUTCH.isdisjoint(nationalities)
        return self.values.get("document_country") in _DUTCH

    def _document_type(self) -> str:
        code = self.text[:2]
        if MISSING in code:
            return ""
        if code[0] == "V":
            return "visa"
        if code[0] == "P":
            return "travel" if code[1] in "RTUL" else "passport"
        if code == "AC":
            return "crew"
        return "residence" if code[1] == "R" else "identity"

    def _bsn(self) -> str:
        """A BSN in the optional data of a Dutch document. The fields themselves are not kept."""
        if self.values.get("document_country") != "NLD" or "optional" in {
            check.field for check in self.checks if check.ok is False
        }:
            return ""
        for span in (self.layout.optional, self.layout.more_optional):
            found = _BSN.fullmatch(self.text[slice(*span)])
            if found and (number := dutch.bsn(found[1])):
                return number
        return ""

    # -- signs -------------------------------------------------------------------------------------

    def _has(self, span: Span) -> bool:
        return MISSING not in self.text[slice(*span)]

    def _put(self, span: Span, text: str) -> None:
        self._right = self._right[: span[0]] + text + self._right[span[1] :]


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    return "".join(text[start:end] for start, end in spans)


def _code(raw: str) -> str:
    """Three signs as a code: Germany writes a "D" alone."""
    code = raw.rstrip("<")
    return "DEU" if code == "D" else code


def _names_of(raw: str, dutch_names: bool) -> tuple[dict[str, str], dict[str, str]]:
    before, _, behind = raw.rstrip("<").partition("<<")
    family = " ".join(part for part in before.split("<") if part)
    given = " ".join(part for part in behind.split("<") if part)
    prefix = ""
    if dutch_names:
        prefix, family = split_prefix(family)
    return (
        {"family_name": family_cased(family), "prefix": prefix},
        {"given_names": given_cased(given)},
    )
