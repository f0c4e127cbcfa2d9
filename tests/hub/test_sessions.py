"""Signing in and staying signed in, over lines that lose answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest

from kcr2desk.hub import accounts
from kcr2desk.hub.accounts import Passwords
from kcr2desk.hub.database import Database
from kcr2desk.hub.sessions import SessionEnded, Sessions, SignInRefused, Workstation
from kcr2desk.hub.tokens import new_token

from .people import PASSWORD, add, desk, new_id


class Ticks:
    """A monotonic clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def new_sessions(database: Database, passwords: Passwords, ticks: Ticks) -> Callable[[], Sessions]:
    """Each call is another hub process on the same database."""

    def make() -> Sessions:
        return Sessions(
            database, passwords=passwords, new_id=new_id, new_token=new_token, monotonic=ticks
        )

    return make


@pytest.fixture
def sessions(
    new_sessions: Callable[[], Sessions], database: Database, passwords: Passwords, clock
) -> Sessions:
    with database.transaction() as connection:
        add(connection, passwords, clock(), "Jansen", "duty_officer")
        add(connection, passwords, clock(), "vnog", "region_officer", region="VR06")
    return new_sessions()


def refused(call: Callable[[], object]) -> SignInRefused:
    with pytest.raises(SignInRefused) as caught:
        call()
    return caught.value


def ended(call: Callable[[], object]) -> str:
    with pytest.raises(SessionEnded) as caught:
        call()
    assert caught.value.code == "token"
    return caught.value.why


