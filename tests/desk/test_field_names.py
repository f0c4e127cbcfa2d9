"""Fields and values of bijstand in words, where a change is told: never a bare name or code."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.desk.parts import assistance_words, values, words
from kcr2desk.desk.parts.field_names import field_name

NOW = datetime(2026, 7, 14, 12, 5, tzinfo=UTC)
OF_REPORTS = {"report", "incident", "attachment", "conflict"}


@pytest.mark.parametrize("type_name", sorted(set(RECORD_TYPES) - OF_REPORTS))
def test_every_field_has_words(type_name: str) -> None:
    for name, spec in RECORD_TYPES[type_name].fields.items():
        said = field_name(type_name, name)
        assert said.lower() == spec.label.lower()
        assert words.field(name, type_name)
        assert "_" not in words.field(name, type_name)


def test_the_same_name_is_another_word_on_another_record() -> None:
    assert words.field("owner") == words.field("owner", "report")
    assert words.field("owner", "commitment") == "owner"
    assert words.field("owner", "assistancerequest") == "handled by"
    assert words.field("eta", "commitment") == "expected on site"
    assert words.field("edxl", "commitment") == "EDXL-RM"
    assert words.field("tomorrow", "commitment") == "tomorrow"  # of a newer version
    assert words.field("tomorrow", "tomorrow") == "tomorrow"


@pytest.mark.parametrize("type_name", sorted(assistance_words.TYPES))
def test_no_code_is_shown_for_a_choice(type_name: str) -> None:
    for name, spec in RECORD_TYPES[type_name].fields.items():
        if name in ("mail", "kind", "about_type", "reality", "grip", "priority"):
            continue
        for choice in spec.choices:
            said = values.say(type_name, name, choice, NOW)
            assert "_" not in said, (name, choice)


def test_values_are_told_as_an_officer_says_them() -> None:
    assert values.say("commitment", "status", "on_site", NOW) == "on site"
    assert values.say("commitment", "word", "room", NOW) == "of KCR2, to be confirmed"
    assert values.say("commitment", "owner", "VR05", NOW) == "Twente"
    assert values.say("assistancerequest", "status", "in_treatment", NOW) == "in treatment"
    assert values.say("assistancerequest", "owner", "jansen", NOW) == "jansen"
    assert values.say("unit", "state", "out", NOW) == "out of service"
    assert values.say("conflict", "state", "open", NOW) == "open"
    assert values.say("inquiry", "status", "expired", NOW) == "no answer in time"
    assert values.noun("commitment") == "commitment"
