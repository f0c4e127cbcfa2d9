"""Messages as Outlook saves them (.msg: MS-OXMSG, a compound file of properties)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from io import BytesIO

from olefile import OleFileIO  # type: ignore[import-untyped]
from oxmsg.domain import constants
from oxmsg.domain.encodings import encoding_from_codepage
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from kcr2desk.exchange.readable import decode_html, html_text, readable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of every compound file."""

# Where the properties begin in their stream, MS-OXMSG 2.4.1.
_MESSAGE, _EMBEDDED_MESSAGE, _ATTACHMENT = 32, 24, 8
_MESSAGE_WITHIN = "__substg1.0_3701000D"  # PidTagAttachDataObject
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,64}/[\w!#$&^.+-]{1,64}", re.ASCII)


class BrokenMsg(Exception):
    """The file is no Outlook message, or damaged: `code` for the officer, the text for us."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


@dataclass(frozen=True, slots=True)
class MsgAttachment:
    """An attached file as stored; `data` is None where only a link or a foreign object is."""

    name: str
    media_type: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Msg:
    """What a .msg file holds. `headers` are those that it came with over the line, often none."""

    headers: str
    subject: str
    sender_name: str
    sender_address: str
    sent_at: datetime | None
    message_id: str
    in_reply_to: str
    references: str
    text: str
    attachments: tuple[MsgAttachment, ...]
    only_rich_text: bool


def read_msg(data: bytes) -> Msg:
    """Read a .msg file. Raises BrokenMsg."""
    try:
        with OleFileIO(BytesIO(data)) as ole:
            sizes = sum(ole.get_size(path) for path in ole.listdir(streams=True, storages=False))
            if sizes > len(data):
                raise BrokenMsg("outlook-damaged", "the streams are larger than the file")
            storage = Storage.from_ole(ole)
        if not _is_message(storage):
            raise BrokenMsg("not-outlook", "no class of message")
        return _message(storage, _MESSAGE)
    except BrokenMsg:
        raise
    except Exception as error:
        # The libraries raise whatever a damaged structure makes their code stumble over.
        raise BrokenMsg("outlook-damaged", f"{type(error).__name__}: {error}") from error


def _message(storage: Storage, offset: int) -> Msg:
    properties = Properties(storage, properties_header_offset=offset)

    def text(pid: int) -> str:
        return readable(_text(storage, properties, pid)).strip()

    body, page = text(constants.PID_BODY), _page(storage, properties)
    sender = next(
        (address for pid in _ADDRESSES if "@" in (address := text(pid))),
        "",  # else an Exchange path, "/O=ORG/OU=…", which tells nobody anything
    )
    return Msg(
        headers=text(constants.PID_TRANSPORT_MESSAGE_HEADERS),
        subject=text(constants.PID_SUBJECT),
        sender_name=text(constants.PID_SENDER_NAME) or text(constants.PID_SENT_REPRESENTING_NAME),
        sender_address=sender,
        sent_at=properties.date_prop_value(constants.PID_CLIENT_SUBMIT_TIME)
        or properties.date_prop_value(constants.PID_MESSAGE_DELIVERY_TIME),
        message_id=text(constants.PID_INTERNET_MESSAGE_ID),
        in_reply_to=text(constants.PID_IN_REPLY_TO_ID),
        references=text(constants.PID_INTERNET_REFERENCES),
        text=body or html_text(page),
        attachments=tuple(_attachment(each) for each in storage.iter_attachment_storages()),
        only_rich_text=not body
        and not page.strip()
        and bool(_stream(storage, constants.PID_RTF_COMPRESSED, constants.PTYP_BINARY)),
    )


_ADDRESSES = (
    constants.PID_SENDER_SMTP_ADDRESS,
    constants.PID_SENDER_EMAIL_ADDRESS,
    constants.PID_SENT_REPRESENTING_EMAIL_ADDRESS,
)


def _attachment(storage: Storage) -> MsgAttachment:
    properties = Properties(storage, properties_header_offset=_ATTACHMENT)
    name = next(
        filter(None, (_text(storage, properties, pid) for pid in _ATTACHMENT_NAMES)),
        "",
    )
    within = next((each for each in storage.storages if each.name == _MESSAGE_WITHIN), None)
    if within is not None and any(
        each.name == "__properties_version1.0" for each in within.streams
    ):
        message = _message(within, _EMBEDDED_MESSAGE)
        return MsgAttachment(f"{name or message.subject}.eml", "message/rfc822", as_eml(message))
    return MsgAttachment(
        name,
        _text(storage, properties, constants.PID_ATTACH_MIME_TAG),
        _stream(storage, constants.PID_ATTACH_DATA_BINARY, constants.PTYP_BINARY),
    )


_ATTACHMENT_NAMES = (
    constants.PID_ATTACH_LONG_FILENAME,
    constants.PID_ATTACH_FILENAME,
    constants.PID_DISPLAY_NAME,
)


def _is_message(storage: Storage) -> bool:
    return any(each.name == "__properties_version1.0" for each in storage.streams)


def _stream(storage: Storage, pid: int, kind: int) -> bytes | None:
    try:
        return storage.property_stream_bytes(pid, kind)
    except KeyError:
        return None


def _text(storage: Storage, properties: Properties, pid: int) -> str:
    """A text property; not the library's own reading, which fails on half an emoji."""
    wide = _stream(storage, pid, constants.PTYP_STRING)
    if wide is not None:
        return wide.decode("utf-16-le", "replace")
    narrow = _stream(storage, pid, constants.PTYP_STRING8)
    return narrow.decode(_code_page(properties), "replace") if narrow is not None else ""


def _page(storage: Storage, properties: Properties) -> str:
    data = _stream(storage, constants.PID_HTML, constants.PTYP_BINARY)
    if data is None:
        return _text(storage, properties, constants.PID_BODY_HTML)
    return decode_html(data, "" if b"charset" in data[:4096] else _code_page(properties))


def _code_page(properties: Properties) -> str:
    for pid in (constants.PID_INTERNET_CODEPAGE, constants.PID_MESSAGE_CODEPAGE):
        number = properties.int_prop_value(pid)
        if number:
            return encoding_from_codepage(number)
    return "cp1252"


def as_eml(message: Msg) -> bytes:
    """A message within a message as a file of its own that every mail program opens."""
    eml = EmailMessage(policy=policy.SMTP)
    headers = {
        "Subject": message.subject,
        "From": f"{message.sender_name} <{message.sender_address}>".strip(),
        "Date": message.sent_at.strftime("%a, %d %b %Y %H:%M:%S +0000") if message.sent_at else "",
        "Message-ID": message.message_id,
    }
    for name, value in headers.items():
        if value.strip():
            eml.add_header(name, " ".join(value.split()))
    eml.set_content(message.text)
    for each in message.attachments:
        media_type = each.media_type if _MEDIA_TYPE.fullmatch(each.media_type) else ""
        kind, _, subtype = (media_type or "application/octet-stream").partition("/")
        if kind in ("message", "multipart", "text"):
            kind, subtype = "application", "octet-stream"
        if each.data is not None:
            eml.add_attachment(each.data, kind, subtype, filename=each.name or "bijlage")
    return eml.as_bytes()
