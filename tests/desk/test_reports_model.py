"""The window of rows: what it holds, what moves, what stays."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.reports.list_model import MOST, ReportModel
from kcr2desk.desk.reports.list_scale import place_near, row_near
from kcr2desk.store.query import ReportLine
from tests.desk.form_room import with_theme
from tests.desk.lines import line
from tests.scenes import NOW


@pytest.fixture
def model(qapp: QApplication) -> Iterator[ReportModel]:
    with_theme(qapp)
    made = ReportModel(lambda: NOW, "jansen")
    yield made
    made.deleteLater()


def many(count: int, first: int = 0) -> list[ReportLine]:
    """`count` reports, a minute apart, the newest first."""
    return [line(n, minutes=n) for n in range(first, first + count)]


def ids(lines: Sequence[ReportLine]) -> list[str]:
    return [one.id for one in lines]


def test_the_window_never_holds_more_than_its_size(model: ReportModel) -> None:
    model.reset(many(100), above=False, below=True)
    for page in range(1, 12):
        model.append(many(100, page * 100), more=True)
        assert len(model.lines) <= MOST
    assert model.first == 1200 - MOST
    assert model.more_above
    assert ids(model.lines) == ids(many(MOST, 1200 - MOST))
    while top := model.first:
        model.prepend(many(min(100, top), top - min(100, top)), more=top > 100)
        assert len(model.lines) <= MOST
    assert model.first == 0
    assert ids(model.lines) == ids(many(MOST))
    assert model.more_below


def test_new_rows_come_in_above_and_are_told_apart_from_rows_that_were_there(
    model: ReportModel,
) -> None:
    model.reset(many(5, 10), above=False, below=False)
    seen: list[tuple[int, int, bool]] = []
    model.rowsInserted.connect(lambda _p, a, b: seen.append((a, b, model.arriving)))
    late = line(99, minutes=12.5)
    fresh = [line(1, minutes=1), line(2, minutes=2), *many(3, 10), late, *many(2, 13)]
    model.take(fresh, {}, set())
    assert ids(model.lines) == ids(fresh)
    model.append(many(3, 20), more=False)
    assert seen.pop() == (8, 10, False)
    assert sorted(seen) == [(0, 1, True), (5, 5, True)]


def test_a_row_that_left_the_filter_stays_muted_while_it_is_in_sight(model: ReportModel) -> None:
    lines = many(4)
    model.reset(lines, above=False, below=False)
    done = line(1, minutes=1, status="processed")
    others = {done.id: done}
    model.take([lines[0], *lines[2:]], others, {done.id})
    assert ids(model.lines) == ids(lines)
    assert model.left == {done.id}
    assert model.cells(1)[6].tone == "muted"
    model.take([lines[0], *lines[2:]], others, set())
    assert done.id not in ids(model.lines)
    assert not model.left


def test_a_row_that_is_gone_goes_even_while_it_is_read(model: ReportModel) -> None:
    lines = many(4)
    model.reset(lines, above=False, below=False)
    model.take(lines[1:], {}, {lines[0].id})
    assert ids(model.lines) == ids(lines[1:])


def test_only_rows_that_differ_are_painted_again(model: ReportModel) -> None:
    lines = many(10)
    model.reset(lines, above=False, below=False)
    seen: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda a, b: seen.append((a.row(), b.row())))
    lines[3] = line(3, minutes=3, status="closed")
    lines[4] = line(4, minutes=4, owner="smit")
    lines[8] = line(8, minutes=8, unread=True)
    model.take(lines, {}, set())
    assert seen == [(3, 4), (8, 8)]


def test_what_is_being_written_is_shown_over_older_answers(model: ReportModel) -> None:
    lines = many(3)
    model.reset(lines, above=False, below=False)
    model.guess({lines[1].id}, {"status": "processed"})
    model.guess({lines[1].id}, {"owner": "jansen"})
    model.take(lines, {}, set())
    assert (model.lines[1].status, model.lines[1].owner) == ("processed", "jansen")
    model.written()
    model.take(lines, {}, set())
    assert (model.lines[1].status, model.lines[1].owner) == ("new", "jansen")
    model.written()
    model.take(lines, {}, set())
    assert model.lines == lines


def test_a_report_whose_time_was_set_right_moves(model: ReportModel) -> None:
    lines = many(5)
    model.reset(lines, above=False, below=False)
    moved = line(1, minutes=3.5)
    wanted = [lines[0], lines[2], lines[3], moved, lines[4]]
    model.take(wanted, {}, set())
    assert ids(model.lines) == ids(wanted)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_changes_the_window_ends_as_the_store_says(model: ReportModel, seed: int) -> None:
    chance = random.Random(seed)
    there = {n: line(n, minutes=n) for n in chance.sample(range(300), 120)}

    def stored() -> list[ReportLine]:
        return sorted(there.values(), key=lambda one: -one.place)

    model.reset(stored(), above=False, below=False)
    for _ in range(12):
        for n in chance.sample(range(300), 30):
            if n in there and chance.random() < 0.5:
                del there[n]
            else:
                there[n] = line(
                    n, minutes=n + chance.choice((0, 0, 0.5)), owner=chance.choice("ab")
                )
        model.take(stored(), {}, set())
        assert model.lines == stored()


def test_a_window_that_swells_in_the_middle_is_cut_where_nobody_reads(model: ReportModel) -> None:
    lines = many(MOST)
    model.reset(lines, above=False, below=False)
    late = [line(1000 + n, minutes=50 + n / 1000) for n in range(60)]
    wanted = sorted([*lines, *late], key=lambda one: -one.place)
    model.take(wanted, {}, {lines[0].id})
    assert len(model.lines) == MOST
    assert model.lines[0].id == lines[0].id
    assert model.more_below


def test_places_and_rows_are_estimated_between_what_is_known() -> None:
    points = [(0, 1_000_000), (100, 900_000), (200, 890_000), (1_000, 0)]
    assert place_near(points, 50) == 950_000
    assert place_near(points, 600) == 445_000
    assert row_near(points, 950_000) == 50
    assert row_near(points, 445_000) == 600
    assert place_near(points, 5_000) == 0
    assert row_near(points, 2_000_000) == 0
