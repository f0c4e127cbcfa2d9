"""Keys lie in the keyring or under a passphrase, never readable in a file."""

from __future__ import annotations

import keyring
import keyring.backends.null
import pytest

from kcr2desk.desk import vault


def test_a_key_is_made_once_and_found_again() -> None:
    held = vault.MemorySecrets({})
    key = vault.keyring_key(held, "jan@hub", cache_exists=False)
    assert len(key) == 32
    assert vault.keyring_key(held, "jan@hub", cache_exists=True) == key
    assert vault.keyring_key(held, "anna@hub", cache_exists=False) != key


def test_a_lost_key_is_said_and_never_replaced() -> None:
    with pytest.raises(vault.KeyLost):
        vault.keyring_key(vault.MemorySecrets({}), "jan@hub", cache_exists=True)


def test_a_passphrase_seals_the_key_and_only_it_opens_it(tmp_path) -> None:
    key = vault.seal_new_key(tmp_path, "correct paard batterij")
    assert vault.is_sealed(tmp_path)
    assert vault.sealed_key(tmp_path, "correct paard batterij") == key
    with pytest.raises(vault.WrongPassphrase):
        vault.sealed_key(tmp_path, "iets anders")
    assert key.hex() not in (tmp_path / vault.SEALED).read_text()
    assert (tmp_path / vault.SEALED).stat().st_mode & 0o077 == 0


def test_a_sealed_key_is_never_written_over(tmp_path) -> None:
    vault.seal_new_key(tmp_path, "een")
    with pytest.raises(FileExistsError):
        vault.seal_new_key(tmp_path, "twee")


def test_without_a_keyring_the_desk_knows_it() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.null.Keyring())
    try:
        assert vault.system_secrets() is None
    finally:
        keyring.set_keyring(before)
