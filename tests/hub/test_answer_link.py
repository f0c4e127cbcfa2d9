"""The token of an answer link: only one spelling of one signature opens one inquiry."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.bijstand import Inquiry
from kcr2desk.hub.inquiries import (
    TOKEN_LENGTH,
    LinkSigner,
    inquiry_in,
    is_alive,
)
from kcr2desk.hub.keys import HubKey

NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
SIGNER = LinkSigner(HubKey(UUID(int=7), bytes(range(32))))
INQUIRY = Inquiry(
    id="01981a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2b", stream="national", owner="VR06", source="VR06",
    status="asked", link_until=NOW + timedelta(days=1),
)  # fmt: skip
TOKEN = SIGNER.token(INQUIRY)


def test_a_token_is_short_and_made_the_same_again():
    assert len(TOKEN) == TOKEN_LENGTH
    assert SIGNER.token(replace(INQUIRY)) == TOKEN
    assert SIGNER.is_for(TOKEN, INQUIRY)
    assert inquiry_in(TOKEN) == INQUIRY.id


@given(st.integers(0, TOKEN_LENGTH - 1), st.characters())
def test_no_changed_letter_opens(place: int, letter: str):
    changed = TOKEN[:place] + letter + TOKEN[place + 1 :]
    assert SIGNER.is_for(changed, INQUIRY) == (changed == TOKEN)


@given(st.text())
def test_nothing_else_opens(text: str):
    assert SIGNER.is_for(text, INQUIRY) == (text == TOKEN)
    assert not SIGNER.is_for(text, None)


@given(st.binary(min_size=32, max_size=32))
def test_no_other_bytes_open(raw: bytes):
    token = base64.urlsafe_b64encode(raw).decode().rstrip("=")
    assert not SIGNER.is_for(token, INQUIRY)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda t: t.replace(tzinfo=UTC))
)
def test_another_moment_kills_the_link(until: datetime):
    same = round(until.timestamp() * 1000) == round(INQUIRY.link_until.timestamp() * 1000)  # type: ignore[union-attr]
    assert SIGNER.is_for(TOKEN, replace(INQUIRY, link_until=until)) == same


@pytest.mark.parametrize(
    "other",
    [{"owner": "VR09"}, {"source": "VR09"}, {"stream": "test"}, {"link_until": None},
     {"id": "01981a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2c"}],
)  # fmt: skip
def test_a_link_is_bound_to_one_inquiry_of_one_owner(other: dict[str, object]):
    assert not SIGNER.is_for(TOKEN, replace(INQUIRY, **other))  # type: ignore[arg-type]


def test_the_owner_cannot_slide_into_its_neighbour():
    """What is signed is set apart: "ab" + "c" is not "a" + "bc"."""
    first = replace(INQUIRY, owner="VR0", source="6VR06")
    assert SIGNER.token(first) != TOKEN


def test_another_hub_signs_otherwise():
    other = LinkSigner(HubKey(UUID(int=7), bytes(range(1, 33))))
    assert not other.is_for(TOKEN, INQUIRY)
    with pytest.raises(ValueError, match="no answer link"):
        SIGNER.token(replace(INQUIRY, link_until=None))


@pytest.mark.parametrize(
    ("fields", "alive"),
    [
        ({}, True), ({"status": "seen"}, True), ({"status": "expired"}, True),
        ({"status": "answered"}, True), ({"status": "withdrawn"}, False),
        ({"status": "draft"}, False), ({"removed": True}, False), ({"link_until": None}, False),
        ({"link_until": NOW}, False), ({"link_until": NOW + timedelta(milliseconds=1)}, True),
    ],
)  # fmt: skip
def test_when_a_link_lives(fields: dict[str, object], alive: bool):
    assert is_alive(replace(INQUIRY, **fields), NOW) is alive  # type: ignore[arg-type]
