"""The measurement of stalls runs, on a tiny hall; nothing is timed here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kcr2desk.cli import bench_repatriation_screen
from kcr2desk.cli.bench_repatriation_hall import Size


def test_measures_a_panel_in_which_desks_work(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp is QApplication.instance()
    size = Size(applied=40, persons=20, groups=5, passages=30, listed=12)
    found = bench_repatriation_screen.measure(tmp_path, size, changes=12, seconds=0.05, listed=15)
    longest = [figure.what for figure in found if figure.what.endswith("longest stall")]
    assert len(longest) == len(bench_repatriation_screen.VIEWS) + 3
    assert all(figure.budget for figure in found)
