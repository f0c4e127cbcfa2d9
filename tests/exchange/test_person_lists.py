"""A list of people as a workbook: whole, harmless, and of nobody but KCR2."""

from __future__ import annotations

import io
import tempfile
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet import _writer

from kcr2desk.exchange.person_lists import HEAD_ROW, PeopleList, workbook

BEGINS = ["=", "+", "-", "@", "\t=", "\r@", "=cmd|' /C calc'!A0"]
AT = datetime(2026, 11, 30, 20, 52, tzinfo=UTC)


def listed(*rows: list[str], title: str = "Gemeente Leiden") -> PeopleList:
    return PeopleList(
        title, "Voor gemeente · 2", "Libanon 2026 · vernietigen", ["Nummer", "Naam"], rows, AT
    )


def test_it_says_what_it_is_of_whom_and_until_when() -> None:
    data = workbook(listed(["P-2026-11-0142-3", "Anna"], ["P-2026-11-0143-1", "Bo"]))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    lines = [sheet.cell(row, 1).value for row in range(1, HEAD_ROW)]
    assert lines == ["Gemeente Leiden", "Voor gemeente · 2", "Libanon 2026 · vernietigen"]
    rows = list(sheet.iter_rows(min_row=HEAD_ROW, values_only=True))
    assert rows == [("Nummer", "Naam"), ("P-2026-11-0142-3", "Anna"), ("P-2026-11-0143-1", "Bo")]
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.left.text == "Libanon 2026 · vernietigen"
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"


def test_nobody_but_kcr2_made_it() -> None:
    data = workbook(listed(["1", "Anna"]))
    properties = load_workbook(io.BytesIO(data)).properties
    assert (properties.creator, properties.lastModifiedBy) == ("KCR2", "KCR2")
    assert properties.created == AT.replace(tzinfo=None)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        about = b"".join(parts.read(n) for n in parts.namelist() if n.startswith("docProps"))
    assert b"openpyxl<" not in about


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=20), st.sampled_from(["=", "+", "-", "@", "\t=", "\r@", "=cmd|' /C calc'!A0"])
)
def test_what_people_typed_is_never_a_formula(text: str, begin: str) -> None:
    data = workbook(listed([begin + text, text], title=begin + text))
    book = load_workbook(io.BytesIO(data))
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n", "inlineStr")
            assert cell.value is None or not str(cell.value).startswith(("=", "+", "-", "@", "\t"))


def test_no_sheet_ever_lies_in_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr(_writer, "NamedTemporaryFile", refuse)
    monkeypatch.setattr(tempfile, "_get_candidate_names", refuse)
    assert load_workbook(io.BytesIO(workbook(listed(["1", "Anna"]))))


def test_an_empty_list_and_an_odd_title_are_no_trouble() -> None:
    for title in ("", "a/b:c*[d]?\\" * 9, "'"):
        data = workbook(listed(title=title))
        assert load_workbook(io.BytesIO(data)).worksheets[0].title
