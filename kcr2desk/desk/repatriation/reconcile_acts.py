"""What may be said of each kind of difference, by which key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from kcr2desk.desk.repatriation import reconcile_words as words

translate = words.translate


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do with those that are chosen. `settled` is what is written on their lines."""

    name: str
    key: str
    text: Callable[[], str]
    told: Callable[[int], str]
    """What the line below says of it afterwards."""
    settled: str = ""


def _plain(_count: int) -> str:
    return ""


ACTS: Final[tuple[Act, ...]] = (
    Act(
        "same", "S", lambda: translate("Reconcile", "The same"),
        lambda n: translate("Reconcile", "%n pair(s) joined.", None, n),
    ),
    Act(
        "different", "N", lambda: translate("Reconcile", "Not the same"),
        lambda n: translate("Reconcile", "%n pair(s) kept apart.", None, n),
    ),
    Act(
        "later", "L", lambda: translate("Reconcile", "Later"),
        lambda n: translate("Reconcile", "%n pair(s) put off.", None, n),
    ),
    Act("register", "R", lambda: translate("Reconcile", "Register now"), _plain),
    Act(
        "tie", "T", lambda: translate("Reconcile", "Is this one…"),
        lambda n: translate("Reconcile", "%n pair(s) joined.", None, n),
    ),
    Act(
        "besides", "B", lambda: translate("Reconcile", "Rightly on no list"),
        lambda n: translate("Reconcile", "%n of them rightly on no list.", None, n),
    ),
    Act(
        "no_show", "1", lambda: translate("Reconcile", "No-show"),
        lambda n: translate("Reconcile", "%n of them no-show.", None, n), "no_show",
    ),
    Act(
        "stayed", "2", lambda: translate("Reconcile", "Stayed behind"),
        lambda n: translate("Reconcile", "%n of them stayed behind.", None, n), "stayed",
    ),
    Act(
        "other_way", "3", lambda: translate("Reconcile", "Came another way"),
        lambda n: translate("Reconcile", "%n of them came another way.", None, n), "other_way",
    ),
    Act(
        "not_eligible", "4", lambda: translate("Reconcile", "Not eligible"),
        lambda n: translate("Reconcile", "%n of them not eligible.", None, n), "not_eligible",
    ),
    Act(
        "cancelled", "5", lambda: translate("Reconcile", "Cancelled"),
        lambda n: translate("Reconcile", "%n of them cancelled.", None, n), "cancelled",
    ),
    Act(
        "error", "6", lambda: translate("Reconcile", "Error in the list"),
        lambda n: translate("Reconcile", "%n of them an error in the list.", None, n), "error",
    ),
    Act(
        "reopen", "0", lambda: translate("Reconcile", "Open again"),
        lambda n: translate("Reconcile", "%n of them open again.", None, n),
    ),
    Act("open", "E", lambda: translate("Reconcile", "Show"), _plain),
)  # fmt: skip
"""Everything that can be done, in the order in which the buttons stand."""

_MISSING: Final = (
    "register", "tie", "no_show", "stayed", "other_way", "not_eligible", "cancelled", "error",
)  # fmt: skip
_NOT_COME: Final = ("register", "tie", "stayed", "other_way", "not_eligible", "cancelled", "error")
_SETTLED: Final = ("reopen",)

_BY_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    words.LIKELY: ("same", "different", "later"),
    **dict.fromkeys(
        ("boarded_missing", "listed_missing", "not_boarded", "awaited", "expected", "two_flights",
         "flight_cancelled"), _MISSING,
    ),
    **dict.fromkeys(
        ("eligible_unlisted", "applied_unlisted", "waiting", "unjudged", "named"), _NOT_COME
    ),
    "listed_ineligible": ("not_eligible", "error"),
    "unlisted": ("tie", "besides"),
    "duplicate_of_nobody": ("tie",),
    **dict.fromkeys(
        ("besides", "no_show", "stayed", "other_way", "cancelled", "not_eligible", "error",
         "settled_here"), _SETTLED,
    ),
}  # fmt: skip


def acts_of(kind: str) -> tuple[str, ...]:
    """The names of what may be done with those of a kind; showing them always may."""
    return (*_BY_KIND.get(kind, ()), "open")
