"""`kcr2desk bench WHAT`: measures speed on this machine, as ratios in one run."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kcr2desk.cli import figures
from kcr2desk.cli.figures import Figure

PARTS = ("save", "apply", "line", "million", "screen")
BIJSTAND = ("plan", "race", "board")
REPATRIATION = ("import", "lookup", "pairs", "truth", "scan", "screen")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `bench`; a parsed command has its handler in `run`."""
    bench = subparsers.add_parser("bench", help="measure how fast this machine is at it")
    what = bench.add_subparsers(dest="what", metavar="WHAT", required=True)
    reports = what.add_parser("reports", help="saving, applying, syncing, listing, searching")
    reports.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    reports.add_argument("--count", type=int, default=1_000_000, help="reports in the large cache")
    reports.add_argument(
        "--only", action="append", choices=PARTS, help="measure this part (may be repeated)"
    )
    reports.add_argument("--folder", type=Path, help="where to work (a temporary folder)")
    reports.set_defaults(run=_reports)
    bijstand = what.add_parser("bijstand", help="planning, promising at once, the board")
    bijstand.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    bijstand.add_argument(
        "--only", action="append", choices=BIJSTAND, help="measure this part (may be repeated)"
    )
    bijstand.add_argument("--folder", type=Path, help="where to work (a temporary folder)")
    bijstand.set_defaults(run=_bijstand)
    hall = what.add_parser("repatriation", help="bringing lists in, who is who, scan to form")
    hall.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    hall.add_argument(
        "--only", action="append", choices=REPATRIATION, help="measure this part (may be repeated)"
    )
    hall.add_argument(
        "--febrl", type=Path, metavar="FILE", help="a FEBRL set (CSV) to measure pairs on, too"
    )
    hall.add_argument("--folder", type=Path, help="where to work (a temporary folder)")
    hall.set_defaults(run=_repatriation)


def _reports(arguments: argparse.Namespace) -> int:
    return _measure(arguments, PARTS, lambda part: _part(part, arguments.count))


def _bijstand(arguments: argparse.Namespace) -> int:
    return _measure(arguments, BIJSTAND, _part_of_bijstand)


def _repatriation(arguments: argparse.Namespace) -> int:
    return _measure(
        arguments, REPATRIATION, lambda part: _part_of_repatriation(part, arguments.febrl)
    )


def _measure(
    arguments: argparse.Namespace,
    parts: tuple[str, ...],
    part_of: Callable[[str], Callable[[Path], list[Figure]]],
) -> int:
    found: list[Figure] = []
    with tempfile.TemporaryDirectory(dir=arguments.folder, prefix="kcr2desk-bench-") as name:
        for part in arguments.only or parts:
            print(f"measuring {part} …", file=sys.stderr, flush=True)
            found += part_of(part)(Path(name) / part)
    print(figures.show(found))
    if arguments.json is not None:
        figures.write(arguments.json, found)
    return 0


def _part_of_bijstand(part: str) -> Callable[[Path], list[Figure]]:
    """The function that measures a part; what it needs is imported only now."""
    if part == "plan":
        from kcr2desk.cli import bench_plan

        return bench_plan.measure
    if part == "board":
        from kcr2desk.cli import bench_board

        return bench_board.measure
    from kcr2desk.cli import bench_race

    return bench_race.measure


def _part_of_repatriation(part: str, febrl: Path | None) -> Callable[[Path], list[Figure]]:
    """The function that measures a part; what it needs is imported only now."""
    if part == "import":
        from kcr2desk.cli import bench_repatriation_import

        return bench_repatriation_import.measure
    if part == "scan":
        from kcr2desk.cli import bench_repatriation_scan

        return bench_repatriation_scan.measure
    if part == "screen":
        from kcr2desk.cli import bench_repatriation_screen

        return bench_repatriation_screen.measure
    from kcr2desk.cli import bench_repatriation_match

    return {
        "lookup": bench_repatriation_match.measure_lookup,
        "pairs": bench_repatriation_match.measure_pairs,
        "truth": lambda folder: bench_repatriation_match.measure_truth(folder, febrl),
    }[part]


def _part(part: str, count: int) -> Callable[[Path], list[Figure]]:
    """The function that measures a part; what it needs is imported only now."""
    if part == "line":
        from kcr2desk.cli import bench_line

        return bench_line.measure
    if part == "screen":
        from kcr2desk.cli import bench_screen

        return bench_screen.measure
    from kcr2desk.cli import bench_store

    return {
        "save": bench_store.measure_save,
        "apply": bench_store.measure_apply,
        "million": lambda folder: bench_store.measure_million(folder, count),
    }[part]
