"""Official borders of the safety regions out of a GeoJSON file, checked and made small.

    borders = read(data, "veiligheidsregios.geojson")    # raises Refused
    changes = to_changes(borders, book.boundaries)       # for the reference stream

Takes what CBS and PDOK hand out: polygons with `statcode` or a like property, in WGS 84 or RD New.
A file is taken whole or not at all, since a map on which a region is missing misleads.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kcr2desk.core import places
from kcr2desk.core.bijstand import BORN
from kcr2desk.core.changes import Change
from kcr2desk.core.ids import derived_id
from kcr2desk.core.making import altering, making
from kcr2desk.core.places import AMSTERDAM
from kcr2desk.core.reference import Boundary
from kcr2desk.core.text import Json
from kcr2desk.exchange import rd
from kcr2desk.exchange.border_lines import (
    Point,
    Ring,
    Shape,
    TooDetailed,
    area,
    as_json,
    inside,
    simplify,
)
from kcr2desk.exchange.capacity_names import key
from kcr2desk.exchange.problems import Problem, Refused

LARGEST_FILE = 60 << 20
MOST_FEATURES = 1_000
CODES = tuple(region.code for region in places.regions() if region.code.startswith("VR"))
_BOX = (2.5, 50.5, 7.5, 54.5)
"""West, south, east and north of the Netherlands with the sea before its coast, in degrees."""
_CODE_KEYS = ("statcode", "vrcode", "vr_code", "veiligheidsregiocode", "regiocode", "code", "id")
_NAME_KEYS = ("statnaam", "vrnaam", "vr_naam", "veiligheidsregio", "regionaam", "naam", "name")
_OTHER_AREA = re.compile(r"(GM|WK|BU|PV|LD|GG|AM|CR|RE|PO|WS|LN)\d+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Border:
    """The border of one region. `rings` as `reference.Boundary` has them."""

    code: str
    name: str
    rings: Json


@dataclass(frozen=True, slots=True)
class Borders:
    """The borders of all regions in the order of their codes. `remarks` say what was done to them;
    `valid_on` is the first day of the year that the file names, None when it names none."""

    borders: tuple[Border, ...]
    source_text: str
    valid_on: datetime | None
    metres: float
    remarks: tuple[Problem, ...]


def read(data: bytes, name: str) -> Borders:
    """The borders of a file; raises Refused with all that is wrong with it."""
    document = _document(data, name)
    features = _features(document, name)
    problems: list[Problem] = []
    remarks: list[Problem] = []
    found = _by_region(features, name, problems)
    raw = {
        code: _polygons(feature.get("geometry"), code, name, problems)
        for code, feature in found.items()
    }
    if problems:
        raise Refused(*problems)
    shapes = _shapes(_placed(raw, document, name, remarks), name, remarks)
    try:
        simple = simplify(shapes)
    except TooDetailed as error:
        raise Refused(Problem(name, None, "too-detailed", str(error))) from None
    _look_over(simple.shapes, name, remarks)
    if simple.crossing:
        remarks.append(Problem(name, None, "ring-crosses", ", ".join(sorted(simple.crossing))))
    if not simple.shares:
        remarks.append(Problem(name, None, "no-shared"))
    if simple.metres:
        remarks.append(Problem(name, None, "simplified", f"{simple.metres:.0f}"))
    if simple.islands_left_out:
        remarks.append(Problem(name, None, "islands-left-out", str(simple.islands_left_out)))
    borders = tuple(
        Border(code, _name_of(found[code], code), as_json(simple.shapes[code])) for code in CODES
    )
    told = str(document.get("name") or "")
    source = f"{name} ({told})" if told else name
    return Borders(
        borders, source[:500], _valid_on(document, features, name), simple.metres, tuple(remarks)
    )


def to_changes(borders: Borders, current: Mapping[str, Boundary]) -> tuple[Change, ...]:
    """The changes that bring the reference stream up to date; `current` is `Book.boundaries`."""
    made: list[Change] = []
    for border in borders.borders:
        fields = {
            "code": border.code,
            "name": border.name,
            "rings": border.rings,
            "source_text": borders.source_text,
            "valid_on": borders.valid_on,
        }
        held = current.get(border.code)
        if held is None:
            made.append(making("boundary", derived_id(BORN, "boundary", border.code), fields))
        elif (change := altering(held, fields)) is not None:
            made.append(change)
    return tuple(made)


# -- the file


def _document(data: bytes, name: str) -> dict[str, Any]:
    if not data.strip():
        raise Refused(Problem(name, None, "empty"))
    if len(data) > LARGEST_FILE:
        raise Refused(Problem(name, None, "too-large", f"{LARGEST_FILE >> 20} MB"))
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused(Problem(name, None, "not-json", "no UTF-8")) from None
    except json.JSONDecodeError as error:
        raise Refused(Problem(name, error.lineno, "not-json", error.msg)) from None
    except (RecursionError, ValueError) as error:
        raise Refused(Problem(name, None, "not-json", type(error).__name__)) from None
    if isinstance(document, dict) and document.get("type") == "Topology":
        raise Refused(Problem(name, None, "topojson"))
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        raise Refused(Problem(name, None, "not-borders"))
    return document


def _features(document: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    features = [each for each in document["features"] if isinstance(each, dict)]
    if not features:
        raise Refused(Problem(name, None, "not-borders"))
    told = Counter(
        match[1]
        for feature in features
        for value in _properties(feature).values()
        if isinstance(value, str) and (match := _OTHER_AREA.fullmatch(value.strip()))
    )
    regions = sum(1 for feature in features if _code_of(feature).startswith("VR"))
    if told and not regions:
        kind, count = told.most_common(1)[0]
        code = "municipalities" if kind == "GM" else "other-areas"
        raise Refused(Problem(name, None, code, str(count) if kind == "GM" else f"{kind}, {count}"))
    if len(features) > MOST_FEATURES:
        raise Refused(Problem(name, None, "features-many", str(MOST_FEATURES)))
    return features


def _by_region(
    features: Iterable[dict[str, Any]], name: str, problems: list[Problem]
) -> dict[str, dict[str, Any]]:
    """The feature of each region; what is unknown, twice or missing is a problem."""
    found: dict[str, dict[str, Any]] = {}
    for feature in features:
        code = _code_of(feature)
        if code not in CODES:
            told = code or " ".join(str(v) for v in _properties(feature).values())[:80] or "?"
            problems.append(Problem(name, None, "region-unknown", told))
        elif code in found:
            problems.append(Problem(name, None, "region-twice", _title(code)))
        else:
            found[code] = feature
    missing = [code for code in CODES if code not in found]
    if missing:
        problems.append(Problem(name, None, "regions-missing", ", ".join(missing)))
    return found


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _code_of(feature: Mapping[str, Any]) -> str:
    """The code that a feature names, by its code, number or name; "" when it names none."""
    properties = {str(k).lower(): v for k, v in _properties(feature).items()}
    for value in (
        *(properties.get(k) for k in _CODE_KEYS),
        feature.get("id"),
        *properties.values(),
    ):
        text = str(value).strip().upper() if isinstance(value, str) else ""
        if re.fullmatch(r"VR\s?\d{2}", text):
            return text.replace(" ", "")
    for name_key in _NAME_KEYS:
        value = properties.get(name_key)
        code = _codes_by_name().get(_bare(value)) if isinstance(value, str) else None
        if code:
            return code
    for code_key in _CODE_KEYS[:-1]:
        value = properties.get(code_key)
        if str(value).strip().isdigit() and 1 <= int(str(value)) <= 99:
            return f"VR{int(str(value)):02}"
    return ""


def _codes_by_name() -> dict[str, str]:
    return {_bare(name): code for code in CODES for name in places.names_of(code)}


def _bare(name: str) -> str:
    return key(name).removeprefix("veiligheidsregio ").removeprefix("vr ")


def _name_of(feature: Mapping[str, Any], code: str) -> str:
    properties = {str(k).lower(): v for k, v in _properties(feature).items()}
    for name_key in _NAME_KEYS:
        value = properties.get(name_key)
        if isinstance(value, str) and value.strip():
            return value.strip()[:200]
    return places.region(code).name


def _title(code: str) -> str:
    return f"{places.region(code).name} ({code})"


def _valid_on(
    document: Mapping[str, Any], features: Iterable[Mapping[str, Any]], name: str
) -> datetime | None:
    """1 January of the year in a property, in the name of the collection or of the file."""
    years = {
        str(value)
        for feature in features
        for k, value in _properties(feature).items()
        if str(k).lower() in ("jaar", "jaarcode", "year") and _YEAR.fullmatch(str(value))
    }
    if len(years) != 1:
        years = set(_YEAR.findall(str(document.get("name") or ""))) or set(_YEAR.findall(name))
    if len(years) != 1:
        return None
    return datetime(int(years.pop()), 1, 1, tzinfo=AMSTERDAM).astimezone(UTC)


# -- points, rings and shapes


def _polygons(geometry: Any, code: str, name: str, problems: list[Problem]) -> Shape:
    """The polygons of a geometry as they stand there; a problem when there is none."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    told = geometry.get("coordinates") if isinstance(geometry, dict) else None
    polygons: Any = [told] if kind == "Polygon" else told if kind == "MultiPolygon" else []
    try:
        shape = [[[_point(p) for p in ring] for ring in polygon] for polygon in polygons]
    except (TypeError, ValueError, LookupError):
        problems.append(Problem(name, None, "coordinates-wrong", _title(code)))
        return []
    if not any(ring for polygon in shape for ring in polygon):
        problems.append(Problem(name, None, "no-polygon", _title(code)))
    return shape