class TestSignIn:
    def test_gives_two_tokens_and_says_for_whom(self, sessions, database, clock):
        device = desk()
        session = sessions.sign_in("vnog", PASSWORD, device, clock())
        who = session.principal
        assert (who.name, who.role, who.region, who.organisation) == (
            "vnog",
            "region_officer",
            "VR06",
            "VR06",
        )
        assert (who.device, who.device_code, who.device_admitted) == (device.id, 1, True)
        assert who.actor.organisation == "VR06"
        assert sessions.authenticate(session.access_token, clock()) == who
        assert session.access_token not in repr(session)
        with database.transaction() as connection:
            account = accounts.find_account(connection, "vnog")
            assert account is not None
            assert account.last_sign_in_at == clock()

    def test_an_unknown_name_a_wrong_password_and_a_disabled_account_look_the_same(
        self, sessions, database, clock
    ):
        with database.transaction() as connection:
            accounts.disable_account(connection, "vnog", clock())
        for name, password in [
            ("Jansen", "wrong"),
            ("nobody", PASSWORD),
            ("vnog", PASSWORD),
            ("a\x00b\ud800", PASSWORD),
            ("", ""),
        ]:
            answer = refused(partial(sessions.sign_in, name, password, desk(), clock()))
            assert answer.args == ("sign_in",)

    def test_an_unknown_name_costs_a_hash_as_well(self, sessions, passwords, clock, monkeypatch):
        seen: list[str | None] = []

        def verify(stored: str | None, password: str) -> bool:
            seen.append(stored)
            return False

        monkeypatch.setattr(passwords, "verify", verify)
        refused(lambda: sessions.sign_in("nobody", PASSWORD, desk(), clock()))
        assert seen == [None]

    @pytest.mark.parametrize("name", ["Jansen", "nobody"])
    def test_guessing_slows_down_also_over_another_hub(self, sessions, new_sessions, clock, name):
        other = new_sessions()
        for _ in range(5):
            assert refused(lambda: sessions.sign_in(name, "x", desk(), clock())).code == "sign_in"
        slow = refused(lambda: other.sign_in(name, PASSWORD, desk(), clock()))
        assert slow.code == "slow_down"
        assert slow.retry_after == 1
        clock.pass_by(seconds=1)
        assert refused(lambda: other.sign_in(name, "x", desk(), clock())).code == "sign_in"
        slow = refused(lambda: other.sign_in(name, "x", desk(), clock()))
        assert (slow.code, slow.retry_after) == ("slow_down", 2)

    def test_guesses_at_once_are_counted_before_they_are_tried(self, sessions, clock):
        codes: list[str] = []

        def guess() -> None:
            codes.append(refused(lambda: sessions.sign_in("Jansen", "x", desk(), clock())).code)

        threads = [threading.Thread(target=guess) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert codes.count("sign_in") == 5
        assert codes.count("slow_down") == 7

    def test_a_stranger_does_not_lock_an_officer_out_of_a_known_desk(self, sessions, clock):
        known = desk()
        sessions.sign_in("Jansen", PASSWORD, known, clock())
        for _ in range(30):
            refused(lambda: sessions.sign_in("Jansen", "x", desk(2), clock()))
        assert sessions.sign_in("Jansen", PASSWORD, known, clock())

    def test_a_good_sign_in_starts_the_counting_anew(self, sessions, clock):
        device = desk()
        sessions.sign_in("Jansen", PASSWORD, device, clock())
        for _ in range(3):
            for _ in range(4):
                refused(lambda: sessions.sign_in("Jansen", "x", device, clock()))
            sessions.sign_in("Jansen", PASSWORD, device, clock())

    def test_workstations_that_are_not_what_they_say(self, sessions, database, clock):
        device = desk()
        sessions.sign_in("Jansen", PASSWORD, device, clock())
        for wrong in (
            Workstation(device.id, b"9" * 32),
            Workstation(new_id(), b"short"),
            Workstation("no id", b"9" * 32),
        ):
            code = refused(partial(sessions.sign_in, "Jansen", PASSWORD, wrong, clock())).code
            assert code == "device"
        with database.transaction() as connection:
            accounts.revoke_device(connection, device.id, clock())
        assert refused(lambda: sessions.sign_in("Jansen", PASSWORD, device, clock())).code == (
            "device"
        )

    def test_an_old_hash_is_made_anew(self, sessions, database, clock, ticks):
        dearer = Passwords(time_cost=2, memory_kib=64)
        later = Sessions(
            database, passwords=dearer, new_id=new_id, new_token=new_token, monotonic=ticks
        )
        later.sign_in("Jansen", PASSWORD, desk(), clock())
        with database.transaction() as connection:
            row = connection.execute(
                "SELECT password_hash FROM account WHERE name = 'Jansen'"
            ).fetchone()
        assert row is not None
        assert not dearer.outdated(row[0])
        assert later.sign_in("Jansen", PASSWORD, desk(), clock())


class TestRefresh:
    def test_a_lost_answer_is_asked_for_again(self, sessions, clock):
        first = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        sessions.refresh(first.refresh_token, clock())  # lost on the way
        sessions.refresh(first.refresh_token, clock())  # lost as well
        third = sessions.refresh(first.refresh_token, clock())
        assert sessions.authenticate(third.access_token, clock()) is not None
        fourth = sessions.refresh(third.refresh_token, clock())
        assert fourth.principal.session == first.principal.session

    def test_an_answer_that_came_late_is_as_good_as_the_next(self, sessions, clock):
        first = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        late = sessions.refresh(first.refresh_token, clock())
        sessions.refresh(first.refresh_token, clock())
        assert sessions.refresh(late.refresh_token, clock())

    def test_reuse_after_the_successor_was_used_ends_the_session_for_both(
        self, sessions, new_sessions, clock
    ):
        first = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        second = sessions.refresh(first.refresh_token, clock())
        third = sessions.refresh(second.refresh_token, clock())
        other_hub = new_sessions()
        assert ended(lambda: other_hub.refresh(first.refresh_token, clock())) == "reused"
        assert ended(lambda: sessions.refresh(third.refresh_token, clock())) == "reused"
        for session in (first, second, third):
            assert other_hub.authenticate(session.access_token, clock()) is None

    def test_two_holders_of_one_answer_each_end_the_session(self, sessions, clock):
        stolen = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        thief = sessions.refresh(stolen.refresh_token, clock())
        owner = sessions.refresh(stolen.refresh_token, clock())
        owner = sessions.refresh(owner.refresh_token, clock())
        assert ended(lambda: sessions.refresh(thief.refresh_token, clock())) == "reused"
        assert ended(lambda: sessions.refresh(owner.refresh_token, clock())) == "reused"

    def test_the_same_request_at_two_hubs_at_once(self, new_sessions, sessions, clock):
        first = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        results: list[object] = []

        def refresh() -> None:
            results.append(new_sessions().refresh(first.refresh_token, clock()))

        threads = [threading.Thread(target=refresh) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(results) == 6

    def test_one_session_ending_leaves_the_others(self, sessions, clock):
        first = sessions.sign_in("Jansen", PASSWORD, desk(1), clock())
        second = sessions.sign_in("Jansen", PASSWORD, desk(2), clock())
        sessions.sign_out(first.principal.session, clock())
        assert ended(lambda: sessions.refresh(first.refresh_token, clock())) == "signed out"
        assert sessions.authenticate(first.access_token, clock()) is None
        assert sessions.refresh(second.refresh_token, clock())

    def test_a_desk_may_stay_away_for_thirty_days_since_it_was_last_seen(self, sessions, clock):
        session = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        for _ in range(3):
            session = sessions.refresh(session.refresh_token, clock.pass_by(days=29))
        assert ended(lambda: sessions.refresh(session.refresh_token, clock.pass_by(days=30))) == (
            "expired"
        )
        assert ended(lambda: sessions.refresh("no such token\ud800", clock())) == "unknown"

    def test_disabled_revoked_or_another_password(self, sessions, database, passwords, clock):
        devices = [desk(1), desk(2)]
        one, two = (sessions.sign_in("Jansen", PASSWORD, d, clock()) for d in devices)
        three = sessions.sign_in("vnog", PASSWORD, desk(3), clock())
        with database.transaction() as connection:
            accounts.revoke_device(connection, devices[0].id, clock())
        assert ended(lambda: sessions.refresh(one.refresh_token, clock())) == "device revoked"
        with database.transaction() as connection:
            accounts.set_password(connection, "jansen", passwords.hash("another"), clock())
            accounts.disable_account(connection, "vnog", clock())
        assert ended(lambda: sessions.refresh(two.refresh_token, clock())) == "password changed"
        assert ended(lambda: sessions.refresh(three.refresh_token, clock())) == "account disabled"


class TestAuthenticate:
    def test_a_token_lives_ten_minutes(self, sessions, clock, ticks):
        session = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        clock.pass_by(minutes=9, seconds=59)
        assert sessions.authenticate(session.access_token, clock()) is not None
        clock.pass_by(seconds=1)
        assert sessions.authenticate(session.access_token, clock()) is None

    def test_a_refresh_token_is_no_access_token_nor_the_other_way_round(self, sessions, clock):
        session = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        assert sessions.authenticate(session.refresh_token, clock()) is None
        assert ended(lambda: sessions.refresh(session.access_token, clock())) == "unknown"

    def test_what_another_hub_revoked_is_refused_within_a_minute(
        self, sessions, new_sessions, clock, ticks
    ):
        session = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        other = new_sessions()
        assert other.authenticate(session.access_token, clock()) is not None
        sessions.sign_out(session.principal.session, clock())
        assert sessions.authenticate(session.access_token, clock()) is None
        assert other.authenticate(session.access_token, clock()) is not None
        ticks.now += 30
        assert other.authenticate(session.access_token, clock()) is None

    def test_it_is_remembered_so_that_200_polling_desks_cost_the_database_little(
        self, sessions, database, clock, monkeypatch
    ):
        session = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
        assert sessions.authenticate(session.access_token, clock()) is not None
        monkeypatch.setattr(database, "transaction", None)
        assert sessions.authenticate(session.access_token, clock()) is not None

    def test_an_api_key_has_the_role_intake_and_its_source(self, sessions, database, clock, ticks):
        with database.transaction() as connection:
            key = accounts.add_key(
                connection,
                id=new_id(),
                name="feed",
                source="VR06",
                now=clock(),
                new_token=new_token,
            )
        who = sessions.authenticate_key(key, clock())
        assert (who.role, who.actor.organisation, who.device) == ("intake", "VR06", "")
        assert sessions.authenticate(key, clock()) is None
        assert sessions.authenticate_key("kcr2_guess", clock()) is None
        with database.transaction() as connection:
            accounts.disable_key(connection, "feed", clock())
        ticks.now += 30
        assert sessions.authenticate_key(key, clock()) is None


def test_cleaning_up_removes_only_what_is_long_over(sessions, database, clock):
    old = sessions.sign_in("Jansen", PASSWORD, desk(1), clock())
    sessions.sign_out(old.principal.session, clock())
    clock.pass_by(days=31)
    kept = sessions.sign_in("Jansen", PASSWORD, desk(2), clock())
    assert sessions.clean_up(clock()) == 1
    assert sessions.refresh(kept.refresh_token, clock())
    assert ended(lambda: sessions.refresh(old.refresh_token, clock())) == "unknown"


def test_no_secret_is_in_the_database(sessions, database, clock):
    session = sessions.sign_in("Jansen", PASSWORD, desk(), clock())
    refused(lambda: sessions.sign_in("my password typed as name", "x", desk(), clock()))
    with database.transaction() as connection:
        everything = ""
        for table in ("account", "session", "refresh_token", "access_token", "sign_in_attempt"):
            everything += str(connection.execute(f"SELECT t::text FROM {table} t").fetchall())
    for secret in (session.access_token, session.refresh_token, PASSWORD, "typed as name"):
        assert secret not in everything
