"""Versions of the explanation: kept at fixed occasions (`domain/changed.py`), compared two by two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from workshop.activities.base import (
    FACILITATOR,
    Change,
    Collection,
    Command,
    KeepVersion,
    Model,
    OneOf,
    Part,
    Read,
    Refused,
    Role,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
    Whole,
)
from workshop.activities.codes import NOT_NOW
from workshop.activities.formulation_notes import LINKS
from workshop.activities.formulation_traces import VERSIONS
from workshop.activities.session_case import given
from workshop.activities.wordings import EXPLANATION, NOTES
from workshop.domain.changed import (
    CAUSES,
    Changed,
    Piece,
    Version,
    as_kept,
    changed,
    kept_version,
    occasion,
    with_one_more,
    written,
)
from workshop.domain.live import Head

NOW = "now"
"""Stands for the explanation as it is."""
COMPARED = Collection("compared", kept="all")
IT = SliceRef(COMPARED.name, "it")
OF = (NOTES.name, LINKS.name, EXPLANATION.name)
MOVED = frozenset({"changed"})
NO_VERSION = Refused("not_now", "formulation.no_version")


class Compare(Model):
    """`first` and `second`: versions by id, or "now"; "": the last one, and how it is now. `shown`: on the screen."""

    first: str = Field(max_length=20)
    second: str = Field(max_length=20)
    shown: bool


class VersionShown(Model):
    """`number`: of the information before which it was kept, as facilitators call it; 0 at other occasions."""

    id: str
    cause: Annotated[str, OneOf(CAUSES)]
    number: int


class PieceShown(Model):
    """`place`: a note's section, a link's kind, a sentence's part. `second`: a link's other note."""

    what: Annotated[str, OneOf(("note", "link", "sentence"))]
    place: str
    text: str
    second: str


class RewordedShown(Model):
    what: Annotated[str, OneOf(("note", "sentence"))]
    place: str
    before: str
    after: str


class ChangedPart(Model):
    """What changed from `first` to `second`. `stayed`: in the facilitator's words, what stayed the same."""

    versions: list[VersionShown]
    first: str
    second: str
    on_screen: bool
    added: list[PieceShown]
    aside: list[PieceShown]
    reworded: list[RewordedShown]
    stayed: str


def version_of(found: Mapping[str, Mapping[str, Slice]]) -> Version:
    """The explanation as these collections have it."""
    return written(*(found[name] for name in OF))


def keeps(before: Head, after: Head) -> KeepVersion | None:
    """What is kept when the room moves."""
    was, now = given(before), given(after)
    cause = occasion(before, after, before.step.activity == "formulation", len(now) > len(was))
    new = next((id for id in now if id not in was), "")
    return KeepVersion(cause, new) if cause else None


def keep(cause: str, information: str, found: Mapping[str, Mapping[str, Slice]]) -> Change | None:
    """One more version, unless nothing is written, or nothing has changed since the last one."""
    version, kept = version_of(found), found[VERSIONS.name]
    last = kept[max(kept)] if kept else None
    first_said = cause == "said" and any(x["cause"] == "said" for x in kept.values())
    if first_said or not (version.notes or version.sentences) or (last and kept_version(last) == version):
        return None
    key, gone = with_one_more(kept)
    put: dict[SliceRef, Slice | None] = {SliceRef(VERSIONS.name, old): None for old in gone}
    put[SliceRef(VERSIONS.name, key)] = {"cause": cause, "information": information, **as_kept(version)}
    return Change(put=put, parts=MOVED)


def reads_compare(head: Head, body: Compare, seat: Seat) -> tuple[Read, ...]:
    """All versions."""
    return (Whole(VERSIONS.name),)


def compare(situation: Situation, body: Compare) -> Change | Refused:
    """Which two are compared, and whether the screen shows it."""
    known = {*situation.wholes[VERSIONS.name], NOW, ""}
    if body.first not in known or body.second not in known:
        return NO_VERSION
    return Change(put={IT: {"first": body.first, "second": body.second, "shown": body.shown}}, parts=MOVED)


def _part(view: View, role: Role) -> ChangedPart:
    kept = view.collection(VERSIONS.name)
    asked = view.collection(COMPARED.name).get(IT.key) or {"first": "", "second": "", "shown": False}
    first = asked["first"] if asked["first"] in (*kept, NOW) else max(kept, default="")
    second = asked["second"] if asked["second"] in kept else NOW
    on_screen = bool(asked["shown"] and kept)
    told = on_screen or role == "facilitator"
    found = _between(view, first, second) if kept and told else Changed()
    numbers = {one.id: number for number, one in enumerate(view.scenario.information, 1)}
    stayed = view.collection(EXPLANATION.name).get("stayed")
    return ChangedPart(
        versions=[
            VersionShown(id=i, cause=x["cause"], number=numbers.get(x["information"], 0))
            for i, x in sorted(kept.items())
        ],
        first=first,
        second=second,
        on_screen=on_screen,
        added=_pieces(found.added),
        aside=_pieces(found.aside),
        reworded=[RewordedShown(what=r.what, place=r.place, before=r.before, after=r.after) for r in found.reworded],
        stayed=stayed["text"] if stayed and told else "",
    )


def _pieces(found: Iterable[Piece]) -> list[PieceShown]:
    return [PieceShown(what=p.what, place=p.place, text=p.text, second=p.second) for p in found]


def _between(view: View, first: str, second: str) -> Changed:
    now = version_of({name: view.collection(name) for name in OF})
    kept = {i: kept_version(x) for i, x in view.collection(VERSIONS.name).items()} | {NOW: now}
    return changed(kept[first], kept[second])


CHANGED = Part("changed", ChangedPart, _part, differs=True, needs=lambda head: (*OF, VERSIONS.name, COMPARED.name))
COMMANDS = (Command("formulation.compare", Compare, FACILITATOR, compare, NOT_NOW, reads=reads_compare, durable=True),)
