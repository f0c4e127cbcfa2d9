"""A CAP alert becomes a report: what is understood, what is remarked, what is refused."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime

import pytest

from kcr2desk.exchange import cap as cap_reader
from kcr2desk.exchange import xml
from kcr2desk.exchange.alerts import read_alerts, reality_of
from kcr2desk.exchange.problems import sentence

from .cap_samples import CAP11, CAP12, HEAD, INFO, cap, codes, only, read

ID = "meteo@example.nl,2.49.0.1.528.0.20261018.1,2026-10-18T08:15:00Z"


def test_an_alert_fills_the_fields_of_a_report():
    report = only(cap(INFO))
    assert report.title == "Zware storm aan de kust"
    assert report.text == (
        "Windstoten tot 120 km/u.\n\nInstructie: Blijf binnen.\n\nGebied: Zeeland\n"
        "Geldig van 2026-10-18 18:00 (UTC+02:00) tot 2026-10-19 06:00 (UTC+02:00)"
    )
    assert report.informant == "Voorbeeldinstituut"
    assert report.channel == "cap"
    assert report.sent_at == datetime(2026, 10, 18, 8, 15, tzinfo=UTC)
    assert report.occurred_at == datetime(2026, 10, 18, 16, 0, tzinfo=UTC)
    assert report.observed_at is None
    assert report.reality == "actual"
    assert report.urgent
    assert report.external_id == ID
    assert (report.follows_ids, report.follows_how) == ((), "")
    assert report.links == ("https://example.nl/storm",)
    assert (report.discipline, report.region) == ("general", "")
    assert report.remarks == ()


def test_everything_is_kept_in_the_document():
    document = only(cap(INFO, INFO.replace("nl-NL", "en-GB"))).alert
    assert json.loads(json.dumps(document)) == document
    assert [info["language"] for info in document["infos"]] == ["nl-NL", "en-GB"]
    (area,) = document["infos"][1]["areas"]
    assert area["polygons"] == [[[51.2, 3.3], [51.8, 3.3], [51.8, 4.2], [51.2, 3.3]]]
    assert area["circles"] == [{"lat": 51.5, "lon": 3.6, "radius_km": 25.5}]
    assert area["geocodes"] == [{"name": "EMMA_ID", "value": "NL012"}]
    assert document["sent"] == "2026-10-18T10:15:00+02:00"
    assert document["format"] == "cap"


FULL = f"""
<source>Desk 4</source><code>profile:X</code><code>layer:Y</code><note>Bel 112 niet</note>
<incidents>storm-1 storm-2</incidents>
<info>
  <category>Met</category><category>Infra</category><event>Storm</event>
  <responseType>Shelter</responseType><responseType>Monitor</responseType>
  <urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty>
  <audience>Allen</audience>
  <eventCode><valueName>SAME</valueName><value>HWW</value></eventCode>
  <effective>2026-10-18T10:00:00+02:00</effective>
  <contact>Jansen</contact>
  <parameter><valueName>awareness_level</valueName><value>4; red; Extreme</value></parameter>
  <parameter><valueName>leeg</valueName><value/></parameter>
  <resource><resourceDesc>kaart</resourceDesc><mimeType>image/png</mimeType><size>4</size>
    <uri>https://example.nl/kaart.png</uri><derefUri>{base64.b64encode(b"PNG!").decode()}</derefUri>
    <digest>abc</digest></resource>
  <area><areaDesc>Kust</areaDesc><altitude>0</altitude><ceiling>300</ceiling></area>
  <area><areaDesc>Eilanden</areaDesc>
    <polygon>53,5 53.5,5 53.5,6 53,5</polygon><polygon>53,4 53.5,4 53.5,5 53,4</polygon></area>
