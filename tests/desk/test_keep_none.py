"""The desk lives longer than Python 3.11 would let it under PySide6 6.12."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import kcr2desk.desk
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(400_000):
    thing.setObjectName("a")
print("alive")
"""


def test_a_process_outlives_hundreds_of_thousands_of_calls_that_return_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "alive", done.stderr
