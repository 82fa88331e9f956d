"""The data: every stage named in order, null for what is withheld, the same bytes for the same session."""

import json
from dataclasses import replace

from tests.helpers.case import STAGES
from tests.helpers.output import WORDS, rendered, told, written
from tests.helpers.tree import ROOT, text
from workshop.outputs.formats import FORMATS
from workshop.outputs.model import AskedOutput


def read(session):
    return json.loads(rendered("json", session))


def test_tallies_name_every_stage_in_order():
    out = read(told())
    cards = [c for r in out["rounds"] for c in r["cards"] if c["tallies"]]
    assert cards and all(
        list(c["tallies"]) == list(STAGES) and sum(c["tallies"].values()) == c["placed"] for c in cards
    )
    assert all(c["median"] in STAGES and c["label"] for c in cards)


def test_withheld_is_null():
    cards = [c for seed in range(9) for r in read(told(seed, 9))["rounds"] for c in r["cards"]]
    hidden = [c for c in cards if c["tallies"] is None]
    assert hidden
    assert {str([c[n] for n in ("placed", "median", "agreement", "movement")]) for c in hidden} == {str([None] * 4)}
    assert {c["label"] for c in hidden} <= {None, "unsure"}


def test_it_has_what_a_rehearsal_reads():
    out = read(told(kept=written("Ask first")))
    assert {"scenario", "delegates", "rounds", "formulation", "plan", "confidence"} <= set(out)
    assert [(r["round"], r["cause"]) for r in out["rounds"]] == [("r1", "first"), ("r2", "information")]
    assert {"card", "placed", "need_to_know", "tallies", "median", "agreement", "label", "movement"} <= set(
        out["rounds"][0]["cards"][0]
    )
    assert out["plan"]["actions"][0]["note"] in {n["number"] for n in out["formulation"]["notes"]}


def test_confidence_is_told_by_band_never_by_value():
    bands = [i["bands"] for c in read(told(2, 40))["confidence"] for i in c["items"]]
    assert any(bands)
    assert all(list(b) == ["0-3", "4-6", "7-10"] for b in bands if b)
    assert "counts" not in str(read(told()))


def test_the_same_session_gives_the_same_bytes_in_every_format():
    for wanted in FORMATS.values():
        assert wanted.render(told(kept=written("x")), WORDS) == wanted.render(told(kept=written("x")), WORDS)


def keys(value, place=""):
    """Every field with its place: "rounds.cards.median"; under a map of stages or bands, the map itself."""
    if isinstance(value, list):
        for one in value:
            yield from keys(one, place)
    elif isinstance(value, dict):
        for name, inside in value.items():
            here = f"{place}.{name}".lstrip(".")
            yield here
            if name not in ("tallies", "bands", "explanation"):
                yield from keys(inside, here)


def test_what_else_was_asked_is_there_only_when_there_is_something():
    session = told(1, 24)
    assert "asked" not in read(session)
    asked = read(replace(session, asked=(AskedOutput("The pace", 24, (("Right", 14), ("Too fast", None))),)))["asked"]
    rows = [{"words": "Right", "n": 14}, {"words": "Too fast", "n": None}]
    assert asked == [{"title": "The pace", "answered": 24, "rows": rows}]


def test_every_field_is_explained():
    page = text(ROOT / "docs" / "formats.md")
    sessions = [told(0), *(told(seed, 24, kept=written("Ask first")) for seed in range(30))]
    sessions[0] = replace(sessions[0], asked=(AskedOutput("The pace", 24, (("Right", 14),)),))
    seen = {key for session in sessions for key in keys(read(session))}
    assert {"rounds.cards.camps.low.reasons", "confidence.items.bands", "rounds.cards.movement.same"} <= seen
    assert [key for key in sorted(seen) if f"`{key}`" not in page] == []
