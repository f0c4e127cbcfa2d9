"""A made-up aircraft at twelve desks: who is aboard, and what a registrar does with each of them.

Everything goes through the public interface of the headless desk and the functions of
`core.repatriation`, as a script of somebody else would. Run as a module it is one desk that
registers families until it is killed (`python -m tests.sync.hall_evening`).
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from kcr2desk.cli.scenario_repatriation import Traveller, travellers
from kcr2desk.core.making import making
from kcr2desk.core.repatriation import registering as sheets
from kcr2desk.core.repatriation import registering_family as families
from kcr2desk.core.repatriation.book import OperationBook, records_of
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.repatriation.people import line_id
from kcr2desk.core.repatriation.registering import Party, Sheet
from kcr2desk.core.repatriation.registering_changes import Desk as AtDesk
from kcr2desk.core.repatriation.registering_changes import changes
from kcr2desk.headless import Desk

KEY = b"k" * 32
ABOARD = 206
TODAY = date(2026, 11, 30)


def aboard(seed: int) -> list[Traveller]:
    """Who is in the aircraft. No two have one name and one birth date: those nobody could tell
    apart."""
    found = travellers(ABOARD, seed, TODAY)
    known = {(t.listed["family_name"], t.listed["birth_date"]) for t in found}
    assert len(known) >= ABOARD - 1, "another seed: twins of one name would be asked about"
    return found


def listed(stream: str, arrival: str, people: Sequence[Traveller]) -> list[object]:
    """The lines of the manifest, in the order of the seats; the changes that bring them in."""
    about = operation_of(stream)
    return [
        making("manifestline", line_of(stream, n), {
            "about": about, "arrival": arrival, "list": "manifest", "key": str(n), "row": n + 1,
            "origin": "manifest.xlsx", **one.listed,
        })
        for n, one in enumerate(people)
    ]  # fmt: skip


def line_of(stream: str, n: int) -> str:
    """The id of the line of the traveller in seat `n`."""
    return line_id(operation_of(stream), "manifest", str(n))


@dataclass
class Registrar:
    """One desk of the hall, and what its registrar did there."""

    desk: Desk
    stream: str
    arrival: str
    name: str
    people: Sequence[Traveller]
    now: Callable[[], int]
    made: dict[str, int] = field(default_factory=dict)
    """The records of persons made here, each with its traveller."""
    changesets: list[str] = field(default_factory=list)

    def book(self) -> OperationBook:
        """Everything of the operation as this desk has it now."""
        return records_of(self.desk.all, operation_of(self.stream))

    def register(self, who: Iterable[int], *, ends: str = "", spoken: bool = False) -> list[str]:
        """Register travellers who stand here together. Who has papers hands them over, others are
        ticked on the list; `spoken`: nobody finds them on the list. Who is known here to have been
        registered is not registered again. Returns the persons."""
        who, new_id, party = list(who), self.desk.cache.new_id, Party()
        lines = (self.desk.get("manifestline", line_of(self.stream, n)) for n in who)
        book = OperationBook(self.stream, [line for line in lines if line is not None])
        for n in who:
            if self.registered(book, n) and not spoken:
                continue
            sheet = self._filled(sheets.fresh(new_id()), book, n, spoken=spoken)
            self.made[sheet.id] = n
            party = families.grouped(party.joined(replace(sheet, outcome=ends)), new_id)
            party = families.settled(party, book, TODAY)
        if party.sheets:
            at = AtDesk(self.arrival, self.name, self.desk.account, self.now())
            found = changes(party, book, at, new_id)
            self.changesets.append(self.desk.cache.save(self.stream, found))
        return [sheet.id for sheet in party.sheets]

    def registered(self, book: OperationBook, n: int) -> str:
        """Who the line of a traveller turned out to be, as far as this desk knows."""
        line = book.line(line_of(self.stream, n))
        assert line is not None, "the list was loaded before"
        return line.person

    def _filled(self, sheet: Sheet, book: OperationBook, n: int, *, spoken: bool) -> Sheet:
        one, line = self.people[n], book.line(line_of(self.stream, n))
        assert line is not None
        if spoken:
            said = {k: one.listed[k] for k in ("given_names", "prefix", "family_name", "sex")}
            return sheet.with_values(**said, birth_date=one.listed["birth_date"], no_document=True)
        if one.papers:
            told = {
                k: v for k, v in one.listed.items()
                if k not in ("seat", "party", "nationality")
            }  # fmt: skip
            sheet = sheets.scanned(sheet, {**told, "nationalities": [one.listed["nationality"]]})
        return sheets.with_line(sheet, line, chosen=True)

    def passed(self, station: str, *, person: str = "", code: str = "") -> None:
        """Somebody comes by a station of this desk: known here, or only by the number."""
        told = {"about": person, "code": code, "station": station, "way": "at",
                "passed_at": datetime.fromtimestamp(self.now() / 1000, UTC)}  # fmt: skip
        change = making("passage", self.desk.cache.new_id(), told)
        self.changesets.append(self.desk.cache.save(self.stream, [change]))


def main() -> None:
    """One desk in a process of its own: registers the families that it is told, one after another,
    saying each person as soon as it is safe; then waits to be killed."""
    told = json.loads(sys.stdin.readline())
    desk = Desk.open(
        Path(told["folder"]), hub=told["hub"], user=told["user"], password=told["password"],
        key=KEY, clock=lambda: told["now"], rng=random.Random(told["user"]),
    )  # fmt: skip
    registrar = Registrar(
        desk, told["stream"], told["arrival"], told["name"], aboard(told["seed"]),
        lambda: told["now"],
    )  # fmt: skip
    for family in told["families"]:
        registrar.register(family)
        sys.stdout.write(json.dumps([registrar.made, registrar.changesets]) + "\n")
        sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
