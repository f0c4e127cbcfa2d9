"""An alert as its report keeps it (JSON), read for the screen. No Qt in here.

The field may come from any desk or hub, so whatever does not fit is left out and nothing raises.
Run it in the store's thread: an alert may have a hundred thousand points.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kcr2desk.core.text import Json
from kcr2desk.exchange.alert_text import plain

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

MOST_POINTS = 240
"""Points of one shape that are drawn; more cannot be seen at the size of the map."""
MOST_SHAPES = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon, or a circle when `radius_km` is not None (its centre is the only point)."""

    points: tuple[Point, ...]
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class AlertInfo:
    """One info block: what happens, how bad, where, and what to do. Texts are plain."""

    language: str
    event: str
    headline: str
    description: str
    instruction: str
    severity: str
    urgency: str
    certainty: str
    responses: tuple[str, ...]
    categories: tuple[str, ...]
    starts: datetime | None
    expires: datetime | None
    sender: str
    audience: str
    contact: str
    web: str
    areas: tuple[str, ...]
    shapes: tuple[Shape, ...]
    shapes_left_out: int
    details: tuple[tuple[str, str], ...]
    """Event codes, parameters, codes of the areas: (name, value)."""


@dataclass(frozen=True, slots=True)
class AlertShown:
    """An alert in the reader's language. `others` are infos in further languages."""

    identifier: str
    sender: str
    sent: datetime | None
    status: str
    message_type: str
    scope: str
    restriction: str
    note: str
    signed: bool
    infos: tuple[AlertInfo, ...]
    others: tuple[AlertInfo, ...]
    references: tuple[str, ...]
    remarks: tuple[tuple[str, int | None, str, str], ...]
    """What is odd about the file: (file, line, code of `exchange.problems`, detail)."""


def read_alert(document: Json, language: str) -> AlertShown | None:
    """The alert of a report for a reader of "nl" or "en"; None when there is none to show."""
    if not isinstance(document, dict):
        return None
    infos = list(dict.fromkeys(_info(each) for each in _dicts(document.get("infos"))))
    if not infos and not _text(document, "identifier"):
        return None
    tongue = _tongue_to_read(infos, language)
    return AlertShown(
        identifier=_text(document, "identifier"),
        sender=_text(document, "sender"),
        sent=_time(document.get("sent")),
        status=_text(document, "status"),
        message_type=_text(document, "message_type"),
        scope=_text(document, "scope"),
        restriction=_text(document, "restriction"),
        note=plain(_text(document, "note")),
        signed=document.get("signed") is True,
        infos=tuple(i for i in infos if _tongue(i) == tongue),
        others=tuple(i for i in infos if _tongue(i) != tongue),
        references=tuple(
            ",".join(filter(None, (_text(r, "sender"), _text(r, "identifier"), _text(r, "sent"))))
            for r in _dicts(document.get("references"))
        ),
        remarks=tuple(_remark(each) for each in _dicts(document.get("remarks"))),
    )


def _tongue(info: AlertInfo) -> str:
    return re.split("[-_]", info.language)[0].lower() or "en"


def _tongue_to_read(infos: list[AlertInfo], language: str) -> str:
    """The reader's language, else the other of Dutch and English, else that of the first."""
    there = [_tongue(info) for info in infos]
    for wanted in (language, "en" if language == "nl" else "nl"):
        if wanted in there:
            return wanted
    return there[0] if there else language


def _info(info: dict[str, Any]) -> AlertInfo:
    areas = _dicts(info.get("areas"))
    shapes = [shape for area in areas for shape in _shapes(area)]
    details = [
        (_text(pair, "name"), _text(pair, "value"))
        for pair in (
            *_dicts(info.get("event_codes")),
            *_dicts(info.get("parameters")),
            *(code for area in areas for code in _dicts(area.get("geocodes"))),
        )
    ]
    return AlertInfo(
        language=_text(info, "language"),
        event=plain(_text(info, "event")),
        headline=plain(_text(info, "headline")),
        description=joined(plain(_text(info, "description"))),
        instruction=joined(plain(_text(info, "instruction"))),
        severity=_text(info, "severity"),
        urgency=_text(info, "urgency"),
        certainty=_text(info, "certainty"),
        responses=_texts(info.get("response_types")),
        categories=_texts(info.get("categories")),
        starts=_time(info.get("onset")) or _time(info.get("effective")),
        expires=_time(info.get("expires")),
        sender=plain(_text(info, "sender_name")),
        audience=plain(_text(info, "audience")),
        contact=plain(_text(info, "contact")),
        web=_text(info, "web"),
        areas=tuple(
            dict.fromkeys(
                name for area in areas if (name := " ".join(_text(area, "description").split()))
            )
        ),
        shapes=tuple(shapes[:MOST_SHAPES]),
        shapes_left_out=max(0, len(shapes) - MOST_SHAPES),
        details=tuple(dict.fromkeys(pair for pair in details if pair[1])),
    )


_BROKEN = re.compile(r"(?<=[^\s.:;!?*)\]-])\n(?=[a-zà-ÿ0-9(])")

_BROKEN_CAPITALS = re.compile(r"(?<=[^\s.:;!?*)\]-])\n(?=[A-ZÀ-Ý0-9(])")


def joined(text: str) -> str:
    """Text whose lines were broken at a fixed width, as senders do, with whole paragraphs again.

    Only a line that is long, ends within a sentence and goes on in small letters is joined; in a
    text all in capitals, one that ends within a sentence.
    """
    broken = _BROKEN_CAPITALS if text.isupper() else _BROKEN

    def join(match: re.Match[str]) -> str:
        start = text.rfind("\n", 0, match.start()) + 1
        return " " if match.start() - start >= 45 else "\n"

    return broken.sub(join, text)


def _shapes(area: dict[str, Any]) -> Iterable[Shape]:
    for polygon in _list(area.get("polygons")):
        points = [point for each in _list(polygon) if (point := _point(each)) is not None]
        if len(points) >= 3:
            yield Shape(_fewer(points))
    for circle in _dicts(area.get("circles")):
        centre = _point([circle.get("lat"), circle.get("lon")])
        radius = circle.get("radius_km")
        if centre is not None and isinstance(radius, int | float) and 0 <= radius < 20_038:
            yield Shape((centre,), float(radius))


def _fewer(points: list[Point]) -> tuple[Point, ...]:
    step = math.ceil(len(points) / MOST_POINTS)
    return tuple(points[::step])


def _point(value: Any) -> Point | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    lat, lon = value
    if any(isinstance(v, bool) or not isinstance(v, int | float) for v in value):
        return None
    good = math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180
    return (float(lat), float(lon)) if good else None


def _remark(value: dict[str, Any]) -> tuple[str, int | None, str, str]:
    line = value.get("line")
    number = line if isinstance(line, int) and not isinstance(line, bool) else None
    return _text(value, "file"), number, _text(value, "code"), _text(value, "detail")


def _time(value: Any) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(item for item in _list(value) if isinstance(item, str))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in _list(value) if isinstance(item, dict)]
