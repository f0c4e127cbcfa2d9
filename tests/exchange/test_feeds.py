"""Feeds of alerts: whole alerts inside, loose CAP elements, or a link and nothing more."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pytest

from .cap_samples import CAP12, HEAD, INFO, cap, codes, only, read

ATOM = "http://www.w3.org/2005/Atom"


def atom(*entries: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="{ATOM}" xmlns:cap="{CAP12}"'
        f' xmlns:georss="http://www.georss.org/georss"><id>feed</id><title>Alle alarmen</title>'
        f"<updated>2026-10-18T08:30:00Z</updated>{''.join(entries)}</feed>"
    )


def rss(*items: str) -> str:
    return (
        '<rss version="2.0" xmlns:gdacs="http://www.gdacs.org"><channel><title>RSS</title>'
        f"<link>https://example.org</link>{''.join(items)}</channel></rss>"
    )


ANNOUNCED = """<entry><id>urn:x:1</id><title>Beving &amp;lt;b&amp;gt;4,1&amp;lt;/b&amp;gt;</title>
  <updated>2026-10-18T10:15:00+02:00</updated><author><name>KNMI</name></author>
  <link rel="alternate" type="text/html" href="https://example.nl/1"/>
  <link rel="related" type="application/cap+xml" href="https://example.nl/1.cap"/>
  <link rel="hub" href="mailto:x@example.nl"/>
  <summary type="html">&lt;p&gt;Bij Loppersum.&lt;br&gt;Geen schade.&lt;/p&gt;</summary>
  <georss:point>53.33 6.75</georss:point></entry>"""


def test_an_alert_inside_an_entry_is_that_alert_with_the_link_of_the_entry():
    entry = (
        "<entry><id>e1</id><title>t</title><link href='https://example.nl/e1'/>"
        f"<content type='text/xml'>{cap(INFO)}</content></entry>"
    )
    report = only(atom(entry))
    assert report.title == "Zware storm aan de kust"
    assert report.channel == "feed"
    assert report.external_id == only(cap(INFO)).external_id
    assert report.links == ("https://example.nl/e1", "https://example.nl/storm")
    assert report.alert["entry"]["id"] == "e1"


@pytest.mark.parametrize("wrap", ["<description>{}</description>", "<content>{}</content>"])
def test_an_alert_as_escaped_text_inside_an_item(wrap):
    text = escape('<?xml version="1.0" encoding="utf-16"?>\n' + cap(INFO, sent="2026-10-18"))
    batch = read(rss(f"<item>\n<guid>1</guid>{wrap.format(text)}</item>"))
    (problem,) = batch.problems
    assert (problem.code, problem.detail) == ("time-unreadable", "sent (“2026-10-18”)")
    assert problem.line == 6  # the fourth line of what begins on line 2
    good = escape(cap(INFO))
    assert only(rss(f"<item><guid>1</guid>{wrap.format(good)}</item>")).channel == "feed"


def test_a_broken_alert_costs_only_its_entry():
    def entry(alert: str) -> str:
        return f"<entry><id>e</id><title>t</title><content>{alert}</content></entry>"

    batch = read(atom(entry(cap(INFO)), entry(cap(without=["status"])), ANNOUNCED))
    assert [r.external_id for r in batch.alerts][1:] == ["urn:x:1"]
    assert [(p.code, p.detail) for p in batch.problems] == [("missing", "status")]


NWS_STYLE = """<entry><id>https://api.example.gov/alerts/7</id><title>Flood Warning</title>
  <updated>2026-10-18T03:15:00-05:00</updated><summary>...THE RIVER RISES...</summary>
  <link rel="alternate" href="https://api.example.gov/alerts/7"/>
  <cap:event>Flood Warning</cap:event><cap:sent>2026-10-18T03:15:00-05:00</cap:sent>
  <cap:effective>2026-10-18T03:15:00-05:00</cap:effective>
  <cap:expires>2026-10-19T03:15:00-05:00</cap:expires><cap:status>Exercise</cap:status>
  <cap:msgType>Update</cap:msgType><cap:category>Met</cap:category>
  <cap:urgency>Immediate</cap:urgency><cap:severity>Severe</cap:severity>
  <cap:certainty>Observed</cap:certainty><cap:areaDesc>Marshall, KS</cap:areaDesc>
  <cap:polygon>39.8,-96.7 39.9,-96.7 39.9,-96.5 39.8,-96.7</cap:polygon><cap:polygon/>
  <cap:geocode><valueName>UGC</valueName><value>KSC117</value></cap:geocode>
  <cap:parameter><valueName>VTEC</valueName><value></value></cap:parameter></entry>"""


def test_loose_cap_elements_make_a_report_of_the_entry():
    report = only(atom(NWS_STYLE))
    assert report.title == "Flood Warning"
    assert report.text.startswith("...THE RIVER RISES...\n\nGebied: Marshall, KS\nGeldig van 2026-")
    assert report.external_id == "https://api.example.gov/alerts/7"
    assert (report.reality, report.urgent, report.follows_how) == ("exercise", True, "update")
    assert report.occurred_at == report.sent_at == datetime(2026, 10, 18, 8, 15, tzinfo=UTC)
    assert report.links == ("https://api.example.gov/alerts/7",)
    (info,) = report.alert["infos"]
    (area,) = info["areas"]
    assert area["polygons"][0][0] == [39.8, -96.7]
    assert area["geocodes"] == [{"name": "UGC", "value": "KSC117"}]
    assert info["parameters"] == [{"name": "VTEC", "value": ""}]
    assert report.remarks == ()


def test_the_index_of_meteoalarm_names_the_type_differently():
    entry = NWS_STYLE.replace("cap:msgType", "cap:message_type").replace("Update", "Cancel")
    assert only(atom(entry)).follows_how == "cancel"


def test_loose_elements_that_name_the_whole_message_give_its_own_id():
    names = "".join(f"<cap:{n}>{HEAD[n]}</cap:{n}>" for n in ("identifier", "sender"))
    entry = NWS_STYLE.replace("</entry>", f"{names}</entry>").replace(
        "2026-10-18T03:15:00-05:00</cap:sent>", f"{HEAD['sent']}</cap:sent>"
    )
    assert only(atom(entry)).external_id == only(cap(INFO)).external_id


def test_an_entry_that_only_links_becomes_a_report_that_says_so():
    report = only(atom(ANNOUNCED))
    assert report.title == "Beving 4,1"
    assert report.text == "Bij Loppersum.\nGeen schade."
    assert report.informant == "KNMI"
    assert report.links == ("https://example.nl/1.cap", "https://example.nl/1")
    assert report.external_id == "urn:x:1"
    assert report.sent_at == datetime(2026, 10, 18, 8, 15, tzinfo=UTC)
    assert report.occurred_at is None
    assert (report.urgent, report.reality, report.discipline) == (False, "actual", "general")
    assert codes(report) == ["status-unstated"]
    assert report.alert["entry"]["areas"][0]["circles"] == [
        {"lat": 53.33, "lon": 6.75, "radius_km": 0.0}
    ]


def test_rss_2_items_with_dates_of_mail_and_a_link_to_the_cap_file():
    report = only(
        rss(
            "<item><title>Flood</title><description>Water.</description>"
            "<link>https://example.org/2</link><enclosure url='https://example.org/2.png'/>"
            "<gdacs:cap>https://example.org/2.cap</gdacs:cap><guid isPermaLink='false'>FL2</guid>"
            "<pubDate>Sun, 18 Oct 2026 08:15:00 GMT</pubDate></item>"
        )
    )
    assert report.external_id == "FL2"
    assert report.links[0] == "https://example.org/2.cap"
    assert len(report.links) == 3
    assert report.sent_at == datetime(2026, 10, 18, 8, 15, tzinfo=UTC)
    assert report.informant == "RSS"


def test_rss_1_keeps_items_beside_the_channel():
    batch = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><title>C</title></channel><item><title>Een</title>"
        "<link>https://example.org/1</link><dc:date>2026-10-18T08:15:00Z</dc:date></item></rdf:RDF>"
    )
    (report,) = batch.alerts
    assert (report.title, report.external_id) == ("Een", "https://example.org/1")
    assert report.sent_at == datetime(2026, 10, 18, 8, 15, tzinfo=UTC)
    assert "entry-without-id" in codes(report)


def test_without_id_and_link_title_and_time_tell_entries_apart():
    report = only(atom(ANNOUNCED.replace("<id>urn:x:1</id>", "").replace("<link", "<notlink")))
    assert report.external_id == "Beving &lt;b&gt;4,1&lt;/b&gt;|2026-10-18T10:15:00+02:00"


def test_an_entry_with_nothing_in_it_is_a_problem_and_an_empty_feed_is_none():
    assert [p.code for p in read(rss("<item> </item>")).problems] == ["entry-empty"]
    assert read(rss()) == read(atom())
    assert read(rss()).problems == ()


def test_a_single_entry_is_a_feed_of_one():
    assert only(f'<entry xmlns="{ATOM}"><id>1</id><title>Een</title></entry>').title == "Een"


def test_dates_that_are_none_are_left_out():
    for text in ("soon", "Sun, 99 Oct 2026 08:15:00 GMT", "Fri, 31 Dec 9999 23:59:59 -0500"):
        report = only(rss(f"<item><guid>1</guid><title>t</title><pubDate>{text}</pubDate></item>"))
        assert report.sent_at is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "http://[broken", "http://a b", "//x.nl"]
)
def test_only_web_addresses_become_links(link):
    report = only(atom(f"<entry><id>1</id><title>t</title><link href='{link}'/></entry>"))
    assert report.links == ()
