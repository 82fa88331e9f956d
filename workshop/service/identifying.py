"""What in a text looks like a real person, place or case. Advice before sending, never a refusal, never kept.

Numbers are told by the libraries that know them (phone numbering plans, check digits); names and places by how they
are written, which catches many and not all: the page says so where people type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import luhn
from stdnum.gb import nhs, upn

REGION = "GB"
"""Where a phone number without a country code is taken to be."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May)|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DIGITS = re.compile(r"(?<![\d.])(?:\+\d|0)(?:[\s().-]{0,2}\d){9,13}(?!\d)")
"""Also numbers that no plan has given out, as people invent them."""
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}")
HANDLE = re.compile(r"(?:^|[\s(])@\w{3,}|https?://|\bwww\.")
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b|\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*%)"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-Z]|[A-HK-Y]\d[A-Z]) ?\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
STREET = r"(?:street|road|lane|avenue|close|drive|crescent|court|terrace|gardens|grove|way|place|walk|st|rd|ave)"
ADDRESS = re.compile(
    rf"\b(?:[Ff]lat\s+\d+|\d+[a-z]?,?\s+(?:[A-Z][\w'’]+\s+){{1,3}}(?i:{STREET}))\b(?!\s+(?:they|we|she|he|to)\b)"
)
INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?(?:\d{2}\s?){3}[A-D]\b", re.IGNORECASE)
NUMBER = re.compile(r"\b[A-Z]?\d(?:[ -]?\d){8,18}[A-Z]?\b", re.IGNORECASE)
OWN_CASE = re.compile(
    r"\b(?:my|our|your)\s+(?:\w+\s+)?(?:case|cases|caseload|client|pupil|student|patient|service user|school|placement"
    r"|daughter|son|stepson|stepdaughter|nephew|niece|foster \w+)\b"
    r"|\b(?:a|the|one)\s+(?:case|pupil|student|client|patient|boy|girl|child|family)\s+(?:that\s+|who\s+)?(?:i|we)\s+\w+",
    re.IGNORECASE,
)  # fmt: skip
SCHOOL = re.compile(
    r"\b(?:(?P<name>[A-Z][\w'’]+)\s+(?:[A-Z][\w'’]+\s+){0,3}|St\.?\s+[A-Z][\w'’]+\s+)"
    r"(?:School|Academy|College|Primary|Grammar|Nursery|Infants?|Juniors?|Sixth Form)\b"
)
CALLED = re.compile(r"\b(?:called|named|known as|[Nn]ame is|[Nn]ame was|I am|I['’]m)\s+(?P<name>[A-Z][a-z]+)\b")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|PC|DC|DS|DI)\.?\s+[A-Z][\w'’]+")
PAIR = re.compile(r"\b(?P<first>[A-Z][a-z’']+)(?=\s+(?P<last>(?:Mc|Mac|O['’])?[A-Z][a-z’']+(?:-[A-Z][a-z]+)?)\b)")
WORDS = """
a an the this that these those he she they we i it you his her their our my your is are was were do does did has
have had can could should would may might must will what when where which who why how if in on at by for from to
with as and or but not no yes some any all each every other another after before then there here perhaps maybe
please ask tell think talk check find look year years key stage group chat social care services service children
child young people person youth justice police school primary secondary high special college academy
safeguarding lead mental health act offences sexual good lives model traffic light brook hackett aim whatsapp
instagram snapchat tiktok discord monday tuesday wednesday thursday friday saturday sunday january february
march april june july august september october november december english british welsh scottish irish england
wales scotland ireland christmas easter keeping safe education working together multi agency local authority
united kingdom cognitive behavioural therapy first second third next last new old real more less
"""
ORDINARY = frozenset(WORDS.split())
"""Words that are written with a capital for another reason than that they are a name."""


Span = tuple[int, int]
"""Where something stands in a text: from one character up to another, in code points."""
Finds = Callable[[str, frozenset[str]], Iterator[Span]]
"""(text, ordinary words) → where it looks so."""


def looks_like(text: str, known: Iterable[str] = ()) -> str:
    """The first thing in a text that looks identifying, of LOOKS, or "". `known`: names that the case study uses."""
    ordinary = ORDINARY | {word.casefold() for word in known}
    return next((kind for kind, finds in LOOKS if next(finds(text, ordinary), None)), "")


def spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where a pattern stands in a text."""
    return (found.span() for found in pattern.finditer(text))


def _pattern(pattern: re.Pattern[str]) -> Finds:
    return lambda text, _: spans(pattern, text)


def _phone(text: str, _: frozenset[str]) -> Iterator[Span]:
    yield from spans(DIGITS, text)
    yield from ((m.start, m.end) for m in PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID))


def _record_number(text: str, _: frozenset[str]) -> Iterator[Span]:
    yield from spans(INSURANCE, text)
    for found in NUMBER.finditer(text):
        number = re.sub(r"[ -]", "", found.group())
        if (len(number) >= 14 and luhn.is_valid(number)) or nhs.is_valid(number) or upn.is_valid(number):
            yield found.span()


def _school(text: str, ordinary: frozenset[str]) -> Iterator[Span]:
    return (m.span() for m in SCHOOL.finditer(text) if not m["name"] or m["name"].casefold() not in ordinary)


def _name(text: str, ordinary: frozenset[str]) -> Iterator[Span]:
    yield from (titled := list(spans(TITLED, text)))
    for m in PAIR.finditer(text):
        within = any(start < m.end("last") <= end for start, end in titled)  # of "Ring Mrs Lee" the title and the name
        if not within and not {m["first"].casefold(), m["last"].casefold()} & ordinary:
            yield m.start("first"), m.end("last")
    yield from (m.span("name") for m in CALLED.finditer(text) if m["name"].casefold() not in ordinary)


LOOKS: tuple[tuple[str, Finds], ...] = (
    ("email", _pattern(EMAIL)),
    ("account", _pattern(HANDLE)),
    ("phone", _phone),
    ("number", _record_number),
    ("date", _pattern(DATE)),
    ("postcode", _pattern(POSTCODE)),
    ("address", _pattern(ADDRESS)),
    ("school", _school),
    ("case", _pattern(OWN_CASE)),
    ("name", _name),
)
"""What it is called in the words (`common.looks_like`), and where it looks so."""
