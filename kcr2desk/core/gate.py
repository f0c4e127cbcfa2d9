"""The legal gate: who signs for help, and which signed forms are still missing.

A dated decision table (`GateRule` records that KCR2 edits) is read for one request. It flags and
counts the time; it never blocks: help goes before paper (domain.md C.1). Where no row fits the
answer is unknown, never "missing".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kcr2desk.core import places
from kcr2desk.core.bijstand import AssistanceRequest, RequestLine
from kcr2desk.core.reference import GateRule, ResourceType

BES = frozenset({"BQ-BO", "BQ-SE", "BQ-SA"})
COUNTRIES = frozenset({"AW", "CW", "SX"})
NOT_WANTED = frozenset({"withdrawn", "replaced", "cancelled"})
"""How a line ended for which nobody has to sign any more."""


class Paper(StrEnum):
    """How the signed forms stand for one kind of help."""

    UNKNOWN = "unknown"  # no row of the table fits: nobody knows what is wanted
    PLACE = "place"  # one form a municipality, and no municipality is named yet
    MISSING = "missing"
    COMPLETE = "complete"
    OPEN = "open"  # a form is wanted and not in; the row does not say how many there are to be
    NONE = "none"  # the row that holds asks for no form


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the table says of one kind of help in a request.

    `help` is the discipline, `resources` the types that are asked of it. `rule` is the row that
    holds, None: no row fits. `wanted`, `here` and `missing` are codes of municipalities or of the
    region whose signed form is wanted, is in, is not. `since` is when the request came;
    `waiting` how long the forms take or took, None where nothing is counted.
    """

    help: str
    resources: tuple[str, ...]
    rule: GateRule | None
    paper: Paper
    wanted: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    since: datetime | None = None
    waiting: timedelta | None = None


def verdicts(
    rules: Iterable[GateRule],
    request: AssistanceRequest,
    lines: Iterable[RequestLine],
    types: Mapping[str, ResourceType],
    at: datetime,
) -> tuple[Verdict, ...]:
    """What the table says of a request at the moment `at`, one verdict a kind of help.

    The rows that count are those valid when the request came in. Burenhulp wants no form, so it
    has no verdict; a request without lines has one for help of any kind.
    """
    if request.kind == "neighbour":
        return ()
    table = list(rules)
    received = request.received_at or at
    groups: dict[tuple[str, str], tuple[GateRule | None, list[str]]] = {}
    asked = [line.resource for line in lines if not line.removed and line.ended not in NOT_WANTED]
    for resource in dict.fromkeys(asked or [""]):
        known = types.get(resource)
        help = known.discipline if known is not None else ""
        rule = holding_rule(table, help, resource, request.region, received)
        _, resources = groups.setdefault((help, rule.id if rule else ""), (rule, []))
        resources += [resource] if resource else []
    return tuple(
        _verdict(help, tuple(resources), rule, request, at)
        for (help, _), (rule, resources) in groups.items()
    )


def holding_rule(
    rules: Iterable[GateRule], help: str, resource: str, region: str, at: datetime
) -> GateRule | None:
    """The row that holds for a discipline and resource type in a region at a moment.

    The row that says most wins; of two that say as much the one that names the area (islands have
    their own law), then the one that is valid since the latest, then by code.
    """
    fitting = [
        (score, rule)
        for rule in rules
        if not rule.removed
        and valid(rule, at)
        and (score := _fit(rule, help, resource, region)) is not None
    ]
    if not fitting:
        return None
    return max(
        fitting,
        key=lambda each: (
            sum(each[0]),
            each[0][1],
            each[1].valid_from.timestamp() if each[1].valid_from else float("-inf"),
            each[1].code,
        ),
    )[1]


def valid(rule: GateRule, at: datetime) -> bool:
    """Whether a row is valid at a moment: from its first moment on, up to its last."""
    at = at.astimezone(
        UTC
    )  # two times of one zone compare by their clocks, which go back in autumn
    begun = rule.valid_from is None or rule.valid_from <= at
    return begun and (rule.valid_until is None or at < rule.valid_until)


def area_of(region: str) -> str:
    """ "mainland", "bes" or "countries"; "" for what is none of these."""
    if region in BES:
        return "bes"
    if region in COUNTRIES:
        return "countries"
    return "mainland" if region.startswith("VR") else ""


def _fit(rule: GateRule, help: str, resource: str, region: str) -> tuple[int, int] | None:
    """How much a row says of this help and this area, 0 to 2 each; None when it does not fit."""
    said = (
        _how_exact(rule.help, resource, help),
        _how_exact(rule.area, region, area_of(region)),
    )
    return None if None in said else (said[0] or 0, said[1] or 0)


def _how_exact(said: str, exactly: str, kind: str) -> int | None:
    if not said:
        return 0
    if said == exactly:
        return 2
    return 1 if said == kind else None


def _verdict(
    help: str,
    resources: tuple[str, ...],
    rule: GateRule | None,
    request: AssistanceRequest,
    at: datetime,
) -> Verdict:
    since = request.received_at
    here: tuple[str, ...]
    missing: tuple[str, ...]
    if rule is None:
        return Verdict(help, resources, None, Paper.UNKNOWN, since=since)
    if not rule.per and not rule.form:
        return Verdict(help, resources, rule, Paper.NONE, since=since)
    wanted = signers(rule, request)
    if not rule.per:
        paper = Paper.COMPLETE if request.form == "received" else Paper.OPEN
        here, missing = (), ()
    elif not wanted:
        paper, here, missing = Paper.PLACE, (), ()
    else:
        here = _forms_here(wanted, request)
        missing = tuple(code for code in wanted if code not in here)
        paper = Paper.MISSING if missing else Paper.COMPLETE
    until = at if paper is not Paper.COMPLETE else request.form_at
    return Verdict(help, resources, rule, paper, wanted, here, missing, since, _span(since, until))


def _span(since: datetime | None, until: datetime | None) -> timedelta | None:
    """How long really, not by a clock that went back meanwhile; None where an end is not known."""
    if since is None or until is None:
        return None
    return max(timedelta(0), until.astimezone(UTC) - since.astimezone(UTC))


def signers(rule: GateRule, request: AssistanceRequest) -> tuple[str, ...]:
    """Codes of those that file a signed form each: every municipality of deployment, or the
    region. An island is its own municipality. Empty: not known."""
    if not rule.per:
        return ()
    if rule.per == "municipality" and area_of(request.region) == "mainland":
        return tuple(sorted(request.municipalities, key=name_of))
    return (request.region,) if request.region else ()


def _forms_here(wanted: Sequence[str], request: AssistanceRequest) -> tuple[str, ...]:
    """Whose form is in. A form that was noted as received, without a word on whose, is that of
    the only one who has to sign; where several have to, it is not known whose."""
    if request.form == "received" and not request.forms_from and len(wanted) == 1:
        return tuple(wanted)
    return tuple(code for code in wanted if code in request.forms_from)


def name_of(code: str) -> str:
    """The name of a municipality or region; the code itself where this version knows none."""
    try:
        known = places.municipality(code) if code.startswith("GM") else places.region(code)
    except KeyError:
        return code
    return known.name
