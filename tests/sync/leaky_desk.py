"""A desk as a process of its own that registers somebody, while things go wrong.

python -m tests.sync.leaky_desk FOLDER HUB STREAM
"""

from __future__ import annotations

import logging
import os
import random
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from kcr2desk.core.failures import keep_texts_out
from kcr2desk.core.fields import FieldError
from kcr2desk.headless import Desk
from kcr2desk.store import crash
from tests.sync import leaky_hub
from tests.sync.conftest import PASSWORD
from tests.sync.fence import (
    FAMILY,
    KEY,
    MEDICAL,
    NAME,
    NO_BSN,
    PASSPORT,
    PHONE,
    half_filled,
    register,
)


def work(folder: Path, hub: str, stream: str) -> None:
    desk = Desk.open(
        folder, hub=hub, user="anna", password=PASSWORD, key=KEY, rng=random.Random(1), name="anna"
    )
    desk.cache.subscribe(_fails)
    desk.sync(20)
    known = register(desk, stream)
    for note in (leaky_hub.RULES, leaky_hub.TABLE, leaky_hub.WHOLE):
        register(desk, stream, note=note)
    desk.edit("person", known, bsn=NO_BSN)  # refused: it fails the 11-proef
    while desk.cache.batch() is not None:  # the line is cut again and again
        desk.sync(5)
    for wrong in ({"sex": NAME}, {"birth_date": FAMILY * 9}, {"registered_at": PASSPORT}):
        try:
            desk.save("person", stream=stream, **wrong)
        except FieldError as error:
            logging.exception("a field is wrong: %s", error)
    half_filled(desk, stream)
    desk.cache.candidates(stream, {"any": NAME, "document_number": PASSPORT, "phone": PHONE})
    thread = threading.Thread(target=_fails, args=(known,))
    thread.start()
    thread.join()
    crash.install(_off)
    register(desk, stream, note=MEDICAL)


def _off(point: str) -> None:
    """The machine goes off in the midst of a save."""
    if point == "save:outbox":
        os.kill(os.getpid(), signal.SIGKILL)


def _fails(told: Any) -> None:
    raise RuntimeError(f"cannot tell of {told}: {NAME} {FAMILY} {PASSPORT}")


if __name__ == "__main__":
    keep_texts_out()
    logging.basicConfig(level=logging.DEBUG)
    work(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
