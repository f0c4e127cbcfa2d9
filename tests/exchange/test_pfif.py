"""PFIF of every version in, 1.4 out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.core.records import wire_values
from kcr2desk.exchange.listed import ListedFile
from kcr2desk.exchange.pfif import (
    PfifNote,
    PfifPerson,
    PfifSource,
    is_pfif,
    read_pfif,
    write_pfif,
)
from kcr2desk.exchange.problems import sentence
from tests.exchange.pfif_checks import broken_rules

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SOURCE = PfifSource("kcr2.example.nl", "KCR2", NOW, NOW + timedelta(days=30))


def read(data: bytes | str) -> ListedFile:
    listed = read_pfif(data.encode() if isinstance(data, str) else data, "p.xml", NOW)
    for problem in listed.problems:
        assert sentence(problem, "nl") != sentence(problem, "en")
    for line in listed.lines:
        wire_values("manifestline", line.fields)
    return listed


def codes(listed: ListedFile) -> list[str]:
    return [problem.code for problem in listed.problems]


def pfif(*persons: str, version: str = "1.4") -> str:
    return f'<pfif xmlns="http://zesty.ca/pfif/{version}">{"".join(persons)}</pfif>'


def person(local: str, *more: str, **fields: str) -> str:
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items())
    record_id = f"<person_record_id>x.org/person.{local}</person_record_id>" if local else ""
    return f"<person>{record_id}{inside}{''.join(more)}</person>"


def note(local: str, **fields: str) -> str:
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items())
    return f"<note><note_record_id>x.org/note.{local}</note_record_id>{inside}</note>"


@pytest.mark.parametrize("version", ["1.2", "1.4"])
def test_real_files(shared_data: Path, version: str) -> None:
    data = (shared_data / "pfif" / f"test.pfif-{version}.xml").read_bytes()
    assert is_pfif(data)
    listed = read(data)
    assert (listed.kind, listed.list, listed.problems) == ("pfif", "pfif", ())
    (line,) = listed.lines
    fields = line.fields
    assert fields["key"] == "test.google.com/person.21009"
    assert (fields["sex"], fields["birth_date"], fields["country"]) == ("F", "1970-01", "USA")
    assert (fields["city"], fields["note"]) == ("_test_home_city", "_test_description")
    assert fields["others"]["age"] == "35-45"
    assert fields["others"]["postcode"] == "_test_home_postal_code"  # too long for its field
    assert len(fields["others"]["notes"]) == 4
    assert fields["others"]["status"] == "is_note_author"  # of the newest note, which is not last
    assert fields["phone"] == "_test_phone_of_found_person"
    assert listed.same == (("test.google.com/person.21009", "test.google.com/person.999"),)
    if version == "1.4":
        assert fields["other_names"].startswith("_test_full_name2; _test_alternate_name1")


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_renamed_fields_of_older_versions(version: str) -> None:
    text = pfif(
        person("1", note("1", found="true", text="seen"), first_name="ANNE-MARIE",
               last_name="VAN DER BERG", home_zip="2511BT", home_country="NL",
               other="description:\n    tall\n    thin"),
        version=version,
    )  # fmt: skip
    listed = read(text)
    assert listed.problems == ()
    fields = dict(listed.lines[0].fields)
    assert fields.pop("others")["notes"][0]["author_made_contact"] == "true"
    assert fields == {
        "key": "x.org/person.1", "full_name": "Anne-Marie van der Berg", "prefix": "van der",
        "family_name": "Berg", "given_names": "Anne-Marie", "postcode": "2511BT", "country": "NLD",
        "note": "tall\nthin",
    }  # fmt: skip


def test_an_unknown_version_and_unknown_elements_are_kept() -> None:
    listed = read(pfif(person("1", full_name="Jan Kok", shoe_size="43"), version="2.0"))
    assert codes(listed) == ["pfif-version"]
    assert listed.lines[0].fields["others"] == {"shoe_size": "43"}


def test_persons_inside_a_feed_are_found() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:pfif="http://zesty.ca/pfif/1.3"><author>'
        "<person>no</person></author><entry><pfif:person><pfif:person_record_id>x.org/1"
        "</pfif:person_record_id><pfif:full_name>Jan Kok</pfif:full_name></pfif:person>"
        "</entry></feed>"
    )
    assert [line.fields["full_name"] for line in read(feed).lines] == ["Jan Kok"]


def test_notes_apart_find_their_person() -> None:
    text = pfif(
        person("1", full_name="Jan Kok"),
        note("1", person_record_id="x.org/person.1", text="fine", status="believed_alive"),
        note("2", person_record_id="x.org/person.9", text="who?"),
    )
    listed = read(text)
    assert codes(listed) == ["pfif-note-orphan"]
    assert listed.lines[0].fields["others"]["status"] == "believed_alive"


def test_the_newest_of_repeated_records_wins_with_the_notes_of_all() -> None:
    text = pfif(
        person("1", note("1", text="a"), full_name="New", source_date="2026-02-01T00:00:00Z"),
        person("1", note("2", text="b"), full_name="Old", source_date="2026-01-01T00:00:00Z"),
    )
    listed = read(text)
    assert codes(listed) == ["pfif-older"]
    (line,) = listed.lines
    assert line.fields["full_name"] == "New"
    assert {each["text"] for each in line.fields["others"]["notes"]} == {"a", "b"}


def test_expired_persons_come_in_as_nobody() -> None:
    dates = {"entry_date": "2026-10-01T00:00:00Z", "source_date": "2026-10-01T00:00:00Z",
             "expiry_date": "2026-10-01T00:00:00Z"}  # fmt: skip
    text = pfif(
        person("1", **dates),
        person("2", full_name="Still There", **dates),
        person("3", note("1", text="old"), full_name="Was", source_date="2026-01-01T00:00:00Z"),
        person("3", **dates),
        person("4", full_name="Jan Kok", expiry_date="2027-01-01T00:00:00Z"),
    )
    listed = read(text)
    assert [line.fields["key"] for line in listed.lines] == ["x.org/person.4"]
    assert codes(listed) == [
        "pfif-older", "pfif-placeholder", "pfif-expired", "pfif-placeholder",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"sex": "vrouw"}, "pfif-value"), ({"date_of_birth": "1965-13"}, "pfif-value"),
     ({"date_of_birth": "10-3-1965"}, "pfif-value"), ({"home_country": "Atlantis"}, "pfif-value")],
)  # fmt: skip
def test_a_value_that_is_none_costs_itself(fields: dict[str, str], code: str) -> None:
    listed = read(pfif(person("1", full_name="Jan Kok", home_city="Delft", **fields)))
    assert [(p.code, p.line) for p in listed.problems] == [(code, 1)]
    assert listed.lines[0].fields["city"] == "Delft"


def test_a_person_without_id_or_name_is_said() -> None:
    listed = read(pfif(person("", full_name="Jan Kok"), person("2", home_city="Delft")))
    assert codes(listed) == ["pfif-no-id", "pfif-nameless"]
    assert "key" not in listed.lines[0].fields


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"<a/>", "pfif-none"), (b"PK\x03\x04", "not-xml-but"),
     (b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><pfif>&x;</pfif>', "doctype"),
     (pfif(person("1", full_name="Jan")).encode()[:-9], "truncated"),
     (b"<pfif>" + b"<x>" * 300 + b"</x>" * 300 + b"</pfif>", "too-deep")],
)  # fmt: skip
def test_what_is_no_pfif_gets_a_sentence(data: bytes, code: str) -> None:
    listed = read(data)
    assert (listed.lines, codes(listed)) == ((), [code])


def test_any_encoding() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + pfif(person("1", full_name="Zoë"))
    assert is_pfif(text.encode("utf-16"))
    assert read(text.encode("utf-16")).lines[0].fields["full_name"] == "Zoë"
    assert not is_pfif(b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/>")


def test_five_thousand_persons() -> None:
    text = pfif(*(person(str(i), full_name="Jan Kok", sex="male") for i in range(5_000)))
    assert len(read_pfif(text.encode(), "p.xml", NOW).lines) == 5_000


# -- out

JAN: dict[str, Any] = {
    "given_names": "Jan", "prefix": "de", "family_name": "Vries", "other_names": "Jantje; J.",
    "birth_date": "1965-03", "sex": "M", "street": "Dam 1", "postcode": "1012 JS",
    "city": "Amsterdam", "country": "NLD", "note": "walks with a stick",
}  # fmt: skip
ALIVE = PfifNote("n1", "Registered at Eindhoven.", NOW, status="believed_alive", made_contact=True,
                 location="Eindhoven", phone="06-12345678", mail="jan@example.nl")  # fmt: skip


def test_what_goes_out_keeps_the_rules_and_comes_back() -> None:
    data = write_pfif([PfifPerson("p1", JAN, NOW, [ALIVE])], SOURCE)
    assert broken_rules(data, NOW) == []
    (line,) = read(data).lines
    others = line.fields["others"]
    assert line.fields == {
        **JAN, "key": "kcr2.example.nl/person.p1", "full_name": "Jan de Vries",
        "phone": "06-12345678", "mail": "jan@example.nl", "others": others,
    }  # fmt: skip
    assert others["expiry_date"] == "2026-12-30T12:00:00Z"
    assert others["status"] == "believed_alive"


def test_links_are_written_at_both_ends() -> None:
    persons = [PfifPerson("p1", JAN, NOW, same_as=["p2"]), PfifPerson("p2", JAN, NOW)]
    data = write_pfif(persons, SOURCE)
    assert broken_rules(data, NOW) == []
    one, two = (f"kcr2.example.nl/person.{each}" for each in ("p1", "p2"))
    assert read(data).same == ((one, two), (two, one))


@pytest.mark.parametrize("gone", [True, False])
def test_after_the_term_a_placeholder_is_all_there_is(gone: bool) -> None:
    ends = NOW + timedelta(days=3) if gone else NOW - timedelta(days=3)
    source = PfifSource("kcr2.example.nl", "KCR2", NOW, ends)
    data = write_pfif([PfifPerson("p1", JAN, NOW, [ALIVE], gone=gone)], source)
    assert b"Vries" not in data
    assert b"Eindhoven" not in data
    assert broken_rules(data, NOW + timedelta(days=5)) == []
    listed = read(data)
    assert (listed.lines, codes(listed)) == ((), ["pfif-placeholder"])


def test_who_has_no_name_goes_out_under_the_number() -> None:
    data = write_pfif([PfifPerson("p1", {"number": "P-2026-11-0142-3"}, NOW)], SOURCE)
    assert broken_rules(data, NOW) == []
    assert read(data).lines[0].fields["full_name"] == "P-2026-11-0142-3"


def test_what_the_caller_does_not_choose_stays() -> None:
    data = write_pfif([PfifPerson("p1", {"spoken_name": "Jan"}, NOW)], SOURCE)
    assert set(read(data).lines[0].fields) == {"key", "full_name", "given_names", "others"} - {
        "given_names"
    }


@pytest.mark.parametrize("domain", ["", "a b", "1x.nl", "a..b", "a/b", "x" * 300])
def test_a_domain_that_is_none_is_refused(domain: str) -> None:
    with pytest.raises(ValueError):
        write_pfif([], PfifSource(domain, "KCR2", NOW))


def test_an_unknown_status_and_an_id_twice_are_refused() -> None:
    with pytest.raises(ValueError):
        write_pfif([PfifPerson("1", JAN, NOW, [PfifNote("1", "x", NOW, status="alive")])], SOURCE)
    with pytest.raises(ValueError):
        write_pfif([PfifPerson("1", JAN, NOW), PfifPerson("1", JAN, NOW)], SOURCE)


texts = st.text(max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    fields=st.fixed_dictionaries(
        {}, optional=dict.fromkeys((*JAN, "spoken_name", "phone"), texts)
    ),
    said=texts, phone=texts,
)  # fmt: skip
def test_anything_goes_out_by_the_rules(fields: dict[str, str], said: str, phone: str) -> None:
    notes = [PfifNote("n", said, NOW, phone=phone, mail=said, location=said, author=said)]
    data = write_pfif([PfifPerson("p1", fields, NOW, notes)], SOURCE)
    assert [rule for rule in broken_rules(data, NOW) if "full_name" not in rule] == []
    assert len(read(data).lines) == 1


names = st.text("abcdefghijklmnopqrstuvwxyzéëüÅØ", min_size=2, max_size=10).map(str.capitalize)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(names, names, st.sampled_from("FMX")), min_size=1, max_size=6))
def test_what_was_written_is_read(people: list[tuple[str, str, str]]) -> None:
    persons = [
        PfifPerson(str(at), {"given_names": g, "family_name": f, "sex": s}, NOW)
        for at, (g, f, s) in enumerate(people)
    ]
    listed = read(write_pfif(persons, SOURCE))
    assert [
        (line.fields["given_names"], line.fields["family_name"], line.fields["sex"])
        for line in listed.lines
    ] == people


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_file_breaks_it(noise: bytes, at: int) -> None:
    data = pfif(person("1", note("1", text="x"), full_name="Jan Kok")).encode()
    read(data[:at] + noise + data[at:])
    read(noise)
