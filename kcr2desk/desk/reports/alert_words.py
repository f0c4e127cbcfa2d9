"""The words of alerts (CAP) as an officer says them. Codes: `exchange.cap_values`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate


def severity(code: str) -> str:
    match code:
        case "Extreme":
            return translate("Alerts", "extreme")
        case "Severe":
            return translate("Alerts", "severe")
        case "Moderate":
            return translate("Alerts", "moderate")
        case "Minor":
            return translate("Alerts", "minor")
        case _:
            return translate("Alerts", "unknown")


def urgency(code: str) -> str:
    match code:
        case "Immediate":
            return translate("Alerts", "act at once")
        case "Expected":
            return translate("Alerts", "act within the hour")
        case "Future":
            return translate("Alerts", "act later")
        case "Past":
            return translate("Alerts", "over")
        case _:
            return translate("Alerts", "unknown")


def certainty(code: str) -> str:
    match code:
        case "Observed":
            return translate("Alerts", "observed")
        case "Likely":
            return translate("Alerts", "likely")
        case "Possible":
            return translate("Alerts", "possible")
        case "Unlikely":
            return translate("Alerts", "unlikely")
        case _:
            return translate("Alerts", "unknown")


def severity_tone(code: str) -> str:
    """Extreme and severe are urgent, moderate wants attention, the rest is told quietly."""
    return {"Extreme": "urgent", "Severe": "urgent", "Moderate": "attention"}.get(code, "text")


def urgency_tone(code: str) -> str:
    return {"Immediate": "urgent", "Expected": "attention"}.get(code, "text")


def response(code: str) -> str:
    match code:
        case "Shelter":
            return translate("Alerts", "take shelter")
        case "Evacuate":
            return translate("Alerts", "evacuate")
        case "Prepare":
            return translate("Alerts", "prepare")
        case "Execute":
            return translate("Alerts", "carry out the plan")
        case "Avoid":
            return translate("Alerts", "avoid")
        case "Monitor":
            return translate("Alerts", "keep watching")
        case "Assess":
            return translate("Alerts", "assess")
        case "AllClear":
            return translate("Alerts", "all clear")
        case _:
            return ""


def message(code: str) -> str:
    """What kind of message it is."""
    match code:
        case "Update":
            return translate("Alerts", "update of an earlier alert")
        case "Cancel":
            return translate("Alerts", "withdrawal of an earlier alert")
        case "Ack":
            return translate("Alerts", "acknowledgement")
        case "Error":
            return translate("Alerts", "rejection")
        case _:
            return translate("Alerts", "alert")


def scope(code: str) -> str:
    match code:
        case "Restricted":
            return translate("Alerts", "restricted")
        case "Private":
            return translate("Alerts", "private")
        case _:
            return ""


def unreal(reality: str) -> str:
    """The sentence of the band over what is not real; "" for what is."""
    match reality:
        case "exercise":
            return translate("Alerts", "For an exercise. This is not happening.")
        case "test":
            return translate("Alerts", "A test of the line. This is not happening.")
        case "system":
            return translate("Alerts", "From system to system, not for people.")
        case "draft":
            return translate("Alerts", "A draft. It was never issued.")
        case _:
            return ""


def language(code: str) -> str:
    """The own name of a language by its code: `de-DE` is `Deutsch`; the code where unknown."""
    if not code or code.lower().startswith("en"):
        return "English"  # also where an alert names no language: so CAP says
    found = QLocale(code.replace("-", "_"))
    if found.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return code
    name = found.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def reader() -> str:
    """The reader's language, "nl" or "en"."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"
