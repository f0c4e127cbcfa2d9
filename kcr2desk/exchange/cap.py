"""Common Alerting Protocol 1.0, 1.1 and 1.2 (OASIS): one <alert> element into an `Alert`.

What breaks a rule of the standard but leaves the alert understandable becomes a remark and the
alert is read on. Refused is only what cannot be told apart from other messages or be judged:
without identifier, sender, sent, status or msgType.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum
from typing import TypeVar

from lxml import etree

from kcr2desk.exchange import cap_values as values
from kcr2desk.exchange.cap_model import Alert, Area, Info, Pair, Resource
from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.xml import line_of, local_name, namespace, text_of

MAX_RESOURCE_BYTES = 5_000_000
MAX_NAME = 1000
"""Characters in an identifier or sender; they become keys, and real ones are far shorter."""

_QUOTED = 80
"""Characters of a wrong value that a remark repeats."""

_NAMESPACE = re.compile(r"(?:^|[:/])cap(?:[:/]|$)", re.IGNORECASE)
_VERSION = re.compile(r"\d\.\d")
_KNOWN_NAMESPACES = {
    "http://www.incident.com/cap/1.0",
    "urn:oasis:names:tc:emergency:cap:1.0",
    "urn:oasis:names:tc:emergency:cap:1.1",
    "urn:oasis:names:tc:emergency:cap:1.2",
}
_FORBIDDEN = re.compile(r"[\s,<&]")

_Value = TypeVar("_Value")


def is_cap(uri: str) -> bool:
    """Whether a namespace is one of CAP, official or a variant that is seen in the wild."""
    return bool(_NAMESPACE.search(uri))


def is_alert(element: etree._Element) -> bool:
    """Whether an element is a CAP alert, also one whose namespace was forgotten."""
    if local_name(element) != "alert":
        return False
    return is_cap(namespace(element)) or any(local_name(e) == "identifier" for e in element)


def read_alert(element: etree._Element, file: str) -> Alert:
    """Read an <alert>; raises `Refused` with every problem when it cannot be understood."""
    notes = _Notes(file)
    uri = namespace(element)
    if uri not in _KNOWN_NAMESPACES:
        notes.add(element, "namespace", uri)
    fields = _Fields(element, notes, {uri})
    alert = _alert(fields, tuple(_info(each) for each in fields.each("info")))
    if notes.problems:
        raise Refused(*notes.problems)
    _check_rules(alert, fields)
    return replace(alert, remarks=tuple(notes.remarks))


def read_inline(element: etree._Element, file: str) -> Alert | None:
    """Read CAP elements that stand loose in the entry of a feed; None when there are none.

    Such an index leaves out what it likes, so nothing is required and a gap is no remark.
    """
    notes = _Notes(file, complete=False)
    fields = _Fields(element, notes, set())
    if not fields.children:
        return None
    area = _area(fields)
    info = _info(fields, () if area == Area("") else (area,))
    return replace(_alert(fields, (info,)), remarks=tuple(notes.remarks))


class _Need(Enum):
    """How badly an element is wanted: its absence is nothing, a remark, or a refusal."""

    OPTIONAL = 0
    REQUIRED = 1
    VITAL = 2


class _Notes:
    """What was found wrong while one alert is read; `complete` is False for loose elements."""

    def __init__(self, file: str, *, complete: bool = True) -> None:
        self.file = file
        self.complete = complete
        self.remarks: list[Problem] = []
        self.problems: list[Problem] = []

    def add(
        self, element: etree._Element, code: str, detail: str, need: _Need = _Need.OPTIONAL
    ) -> None:
        vital = need is _Need.VITAL and self.complete
        found = self.problems if vital else self.remarks
        found.append(Problem(self.file, line_of(element), code, detail[: 2 * _QUOTED]))


class _Fields:
    """The CAP children of one element by name; asking for one notes what is wrong with it.

    Elements of another namespace (signatures, extensions) are passed over.
    """

    def __init__(self, element: etree._Element, notes: _Notes, namespaces: set[str]) -> None:
        self.element = element
        self.notes = notes
        self.namespaces = namespaces
        self.children: dict[str, list[etree._Element]] = {}
        for child in element:
            uri = namespace(child)
            if uri in namespaces or is_cap(uri):
                self.children.setdefault(local_name(child), []).append(child)

    def at(self, name: str) -> etree._Element:
        """The element to point at: the child, or the parent where the child is missing."""
        return self.children.get(name, [self.element])[0]

    def missing(self, name: str, need: _Need = _Need.REQUIRED) -> None:
        if self.notes.complete:
            self.notes.add(self.at(name), "missing", name, need)

    def each(self, name: str) -> list[_Fields]:
        """Every child of that name that has something in it."""
        found = self.children.get(name, [])
        return [_Fields(e, self.notes, self.namespaces) for e in found if len(e) or text_of(e)]

    def texts(self, name: str) -> tuple[str, ...]:
        found = (text_of(element) for element in self.children.get(name, ()))
        return tuple(text for text in found if text)

    def text(self, name: str, need: _Need = _Need.OPTIONAL) -> str:
        """The text of a child that may stand there once, "" when it is absent or empty."""
        found = self.children.get(name, [])
        if len(found) > 1:
            self.notes.add(found[1], "repeated", name)
        text = text_of(found[0]) if found else ""
        if not text and need is not _Need.OPTIONAL:
            self.missing(name, need)
        if need is _Need.VITAL and len(text) > MAX_NAME:
            self.notes.add(self.at(name), "too-long", name, need)
        return text

    def value(
        self, name: str, read: Callable[[str], tuple[_Value, str]], need: _Need = _Need.OPTIONAL
    ) -> _Value | None:
        """A child that is written by a rule, None when it is absent or cannot be read."""
        text = self.text(name, need)
        if not text:
            return None
        value, code = read(text)
        if code:
            # What could be read all the same is never a reason to refuse.
            self.notes.add(
                self.at(name),
                code,
                f"{name} (“{text[:_QUOTED]}”)",
                _Need.OPTIONAL if value else need,
            )
        return value

    def choice(self, name: str, choices: tuple[str, ...], need: _Need = _Need.REQUIRED) -> str:
        """One of a closed list, "" when it is missing or not in the list."""
        return self.value(name, lambda text: values.read_choice(text, choices), need) or ""

    def choices(self, name: str, choices: tuple[str, ...]) -> tuple[str, ...]:
        """Each one of a closed list; what is not in the list is remarked on and left out."""
        found: dict[str, None] = {}
        for element in self.children.get(name, ()):
            text = text_of(element)
            value, code = values.read_choice(text, choices) if text else ("", "")
            if code:
                self.notes.add(element, code, f"{name} (“{text[:_QUOTED]}”)")
            if value:
                found[value] = None
        return tuple(found)

    def time(self, name: str, need: _Need = _Need.OPTIONAL) -> datetime | None:
        return self.value(name, values.read_time, need)

    def pairs(self, name: str) -> tuple[Pair, ...]:
        """Names with values; their own elements lack the namespace of CAP in some feeds."""
        return tuple(_pair(element) for element in self.children.get(name, ()))

    def shapes(
        self, name: str, read: Callable[[str], tuple[_Value, str]]
    ) -> tuple[tuple[_Value, ...], tuple[str, ...]]:
        """Polygons or circles, and the text of those that could not be read."""
        found: list[_Value] = []
        unread: list[str] = []
        for element in self.children.get(name, ()):
            text = text_of(element)
            if not text:
                continue
            shape, code = read(text)
            if code:
                self.notes.add(element, code, text)
            if shape:
                found.append(shape)
            else:
                unread.append(text)
        return tuple(found), tuple(unread)

    def _at(self, name: str) -> etree._Element:
        """The element to point at: the child, or the parent where the child is missing."""
        return self.children.get(name, [self.element])[0]


def _alert(fields: _Fields, infos: tuple[Info, ...]) -> Alert:
    # MeteoAlarm's feeds write message_type
    message_type = "message_type" if "message_type" in fields.children else "msgType"
    references, lost = values.read_references(fields.text("references"))
    if lost:
        fields.notes.add(fields.element, "references-unreadable", lost)
    version = _VERSION.search(namespace(fields.element))
    return Alert(
        version=version.group() if version else "",
        identifier=fields.text("identifier", _Need.VITAL),
        sender=fields.text("sender", _Need.VITAL),
        sent=fields.time("sent", _Need.VITAL),
        status=fields.choice("status", values.STATUSES, _Need.VITAL),
        message_type=fields.choice(message_type, values.MESSAGE_TYPES, _Need.VITAL),
        source=fields.text("source"),
        scope=fields.choice("scope", values.SCOPES),
        restriction=fields.text("restriction"),
        addresses=fields.text("addresses"),
        codes=fields.texts("code"),
        note=fields.text("note"),
        references=references,
        incidents=fields.text("incidents"),
        infos=infos,
        signed=any(local_name(child) == "Signature" for child in fields.element),
        file=fields.notes.file,
        line=line_of(fields.element),
        remarks=(),
    )


def _info(fields: _Fields, areas: tuple[Area, ...] | None = None) -> Info:
    if not fields.texts("category"):
        fields.missing("category")
    return Info(
        language=fields.text("language") or "en-US",  # CAP 1.2, section 3.2.2
        categories=fields.choices("category", values.CATEGORIES),
        event=fields.text("event", _Need.REQUIRED),
        response_types=fields.choices("responseType", values.RESPONSES),
        urgency=fields.choice("urgency", values.URGENCIES) or "Unknown",
        severity=fields.choice("severity", values.SEVERITIES) or "Unknown",
        certainty=fields.choice("certainty", values.CERTAINTIES) or "Unknown",
        audience=fields.text("audience"),
        event_codes=fields.pairs("eventCode"),
        effective=fields.time("effective"),
        onset=fields.time("onset"),
        expires=fields.time("expires"),
        sender_name=fields.text("senderName"),
        headline=fields.text("headline"),
        description=fields.text("description"),
        instruction=fields.text("instruction"),
        web=fields.text("web"),
        contact=fields.text("contact"),
        parameters=fields.pairs("parameter"),
        resources=tuple(_resource(each) for each in fields.each("resource")),
        areas=tuple(_area(e) for e in fields.each("area")) if areas is None else areas,
    )


def _area(fields: _Fields) -> Area:
    polygons, unread_polygons = fields.shapes("polygon", values.read_polygon)
    circles, unread_circles = fields.shapes("circle", values.read_circle)
    return Area(
        description=fields.text("areaDesc", _Need.REQUIRED),
        polygons=polygons,
        circles=tuple(circle for circle in circles if circle),
        geocodes=fields.pairs("geocode"),
        altitude=fields.text("altitude"),
        ceiling=fields.text("ceiling"),
        unread=unread_polygons + unread_circles,
    )


def _resource(fields: _Fields) -> Resource:
    size = fields.text("size")
    if size and not re.fullmatch(r"[0-9]{1,15}", size):
        fields.notes.add(fields.element, "number-unreadable", f"size (“{size}”)")
        size = ""
    return Resource(
        description=fields.text("resourceDesc", _Need.REQUIRED),
        mime_type=fields.text("mimeType", _Need.REQUIRED),
        size=int(size) if size else None,
        uri=fields.text("uri"),
        content=_content(fields),
        digest=fields.text("digest"),
    )


def _content(fields: _Fields) -> bytes:
    """The bytes of derefUri, b"" with a remark when they are too many or no base64."""
    text = "".join(fields.text("derefUri").split())
    if len(text) * 3 // 4 > MAX_RESOURCE_BYTES:
        fields.notes.add(fields.element, "attachment-too-large", "derefUri")
        return b""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        fields.notes.add(fields.element, "base64", "derefUri")
        return b""


def _pair(element: etree._Element) -> Pair:
    parts = {local_name(child): text_of(child) for child in reversed(element)}
    if parts:
        return Pair(parts.get("valueName", ""), parts.get("value", ""))
    name, _, value = text_of(element).partition("=")  # CAP 1.0 wrote name=value
    return Pair(name.strip(), value.strip())


def _check_rules(alert: Alert, fields: _Fields) -> None:
    """The rules of the standard that span elements (CAP 1.2, section 3.2.1)."""
    for name, value in (("identifier", alert.identifier), ("sender", alert.sender)):
        if _FORBIDDEN.search(value):
            fields.notes.add(fields.at(name), "characters-forbidden", name)
    for name, value, scope in (
        ("restriction", alert.restriction, "Restricted"),
        ("addresses", alert.addresses, "Private"),
    ):
        if alert.scope == scope and not value:
            fields.missing(name)
        if alert.scope and alert.scope != scope and value and name == "restriction":
            fields.notes.add(fields.at(name), "unexpected", name)
    if alert.message_type != "Alert" and not alert.references:
        fields.missing("references")
