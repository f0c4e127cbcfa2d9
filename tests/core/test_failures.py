"""Nothing of what an exception says reaches a log, a screen of Python or a file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kcr2desk.core.failures import where

SECRET = "XQ7391846"


def fails(value: str) -> None:
    raise KeyError(value)


def caught(value: str) -> BaseException:
    try:
        try:
            fails(value)
        except KeyError as error:
            raise ValueError(f"no {value}") from error
    except ValueError as error:
        return error


def test_it_says_what_and_where_and_what_it_came_of():
    said = where(caught(SECRET))
    assert said.startswith("ValueError at test_failures.caught:")
    assert ", from KeyError at test_failures.caught:" in said
    assert "> test_failures.fails:" in said
    assert SECRET not in said


def test_what_is_not_installed_is_said():
    with pytest.raises(ImportError) as missing:
        __import__("kcr2desk.nothing")
    assert "kcr2desk.nothing" in where(missing.value)


PROGRAM = f"""
import asyncio, logging, threading
from concurrent.futures import ThreadPoolExecutor
from kcr2desk.core.failures import keep_texts_out
keep_texts_out()
logging.basicConfig(level=logging.DEBUG)
def fails(*_):
    raise ValueError("no {SECRET}")
class Fragile:
    def __del__(self): fails()
try:
    fails()
except ValueError:
    logging.exception("first")
    logging.getLogger("uvicorn.error").error("second", exc_info=True)
thread = threading.Thread(target=fails)
thread.start()
thread.join()
Fragile()
async def lost():
    asyncio.get_running_loop().call_soon(fails)
    await asyncio.sleep(0)
asyncio.run(lost())
with ThreadPoolExecutor() as pool:
    pool.submit(int, "1").add_done_callback(fails)
fails()
"""


def test_neither_logs_nor_python_itself_tell_the_text():
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert SECRET not in told.stdout + told.stderr
    assert told.stderr.count("ValueError at ") == 7
