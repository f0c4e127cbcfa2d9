"""Reading XML that strangers send: no entities, no network, no surprises.

The bytes are decoded here and not by the XML library, because only then one rule holds for every
encoding: what is no document type declaration in the text is none at all. Line numbers are those
of the file, also for a piece of XML that stood escaped inside another (`first_line`).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import cast

from lxml import etree

from kcr2desk.exchange.problems import Problem, Refused

MAX_BYTES = 10_000_000
MAX_DEPTH = 100

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STARTS = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']"""
)
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>")
_NO_SPACE = re.compile(r"\S")
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, production 2
_NOT_FOR_FILES = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"}
_READ_AS = {
    # What calls itself Latin-1 is Windows-1252 in practice; they differ in control codes only.
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
}
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}));")
_OTHER_KINDS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\xd0\xcf\x11\xe0", "Outlook/Office"),
    (b"{", "JSON"),
    (b"[", "JSON"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file (comments and processing instructions left out) and remarks on its form."""

    root: etree._Element
    remarks: tuple[Problem, ...] = ()


def parse(data: bytes, file: str, *, max_bytes: int = MAX_BYTES) -> Document:
    """Parse the bytes of a file; raises `Refused` with one problem when that cannot be done."""
    if not data.strip():
        raise Refused(Problem(file, None, "empty"))
    if len(data) > max_bytes:
        raise Refused(Problem(file, None, "too-large", f"{max_bytes / 1e6:g} MB"))
    for start, kind in _OTHER_KINDS:
        if data.lstrip().startswith(start):
            raise Refused(Problem(file, None, "not-xml-but", kind))
    text, remarks = _decode(data, file)
    document = parse_text(text, file)
    return Document(document.root, remarks + document.remarks)


def parse_text(text: str, file: str, *, first_line: int = 1) -> Document:
    """Parse XML that is text already; `first_line` is the line of the file where it starts."""
    declaration = _DECLARATION.match(text)
    if declaration:
        # It names an encoding that no longer holds, and may not follow the blank lines below.
        text = "\n" * declaration.group().count("\n") + text[declaration.end() :]
    text = "\n" * (first_line - 1) + text
    _check_start(text, file)
    remarks: tuple[Problem, ...] = ()
    if bad := _NOT_ALLOWED.search(text):
        detail = f"U+{ord(bad.group()):04X}"
        remarks = (Problem(file, _line(text, bad.start()), "character", detail),)
        text = _NOT_ALLOWED.sub("\ufffd", text)
    text, of_references = _without_bad_references(text, file)
    return Document(_parse(text, file), remarks + of_references)


def _without_bad_references(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text in which "&#0;" and the like, that no parser takes, are U+FFFD."""
    bad = [found for found in _REFERENCE.finditer(text) if not _may_be_referred_to(found)]
    if not bad:
        return text, ()
    remark = Problem(file, _line(text, bad[0].start()), "character", bad[0].group())
    return _REFERENCE.sub(
        lambda found: found.group() if _may_be_referred_to(found) else "\ufffd", text
    ), (remark,)


def _may_be_referred_to(found: re.Match[str]) -> bool:
    code = int(found[1], 16) if found[1] else int(found[2])
    return code <= 0x10FFFF and not (
        0xD800 <= code <= 0xDFFF or _NOT_ALLOWED.match(chr(code)) is not None
    )


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    """The namespace of an element, or ""."""
    tag = str(element.tag)
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def line_of(element: etree._Element) -> int | None:
    """The line of the file where an element starts."""
    return cast("int | None", element.sourceline)


def text_of(element: etree._Element) -> str:
    """All text inside an element, stray markup left out, without the white space around it."""
    return "".join(str(piece) for piece in element.itertext()).strip()


def _decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The file as text: byte order mark, else the look of its first bytes, else what it says."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, encoding, file)
    for start, encoding in _STARTS:
        if data.startswith(start):
            return _decode_as(data, encoding, encoding, file)
    declared = _DECLARED.match(data)
    name = declared.group(1).decode("ascii") if declared else "utf-8"
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = "undefined"
    if encoding in _NOT_FOR_FILES:
        raise Refused(Problem(file, 1, "encoding-unknown", name))
    if encoding.startswith(("utf-16", "utf-32")):
        # The declaration could be read byte by byte, so it cannot be true: some tool re-coded it.
        text, _ = _decode_as(data, "utf-8", name, file)
        return text, (Problem(file, 1, "encoding-wrong", name),)
    return _decode_as(data, _READ_AS.get(encoding, encoding), name, file)


def _decode_as(data: bytes, encoding: str, name: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode(encoding), ()
    except LookupError:  # a codec that does not make text, such as "hex"
        raise Refused(Problem(file, 1, "encoding-unknown", name)) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remark = Problem(file, line, "encoding-wrong", name)
        return data.decode(encoding, "kcr2desk-cp1252"), (remark,)


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decode only the bytes that do not fit: most wrongly declared files are Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("kcr2desk-cp1252", _as_windows_1252)


def _check_start(text: str, file: str) -> None:
    """Refuse what is no XML, what is a web page, and any document type declaration.

    A declaration can only stand before the first element, behind comments and instructions.
    """
    at = 0
    while True:
        at = _first_after_space(text, at)
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at + 4)
        else:
            break
        if end < 0:
            raise Refused(Problem(file, _line(text, at), "truncated"))
        at = end + (2 if text[at + 1] == "?" else 3)
    start = text[at : at + 14].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise Refused(Problem(file, _line(text, at), "web-page"))
    if start.startswith("<!doctype"):
        raise Refused(Problem(file, _line(text, at), "doctype"))
    if not start.startswith("<"):
        raise Refused(Problem(file, None, "not-xml"))


def _parse(text: str, file: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise Refused(_syntax_problem(error, text, file)) from None
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        raise Refused(Problem(file, 1, "doctype"))
    deepest = cast("list[etree._Element]", tree.xpath("/*" + "/*" * MAX_DEPTH))
    if deepest:
        raise Refused(Problem(file, line_of(deepest[0]), "too-deep", str(MAX_DEPTH)))
    return root


def _syntax_problem(error: etree.XMLSyntaxError, text: str, file: str) -> Problem:
    """The parser's complaint in our own words where it is a common one."""
    message = str(error.msg or "")
    line = error.position[0] or 1
    if "depth" in message.lower():
        return Problem(file, line, "too-deep", str(MAX_DEPTH))
    if message.startswith("Premature end of data") or not text.rstrip().endswith(">"):
        return Problem(file, line, "truncated")
    if mismatch := re.match(
        r"Opening and ending tag mismatch: (\S+) line \d+ and (\S+?),", message
    ):
        detail = f"<{mismatch.group(1)}> … </{mismatch.group(2)}>"
        return Problem(file, line, "tag-mismatch", detail)
    if entity := re.match(r"Entity '([^']+)' not defined", message):
        return Problem(file, line, "entity-unknown", entity.group(1))
    if prefix := re.match(r"Namespace prefix (\S+)( for \S+)? on \S+ is not defined", message):
        return Problem(file, line, "prefix-unknown", prefix.group(1))
    return Problem(file, line, "malformed", re.sub(r", line \d+, column \d+$", "", message))


def _first_after_space(text: str, at: int) -> int:
    found = _NO_SPACE.search(text, at)
    return found.start() if found else len(text)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
