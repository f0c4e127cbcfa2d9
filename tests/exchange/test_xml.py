"""Reading XML of strangers: every encoding, no attack, and a place for every fault."""

from __future__ import annotations

import pytest

from kcr2desk.exchange import xml
from kcr2desk.exchange.problems import SENTENCES, Problem, Refused, sentence

TEXT = "Überstromung à € 5 in Brême"


def declared(encoding: str, text: str = TEXT) -> str:
    return f"<?xml version='1.0' encoding='{encoding}'?>\n<a>{text}</a>"


def refusal(data: bytes, **options: int) -> Problem:
    with pytest.raises(Refused) as caught:
        xml.parse(data, "storm.cap", **options)
    (problem,) = caught.value.problems
    assert sentence(problem, "nl") != sentence(problem, "en")
    return problem


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-le"),
        ("UTF-16", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-15", "iso-8859-15"),
        ("ISO-8859-1", "cp1252"),  # what calls itself Latin-1 often is Windows-1252
    ],
)
def test_every_declared_encoding_is_read(name, codec):
    document = xml.parse(declared(name).encode(codec), "storm.cap")
    assert xml.text_of(document.root) == TEXT
    assert document.remarks == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [("iso-8859-2", "Łódź"), ("windows-1251", "Шторм"), ("shift_jis", "津波"), ("big5", "颱風")],
)
def test_other_scripts_in_their_own_encoding(name, text):
    document = xml.parse(declared(name, text).encode(name), "storm.cap")
    assert xml.text_of(document.root) == text


def test_no_declaration_means_utf_8():
    assert xml.text_of(xml.parse(f"<a>{TEXT}</a>".encode(), "f").root) == TEXT


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("<a>\nStraße é</a>".encode("cp1252"), 2),
        (declared("UTF-16").encode(), 1),  # re-coded by a tool that left the declaration
    ],
)
def test_a_wrong_declaration_is_read_all_the_same_and_remarked(data, line):
    document = xml.parse(data, "f")
    assert "\ufffd" not in xml.text_of(document.root)
    assert [(r.code, r.line) for r in document.remarks] == [("encoding-wrong", line)]


def test_only_the_bytes_that_do_not_fit_are_guessed():
    data = "<a>Curaçao".encode() + "é</a>".encode("cp1252")
    assert xml.text_of(xml.parse(data, "f").root) == "Curaçaoé"


@pytest.mark.parametrize("name", ["x-klingon", "hex", "rot13", "idna", "unicode_escape", "zlib"])
def test_an_encoding_that_is_none_is_refused(name):
    problem = refusal(declared(name, "storm").encode())
    assert (problem.code, problem.line, problem.detail) == ("encoding-unknown", 1, name)


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))


