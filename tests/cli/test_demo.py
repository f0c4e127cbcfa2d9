"""The demo's scenario is real: written, judged, merged and refused through the program itself."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from kcr2desk.cli.demo import staged
from kcr2desk.cli.scenario import at_the_time
from kcr2desk.cli.staging import AT_WORK, NOT_HERE
from kcr2desk.desk.accounts import known_accounts

WITHOUT_HUB = """
import sys
for name in ("fastapi", "uvicorn", "psycopg", "alembic", "prometheus_client"):
    sys.modules[name] = None
from kcr2desk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_scenario_holds_what_a_day_holds():
    with staged() as demo:
        reports, desks = demo.staged.reports, demo.staged.desks
        (account,) = known_accounts(demo.opener.data)
        assert account.account == AT_WORK
        session = demo.opener.open(account)
        try:
            cache = session.cache
            seen = cache.all("report")
            assert len(seen) > 35
            (conflict,) = cache.conflicts()
            assert conflict.about == reports["camping"]
            camping = {(h.actor, h.field) for h in cache.history("report", reports["camping"])}
            assert {("devries", "place"), ("jansen", "status"), ("jansen", "title")} <= camping
            lines = {line.id: line for line in cache.lines([r.id for r in seen])}
            assert lines[reports["WSL-demo-0714-1.cap"]].superseded == "cancel"
            assert lines[reports["2.49.0.1.528.9.demo.wind.1.cap"]].superseded == "update"
            assert lines[reports["terug"]].urgent
            assert not lines[reports["terug"]].acknowledged_by
            assert any(line.unread for line in lines.values())
            mail = reports["Net Apeldoorn-Ede.eml"]
            assert [line.id for line in cache.thread(mail)] != []
            assert lines[mail].attachments == 3
            exercise = reports["2.49.0.1.528.9.demo.oefening.1.cap"]
            alert = cache.get("report", exercise)
            assert alert is not None
            assert alert.stream == "test"
            assert session.sync.round(20).ok
        finally:
            session.close()
        (refusal,) = desks[NOT_HERE].attention().refusals
        assert refusal.code == "not_your_record"
        assert 0 < len(desks["ncc"].all("report")) < len(seen)


@pytest.mark.parametrize("command", [["demo"], ["hub", "status", "--data", "x"]])
def test_without_the_hub_it_says_what_to_install(command: list[str]):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_HUB, *command],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr == ("kcr2desk: the hub is not installed; run: pip install 'kcr2desk[hub]'\n")


def test_clock_times_in_its_sentences_move_along_with_the_day():
    now = datetime(2026, 7, 14, 20, 7, tzinfo=UTC)  # 22:07 in the Netherlands, eight hours later
    assert at_the_time("Piek tussen 16:00 en 18:00, peil 16,80 m.", now) == (
        "Piek tussen 00:00 en 02:00, peil 16,80 m."
    )
    assert at_the_time("Om 14:05.", datetime(2026, 7, 14, 12, 5, tzinfo=UTC)) == "Om 14:05."
