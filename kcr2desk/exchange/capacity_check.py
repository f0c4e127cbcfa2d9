"""Checks every row of a sheet of capacity: what it says, of whom, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kcr2desk.core.records import RECORD_TYPES, Owner
from kcr2desk.core.reference import ResourceType
from kcr2desk.exchange import capacity_names as names
from kcr2desk.exchange.capacity_cells import moment, number, numbers, says_nothing
from kcr2desk.exchange.capacity_columns import Columns, Kind
from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.sheet_cells import Row, Trouble, Value
from kcr2desk.exchange.sheets import Table, shown

LONGEST_NOTE = RECORD_TYPES["capacity"].fields["note"].longest


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """What a row (in a matrix a cell) says of one owner and type. `fields` has only what it says;
    with `problems` it is not taken. `owner` and `resource` are "" while they are not known."""

    number: int
    owner: str
    resource: str
    fields: Mapping[str, int | str]
    checked_at: datetime | None = None
    checked_by: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The first thing that is wrong with it."""
        return self.problems[0] if self.problems else None


@dataclass(frozen=True, slots=True)
class Checked:
    """All rows of a table, checked. `problems` also has those of the table as a whole."""

    file: str
    kind: Kind
    rows: tuple[CheckedRow, ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Reader:
    """What is needed to read the rows of one table; `labels` are names by code."""

    table: Table
    columns: Columns
    owners: names.OwnerNames
    types: names.Names
    labels: Mapping[str, str]
    now: datetime
    only: str
    remarks: list[Problem] = field(default_factory=list)

    def problem(self, row: Row, code: str, detail: str = "") -> Problem:
        return Problem(self.table.file, row.number, code, detail)

    def column(self, role: str) -> int:
        return self.columns.roles.index(role) if role in self.columns.roles else -1

    def value(self, row: Row, role: str) -> Value:
        column = self.column(role)
        return row.cell(column) if column >= 0 else None


def check(
    table: Table,
    columns: Columns,
    owners: Iterable[Owner],
    types: Iterable[ResourceType],
    now: datetime,
    *,
    only: str = "",
) -> Checked:
    """Check every row. `only` is the one owner whose numbers the caller may change, "" for all;
    it is also meant where the table has no column of regions."""
    owners, types = tuple(owners), tuple(types)
    labels = {o.code: o.name for o in owners} | {t.code: t.name_nl for t in types}
    reader = _Reader(
        table, columns, names.OwnerNames(owners), names.type_names(types), labels, now, only
    )
    whole = tuple(Problem(table.file, None, code) for code in _lacking(columns, only))
    if whole:
        return Checked(table.file, columns.kind, (), whole, table.remarks)
    totals = [row for row in table.rows if _adds_up(reader, row)]
    if totals:
        reader.remarks.append(reader.problem(totals[0], "rows-total", str(len(totals))))
    left_out = {row.number for row in totals}
    rows = [
        said
        for row in table.rows
        if row.number not in left_out
        for said in (_of_list if columns.layout == "list" else _of_matrix)(reader, row)
    ]
    rows = _joined(table.file, rows, reader.remarks)
    problems = tuple(p for row in rows for p in row.problems)
    return Checked(
        table.file, columns.kind, tuple(rows), problems, (*table.remarks, *reader.remarks)
    )


def _lacking(columns: Columns, only: str) -> Iterator[str]:
    """What a mapping must have to say anything at all."""
    kinds = {role.partition(":")[0] for role in columns.roles}
    if "owner" not in kinds and not only:
        yield "no-owner-column"
    if not kinds & {"resource", "type"}:
        yield "no-resource-column"
    if columns.layout == "list" and not kinds & set(names.NUMBERS):
        yield "no-number-column"


def _adds_up(reader: _Reader, row: Row) -> bool:
    """Whether a row adds up others; it stands there in place of a region or a type."""
    first = next((v for v in row.cells if v is not None), None)
    return any(
        names.is_total(shown(value))
        for value in (reader.value(row, "owner"), reader.value(row, "resource"), first)
    )


def _of_list(reader: _Reader, row: Row) -> Iterator[CheckedRow]:
    said = [
        (name, row.cell(column), reader.table.headers[column])
        for column, name in enumerate(reader.columns.roles)
        if name in names.NUMBERS
    ]
    if all(says_nothing(value) for _, value, _ in said) and says_nothing(reader.value(row, "note")):
        return
    problems: list[Problem] = []
    owner = _owner(reader, row, reader.value(row, "owner"), problems)
    resource = _resource(reader, row, reader.value(row, "resource"), problems)
    fields: dict[str, int | str] = {}
    for name, value, head in said:
        _take(reader, row, fields, name, value, head, problems)
    yield _row(reader, row, owner, resource, fields, problems)


def _of_matrix(reader: _Reader, row: Row) -> Iterator[CheckedRow]:
    cells = [
        (role.split(":"), row.cell(column), reader.table.headers[column])
        for column, role in enumerate(reader.columns.roles)
        if role.startswith(("type:", "owner:"))
    ]
    if all(says_nothing(value) for _, value, _ in cells):
        return
    down: list[Problem] = []
    by_type = any(parts[0] == "type" for parts, _, _ in cells)
    name = reader.columns.number
    measure = shown(reader.value(row, "measure"))
    if measure:
        name = names.field_of(measure)
        if name not in names.NUMBERS:
            down.append(reader.problem(row, "number-wrong", measure))
    if by_type:
        owner = _owner(reader, row, reader.value(row, "owner"), down)
    else:
        resource = _resource(reader, row, reader.value(row, "resource"), down)
    if down:  # once for the row, not once a cell
        yield _row(reader, row, "", "", {}, down)
        return
    said: dict[str, tuple[dict[str, int | str], list[Problem]]] = {}
    for parts, value, head in cells:
        fields, problems = said.setdefault(parts[1], ({}, []))
        meant = parts[2] if len(parts) > 2 else name
        _take(reader, row, fields, meant, value, head, problems)
    for code, (fields, problems) in said.items():
        if not fields and not problems:
            continue
        if not by_type:
            owner = code
            _only_own(reader, row, owner, problems)
        yield _row(reader, row, owner, code if by_type else resource, fields, problems)


def _row(
    reader: _Reader,
    row: Row,
    owner: str,
    resource: str,
    fields: dict[str, int | str],
    problems: list[Problem],
) -> CheckedRow:
    """A row with its note and check, and the rules that its numbers must obey together."""
    total = fields.get("total")
    for name, code in (("available", "more-than-total"), ("reserve", "reserve-over-total")):
        value = fields.get(name)
        if isinstance(value, int) and isinstance(total, int) and value > total:
            problems.append(reader.problem(row, code, f"{value} > {total}"))
    checked_at = None
    checked_by = ""
    if reader.columns.kind == "capacity":
        note = reader.value(row, "note")
        if not says_nothing(note) and not isinstance(note, Trouble):
            text = str(note).strip() if isinstance(note, str) else shown(note)
            if len(text) > LONGEST_NOTE:
                reader.remarks.append(reader.problem(row, "note-long", str(LONGEST_NOTE)))
            fields["note"] = text[:LONGEST_NOTE].strip()
        try:
            checked_at = moment(reader.value(row, "checked_at"), reader.now)
        except Refused as error:
            problems += [
                replace(p, file=reader.table.file, line=row.number) for p in error.problems
            ]
        checked_by = shown(reader.value(row, "checked_by"))[:200]
    return CheckedRow(row.number, owner, resource, fields, checked_at, checked_by, tuple(problems))


def _take(
    reader: _Reader,
    row: Row,
    fields: dict[str, int | str],
    name: str,
    value: Value,
    head: str,
    problems: list[Problem],
) -> None:
    """Take the number of one cell, or the two of "6/8"."""
    kind = reader.columns.kind
    try:
        first, second = numbers(value)
        if second is not None:
            if kind == "norm" or name not in ("available", "total"):
                number(value)  # says that one is meant
                raise Refused(Problem("", None, "number-two", shown(value)))
            _put(fields, "available", first)
            _put(fields, "total", second)
        else:
            _put(fields, "norm" if kind == "norm" else name, first)
    except Refused as error:
        problems += [
            Problem(reader.table.file, row.number, found.code, found.detail, head)
            for found in error.problems
        ]


def _put(fields: dict[str, int | str], name: str, value: int | None) -> None:
    if value is not None:
        fields[name] = value


def _owner(reader: _Reader, row: Row, value: Value, problems: list[Problem]) -> str:
    """The owner of a row; "" with a problem when it is not known or not the caller's."""
    if reader.column("owner") < 0:
        return reader.only
    text = _name(reader, row, value, problems, "owner-missing")
    if not text:
        return ""
    found = reader.owners.find(text)
    if found is None or len(found.codes) > 1:
        code = "owner-unknown" if found is None else "owner-ambiguous"
        problems.append(reader.problem(row, code, text))
        return ""
    owner = found.codes[0]
    if not found.exact:
        detail = f"{reader.labels[owner]} ({owner}), “{text}”"
        reader.remarks.append(reader.problem(row, "owner-read-as", detail))
    _only_own(reader, row, owner, problems)
    return owner


def _only_own(reader: _Reader, row: Row, owner: str, problems: list[Problem]) -> None:
    if reader.only and owner != reader.only:
        detail = f"{reader.labels.get(owner, owner)} ({owner})"
        problems.append(reader.problem(row, "owner-not-yours", detail))


def _resource(reader: _Reader, row: Row, value: Value, problems: list[Problem]) -> str:
    text = _name(reader, row, value, problems, "resource-missing")
    if not text:
        return ""
    found = reader.types.find(text)
    if found is None or len(found.codes) > 1:
        problems.append(reader.problem(row, "resource-unknown", text))
        return ""
    if not found.exact:
        detail = f"{reader.labels[found.codes[0]]}, “{text}”"
        reader.remarks.append(reader.problem(row, "resource-read-as", detail))
    return found.codes[0]


def _name(reader: _Reader, row: Row, value: Value, problems: list[Problem], code: str) -> str:
    if isinstance(value, Trouble):
        problems.append(reader.problem(row, value.code, value.detail))
        return ""
    text = shown(value)
    if not text:
        problems.append(reader.problem(row, code))
    return text


def _joined(file: str, rows: list[CheckedRow], remarks: list[Problem]) -> list[CheckedRow]:
    """Rows about the same owner and type come together; where they contradict, none is taken."""
    by_pair: dict[tuple[str, str], list[CheckedRow]] = {}
    for row in rows:
        if not row.problems:
            by_pair.setdefault((row.owner, row.resource), []).append(row)
    done: list[CheckedRow] = [row for row in rows if row.problems]
    for same in by_pair.values():
        first, *others = same
        fields = dict(first.fields)
        against = [o for o in others if any(fields.get(k, v) != v for k, v in o.fields.items())]
        if against:
            for row in same:
                where = first.number if row is not first else against[0].number
                problem = Problem(file, row.number, "row-twice", str(where))
                done.append(replace(row, problems=(problem,)))
            continue
        for other in others:
            if other.fields.keys() <= fields.keys():
                remarks.append(Problem(file, other.number, "row-repeated", str(first.number)))
            fields |= other.fields
        done.append(replace(first, fields=fields))
    return sorted(done, key=lambda row: row.number)
