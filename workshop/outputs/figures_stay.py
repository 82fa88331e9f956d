"""The figures of a report's data, without any text: a correction changes texts, and has to leave all of these alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from workshop.domain.checkpoint import Slices

Json = dict[str, Any]
NOTHING: Mapping[str, Slices] = {}
OF_THE_ROOM = (
    *("scenario", "scenario_version", "scenario_sha256", "agenda", "held_on", "threshold", "delegates", "fictional"),
    *("rehearsal", "scale", "second", "rounds", "ledger", "confidence", "needs", "asked", "panel", "question_themes"),
)
"""What a room was asked and told: stands in the data whatever anybody wrote."""
TEXTS = frozenset(
    {"text", "words", "title", "name", "definition", "information_text", "acknowledgement", "ends", "short", "former"}
)
"""Fields of those that are words of the case study or of the workshop. `former` says that words have changed."""


def figures_of(content: bytes) -> Json:
    """What may not change, of a report's JSON. Raises ValueError for what is none, or of a form of before."""
    report, explained, plan = _read(content)
    return {
        **{name: _blank(report.get(name)) or None for name in OF_THE_ROOM},
        "notes": _all((n["section"], n["support"]) for n in explained.get("notes", ()) if n.get("support") is not None),
        "links": _all(_link(link) for link in explained.get("links", ()) if _is_told(link)),
        "agreement": _blank(explained.get("agreement")),
        "quality": _blank(explained.get("quality")),
        "versions": [(v["cause"], v["information"]) for v in explained.get("versions", ())],
        "would": _all((a["target"], a["would"]) for a in plan.get("actions", ()) if a.get("would") is not None),
    }


def with_figures(content: bytes, kept: Mapping[str, Slices] = NOTHING) -> frozenset[tuple[str, str]]:
    """(kind, text), of leaving.py's kinds: the texts whose going would take a figure along. Raises ValueError.

    `kept`: the collections that the data were made of, which alone tell which question is under a theme. A sum of an
    overview that is one less than it was would tell what the question was about that has gone.
    """
    _, explained, plan = _read(content)
    notes: dict[int, Json] = {n["number"]: n for n in explained.get("notes", ())}
    counted = {n for n, note in notes.items() if note.get("support") is not None}
    for link in explained.get("links", ()):
        counted |= {link["source"], link["target"]} if _is_told(link) else set()
    said = {("explanation", explained["explanation"][part]) for part in explained.get("agreement", ())}
    done = {("action", a["action"]) for a in plan.get("actions", ()) if a.get("would") is not None}
    asked = {("question", str(q["text"])) for q in kept.get("questions", {}).values() if q.get("theme")}
    return frozenset({("note", notes[n]["text"]) for n in counted} | said | done | asked)


def _read(content: bytes) -> tuple[Json, Json, Json]:
    """The report, its explanation and its plan."""
    found: Any = json.loads(content)
    report = cast("Json", found) if isinstance(found, dict) else {}
    parts = [report.get(name) for name in ("formulation", "plan")]
    if not all(isinstance(part, dict) for part in parts):
        raise ValueError("no report")
    return report, cast("Json", parts[0]), cast("Json", parts[1])


def _is_told(link: Json) -> bool:
    return link.get("support") is not None or bool(link.get("agreement"))


def _link(link: Json) -> Any:
    return link["kind"], link.get("support"), _blank(link.get("agreement"))


def _all(found: Iterable[Any]) -> list[str]:
    """In an order of their own: notes are numbered by their words."""
    return sorted(json.dumps(one, sort_keys=True) for one in found)


def _blank(value: Any) -> Any:
    """Without texts, and without what is not told: a field that a newer version adds empty is no figure."""
    if isinstance(value, dict):
        left = {k: _blank(v) for k, v in cast("Json", value).items() if k not in TEXTS}
        return {k: v for k, v in left.items() if v not in (None, "", [], {})}
    return [_blank(one) for one in cast("list[Any]", value)] if isinstance(value, list) else value
