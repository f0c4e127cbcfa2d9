"""Lists brought in, measured: as many people as registered for the way home in a pandemic."""

from __future__ import annotations

import csv
import gc
import io
import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kcr2desk import matching
from kcr2desk.cli.bench_store import open_cache
from kcr2desk.cli.figures import Figure
from kcr2desk.core.collecting import in_short_looks
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.bringing import preview
from kcr2desk.core.repatriation.bringing_changes import changes
from kcr2desk.core.repatriation.opening import opening
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.exchange import person_sheet
from kcr2desk.store import Cache

COUNT = 25_000
DOUBLES = 0.03
"""Share of people who registered twice, the second time written otherwise."""

SECONDS = 10.0
TOGETHER = 5
"""Changesets in one turn, as the desk saves them (`desk.repatriation.import_work`)."""
NOW = datetime(2026, 11, 1, 20, 0, tzinfo=UTC)
_HEADS = (
    "Achternaam", "Tussenvoegsel", "Voornamen", "Geb.datum", "M/V", "Nationaliteit", "Paspoortnr",
    "Geldig tot", "Telefoon", "E-mail", "Adres", "Postcode", "Woonplaats", "Opmerking",
)  # fmt: skip
_FAMILY = (
    "ba", "be", "bo", "da", "de", "du", "fa", "fe", "ga", "go", "ha", "he", "ja", "ka", "ke",
    "la", "le", "ma", "me", "na", "no", "pa", "pe", "ra", "ri", "sa", "se", "ta", "te", "va",
)  # fmt: skip
_END = (
    "berg", "bos", "dijk", "en", "er", "huis", "ink", "kamp", "man", "mans", "ma", "nen", "ning",
    "sen", "ser", "stra", "ven", "veld",
)  # fmt: skip
_GIVEN = (
    "Aisha", "Albert", "Alexander", "Ali", "Amber", "Anna", "Anouk", "Bart", "Bas", "Bram",
    "Carla", "Charlotte", "Daan", "David", "Denise", "Dirk", "Eline", "Elisabeth", "Emma",
    "Esther", "Eva", "Fatima", "Femke", "Finn", "Floor", "Frank", "Geert", "Gerard", "Hamza",
    "Hanna", "Hassan", "Hendrik", "Ibrahim", "Ilse", "Ingrid", "Iris", "Jan", "Jasper", "Jeroen",
    "Johanna", "Julia", "Karel", "Kim", "Koen", "Lars", "Laura", "Leila", "Lieke", "Linda",
    "Lotte", "Lucas", "Maarten", "Maria", "Marieke", "Mark", "Mehmet", "Mila", "Milan", "Mohamed",
    "Monique", "Naomi", "Nick", "Noor", "Olivia", "Omar", "Patrick", "Pieter", "Rachid", "Robin",
    "Roos", "Ruben", "Saar", "Samira", "Sanne", "Sara", "Sjoerd", "Sophie", "Stefan", "Sven",
    "Tess", "Thijs", "Thomas", "Tim", "Tom", "Vera", "Willem", "Wouter", "Yara", "Yusuf",
)  # fmt: skip
_PREFIX = ("", "", "", "", "", "de", "van", "van der", "van den", "ten")
_NATIONS = ("Nederlandse", "Nederlandse", "NL", "NLD", "Belgische", "Marokkaanse", "Duitse", "GBR")


def people(count: int, seed: int = 7) -> bytes:
    """A csv file of made-up people who registered, some of them twice."""
    rng = random.Random(seed)
    rows = [_person(rng) for _ in range(count - round(count * DOUBLES))]
    rows += [_again(rng, rng.choice(rows)) for _ in range(count - len(rows))]
    rng.shuffle(rows)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([_HEADS, *rows])
    return text.getvalue().encode()


def _person(rng: random.Random) -> list[str]:
    born = NOW.date() - timedelta(days=rng.randint(30, 30_000))
    until = NOW.date() + timedelta(days=rng.randint(-100, 3_600))
    family = "".join(rng.choices(_FAMILY, k=rng.randint(1, 2))).capitalize() + rng.choice(_END)
    given = " ".join(rng.sample(_GIVEN, rng.randint(1, 2)))
    document = "".join(rng.choices("ABCDEFGHJKLMNPRSTUVWXYZ", k=2)) + f"{rng.randrange(10**7):07}"
    return [
        family, rng.choice(_PREFIX), given, f"{born:%d-%m-%Y}", rng.choice("MV"),
        rng.choice(_NATIONS), document if rng.random() < 0.8 else "", f"{until:%d-%m-%Y}",
        f"06{rng.randrange(10**8):08}", f"{family.lower()}{rng.randrange(10**5)}@example.org",
        f"{family}straat {rng.randint(1, 200)}", f"{rng.randint(1000, 9999)} {rng.choice('ABK')}X",
        "Utrecht", "",
    ]  # fmt: skip


def _again(rng: random.Random, row: list[str]) -> list[str]:
    """The same person once more: another given name, a slip in the date, no passport at hand."""
    again = list(row)
    match rng.randrange(4):
        case 0:
            again[6] = ""
        case 1:
            again[2] = again[2].split()[0]
        case 2:
            again[0] = again[0].replace("e", "ee", 1)
        case _:
            day, month, year = again[3].split("-")
            again[3] = f"{month}-{day}-{year}" if int(day) <= 12 else again[3]
    return again


def measure(folder: Path, count: int = COUNT) -> list[Figure]:
    """How long it takes from the bytes of a file until all of it is saved with its links, what of
    that is what, and how long bringing in the same file again takes."""
    data = people(count)
    with open_cache(folder) as cache:
        stream = _operation(cache)
        gc.collect()
        times: dict[str, float] = {}
        again: dict[str, float] = {}
        with in_short_looks():  # as a desk
            began = time.perf_counter()
            links = _bring_in(cache, stream, data, times)
            whole = time.perf_counter() - began
            began = time.perf_counter()
            _bring_in(cache, stream, data, again)
            second = time.perf_counter() - began
    parts = ", ".join(f"{name} {took:.1f}" for name, took in times.items())
    what = f"{count:,} people brought in, {links:,} proposed as the same"
    return [
        Figure(what, whole, "s", SECONDS, parts),
        Figure(f"the same {count:,} once more, nothing to change", second, "s"),
    ]


def _operation(cache: Cache) -> str:
    operation = cache.new_id()
    told = {"title": "Bench", "purpose": "Bench", "legal_ground": "Bench"}
    cache.save(stream_of(operation), opening(operation, "bench", told))
    return stream_of(operation)


def _bring_in(cache: Cache, stream: str, data: bytes, times: dict[str, float]) -> int:
    """What the desk does, part by part; returns how many links were made."""
    last = time.perf_counter()

    def lap(name: str) -> None:
        nonlocal last
        now = time.perf_counter()
        times[name] = now - last
        last = now

    table = person_sheet.read_table(data, "aanmeldingen.csv")
    columns = person_sheet.guess(table, NOW.date())
    file = person_sheet.listed(table, columns, NOW.date())
    lap("reading")
    book = OperationBook(stream, cache.all("manifestline", stream=stream, list="applied"))
    book.load(cache.all("personlink", stream=stream))
    seen = preview(book, file, file.list, "", NOW, origin="aanmeldingen.csv")
    lap("comparing")
    parts = changes(seen, matching.pairs)
    lap("proposing")
    for at in range(0, len(parts), TOGETHER):
        cache.save_parts(stream, parts[at : at + TOGETHER])
    lap("saving")
    return sum(change.type == "personlink" for part in parts for change in part)
