"""Mail to reports: .eml and .msg files, and mail pasted as text.

A reader sees what the sender wrote, with earlier messages that were quoted below it; every file
that came along is kept. Where a mail belongs follows from Message-ID, In-Reply-To and References
(RFC 5322): `root_id` is the same for all mails of one thread.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, message_from_string
from email.generator import BytesGenerator
from email.message import Message
from email.policy import Compat32, EmailPolicy
from functools import lru_cache
from io import BytesIO
from typing import Any

from kcr2desk.exchange import msg
from kcr2desk.exchange.notes import first_words
from kcr2desk.exchange.problems import Problem
from kcr2desk.exchange.readable import decode, decode_html, html_text, readable, safe_name, unlike
from kcr2desk.exchange.times import read_date

MAX_BYTES = 100_000_000
MAX_ATTACHMENTS = 200
MAX_DEPTH = 50
"""Messages within messages and parts within parts that are followed."""
_LONGEST_HEADER = 50_000
_LONGEST_PARSED = 2_000
"""Characters of a header whose parts are told apart. The time that takes grows with the square of
the length, and those that are looked at are far shorter."""


@dataclass(frozen=True, slots=True)
class MailAttachment:
    """A file that came along, under a name that is safe to save."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class MailReport:
    """A mail as fields of a report.

    Ids are without angle brackets. `external_id` is the Message-ID, or "sha256:…" over sender,
    time, subject and text where there is none. `remarks` name what could not be taken over.
    """

    title: str
    text: str
    informant: str  # "Jan Jansen <jan@vnog.nl>"
    sent_at: datetime | None  # UTC
    external_id: str
    in_reply_to: str
    references: tuple[str, ...]
    root_id: str
    reply: bool
    attachments: tuple[MailAttachment, ...] = ()
    remarks: tuple[Problem, ...] = ()
    channel: str = "mail"


def read_mail(data: bytes, file: str, *, max_bytes: int = MAX_BYTES) -> MailReport | Problem:
    """Read an .eml or .msg file, told apart by its first bytes; never raises for what is in it."""
    if not data.strip():
        return Problem(file, None, "empty")
    if len(data) > max_bytes:
        return Problem(file, None, "too-large", f"{max_bytes / 1e6:g} MB")
    try:
        if data.startswith(msg.SIGNATURE):
            return _from_outlook(msg.read_msg(data), file)
        return _from_internet(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), file)
    except msg.BrokenMsg as error:
        return Problem(file, None, error.code)
    except (_TooDeep, RecursionError):
        return Problem(file, None, "mail-too-deep", str(MAX_DEPTH))
    except Exception as error:  # the email package stumbles over what it has never met
        return Problem(file, None, "unreadable", f"{type(error).__name__}: {error}")


# --- .eml ----------------------------------------------------------------------------------------


class _LenientPolicy(EmailPolicy):
    """policy.default, but a header that its parser chokes on counts as plain text."""

    def header_fetch_parse(self, name: str, value: Any) -> Any:
        return _parsed(name, value[:_LONGEST_HEADER])

    def parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value)


_POLICY = _LenientPolicy()


@lru_cache(maxsize=256)  # the email package asks for the same header again and again
def _parsed(name: str, value: str) -> Any:
    if not value.isascii():
        # Bytes beyond ASCII, against the rules: UTF-8 or else Windows-1252, as in the text.
        value = decode(value.encode("utf-8", "surrogateescape"))
    if len(value) <= _LONGEST_PARSED:
        try:
            return _POLICY.parse(name, value)
        except Exception:  # the parser of headers raises IndexError, AttributeError and more
            pass
    return " ".join(readable(value).split())


_SIGNS_OF_MAIL = ("from", "to", "subject", "date", "message-id", "received", "mime-version")


