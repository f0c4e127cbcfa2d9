"""Knowing who somebody is, measured: candidates while typing at 100,000 persons, pairs within a
list of 25,000, and how many of the pairs of made-up lists are found and rightly so."""

from __future__ import annotations

import csv
import random
import statistics
from collections.abc import Sequence
from pathlib import Path

from kcr2desk.cli import figures
from kcr2desk.cli.bench_people import OPERATION, STREAM, Kind, People, measured, of_febrl, people
from kcr2desk.cli.bench_store import open_cache
from kcr2desk.cli.figures import Figure
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import blank_values, wire_values
from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.matching import pairs
from kcr2desk.store import Cache, rows
from kcr2desk.store.layout import KEYED
from kcr2desk.store.opening import transaction
from kcr2desk.store.rows import Row

BORN = 1_767_225_600_000
BATCH = 5000
ARRIVALS = 400
_OF_A_PERSON = (
    "family_name", "prefix", "given_names", "birth_date", "sex", "document_type",
    "document_number", "document_country", "phone", "street", "postcode", "city", "country",
)  # fmt: skip


def measure_lookup(folder: Path, count: int = 100_000) -> list[Figure]:
    """Candidates while typing, in the cache of a desk with `count` persons of one operation; and
    what its keys add to saving a person."""
    lines = people(11, Kind(originals=count, duplicated=0.0)).lines
    rng = random.Random(12)
    with open_cache(folder) as cache:
        _fill(cache, lines)
        taken = [figures.seconds(lambda t=typed: cache.candidates(STREAM, t)) * 1e3  # type: ignore[misc]
                 for typed in _typings(rng, lines, 1500)]  # fmt: skip
        saved, plain = _savings(cache, lines[:600])
    slow = statistics.quantiles(taken, n=100)[98]
    middle = statistics.median(taken)
    ratio = statistics.median(saved) / statistics.median(plain)
    told = f"{statistics.median(saved) * 1e3:.2f} ms against {statistics.median(plain) * 1e3:.2f}"
    return [
        Figure(
            f"candidates at {count:,} persons, p99", slow, "ms", 50.0, f"median {middle:.1f} ms"
        ),
        Figure("saving a person / the same without its keys", ratio, "×", 2.0, told),
    ]


def measure_pairs(_folder: Path, count: int = 25_000) -> list[Figure]:
    """Pairs within one list of pre-registrations."""
    lines = people(7, Kind(originals=count, duplicated=0.05)).lines[:count]
    found: list[int] = []
    taken = figures.seconds(lambda: found.append(len(pairs(lines))))
    return [Figure(f"pairs within {count:,} lines", taken, "s", 4.0, f"{found[0]:,} proposed")]


def measure_truth(_folder: Path, febrl: Path | None = None) -> list[Figure]:
    """Recall and precision of proposed pairs: on made-up lists, and on a FEBRL file if given."""
    made = []
    for seed, kind in (
        (21, Kind(originals=1000)),
        (22, Kind(originals=5000)),
        (23, Kind(originals=10_000, wrong=4)),
        (24, Kind(originals=1000, wrong=10, each=4)),
    ):
        name = f"{kind.originals:,} made-up people, to {kind.wrong} mistakes"
        made += _truth(name, people(seed, kind))
    if febrl is not None:
        with febrl.open(encoding="utf-8", newline="") as file:
            made += _truth(febrl.name, of_febrl(csv.DictReader(file)))
    return made


def _truth(name: str, of: People) -> list[Figure]:
    found = {frozenset((pair.one, pair.other)) for pair in pairs(of.lines)}
    recall, precision = measured(found, of.truth)
    told = f"{len(of.truth):,} pairs among {len(of.lines):,} lines"
    return [
        Figure(f"{name}: recall", recall, "", None, told),
        Figure(f"{name}: precision", precision, "", None, f"{len(found):,} proposed"),
    ]


def _fill(cache: Cache, lines: Sequence[ManifestLine]) -> None:
    """The lines as persons of a desk, half of them still lines of a list."""
    db = cache.writer()
    for start in range(0, len(lines), BATCH):
        with transaction(db):
            rows.write(
                db, [_row(n, line) for n, line in enumerate(lines[start : start + BATCH], start)]
            )


def _row(n: int, line: ManifestLine) -> Row:
    told = wire_values("manifestline", {name: getattr(line, name) for name in _OF_A_PERSON})
    arrival = derived_id(BORN, "bench", "arrival", str(n // 250))
    extra = {"arrival": arrival, "seat": f"{n % 250 // 6 + 1}{'ABCDEF'[n % 6]}"}
    if n % 2:
        values = {**blank_values("manifestline"), **told, **extra, "about": OPERATION}
        return Row("manifestline", line.id, STREAM, 1, 1, values)
    extra |= {"number": f"P-2026-K7-{n:06}-{n % 10}", "wristband": f"KCR{n:07}"}
    values = {**blank_values("person"), **told, **extra}
    return Row("person", line.id, STREAM, 1, 1, values)


def _typings(rng: random.Random, lines: Sequence[ManifestLine], count: int) -> list[dict[str, str]]:
    """What registrars type: mostly the beginning of a name."""
    made = []
    for _ in range(count):
        at = rng.randrange(len(lines))
        line, arrival = lines[at], derived_id(BORN, "bench", "arrival", str(at // 250))
        here = {"arrival": arrival} if rng.random() < 0.5 else {}
        match rng.randrange(8):
            case 0 | 1:
                made.append({"any": line.family_name[:3], **here})
            case 2:
                made.append({"any": f"{line.given_names[:3]} {line.family_name[:4]}", **here})
            case 3:
                made.append({"any": f"{at % 250 // 6 + 1}{'ABCDEF'[at % 6]}", "arrival": arrival})
            case 4:
                made.append({"document_number": line.document_number[: rng.randrange(4, 10)]})
            case 5:
                made.append({"any": f"KCR{at:07}"})
            case 6:
                made.append({"phone": line.phone, "birth_date": line.birth_date})
            case _:
                made.append({
                    "family_name": line.family_name, "given_names": line.given_names,
                    "birth_date": line.birth_date, **here,
                })  # fmt: skip
    return made


def _savings(cache: Cache, lines: Sequence[ManifestLine]) -> tuple[list[float], list[float]]:
    """Seconds of saving persons, in turns with and without their keys."""
    saved: list[float] = []
    plain: list[float] = []
    for n, line in enumerate(lines):
        told = {name: getattr(line, name) for name in _OF_A_PERSON}
        setattr(rows, "KEYED", KEYED if n % 2 else ())  # noqa: B010  only to measure
        (saved if n % 2 else plain).append(
            figures.seconds(lambda t=told: cache.create("person", t, stream=STREAM))  # type: ignore[misc]
        )
    setattr(rows, "KEYED", KEYED)  # noqa: B010
    return saved, plain
