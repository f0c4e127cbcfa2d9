"""Keep `None`, `True` and `False` alive under PySide6 6.12 on Python 3.11.

PySide6 6.12.0 is built as if they were immortal, which they are from Python 3.12 on. On 3.11 every
call into Qt that returns None, and every signal that is emitted, takes a reference that it does not
own; after some ten thousand the count is nought and Python ends the process: "none_dealloc:
deallocating None".
"""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 48
"""More references than calls into Qt in centuries, and far from the end of 64 bits."""


def keep_none() -> None:
    """Give them so many references that nobody can drop them all; once is enough.

    Does nothing on Pythons that never free them. The count is the first field of every object of
    CPython 3.11, unless that was built for tracing references, and then it is left alone.
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    if hasattr(sys, "getobjects") or ctypes.sizeof(ctypes.c_ssize_t) != 8:
        return
    for single in (None, True, False, NotImplemented, ...):
        count = ctypes.c_ssize_t.from_address(id(single))
        if count.value < _MANY:
            count.value += _MANY
