"""The facts of a report in the order in which they are read; the four times; its links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.chips import quantity_name
from kcr2desk.desk.reports.facts_view import FactLine, TimeCell
from kcr2desk.desk.reports.shown import ReportShown, items_of, text_of

if TYPE_CHECKING:
    from kcr2desk.store.identity import Identity

translate = QCoreApplication.translate

KCR2 = "KCR2"


def times(values: Mapping[str, Json]) -> tuple[TimeCell, ...]:
    """Occurred, observed, received, entered."""
    return tuple(
        TimeCell(name, _moment(values.get(field)))
        for name, field in (
            (translate("Facts", "Occurred"), "occurred_at"),
            (translate("Facts", "Observed"), "observed_at"),
            (translate("Facts", "Received"), "received_at"),
            (translate("Facts", "Entered"), "entered_at"),
        )
    )


def facts(data: ReportShown, me: Identity) -> list[FactLine]:
    """Who told it, where it is, what it belongs to, whose it is, who may read it.

    Who called is left out for those who may not see it: no empty labels.
    """
    values = data.values
    told = [FactLine(translate("Facts", "Source"), text_of(values, "informant"), _by(values))]
    if data.private:
        told += _caller(values)
    told.append(FactLine(translate("Facts", "Place"), *_place(values)))
    incident = text_of(values, "incident")
    told.append(
        FactLine(
            translate("Facts", "Incident"),
            data.incident or (translate("Facts", "one that is not here") if incident else ""),
            link=f"incident:{incident}" if data.incident else "",
        )
    )
    told += [
        FactLine(
            translate("Facts", "Request"), request.number or request.title,
            detail=request.title if request.number else "", link=f"request:{request.id}",
        )
        for request in data.requests
    ]  # fmt: skip
    owner = text_of(values, "owner")
    owned = translate("Facts", "you") if owner == me.account else owner
    told.append(FactLine(translate("Facts", "Owner"), owned))
    told += _counted(values)
    told.append(FactLine(translate("Facts", "Read by"), _readers(values)))
    return told


def _by(values: Mapping[str, Json]) -> str:
    """By which channel it came."""
    channel = text_of(values, "channel")
    return words.channel(channel) if channel else ""


def _caller(values: Mapping[str, Json]) -> list[FactLine]:
    caller, callback = text_of(values, "caller"), text_of(values, "callback")
    by_phone = text_of(values, "channel") in ("phone", "radio")
    told: list[FactLine] = []
    if caller or by_phone:
        told.append(FactLine(translate("Facts", "Caller"), caller))
    if callback or by_phone:
        told.append(FactLine(translate("Facts", "Call back"), callback, copy=True))
    return told


def _place(values: Mapping[str, Json]) -> tuple[str, str]:
    """The place as it was told, and behind it municipality and region."""
    spot = text_of(values, "place")
    town = words.municipality(text_of(values, "municipality"))
    code = text_of(values, "region")
    region, short = words.region(code), words.region_short(code)
    named = region if short in ("", region) else f"{region} ({short})"
    parts = [part for part in (town, named) if part and part != spot]
    if spot:
        return spot, " · ".join(parts)
    return (parts[0], " · ".join(parts[1:])) if parts else ("", "")


def _counted(values: Mapping[str, Json]) -> list[FactLine]:
    quantities, grip = items_of(values, "quantities"), text_of(values, "grip")
    told: list[FactLine] = []
    if quantities:
        said = ", ".join(quantity_name(item) for item in quantities)
        told.append(FactLine(translate("Facts", "Quantities"), said))
    if grip:
        told.append(FactLine(translate("Facts", "GRIP"), grip))
    return told


def _readers(values: Mapping[str, Json]) -> str:
    """KCR2 and the source always, and whom the audience names."""
    source = text_of(values, "source")
    named = [] if source in ("", KCR2) else [words.region(source)]
    named += [words.audience(code) for code in items_of(values, "audience")]
    return ", ".join(dict.fromkeys((KCR2, *named)))


def links(values: Mapping[str, Json]) -> list[FactLine]:
    """Web addresses that came with it, each to be opened outside."""
    told: list[FactLine] = []
    for address in items_of(values, "links")[:20]:
        short = address.partition("://")[2] or address
        short = short if len(short) <= 48 else short[:47] + "…"
        web = address.startswith(("http://", "https://"))
        told.append(
            FactLine(
                translate("Facts", "Link") if not told else "",
                short,
                tip=address,
                link=address if web else "",
            )
        )
    return told


def _moment(value: Json) -> datetime | None:
    good = isinstance(value, int) and not isinstance(value, bool)
    return moment(value) if good else None  # type: ignore[arg-type]