def _point(told: Any) -> Point:
    x, y = told[0], told[1]
    if not all(type(v) in (int, float) and v == v and abs(v) < 1e9 for v in (x, y)):
        raise ValueError(told)
    return float(x), float(y)


def _points(shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Point]]:
    for code, shape in shapes.items():
        for polygon in shape:
            for ring in polygon:
                for point in ring:
                    yield code, point


def _placed(
    shapes: Mapping[str, Shape], document: Mapping[str, Any], name: str, remarks: list[Problem]
) -> dict[str, Shape]:
    """The shapes in degrees, longitude first, whatever the file has. Raises Refused."""
    kinds = Counter(_kind(point) for _, point in _points(shapes))
    kind = max(kinds, key=lambda k: kinds[k])
    if kind == "elsewhere":
        raise Refused(Problem(name, None, "crs-unknown", _crs(document)))
    outside = sorted({code for code, point in _points(shapes) if _kind(point) != kind})
    if outside:
        raise Refused(*(Problem(name, None, "outside", _title(code)) for code in outside))
    if kind == "degrees":
        turn = _same
    else:
        remarks.append(Problem(name, None, "rd" if kind == "rd" else "latitude-first"))
        turn = _from_rd if kind == "rd" else _turned
    return {
        code: [[[turn(point) for point in ring] for ring in polygon] for polygon in shape]
        for code, shape in shapes.items()
    }


