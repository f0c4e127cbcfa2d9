"""The card on which the weights of proposals are set anew: a new version, never another old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from kcr2desk.core.access import ROLES
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_changes
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.card_parts import Number, Rows, number, text
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

NAMES = (
    "unfilled_1", "unfilled_2", "unfilled_3", "unfilled_4", "late_hour", "journey_hour", "cover",
    "fairness",
)  # fmt: skip


def may_set(me: Identity) -> bool:
    """Whether this officer may set weights."""
    role = ROLES.get(me.role)
    return role is not None and "planweights" in role.appends.get("reference", frozenset())


class WeightsCard(Card):
    """Eight numbers, and why they change. `done` carries the id of the new version."""

    KIND = "weights"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about="weights")
        self.rows = Rows()
        self.fields: dict[str, Number] = {}
        for name in NAMES:
            field = number(0, 100_000_000)
            field.setFixedWidth(128)
            field.setValue(getattr(self.book.weights, name))
            self.fields[name] = field
            self.rows.add(name, field)
        self.reason = text(1000)
        self.set_by = text()
        self.rows.add("set_by", self.set_by)
        self.rows.add("reason", self.reason)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        for name in NAMES:
            self.keep_field(name, self.fields[name])
        self.keep_field("reason", self.reason)
        self.keep_field("set_by", self.set_by)
        self.save_action, button = self.action(
            SAVE, self.save_weights, icon="check", kind="primary"
        )
        self.foot.addWidget(button)
        self.begin()

    def save_weights(self) -> None:
        """Save them as the next version; who set them and why is asked."""
        for field, said in (
            (self.set_by, self.tr("Say who set these weights: KCR2 Desk sets no policy.")),
            (self.reason, self.tr("Say why they change.")),
        ):
            if not field.text().strip():
                self.told.tell(said, "attention")
                field.setFocus()
                return
        made = self.cache.new_id()
        fields = {
            "version": self.book.weights.version + 1,
            "set_by": self.set_by.text().strip(),
            "set_at": self.now(),
            "reason": self.reason.text().strip(),
            **{name: field.value() for name, field in self.fields.items()},
        }
        change = card_changes.new("planweights", made, fields)
        draft = self._draft
        self._typed = False
        self.write(
            lambda: self.cache.save("reference", [change], draft=draft),
            lambda _: self.done.emit(made),
        )

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Weights of proposals"))
        known = self.book.weights
        said = self.tr("Version {n}, set by {who}").replace("{n}", str(known.version))
        said = said.replace("{who}", known.set_by or "?")
        if known.set_at is not None:
            said = f"{said} · {texts.moment(known.set_at, self.now())}"
        self.subtitle.setText(said)
        hint = self.tr("not supplied, priority {n}")
        self.rows.say(
            {
                **{f"unfilled_{n}": hint.replace("{n}", str(n)) for n in range(1, 5)},
                "late_hour": self.tr("an hour late"),
                "journey_hour": self.tr("an hour underway"),
                "cover": self.tr("below remaining cover"),
                "fairness": self.tr("a percent of the largest share"),
                "set_by": self.tr("Set by"),
                "reason": self.tr("Why"),
            }
        )
        self.save_action.setText(self.tr("Save as a new version"))
