"""A small writer of Outlook messages (MS-OXMSG in a compound file, MS-CFB) for tests.

Only what the tests need: 512-byte sectors, streams below 4,096 bytes in the mini stream, entries
of one folder as a chain. A folder is a mapping of names to bytes (a stream) or to a folder.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

Folder = Mapping[str, Any]

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class _Sectors:
    def __init__(self, size: int) -> None:
        self.size, self.data, self.next = size, bytearray(), list[int]()

    def store(self, data: bytes, fill: bytes = b"\0") -> int:
        """Append data as a chain of sectors; the number of its first one."""
        count, first = -(-len(data) // self.size), len(self.next)
        self.data += data.ljust(count * self.size, fill)
        self.next += [*range(first + 1, first + count), _END] if count else []
        return first if count else _END


def _numbers(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def compound_file(root: Folder) -> bytes:
    """The bytes of a compound file that holds these streams and folders."""
    big, small = _Sectors(512), _Sectors(64)
    entries: list[bytes] = []

    def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text) + 2, kind, 1, _FREE, right, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    def add(folder: Folder) -> int:
        """Add what is in a folder, last one first, so that each knows its right neighbour."""
        right = _FREE
        for name, content in reversed(list(folder.items())):
            if isinstance(content, bytes):
                start = (small if len(content) < 4096 else big).store(content)
                made = entry(name, _STREAM, right, _FREE, start, len(content))
            else:
                made = entry(name, _STORAGE, right, add(content), 0, 0)
            entries.append(made)
            right = len(entries)  # the root stands before all of them
        return right

    child = add(root)
    mini = big.store(bytes(small.data))
    top = entry("Root Entry", _ROOT, _FREE, child, mini, len(small.data))
    mini_fat = big.store(_numbers(small.next), fill=b"\xff")
    directory = big.store(b"".join([top, *entries]))
    used, tables = len(big.next), 0
    while tables * 128 < used + tables:
        tables += 1
    fat = [*big.next, *[_FAT] * tables]
    big.data += _numbers(fat).ljust(tables * 512, b"\xff")
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + _numbers([0, tables, directory, 0, 4096, mini_fat, -(-len(small.next) // 128), _END, 0])
        + _numbers([*range(used, used + tables), *[_FREE] * (109 - tables)])
    )
    return header + bytes(big.data)


def _properties(values: Mapping[int, Any], header: int) -> dict[str, bytes]:
    """Properties as streams: text, bytes, whole numbers and times, by property id."""
    fixed, streams = bytearray(header), dict[str, bytes]()
    for pid, value in values.items():
        if isinstance(value, int):
            fixed += struct.pack("<HHIi4x", 0x0003, pid, 6, value)
        elif isinstance(value, datetime):
            ticks = (value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000
            fixed += struct.pack("<HHIQ", 0x0040, pid, 6, int(ticks))
        else:
            kind = 0x001F if isinstance(value, str) else 0x0102
            data = value.encode("utf-16-le", "surrogatepass") if isinstance(value, str) else value
            fixed += struct.pack("<HHIII", kind, pid, 6, len(data), 0)
            streams[f"__substg1.0_{pid:04X}{kind:04X}"] = data
    return {"__properties_version1.0": bytes(fixed), **streams}


def message(
    values: Mapping[int, Any], attachments: Sequence[Mapping[int, Any]] = (), *, header: int = 32
) -> dict[str, Any]:
    """The folder of a message; an attachment whose 0x3701 is a folder holds a message itself."""
    folder: dict[str, Any] = _properties(values, header)
    for number, each in enumerate(attachments):
        within = each.get(0x3701)
        is_message = isinstance(within, dict)
        plain = {pid: value for pid, value in each.items() if not (is_message and pid == 0x3701)}
        inner: dict[str, Any] = _properties(plain, 8)
        if is_message:
            inner["__substg1.0_3701000D"] = within
        folder[f"__attach_version1.0_#{number:08X}"] = inner
    return folder
