"""What the hub tells a Prometheus about itself. No name of a person, record or stream."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The figures of one hub process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "kcr2_requests", "Answers by route and status",
            ["method", "route", "status"], registry=self._registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "kcr2_request_seconds", "How long answers took, without polls that are held",
            ["route"], buckets=SECONDS, registry=self._registry,
        )  # fmt: skip
        self._changesets = Counter(
            "kcr2_changesets", "Changesets that were pushed, by outcome",
            ["outcome"], registry=self._registry,
        )  # fmt: skip
        self._reports = Counter(
            "kcr2_intake_files", "Files that the intake took, wholly, in part or not",
            ["result"], registry=self._registry,
        )  # fmt: skip

    def answered(self, method: str, route: str, status: int, seconds: float, held: bool) -> None:
        """One request is over; status 0 when the caller had gone."""
        self._requests.labels(method, route, str(status)).inc()
        if not held:
            self._seconds.labels(route).observe(seconds)

    def pushed(self, outcome: str) -> None:
        """What became of one changeset."""
        self._changesets.labels(outcome).inc()

    def taken_in(self, result: str) -> None:
        """One file at the intake: whole, partly or refused."""
        self._reports.labels(result).inc()

    def follow(self, name: str, what: str, value: Callable[[], float]) -> None:
        """Show a figure that is read whenever somebody asks."""
        Gauge(name, what, registry=self._registry).set_function(value)

    def text(self) -> bytes:
        """All figures in the format of Prometheus."""
        return generate_latest(self._registry)