@pytest.mark.parametrize(
    "text",
    [
        f'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e0 "lol">{BOMB}]><a>&e9;</a>',
        f'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e0 "lol">{BOMB}]><a x="&e9;"/>',
        '\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!-- c -->\n<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]><a/>',
        '<?pi?>\n<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-32"])
def test_any_document_type_is_refused_in_any_encoding(text, codec):
    problem = refusal(text.encode(codec))
    assert (problem.code, problem.line) == ("doctype", 2)


def test_the_word_doctype_inside_a_text_is_no_document_type():
    data = b"<a><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE html>]]></a>"
    assert xml.text_of(xml.parse(data, "f").root) == "<!DOCTYPE html>"


def test_external_entities_are_never_loaded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hush")
    include = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" parse="text"'
    data = f'<a>{include} href="{secret}"/></a>'
    assert "hush" not in xml.text_of(xml.parse(data.encode(), "f").root)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "empty", None),
        (b" \r\n\t ", "empty", None),
        (b"storm warning", "not-xml", None),
        (bytes(range(256)) * 4, "not-xml", None),
        (b"\0" * 500, "not-xml", None),
        (b"%PDF-1.7 ...", "not-xml-but", None),
        (b'{"type": "FeatureCollection"}', "not-xml-but", None),
        (b"<!doctype html>\n<html><body>Log in</body></html>", "web-page", 1),
        (b"<!-- portal -->\n<HTML><body>Log in<br></body></HTML>", "web-page", 2),
        (b"<a>\n<b>text</b>\n<c>te", "truncated", 3),
        (b"<a>\n<b>text</b>\n", "truncated", 3),
        (b"<a>\n<b attr='x", "truncated", 2),
        (b"\n<!-- never ends", "truncated", 2),
        (b"<a>\n<b>\n</a>", "tag-mismatch", 3),
        (b"<a>\n&nbsp;</a>", "entity-unknown", 2),
        (b"<a>\n<cap:b/></a>", "prefix-unknown", 2),
        (b"<a>\n5 < 6</a>", "malformed", 2),
        (b"<a/>\n<a/>", "malformed", 2),
    ],
)
def test_what_is_no_good_xml_gets_a_sentence_with_its_line(data, code, line):
    problem = refusal(data)
    assert (problem.code, problem.line) == (code, line)
    assert sentence(problem).startswith("storm.cap" + (f", line {line}: " if line else ": "))
    assert sentence(problem, "nl").startswith("storm.cap" + (f", regel {line}: " if line else ": "))


def test_a_file_over_the_limit_is_refused_before_it_is_read():
    assert refusal(b"<a>" + b" " * 2_000_000, max_bytes=2_000_000).detail == "2 MB"
    xml.parse(b"<a/>" + b" " * 96, "f", max_bytes=100)


@pytest.mark.parametrize("depth", [xml.MAX_DEPTH + 1, 300, 5000])
def test_deep_nesting_is_refused(depth):
    assert refusal(b"<a>" * depth + b"</a>" * depth).code == "too-deep"


def test_nesting_up_to_the_limit_is_read():
    xml.parse(b"<a>" * xml.MAX_DEPTH + b"</a>" * xml.MAX_DEPTH, "f")


def test_a_character_that_xml_forbids_is_replaced_and_remarked():
    document = xml.parse(b"<a>\nwind\x00\x0bkracht</a>", "f")
    assert xml.text_of(document.root) == "wind\ufffd\ufffdkracht"
    (remark,) = document.remarks
    assert sentence(remark, "nl").startswith("f, regel 2: het teken U+0000 ")


@pytest.mark.parametrize("reference", ["&#0;", "&#x1;", "&#xD800;", "&#xFFFF;", "&#1114112;"])
def test_a_reference_to_a_forbidden_character_is_replaced_and_remarked(reference):
    document = xml.parse(f"<a>\nwind{reference}&#233;&#x1F525;&amp;#0;</a>".encode(), "f")
    assert xml.text_of(document.root) == "wind\ufffdé🔥&#0;"
    (remark,) = document.remarks
    assert sentence(remark, "nl").startswith(f"f, regel 2: het teken {reference} mag niet")


def test_blank_lines_before_the_declaration_keep_the_line_numbers():
    document = xml.parse(b"\n\n<?xml version='1.0'\n encoding='utf-8'?>\n<a/>", "f")
    assert xml.line_of(document.root) == 5


def test_escaped_xml_counts_lines_from_where_it_stood():
    document = xml.parse_text("<?xml version='1.0'?>\n<a>\n<b/></a>", "f", first_line=40)
    assert xml.line_of(document.root) == 41


def test_sentences_quote_a_hostile_detail_on_one_short_line():
    text = sentence(Problem("f", 1, "malformed", "x\n\x1b[31m" * 1000), "nl")
    assert len(text) < 300
    assert text.isprintable()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_code_has_a_sentence_in_both_languages(code):
    for language in ("en", "nl"):
        text = sentence(Problem("storm.cap", 12, code, "DETAIL"), language)
        assert text.startswith("storm.cap, ")
        assert text.endswith(".")
        assert ("DETAIL" in text) == ("{detail}" in SENTENCES[code][0])
        assert "{" not in text
