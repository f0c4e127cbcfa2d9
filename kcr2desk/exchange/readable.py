"""What strangers send made readable and harmless: bytes to text, HTML to text, safe file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml import html as lxml_html

from kcr2desk.core.text import normal

# --- bytes to text -------------------------------------------------------------------------------

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)
# Codecs that are no character sets; some are slow or run wild on hostile input.
_NOT_FOR_TEXT = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
_LATIN = {
    "ascii",
    "us_ascii",
    "iso_8859_1",
    "latin_1",
    "latin1",
    "iso_8859_15",
    "windows_1252",
    "cp1252",
}


def decode(data: bytes, charset: str = "") -> str:
    """Bytes as text, whatever they are declared to be; what fits nowhere becomes U+FFFD.

    Declared Western sets give way to UTF-8 where the bytes are valid UTF-8, because wrong labels
    are common and a chance match is not; undeclared or wrongly declared bytes are UTF-8 or else
    Windows-1252. Line ends become "\\n".
    """
    name = re.sub(r"[^a-z0-9]+", "_", charset.strip().lower())
    declared = [] if name in _NOT_FOR_TEXT or not name else [name]
    tries = ["utf-8-sig", "cp1252"] if name in _LATIN else [*declared, "utf-8-sig", "cp1252"]
    for encoding in tries:
        try:
            return readable(data.decode(encoding))
        except (LookupError, ValueError):
            continue  # an unknown name, or bytes that do not fit it
    return readable(data.decode("cp1252", "replace"))


def decode_html(data: bytes, charset: str = "") -> str:
    """As `decode`, with the charset that the page itself declares where none is given."""
    if not charset and (found := _META_CHARSET.search(data[:4096])):
        charset = found[1].decode("ascii")
    return decode(data, charset)


def readable(text: str) -> str:
    """Text in normal form with "\\n" as line end and without other control characters."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", normal(text))
    return re.sub(r"[\x01-\x08\x0e-\x1f\x7f-\x9f]", "", text)


# --- HTML to text --------------------------------------------------------------------------------

_SKIPPED = {"head", "script", "style", "title", "template", "object", "svg", "select"}
_LINES = {
    "div",
    "li",
    "tr",
    "dt",
    "dd",
    "section",
    "article",
    "header",
    "footer",
    "address",
    "form",
}
_PARAGRAPHS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "pre",
}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)


def html_text(html: str) -> str:
    """The text that a reader of the page would see; nothing is fetched and nothing runs.

    Paragraphs, lists and table rows keep their lines, quotations get "> ", links show where they
    lead, pictures their description.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = lxml_html.document_fromstring(readable(html).encode(), parser=parser)
    except etree.ParserError:
        return ""  # no element and no text at all
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        # Nested deeper than the library follows (2,048): no layout then, but every word.
        return " ".join(re.sub(r"<[^<>]*>", " ", readable(html)).split())
    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in cast("Iterator[tuple[str, etree._Element]]", walk):
        if event == "end":
            page.close(element)
        elif element.tag in _SKIPPED or _HIDDEN.search(element.get("style", "")):
            page.skipped = element
            walk.skip_subtree()
        else:
            page.open(element)
    return page.text()


class _Page:
    """Collects the lines of a page while its elements open and close."""

    def __init__(self) -> None:
        self.skipped: etree._Element | None = None
        self._lines: list[str] = []
        self._line = ""
        self._quoted = 0
        self._verbatim = 0

    def open(self, element: etree._Element) -> None:
        """Begin an element, with the text up to its first child."""
        tag = str(element.tag)
        self._break(element)
        if tag == "br":
            self._end_line()
        elif tag == "hr":
            self._end_line()
            self._write("-----")
        elif tag == "li":
            self._write("- ")
        elif tag in ("td", "th") and self._line.strip():
            self._line = self._line.rstrip() + "\t"
        elif tag == "img" and element.get("alt", "").strip():
            self._write(f"[{element.get('alt', '').strip()}]")
        self._quoted += tag == "blockquote"
        self._verbatim += tag == "pre"
        self._write(element.text or "")

    def close(self, element: etree._Element) -> None:
        """End an element, with the text that follows it."""
        if element is self.skipped:
            self.skipped = None
        else:
            tag = str(element.tag)
            if tag == "a":
                self._show_target(element)
            if tag in ("blockquote", "pre"):
                self._end_line(only_if_begun=True)
            self._quoted -= tag == "blockquote"
            self._verbatim -= tag == "pre"
            self._break(element)
            if tag == "hr":
                self._end_line()
        self._write(element.tail or "")

    def text(self) -> str:
        """All lines, with never more than one empty line in a row."""
        self._end_line()
        return re.sub(r"\n(?:[> ]*\n){2,}", "\n\n", "\n".join(self._lines)).strip("\n ")

    def _show_target(self, element: etree._Element) -> None:
        target = element.get("href", "").strip()
        shown = "".join(cast("Iterator[str]", element.itertext()))
        if _LINK.fullmatch(target) and target.partition(":")[2].strip("/") not in shown:
            self._write(f" <{target}>")

    def _break(self, element: etree._Element) -> None:
        # Outlook writes every line as a paragraph of class MsoNormal without space around it.
        tag = str(element.tag)
        if tag in _LINES or (tag == "p" and element.get("class", "").startswith("Mso")):
            self._end_line(only_if_begun=True)
        elif tag in _PARAGRAPHS:
            self._end_line(only_if_begun=True)
            if self._lines and self._lines[-1].strip("> "):
                self._end_line()

    def _write(self, text: str) -> None:
        if self._verbatim:
            *full, self._line = (self._line + text).split("\n")
            for line in full:
                self._line, rest = line, self._line
                self._end_line()
                self._line = rest
            return
        text = re.sub(r"\s+", " ", text)
        self._line += text.lstrip() if not self._line or self._line[-1].isspace() else text

    def _end_line(self, *, only_if_begun: bool = False) -> None:
        if self._line.strip() or not only_if_begun:
            self._lines.append(("> " * self._quoted + self._line).rstrip())
        self._line = ""


# --- file names ----------------------------------------------------------------------------------

_LONGEST_NAME = 120
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def safe_name(name: str, otherwise: str) -> str:
    """A file name that is only a name, on every system; `otherwise` where nothing is left of it.

    Folders, control and direction characters ("invoice<U+202E>fdp.exe"), characters that Windows
    forbids and names of its devices go; a long name keeps its ending.
    """
    name = re.split(r"[/\\]", normal(name))[-1]
    name = "".join(each for each in name if unicodedata.category(each) not in ("Cc", "Cf", "Co"))
    name = re.sub(r'[<>:"|?*\ufffd]', "_", " ".join(name.split())).strip(". ")
    if _DEVICES.match(name):
        name = f"_{name}"
    if len(name) > _LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        ending = dot + ending if stem and len(ending) <= 10 else ""
        name = name[: _LONGEST_NAME - len(ending)].rstrip(". ") + ending
    return name or otherwise


def unlike(name: str, taken: set[str]) -> str:
    """The name, or "name (2).pdf" where one that differs in nothing but capitals is taken."""
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (name, "")
    count, result = 1, name
    while result.casefold() in taken:
        count += 1
        result = f"{stem} ({count}){ending}"
    return result
