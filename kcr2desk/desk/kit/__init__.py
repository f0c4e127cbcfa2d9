"""The parts that panels are made of: one look, one behaviour, drawn from the tokens.

Each part is imported when it is first asked for: the window paints before tables, filters and
chips are needed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kcr2desk.desk.kit.buttons import (
        KeyChoice,
        Option,
        action_button,
        button,
        set_kind,
        tool_button,
    )
    from kcr2desk.desk.kit.cells import Cell, CellModel, Column
    from kcr2desk.desk.kit.chips import Chip, ChipRow, ChipSpec
    from kcr2desk.desk.kit.facts import DeskSplitter, Fact, FactList
    from kcr2desk.desk.kit.filters import FilterBar, FilterButton
    from kcr2desk.desk.kit.flow import FlowLayout
    from kcr2desk.desk.kit.labels import (
        AgeLabel,
        ElidedLabel,
        GradeBadge,
        Pill,
        SectionHeader,
        grade_look,
        label,
        rule,
        set_tone,
    )
    from kcr2desk.desk.kit.message import EmptyState, InlineMessage
    from kcr2desk.desk.kit.option_list import FilterOption
    from kcr2desk.desk.kit.overlay import Overlay
    from kcr2desk.desk.kit.table import DeskTable

__all__ = [
    "AgeLabel",
    "Cell",
    "CellModel",
    "Chip",
    "ChipRow",
    "ChipSpec",
    "Column",
    "DeskSplitter",
    "DeskTable",
    "ElidedLabel",
    "EmptyState",
    "Fact",
    "FactList",
    "FilterBar",
    "FilterButton",
    "FilterOption",
    "FlowLayout",
    "GradeBadge",
    "InlineMessage",
    "KeyChoice",
    "Option",
    "Overlay",
    "Pill",
    "SectionHeader",
    "action_button",
    "button",
    "grade_look",
    "label",
    "rule",
    "set_kind",
    "set_tone",
    "tool_button",
]

_HOMES: Final = {
    "buttons": (
        "KeyChoice",
        "Option",
        "action_button",
        "button",
        "set_kind",
        "tool_button",
    ),
    "cells": (
        "Cell",
        "CellModel",
        "Column",
    ),
    "chips": (
        "Chip",
        "ChipRow",
        "ChipSpec",
    ),
    "facts": (
        "DeskSplitter",
        "Fact",
        "FactList",
    ),
    "filters": (
        "FilterBar",
        "FilterButton",
    ),
    "flow": ("FlowLayout",),
    "labels": (
        "AgeLabel",
        "ElidedLabel",
        "GradeBadge",
        "Pill",
        "SectionHeader",
        "grade_look",
        "label",
        "rule",
        "set_tone",
    ),
    "message": (
        "EmptyState",
        "InlineMessage",
    ),
    "option_list": ("FilterOption",),
    "overlay": ("Overlay",),
    "table": ("DeskTable",),
}
"""The module in which each part is made."""


def __getattr__(name: str) -> Any:
    """Import a part when it is first asked for. Raises AttributeError for one that is none."""
    for home, names in _HOMES.items():
        if name in names:
            part = getattr(importlib.import_module(f"{__name__}.{home}"), name)
            globals()[name] = part
            return part
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
