"""The colours can be told from their grounds, by the table itself (WCAG 2.2)."""

from __future__ import annotations

import pytest

from kcr2desk.desk.tokens import DARK, LIGHT, Tokens, contrast

TEXTS = ("text", "muted", "accent", "urgent", "attention", "good", "exercise")
GROUNDS = ("ground", "surface")


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_its_ground(tokens: Tokens, tone: str, ground: str):
    assert contrast(tokens.tone(tone), tokens.tone(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_word_on_the_primary_button_can_be_read(tokens: Tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["accent", "urgent", "attention", "good", "exercise"])
def test_a_pill_can_be_read_on_its_tint(tokens: Tokens, tone: str):
    assert contrast(tokens.text, tokens.tint(tone)) >= 4.5
    assert contrast(tokens.tone(tone), tokens.tint(tone)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["stale", "accent"])
def test_a_sign_can_be_seen(tokens: Tokens, tone: str):
    for ground in GROUNDS:
        assert contrast(tokens.tone(tone), tokens.tone(ground)) >= 3
