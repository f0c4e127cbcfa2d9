"""Where something went wrong, without what it was about.

The text of an exception may hold values of people: a key that was not found, a line that could not
be read, a row that a database shows. So logs get the type of an exception and the places it came
through, and never its text.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import PurePath
from types import TracebackType
from typing import Any

DEEPEST = 12
"""Places that are named of one exception, those nearest to where it was raised."""


def where(error: BaseException) -> str:
    """What kind of exception it is and where it was raised, and the same of what it came of."""
    said, seen = [], set[int]()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        text = (
            f" ({at})" if isinstance(at, ImportError) else ""
        )  # which names what is not installed
        said.append(f"{type(at).__name__}{text} at {_places(at.__traceback__)}")
        hidden = at.__suppress_context__ and at.__cause__ is None
        at = None if hidden else at.__cause__ or at.__context__
    return ", from ".join(said)


def _places(trace: TracebackType | None) -> str:
    lines = traceback.extract_tb(trace)[-DEEPEST:]
    return " > ".join(f"{PurePath(line.filename).stem}.{line.name}:{line.lineno}" for line in lines)


def keep_texts_out() -> None:
    """From now on no log, and nothing that Python itself prints of an exception that nobody caught,
    has the text of an exception. For a process of our own, at its start."""
    make = logging.getLogRecordFactory()

    def without_text(*given: Any, **named: Any) -> logging.LogRecord:
        record = make(*given, **named)
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = where(record.exc_info[1])
            record.exc_info = None
        return record

    logging.setLogRecordFactory(without_text)
    sys.excepthook = lambda _kind, error, _trace: _print(error)
    threading.excepthook = lambda told: _print(told.exc_value)
    sys.unraisablehook = lambda told: _print(told.exc_value)


def _print(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, SystemExit) and sys.stderr is not None:
        sys.stderr.write(f"kcr2desk: {where(error)}\n")
