"""EDXL-RM messages between XML elements and the dataclasses of `model`.

Reading is tolerant: elements in another order, with either namespace of the standard or none.
Writing is strict: each element in its namespace and in the order of the schema. What the standard
does not know is written back behind the known element that it followed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from lxml import etree

from kcr2desk.exchange.edxl_rm.model import (
    KINDS,
    MSG,
    RM,
    Attribute,
    Element,
    Extra,
    Funding,
    Message,
    Node,
    elements_of,
)
from kcr2desk.exchange.xml import local_name, namespace

Remark = Callable[[etree._Element, str, str], None]
"""Told an element, the code of a sentence and its detail."""

Place = tuple[str, int]

PREFIXES = {"rmsg": MSG, "rm": RM}


def is_message(element: etree._Element) -> bool:
    """Whether an element is a message, also one whose namespace was forgotten or misspelt."""
    return local_name(element) in KINDS and _may_be_ours(namespace(element))


def _may_be_ours(uri: str) -> bool:
    return not uri or uri.lower().startswith(RM.lower())


# -- reading ---------------------------------------------------------------------------------------


def read_element(root: etree._Element, remark: Remark) -> Message:
    """The message of its outermost element. What is odd is told to `remark`; nothing is lost."""
    uri = namespace(root)
    if uri != MSG:
        remark(root, "rm-namespace", uri)
    return cast(Message, _node(root, Message, remark, {"kind": local_name(root)}))


def _node(
    element: etree._Element, cls: type[Node], remark: Remark, more: dict[str, Any] | None = None
) -> Node:
    known = {e.name: (field, e) for field, e in elements_of(cls).items()}
    found: dict[str, list[Any]] = {}
    extras: list[Extra] = []
    attributes = [Attribute(str(n), str(v)) for n, v in element.attrib.items()]
    last: Place | None = None
    for child in element:
        name = local_name(child)
        field, told = known.get(name, ("", None))
        before = found.get(field, [])
        if told is None or not _may_be_ours(namespace(child)):
            extras.append(Extra(canonical(child), last))
            continue
        if before and not told.many:
            remark(child, "repeated", name)
            extras.append(Extra(canonical(child), (name, 0)))  # the first counts, so it stays first
            continue
        last = (name, len(before))
        found.setdefault(field, []).append(_value(child, told, remark))
        if told.holds is None:
            attributes += [Attribute(str(n), str(v), last) for n, v in child.attrib.items()]
            extras += [Extra(canonical(each), None, last) for each in child]
    values: dict[str, Any] = {
        field: tuple(found[field]) if told.many else found[field][0]
        for field, told in known.values()
        if field in found
    }
    return cls(extras=tuple(extras), attributes=tuple(attributes), **values, **(more or {}))


def _value(element: etree._Element, told: Element, remark: Remark) -> Any:
    if told.holds is None:
        tails = (child.tail or "" for child in element)
        return (element.text or "") + "".join(tails)
    if isinstance(told.holds, type):
        return _node(element, told.holds, remark)
    return canonical(element, f"{{{told.namespace}}}{told.name}")


def canonical(element: etree._Element, tag: str = "") -> str:
    """An element as XML that means the same anywhere; with `tag` it is called that.

    Prefixes that are only used in texts (`xsi:type="x:Kind"`) stay declared.
    """
    copy = etree.fromstring(etree.tostring(element, with_tail=False), _parser())
    if tag:
        copy = _renamed(copy, tag)
    texts = [t for each in copy.iter() for t in (each.text or "", *each.attrib.values())]
    prefixes = {p for each in copy.iter() for p in each.nsmap if p}
    spoken = sorted(p for p in prefixes if any(f"{p}:" in str(text) for text in texts))
    return etree.tostring(
        copy, method="c14n", exclusive=True, inclusive_ns_prefixes=spoken or None
    ).decode()


def _renamed(element: etree._Element, tag: str) -> etree._Element:
    """The element under the name of the standard, with our prefix for it."""
    uri = tag[1:].partition("}")[0]
    nsmap = {**{p: u for p, u in element.nsmap.items() if p}, _prefix_of(uri): uri}
    made = etree.Element(tag, {str(n): str(v) for n, v in element.attrib.items()}, nsmap)
    made.text = element.text
    made.extend(list(element))
    return made


def _prefix_of(uri: str) -> str:
    return next(prefix for prefix, each in PREFIXES.items() if each == uri)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


# -- writing ---------------------------------------------------------------------------------------


def write_element(message: Message) -> etree._Element:
    """The outermost element of a message. Raises ValueError for an unknown kind of message."""
    if message.kind not in KINDS:
        raise ValueError(f"EDXL-RM has no message {message.kind!r}")
    root = etree.Element(f"{{{MSG}}}{message.kind}", nsmap=PREFIXES)
    _Writer(MSG if message.kind == "RequestResource" else RM).fill(root, message, 0)
    return root


class _Writer:
    """Writes nodes into elements. `funding` is the namespace of what Funding holds: only in
    RequestResource that is declared with the message."""

    def __init__(self, funding: str) -> None:
        self._funding = funding

    def fill(self, element: etree._Element, node: Node, level: int) -> None:
        made: dict[Place, etree._Element] = {}
        for field, told in elements_of(type(node)).items():
            value = getattr(node, field)
            for count, each in enumerate(value if told.many else (value,)):
                if each is not None:
                    made[told.name, count] = self._child(element, node, told, each, level)
        for attribute in node.attributes:
            on = element if attribute.on is None else made.get(attribute.on)
            if on is not None:
                on.set(attribute.name, attribute.value)
        _put_back(element, node, made)
        _lay_out(element, level)

    def _child(
        self, parent: etree._Element, node: Node, told: Element, value: Any, level: int
    ) -> etree._Element:
        if told.holds == "xml":
            child = etree.fromstring(value, _parser())
            parent.append(child)
            return child
        uri = self._funding if isinstance(node, Funding) else told.namespace
        child = etree.SubElement(parent, f"{{{uri}}}{told.name}")
        if told.holds is None:
            child.text = value
        else:
            self.fill(child, value, level + 1)
        return child


def _put_back(element: etree._Element, node: Node, made: dict[Place, etree._Element]) -> None:
    """What the standard does not know, at its place; where that is gone, at the end."""
    latest: dict[Place | None, etree._Element] = {}
    for extra in node.extras:
        fragment = etree.fromstring(extra.xml, _parser())
        if extra.inside is not None:
            made.get(extra.inside, element).append(fragment)
            continue
        if extra.after in latest:
            latest[extra.after].addnext(fragment)
        elif extra.after is None:
            element.insert(0, fragment)
        elif extra.after in made:
            made[extra.after].addnext(fragment)
        else:
            element.append(fragment)
        latest[extra.after] = fragment


def _lay_out(element: etree._Element, level: int) -> None:
    """Give each child a line of its own; what is in it stays as it is."""
    children = list(element)
    if children:
        element.text = "\n" + "  " * (level + 1)
        for child in children:
            child.tail = "\n" + "  " * (level + 1)
        children[-1].tail = "\n" + "  " * level