</info>"""


def test_every_element_of_the_standard_is_read():
    root = xml.parse(cap(FULL).encode(), "f").root
    alert = cap_reader.read_alert(root, "f")
    (info,) = alert.infos
    assert alert.remarks == ()
    assert (alert.source, alert.codes, alert.note) == (
        "Desk 4",
        ("profile:X", "layer:Y"),
        "Bel 112 niet",
    )
    assert alert.incidents == "storm-1 storm-2"
    assert info.language == "en-US"
    assert info.categories == ("Met", "Infra")
    assert info.response_types == ("Shelter", "Monitor")
    assert (info.audience, info.contact) == ("Allen", "Jansen")
    assert (info.event_codes[0].name, info.event_codes[0].value) == ("SAME", "HWW")
    assert [(p.name, p.value) for p in info.parameters] == [
        ("awareness_level", "4; red; Extreme"),
        ("leeg", ""),
    ]
    (resource,) = info.resources
    assert (resource.description, resource.mime_type, resource.size) == ("kaart", "image/png", 4)
    assert (resource.content, resource.digest) == (b"PNG!", "abc")
    assert (info.areas[0].altitude, info.areas[0].ceiling) == ("0", "300")
    assert len(info.areas[1].polygons) == 2


def test_bytes_of_a_resource_are_not_in_the_document_and_its_address_is_a_link():
    report = only(cap(FULL))
    assert report.alert["infos"][0]["resources"][0]["content"] == 4
    assert report.links == ("https://example.nl/kaart.png",)
    assert report.observed_at == report.sent_at
    assert report.discipline == "infrastructure"


@pytest.mark.parametrize(
    ("ns", "version", "remarks"),
    [
        (CAP12, "1.2", []),
        (CAP11, "1.1", []),
        ("http://www.incident.com/cap/1.0", "1.0", []),
        ("urn:oasis:names:tc:emergency:cap:1.3", "1.3", ["namespace"]),
        ("https://docs.oasis-open.org/emergency/cap/v1.1/cap.xsd", "1.1", ["namespace"]),
        ("", "", ["namespace"]),
        ("http://www.w3.org/2005/Atom", "", ["namespace"]),
    ],
)
def test_versions_and_odd_namespaces(ns, version, remarks):
    report = only(cap(INFO, ns=ns))
    assert (report.title, report.alert["version"]) == ("Zware storm aan de kust", version)
    assert codes(report) == remarks


def test_a_prefix_is_as_good_as_a_default_namespace():
    prefixed = re.sub(r"<(/?)(\w)", r"<\1cap:\2", cap(INFO)).replace("xmlns=", "xmlns:cap=")
    assert only(prefixed) == only(cap(INFO))


def test_signatures_and_extensions_are_passed_over():
    signature = (
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/>'
        "<ds:identifier>x</ds:identifier></ds:Signature>"
    )
    report = only(cap(INFO, "<unknown>x</unknown>", signature))
    assert report.alert["signed"] is True
    assert report.external_id == ID
    assert report.remarks == ()


def test_cap_1_0_wrote_pairs_in_one_text_and_very_likely():
    info = INFO.replace("Likely", "Very Likely").replace(
        "<valueName>EMMA_ID</valueName><value>NL012</value>", "fips6=006037"
    )
    report = only(cap(info, ns="http://www.incident.com/cap/1.0"))
    assert report.alert["infos"][0]["certainty"] == "Likely"
    assert report.alert["infos"][0]["areas"][0]["geocodes"] == [
        {"name": "fips6", "value": "006037"}
    ]
    assert codes(report) == ["value-form"]


@pytest.mark.parametrize("status", ["Actual", "Exercise", "System", "Test", "Draft"])
def test_the_status_decides_how_real_a_report_is(status):
    report = only(cap(INFO, status=status))
    assert report.reality == reality_of(status) == status.lower()
    assert report.urgent == (status in ("Actual", "Exercise"))


def test_a_status_that_is_none_has_no_reality():
    with pytest.raises(KeyError):
        reality_of("Real")


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("severity", "Moderate"),
        ("urgency", "Future"),
        ("urgency", "Past"),
        ("certainty", "Possible"),
    ],
)
def test_what_is_not_grave_near_and_likely_is_not_urgent(element, value):
    assert not only(cap(re.sub(rf"(<{element}>)\w+", rf"\1{value}", INFO))).urgent


@pytest.mark.parametrize(
    ("kind", "how"),
    [("Update", "update"), ("Cancel", "cancel"), ("Ack", "ack"), ("Error", "error")],
)
def test_a_message_finds_what_it_follows_whatever_the_offset(kind, how):
    reference = f"{HEAD['sender']},{HEAD['identifier']},2026-10-18T08:15:00-00:00"
    report = only(
        cap(INFO, f"<references>{reference}</references>", msgType=kind, identifier="next")
    )
    assert (report.follows_how, report.follows_ids) == (how, (ID,))
    assert report.urgent == (kind == "Update")


def test_a_message_never_follows_itself():
    itself = f"<references>{HEAD['sender']},{HEAD['identifier']},{HEAD['sent']}</references>"
    assert only(cap(INFO, itself, msgType="Update")).follows_ids == ()


def test_a_heartbeat_lists_alerts_but_follows_none():
    report = only(cap("<references>a,1,2026-10-18T08:15:00-00:00</references>", status="System"))
    assert (report.follows_how, report.follows_ids, report.reality) == ("", (), "system")
    assert report.alert["references"][0]["identifier"] == "1"


def test_the_same_alert_sent_with_another_offset_is_the_same_alert():
    again = only(cap(INFO, sent="2026-10-18T08:15:00.250Z"))
    assert again.external_id == ID


def test_dutch_goes_before_english_before_the_first():
    def info(language: str) -> str:
        return f"<info>{INFO[6:-7].replace('nl-NL', language).replace('Zware', language)}</info>"

    german, english, dutch = info("de-DE"), info("en"), info("NL")
    assert only(cap(german, english, dutch)).title == "NL storm aan de kust"
    assert only(cap(german, english)).title == "en storm aan de kust"
    assert only(cap(german, info("fr"))).title == "de-DE storm aan de kust"
    batch = read_alerts(cap(dutch, english).encode(), "f", language="en")
    assert batch.alerts[0].title == "en storm aan de kust"
    assert "Area: Zeeland" in batch.alerts[0].text


def test_several_infos_of_one_language_are_all_in_the_text_but_none_twice():
    other = INFO.replace("Zware storm aan de kust", "Hoogwater").replace("Zeeland", "Friesland")
    text = only(cap(INFO, other, INFO)).text
    assert text.count("Zware storm aan de kust") == 1
    assert "Hoogwater" in text
    assert "Gebied: Friesland" in text


def test_markup_and_entities_do_not_reach_the_reader():
    report = only(
        cap(
            INFO.replace(
                "Windstoten tot 120 km/u.",
                "Wind &lt;b&gt;hard&lt;/b&gt;&lt;br /&gt;Tom &amp;amp; Co, temp &lt; 5 en &gt; 2",
            )
        )
    )
    assert report.text.startswith("Wind hard\nTom & Co, temp < 5 en > 2\n")


def test_without_headline_the_title_is_event_and_area():
    info = INFO.replace("<headline>Zware storm aan de kust</headline>", "")
    assert only(cap(info)).title == "Storm – Zeeland"


def test_without_info_the_title_says_what_kind_of_message_it_is():
    report = only(
        cap("<note>vals alarm</note>", "<references>a,1,2026-10-18T08:15:00Z</references>",
            msgType="Cancel")
    )  # fmt: skip
    assert report.title == "Intrekking: vals alarm"
    assert report.informant == HEAD["sender"]
    assert report.occurred_at == report.sent_at


def test_texts_of_any_length_and_script_fit():
    report = only(cap(INFO.replace("Windstoten", "🌪 עברית " * 60_000).replace("Zware", "Z" * 999)))
    assert len(report.title) == 200
    assert len(report.text) == 200_000
    assert codes(report) == ["text-cut"]


def test_a_region_is_named_only_by_its_own_code():
    def region(*values: str) -> str:
        pairs = "".join(
            f"<geocode><valueName>veiligheidsregio</valueName><value>{v}</value></geocode>"
            for v in values
        )
        return only(cap(INFO.replace("</area>", f"{pairs}</area>"))).region

    assert region("VR06") == "VR06"
    assert region("VR06", "VR07") == ""
    assert region("VR99") == ""


@pytest.mark.parametrize(
    ("categories", "discipline"),
    [
        (["Fire", "Met"], "fire"),
        (["Met", "CBRNE"], "fire"),
        (["Health"], "medical"),
        (["Security"], "police"),
        (["Transport"], "infrastructure"),
        (["Met", "Geo", "Other"], "general"),
    ],
)
def test_the_categories_choose_a_discipline(categories, discipline):
    elements = "".join(f"<category>{c}</category>" for c in categories)
    assert only(cap(INFO.replace("<category>Met</category>", elements))).discipline == discipline


# What breaks a rule but leaves the alert understandable


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (cap(INFO, without=["scope"]), "missing", 1),
        (cap(INFO, scope="Everybody"), "value-unknown", 7),
        (cap(INFO, status="actual"), "value-form", 5),
        (cap(INFO, sent="2026-10-18T08:15:00Z"), "time-form", 4),
        (cap(INFO, sent="2026-10-18T08:15:00"), "time-without-zone", 4),
        (cap(INFO, identifier="a b"), "characters-forbidden", 2),
        (cap(INFO, sender="Weer, KNMI"), "characters-forbidden", 3),
        (cap(INFO, scope="Restricted"), "missing", 1),
        (cap(INFO, scope="Private"), "missing", 1),
        (cap(INFO, "<restriction>intern</restriction>"), "unexpected", 20),
        (cap(INFO, msgType="Cancel"), "missing", 1),
        (cap(INFO, "<references>none</references>", msgType="Update"), "references-unreadable", 1),
        (cap(INFO, "<note>a</note><note>b</note>"), "repeated", 20),
        (cap(INFO.replace("<event>Storm</event>", "")), "missing", 8),
        (cap(INFO.replace("Met<", "Weather<")), "value-unknown", 9),
        (cap(INFO.replace("Severe", "Code Red")), "value-unknown", 10),
        (cap(INFO.replace("2026-10-18T18:00:00+02:00", "tonight")), "time-unreadable", 11),
        (cap(INFO.replace(" 51.2,3.3<", "<")), "polygon-open", 16),
        (cap(INFO.replace("51.2,3.3 51.8,3.3", "951.2,3.3 51.8,3.3")), "polygon-unreadable", 16),
        (cap(INFO.replace("3.6 25.5", "3.6")), "circle-unreadable", 16),
        (cap(INFO.replace("<areaDesc>Zeeland</areaDesc>", "")), "missing", 15),
        (cap(FULL.replace("<size>4<", "<size>4 kB<")), "number-unreadable", 21),
        (cap(FULL.replace("<derefUri>", "<derefUri>*")), "base64", 21),
    ],
)
def test_a_broken_rule_is_remarked_with_its_line_and_the_alert_is_kept(text, code, line):
    report = only(text)
    assert (code, line) in [(remark.code, remark.line) for remark in report.remarks]
    assert report.alert["remarks"][0]["code"] == report.remarks[0].code
    assert all(sentence(r, "nl").startswith("storm.cap, regel ") for r in report.remarks)


def test_empty_optional_elements_are_as_good_as_absent():
    text = cap(INFO, "<restriction/><addresses/><note/><references/><incidents/>")
    assert only(text).remarks == ()


def test_shapes_that_cannot_be_drawn_are_kept_as_text():
    report = only(cap(INFO.replace("51.2,3.3 51.8,3.3", "niets")))
    (area,) = report.alert["infos"][0]["areas"]
    assert area["polygons"] == []
    assert area["unread"] == ["niets 51.8,4.2 51.2,3.3"]


def test_a_resource_over_the_limit_is_left_out():
    big = base64.b64encode(bytes(cap_reader.MAX_RESOURCE_BYTES + 3)).decode()
    report = only(cap(FULL.replace("UE5HIQ==", big)))
    assert codes(report) == ["attachment-too-large"]


# What cannot be understood


@pytest.mark.parametrize("name", ["identifier", "sender", "sent", "status", "msgType"])
@pytest.mark.parametrize("how", ["absent", "empty"])
def test_without_a_vital_element_an_alert_is_refused(name, how):
    batch = read(cap(INFO, without=[name]) if how == "absent" else cap(INFO, **{name: " "}))
    assert batch.alerts == ()
    (problem,) = batch.problems
    assert (problem.code, problem.detail) == ("missing", name)
    assert sentence(problem, "nl").endswith(
        f"het verplichte element <{name}> ontbreekt of is leeg."
    )


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("sent", "yesterday", "time-unreadable"),
        ("status", "Real", "value-unknown"),
        ("msgType", "Warning", "value-unknown"),
        ("identifier", "x" * 1001, "too-long"),
    ],
)
def test_a_vital_element_that_says_nothing_is_refused(name, value, code):
    batch = read(cap(INFO, **{name: value}))
    assert [(p.code, p.line) for p in batch.problems] == [(code, list(HEAD).index(name) + 2)]


def test_all_that_is_wrong_is_said_at_once():
    batch = read(cap(INFO, without=["identifier", "sender"], status="Real"))
    assert [p.code for p in batch.problems] == ["missing", "missing", "value-unknown"]


def test_xml_without_an_alert_says_what_it_is():
    batch = read(b"<Report xmlns='http://xml.kishou.go.jp/jmaxml1/'><Head/></Report>")
    assert [(p.code, p.detail) for p in batch.problems] == [("not-alert", "Report")]


def test_alerts_in_any_wrapper_are_found_and_a_broken_one_costs_only_itself():
    inner = cap(INFO), cap(INFO, without=["sent"]), cap(INFO, identifier="3")
    batch = read(f"<ns1:alerts xmlns:ns1='urn:x'>{''.join(inner)}</ns1:alerts>")
    assert [report.alert["identifier"] for report in batch.alerts] == [HEAD["identifier"], "3"]
    assert [(p.code, p.detail) for p in batch.problems] == [("missing", "sent")]
    assert batch.problems[0].line == inner[0].count("\n") + 1
