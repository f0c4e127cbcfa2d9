"""What officers type is found, however it is written, and nothing that they type is an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.core.records import blank_values
from kcr2desk.core.text import normal
from kcr2desk.store import reading
from kcr2desk.store.prefixes import MOST, spread
from kcr2desk.store.query import ReportQuery
from kcr2desk.store.rows import Db, Row
from kcr2desk.store.search import asked, marks, occurs
from kcr2desk.store.terms import facet
from tests.store import lists
from tests.store.lists import MINUTE, NOON, a_report

FIRE = {
    "number": "M-2026-07-0142-3",
    "title": "Natuurbrand bevestigd: 2 ha heide bij Hoog Buurlo",
    "text": "Loopt langs de A1 richting Radio Kootwijk. Zie ook M-2026-06-K7-0009-4. "
    "Eén café geëvacueerd; 't Harde blijft open. Terugbellen: 055-5483000.",
    "informant": "OvD brandweer VNOG",
    "caller": "Jansen-de Wit",
    "callback": "+31 6 1234 5678",
    "region": "VR06",
    "municipality": "GM0200",
    "place": "Hoog Buurlo",
    "owner": "devries",
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Db]:
    """One fire to be found, among others."""
    made = lists.make_db(tmp_path_factory.mktemp("search") / "cache.db")
    others = [
        a_report(NOON - 2 * MINUTE, 1, title="Stroomstoring Alkmaar", region="VR10"),
        a_report(NOON - 3 * MINUTE, 2, title="Oefening brand", number="M-2026-07-0143-8"),
        a_report(NOON - 4 * MINUTE, 3, title="Hoogwater", text="Buurlo niet hoog", region="VR02"),
    ]
    lists.put(made, [a_report(NOON, 0, **FIRE), *others])  # type: ignore[arg-type]
    yield made
    made.close()


def found(db: Db, text: str) -> list[str]:
    return [line.title.split()[0] for line in reading.page(db, ReportQuery(text=text)).lines]


@pytest.mark.parametrize("text", [
    "natuurbrand", "NATUURBRAND", "natuurbr", "nat", "heide natuur", "Natuurbrand bevestigd:",
    '"hoog buurlo"', '"Hoog  Buurlo"', '"radio kootwijk', "geevacueerd", "geëva", "cafe", "EEN",
    "M-2026-07-0142-3", "m-2026-07-0142-3", "M-2026-07-0142", "M-2026-07-014 nat", "2026-07-0142",
    "0142", "0142-3", "M-2026-06-K7-0009-4", "m-2026-06-k7",
    "+31 6 1234 5678", "+31612345678", "0612345678", "06-12345678", "06 1234 56", "0031612345678",
    "06-1234", "1234 5678", "055 548 3000", "055-5483000", "0555483000", "+31 55 548 30 00",
    "VNOG", "vr06", "Noord- en Oost-Gelderland", "noordoost-gelderland", "Apeldoorn", "apeld",
    "Jansen-de Wit", "jansen wit", "jansen 06-12345678", "devries", "A1", "a1 ", "'t harde", "2 ha",
    "heide -oefening", "natuurbrand -zzz", "OvD (brandweer)", "natuurbrand OR", "natuurbrand b",
])  # fmt: skip
def test_finds_the_fire_alone(db: Db, text: str) -> None:
    if text == "natuurbrand OR":  # operators are words like others
        assert found(db, text + " ") == []
        text = text.removesuffix(" OR")
    assert found(db, text) == ["Natuurbrand"]


@pytest.mark.parametrize("text", [
    "natuurbrant", '"buurlo hoog"', "M-2026-07-0142-4", "0612345679", "heide -natuurbrand",
    '"hoog buurl"', "VRF heide", "na ", "natuurbrand -geevacueerd", "buurlo -hoog", "brandnatuur",
])  # fmt: skip
def test_does_not_find_the_fire(db: Db, text: str) -> None:
    assert "Natuurbrand" not in found(db, text)


@pytest.mark.parametrize("text", ["", "  ", '"', '""', "-", "--", "()", "*", ":", "b", "br", "-b"])
def test_what_asks_nothing_hides_nothing(db: Db, text: str) -> None:
    assert len(found(db, text)) == 4


@pytest.mark.parametrize("text", ["-oefening", "-Oef"])
def test_leaves_out(db: Db, text: str) -> None:
    assert found(db, text) == ["Natuurbrand", "Stroomstoring", "Hoogwater"]


def test_a_region_is_found_by_all_its_names(db: Db) -> None:
    for text in ("Fryslân", "fryslan", "Friesland", "VRF", "VR02"):
        assert found(db, text) == ["Hoogwater"]


@given(st.text(max_size=60).map(normal))
@settings(max_examples=200, deadline=None)
def test_no_text_is_a_wrong_question(db: Db, text: str) -> None:
    reading.page(db, ReportQuery(text=text))
    reading.search(db, text)
    marks(text, text)


@pytest.mark.parametrize("text", [
    'NEAR("a" "b", 3)', "body:brand", "{body facet}: x", "a AND (b OR c", "NOT NOT", "^brand",
    "brand*", "+ + +", "'; DROP TABLE report;--", '"a" + "b"', "\N{REPLACEMENT CHARACTER}",
    "\U000f0001\U000f0002", "x" * 5000, "woord " * 2000, "-a " * 2000, "日本語", "مرحبا",
])  # fmt: skip
def test_signs_and_operators_are_text(db: Db, text: str) -> None:
    reading.page(db, ReportQuery(text=text))
    reading.search(db, text)


def test_a_report_cannot_pass_for_what_a_filter_asks(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    passing = f"x {facet('s', 'closed')} y"
    told = ("number", "title", "text", "region", "municipality", "place", "owner", "caller")
    lists.put(made, [a_report(NOON, 1, **dict.fromkeys(told, passing))])  # type: ignore[arg-type]
    assert reading.page(made, ReportQuery(status=("closed",))).lines == ()
    assert len(reading.page(made, ReportQuery(status=("new",))).lines) == 1
    made.close()


WORD = st.text(alphabet="abcdeé13", min_size=1, max_size=7)


@given(words=st.lists(WORD, min_size=1, max_size=4), at=st.integers(0, 9), cut=st.integers(3, 7))
@settings(max_examples=60, deadline=None)
def test_every_word_is_found_by_each_of_its_beginnings(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], at: int, cut: int
) -> None:
    made = lists.make_db(tmp_path_factory.mktemp("word") / "cache.db")
    lists.put(made, [a_report(NOON, 1, title=" ".join(words))])
    word = words[at % len(words)]
    for typed in {word, word[:cut].upper()} if len(word) >= cut else {word}:
        assert len(reading.page(made, ReportQuery(text=typed + " ")).lines) == 1
    made.close()


def test_a_beginning_stands_for_the_words_that_are_there(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    words = ["brandweer", "brandweerpost", "brandwond", "brand", "Brandwerende", "bran"]
    lists.put(made, [a_report(NOON + n, n, title=word) for n, word in enumerate(words)])
    assert spread(made, "brandweerp") == ('"brandweerpost"',)
    assert spread(made, "brandwe") == ('"brandweer"*', '"brandwere"*')
    assert spread(made, "BRAN") == ('"bran"', '"brand"', '"brandw"*')
    assert spread(made, "zeldzaam") == ()
    assert spread(made, "bra") is None
    assert spread(made, "brandw") is None
    assert spread(made, "brandweer") is None
    assert [len(reading.page(made, ReportQuery(text=text)).lines)
            for text in ("bra", "bran", "brand", "brandw", "brandwe", "brandweer")] == [
        6, 6, 5, 4, 3, 2,
    ]  # fmt: skip
    made.close()


def test_a_beginning_of_very_many_words_finds_them_all(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    for n in range(MOST + 50):
        lists.put(made, [a_report(NOON + n, n, title=f"zeldzaamheid{n:04}")])
    assert spread(made, "zeldzaamheid") is None
    assert reading.count(made, ReportQuery(text="zeldzaamheid")).number == MOST + 50
    assert reading.count(made, ReportQuery(text="zeldz")).number == MOST + 50
    made.close()


# -- the finder --------------------------------------------------------------------------------


def test_search_tells_what_where_and_when(db: Db) -> None:
    (hit,) = reading.search(db, "kootwijk")
    assert (hit.type, hit.number, hit.when) == ("report", "M-2026-07-0142-3", NOON)
    assert [hit.excerpt[a:b] for a, b in hit.marks] == ["Kootwijk"]
    assert hit.title.startswith("Natuurbrand")


@pytest.mark.parametrize(("text", "marked"), [
    ("natuur", ["Natuurbrand"]), ("brand", []), ("hoog buurlo", ["Hoog", "Buurlo"]),
    ('"hoog buurlo"', ["Hoog Buurlo"]), ("bevestigd -zzz", ["bevestigd"]),
])  # fmt: skip
def test_marks_stand_on_what_matched(text: str, marked: list[str]) -> None:
    title = str(FIRE["title"])
    assert [title[a:b] for a, b in marks(title, text)] == marked


@pytest.mark.parametrize("typed", ["06 1234 5678", "0612345678", "+31612345678", "06-1234567"])
def test_a_telephone_number_is_marked_however_it_was_typed(typed: str) -> None:
    text = "Bel +31 6 1234 5678 of 055-5483000."
    assert [text[a:b] for a, b in marks(text, typed)] == ["+31 6 1234 5678"]


def test_a_number_is_marked_whole() -> None:
    text = "Zie M-2026-07-0142-3 van gisteren."
    for typed in ("M-2026-07-0142-3", "2026-07-0142", "m-2026-07"):
        assert [text[a:b] for a, b in marks(text, typed)] == ["M-2026-07-0142-3"]


def test_an_excerpt_shows_the_match_of_a_long_text(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    text = "vooraf " * 500 + "hier staat de speld in de hooiberg " + "achteraf " * 500
    lists.put(made, [a_report(NOON, 1, title="Lang", text=text)])
    (hit,) = reading.search(made, "speld hooi")
    assert [hit.excerpt[a:b] for a, b in hit.marks] == ["speld", "hooiberg"]
    assert len(hit.excerpt) < 200
    made.close()


def test_search_keeps_to_its_limit_newest_first(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    lists.put(made, [a_report(NOON + n * MINUTE, n, title=f"Brand {n}") for n in range(700)])
    hits = reading.search(made, "brand", 600)
    assert [hit.title for hit in hits] == [f"Brand {n}" for n in range(699, 99, -1)]
    assert reading.search(made, " ") == ()
    made.close()


def test_search_finds_incidents_and_owners_too(tmp_path: Path) -> None:
    made = lists.make_db(tmp_path / "cache.db")
    blank = blank_values("incident")
    first = "01900000-0000-7000-8000-000000000001"
    lists.put(made, [
        Row("incident", first, "national", 1, 0,
            {**blank, "title": "Natuurbrand Veluwe", "number": "I-2026-07-0004-4"}),
        Row("incident", first.replace("1901", "1902")[:-1] + "2", "national", 1, 0,
            {**blank, "title": "Hoogwater", "removed": True}),
    ])  # fmt: skip
    for text in ("veluwe", "natuurb", "I-2026-07-0004-4", "i-2026-07"):
        (hit,) = reading.search(made, text, type_name="incident")
        assert (hit.type, hit.title, hit.number) == (
            "incident", "Natuurbrand Veluwe", "I-2026-07-0004-4",
        )  # fmt: skip
    assert reading.search(made, "hoogwater", type_name="incident") == ()
    made.close()


@given(text=st.text(alphabet='ab1 é-"', max_size=20), title=st.text(alphabet="ab1 é-", max_size=20))
@settings(max_examples=120, deadline=None)
def test_reading_a_text_rules_as_the_index_does(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str
) -> None:
    made = lists.make_db(tmp_path_factory.mktemp("rules") / "cache.db")
    lists.put(made, [a_report(NOON, 1, title=title)])
    source = "KCR2"
    assert source not in title
    indexed = len(reading.page(made, ReportQuery(text=text)).lines) == 1
    assert occurs(asked(text), title) == indexed
    made.close()
