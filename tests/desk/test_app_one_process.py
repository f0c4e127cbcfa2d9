"""A second start brings the first to the front instead of opening the same work twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kcr2desk.desk.one_process import FrontDoor, bring_to_front, socket_name

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kcr2desk.desk.one_process import bring_to_front
app = QCoreApplication([])
sys.exit(0 if bring_to_front(Path(sys.argv[1])) else 3)
"""

KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kcr2desk.desk.one_process import FrontDoor
app = QCoreApplication([])
door = FrontDoor(Path(sys.argv[1]))
assert door.listening
os._exit(9)
"""


def second_start(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(folder)],
        env=dict(os.environ),
        stderr=subprocess.PIPE,
    )


def test_the_second_start_is_answered_and_the_first_is_called(qtbot, tmp_path: Path):
    door = FrontDoor(tmp_path)
    assert door.listening
    with qtbot.waitSignal(door.called, timeout=10_000):
        second = second_start(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.communicate()[1] == b""
    assert second.returncode == 0
    door.close()


def test_nobody_is_called_for_another_account(qtbot, tmp_path: Path):
    door = FrontDoor(tmp_path / "jansen")
    assert not bring_to_front(tmp_path / "devries")
    door.close()


def test_what_a_killed_process_left_behind_is_no_hindrance(qtbot, tmp_path: Path):
    run = [sys.executable, "-c", KILLED, str(tmp_path)]
    left = subprocess.run(run, check=False)
    assert left.returncode == 9
    door = FrontDoor(tmp_path)
    assert door.listening
    door.close()


def test_the_name_is_short_and_the_same_for_every_way_to_the_folder(tmp_path: Path):
    (tmp_path / "a").mkdir()
    assert socket_name(tmp_path / "a") == socket_name(tmp_path / "a" / ".." / "a")
    assert len(socket_name(tmp_path)) < 60
