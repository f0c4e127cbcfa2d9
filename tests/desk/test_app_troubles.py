"""What an officer is told when something goes wrong: a sentence, never a code or a trace."""

from __future__ import annotations

import logging

import keyring.errors
import pytest

from kcr2desk.core.errors import SENTENCES
from kcr2desk.core.fields import FieldError
from kcr2desk.core.messages import Problem
from kcr2desk.desk import troubles, vault
from kcr2desk.store import TooLarge, errors
from kcr2desk.sync import HubRefused, LineDown, SignedOut, SignInRefused, WrongCache

WHYS = ("unreachable", "silent", "cut", "portal", "torn", "gateway", "too_large", "stopped")

KNOWN = [
    *(LineDown(why, "[Errno 111] Connection refused") for why in WHYS),
    *(SignInRefused(code) for code in ("sign_in", "slow_down", "device")),
    SignInRefused("slow_down", 12.3),
    *(HubRefused(503, Problem(code)) for code in SENTENCES),
    HubRefused(500, Problem("a_code_of_tomorrow")),
    SignedOut(),
    WrongCache("other_hub"),
    WrongCache("other_account"),
    errors.WrongKey("/x/cache.db"),
    errors.NewerDatabase("version 9"),
    errors.InUse("process 3"),
    errors.AffectedSQLite("3.40"),
    errors.DiskFull("database or disk is full"),
    errors.Damaged("malformed"),
    errors.NoIdentity(),
    TooLarge("film.mp4"),
    FieldError("too_long", "title"),
    vault.KeyLost("jansen"),
    vault.WrongPassphrase(),
    keyring.errors.KeyringLocked("locked"),
    PermissionError(13, "Permission denied", "/x"),
]


@pytest.mark.parametrize("error", KNOWN, ids=lambda e: f"{type(e).__name__}-{e}"[:40])
def test_every_error_that_can_be_expected_is_a_whole_sentence(error: Exception):
    said = troubles.sentence(error)
    assert "did not expect" not in said
    assert said[0].isupper()
    assert said.endswith(".")
    assert "Errno" not in said


def test_a_defect_says_that_work_is_safe_and_leaves_a_trace(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.ERROR):
        said = troubles.sentence(ZeroDivisionError("division by zero"))
    assert "What was saved is safe" in said
    assert caplog.records[0].exc_info is None
    assert "ZeroDivisionError at " in caplog.text
    assert "division by zero" not in caplog.text


def test_no_subclass_of_store_error_was_forgotten():
    """MissingRecord and the like stay between store and line and reach no screen."""
    inside = {"MissingRecord"}
    shown = {type(error).__name__ for error in KNOWN}
    made = {kind.__name__ for kind in errors.StoreError.__subclasses__()}
    assert made - inside <= shown
