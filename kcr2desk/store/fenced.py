"""Operations on a desk: what this account is in them; streams that the hub lost or took away."""

from __future__ import annotations

from kcr2desk.core.access import ROLES, Actor, will_read
from kcr2desk.core.changes import Changeset, Code, Outcome
from kcr2desk.core.grants import Values, is_birth, let_in
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.store import drafts, forgetting
from kcr2desk.store.identity import Identity
from kcr2desk.store.outbox import HOLD, marks
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Work, note, set_note
from kcr2desk.wire import decode

LOST = "lost:"
"""The start of a note: since when a restored hub does not have this stream for us."""

LOST_DAYS = 7
"""How long rows of such a stream stay readable here while somebody may bring it back."""

DAY = 86_400_000
_ASKED = ("queued", "again", "confirmed", "done", "quarantined", "held")


def actor(db: Db, who: Identity) -> Actor:
    """The signed-in account as the rules of core want it, with its operations as told here."""
    members: dict[str, dict[str, Values]] = {}
    for stream, record, account, role in db.execute(
        "SELECT stream, id, account, role FROM member WHERE NOT removed"
    ):
        told: Values = {"account": account, "role": role}
        members.setdefault(stream, {})[record] = told
    return let_in(Actor(who.account, who.role, who.organisation), members)


def comes_back(work: Work, stream: str) -> bool:
    """Whether what this account appends to a stream is pulled again: of the rest no row stays."""
    who = work.identity
    return who is None or who.role not in ROLES or will_read(who.role, stream)


# -- a beginning that did not come about -----------------------------------------------------------


def hold_unborn(work: Work, n: int, outcome: Outcome, again_at: int) -> None:
    """What follows in an operation whose beginning was refused, or has to wait, waits for it."""
    stream, body = work.db.execute("SELECT stream, body FROM outbox WHERE n = ?", (n,)).fetchone()
    if operation_of(stream) and is_birth(decode(Changeset, body)):
        work.db.execute(
            "UPDATE outbox SET state = 'held', behind = ?, again_at = ? WHERE stream = ? AND n > ?"
            " AND (state = 'queued' OR (state = 'held' AND again_at > 0))",
            (outcome.changeset, 0 if outcome.code is Code.REFUSED else again_at, stream, n),
        )


# -- a restored hub that lost a stream -------------------------------------------------------------


def lose(work: Work, stream: str) -> None:
    """The restored hub does not have this stream for us. Rows stay, so that a hall works on; what
    is not its beginning is not pushed before it is back: the hub would refuse it for good."""
    db = work.db
    if note(db, LOST + stream) is None:
        set_note(db, LOST + stream, str(work.now))
    bodies = db.execute(
        "SELECT o.body FROM outbox_record r JOIN outbox o ON o.n = r.n"
        f" WHERE r.record = ? AND o.stream = ? AND o.state IN {marks(_ASKED)} ORDER BY o.n",
        (operation_of(stream), stream),
    )
    began_here = any(is_birth(decode(Changeset, body)) for (body,) in bodies)
    set_note(db, HOLD + stream, None if began_here else "1")
    work.tell("")


def is_lost(db: Db, stream: str) -> bool:
    """Whether a restored hub did not have this stream for us, and it is not loaded since."""
    return note(db, LOST + stream) is not None


def is_back(work: Work, stream: str) -> None:
    """The stream is loaded, or gone for good: nothing waits for it."""
    set_note(work.db, LOST + stream, None)
    set_note(work.db, HOLD + stream, None)


def never_back(work: Work) -> list[str]:
    """Streams that were lost too long ago."""
    found = work.db.execute(
        "SELECT name, value FROM meta WHERE name >= ? AND name < ?", (LOST, LOST[:-1] + ";")
    ).fetchall()
    long_ago = work.now - LOST_DAYS * DAY
    return [name.removeprefix(LOST) for name, since in found if int(since) < long_ago]


# -- let out ---------------------------------------------------------------------------------------


def leave(work: Work, stream: str) -> None:
    """This account reads a stream no more: before its rows go, half-filled forms about them go.

    What the hub confirmed is settled, and goes too: were it lost, this account could not bring it
    back. Unsent work stays as it is, for its author and the hub.
    """
    db = work.db
    drafts.drop_of(work, stream)
    forgetting.forget(work, stream)
    db.execute("DELETE FROM block WHERE stream = ?", (stream,))
    is_back(work, stream)
