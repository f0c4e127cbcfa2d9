"""Lines of a list of reports, made up for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kcr2desk.store.query import ReportLine
from tests.scenes import NOW

NOW_MS = int(NOW.timestamp() * 1000)


def line(number: int = 1, *, minutes: float = 5, **fields: Any) -> ReportLine:
    """A report that came in so many minutes ago."""
    received = int((NOW - timedelta(minutes=minutes)).timestamp() * 1000)
    given: dict[str, Any] = {
        "id": f"report-{number}", "place": received * 4096 + number, "stream": "national",
        "number": f"M-2026-07-{number:04}", "title": f"Melding {number}",
        "received_at": received, "occurred_at": None, "entered_at": received,
        "informant": "VNOG", "source": "KCR2", "channel": "phone", "reliability": "F",
        "credibility": "6", "discipline": "fire", "region": "VR06", "municipality": "",
        "spot": "", "incident": "", "incident_title": "", "status": "new", "owner": "",
        "urgent": False, "acknowledged_by": "", "reality": "actual", "follows_how": "",
        "superseded": "", "unread": False, "pending": False, "conflict": False,
        "attachments": 0,
    }  # fmt: skip
    return ReportLine(**(given | fields))
