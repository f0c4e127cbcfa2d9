"""Candidates while a registrar types, and the keys by which they are found."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.core.ids import derived_id
from kcr2desk.core.repatriation.people import BORN, line_id, link_id
from kcr2desk.store import Cache, layout, loading, person_keys, rows
from tests.store.fake_hub import open_cache
from tests.store.whole import assert_whole

OPERATION = derived_id(BORN, "operation")
STREAM = f"operation:{OPERATION}"
OTHER = f"operation:{derived_id(BORN, 'other')}"
FLIGHT = derived_id(BORN, "flight")


def person(cache: Cache, **fields: Any) -> str:
    return cache.create("person", fields, stream=STREAM)


def line(cache: Cache, key: str, **fields: Any) -> str:
    made = line_id(OPERATION, "manifest", key)
    told = {"about": OPERATION, "arrival": FLIGHT, "key": key, **fields}
    return cache.create("manifestline", told, stream=STREAM, id=made)


def ids(cache: Cache, limit: int = 12, **typed: Any) -> list[str]:
    return [each.id for each in cache.candidates(STREAM, typed, limit)]


def reasons(cache: Cache, of: str, **typed: str) -> set[str]:
    return next({*c.reasons} for c in cache.candidates(STREAM, typed) if c.id == of)


@pytest.fixture
def hall(cache: Cache) -> dict[str, str]:
    """A few people, some on the list and some at a desk."""
    return {
        "jansen": line(
            cache, "1", family_name="Jansen", prefix="", given_names="Pieter Willem", seat="12C",
            birth_date="1965-03-10", document_number="NX8R2F4K1", phone="+31 6 12345678",
        ),
        "berg": line(cache, "2", family_name="Berg", prefix="van den", given_names="Anouk"),
        "ozturk": person(
            cache, family_name="Öztürk", given_names="Şükrü", birth_date="1980-11-02",
            wristband="KCR0001234", number="P-2026-K7-0142-3",
        ),
        "haddad": person(cache, spoken_name="Mohammed el Haddad", arrival=FLIGHT),
        "muller": line(cache, "3", family_name="MUELLER", given_names="ERIKA"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "who", "why"),
    [
        ({"any": "jan"}, "jansen", "name"),
        ({"any": "Wil"}, "jansen", "name"),
        ({"any": "OZT"}, "ozturk", "name"),
        ({"any": "sukru"}, "ozturk", "name"),
        ({"any": "vandenb"}, "berg", "name"),
        ({"any": "van den Be"}, "berg", "name"),
        ({"any": "mül"}, "muller", "name_near"),
        ({"any": "muhamad"}, "haddad", "sound"),
        ({"any": "12c", "arrival": FLIGHT}, "jansen", "seat"),
        ({"any": "012C"}, "jansen", "seat"),
        ({"seat": "12 C", "arrival": FLIGHT}, "jansen", "seat"),
        ({"any": "kcr0001234"}, "ozturk", "number"),
        ({"wristband": "KCR0001234"}, "ozturk", "wristband"),
        ({"any": "0142-3"}, "ozturk", "number"),
        ({"any": "P-2026-K7-0142-3"}, "ozturk", "number"),
        ({"any": "NX8R"}, "jansen", "document"),
        ({"document_number": "nx8r2f4kI"}, "jansen", "document"),
        ({"any": "06-12345678"}, "jansen", "phone"),
        ({"phone": "0031612345678"}, "jansen", "phone"),
        ({"any": "10-03-1965"}, "jansen", "birth"),
        ({"any": "1965-03-10"}, "jansen", "birth"),
        ({"birth_date": "1965-10-03"}, "jansen", "birth"),
        ({"family_name": "Jansen", "given_names": "Piet"}, "jansen", "name"),
        ({"spoken_name": "Haddad, Mohamed"}, "haddad", "name"),
    ],
)
def test_what_is_typed_finds_somebody_and_says_why(
    cache: Cache, hall: dict[str, str], typed: dict[str, str], who: str, why: str
) -> None:
    assert ids(cache, **typed)[:1] == [hall[who]]
    assert why in reasons(cache, hall[who], **typed)


@pytest.mark.parametrize("typed", ["", "  ", "j", "ja", "zzz", "'", '"%_', "12", "@", "\0"])
def test_little_or_nonsense_finds_nobody(cache: Cache, hall: dict[str, str], typed: str) -> None:
    assert ids(cache, any=typed) == []


def test_the_likest_comes_first(cache: Cache) -> None:
    son = line(cache, "a", family_name="Vries", given_names="Jan", birth_date="1998-05-05")
    father = line(cache, "b", family_name="Vries", given_names="Jan", birth_date="1965-05-05")
    other = line(cache, "c", family_name="Vriesman", given_names="Karel")
    found = ids(cache, family_name="de Vries", given_names="Jan", birth_date="1965-05-05")
    assert found == [father, son, other]
    assert ids(cache, family_name="Vries", limit=1) in ([father], [son])


def test_who_is_on_the_same_arrival_comes_before_a_namesake_elsewhere(cache: Cache) -> None:
    elsewhere = person(cache, family_name="Bakker", given_names="Anna")
    here = line(cache, "a", family_name="Bakker", given_names="Anna")
    assert ids(cache, any="bak", arrival=FLIGHT) == [here, elsewhere]


def test_a_line_that_is_somebody_already_gives_way_to_that_person(cache: Cache) -> None:
    listed = line(cache, "a", family_name="Kuiper")
    someone = person(cache, family_name="Kuiper")
    cache.edit("manifestline", listed, {"person": someone})
    assert ids(cache, any="kui") == [someone]


def test_who_was_said_to_be_somebody_else_is_no_candidate_again(cache: Cache) -> None:
    one, other = person(cache, family_name="Kuiper"), person(cache, family_name="Kuiper")
    assert ids(cache, any="kuiper", id=one) == [other]
    link = {"one": one, "other": other, "verdict": "different"}
    cache.create("personlink", link, stream=STREAM, id=link_id(one, other))
    assert ids(cache, any="kuiper", id=one) == []
    assert set(ids(cache, any="kuiper")) == {one, other}


def test_another_operation_is_never_looked_into(cache: Cache) -> None:
    cache.create("person", {"family_name": "Kuiper"}, stream=OTHER)
    assert ids(cache, any="kuiper") == []
    assert len(cache.candidates(OTHER, {"any": "kuiper"})) == 1


def test_a_bsn_is_no_key(cache: Cache) -> None:
    person(cache, family_name="Kuiper", bsn="123456782")
    assert ids(cache, any="123456782") == []
    keys = cache.writer().execute("SELECT key FROM person_key").fetchall()
    assert not any("2345678" in key or "8765432" in key for (key,) in keys)


def test_of_many_who_share_the_beginning_of_a_name_the_one_meant_is_found(cache: Cache) -> None:
    many = [
        {"family_name": f"Janssen{n % 40}", "given_names": "Mohamed", "birth_date": ""}
        for n in range(1600)
    ]
    made = [
        rows.Row("person", derived_id(BORN, str(n)), STREAM, 1, 1, rows.whole("person", told))
        for n, told in enumerate(many)
    ]
    cache._room.write(lambda work: rows.write(work.db, made))
    meant = person(cache, family_name="Janszoon", given_names="Mohamed")
    assert ids(cache, any="jan moh janszoon")[0] == meant
    assert len(ids(cache, any="jan")) == 12
    assert_whole(cache)


# -- the keys and their rows -----------------------------------------------------------------------


def test_keys_follow_edits_removal_and_undo(cache: Cache) -> None:
    made = person(cache, family_name="Kuiper", document_number="AB1234567", arrival=FLIGHT)
    cache.edit("person", made, {"family_name": "Smid", "arrival": ""})
    assert ids(cache, any="kuiper") == []
    assert ids(cache, any="smid") == [made]
    removed = cache.remove("person", made)
    assert ids(cache, any="smid") == []
    assert_whole(cache)
    cache.undo([removed])
    assert ids(cache, document_number="AB12") == [made]
    assert_whole(cache)


def test_what_is_emptied_is_in_no_key(cache: Cache) -> None:
    made = person(cache, family_name="Kuiper", document_number="AB1234567", phone="0612345678")

    def empty(work: Any) -> None:
        found = rows.load(work.db, "person", [made])[made]
        found.values = rows.whole("person", {})
        rows.write(work.db, [found])

    cache._room.write(empty)
    assert cache.writer().execute("SELECT count(*) FROM person_key").fetchone() == (0,)


def test_a_stream_that_is_dropped_leaves_no_key(cache: Cache) -> None:
    person(cache, family_name="Kuiper")
    cache.create("person", {"family_name": "Kuiper"}, stream=OTHER)
    cache._room.write(lambda work: loading.drop(work, STREAM))
    assert ids(cache, any="kuiper") == []
    assert len(cache.candidates(OTHER, {"any": "kuiper"})) == 1
    streams = cache.writer().execute("SELECT DISTINCT stream FROM person_key").fetchall()
    assert streams == [(person_keys.number(OTHER),)]


def test_another_shape_of_keys_makes_the_rows_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_cache(tmp_path) as cache:
        made = person(cache, family_name="Kuiper")
    monkeypatch.setattr(layout, "KEYS_VERSION", layout.KEYS_VERSION + 1)
    with open_cache(tmp_path) as cache:
        assert cache.opening.loaded_anew
        assert ids(cache, any="kuiper") == [made]
        assert_whole(cache)


def test_names_are_in_no_file_in_the_clear(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        person(cache, family_name="Kuiperstein", document_number="QXR7654321")
        for path in (p for p in tmp_path.rglob("*") if p.is_file()):
            text = path.read_bytes().lower()
            assert b"kuiperstein" not in text
            assert b"qxr7654321" not in text
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "cache.db").execute("SELECT * FROM person_key")


TOLD = st.fixed_dictionaries(
    {},
    optional={
        "family_name": st.sampled_from(["Jansen", "van der Berg", "Öztürk", "", "İnan", "أحمد"]),
        "given_names": st.text(max_size=12),
        "other_names": st.text(max_size=12),
        "spoken_name": st.text(max_size=20),
        "birth_date": st.sampled_from(["", "1965", "1965-03", "1965-03-10", "x", "1965-13-45"]),
        "document_number": st.text(max_size=15),
        "phone": st.text("0123456789+() -/", max_size=20),
        "seat": st.text("0123456789ABc ", max_size=5),
        "arrival": st.sampled_from(["", FLIGHT]),
        "wristband": st.text(max_size=10),
        "postcode": st.text(max_size=8),
        "street": st.text(max_size=20),
        "mail": st.text("ab@., ", max_size=10),
    },
)


@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(told=st.lists(st.tuples(st.integers(0, 3), TOLD), max_size=8))
def test_the_keys_are_always_those_of_the_rows(
    cache: Cache, told: list[tuple[int, dict[str, str]]]
) -> None:
    made = [record.id for record in cache.all("person", stream=STREAM)]
    for which, fields in told:
        if which < len(made):
            cache.edit("person", made[which], fields)
        else:
            made.append(person(cache, **fields))
        cache.candidates(STREAM, {**fields, "any": fields.get("spoken_name", "")})
    assert_whole(cache)
