"""The warning "looks like one already there" comes for the same thing told twice, only then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kcr2desk.store.rows import Db
from kcr2desk.store.similar import similar
from tests.store import lists
from tests.store.lists import MINUTE, NOON, a_report

FIRE: dict[str, Any] = {
    "title": "Natuurbrand Hoog Buurlo", "text": "Wandelaar ziet rookpluim boven de heide.",
    "region": "VR06", "municipality": "GM0200", "place": "Hoog Buurlo",
}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Db]:
    made = lists.make_db(tmp_path_factory.mktemp("similar") / "cache.db")
    lists.put(made, [
        a_report(NOON, 1, **FIRE),
        a_report(NOON - 120 * MINUTE, 2, **{**FIRE, "title": "Natuurbrand Hoog Buurlo eerder"}),
        a_report(NOON - 5 * MINUTE, 3, title="Stroomstoring Apeldoorn", region="VR06"),
        a_report(NOON - 6 * MINUTE, 4, title="Dijk Bunde kwel", region="VR24"),
        a_report(NOON - 7 * MINUTE, 5, **{**FIRE, "removed": True}),
    ])  # fmt: skip
    yield made
    made.close()


def titles(db: Db, limit: int = 5, **values: Any) -> list[str]:
    return [line.title for line in similar(db, values, limit)]


@pytest.mark.parametrize("values", [
    {"title": "Brand bij Hoog Buurlo", "region": "VR06"},
    {"title": "natuurbrand HOOG BUURLO", "region": "VR06", "place": "hoog buurlo"},
    {"title": "Rookpluim gezien boven heide Buurlo", "municipality": "GM0200", "region": "VR06"},
    {"title": "Rook", "text": "Rookpluim boven heide", "region": "VR06"},
    {"title": "Natuurbrand Hoog Buurlo", "region": ""},
    {"title": "Natuurbrand Hoog Buurlo", "received_at": NOON + 55 * MINUTE, "region": "VR06"},
    {"title": "Natuurbrand Hoog Buurlo", "received_at": NOON - 30 * MINUTE, "region": "VR06"},
])  # fmt: skip
def test_warns_of_the_same_thing_told_again(db: Db, values: dict[str, Any]) -> None:
    assert titles(db, **{"received_at": NOON, **values}) == ["Natuurbrand Hoog Buurlo"]


@pytest.mark.parametrize("values", [
    {"title": "", "region": "VR06"},
    {"title": "Natuurbrand Hoog Buurlo", "region": "VR02"},
    {"title": "Aanrijding A1 bij Stroe", "region": "VR06"},
    {"title": "Natuurbrand bij Ermelo", "region": "VR06", "municipality": "GM0233"},
    {"title": "Natuurbrand Hoog Buurlo", "received_at": NOON + 61 * MINUTE, "region": "VR06"},
    {"title": "Het is bij de van en", "region": "VR06"},
    {"title": '" OR * NOT (', "region": "VR06"},
])  # fmt: skip
def test_does_not_nag(db: Db, values: dict[str, Any]) -> None:
    assert titles(db, **{"received_at": NOON, **values}) == []


def test_takes_python_values_too(db: Db) -> None:
    when = datetime.fromtimestamp(NOON / 1000, UTC)
    assert titles(db, **{**FIRE, "received_at": when}) == ["Natuurbrand Hoog Buurlo"]
    assert titles(db, **{**FIRE, "received_at": None, "occurred_at": when}) == [
        "Natuurbrand Hoog Buurlo"
    ]
    assert titles(db, **FIRE) == ["Natuurbrand Hoog Buurlo"]  # no time: that of the newest


def test_leaves_the_report_itself_out(db: Db) -> None:
    own = a_report(NOON, 1).id
    assert titles(db, **FIRE, id=own, received_at=NOON) == []


def test_the_likest_comes_first(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    told = ["Gaslek Markt Zwolle", "Gaslek Zwolle ontruiming school", "Gaslek Markt"]
    lists.put(made, [a_report(NOON + n, n, title=title, region="VR04")
                     for n, title in enumerate(told)])  # fmt: skip
    found = titles(made, title="Gaslek Markt Zwolle", region="VR04", received_at=NOON)
    assert found[0] in (told[0], told[2])
    assert set(found) == set(told)
    assert titles(made, 1, title="Gaslek Markt Zwolle", region="VR04", received_at=NOON) == [
        found[0]
    ]
    made.close()


def test_an_empty_cache_has_nothing_alike(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    assert similar(made, FIRE) == ()
    made.close()
