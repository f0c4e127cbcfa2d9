"""Reports that machines deliver: mail and alerts, read as the desk reads them, put in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.changes import Change, Code
from kcr2desk.core.ids import derived_id, spoken_number
from kcr2desk.core.messages import LeaseRequest
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.exchange.intake import Item, changes, take_in
from kcr2desk.exchange.problems import Language, sentence
from kcr2desk.hub.blobs import Blobs
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.numbers import lease
from kcr2desk.hub.problems import told_to_the_desk
from kcr2desk.hub.sessions import Principal


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of one report. `outcome` is that of the log, or "known" when it was there."""

    id: str
    number: str
    stream: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one file gave: reports, a sentence for each thing that became none, and remarks."""

    reports: tuple[Delivered, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


class Intake:
    """Takes files of API keys into the log."""

    def __init__(
        self, database: Database, log: HubLog, blobs: Blobs, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._log = log
        self._blobs = blobs
        self._now = now

    def take(self, data: bytes, name: str, who: Principal, language: Language) -> Receipt:
        """Read a file and append each report that is in it, each by itself.

        The same file twice is in the log once. Raises RequestProblem for what passes.
        """
        taken = take_in(data, name, now=self._now(), language=language)
        kept: set[tuple[str, str]] = set()
        return Receipt(
            tuple(self._deliver(item, who, kept) for item in taken.items),
            tuple(sentence(problem, language) for problem in taken.problems),
            tuple(sentence(mark, language) for item in taken.items for mark in item.remarks),
        )

    def _deliver(self, item: Item, who: Principal, kept: set[tuple[str, str]]) -> Delivered:
        """Append one report. `kept` are the files, by stream and digest, that were put with one
        before it: the reports of a feed share its file."""
        there = self._number_there(item.id)
        if there is not None:
            return Delivered(item.id, there, item.stream, "known")
        month = self._now().strftime("%Y-%m")
        wanted = LeaseRequest(item.stream, RECORD_TYPES["report"].letter, month, 1)
        with told_to_the_desk(), self._database.transaction() as connection:
            # Before the report: bytes that nothing names are read by nobody and go by themselves.
            for file in item.files:
                if (item.stream, file.digest) not in kept:
                    self._blobs.keep(connection, item.stream, file.data)
            block = lease(connection, wanted)
        kept.update((item.stream, file.digest) for file in item.files)
        number = spoken_number(block.letter, block.month, block.first)
        report, *attachments = changes(item, source=who.organisation)
        told = Change(report.type, report.id, report.how, {**report.fields, "number": number})
        outcome = self._log.append_own(
            item.stream,
            (told, *attachments),
            who.actor,
            id=derived_id(0, "intake", item.stream, item.id),
        )
        got = self._number_there(item.id) or ""
        said = "known" if outcome.duplicate else outcome.code.value
        return Delivered(item.id, got, item.stream, said, outcome.reason)

    def _number_there(self, report: str) -> str | None:
        """The number of a report that the hub has; None when it has none such."""
        with told_to_the_desk(), self._database.transaction() as connection:
            row = connection.execute(
                "SELECT \"values\"::json ->> 'number' FROM record"
                " WHERE type = 'report' AND id = %s",
                (report,),
            ).fetchone()
        return None if row is None else str(row[0] or "")


def result_of(receipt: Receipt) -> str:
    """One word for the figures: whole (a feed without entries is), partly or refused."""
    if not receipt.reports and not receipt.problems:
        return "whole"
    good = [r for r in receipt.reports if r.outcome == "known" or Code(r.outcome).in_log]
    if not good:
        return "refused"
    return "partly" if receipt.problems or len(good) < len(receipt.reports) else "whole"
