"""Sending inquiries by mail: looks for those whose `mail` is "wanted", and writes what came of it.

One hub process sends, the one that holds an advisory lock of the database on a connection of its
own. What the mail server took is noted in the log at once; until that is done this process
remembers it, so a database that is away costs no second mail. Only when the process itself ends
between the server's "taken" and the note (or loses the database and ends), the next one sends the
mail once more: with the same Message-ID, by which mail programs show it once, and with the same
link, which works once. The other order could lose a call for help, so it is this one.

What passes (a server that is away, greylisting) is tried again after growing pauses and said on
the inquiry meanwhile; what a person has to mend ends as "failed" with a sentence.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import psycopg

from kcr2desk.core.bijstand import Inquiry
from kcr2desk.core.changes import Change, Code, How
from kcr2desk.core.places import AMSTERDAM
from kcr2desk.hub.database import Connection, Database, DatabaseError, connect
from kcr2desk.hub.inquiries import (
    PATH,
    Asked,
    LinkSigner,
    edit_of,
    is_alive,
    load_asked,
    owner_mail,
)
from kcr2desk.hub.log import HUB, HubLog
from kcr2desk.hub.mail import MailError, addresses, send, what_lacks
from kcr2desk.hub.mail_text import letter, wish
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.settings import HubSettings, SettingsError
from kcr2desk.hub.workers import Workers, run

AGAIN = 2.0  # seconds between two looks
PAUSES = tuple(timedelta(seconds=s) for s in (20, 60, 120, 300, 300, 600, 900))
"""Between the tries at one mail: a greylisting server is passed at the second or third, and after
some forty minutes the room has to know that it must call."""

LOCK = 0x4B435232_4D41494C  # "KCR2MAIL"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Noted:
    """What came of a mail, as the inquiry is to say it."""

    mail: str
    trouble: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """How often a mail was tried in vain, and when the next try is due."""

    times: int
    again_at: datetime


class MailRoom:
    """The mail of one hub process. `context`: what certificates are trusted, for tests."""

    def __init__(
        self,
        database: Database,
        log: HubLog,
        signer: LinkSigner,
        settings: HubSettings,
        now: Callable[[], datetime],
        *,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._database = database
        self._log = log
        self._signer = signer
        self._settings = settings
        self._now = now
        self._context = context
        self._line: Connection | None = None
        self._tried: dict[str, Tried] = {}
        self._unwritten: dict[str, tuple[str, Noted]] = {}
        self._heads: Mapping[str, int] = {}
        self._ending = threading.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, workers: Workers) -> None:
        """Begin, in the running event loop."""
        self._task = asyncio.get_running_loop().create_task(self._go_on(workers))

    async def stop(self) -> None:
        """Send no other mail; the one under way ends, for the server may have taken it."""
        self._ending.set()
        if self._task is not None:
            await self._task

    def close(self) -> None:
        """Let go of the lock, so that another process sends from now on."""
        line, self._line = self._line, None
        if line is not None:
            with contextlib.suppress(psycopg.Error):  # without its line there is no lock either
                line.execute("SELECT pg_advisory_unlock_all()")
            line.close()

    def work(self) -> int:
        """Send what is due, when this process is the one that sends; returns how many went."""
        if not self._is_mine():
            return 0
        wanted = self._wanted()
        sent = 0
        down: MailError | None = None
        for id_ in wanted:
            if self._ending.is_set() or not self._is_mine():
                break
            told, down = self._one(id_, down)
            sent += told
        return sent

    # -- inside

    async def _go_on(self, workers: Workers) -> None:
        try:
            await self._look_again_and_again(workers)
        finally:
            await run(workers.mail, self.close)

    async def _look_again_and_again(self, workers: Workers) -> None:
        while not self._ending.is_set():
            try:
                await run(workers.mail, self.work)
            except (DatabaseError, RequestProblem) as passing:
                _log.debug("mail waits for the database: %s", type(passing).__name__)
                self._heads = {}
            except Exception as defect:
                # Said, and tried again: one inquiry must not keep the mail of others.
                _log.error("sending mail failed with %s", type(defect).__name__)
                self._heads = {}
            for _ in range(20):
                if self._ending.is_set():
                    return
                await asyncio.sleep(AGAIN / 20)

    def _is_mine(self) -> bool:
        """Whether this process holds the lock, and still has the line on which it does."""
        try:
            return self._holds_the_lock()
        except psycopg.Error:
            self.close()  # the database went away, and the lock with it
            return False

    def _holds_the_lock(self) -> bool:
        if self._line is None or self._line.closed:
            line = connect(self._database.dsn)
            line.rollback()
            line.autocommit = True
            self._line = line
        row = self._line.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND pid = pg_backend_pid()) OR pg_try_advisory_lock(%s)",
            (LOCK,),
        ).fetchone()
        return row is not None and bool(row[0])

    def _wanted(self) -> list[str]:
        """The inquiries that are to be sent now, oldest first. Records are only looked through
        when the log moved, or when a try is due."""
        now = self._now()
        with self._database.transaction() as connection:
            rows = connection.execute("SELECT name, head_seq FROM stream").fetchall()
            heads = dict(rows)
            due = self._unwritten or any(t.again_at <= now for t in self._tried.values())
            if heads == self._heads and not due:
                return []
            # A quotation mark inside a value is escaped, so only the field itself looks like this.
            found = connection.execute(
                "SELECT id FROM record WHERE type = 'inquiry' AND \"values\" LIKE %s ORDER BY id",
                ('%"mail":"wanted"%',),
            ).fetchall()
        self._heads = heads
        wanted = [row[0] for row in found]
        for gone in self._tried.keys() - set(wanted):
            del self._tried[gone]
        for gone in self._unwritten.keys() - set(wanted):
            del self._unwritten[gone]
        return wanted

    def _one(self, id_: str, down: MailError | None) -> tuple[int, MailError | None]:
        """Send the mail of one inquiry and note it. `down`: why the server takes none now."""
        with self._database.transaction() as connection:
            asked = load_asked(connection, id_)
            fallback = "" if asked is None else owner_mail(connection, asked.inquiry.owner)
        if asked is None or asked.inquiry.mail != "wanted" or asked.inquiry.removed:
            return 0, down
        inquiry = asked.inquiry
        if inquiry.status == "draft":
            return 0, down  # it goes when it is asked
        sent, noted = self._unwritten.get(id_, ("", None))
        if noted is None or sent != wish(inquiry):
            tried = self._tried.get(id_)
            if tried is not None and tried.again_at > self._now():
                return 0, down
            noted, down = self._try(asked, fallback, tried, down)
        self._unwritten[id_] = wish(inquiry), noted
        self._write(asked, noted)
        del self._unwritten[id_]
        return int(noted.mail == "sent"), down

    def _try(
        self, asked: Asked, fallback: str, tried: Tried | None, down: MailError | None
    ) -> tuple[Noted, MailError | None]:
        inquiry, now = asked.inquiry, self._now()
        if lacks := what_lacks(self._settings):
            return Noted(
                "not_set_up", f"De mail van de centrale is niet ingesteld ({lacks})."
            ), down
        if inquiry.status in ("answered", "withdrawn"):
            word = "beantwoord" if inquiry.status == "answered" else "ingetrokken"
            return Noted("failed", f"Niet verstuurd: de uitvraag is al {word}."), down
        try:
            if down is not None:
                raise down
            to = addresses(inquiry.mail_to or fallback)
            ready = letter(asked, to, self._url(inquiry), self._settings, now)
            refused = send(ready, self._settings, context=self._context)
        except SettingsError as error:
            _log.error("mail cannot be sent: %s", error)
            return Noted("failed", "Het wachtwoord van de mailserver is niet te lezen."), down
        except MailError as error:
            return self._in_vain(inquiry, error, tried), error if error.everyone else down
        except Exception as defect:  # one mail that cannot be made keeps no other
            _log.error("a mail could not be made: %s", type(defect).__name__)
            told = "De centrale kon deze mail niet maken; meld dit de beheerder."
            return Noted("failed", told), down
        self._tried.pop(inquiry.id, None)
        if refused:
            names = ", ".join(refused)[:300]
            return Noted("sent", f"De mailserver weigerde: {names}.", now), down
        return Noted("sent", "", now), down

    def _in_vain(self, inquiry: Inquiry, error: MailError, tried: Tried | None) -> Noted:
        times = 1 if tried is None else tried.times + 1
        if not error.passing or times > len(PAUSES):
            self._tried.pop(inquiry.id, None)
            return Noted("failed", str(error))
        again = self._now() + PAUSES[times - 1]
        self._tried[inquiry.id] = Tried(times, again)
        clock = again.astimezone(AMSTERDAM).strftime("%H:%M")
        return Noted("wanted", f"Poging {times} mislukt: {error} Nieuwe poging om {clock}.")

    def _url(self, inquiry: Inquiry) -> str:
        if not is_alive(inquiry, self._now()):
            return ""
        return self._settings.public_url + PATH + self._signer.token(inquiry)

    def _write(self, asked: Asked, noted: Noted) -> None:
        """Note on the inquiry what came of it, unless another mail is wanted by now."""
        with self._database.transaction() as connection:
            fresh = load_asked(connection, asked.inquiry.id)
        if fresh is None or fresh.inquiry.mail != "wanted":
            return
        if wish(fresh.inquiry) != wish(asked.inquiry):
            return
        fields: dict[str, object] = {"mail": noted.mail, "mail_trouble": noted.trouble}
        if noted.at is not None:
            fields["mail_at"] = noted.at
        edit = edit_of("inquiry", fresh.held[fresh.inquiry.id], fields)
        if not edit:
            return
        change = Change("inquiry", fresh.inquiry.id, How.EDIT, edit)
        outcome = self._log.append_own(fresh.inquiry.stream, [change], HUB)
        if outcome.code is Code.QUARANTINED or outcome.code is Code.REFUSED:
            _log.error("what came of a mail could not be noted: %s", outcome.reason)