def _kind(point: Point) -> str:
    west, south, east, north = _BOX
    x, y = point
    if west <= x <= east and south <= y <= north:
        return "degrees"
    if west <= y <= east and south <= x <= north:
        return "latitude-first"
    return "rd" if rd.is_on_grid(x, y) else "elsewhere"


def _same(point: Point) -> Point:
    return round(point[0], 6), round(point[1], 6)


def _turned(point: Point) -> Point:
    return _same((point[1], point[0]))


def _from_rd(point: Point) -> Point:
    return _same(rd.to_degrees(*point))


def _crs(document: Mapping[str, Any]) -> str:
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    told = properties.get("name") if isinstance(properties, dict) else None
    return str(told) if told else "?"


def _shapes(placed: Mapping[str, Shape], name: str, remarks: list[Problem]) -> dict[str, Shape]:
    """Shapes of rings that are closed and have an area. Raises Refused when a region has none."""
    made: dict[str, Shape] = {}
    for code, shape in placed.items():
        made[code] = []
        for polygon in shape:
            rings = [_ring(ring, code, name, remarks) for ring in polygon]
            if rings and rings[0]:
                made[code].append([ring for ring in rings if ring])
        if not made[code]:
            raise Refused(Problem(name, None, "no-polygon", _title(code)))
    return made


def _ring(ring: Ring, code: str, name: str, remarks: list[Problem]) -> Ring:
    """The ring without repeated points and without its last; [] when it has no area."""
    if len(ring) > 1 and ring[0] != ring[-1]:
        remarks.append(Problem(name, None, "ring-open", _title(code)))
    once = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
    if len(once) > 1 and once[0] == once[-1]:
        once.pop()
    if len(once) < 3 or area(once) == 0:
        remarks.append(Problem(name, None, "ring-short", _title(code)))
        return []
    return once


def _look_over(shapes: Mapping[str, Shape], name: str, remarks: list[Problem]) -> None:
    """What is odd about shapes that are otherwise in order."""
    for code, shape in shapes.items():
        for outer, *holes in shape:
            if any(_mostly_outside(hole, outer) for hole in holes):
                remarks.append(Problem(name, None, "hole-outside", _title(code)))
        region = places.region(code)
        if not inside((region.longitude, region.latitude), shape):
            seat = f"{region.seat} ({code})"
            remarks.append(Problem(name, None, "seat-outside", seat))


def _mostly_outside(hole: Ring, outer: Ring) -> bool:
    """Whether a hole lies outside; points of it may lie on the outer ring itself."""
    some = hole[:: max(1, len(hole) // 9)]
    return 2 * sum(inside(point, [[outer]]) for point in some) < len(some)
