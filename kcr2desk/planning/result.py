"""A proposal as it is shown and printed. KCR2 decides nothing: who is proposed is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.reference import PlanWeights
from kcr2desk.planning.score import Score


@dataclass(frozen=True, slots=True)
class Reason:
    """Something true about a proposal: a code of `words.SENTENCES` and what it is about.

    `line` is a request line, `number` a count, percentage or minutes as the sentence says.
    """

    code: str
    owner: str = ""
    resource: str = ""
    line: str = ""
    number: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """An owner is proposed to give `quantity` of `resource` to a request line.

    It leaves at `from_at` and is taken until `until_at` (None: no end known); it arrives at
    `arrive_at` after `minutes`, an estimate. `relief` 0 is the first shift, 1 relieves that, and
    so on. `passed` says of nearer owners why not they; `notes` what to know of this one.
    """

    line: str
    owner: str
    resource: str
    quantity: int
    units: tuple[str, ...]
    from_at: datetime
    arrive_at: datetime
    until_at: datetime | None
    minutes: int
    relief: int
    passed: tuple[Reason, ...]
    notes: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unfilled:
    """What a line does not get, or from `from_at` on no relief (`relief` not 0); `why`, and what
    would fix it."""

    line: str
    missing: int
    relief: int
    from_at: datetime
    why: tuple[Reason, ...]
    fixes: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal for `lines`.

    `score` is what it comes to, `greedy` what the nearest-first plan would. `optimal`: nothing is
    better by the weights; else something may be, by `gap` of the cost at most. `second` is another
    plan that differs where it can (`differs` units come from elsewhere), None where there is none.
    """

    made_at: datetime
    lines: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    unfilled: tuple[Unfilled, ...]
    score: Score
    greedy: Score
    optimal: bool
    gap: float
    seconds: float
    weights: PlanWeights
    second: Plan | None = None
    differs: int = 0

    @property
    def gap_share(self) -> float:
        """The gap as a share (0 to 1) of the cost."""
        return min(1.0, self.gap / max(1.0, self.score.cost))

    def of_line(self, line: str) -> tuple[Assignment, ...]:
        """What is proposed for one line, in order of time and journey."""
        return tuple(a for a in self.assignments if a.line == line)
