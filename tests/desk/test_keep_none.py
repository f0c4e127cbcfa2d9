"""The desk lives longer than Python 3.11 would let it under PySide6 6.12."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import kcr2desk.desk
from PySide6.QtCore import QObject, Signal

class Thing(QObject):
    told = Signal(bool)

thing = Thing()
for _ in range(200_000):
    thing.setObjectName("a")
    thing.told.emit(True)
print("alive")
"""


def test_a_process_outlives_hundreds_of_thousands_of_calls_into_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "alive", done.stderr
