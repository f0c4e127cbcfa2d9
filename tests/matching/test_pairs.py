"""Pairs within lists: made-up sets with known truth, a FEBRL file, and blocks too large."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.cli.bench_people import Kind, measured, of_febrl, people
from kcr2desk.core.repatriation.people import ManifestLine, Person, link_id
from kcr2desk.matching import KeyIndex, keys_of, likeness, pairs
from kcr2desk.matching.traits import traits


def found_in(lines: list[ManifestLine]) -> set[frozenset[str]]:
    return {frozenset((pair.one, pair.other)) for pair in pairs(lines)}


def test_the_febrl_file(shared_data: Path) -> None:
    with (shared_data / "persons" / "febrl_dataset1.csv").open(encoding="utf-8") as file:
        set_ = of_febrl(csv.DictReader(file))
    recall, precision = measured(found_in(set_.lines), set_.truth)
    assert recall >= 0.97
    assert precision >= 0.99


@pytest.mark.parametrize(
    ("seed", "kind", "recall"),
    [
        (1, Kind(originals=700), 0.97),
        (2, Kind(originals=700, wrong=4), 0.98),
        (3, Kind(originals=2000, duplicated=0.5), 0.97),
        (4, Kind(originals=700, wrong=10, each=4), 0.90),  # hardly anything is left of some
        (5, Kind(originals=700, documents=0.3), 0.93),  # half have no passport
    ],
)
def test_made_up_lists_with_families_and_twins(seed: int, kind: Kind, recall: float) -> None:
    set_ = people(seed, kind)
    got, precision = measured(found_in(set_.lines), set_.truth)
    assert got >= recall
    assert precision >= 0.99


def test_the_keys_lose_hardly_anything() -> None:
    """What is alike enough to be proposed is found by a key, but for a pair in a thousand."""
    set_ = people(6, Kind(originals=500))
    by_id = {line.id: line for line in set_.lines}
    alike = set()
    for pair in set_.truth:
        one, other = (by_id[id_] for id_ in pair)
        if likeness(one, other).proposed:
            alike.add(pair)
    shared = {p for p in alike if len({k for i in p for k in keys_of(by_id[i])}) <
              sum(len(keys_of(by_id[i])) for i in p)}  # fmt: skip
    assert len(alike - shared) <= len(alike) / 1000 + 1


def test_who_was_ruled_on_is_not_proposed_again() -> None:
    set_ = people(7, Kind(originals=60, duplicated=1.0))
    every = pairs(set_.lines)
    ruled = {pair.link for pair in every[::2]}
    again = pairs(set_.lines, ruled=ruled)
    assert {p.link for p in again} == {p.link for p in every} - ruled
    assert all(pair.link == link_id(pair.one, pair.other) for pair in every)


def test_what_is_new_is_compared_with_what_is_there_but_not_that_with_itself() -> None:
    set_ = people(8, Kind(originals=80, duplicated=1.0))
    fresh, there = set_.lines[:40], set_.lines[40:]
    new = {line.id for line in fresh}
    every = {frozenset((p.one, p.other)) for p in pairs(set_.lines)}
    some = {frozenset((p.one, p.other)) for p in pairs(fresh, there)}
    assert some <= {pair for pair in every if pair & new} | some
    assert all(pair & new for pair in some)
    assert len({p for p in every if p & new} - some) <= 2  # rarity is counted over the same names


def test_a_list_on_which_all_share_something_is_no_square() -> None:
    """A travel agent's phone and mail, one street and house, one birth date, one name."""
    crowd = [
        ManifestLine(
            id=f"{n:05}", stream="operation:x", about="x", phone="+31612345678", mail="a@b.nl",
            street="Kampweg 1", postcode="1234AB", city="Kamp", birth_date="1990-01-01",
            family_name="Ali", given_names=f"Mohamed {chr(97 + n % 26)}", party="ABC123",
        )
        for n in range(4000)
    ]  # fmt: skip
    one, other = (
        ManifestLine(
            id=id_, stream="operation:x", about="x", phone="+31612345678", mail="a@b.nl",
            document_number="NX8R2F4K1", family_name="Berg", given_names="Anna",
        )
        for id_ in ("x", "y")
    )  # fmt: skip
    found = pairs([one, *crowd, other])
    assert link_id("x", "y") in {pair.link for pair in found}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {}, optional={
                name: st.text(max_size=12)
                for name in ("family_name", "given_names", "spoken_name", "birth_date", "phone",
                             "mail", "document_number", "street", "postcode", "city", "seat")
            }
        ), max_size=6,
    )
)  # fmt: skip
def test_whatever_was_typed_is_compared(told: list[dict[str, Any]]) -> None:
    made = [Person(id=str(n), stream="operation:x", **each) for n, each in enumerate(told)]
    for pair in pairs(made):
        assert pair.one != pair.other
        assert pair.likeness.reasons
        assert "" not in keys_of(made[int(pair.one)])


def test_an_index_forgets_what_it_is_told_to_forget() -> None:
    index = KeyIndex()
    one = Person(id="1", stream="s", family_name="Berg", given_names="Anna", phone="0612345678")
    other = Person(id="2", stream="s", family_name="Berg", given_names="Anna", mail="a@b.nl")
    index.put("1", keys_of(one))
    index.put("2", keys_of(other))
    assert index.near("1", 10) == ["2"]
    index.put("2", keys_of(traits({})))
    assert index.near("1", 10) == []
    assert len(index) == 1
    index.put("1", ())
    assert len(index) == 0
    assert not index._by_key
