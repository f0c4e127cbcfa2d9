"""EDXL-DE: what is in the envelope comes out, never more real than the envelope says."""

from __future__ import annotations

import base64

import pytest

from .cap_samples import INFO, cap, codes, only, read

DE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"


def envelope(*contents: str, status: str = "Actual") -> str:
    return (
        f'<EDXLDistribution xmlns="{DE}"><distributionID>D1</distributionID>'
        "<senderID>sender@example.nl</senderID>"
        "<dateTimeSent>2026-10-18T10:20:00+02:00</dateTimeSent>"
        f"<distributionStatus>{status}</distributionStatus>"
        "<distributionType>Report</distributionType>"
        f"{''.join(contents)}</EDXLDistribution>"
    )


def embedded(alert: str) -> str:
    return (
        f"<contentObject><xmlContent><embeddedXMLContent>{alert}</embeddedXMLContent>"
        "</xmlContent></contentObject>"
    )


def enclosed(data: bytes, media_type: str = "application/cap+xml") -> str:
    return (
        f"<contentObject><nonXMLContent><mimeType>{media_type}</mimeType>"
        f"<contentData>\n{base64.encodebytes(data).decode()}</contentData>"
        "</nonXMLContent></contentObject>"
    )


def test_an_envelope_gives_its_alert():
    report = only(envelope(embedded(cap(INFO))))
    assert report.title == "Zware storm aan de kust"
    assert (report.channel, report.reality, report.remarks) == ("cap", "actual", ())
    assert report.external_id == only(cap(INFO)).external_id
    (around,) = report.alert["envelopes"]
    assert (around["id"], around["sender"], around["status"], around["kind"]) == (
        "D1",
        "sender@example.nl",
        "Actual",
        "Report",
    )


@pytest.mark.parametrize(
    ("outside", "inside", "reality"),
    [
        ("Actual", "Actual", "actual"),
        ("Exercise", "Actual", "exercise"),
        ("Test", "Actual", "test"),
        ("Test", "Exercise", "test"),
        ("Exercise", "Test", "test"),
        ("Actual", "Exercise", "exercise"),
        ("Actual", "Draft", "draft"),
        ("System", "Actual", "system"),
    ],
)
def test_contents_are_at_most_as_real_as_the_envelope(outside, inside, reality):
    report = only(envelope(embedded(cap(INFO, status=inside)), status=outside))
    assert report.reality == reality
    assert report.alert["status"] == inside


def test_envelopes_in_envelopes_all_count():
    inner = envelope(embedded(cap(INFO)))
    report = only(envelope(embedded(inner), status="Exercise"))
    assert report.reality == "exercise"
    assert len(report.alert["envelopes"]) == 2


def test_a_feed_does_not_hide_the_envelope():
    content = envelope(embedded(cap(INFO)), status="Test")
    report = only(f"<feed><entry><id>1</id><content>{content}</content></entry></feed>")
    assert (report.channel, report.reality) == ("feed", "test")


def test_several_alerts_of_which_one_is_broken():
    good, bad = cap(INFO), cap(INFO, without=["sender"])
    batch = read(envelope(embedded(good), embedded(bad), embedded(cap(INFO, identifier="3"))))
    assert len(batch.alerts) == 2
    assert [(p.code, p.detail) for p in batch.problems] == [("missing", "sender")]


def test_version_2_writes_its_names_with_capitals():
    report = only(
        '<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:2.0">'
        "<DistributionID>D2</DistributionID><DistributionStatus>"
        "<StatusKindDefault>Exercise</StatusKindDefault></DistributionStatus><Content>"
        f"<ContentObject><ContentXML><EmbeddedXMLContent>{cap(INFO)}</EmbeddedXMLContent>"
        "</ContentXML></ContentObject></Content></EDXLDistribution>"
    )
    assert report.reality == "exercise"
    assert report.alert["envelopes"][0]["id"] == "D2"


@pytest.mark.parametrize("media_type", ["application/cap+xml", "text/xml", "text/plain", ""])
def test_an_alert_as_enclosed_file_is_read_under_the_envelope(media_type):
    text = f'<?xml version="1.0" encoding="UTF-16"?>{cap(INFO)}'
    data = (
        text.encode("utf-16") if "xml" in media_type else text.replace("UTF-16", "UTF-8").encode()
    )
    report = only(envelope(enclosed(data, media_type), status="Exercise"))
    assert (report.title, report.reality) == ("Zware storm aan de kust", "exercise")


def test_an_enclosed_file_that_is_broken_is_named():
    batch = read(envelope(enclosed(b"<alert>\n<identifier>"), embedded(cap(INFO))))
    assert len(batch.alerts) == 1
    (problem,) = batch.problems
    assert (problem.code, problem.line) == ("truncated", 2)
    assert problem.file == "storm.cap › contentData (1)"


def test_base64_that_is_none_is_a_problem_where_it_should_be_xml():
    text = enclosed(b"x").replace("eA==", "*?*")
    assert [p.code for p in read(envelope(text)).problems] == ["base64"]


def test_other_contents_are_passed_over_but_an_envelope_without_alert_says_so():
    picture = enclosed(b"\xff\xd8\xff\xe0JFIF", "image/jpeg")
    assert read(envelope(picture, embedded(cap(INFO)))).problems == ()
    assert [p.code for p in read(envelope(picture)).problems] == ["not-alert"]


@pytest.mark.parametrize("status", ["", "Real"])
def test_an_envelope_without_valid_status_is_remarked_and_changes_nothing(status):
    report = only(envelope(embedded(cap(INFO)), status=status))
    assert (report.reality, codes(report)) == ("actual", ["envelope-status"])


def test_files_within_files_have_an_end():
    data = cap(INFO).encode()
    for _ in range(4):
        data = envelope(enclosed(data)).encode()
    assert [p.code for p in read(data).problems] == ["enclosed-too-deep"]
