"""Official borders: what is taken, what is refused, and what simplifying leaves as it was."""

from __future__ import annotations

import copy
import json
import math
import random
import time
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from kcr2desk.core.changes import How
from kcr2desk.core.merge import merge
from kcr2desk.core.records import build
from kcr2desk.core.reference import Boundary
from kcr2desk.exchange import border_lines, boundaries, rd
from kcr2desk.exchange.problems import Problem, Refused, sentence

REAL = Path(__file__).parents[3] / "shared" / "data" / "veiligheidsregios_2023.geojson"
SIZE = 0.3


def corner(x: int, y: int) -> list[float]:
    return [round(4.0 + x * SIZE, 5), round(51.0 + y * SIZE, 5)]


def side(a: list[float], b: list[float], points: int) -> list[list[float]]:
    """A jagged line between two corners, the same from both ends, without its last point."""
    turned = b < a
    low, high = (b, a) if turned else (a, b)
    rng = random.Random(f"{low}{high}")
    line = [low]
    for i in range(1, points):
        share, off = i / points, rng.uniform(-0.003, 0.003)
        dx, dy = high[0] - low[0], high[1] - low[1]
        line.append([
            round(low[0] + share * dx - off * dy / SIZE, 6),
            round(low[1] + share * dy + off * dx / SIZE, 6),
        ])  # fmt: skip
    line.append(high)
    return (line[::-1] if turned else line)[:-1]


def country(points: int = 4) -> dict[str, Any]:
    """25 regions in a square of five by five, with jagged borders that neighbours share."""
    features = []
    for index, code in enumerate(boundaries.CODES):
        x, y = index % 5, index // 5
        corners = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]
        ring = [
            p
            for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
            for p in side(a, b, points)
        ]
        features.append({
            "type": "Feature",
            "properties": {"statcode": code, "statnaam": f"Regio {code}"},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        })  # fmt: skip
    return {"type": "FeatureCollection", "name": "regios_2024", "features": features}


def read(document: Any) -> boundaries.Borders:
    return boundaries.read(json.dumps(document).encode(), "grens.geojson")


def refused(document: Any) -> list[str]:
    with pytest.raises(Refused) as error:
        read(document)
    return codes(error.value.problems)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    for problem in problems:
        assert sentence(problem, "nl") != sentence(problem, "en")
    return [p.code for p in problems]


def remarks(borders: boundaries.Borders) -> list[str]:
    """Without those about seats: the square country has its towns elsewhere."""
    return [code for code in codes(borders.remarks) if code != "seat-outside"]


def test_a_good_file_is_taken_as_it_is():
    borders = read(country())
    assert [b.code for b in borders.borders] == list(boundaries.CODES)
    assert borders.borders[5].name == "Regio VR06"
    assert (borders.metres, remarks(borders)) == (0, [])
    assert borders.valid_on is not None
    assert borders.source_text == "grens.geojson (regios_2024)"
    rings: Any = borders.borders[0].rings
    assert rings[0][0][0] == rings[0][0][-1]


def each_point(document: dict[str, Any], turn: Any) -> dict[str, Any]:
    made = copy.deepcopy(document)
    for feature in made["features"]:
        geometry = feature["geometry"]
        geometry["coordinates"] = [[turn(p) for p in ring] for ring in geometry["coordinates"]]
    return made


def test_latitude_first_and_a_height_are_understood():
    turned = read(each_point(country(), lambda p: [p[1], p[0], 3.5]))
    assert remarks(turned) == ["latitude-first"]
    assert turned.borders == read(country()).borders


def grid_of(longitude: float, latitude: float) -> list[float]:
    """Metres of the Dutch grid, by searching: the inverse of `rd.to_degrees`."""
    x, y = 155_000.0, 463_000.0
    for _ in range(12):
        at = rd.to_degrees(x, y)
        x += (longitude - at[0]) * 68_200
        y += (latitude - at[1]) * 111_250
    return [x, y]


def test_the_dutch_grid_is_converted():
    borders = read(each_point(country(2), lambda p: grid_of(*p)))
    assert remarks(borders) == ["rd"]
    for made, meant in zip(borders.borders, read(country(2)).borders, strict=True):
        ours: Any = made.rings
        theirs: Any = meant.rings
        pairs = zip(ours[0][0], theirs[0][0], strict=True)
        assert all(math.dist(a, b) < 3e-5 for a, b in pairs)


