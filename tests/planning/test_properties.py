"""Plans over random small crises: against brute force, against the rules, against the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.core.bijstand import RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.candidates import asks_itself
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.holding import FOREVER, Hold, over, peak
from kcr2desk.planning import Assignment, Plan, plan
from kcr2desk.planning.gather import gather, open_lines
from kcr2desk.planning.greedy import greedy
from kcr2desk.planning.problem import Choice, Problem
from kcr2desk.planning.score import broken, score
from kcr2desk.planning.solve import solve
from tests.planning.world import NOW, REGIONS, World, holds_of, hours

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LARGE = 3_000


@st.composite
def worlds(draw: st.DrawFn, owners: int = 3, lines: int = 3, most: int = 3) -> World:
    """A crisis with pumps and helicopters (a package), crews by name, cover, promises, relief."""
    world = World()
    world.kind("pump", relief_minutes=draw(st.sampled_from((None, 360))), notice_minutes=30)
    world.kind("heli", package=True, speed_kmh=200)
    world.kind("crew", named=True, relief_minutes=draw(st.sampled_from((None, 360))))
    for owner in REGIONS[:owners]:
        for kind in ("pump", "heli"):
            number = draw(st.sampled_from((None, 1, 1, 2, most)))
            reserve = draw(st.sampled_from((None, 0, 1)))
            old = NOW - timedelta(hours=draw(st.integers(0, 30)))
            world.has(owner, number, kind, reserve=reserve, checked_at=old)
            if number and draw(st.booleans()):
                start = draw(st.integers(-4, 10))
                world.promised(owner, 1, kind, from_at=hours(start), until_at=hours(start + 5))
        for n in range(draw(st.integers(0, 2))):
            since = draw(st.sampled_from((None, hours(2), hours(7))))
            state = draw(st.sampled_from(("ready", "ready", "out")))
            world.unit(owner, f"{owner} {n}", "crew", available_from=since, state=state)
    for _ in range(draw(st.integers(1, 2))):
        start = draw(st.integers(0, 6))
        request = world.request(
            draw(st.sampled_from(("VR25", "VR25", REGIONS[0]))),
            priority=draw(st.sampled_from("1234")),
            from_at=hours(start),
            until_at=hours(start + draw(st.sampled_from((2, 5, 9)))),
        )
        for _ in range(draw(st.integers(1, lines - 1))):
            quantity = draw(st.integers(1, most))
            kind = draw(st.sampled_from(("pump", "pump", "heli", "crew")))
            also = draw(st.sampled_from((frozenset(), frozenset({"heli"}))))
            least = draw(st.integers(0, quantity))
            world.line(request, quantity, kind, least=least, alternatives=also - {kind})
    return world


def problem_of(world: World) -> Problem:
    return gather(world.book, NOW, open_lines(world.book), world.book.weights)


def every_choice(problem: Problem) -> Iterator[Choice]:
    ranges = [range(offer.most + 1) for offer in problem.offers]
    for numbers in product(*ranges):
        yield {o: n for o, n in enumerate(numbers) if n}


@FEW
@given(worlds(owners=4, lines=3, most=2))
def test_nothing_beats_the_plan(world: World) -> None:
    problem = problem_of(world)
    size = 1
    for offer in problem.offers:
        size *= offer.most + 1
    if size > LARGE:
        return
    kept = (choice for choice in every_choice(problem) if not broken(problem, choice))
    best = min(score(problem, choice).cost for choice in kept)
    solved = solve(problem, greedy(problem), 10.0)
    assert solved.optimal
    assert score(problem, solved.choice).cost <= best + 1
    assert solved.bound <= best + 1


@FEW
@given(worlds())
def test_the_plan_keeps_the_rules_and_is_never_worse_than_the_nearest_first(world: World) -> None:
    problem = problem_of(world)
    baseline = greedy(problem)
    assert not broken(problem, baseline)
    made = plan(world.book, NOW)
    assert made.score.cost <= made.greedy.cost + 1e-6
    for one in (made, *([made.second] if made.second else [])):
        check_holding(world.book, one)
        check_lines(world.book, one)
        check_units(world.book, one)
        check_packages(world.book, one)


def check_holding(book: Book, made: Plan) -> None:
    """Nobody promises more at any moment than it has: by the code with which the hub rules."""
    mine = holds_of(made)
    for pair in {h.pair for h in mine}:
        limit = book.limit(*pair)
        assert limit is not None
        before = list(book.holds(*pair))
        assert over(before, [*before, *(h for h in mine if h.pair == pair)], limit) == 0


def check_lines(book: Book, made: Plan) -> None:
    own = asks_itself(book)
    for line_id in made.lines:
        line = book.line(line_id)
        assert line is not None
        request = book.request(line.about)
        assert request is not None
        first = [a for a in made.of_line(line_id) if not a.relief]
        got = sum(a.quantity for a in first)
        missing = sum(u.missing for u in made.unfilled if u.line == line_id and not u.relief)
        assert got + missing == line.quantity
        assert got == 0 or got >= line.least
        for a in made.of_line(line_id):
            assert a.owner != request.region
            assert a.resource in {line.resource, *line.alternatives}
            assert a.resource not in own.get(a.owner, ())
            assert a.from_at >= NOW
            assert a.arrive_at - a.from_at == timedelta(minutes=a.minutes)
            assert a.until_at is None or a.arrive_at < a.until_at
        for shift in range(1, 4):
            before = sum(a.quantity for a in made.of_line(line_id) if a.relief == shift - 1)
            after = sum(a.quantity for a in made.of_line(line_id) if a.relief == shift)
            assert after <= before


def check_units(book: Book, made: Plan) -> None:
    """A named unit serves one line at a time, within its hours, and never when it is out."""
    held: dict[str, list[Hold]] = {}
    for a in made.assignments:
        if a.resource != "crew":
            assert not a.units
            continue
        assert len(set(a.units)) == a.quantity
        for unit_id in a.units:
            unit = next(u for u in book.units(a.owner, a.resource) if u.id == unit_id)
            assert unit.state != "out"
            assert unit.available_from is None or unit.available_from <= a.from_at
            end = FOREVER if a.until_at is None else milliseconds(a.until_at)
            hold = Hold("", a.owner, a.resource, unit_id, 1, milliseconds(a.from_at), end)
            held.setdefault(unit_id, []).append(hold)
    for holds in held.values():
        assert peak(holds) == 1


def check_packages(book: Book, made: Plan) -> None:
    helis = [a for a in made.assignments if a.resource == "heli"]
    for one, other in product(helis, helis):
        overlap = (other.until_at is None or one.from_at < other.until_at) and (
            one.until_at is None or other.from_at < one.until_at
        )
        if one.owner == other.owner and overlap:
            assert incident(book, one) == incident(book, other)


def incident(book: Book, a: Assignment) -> str:
    line = book.line(a.line)
    assert line is not None
    return line.about


@FEW
@given(worlds())
def test_every_reason_is_true(world: World) -> None:
    book = world.book
    made = plan(book, NOW, second=False)
    for a in made.assignments:
        line = book.line(a.line)
        assert line is not None
        for r in a.passed:
            assert r.owner != a.owner
            check_passed(book, made, line, a, r.code, r.owner, r.resource, r.line)
    for u in made.unfilled:
        for r in u.fixes:
            if r.code == "ask_unknown":
                assert book.limit(r.owner, r.resource) is None
            if r.code in ("has_left", "has_below_cover"):
                since = milliseconds(u.from_at)
                without_rest = [h for h in holds_of(made) if h.pair == (r.owner, r.resource)]
                used = peak([*book.holds(r.owner, r.resource), *without_rest], since, since + 1)
                limit = book.limit(r.owner, r.resource)
                assert limit is not None
                assert limit - used >= 1
            if r.code == "later_free":
                assert r.at is not None
                limit = book.limit(r.owner, r.resource)
                assert limit is not None
                end = milliseconds(r.at)
                assert limit - peak(book.holds(r.owner, r.resource), end, end + 1) >= r.number
        taken = [r.line for r in u.why if r.code == "goes_urgent"]
        for other in taken:
            assert priority(book, other) < priority(book, u.line)


def check_passed(
    book: Book,
    made: Plan,
    line: RequestLine,
    a: Assignment,
    code: str,
    owner: str,
    resource: str,
    other: str,
) -> None:
    capacity = book.capacity(owner, resource)
    if code == "unknown":
        assert book.limit(owner, resource) is None
    elif code == "asks_itself":
        assert resource in asks_itself(book)[owner]
    elif code in ("kept", "kept_urgent", "package_kept"):
        gets = [x for x in made.of_line(other) if (x.owner, x.resource) == (owner, resource)]
        assert gets
        assert other != line.id
        if code != "package_kept":
            assert (code == "kept_urgent") == (priority(book, other) < priority(book, line.id))
    elif code == "below_cover":
        assert capacity is not None
        assert capacity.reserve is not None
        end = FOREVER if a.until_at is None else milliseconds(a.until_at)
        left = free(book, made, owner, resource, milliseconds(NOW), end + 3 * 3_600_000)
        assert left - 1 < capacity.reserve
    elif code == "none_free":
        end = FOREVER if a.until_at is None else milliseconds(a.until_at)
        used = peak(book.holds(owner, resource), milliseconds(NOW), end)
        limit = book.limit(owner, resource)
        assert limit is not None
        assert limit - used <= 0 or resource == "crew"
    elif code == "same_line":
        assert any(x.owner == owner for x in made.of_line(line.id))


def free(book: Book, made: Plan, owner: str, resource: str, start: int, end: int) -> int:
    """What is left at the busiest moment, when who served a shift rests three hours after it."""
    limit = book.limit(owner, resource)
    assert limit is not None
    rest = 3 * 3_600_000
    mine = [replace(h, end=h.end + rest) for h in holds_of(made) if h.pair == (owner, resource)]
    return limit - peak([*book.holds(owner, resource), *mine], start, end)


def priority(book: Book, line_id: str) -> str:
    line = book.line(line_id)
    assert line is not None
    request = book.request(line.about)
    assert request is not None
    return request.priority
