"""Coming in: the first time by the hub, afterwards without it; by keyring or by passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kcr2desk.desk.accounts import folder_of, known_accounts
from kcr2desk.desk.session import CACHE, PassphraseNeeded
from kcr2desk.desk.vault import KeyLost, WrongPassphrase
from kcr2desk.store import InUse, WrongKey
from kcr2desk.sync import LineDown, SignInRefused
from tests.desk.app_room import PASSWORD, Computer, HubRoom, everything_below, hub_room


@pytest.fixture
def room(tmp_path: Path, dsn: str) -> Iterator[HubRoom]:
    yield from hub_room(tmp_path, dsn)


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    made = Computer(tmp_path / "desk")
    with made.stack:
        yield made


def test_after_the_first_sign_in_it_opens_without_hub_and_without_password(
    room: HubRoom, computer: Computer
):
    session = computer.opener.sign_in(room.url, "jansen", PASSWORD)
    report = session.cache.create("report", {"title": "Heidebrand"})
    session.close()
    room.end()
    (account,) = known_accounts(computer.folder)
    assert (account.account, account.display_name) == ("jansen", "Jansen")
    again = computer.opened(computer.opener.open(account))
    assert again.cache.get("report", report) is not None
    assert again.me.account == "jansen"
    assert again.sync.health.line.value == "offline"
    assert again.sync.health.waiting == 1


def test_the_refresh_token_lies_in_the_keyring_and_in_no_file(room: HubRoom, computer: Computer):
    session = computer.opened(computer.opener.sign_in(room.url, "jansen", PASSWORD))
    assert computer.keyring is not None
    token = computer.keyring.get(f"refresh:{session.account.secret}")
    assert token
    session.close()
    for file in everything_below(computer.folder):
        held = file.read_bytes()
        assert token.encode() not in held
        assert PASSWORD.encode() not in held


def test_two_officers_on_one_computer_do_not_read_each_other(room: HubRoom, computer: Computer):
    one = computer.opened(computer.opener.sign_in(room.url, "jansen", PASSWORD))
    other = computer.opened(computer.opener.sign_in(room.url, "devries", PASSWORD))
    one.cache.create("report", {"title": "Alleen van Jansen"})
    assert one.folder != other.folder
    assert other.cache.all("report") == []
    assert len(known_accounts(computer.folder)) == 2


def test_a_wrong_password_leaves_nothing_behind(room: HubRoom, computer: Computer):
    with pytest.raises(SignInRefused):
        computer.opener.sign_in(room.url, "jansen", "niet goed")
    assert everything_below(computer.folder) == []
    assert computer.keyring is not None
    assert computer.keyring.kept == {}


def test_a_wrong_password_of_somebody_known_costs_nothing(room: HubRoom, computer: Computer):
    first = computer.opener.sign_in(room.url, "jansen", PASSWORD)
    report = first.cache.create("report", {"title": "Heidebrand"})
    first.close()
    with pytest.raises(SignInRefused):
        computer.opener.sign_in(room.url, "jansen", "niet goed")
    (account,) = known_accounts(computer.folder)
    assert computer.opened(computer.opener.open(account)).cache.get("report", report)


def test_without_a_hub_nobody_comes_in_for_the_first_time(computer: Computer):
    with pytest.raises(LineDown):
        computer.opener.sign_in("http://127.0.0.1:9", "jansen", PASSWORD)
    assert everything_below(computer.folder) == []


def test_the_same_hub_at_another_address_is_the_same_account(room: HubRoom, computer: Computer):
    first = computer.opener.sign_in(room.url, "jansen", PASSWORD)
    report = first.cache.create("report", {"title": "Heidebrand"})
    first.close()
    elsewhere = room.url.replace("127.0.0.1", "localhost")
    again = computer.opened(computer.opener.sign_in(elsewhere, "Jansen", PASSWORD))
    assert again.cache.get("report", report) is not None
    (account,) = known_accounts(computer.folder)
    assert account.hub_url == elsewhere


def test_without_a_keyring_a_passphrase_is_chosen_and_asked(room: HubRoom, computer: Computer):
    computer.keyring = None
    with pytest.raises(PassphraseNeeded) as asked:
        computer.opener.sign_in(room.url, "jansen", PASSWORD)
    assert asked.value.new
    session = computer.opener.sign_in(room.url, "jansen", PASSWORD, "correct paard batterij")
    report = session.cache.create("report", {"title": "Heidebrand"})
    session.close()
    (account,) = known_accounts(computer.folder)
    with pytest.raises(PassphraseNeeded) as asked:
        computer.opener.open(account)
    assert not asked.value.new
    with pytest.raises(WrongPassphrase):
        computer.opener.open(account, "iets anders")
    again = computer.opened(computer.opener.open(account, "correct paard batterij"))
    assert again.cache.get("report", report) is not None
    assert again.sync.round(20).waiting == 0


def test_a_key_that_is_gone_is_said_and_the_work_can_be_set_aside(
    room: HubRoom, computer: Computer
):
    computer.opener.sign_in(room.url, "jansen", PASSWORD).close()
    (account,) = known_accounts(computer.folder)
    assert computer.keyring is not None
    key = f"cache:{account.secret}"
    lost = computer.keyring.kept.pop(key)
    with pytest.raises(KeyLost):
        computer.opener.open(account)
    with pytest.raises(KeyLost):
        computer.opener.sign_in(room.url, "jansen", PASSWORD)
    computer.keyring.kept[key] = "00" * 32
    with pytest.raises(WrongKey):
        computer.opener.open(account)
    computer.opener.set_aside(account, 1_700_000_000_000)
    session = computer.opened(computer.opener.sign_in(room.url, "jansen", PASSWORD))
    assert session.cache.opening.new
    (aside,) = (computer.folder / "accounts").glob("*.locked-*")
    assert (aside / CACHE).exists()
    assert lost != computer.keyring.get(key)


def test_a_cache_has_one_owner(room: HubRoom, computer: Computer):
    session = computer.opened(computer.opener.sign_in(room.url, "jansen", PASSWORD))
    with pytest.raises(InUse):
        computer.opener.open(session.account)
    assert session.cache.create("report", {"title": "Gaat door"})


def test_who_signed_out_is_known_as_such_until_the_next_sign_in(room: HubRoom, computer: Computer):
    session = computer.opener.sign_in(room.url, "jansen", PASSWORD)
    session.sync.sign_out()
    session.close()
    computer.opener.keep_signed_out(session.account)
    (account,) = known_accounts(computer.folder)
    assert account.signed_out
    computer.opened(computer.opener.sign_in(room.url, "jansen", PASSWORD))
    (account,) = known_accounts(computer.folder)
    assert not account.signed_out
    assert folder_of(computer.folder, account.hub, "jansen").is_dir()
