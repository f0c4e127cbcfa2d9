"""Any document that can be written is read back, and no text at all breaks the reader."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.exchange.mrz import looks_like_mrz, read_mrz
from kcr2desk.exchange.mrz.digits import one_confusion
from tests.exchange import mrz_writer as writer
from tests.exchange.mrz_writer import Paper, papers

TODAY = date(2026, 11, 30)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

WRITERS = {
    "TD3": ("P<", writer.td3), "TD2": ("I<", writer.td2), "TD1": ("I<", writer.td1),
    "MRV-A": ("V<", lambda p: writer.visa(p, 44)), "MRV-B": ("V<", lambda p: writer.visa(p, 36)),
}  # fmt: skip


@pytest.mark.parametrize("kind", list(WRITERS))
@FEW
@given(paper=papers, between=st.sampled_from(("", "\r", "\r\n", " ")))
def test_what_was_written_is_read(kind: str, paper: Paper, between: str) -> None:
    code, write = WRITERS[kind]
    mrz = read_mrz(between.join(write(paper.with_(code=code))), TODAY)
    assert (mrz.kind, mrz.complete, mrz.wrong) == (kind, True, frozenset())
    assert mrz.fields["document_number"] == paper.number
    assert mrz.fields["family_name"].upper() == paper.family or mrz.names_truncated
    assert mrz.fields["birth_date"][2:].replace("-", "") == paper.birth
    assert mrz.fields["document_expiry"] == (
        f"20{paper.expiry[:2]}-{paper.expiry[2:4]}-{paper.expiry[4:]}"
    )
    assert mrz.fields["sex"] == paper.sex
    nationality = "DEU" if paper.nationality == "D" else paper.nationality
    assert mrz.fields["nationalities"] == {nationality}


@FEW
@given(paper=papers, data=st.data())
def test_a_correction_that_is_offered_is_the_truth(paper: Paper, data: st.DataObject) -> None:
    lines = writer.td3(paper)
    number = lines[1][:9]
    confused = one_confusion(number)
    if not confused:
        return
    wrong = data.draw(st.sampled_from(confused))
    mrz = read_mrz(lines[0] + wrong + lines[1][9:], TODAY)
    if "document_number" in mrz.wrong:  # one in ten confusions keeps the digit
        assert mrz.fields["document_number"] == wrong.rstrip("<")
        assert mrz.correction("document_number") in ("", paper.number)


@FEW
@given(paper=papers, at=st.integers(0, 87), sign=st.sampled_from("<0OAZ59"))
def test_one_damaged_sign_leaves_a_document(paper: Paper, at: int, sign: str) -> None:
    text = "".join(writer.td3(paper))
    mrz = read_mrz(text[:at] + sign + text[at + 1 :], TODAY)
    if at > 0:
        assert mrz.kind in ("TD3", "TD2")
        assert mrz.fields


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.text("PIACV<NLDUTO0123456789 \r\n", max_size=200),
        st.lists(st.text("P<IDFRA012345NLO", min_size=28, max_size=46), max_size=4).map("\n".join),
    )
)  # fmt: skip
def test_no_text_breaks_it(text: str) -> None:
    mrz = read_mrz(text, TODAY)
    looks_like_mrz(text)
    assert all(mrz.fields.values())
    if mrz.complete:
        assert len("".join(text.split())) >= 50
