"""Entries of Atom 1.0 and RSS 1.0 and 2.0 feeds that carry or announce alerts.

Three kinds of entry are seen: with a whole CAP alert inside, with loose CAP elements (an index,
as the weather services publish it), and with nothing but a title, a text and links. This module
reads what belongs to the feed; `alerts.py` looks for the alert inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

from kcr2desk.exchange import cap_values as values
from kcr2desk.exchange.cap_model import Area
from kcr2desk.exchange.xml import line_of, local_name, namespace, text_of

MAX_ID = 1000
"""Characters of an id that are kept."""

_ROOTS = {"feed", "rss", "RDF", "entry"}
_TIMES = ("updated", "modified", "pubDate", "date", "published", "issued")
_TEXTS = ("summary", "description", "content", "encoded")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, as the feed tells it.

    `id` is the entry's own, else its first link, else title and time; "" when there is nothing.
    `author` falls back on the author and then the title of the feed. `areas` come from GeoRSS.
    """

    id: str
    has_own_id: bool
    title: str
    summary: str
    author: str
    updated: datetime | None
    links: tuple[str, ...]
    areas: tuple[Area, ...]
    file: str
    line: int | None


def is_feed(root: etree._Element) -> bool:
    """Whether a root element is that of a feed (or of a single Atom entry)."""
    return local_name(root) in _ROOTS


def entries(root: etree._Element, file: str) -> Iterator[tuple[etree._Element, Entry]]:
    """Every entry with its element, in the order of the feed."""
    channel = next((e for e in root if local_name(e) == "channel"), root)
    author = _author(channel) or _text(channel, "title")
    if local_name(root) == "entry":
        yield root, _entry(root, author, file)
    # RSS 2.0 keeps the items in the channel, RSS 1.0 beside it.
    for part in (root,) if channel is root else (root, channel):
        for element in _children(part, "entry", "item"):
            yield element, _entry(element, author, file)


def _entry(element: etree._Element, author_of_feed: str, file: str) -> Entry:
    title = _text(element, "title")
    updated = _time(element)
    links = tuple(_links(element))
    own_id = _text(element, "id") or _text(element, "guid")
    fallback = f"{title}|{updated.isoformat() if updated else ''}" if title else ""
    return Entry(
        id=(own_id or (links[0] if links else fallback))[:MAX_ID],
        has_own_id=bool(own_id),
        title=title,
        summary=next((text for name in _TEXTS if (text := _text(element, name))), ""),
        author=_author(element) or author_of_feed,
        updated=updated,
        links=links,
        areas=_areas(element, title),
        file=file,
        line=line_of(element),
    )


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in element if local_name(child) in names)


def _text(element: etree._Element, name: str) -> str:
    """The text of the first child of that name; a child full of markup has no text of its own."""
    for child in _children(element, name):
        alert_inside = any(local_name(e) == "alert" for e in child.iter())
        if not alert_inside and (text := text_of(child)):
            return text
    return ""


def _author(element: etree._Element) -> str:
    for child in _children(element, "author", "creator"):
        name = next((text_of(e) for e in _children(child, "name")), "")
        if name or not len(child):
            return name or text_of(child)
    return ""


def _time(element: etree._Element) -> datetime | None:
    """When the entry was last changed: ISO 8601 in Atom and Dublin Core, RFC 822 in RSS."""
    for name in _TIMES:
        text = _text(element, name)
        moment, _ = values.read_time(text)
        moment = moment or _rfc_822(text)
        if moment:
            return moment
    return None


def _rfc_822(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment


def _links(element: etree._Element) -> Iterator[str]:
    """Addresses of the alert first (its media type or element says so), then all others."""
    found: dict[str, bool] = {}
    for child in _children(element, "link", "cap", "enclosure", "guid", "content"):
        address = child.get("href") or child.get("url") or child.get("src") or text_of(child)
        is_alert = "cap+xml" in child.get("type", "") or local_name(child) == "cap"
        if is_web_address(address):
            found[address] = found.get(address, False) or is_alert
    yield from sorted(found, key=lambda address: not found[address])


def is_web_address(text: str) -> bool:
    """Whether a text is one http or https address and nothing else."""
    if len(text) > 2000 or any(c.isspace() or not c.isprintable() for c in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _areas(element: etree._Element, title: str) -> tuple[Area, ...]:
    """GeoRSS Simple, "lat lon lat lon …": a point is a circle without radius."""
    shapes = [(local_name(e), text_of(e)) for e in element if "georss" in namespace(e)]
    polygons = [values.read_polygon(text)[0] for name, text in shapes if name == "polygon"]
    points = [values.read_circle(f"{text} 0")[0] for name, text in shapes if name == "point"]
    area = Area(
        title,
        polygons=tuple(polygon for polygon in polygons if polygon),
        circles=tuple(point for point in points if point),
    )
    return (area,) if area.polygons or area.circles else ()