class _AsItCame(Compat32):
    """Headers are written as they were read, also where they break the rules."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        return f"{name}: {value}{self.linesep}".encode("utf-8", "surrogateescape")


class _Generator(BytesGenerator):
    """Bodies are written as they were read, also where they are not the ASCII they ought to be."""

    def write(self, s: str) -> None:
        self._fp.write(s.encode("utf-8", "surrogateescape"))  # type: ignore[attr-defined]


class _TooDeep(Exception):
    """Parts within parts beyond MAX_DEPTH."""


@dataclass(slots=True)
class _Contents:
    """What the parts of a mail add up to."""

    texts: list[str] = field(default_factory=list)
    files: list[MailAttachment] = field(default_factory=list)


def _from_internet(data: bytes, file: str) -> MailReport | Problem:
    message = message_from_bytes(data, policy=_POLICY)
    if not any(name in message for name in _SIGNS_OF_MAIL):
        return Problem(file, None, "not-mail")
    contents = _Contents()
    _gather(message, contents, depth=0)
    return _report(
        file,
        subject=str(message.get("subject", "")),
        informant=_sender(message),
        sent_at=read_date(str(message.get("date", ""))),
        message_id=_raw(message, "message-id"),
        in_reply_to=_raw(message, "in-reply-to"),
        references=_raw(message, "references"),
        text="\n\n".join(text.strip("\n") for text in contents.texts if text.strip()),
        files=contents.files,
    )


def _raw(message: Message, name: str) -> str:
    """A header as it stands in the file: ids are no words to be decoded."""
    for each, value in message.raw_items():
        if each.lower() == name:
            return str(value)[:_LONGEST_HEADER]
    return ""


def _sender(message: Message) -> str:
    for name in ("from", "sender", "reply-to", "return-path"):
        header = message.get(name, "")
        first = next(iter(getattr(header, "addresses", ())), None)
        if first is not None and "@" in first.addr_spec:
            return _shown(first.display_name, first.addr_spec)
        if str(header).strip():
            return readable(str(header)).strip()
    return ""


def _shown(name: str, address: str) -> str:
    name, address = (" ".join(readable(each).split()) for each in (name, address))
    return f"{name} <{address}>" if name and address and name != address else address or name


def _gather(part: Message, contents: _Contents, *, depth: int) -> None:
    """Add a part to the texts that are read and the files that are kept."""
    if depth > MAX_DEPTH:
        raise _TooDeep
    kind = part.get_content_type()
    children = _children(part)
    if children and kind == "multipart/alternative":
        _gather_best(children, contents, depth=depth)
    elif children and kind.startswith("multipart/"):
        for child in children:
            _gather(child, contents, depth=depth + 1)
    elif kind in ("text/plain", "text/html") and not _is_file(part):
        contents.texts.append(_text(part))
    elif len(contents.files) <= MAX_ATTACHMENTS:  # one more than are kept, and that is told
        contents.files.append(_file(part, number=len(contents.files) + 1))


def _gather_best(versions: list[Message], contents: _Contents, *, depth: int) -> None:
    """Of versions of one text the plain one is read, or where it is empty the last that is not."""
    read: list[tuple[bool, list[str]]] = []
    for version in versions:
        one = _Contents(files=contents.files)
        _gather(version, one, depth=depth + 1)
        if any(text.strip() for text in one.texts):
            read.append((version.get_content_type() == "text/plain", one.texts))
    if read:
        best = next((texts for plain, texts in read if plain), read[-1][1])
        contents.texts += best


def _children(part: Message) -> list[Message]:
    payload = part.get_payload() if part.is_multipart() else ()
    return [each for each in payload if isinstance(each, Message)]


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> str:
    charset = str(part.get_param("charset", ""))
    if part.get_content_type() == "text/html":
        return html_text(decode_html(_bytes(part), charset))
    return decode(_bytes(part), charset)


def _file(part: Message, number: int) -> MailAttachment:
    """A part as a file; a message or report within the mail is kept as it came, as .eml."""
    kind = part.get_content_type()
    children = _children(part)
    name = readable(str(part.get_filename() or ""))
    if not children:
        return MailAttachment(name or _nameless(kind, number), kind, _bytes(part))
    subject = str(children[0].get("subject", "")) if kind == "message/rfc822" else ""
    out = BytesIO()
    for each in children:
        _Generator(out, mangle_from_=False, policy=_AsItCame(linesep="\r\n")).flatten(each)
    ending = ".eml" if kind == "message/rfc822" else ".txt"
    named = name if name.lower().endswith(ending) else f"{name or subject or number}{ending}"
    return MailAttachment(named.replace("/", "-"), kind, out.getvalue())


_ENDINGS = mimetypes.MimeTypes(filenames=())  # the tables of Python, not of this computer


def _nameless(kind: str, number: int) -> str:
    return f"bijlage-{number}{_ENDINGS.guess_extension(kind) or '.bin'}"


# --- .msg ----------------------------------------------------------------------------------------


def _from_outlook(message: msg.Msg, file: str) -> MailReport:
    headers = message_from_string(message.headers, policy=_POLICY)
    remarks = [Problem(file, None, "mail-rich-text")] if message.only_rich_text else []
    files = []
    for number, each in enumerate(message.attachments, start=1):
        if each.data is None:
            remarks.append(Problem(file, None, "attachment-unreadable", each.name or str(number)))
        else:
            kind = each.media_type.lower() if "/" in each.media_type else ""
            kind = kind or _ENDINGS.guess_type(each.name)[0] or "application/octet-stream"
            files.append(MailAttachment(each.name or _nameless(kind, number), kind, each.data))
    return _report(
        file,
        subject=message.subject,
        informant=_sender(headers) or _shown(message.sender_name, message.sender_address),
        sent_at=message.sent_at or read_date(str(headers.get("date", ""))),
        message_id=message.message_id or _raw(headers, "message-id"),
        in_reply_to=message.in_reply_to or _raw(headers, "in-reply-to"),
        references=message.references or _raw(headers, "references"),
        text=message.text,
        files=files,
        remarks=remarks,
    )


# --- what all have in common ---------------------------------------------------------------------

_ID = re.compile(r"<\s*([^<>\s]+)\s*>")
_REPLY = r"re|antw|antwoord|aw|sv|ref"
_FORWARD = r"fw|fwd|doorst|doorgest|doorgestuurd|wg|tr"
_PREFIXES = re.compile(rf"(?:\s*(?:{_REPLY}|{_FORWARD})\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_REPLIES = re.compile(rf"\s*(?:{_REPLY})\s*(?:\[\d+\])?\s*:", re.IGNORECASE)


def _report(
    file: str,
    *,
    subject: str,
    informant: str,
    sent_at: datetime | None,
    message_id: str,
    in_reply_to: str,
    references: str,
    text: str,
    files: Sequence[MailAttachment] = (),
    remarks: Sequence[Problem] = (),
) -> MailReport:
    subject = " ".join(readable(subject).split())
    prefix = _PREFIXES.match(subject)
    title = subject[prefix.end() :] if prefix else subject
    text = text.strip("\n")
    before = _ids(in_reply_to)[:1]
    thread = _ids(references)
    own = next(iter(_ids(message_id)), "") or _digest(informant, sent_at, subject, text)
    if len(files) > MAX_ATTACHMENTS:
        remarks = [*remarks, Problem(file, None, "attachments-too-many", str(MAX_ATTACHMENTS))]
    return MailReport(
        title=title or first_words(text),
        text=text,
        informant=informant,
        sent_at=sent_at,
        external_id=own,
        in_reply_to=before[0] if before else "",
        references=thread,
        root_id=(*thread, *before, own)[0],
        reply=bool(_REPLIES.match(subject)) if prefix else bool(before or thread),
        attachments=_with_safe_names(files[:MAX_ATTACHMENTS]),
        remarks=tuple(remarks),
    )


def _ids(header: str) -> tuple[str, ...]:
    """The ids of a header in order, each once; some programs leave the brackets out."""
    found = _ID.findall(header) or header.split()
    return tuple(dict.fromkeys(readable(each) for each in found if each.strip("<>")))


def _digest(informant: str, sent_at: datetime | None, subject: str, text: str) -> str:
    parts = (informant, sent_at.isoformat() if sent_at else "", subject, text)
    return f"sha256:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"


def _with_safe_names(files: Sequence[MailAttachment]) -> tuple[MailAttachment, ...]:
    taken: set[str] = set()
    safe = []
    for number, each in enumerate(files, start=1):
        name = unlike(safe_name(each.name, _nameless(each.media_type, number)), taken)
        taken.add(name.casefold())
        safe.append(MailAttachment(name, each.media_type, each.data))
    return tuple(safe)


# --- pasted --------------------------------------------------------------------------------------

_FIELDS = {
    "from": "from", "van": "from", "von": "from",
    "sent": "sent", "date": "sent", "verzonden": "sent", "datum": "sent", "gesendet": "sent",
    "subject": "subject", "onderwerp": "subject", "betreff": "subject",
    "to": "to", "aan": "to", "an": "to", "cc": "to", "bcc": "to",
    "attachments": "other", "bijlagen": "other", "importance": "other", "urgentie": "other",
    "reply-to": "other", "antwoord aan": "other", "belang": "other",
}  # fmt: skip
_FIELD = re.compile(r"[\s>*]*([A-Za-z-]+(?: aan)?)\s*\*?\s*:\*?\s*(.*)")
_ABOVE = re.compile(r"[\s>]*(?:-{3,}.*|_{5,}|begin .{5,30}:|begin forwarded message:)?\s*", re.I)


def read_pasted(text: str, file: str = "") -> MailReport | None:
    """A mail pasted with the block of headers that Outlook or Gmail shows above it.

    None where the text does not begin with such a block (a sender, and a time or a subject): it
    is no mail then, and stays what it is.
    """
    lines = readable(text).split("\n")
    at = next((at for at, line in enumerate(lines) if not _ABOVE.fullmatch(line)), len(lines))
    headers: dict[str, str] = {}
    while at < len(lines):
        found = _FIELD.fullmatch(lines[at])
        name = _FIELDS.get(found[1].lower(), "") if found else ""
        if found and name:
            headers.setdefault(name, found[2].strip())
        elif not ("to" in headers and "@" in lines[at] and lines[at].endswith((";", ">"))):
            break  # neither a header nor more of a long list of addressees
        at += 1
    if not headers.get("from") or not (headers.get("sent") or headers.get("subject")):
        return None
    return _report(
        file,
        subject=headers.get("subject", ""),
        informant=" ".join(headers["from"].replace("[mailto:", "<").replace("]", ">").split()),
        sent_at=read_date(headers.get("sent", "")),
        message_id="",
        in_reply_to="",
        references="",
        text="\n".join(lines[at:]).strip(),
    )
