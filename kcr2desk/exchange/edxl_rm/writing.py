"""EDXL-RM messages to bytes, bare or in an EDXL-DE 1.0 envelope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from lxml import etree

from kcr2desk.exchange.edxl_rm.codec import write_element
from kcr2desk.exchange.edxl_rm.model import Message

DE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"

_KIND_OF = {"RequestResource": "Request", "ReportResourceDeploymentStatus": "Report"}


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What the outside of an envelope is to say; `status` "Actual", "Exercise", "Test" …"""

    id: str
    sender: str
    sent: datetime
    status: str
    language: str = "nl"


def write(message: Message, wrapping: Wrapping | None = None) -> bytes:
    """The message as a file in UTF-8. Raises ValueError for a kind that the standard has not."""
    root = write_element(message)
    if wrapping is not None:
        root = _wrapped(root, message, wrapping)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def written_time(moment: datetime) -> str:
    """An aware time as the standard writes it, in UTC to the second: "2026-07-01T12:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def _wrapped(root: etree._Element, message: Message, wrapping: Wrapping) -> etree._Element:
    envelope = etree.Element(f"{{{DE}}}EDXLDistribution", nsmap=cast(Mapping[str, str], {None: DE}))
    kind = _KIND_OF.get(
        message.kind, "Request" if message.kind.startswith("Request") else "Response"
    )
    for name, text in (
        ("distributionID", wrapping.id),
        ("senderID", wrapping.sender),
        ("dateTimeSent", written_time(wrapping.sent).replace("Z", "-00:00")),
        ("distributionStatus", wrapping.status),
        ("distributionType", kind),
        ("combinedConfidentiality", "Unclassified"),
        ("language", wrapping.language),
    ):
        etree.SubElement(envelope, f"{{{DE}}}{name}").text = text
    content = etree.SubElement(envelope, f"{{{DE}}}contentObject")
    etree.SubElement(content, f"{{{DE}}}contentDescription").text = message.kind
    holder = etree.SubElement(content, f"{{{DE}}}xmlContent")
    etree.SubElement(holder, f"{{{DE}}}embeddedXMLContent").append(root)
    return envelope
