"""Why a whole request is not served, and how what the database says becomes such a reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kcr2desk.core.messages import PROTOCOL, Problem
from kcr2desk.core.records import SCHEMA
from kcr2desk.hub.database import DatabaseBusy, DatabaseDown, DatabaseFull

BUSY_PAUSE = 1.0  # seconds that a desk leaves a busy hub alone
DOWN_PAUSE = 3.0  # and one whose database is away


class RequestProblem(Exception):
    """A request that is not served: its HTTP status and the code that the desk is told.

    `retry_after` is in seconds; None when trying again as it is would not help.
    """

    def __init__(
        self,
        status: int,
        code: str,
        *,
        epoch: str = "",
        detail: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{status} {code} {detail}".rstrip())
        self.status = status
        self.problem = Problem(code, epoch, detail)
        self.retry_after = retry_after


@contextmanager
def told_to_the_desk() -> Iterator[None]:
    """Turn what passes at the database into 503 or 507; everything else goes on as it is."""
    try:
        yield
    except DatabaseFull as error:
        raise RequestProblem(507, "full", retry_after=60.0) from error
    except DatabaseBusy as error:
        raise RequestProblem(503, "busy", retry_after=BUSY_PAUSE) from error
    except DatabaseDown as error:
        raise RequestProblem(503, "database", retry_after=DOWN_PAUSE) from error


def check_versions(protocol: int, schema: int) -> None:
    """Raise RequestProblem (426) when the desk speaks what this hub does not know yet."""
    if protocol > PROTOCOL or schema > SCHEMA:
        raise RequestProblem(426, "hub_too_old")
    if protocol < 1 or schema < 1:
        raise RequestProblem(426, "schema")
