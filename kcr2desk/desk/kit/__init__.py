"""The parts that panels are made of: one look, one behaviour, drawn from the tokens."""

from kcr2desk.desk.kit.buttons import KeyChoice, Option, action_button, button, tool_button
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
    "set_tone",
    "tool_button",
]