@pytest.mark.parametrize(
    ("x", "y", "latitude", "longitude"),
    [  # Amersfoort, the Westertoren in Amsterdam, the Martinitoren in Groningen
        (155_000, 463_000, 52.15517440, 5.38720621),
        (120_700.723, 487_525.501, 52.37453253, 4.88352559),
        (233_883.131, 582_065.167, 53.21938317, 6.56820053),
    ],
)
def test_known_towers_stand_within_a_metre(x: float, y: float, latitude: float, longitude: float):
    east, north = rd.to_degrees(x, y)
    assert math.hypot((east - longitude) * 68_200, (north - latitude) * 111_250) < 1


def test_what_is_no_file_of_regions_gets_a_sentence():
    gemeenten = country()
    for feature in gemeenten["features"]:
        code = feature["properties"]["statcode"]
        feature["properties"] = {"statcode": f"GM00{code[2:]}", "statnaam": "Plaats"}
    assert refused(gemeenten) == ["municipalities"]
    assert refused({"type": "Topology", "objects": {}}) == ["topojson"]
    assert refused({"type": "FeatureCollection", "features": []}) == ["not-borders"]
    assert refused([1, 2]) == ["not-borders"]
    web = each_point(country(), lambda p: [p[0] * 111_319, p[1] * 130_000])
    web["crs"] = {"type": "name", "properties": {"name": "EPSG:3857"}}
    assert refused(web) == ["crs-unknown"]
    for data in (b"", b"{", b"\xff\xfe{", b"[" * 100_000):
        with pytest.raises(Refused):
            boundaries.read(data, "x")


def test_other_years_are_refused_with_what_is_missing_or_unknown():
    fewer = country()
    del fewer["features"][3]
    assert refused(fewer) == ["regions-missing"]
    more = country()
    extra = copy.deepcopy(more["features"][0])
    extra["properties"]["statcode"] = "VR26"
    more["features"].append(extra)
    assert refused(more) == ["region-unknown"]
    twice = country()
    twice["features"].append(twice["features"][0])
    assert refused(twice) == ["region-twice"]


@pytest.mark.parametrize(
    "properties",
    [{"VRcode": 6}, {"code": "06"}, {"regiocode": "VR 06"}, {"naam": "Veiligheidsregio VNOG"},
     {"statnaam": "Noord- en Oost-Gelderland"}, {"gid": 4, "iets": "VR06"}],
)  # fmt: skip
def test_regions_are_known_by_code_number_or_name(properties: dict[str, Any]):
    document = country()
    document["features"][5]["properties"] = properties
    assert read(document).borders[5].code == "VR06"


def test_odd_rings_are_mended_or_refused():
    document = country()
    ring = document["features"][0]["geometry"]["coordinates"][0]
    ring.pop()  # not closed
    document["features"][0]["geometry"]["coordinates"].append([[4.1, 51.1], [4.1, 51.1]])
    borders = read(document)
    assert sorted(remarks(borders)) == ["ring-open", "ring-short"]
    assert borders.borders[0] == read(country()).borders[0]
    document["features"][0]["geometry"] = {"type": "Point", "coordinates": [4, 51]}
    assert refused(document) == ["no-polygon"]
    document["features"][0]["geometry"] = {"type": "Polygon", "coordinates": [[["x", None]]]}
    assert refused(document) == ["coordinates-wrong"]
    far = country()
    far["features"][2]["geometry"]["coordinates"][0][1] = [-68.0, 12.0]
    assert refused(far) == ["outside"]


def test_holes_stay_and_one_outside_is_said():
    document = country()
    inner = [[4.1, 51.1], [4.2, 51.1], [4.2, 51.2], [4.1, 51.1]]
    document["features"][0]["geometry"]["coordinates"].append(inner)
    borders = read(document)
    rings: Any = borders.borders[0].rings
    assert rings[0][1] == inner
    assert remarks(borders) == []
    document["features"][0]["geometry"]["coordinates"][1] = [[x + 2, y] for x, y in inner]
    assert "hole-outside" in remarks(read(document))


def test_a_border_that_crosses_itself_is_said():
    document = country(1)
    ring = document["features"][0]["geometry"]["coordinates"][0]
    ring[1:1] = [[4.2, 51.1], [4.1, 50.9], [4.1, 51.1]]
    assert "ring-crosses" in remarks(read(document))


def edges(borders: boundaries.Borders) -> Counter[frozenset[tuple[float, ...]]]:
    found: Counter[frozenset[tuple[float, ...]]] = Counter()
    for border in borders.borders:
        rings: Any = border.rings
        for polygon in rings:
            for ring in polygon:
                for a, b in pairwise(ring):
                    found[frozenset((tuple(a), tuple(b)))] += 1
    return found


