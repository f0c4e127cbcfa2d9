"""Whose work lies on this computer, and where their hub is."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from kcr2desk.desk.accounts import (
    FILE,
    KnownAccount,
    WrongAddress,
    folder_of,
    hub_address,
    is_open_line,
    keep_account,
    known_accounts,
    set_aside,
)

JANSEN = KnownAccount("https://hub.kcr2.nl", "hub-1", "jansen", "M. Jansen", "KCR2")


def test_each_account_of_each_hub_has_a_folder_of_its_own(tmp_path: Path):
    places = {
        folder_of(tmp_path, hub, name) for hub in ("one", "two") for name in ("jansen", "anna")
    }
    assert len(places) == 4


def test_a_name_typed_otherwise_is_the_same_account(tmp_path: Path):
    assert folder_of(tmp_path, "h", " Jansen ") == folder_of(tmp_path, "h", "jansen")


@pytest.mark.parametrize("name", ["../../etc", "a/b", "Ωmega", "x" * 64, "."])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str):
    assert folder_of(tmp_path, "h", name).parent == tmp_path / "accounts"


def test_accounts_are_known_again_by_name(tmp_path: Path):
    anna = replace(JANSEN, account="anna", display_name="A. Bakker", signed_out=True)
    for account in (JANSEN, anna):
        keep_account(tmp_path, account)
    assert known_accounts(tmp_path) == (anna, JANSEN)


def test_a_folder_that_tells_nothing_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    keep_account(tmp_path, JANSEN)
    broken = tmp_path / "accounts" / "broken" / FILE
    broken.parent.mkdir()
    broken.write_text('{"account": ')
    with caplog.at_level(logging.WARNING):
        assert known_accounts(tmp_path) == (JANSEN,)


def test_what_is_set_aside_is_no_account_any_more_and_is_whole(tmp_path: Path):
    keep_account(tmp_path, JANSEN)
    folder = folder_of(tmp_path, JANSEN.hub, JANSEN.account)
    (folder / "cache.db").write_bytes(b"noise")
    aside = set_aside(folder, 1_700_000_000_000)
    assert known_accounts(tmp_path) == ()
    assert (aside / "cache.db").read_bytes() == b"noise"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hub.kcr2.nl", "https://hub.kcr2.nl"),
        (" https://hub.kcr2.nl/ ", "https://hub.kcr2.nl"),
        ("hub.kcr2.nl:8470", "https://hub.kcr2.nl:8470"),
        ("localhost:8470", "http://localhost:8470"),
        ("127.0.0.1:8470", "http://127.0.0.1:8470"),
        ("http://hub.lan:8470", "http://hub.lan:8470"),
        ("https://kcr2.nl/hub", "https://kcr2.nl/hub"),
    ],
)
def test_an_address_is_what_somebody_means_by_it(typed: str, meant: str):
    assert hub_address(typed) == meant


@pytest.mark.parametrize("typed", ["", " ", "https://", "ftp://hub", "hub kcr2", "hub:x", "h?a=b"])
def test_what_is_no_address_is_refused(typed: str):
    with pytest.raises(WrongAddress):
        hub_address(typed)


def test_an_open_line_is_known_as_such():
    assert is_open_line("http://hub.lan:8470")
    assert not is_open_line("https://hub.lan")
    assert not is_open_line("http://127.0.0.1:8470")
