"""How far a request is: counted from its lines, inquiries and commitments, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, InquiryLine, RequestLine

MOVING = frozenset({"en_route"})
THERE = frozenset({"on_site", "relieved"})
DONE = frozenset({"released", "returned"})
GIVEN = frozenset({"promised"}) | MOVING | THERE | DONE


@dataclass(frozen=True, slots=True)
class LineFill:
    """What became of one request line, in units.

    `asked` owners were asked and `silent` of them did not answer. `offered` is what answers hold
    that no commitment took over yet. `provisional` and `definite` count what is promised and not
    underway yet; with `en_route`, `on_site`, `released` and `returned` each unit is counted once.
    Relief (aflossing) counts from its arrival on, in place of those whom it takes over from.
    `missing` is what nobody gave; `enough`: the least acceptable number is reached.
    """

    wanted: int
    asked: int
    silent: int
    offered: int
    provisional: int
    definite: int
    en_route: int
    on_site: int
    released: int
    returned: int
    missing: int
    enough: bool

    @property
    def promised(self) -> int:
        """All that was given, however far it is."""
        return self.provisional + self.definite + self.arrived + self.en_route + self.over

    @property
    def arrived(self) -> int:
        """What is there now."""
        return self.on_site

    @property
    def over(self) -> int:
        """What was there and was let go."""
        return self.released + self.returned


def line_fill(
    line: RequestLine, answers: Iterable[InquiryLine], commitments: Iterable[Commitment]
) -> LineFill:
    """How far a line is; `answers` and `commitments` may be those of other lines too."""
    mine = [c for c in commitments if c.line == line.id and not c.removed]
    arrived = THERE | DONE
    gone = {c.relieves for c in mine if c.relieves and c.status in arrived}
    counted = [c for c in mine if c.id not in gone and (not c.relieves or c.status in arrived)]
    asked = [a for a in answers if a.line == line.id and not a.removed]
    taken = {c.inquiry for c in mine if c.inquiry and c.status in GIVEN}

    def count(states: frozenset[str], firmness: str = "") -> int:
        return sum(
            c.quantity for c in counted if c.status in states and firmness in ("", c.firmness)
        )

    given = count(GIVEN)
    return LineFill(
        wanted=line.quantity,
        asked=len(asked),
        silent=sum(1 for a in asked if not a.answer),
        offered=sum(offered(a) for a in asked if a.about not in taken),
        provisional=count(frozenset({"promised"}), "provisional"),
        definite=count(frozenset({"promised"}), "definite"),
        en_route=count(MOVING),
        on_site=count(THERE),
        released=count(frozenset({"released"})),
        returned=count(frozenset({"returned"})),
        missing=max(0, line.quantity - given),
        enough=given >= max(1, line.least),
    )


def offered(answer: InquiryLine) -> int:
    """How many an answer offers: of what was asked, or of its alternative."""
    if answer.answer == "yes":
        return answer.quantity if answer.offered is None else answer.offered
    if answer.answer in ("part", "provisional", "alternative"):
        return answer.offered or 0
    return 0


STAGES = (
    "open", "asked_out", "partly", "promised", "deployed", "released", "returned",
)  # fmt: skip


def stage(fills: Sequence[LineFill]) -> str:
    """How far a request in treatment is, one of STAGES (domain.md C.2)."""
    given = sum(f.promised for f in fills)
    if given and all(f.returned == f.promised for f in fills if f.promised):
        return "returned"
    if given and all(f.over == f.promised for f in fills if f.promised):
        return "released"
    if any(f.en_route or f.on_site for f in fills):
        return "deployed"
    if given and not any(f.missing for f in fills):
        return "promised"
    if given:
        return "partly"
    return "asked_out" if any(f.asked for f in fills) else "open"


def form_overdue(request: AssistanceRequest, now: datetime, hours: int = 24) -> bool:
    """Whether the signed form that was to follow is late."""
    if request.kind == "neighbour" or request.form in ("received", ""):
        return False
    since = request.received_at
    return since is not None and (now - since).total_seconds() > hours * 3600