def test_lines_that_cross_are_found_whatever_their_length():
    rng = random.Random(7)
    ways = (lambda: rng.uniform(3, 7), lambda: 5 + rng.uniform(0, 1e-3), lambda: 5.0)
    for _ in range(60):
        lines = [(i, [(rng.choice(ways)(), rng.choice(ways)()) for _ in range(5)]) for i in (0, 1)]
        pieces = [(i, a, b) for i, line in lines for a, b in pairwise(line)]
        wanted = {
            (min(i, j), max(i, j))
            for (i, a, b), (j, c, d) in combinations(pieces, 2)
            if border_lines._cross(a, b, c, d)
        }
        assert border_lines._crossings(lines) == wanted


def test_a_long_line_beside_many_short_ones_takes_no_time():
    """It lay in a cell for each of the short ones, across the country and up: a hundred million."""
    turn = 2 * math.pi / 20_000
    fine = [(5 + 0.01 * math.cos(turn * n), 52 + 0.01 * math.sin(turn * n)) for n in range(20_000)]
    began = time.process_time()
    assert border_lines._crossings([(0, fine), (1, [(3.0, 50.0), (7.0, 54.0)])]) == {(0, 1)}
    assert time.process_time() - began < 3


def test_simplifying_keeps_what_neighbours_share_and_the_limits():
    borders = read(country(300))
    assert borders.metres >= 10
    assert "simplified" in remarks(borders)
    sizes = [len(json.dumps(b.rings, separators=(",", ":"))) for b in borders.borders]
    assert max(sizes) < 40_000
    assert sum(sizes) < 400_000
    seen = edges(borders)
    assert set(seen.values()) == {1, 2}
    middle: Any = borders.borders[12].rings  # a region with neighbours all around has no edge alone
    pairs = pairwise(middle[0][0])
    assert all(seen[frozenset((tuple(a), tuple(b)))] == 2 for a, b in pairs)


def test_simplifying_strays_no_further_than_it_says():
    document = country(150)
    shapes = {
        f["properties"]["statcode"]: [[[tuple(p) for p in f["geometry"]["coordinates"][0][:-1]]]]
        for f in document["features"]
    }
    arcs, _ = border_lines._cut(shapes)
    assert len(arcs) == 60 - 4  # the sides of 25 squares, two of each corner square in one
    for arc in arcs:
        arc.worth = border_lines._worth(arc)
        kept = [(x * 68_200, y * 111_250) for x, y in arc.kept(50.0)]
        for x, y in arc.points:
            at = (x * 68_200, y * 111_250)
            away = min(_distance(at, a, b) for a, b in pairwise(kept))
            assert away <= 50.5


def _distance(p: tuple[float, ...], a: tuple[float, ...], b: tuple[float, ...]) -> float:
    length = math.dist(a, b) ** 2
    along = (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])
    share = min(1.0, max(0.0, along / length)) if length else 0.0
    return math.dist(p, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))


def test_what_cannot_be_made_small_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(border_lines, "LARGEST_TOTAL", 500)
    assert refused(country()) == ["too-detailed"]


def test_borders_become_records_and_a_second_time_nothing():
    borders = read(country())
    made = boundaries.to_changes(borders, {})
    assert len(made) == 25
    assert {change.how for change in made} == {How.NEW}
    held = {}
    for change in made:
        record = build("boundary", change.id, "reference", 0, merge(None, change).values)
        assert isinstance(record, Boundary)
        held[record.code] = record
    assert boundaries.to_changes(borders, held) == ()
    moved = country()
    moved["features"][0]["geometry"]["coordinates"][0][1][0] += 0.001
    changed = boundaries.to_changes(read(moved), held)
    assert [(c.id, c.how, set(c.fields)) for c in changed] == [
        (held["VR01"].id, How.EDIT, {"rings"})
    ]


@pytest.mark.skipif(not REAL.exists(), reason="the official file of 2023 is not here")
def test_the_official_file_of_2023():
    borders = boundaries.read(REAL.read_bytes(), REAL.name)
    assert (borders.metres, len(borders.borders)) == (0, 25)
    assert "seat-outside" not in codes(borders.remarks)
    assert borders.borders[5].name == "Noord- en Oost-Gelderland"
    assert set(edges(borders).values()) <= {1, 2}
    assert max(len(json.dumps(b.rings)) for b in borders.borders) < 40_000
