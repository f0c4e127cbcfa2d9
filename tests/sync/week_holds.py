"""What must be true in the week, whatever happened: of the log, of each desk, and between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kcr2desk.core.access import Actor, may_see, may_see_field, reader_of
from kcr2desk.core.account import accounts
from kcr2desk.core.bijstand import AWAY, HOLDING, Commitment
from kcr2desk.core.board import cell
from kcr2desk.core.book import NATIONAL, TYPES, Book, records_of
from kcr2desk.core.changes import Entry, How
from kcr2desk.core.holding import Hold, hold_of, limit_of
from kcr2desk.core.ids import derived_id
from kcr2desk.core.merge import apply_entry
from kcr2desk.core.records import RECORD_TYPES, blank_values, build
from kcr2desk.core.scopes import Held, scope_of
from kcr2desk.core.text import Json
from kcr2desk.exchange.edxl_rm import Sending, from_records, read, to_changes, write
from kcr2desk.planning import plan
from tests.sync.equal import Values, assert_equal, entries_at, records_at, records_on
from tests.sync.week import TIMES, Player, Week

Key = tuple[str, str]


# -- the log --------------------------------------------------------------------------------------


@dataclass
class Replay:
    """The records of bijstand as the log makes them, entry by entry, and what each promise held.

    The counting is its own and plain, so that it does not share a mistake with the hub.
    """

    proven: frozenset[str] = frozenset()
    """Changesets of a history that was lost: what was allowed then is not judged again."""
    values: dict[Key, dict[str, Json]] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        kept = defaultdict(set)
        for index, name in entry.effect.kept:
            kept[index].add(name)
        before = self.holds()
        numbers = self.numbers()
        for index, change in enumerate(entry.changeset.changes):
            key = (change.type, change.id)
            made = apply_entry(self.values.get(key), change, frozenset(kept[index]))
            assert made is not None
            self.values[key] = {**blank_values(change.type), **made}
        for change in entry.effect.changes:
            if change.how not in (How.RELEASE, How.WITHDRAW):
                key = (change.type, change.id)
                made = apply_entry(self.values.get(key), change, frozenset())
                assert made is not None
                self.values[key] = {**blank_values(change.type), **made}
        if entry.changeset.id not in self.proven:
            self.judge(entry, before, numbers)

    def of(self, name: str) -> Iterable[tuple[str, dict[str, Json]]]:
        return ((k[1], v) for k, v in self.values.items() if k[0] == name)

    def holds(self) -> dict[str, Hold]:
        found = ((i, hold_of(i, v)) for i, v in self.of("commitment"))
        return {i: hold for i, hold in found if hold is not None}

    def numbers(self) -> dict[tuple[str, str], int]:
        units = Counter(
            (str(v["owner"]), str(v["resource"])) for _, v in self.of("unit")
            if v["state"] != "out" and not v["removed"]
        )  # fmt: skip
        found = {(str(v["owner"]), str(v["resource"])): v for _, v in self.of("capacity")
                 if not v["removed"]}  # fmt: skip
        return {p: limit_of(found.get(p), units[p]) or 0 for p in {*units, *found}}

    def judge(
        self, entry: Entry, before: Mapping[str, Hold], numbers: Mapping[tuple[str, str], int]
    ) -> None:
        """Nobody promises what is not there, and nobody two things at once."""
        after, limits = self.holds(), self.numbers()
        touched = {c.id for c in entry.changeset.changes if c.type == "commitment"}
        moved = [h for name in touched for h in (before.get(name), after.get(name)) if h]
        for pair in {h.pair for h in moved}:
            was = [h for h in before.values() if h.pair == pair]
            now = [h for h in after.values() if h.pair == pair]
            for moment in {h.start for h in now}:
                held = sum(h.quantity for h in now if h.start <= moment < h.end)
                old = sum(h.quantity for h in was if h.start <= moment < h.end)
                assert held <= max(old, limits.get(pair, 0)), (entry.seq, pair, held, old)
            words = {str(v["word"]) for i, v in self.of("commitment") if i in touched
                     and i in after and after[i].pair == pair}  # fmt: skip
            if any(c.type == "capacity" for c in entry.changeset.changes) and "room" in words:
                assert limits.get(pair, 0) <= numbers.get(pair, 0), entry.seq
        for unit in {h.unit for h in moved} - {""}:
            was = [h for h in before.values() if h.unit == unit]
            now = [h for h in after.values() if h.unit == unit]
            for moment in {h.start for h in now}:
                held = sum(h.start <= moment < h.end for h in now)
                old = sum(h.start <= moment < h.end for h in was)
                assert held <= max(old, 1), (entry.seq, unit)
        for name in touched:
            self.judge_unit(entry, before.get(name), after.get(name))

    def judge_unit(self, entry: Entry, was: Hold | None, now: Hold | None) -> None:
        """A unit is promised by its owner, as its type, and only while it is there."""
        if now is None or not now.unit:
            return
        unit = self.values["unit", now.unit]
        assert (unit["owner"], unit["resource"]) == now.pair, entry.seq
        same = was is not None and was.unit == now.unit
        if same and was is not None and was.start <= now.start and now.end <= was.end:
            return
        assert unit["state"] != "out", entry.seq
        start, end = unit["available_from"], unit["available_until"]
        assert not isinstance(start, int) or start <= now.start, entry.seq
        assert not isinstance(end, int) or now.end <= end, entry.seq


def check_log(week: Week) -> Replay:
    """Replay the log of the hub: never over-committed by its own order, nothing twice or lost."""
    entries = entries_at(week.dsn)
    ids = [entry.changeset.id for entry in entries]
    assert len(set(ids)) == len(ids)
    replay = Replay(frozenset(e.changeset.id for e in week.before_restore))
    for entry in entries:
        replay.take(entry)
    assert replay.values == records_at(week.dsn)
    return replay


# -- the desks ------------------------------------------------------------------------------------


def check_told(week: Week, player: Player) -> None:
    """Every changeset that was saved here is in the log, or refused in sight, or given up, or
    waits behind what is refused."""
    logged = {entry.changeset.id for entry in entries_at(week.dsn)}
    attention = {r.id: r.changes for r in player.desk.attention().refusals}
    waiting = {p.id: p for p in player.desk.pending()}
    gone: set[str] = {c.id for i in player.given_up for c in player.sent[i]}
    for changeset, changes in player.sent.items():
        if changeset in logged or changeset in player.given_up:
            assert changeset not in attention
            continue
        if changeset in attention:
            assert attention[changeset] == changes
            continue
        if changeset in waiting:
            assert waiting[changeset].behind in attention, (player.name, waiting[changeset])
            continue
        about = {str(c.fields.get("about")) for c in changes} | {c.id for c in changes}
        assert about & gone, f"{player.name} lost {changeset}"


def check_book(player: Player) -> None:
    """The book that followed the changes is the book that is read anew."""
    followed, fresh = player.look(), records_of(player.desk.all)
    for name in TYPES:
        assert followed.all(name) == fresh.all(name), name
    same_counts(followed, fresh)


def same_counts(one: Book, other: Book) -> None:
    pairs = {(c.owner, c.resource) for c in other.commitments()}
    for pair in pairs:
        assert one.holds(*pair) == other.holds(*pair)
        assert one.limit(*pair) == other.limit(*pair)
    for request in other.requests:
        assert one.stage(request.id) == other.stage(request.id)
        for line in other.lines(request.id):
            assert one.fill(line.id) == other.fill(line.id)


def check_all(week: Week) -> Book:
    """All of it, with everybody on line: returns the book of the hub."""
    room = week.room
    logged = {entry.changeset.id for entry in entries_at(week.dsn)}
    told = {changeset for player in week.players for changeset in player.given_up}
    for entry in week.before_restore:  # in the log again, or refused by then, and its maker knows
        assert entry.changeset.id in logged | told
    assert_equal(week.dsn, *(p.desk for p in room))
    hub = records_at(week.dsn)
    book = book_of(hub)
    for player in week.players:
        assert player.desk.pending() == ()
        check_told(week, player)
        check_book(player)
        check_sight(week, player, hub)
    for player in room:
        same_counts(player.look(), book)
    return book


def book_of(values: Values) -> Book:
    """A book of what the hub holds."""
    return Book(
        build(name, i, "national", 0, v)  # type: ignore[arg-type]
        for (name, i), v in values.items() if name in TYPES
    )  # fmt: skip


def check_sight(week: Week, player: Player, hub: Values) -> None:
    """A desk holds what its officer may see of what the hub holds, and nothing else."""
    reader = reader_of(Actor(player.name, player.role, player.owner or "KCR2"), "national")
    view = {k: Held("national", 0, v, {}) for k, v in hub.items()}  # type: ignore[arg-type]
    wanted = {}
    for key, held in view.items():
        scope = scope_of(view, key, held)
        if may_see(reader, scope):
            specs, blank = RECORD_TYPES[key[0]].fields, blank_values(key[0])
            wanted[key] = {
                n: v if may_see_field(reader, specs.get(n), scope) else blank[n]
                for n, v in held.values.items()
            }
    found = records_on(player.desk)
    assert found.keys() == wanted.keys(), player.name
    for key, values in wanted.items():
        assert found[key] == values, (player.name, key)


# -- what is counted ------------------------------------------------------------------------------


def check_fills(book: Book) -> None:
    """Each unit is counted once, and no count is below nothing."""
    for request in book.requests:
        for line in book.lines(request.id):
            fill = book.fill(line.id)
            parts = (fill.provisional, fill.definite, fill.en_route, fill.on_site, fill.released,
                     fill.returned)  # fmt: skip
            assert min(*parts, fill.missing, fill.offered, fill.silent) >= 0
            assert fill.promised == sum(parts)
            assert fill.missing == max(0, line.quantity - fill.promised)
            assert fill.silent <= fill.asked
            every = [c for c in book.commitments(line=line.id) if c.status in HOLDING]
            assert fill.promised <= sum(c.quantity for c in every)
            if not any(c.relieves for c in every):
                assert fill.promised == sum(c.quantity for c in every)


def check_account(book: Book, start: datetime, end: datetime) -> None:
    """What is given is received, and what ended in different ways stays apart."""
    found = accounts(book, start, end)
    totals = [account.total for account in found.values()]

    def total(name: str) -> int:
        return sum(getattr(figures, name) for figures in totals)

    for name in ("", "_seconds", "_withdrawn", "_cancelled", "_replaced"):
        assert total(f"given{name}") == total(f"got{name}")
    rest = ("filled", "unable", "withdrawn", "cancelled", "replaced", "refused", "unfilled", "open")
    for figures in totals:
        assert figures.wanted == sum(getattr(figures, name) for name in rest)
    half = start + (end - start) / 2
    first, second = accounts(book, start, half), accounts(book, half, end)
    parts = [*first.values(), *second.values()]
    assert total("given_seconds") == sum(p.total.given_seconds for p in parts)
    assert total("wanted") == sum(p.total.wanted for p in parts)
    for status in ("withdrawn", "cancelled", "replaced"):
        ended = [c for c in book.commitments() if c.status == status]
        mine = [c for c in ended if c.from_at is not None and start <= c.from_at < end]
        assert total(f"given_{status}") >= sum(c.quantity for c in mine)


def check_board(book: Book, now: datetime) -> None:
    """What a cell says is free is what the number leaves, and an alarm is only an alarm."""
    moment = round(now.timestamp() * 1000)
    for owner, resource in {(c.owner, c.resource) for c in book.commitments()}:
        made = cell(book, owner, resource, now)
        held = sum(h.quantity for h in book.holds(owner, resource) if h.start <= moment < h.end)
        held += sum(  # who should have been back and is not
            c.quantity
            for c in book.commitments(owner=owner, resource=resource)
            if c.status in AWAY and c.until_at is not None and c.until_at <= now
            if c.stream == NATIONAL
        )
        assert made.promised_now == held
        if made.limit is not None:
            assert made.free == made.limit - held
            assert made.over >= max(0, held - made.limit)


def check_plan(book: Book, now: datetime) -> int:
    """A proposal never takes more than is free, nor a unit twice; returns how much it proposes."""
    made = plan(book, now, seconds=0.3, second=False)
    holds = defaultdict(list)
    units = defaultdict(list)
    for n, a in enumerate(made.assignments):
        start = round(a.from_at.timestamp() * 1000)
        end = 2**53 if a.until_at is None else round(a.until_at.timestamp() * 1000)
        holds[a.owner, a.resource].append(
            Hold(f"plan {n}", a.owner, a.resource, "", a.quantity, start, end)
        )
        for unit in a.units:
            units[unit].append((start, end))
    for pair, mine in holds.items():
        limit = book.limit(*pair)
        assert limit is not None
        every = [*book.holds(*pair), *mine]
        for one in mine:
            for moment in {one.start, *(h.start for h in every if one.start <= h.start < one.end)}:
                held = sum(h.quantity for h in every if h.start <= moment < h.end)
                assert held <= limit, (pair, held, limit)
    for unit, times in units.items():
        known = [(h.start, h.end) for c in book.commitments(unit=unit)
                 for h in book.holds(c.owner, c.resource) if h.commitment == c.id]  # fmt: skip
        for start, end in times:
            others = [t for t in [*times, *known] if t != (start, end)]
            assert all(e <= start or s >= end for s, e in others), unit
    return sum(a.quantity for a in made.assignments)


def check_messages(week: Week) -> None:
    """What one desk sends of a request and its promises tells another desk nothing new."""
    sender, reader = week.room[0].look(), week.room[1].look()
    sending = Sending(id=derived_id(7, "week"), now=week.now, sender="KCR2")
    told = 0
    for request in sender.requests:
        given = [c.id for c in sender.commitments(request=request.id) if c.status in HOLDING]
        messages = [("RequestResource", [request.id])] if sender.lines(request.id) else []
        dated = [i for i in given if _is_dated(sender.commitment(i))]
        messages += [("CommitResource", given), ("ReportResourceDeploymentStatus", dated)]
        for kind, ids in messages:
            if not ids:
                continue
            reading = read(write(from_records(sender, kind, ids, sending)), "bericht.xml")
            assert not reading.problems
            for received in reading.messages:
                brought = to_changes(reader, received, now=week.now, by="De Vries")
                new = [
                    (c.type, c.how, n, v)
                    for c in brought.changes for n, v in c.fields.items() if n != "edxl"
                ]  # fmt: skip
                assert not new, (kind, new, brought.told)
                told += 1
    assert told > 5


def _is_dated(one: Commitment | None) -> bool:
    """Whether its times go as far as its state; after a race between desks they may go further."""
    assert one is not None
    reached = [state for state, name in TIMES.items() if getattr(one, name) is not None]
    return (reached or ["promised"])[-1] == one.status


def utc(year: int, month: int, day: int, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)
