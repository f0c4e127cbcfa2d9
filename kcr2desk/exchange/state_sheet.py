"""The state of bijstand as a workbook: who has what, what was asked, who gave what to whom.

    data = state_of_bijstand(book, now, "nl")

For whoever gets it by mail and has no desk: every number has its age beside it, every sheet its
moment, and what people typed is never taken for a formula. Times are those of the Netherlands.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kcr2desk.core.account import Account, Figures, Wait, accounts
from kcr2desk.core.bijstand import AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.board import cell, ordered_types
from kcr2desk.core.book import Book
from kcr2desk.core.places import AMSTERDAM, regions
from kcr2desk.core.records import Owner
from kcr2desk.exchange import state_words
from kcr2desk.exchange.state_words import Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ACCOUNT = timedelta(days=30)
"""The period of the account per region, unless another is asked for."""
Value = str | int | float | datetime | None
_TIME = "dd-mm-yyyy hh:mm"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 48
_HEAD_ROW = 3


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet: its heads and rows. `frozen` columns stay in sight; `note` follows the title."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    frozen: int = 1
    note: str = ""


def state_of_bijstand(
    book: Book,
    now: datetime,
    language: Language = "nl",
    *,
    exercise: bool = False,
    commanders: bool = False,
    since: datetime | None = None,
) -> bytes:
    """The workbook (.xlsx) of the state at `now`. `exercise` marks every sheet as one.

    The account per region runs from `since`, without it from 30 days before, until now.
    Commanders and their phones are left out unless `commanders`: the file leaves the house.
    """
    from openpyxl import Workbook

    say = state_words.of(language)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    title = f"{say('title')} {now.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
    if exercise:
        title = f"{say('exercise')} - {title}"
    for sheet in (
        _stand(book, now, language),
        _requests(book, language),
        _commitments(book, language, commanders=commanders),
        _accounts(book, since or now - ACCOUNT, now, language),
    ):
        named = f"{title} - {sheet.note}" if sheet.note else title
        _write(workbook.create_sheet(sheet.title), sheet, named, exercise=exercise)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


# -- what the sheets say


def _stand(book: Book, now: datetime, language: Language) -> _Sheet:
    """A row for each owner and type of which anything is known, with what is promised and left."""
    say = state_words.of(language)
    rows: list[Sequence[Value]] = []
    for owner in _owners(book):
        for each in ordered_types(book):
            seen = cell(book, owner.code, each.code, now)
            if not seen.known:
                continue
            rows.append((
                owner.code, owner.name, each.name_in(language),
                seen.available, seen.total, seen.promised_now, seen.free, seen.reserve, seen.norm,
                state_words.sign(seen.sign, language), _clock(seen.checked_at), seen.age_minutes,
                seen.checked_by, seen.note,
            ))  # fmt: skip
    heads = [say(head) for head in (
        "code", "owner", "resource", "available", "whole", "promised", "free", "reserve", "norm",
        "sign", "checked", "age", "by", "note",
    )]  # fmt: skip
    return _Sheet(say("stand"), heads, rows, frozen=3)


def _requests(book: Book, language: Language) -> _Sheet:
    """A row for each line of each request, with what became of it."""
    say = state_words.of(language)
    rows: list[Sequence[Value]] = []
    for request in book.requests:
        lines = book.lines(request.id)
        head = _about(book, request, language)
        if not lines:
            rows.append((*head, *[None] * 12))
        for line in lines:
            rows.append((*head, *_line(book, request, line, language)))
    heads = [say(head) for head in (
        "number", "received", "region", "request", "priority", "status", "form", "resource",
        "wanted", "least", "from", "until", "asked", "silent", "promised", "underway", "arrived",
        "returned", "missing",
    )]  # fmt: skip
    return _Sheet(say("requests"), heads, rows, frozen=1)


def _about(book: Book, request: AssistanceRequest, language: Language) -> tuple[Value, ...]:
    return (
        request.number, _clock(request.received_at), _owner(book, request.region), request.title,
        request.priority, state_words.request_status(request.status, language),
        state_words.form(request.form, language),
    )  # fmt: skip


def _line(
    book: Book, request: AssistanceRequest, line: RequestLine, language: Language
) -> tuple[Value, ...]:
    fill = book.fill(line.id)
    ended = state_words.status(line.ended, language)
    resource = book.resource_name(line.resource, language)
    return (
        f"{resource} ({ended})" if ended else resource,
        fill.wanted, line.least, _clock(line.from_at or request.from_at),
        _clock(line.until_at or request.until_at), fill.asked, fill.silent, fill.promised,
        fill.en_route, fill.arrived, fill.over, fill.missing,
    )  # fmt: skip


def _commitments(book: Book, language: Language, *, commanders: bool) -> _Sheet:
    """A row for each commitment, in the order in which they were made."""
    say = state_words.of(language)
    heads = [
        "number", "owner", "resource", "quantity", "unit", "calls", "to", "request", "firmness",
        "status", "authority", "from", "until", "departed", "arrived_at", "relief", "released",
        "returned", "report_to",
    ]  # fmt: skip
    if commanders:
        heads += ["commander", "phone"]
    rows = [
        (*_commitment(book, each, language), *_commander(each, wanted=commanders))
        for each in book.all("commitment")
        if isinstance(each, Commitment)
    ]
    return _Sheet(say("commitments"), [say(head) for head in heads], rows, frozen=1)


def _commitment(book: Book, each: Commitment, language: Language) -> tuple[Value, ...]:
    request = book.request(each.request)
    unit = book.unit(each.unit)
    return (
        each.number, _owner(book, each.owner), book.resource_name(each.resource, language),
        each.quantity, unit.name if unit else "", each.call_signs, _owner(book, each.to_region),
        request.number if request else state_words.of(language)("neighbour"),
        state_words.firmness(each.firmness, language), state_words.status(each.status, language),
        each.authority, _clock(each.from_at), _clock(each.until_at), _clock(each.departed_at),
        _clock(each.arrived_at), _clock(each.relief_at), _clock(each.released_at),
        _clock(each.returned_at), each.report_to,
    )  # fmt: skip


def _commander(each: Commitment, *, wanted: bool) -> tuple[Value, ...]:
    return (each.commander, each.commander_phone) if wanted else ()


def _accounts(book: Book, since: datetime, now: datetime, language: Language) -> _Sheet:
    """What each region gave, got, waited for and went without: a row for all and one a type."""
    say = state_words.of(language)
    rows: list[Sequence[Value]] = []
    for code, account in accounts(book, since, now).items():
        owner = _owner(book, code) or say("unknown")
        rows.append(
            (owner, say("all"), account.requests, *_waits(account), *_figures(account.total))
        )
        for resource, figures in account.types.items():
            name = book.resource_name(resource, language)
            rows.append((owner, name, None, None, None, None, *_figures(figures)))
    heads = [say(head) for head in (
        "owner", "resource", "request_count", "wait_agreed", "wait_promised", "wait_arrived",
        *_FIGURES,
    )]  # fmt: skip
    note = f"{say('from')} {since.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
    return _Sheet(say("accounts"), heads, rows, frozen=2, note=note)


_FIGURES = (
    "given", "given_hours", "given_withdrawn", "given_cancelled", "given_replaced", "got",
    "got_hours", "wanted", "filled", "unable", "withdrawn", "cancelled", "replaced", "refused",
    "unfilled", "open",
)  # fmt: skip
"""Names of figures of an account and of their heads. What could not be met, was withdrawn,
cancelled or replaced stays apart, or shortage figures lie."""


def _figures(figures: Figures) -> Iterator[Value]:
    for name in _FIGURES:
        value: int | float = getattr(figures, name)
        yield round(value, 1)


def _waits(account: Account) -> Iterator[Value]:
    for wait in (account.agreed, account.promised, account.arrived):
        yield _minutes(wait)


def _minutes(wait: Wait) -> int | None:
    """The middle of a wait; None while nobody waited to the end."""
    return None if wait.middle is None else round(wait.middle.total_seconds() / 60)


def _owner(book: Book, code: str) -> str:
    owner = book.owners.get(code)
    return f"{code} {owner.name}" if owner else code


def _owners(book: Book) -> list[Owner]:
    """The owners as the board has them: the mainland, the islands, then the partners."""
    places = {region.code: index for index, region in enumerate(regions())}
    return sorted(
        book.owners.values(), key=lambda o: (places.get(o.code, len(places)), o.order, o.code)
    )


def _clock(moment: datetime | None) -> datetime | None:
    """The time as a clock in the Netherlands shows it: a cell of a sheet has no zone."""
    return None if moment is None else moment.astimezone(AMSTERDAM).replace(tzinfo=None)


# -- how they look


def _write(sheet: Worksheet, content: _Sheet, title: str, *, exercise: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.cell(1, 1, title).font = Font(
        bold=True, size=14, color="6B2FA0" if exercise else "16202E"
    )
    for column, head in enumerate(content.heads, start=1):
        made = sheet.cell(_HEAD_ROW, column, head)
        made.font = Font(bold=True)
        made.fill = PatternFill("solid", fgColor="EEF1F5")
        made.alignment = Alignment(wrap_text=True, vertical="top")
    for row, values in enumerate(content.rows, start=_HEAD_ROW + 1):
        for column, value in enumerate(values, start=1):
            _put(sheet, row, column, value)
    for column, width in enumerate(_widths(content), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    last = f"{get_column_letter(len(content.heads))}{max(_HEAD_ROW + len(content.rows), _HEAD_ROW)}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}"
    sheet.freeze_panes = f"{get_column_letter(content.frozen + 1)}{_HEAD_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None  # a new sheet has both
    header.left.text = title.replace("&", "&&")
    footer.right.text = "&P / &N"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        made = sheet.cell(row, column)
        made.value = safe(value)
        made.data_type = "s"  # else openpyxl takes what begins with = for a formula
        return
    made = sheet.cell(row, column, value)
    if isinstance(value, datetime):
        made.number_format = _TIME


def safe(text: str) -> str:
    """Text that no spreadsheet program takes for a formula, nor refuses to open."""
    plain = "".join(c for c in text if c.isprintable() or c == "\n")[:32_000]
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _widths(content: _Sheet) -> Iterator[float]:
    for column, head in enumerate(content.heads):
        longest = max((len(_seen(row[column])) for row in content.rows), default=0)
        yield min(_WIDEST, max(longest + 2, min(len(head), 14) + 3))


def _seen(value: Value) -> str:
    if isinstance(value, datetime):
        return _TIME
    return "" if value is None else max(str(value).splitlines() or [""], key=len)
