"""Which records a message speaks of: by our own ids, by the names in the chain, by its contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, InquiryLine, RequestLine
from kcr2desk.core.places import fold
from kcr2desk.core.record import Record
from kcr2desk.exchange.edxl_rm import kept, values
from kcr2desk.exchange.edxl_rm.model import ResourceInformation
from kcr2desk.exchange.edxl_rm.taking import Taking

_Fits = Callable[[Commitment], bool]


def chain(taking: Taking) -> list[str]:
    """The names of the messages that this one follows, the nearest first."""
    named = (taking.message.preceding, taking.message.originating)
    return list(dict.fromkeys(name for each in named if (name := values.text(each))))


def same_stream(taking: Taking, record: Record) -> None:
    """Raises Refused when an exercise speaks of what is real, or the other way round."""
    if record.stream != taking.stream:
        raise taking.refuse("rm-other-stream")


def request_named(taking: Taking, name: str) -> AssistanceRequest | None:
    """The request that a RequestResource of this name made or told of; also by an inquiry's."""
    found = taking.book.request(kept.own_id(name))
    found = found or taking.book.request(kept.request_id(taking.stream, name))
    if found is None:
        for each in taking.book.requests:
            aliases = (each.external_id, *kept.texts(each.edxl, "aliases"))
            if each.stream == taking.stream and kept.external(name) in aliases:
                return each
        inquiry = taking.book.inquiry(kept.own_id(name))
        found = taking.book.request(inquiry.request) if inquiry is not None else None
    if found is not None:
        same_stream(taking, found)
    return found


def request_of(taking: Taking) -> AssistanceRequest | None:
    """The request at the begin of the chain."""
    for name in chain(taking):
        if (found := request_named(taking, name)) is not None:
            return found
    return None


def asked_of(taking: Taking, element: str) -> InquiryLine | None:
    """The line of an inquiry of ours that an element answers."""
    found = taking.book.get("inquiryline", kept.own_id(element))
    if isinstance(found, InquiryLine):
        same_stream(taking, found)
        return found
    return None


def line_of(taking: Taking, info: ResourceInformation, element: str) -> RequestLine | None:
    """The request line that an element answers: by its name, by the answer before it, or as the
    only line of the request that fits."""
    own = taking.book.line(kept.own_id(element))
    if own is not None:
        same_stream(taking, own)
        return own
    asked = asked_of(taking, element)
    if asked is not None:
        return taking.book.line(asked.line)
    answered = _answer_named(taking, element)
    if answered is not None:
        return taking.book.line(answered.line)
    request = request_of(taking)
    if request is None:
        return None
    lines = taking.book.lines(request.id)
    named = [each for each in lines if kept.name_of(each) == element]
    wanted = type_told(taking, info)
    fitting = [each for each in lines if wanted and each.resource == wanted]
    for found in (named, fitting, lines):
        if len(found) == 1:
            return found[0]
    return None


def _answer_named(taking: Taking, element: str) -> InquiryLine | None:
    """The answer that an earlier message of the chain gave under this element."""
    names = chain(taking)
    for each in taking.book.all("inquiryline"):
        if isinstance(each, InquiryLine) and each.stream == taking.stream:
            told = kept.doc(each.edxl)
            if told.get("id") in names and told.get("element") == element:
                return each
    return None


def type_told(taking: Taking, info: ResourceInformation) -> str:
    """The code of the resource type that an element names; "" where it names none that is known."""
    resource = info.resource
    if resource is None:
        return ""
    told: list[str | None] = list(resource.type.values) if resource.type is not None else []
    return values.type_of(taking.book, [*told, resource.name, resource.description])


def kind_of_help(taking: Taking, info: ResourceInformation) -> str:
    """The resource type of an element: a code that is known, else what is written; "" for none."""
    code = type_told(taking, info)
    resource = info.resource
    if code or resource is None:
        return code
    written = values.units_of(resource.type) or values.text(resource.name)
    written = written or values.text(resource.description) or values.text(resource.id)
    if written:
        taking.say("rm-type-unknown", written)
    return values.text(written, 40)


def commitments_of_message(taking: Taking, name: str) -> list[Commitment]:
    """The commitments that a CommitResource of this name made."""
    found = (c for c in taking.book.commitments() if kept.doc(c.edxl).get("id") == name)
    return [each for each in found if each.stream == taking.stream]


def commitment_of(taking: Taking, info: ResourceInformation) -> Commitment:
    """The commitment that an element speaks of. Raises Refused where there is not exactly one."""
    names = _names(info)
    for name in names:
        own = taking.book.commitment(kept.own_id(name))
        if own is not None:
            same_stream(taking, own)
            return own
    pool = _pool(taking)
    for fits in _narrower(taking, info, names):
        found = [each for each in pool if fits(each)]
        if len(found) == 1:
            return found[0]
        pool = found or pool
    if len(pool) == 1:
        return pool[0]
    raise taking.refuse("rm-no-commitment", names[0] if names else "?")


def _names(info: ResourceInformation) -> list[str]:
    """What an element may call a commitment: what it follows, itself, and the resource's id."""
    before = info.response.preceding if info.response is not None else None
    resource = info.resource.id if info.resource is not None else None
    told = (values.text(each) for each in (before, info.id, resource))
    return list(dict.fromkeys(each for each in told if each))


def _pool(taking: Taking) -> list[Commitment]:
    """All commitments of the chain."""
    named = [c for name in chain(taking) for c in commitments_of_message(taking, name)]
    if named:
        return named
    requests = {kept.request_id(taking.stream, name) for name in chain(taking)}
    request = request_of(taking)
    requests |= {request.id} if request is not None else set()
    found = (c for each in requests for c in taking.book.commitments(request=each))
    return [each for each in found if each.stream == taking.stream]


def _narrower(taking: Taking, info: ResourceInformation, names: Iterable[str]) -> Iterator[_Fits]:
    called = {fold(name) for name in names}
    resource = info.resource
    by_name = {fold(values.text(resource.name))} - {""} if resource is not None else set()

    def known_as(each: Commitment) -> set[str]:
        unit = taking.book.unit(each.unit)
        told = (
            str(kept.doc(each.edxl).get("resource_id") or ""), each.number, each.call_signs,
            *((unit.call_sign, unit.name) if unit is not None else ()),
        )  # fmt: skip
        return {fold(one) for one in told if one}

    yield lambda each: kept.name_of(each) in set(names)
    yield lambda each: bool(known_as(each) & called)
    yield lambda each: bool(known_as(each) & by_name)
    if resource is not None and resource.ownership is not None:
        whose = values.owner_of(taking.book, [resource.ownership.owner])
        yield lambda each: each.owner == whose
    wanted = type_told(taking, info)
    yield lambda each: each.resource == wanted
