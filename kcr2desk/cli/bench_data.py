"""Reports as they come in, by the million: made up, but with words and choices as uneven as real.

For benchmarks and for looking at a full desk. Words follow Zipf's law (the commonest stands in
almost every report, half of them in a handful), compounds give a vocabulary of tens of thousands,
and what a report is about sets its words, so filters and words hang together as they do for real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, cycle, islice, product
from typing import Any

from kcr2desk.core import places
from kcr2desk.core.ids import check_digit, uuid7
from kcr2desk.core.records import blank_values
from kcr2desk.store import rows
from kcr2desk.store.opening import transaction
from kcr2desk.store.rows import Db, Row, Values

LAST = 1_785_000_000_000  # milliseconds: in July 2026
YEARS = 5  # over which they are spread; the last days are the busiest
STREAM = "national"
BATCH = 20_000  # rows in one transaction
SENTENCES = 8_000  # of each discipline
INCIDENTS = 2_000

_SMALL = (
    "de het een van in en op is te bij voor met door naar zijn er niet aan om uit als nog ook "
    "wordt worden geen tot over na dat die dit onder tussen circa ongeveer inmiddels momenteel"
)
_VERBS = (
    "gemeld bevestigd gevraagd verwacht afgesloten ontruimd geblust gewond hersteld vermist "
    "onderweg aanwezig beschikbaar ingezet opgeschaald afgeschaald gestrand geëvacueerd overleden "
    "vastgesteld besteld geleverd gestremd ingestort gezien onbekend dringend tijdelijk"
)
_DISCIPLINES = (
    ("general", 8,
     "crisis veiligheid bestuur burgemeester overleg besluit situatie melding regio team"),
    ("fire", 30,
     "brand brandweer rook vuur heide peloton tankspuit water natuur bos gas blus ladder"),
    ("medical", 14,
     "ziekenhuis ambulance gewonde patiënt arts zorg bed trauma hitte besmetting"),
    ("police", 14,
     "politie demonstratie vermissing verkeer aanhouding helikopter ME afzetting dreiging"),
    ("care", 8,
     "opvang evacuatie bewoner sporthal verpleeghuis bus maaltijd voedsel school gezin"),
    ("water", 10,
     "dijk waterschap hoogwater rivier pomp kering peil kwel overstroming sluis boot"),
    ("defence", 3,
     "defensie genie Chinook konvooi militair noodbrug vrachtwagen kazerne marine"),
    ("communication", 4,
     "pers bericht omroep gerucht website woordvoerder media publiek oproep"),
    ("infrastructure", 8,
     "stroom storing spoor trein weg tunnel brug gasleiding drinkwater zendmast"),
    ("international", 1,
     "ambassade reiziger vlucht grens lidstaat Unie konsul repatriëring verzoek"),
)  # fmt: skip
_ENDS = (
    "ploeg post wagen dienst gebied lijn punt uitval beheer coördinator leider commandant kamer "
    "plan groep voorraad behoefte capaciteit locatie terrein gevaar schade overlast"
)
_CHANNELS = ("phone", "mail", "lcms", "cap", "form", "radio", "feed", "api")
_STATUS = ("closed",) * 48 + ("processed",) * 2  # of 50
_GRADES = (
    *("F6",) * 40, *("A1",) * 12, *("A2",) * 15, *("B2",) * 15, *("B3",) * 6, *("C3",) * 8,
    *("D4",) * 3, "E5",
)  # fmt: skip
_NAMES = ("", "", "", "Jansen", "De Vries", "Van den Berg", "Bakker", "Yılmaz", "Ben Haddou")
_OFFICERS = tuple(f"officer{n}" for n in range(1, 41))
_SOURCES = (
    "Meldkamer Oost-Nederland", "Leider ROT", "Waterschap Limburg", "Rijkswaterstaat", "Liander",
    "OvD brandweer", "Omgevingsanalyse NCC", "ProRail", "KNMI", "Defensie Operatie Centrum",
)  # fmt: skip


def fill(into: Any, count: int, rng: random.Random, newest: int = LAST) -> None:
    """Put `count` reports with incidents, attachments and follow-ups into an open cache.

    `into` is a `Cache` that nothing else uses meanwhile, or a writing connection to its file. The
    cache must hold no reports yet. Nothing goes to the outbox: they stand as if pulled. The last
    of them came in at `newest` (milliseconds since 1970 UTC).
    """
    db: Db = into if hasattr(into, "execute") else into.writer()
    incidents = [_incident(n, rng, newest) for n in range(INCIDENTS)]
    db.execute("PRAGMA synchronous = OFF")  # all of it is made up: nothing to lose
    with transaction(db):
        rows.write(
            db, [*incidents, *(_discipline(code, rng, newest) for code, _, _ in _DISCIPLINES)]
        )
    made = reports(count, rng, [row.id for row in incidents], newest)
    while batch := list(islice(made, BATCH)):
        with transaction(db):
            rows.write(db, batch)
            rows.write(db, [_attachment(row, rng) for row in batch if rng.random() < 0.05])
    with transaction(db):  # one tidy search index, as a load leaves it in the end
        db.execute("INSERT INTO report_search(report_search) VALUES ('optimize')")
    db.execute("PRAGMA synchronous = FULL")


def reports(
    count: int, rng: random.Random, incidents: Sequence[str], newest: int = LAST
) -> Iterator[Row]:
    """`count` reports, oldest first, the last received at `newest` or within the minute before."""
    moulds = _moulds(rng)
    municipalities = places.municipalities()
    blank = dict(blank_values("report"))
    weights = list(accumulate(1 / (n + 3) for n in range(len(municipalities))))
    kinds = list(accumulate(weight for _, weight, _ in _DISCIPLINES))
    span = YEARS * 365 * 86_400_000
    before = ""
    for n in range(count):
        part = n / count
        when = newest - int(span * (1 - part) ** 2) - rng.randrange(60_000)
        mould = rng.choices(moulds, cum_weights=kinds)[0]
        where = rng.choices(municipalities, cum_weights=weights)[0]
        status, owner = _state(part, rng)
        grade = rng.choice(_GRADES)
        urgent = rng.random() < 0.02
        record = uuid7(when, rng.getrandbits(74))
        follows = before if before and rng.random() < 0.04 else ""
        values: Values = {
            **blank,
            "number": _number(n, part),
            "title": f"{rng.choice(mould.titles)} {where.name}",
            "text": " ".join(rng.choices(mould.sentences, cum_weights=mould.weights, k=3))
            + f" {rng.randrange(1, 400)} {where.name}",
            "informant": rng.choice(_SOURCES),
            "channel": rng.choice(_CHANNELS),
            "caller": rng.choice(_NAMES),
            "callback": f"+31 6 {rng.randrange(10_000_000, 99_999_999)}",
            "received_at": when,
            "entered_at": when + rng.randrange(120_000),
            "occurred_at": when - rng.randrange(3_600_000),
            "reliability": grade[0],
            "credibility": grade[1],
            "discipline": mould.discipline,
            "region": where.region,
            "municipality": where.code,
            "place": where.name,
            "incident": incidents[int(part * len(incidents) * rng.random() ** 0.1)]
            if rng.random() < 0.6
            else "",
            "status": status,
            "owner": owner,
            "urgent": urgent,
            "acknowledged_by": "" if status == "new" or not urgent else owner,
            "follows": [follows] if follows else [],
            "follows_how": rng.choice(("update", "cancel", "reply")) if follows else "",
        }
        before = record
        unread = part > 0.99 and rng.random() < 0.2
        yield Row("report", record, STREAM, n + 1, 0, values, unread=unread)


def _number(n: int, part: float) -> str:
    digits = f"{n % 100_000:04}"
    return f"M-{2021 + int(5.5 * part)}-{n % 12 + 1:02}-{digits}-{check_digit(digits)}"


def words_of(rng: random.Random, count: int) -> str:
    """`count` words of a report, as uneven as real ones."""
    words, weights = _vocabulary()
    return " ".join(rng.choices(words, cum_weights=weights, k=count))


@cache
def _vocabulary() -> tuple[tuple[str, ...], list[float]]:
    """All words, commonest first, with their cumulative weights after Zipf."""
    stems = [stem for _, _, words in _DISCIPLINES for stem in words.split()]
    ends = _ENDS.split()
    words = [*_SMALL.split(), *stems, *_VERBS.split()]
    words += [f"{stem}{end}" for stem, end in product(stems, ends)]
    words += [f"{one}{two}" for one, two in product(stems, stems) if one != two]
    words += [f"{one}{two}{end}" for one, two, end in zip(stems, stems[7:], cycle(ends))]
    return tuple(words), list(accumulate((n + 2) ** -1.1 for n in range(len(words))))


@dataclass(frozen=True, slots=True)
class _Mould:
    """What reports of one discipline are made from; some sentences are heard far more often."""

    discipline: str
    titles: Sequence[str]
    sentences: Sequence[str]
    weights: Sequence[float]


def _moulds(rng: random.Random) -> list[_Mould]:
    made = []
    verbs = _VERBS.split()
    for code, _, own in _DISCIPLINES:
        stems = own.split()

        def sentence(length: int, stems: Sequence[str] = stems) -> str:
            words = words_of(rng, length - 2).split()
            words.insert(rng.randrange(length - 1), rng.choice(stems))
            words.insert(rng.randrange(length), rng.choice(verbs))
            return " ".join(words).capitalize()

        sentences = [f"{sentence(rng.randrange(8, 22))}." for _ in range(SENTENCES)]
        weights = list(accumulate(1 / (n + 50) for n in range(SENTENCES)))
        titles = [sentence(rng.randrange(3, 8)) for _ in range(SENTENCES // 4)]
        made.append(_Mould(code, titles, sentences, weights))
    return made


def _state(part: float, rng: random.Random) -> tuple[str, str]:
    """Status and owner: what is old is closed, the newest is still new."""
    if part < 0.98:
        status = rng.choice(_STATUS) if rng.random() > 0.01 else rng.choice(("in_progress", "new"))
        return status, rng.choice(_OFFICERS)
    status = rng.choice(("new", "new", "in_progress", "processed", "closed"))
    return status, "" if status == "new" else rng.choice(_OFFICERS)


def _incident(n: int, rng: random.Random, newest: int) -> Row:
    when = newest - int(YEARS * 365 * 86_400_000 * (1 - n / INCIDENTS) ** 2) - 3_600_000
    values: Values = {
        **blank_values("incident"),
        "number": f"I-{n:06}",
        "title": words_of(rng, 3).capitalize(),
        "started_at": when,
        "status": "closed" if n < INCIDENTS * 0.98 else "open",
    }
    return Row("incident", uuid7(when, rng.getrandbits(74)), STREAM, 1, 0, values)


def _discipline(code: str, rng: random.Random, newest: int) -> Row:
    values: Values = {**blank_values("discipline"), "code": code, "name_nl": code, "name_en": code}
    return Row("discipline", uuid7(newest, rng.getrandbits(74)), "reference", 1, 0, values)


def _attachment(about: Row, rng: random.Random) -> Row:
    values: Values = {
        **blank_values("attachment"),
        "about": about.id,
        "name": f"{words_of(rng, 1)}.pdf",
        "size": rng.randrange(1_000, 10_000_000),
        "digest": rng.randbytes(32).hex(),
    }
    when = int(about.id[:8] + about.id[9:13], 16)
    return Row("attachment", uuid7(when, rng.getrandbits(74)), STREAM, about.revision, 0, values)
