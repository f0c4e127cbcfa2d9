"""Accounts, API keys, workstations: what is taken and what is refused."""

from __future__ import annotations

import pytest

from kcr2desk.hub import accounts
from kcr2desk.hub.accounts import AccountError, Passwords
from kcr2desk.hub.database import Database
from kcr2desk.hub.tokens import new_token

from .people import add, new_id


def test_an_account_acts_for_kcr2_unless_it_has_a_region(database: Database, passwords, clock):
    with database.transaction() as connection:
        officer = add(connection, passwords, clock(), "Jansen", "duty_officer")
        region = add(connection, passwords, clock(), "vnog", "region_officer", region="VR06")
    assert (officer.organisation, officer.display_name) == ("KCR2", "Jansen")
    assert (region.organisation, region.region) == ("VR06", "VR06")
    assert officer.disabled_at is None
    assert officer.last_sign_in_at is None


@pytest.mark.parametrize("name", ["JANSEN", " jansen ", "Ｊａｎｓｅｎ"])
def test_names_that_look_alike_are_one_name(database: Database, passwords, clock, name: str):
    with database.transaction() as connection:
        first = add(connection, passwords, clock(), "Jansen", "duty_officer")
        assert accounts.find_account(connection, name) == first
        with pytest.raises(AccountError, match="already"):
            add(connection, passwords, clock(), name, "auditor")
        assert accounts.all_accounts(connection) == [first]


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "a\x00b", "a\nb", "\ud800"])
def test_names_that_cannot_be(database: Database, passwords, clock, name: str):
    with (
        database.transaction() as connection,
        pytest.raises(AccountError, match="printable"),
    ):
        add(connection, passwords, clock(), name, "auditor")


def test_roles_that_cannot_be(database: Database, passwords, clock):
    with database.transaction() as connection:
        for role in ("intake", "hub", "minister"):
            with pytest.raises(AccountError, match="There is no role"):
                add(connection, passwords, clock(), "x", role)
        with pytest.raises(AccountError, match="needs a region"):
            add(connection, passwords, clock(), "x", "region_officer")


def test_a_disabled_account_stays_on_the_list(database: Database, passwords, clock):
    with database.transaction() as connection:
        add(connection, passwords, clock(), "Jansen", "duty_officer")
        first = accounts.disable_account(connection, "jansen", clock())
        again = accounts.disable_account(connection, "jansen", clock.pass_by(hours=1))
        assert first == again
        assert first.disabled_at is not None
        with pytest.raises(AccountError, match="no account Pietersen"):
            accounts.disable_account(connection, "Pietersen", clock())


def test_passwords_are_argon2id_and_compare_as_typed_on_any_keyboard():
    passwords = Passwords(time_cost=1, memory_kib=64)
    stored = passwords.hash("caf\u00e9 \U0001f600")
    assert stored.startswith("$argon2id$")
    assert passwords.verify(stored, "cafe\u0301 \U0001f600")
    assert not passwords.verify(stored, "cafe")
    assert not passwords.verify(None, "nobody has this password")
    for sign in ("\x00", "\ud800", "x" * 5000):
        assert not passwords.verify(stored, sign)
    for password in ("", "x" * 1025):
        with pytest.raises(AccountError, match="1 to 1024"):
            passwords.hash(password)
    assert Passwords(time_cost=2, memory_kib=64).outdated(stored)


def test_a_password_is_not_cut_off():
    passwords = Passwords(time_cost=1, memory_kib=64)
    stored = passwords.hash("x" * 1024)
    assert passwords.verify(stored, "x" * 1024)
    assert not passwords.verify(stored, "x" * 1025)


def test_a_key_is_shown_once_and_only_its_digest_kept(database: Database, clock):
    with database.transaction() as connection:
        key = accounts.add_key(
            connection, id=new_id(), name="VNOG", source="VR06", now=clock(), new_token=new_token
        )
        found = accounts.find_key(connection, key, clock())
        assert found is not None
        assert (found.name, found.source) == ("VNOG", "VR06")
        assert accounts.find_key(connection, key + "x", clock()) is None
        dump = connection.execute("SELECT api_key::text FROM api_key").fetchone()
        assert dump is not None
        assert key not in dump[0]
        assert accounts.all_keys(connection)[0].last_used_at == clock()
        with pytest.raises(AccountError, match="already"):
            accounts.add_key(
                connection, id=new_id(), name="VNOG", source="x", now=clock(), new_token=new_token
            )
        accounts.disable_key(connection, "VNOG", clock())
        assert accounts.find_key(connection, key, clock()) is None
        with pytest.raises(AccountError, match="no key"):
            accounts.disable_key(connection, "VGGM", clock())


def test_workstations_have_small_codes_and_keep_their_key(database: Database, passwords, clock):
    with database.transaction() as connection:
        account = add(connection, passwords, clock(), "Jansen", "duty_officer")

        def enrol(device: str, key: bytes, *, admit: bool = True) -> accounts.Device:
            return accounts.enrol_device(
                connection,
                id=device,
                public_key=key,
                name="desk\x00 1",
                account=account.id,
                admit=admit,
                now=clock(),
            )

        one, two = new_id(), new_id()
        first = enrol(one, b"1" * 32)
        second = enrol(two, b"2" * 32, admit=False)
        assert (first.code, second.code, first.name) == (1, 2, "desk 1")
        assert second.admitted_at is None
        assert enrol(one, b"1" * 32) == first
        with pytest.raises(AccountError, match="Another workstation"):
            enrol(one, b"3" * 32)
        accounts.revoke_device(connection, one, clock())
        with pytest.raises(AccountError, match="revoked"):
            enrol(one, b"1" * 32)
        with pytest.raises(AccountError, match="no workstation"):
            accounts.revoke_device(connection, new_id(), clock())
