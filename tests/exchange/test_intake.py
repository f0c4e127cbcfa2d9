"""What comes from outside becomes one report, whoever brings it in and in whatever order."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kcr2desk.core.records import RECORD_TYPES, wire_values
from kcr2desk.exchange import intake

NOW = datetime(2026, 7, 12, 12, 5, tzinfo=UTC)

ALERT = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
 <identifier>{identifier}</identifier><sender>knmi@example.org</sender>
 <sent>2026-07-12T13:0{minute}:00+02:00</sent><status>{status}</status>
 <msgType>{kind}</msgType><scope>Public</scope>{references}
 <info><category>Fire</category><event>Natuurbrand</event><urgency>Immediate</urgency>
 <severity>Severe</severity><certainty>Observed</certainty>
 <area><areaDesc>Veluwe</areaDesc></area></info></alert>"""
FIRST = "knmi@example.org,a1,2026-07-12T13:00:00+02:00"

MAIL = """From: Jan Jansen <jan@vnog.example>
To: kcr2@example.org
Date: Sun, 12 Jul 2026 13:50:00 +0200
Subject: {subject}
Message-ID: <{own}>
{more}Content-Type: text/plain; charset=utf-8

Twee pelotons onderweg.
"""


def alert(
    identifier: str, kind: str = "Alert", *, status: str = "Actual", refers: str = ""
) -> bytes:
    references = f"<references>{refers}</references>" if refers else ""
    minute = int(identifier[-1]) - 1
    return ALERT.format(
        identifier=identifier, minute=minute, status=status, kind=kind, references=references
    ).encode()


def only(data: bytes, name: str) -> intake.Item:
    taken = intake.take_in(data, name, now=NOW)
    assert not taken.problems
    (item,) = taken.items
    return item


def test_the_same_alert_twice_is_one_report() -> None:
    one, two = only(alert("a1"), "one.cap"), only(alert("a1") + b"\n", "two.xml")
    assert one.id == two.id


def test_an_update_finds_its_alert_also_when_it_comes_first() -> None:
    update = only(alert("a2", "Update", refers=FIRST), "update.cap")
    first = only(alert("a1"), "first.cap")
    assert update.fields["follows"] == {first.id}
    assert update.fields["follows_how"] == "update"
    assert update.fields["thread"] == first.id == first.fields["thread"]


def test_an_exercise_never_stands_among_what_is_real() -> None:
    assert only(alert("a1", status="Exercise"), "x.cap").stream == "test"
    assert only(alert("a1", status="Test"), "x.cap").stream == "test"
    assert only(alert("a1"), "x.cap").stream == "national"


def test_the_original_file_is_kept() -> None:
    data = alert("a1")
    (file,) = only(data, "/some/where/first.cap").files
    assert (file.name, file.media_type, file.data) == ("first.cap", "application/xml", data)


def test_a_reply_joins_the_thread_of_its_mail() -> None:
    first = only(MAIL.format(subject="Pelotons", own="1@x", more="").encode(), "first.eml")
    reply = only(
        MAIL.format(
            subject="RE: Pelotons", own="2@x", more="In-Reply-To: <1@x>\nReferences: <1@x>\n"
        ).encode(),
        "reply.eml",
    )
    assert reply.fields["thread"] == first.id == first.fields["thread"]
    assert reply.fields["follows"] == {first.id}
    assert reply.fields["follows_how"] == "reply"
    assert first.fields["received_at"] == datetime(2026, 7, 12, 11, 50, tzinfo=UTC)


def test_a_mail_from_the_future_was_received_when_it_came() -> None:
    text = MAIL.format(subject="x", own="1@x", more="").replace("2026", "2036")
    assert only(text.encode(), "x.eml").fields["received_at"] == NOW


def test_a_pasted_mail_is_a_report_and_other_text_is_not() -> None:
    item = intake.take_in_pasted(
        "Van: Jan Jansen <jan@vnog.example>\nVerzonden: zondag 12 juli 2026 13:50\n"
        "Onderwerp: Pelotons\n\nTwee pelotons onderweg.",
        now=NOW,
    )
    assert item is not None
    assert item.fields["title"] == "Pelotons"
    assert intake.take_in_pasted("Twee pelotons onderweg", now=NOW) is None


def test_changes_hold_only_values_that_their_fields_take() -> None:
    long_title = MAIL.format(subject="x" * 500, own="y" * 3000, more="")
    item = only(long_title.encode(), "x.eml")
    report, attachment = intake.changes(item)
    assert len(str(report.fields["title"])) == 200
    assert len(str(report.fields["external_id"])) <= 1000
    assert attachment.fields["about"] == item.id
    assert "removed" not in report.fields


def test_a_broken_file_gets_a_sentence_and_no_report() -> None:
    taken = intake.take_in(b"<alert><identifier>", "broken.cap", now=NOW)
    assert taken.items == ()
    assert taken.problems


def test_a_file_named_as_mail_is_told_to_be_no_mail() -> None:
    (problem,) = intake.take_in(bytes(500), "leeg.eml", now=NOW).problems
    assert problem.code == "not-mail"


def test_the_reports_of_a_feed_share_one_file() -> None:
    bundle = b"<alerts>" + b"".join(alert(f"a{n}").split(b"?>")[1] for n in (1, 2)) + b"</alerts>"
    first, second = intake.take_in(bundle, "alerts.xml", now=NOW).items
    assert first.files[0] is second.files[0]


def test_every_real_file_fits_the_record(shared_data: Path) -> None:
    count = 0
    for path in sorted((shared_data / "cap").iterdir()):
        if path.suffix == ".xsd":
            continue
        for item in intake.take_in(path.read_bytes(), path.name, now=NOW).items:
            wire_values("report", item.fields)
            intake.changes(item)
            count += 1
    assert count > 5
    assert item.fields.keys() <= RECORD_TYPES["report"].fields.keys()


def test_what_somebody_says_a_file_is_goes_over_what_it_looks_like() -> None:
    notes = b"Twee pelotons nodig bij Hoog Buurlo."
    as_alert = intake.take_in(notes, "notes.txt", now=NOW, kind="cap")
    as_mail = intake.take_in(notes, "notes.txt", now=NOW, kind="mail")
    assert [p.code for p in as_alert.problems] == ["not-xml"]
    assert [p.code for p in as_mail.problems] == ["not-mail"]
