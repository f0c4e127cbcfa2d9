"""Figures of a benchmark: measured, compared with something bare in the same run, and printed."""

from __future__ import annotations

import json
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `budget` is what `value` may be at most, in the same unit ("" of a ratio).

    `detail` says what it was compared with, or how it was spread.
    """

    what: str
    value: float
    unit: str
    budget: float | None = None
    detail: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the budget was kept; None without one."""
        return None if self.budget is None else self.value <= self.budget


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def each(runs: int, run: Callable[[int], object]) -> list[float]:
    """How long each of `runs` calls takes, in seconds."""
    return [seconds(lambda n=n: run(n)) for n in range(runs)]  # type: ignore[misc]


def median(times: Sequence[float]) -> float:
    return statistics.median(times)


def percentile(times: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def show(figures: Sequence[Figure]) -> str:
    """The figures as a table for a terminal, and for docs/performance.md."""
    rows = [("figure", "measured", "budget", "", "")]
    for figure in figures:
        budget = "" if figure.budget is None else f"≤ {_number(figure.budget)} {figure.unit}"
        met = {None: "", True: "met", False: "MISSED"}[figure.met]
        measured = f"{_number(figure.value)} {figure.unit}"
        rows.append((figure.what, measured.strip(), budget.strip(), met, figure.detail))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = ["  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)).rstrip()
             for row in rows]  # fmt: skip
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def write(file: Path, figures: Sequence[Figure]) -> None:
    """The figures as JSON, with what they were measured on."""
    told = {
        "machine": platform.machine(),
        "python": platform.python_version(),
        "figures": [{**asdict(figure), "met": figure.met} for figure in figures],
    }
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
