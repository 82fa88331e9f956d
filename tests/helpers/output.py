"""A whole session's record made up from random answers, through the rules that really close rounds."""

import random

from tests.helpers.case import CASE, STAGES
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.confidence import ITEMS, summarise
from workshop.domain.live import Head, Step
from workshop.domain.placements import REASONS, TOPICS, WHYS, Flows, Move, Placement, tally_again, tally_first
from workshop.domain.plan import SIDES
from workshop.domain.reflection import NEEDS, tally_needs
from workshop.domain.results import AnswersResult, RoundResult
from workshop.outputs.anonymise import anonymise
from workshop.outputs.formats import FORMATS
from workshop.outputs.model import AnonymisedSession, Facts
from workshop.words import Words

WORDS = Words.of("en")
HEAD = Head(
    version=9, session="s", code="K7M4QX", title="Autumn", scenario=CASE.id, scenario_version=1, k=5, state="ended",
    steps=(Step("s1", "welcome", "Welcome", 5),), position=0,
)  # fmt: skip


def facts(delegates, k=5, **others):
    """Facts of a session of so many."""
    known = {
        "title": "Autumn",
        "scenario": CASE.id,
        "scenario_title": CASE.title,
        "scenario_version": 1,
        "agenda": "Half day",
        "held_on": "2026-11-24",
        "k": k,
        "delegates": delegates if delegates >= k else None,
        "reviewed": False,
    }
    return Facts(**known | others)


def record(seed, delegates, k=5):
    """(rounds, answers): everything that random people answered, closed. Two placings, three questionnaires."""
    chance = random.Random(seed)
    first = {c.id: _placements(chance, delegates) for c in CASE.cards}
    again = {c: [_again(chance, p) for p in first[c]] for c in ("c1", "c2")}
    told = {c: tally_first("r1", c, STAGES, first[c], delegates, k) for c in first}
    flows = {c: _flows(chance, first[c], again[c]) for c in again}
    later = {c: tally_again("r2", c, STAGES, told[c][1], flows[c], k) for c in again}
    rounds = [_round("r1", "first", None, told), _round("r2", "information", "i1", later)]
    return rounds, [_confidence(chance, "before", delegates, k), _confidence(chance, "after", delegates, k),
                    _reflection(chance, delegates, k)]  # fmt: skip


def told(seed=1, delegates=24, k=5, kept=None):
    """The same through the door."""
    rounds, answers = record(seed, delegates, k)
    return anonymise(facts(delegates, k), CASE, [*rounds, *answers], kept or checkpoint(), WORDS)


def rendered(name: str, session: AnonymisedSession) -> bytes:
    """One format of it, in English."""
    return FORMATS[name].render(session, WORDS)


def checkpoint(notes=(), links=(), explanation=(), actions=(), questions=(), texts=(), support=(), jottings=(), **more):
    """What a room wrote: {id: slice} of each kind."""
    collections = {
        "notes": dict(notes), "links": dict(links), "explanation": dict(explanation), "actions": dict(actions),
        "questions": dict(questions), "texts": dict(texts), "jottings": dict(jottings), **more,
    }  # fmt: skip
    return Checkpoint(HEAD, collections, dict(support))


def written(text):
    """Everything that can be typed, filled with the same words."""
    note = {"section": "presenting", "text": text, "version": 1}
    action = {
        "target": "safety",
        "action": text,
        "why": text,
        "note": "n1",
        "who": text,
        "by_when": text,
        "review": text,
        "kind": "safe",
        "known": text,
        "step_up": text,
        "step_down": text,
    }
    return checkpoint(
        notes={"n1": note, "n2": note | {"section": "precipitating"}},
        links={"l1": {"source": "n1", "target": "n2", "kind": "because"}},
        explanation={"because": {"text": text, "version": 1}},
        actions={"a1": action},
        questions={"q1": {"text": text, "kept": True}, "q2": {"text": "let go", "kept": False}},
        texts={f"t{i}": {"field": f, "text": text, "kept": True} for i, f in enumerate(("will_do", "still_need"))},
        support={"n1": 7, "n2": 2, "a1": 3},
        marked={"n1": {"target": "safety", "kind": "safe"}, "n2": {"target": "harmed", "kind": "heard"}},
        set_aside={"family:safe": {"target": "family", "kind": "safe"}},
        signs={f"s{i}": {"side": s, "text": text, "who": text, "version": 1} for i, s in enumerate(SIDES)},
        jottings={"card:c1": {"about": "card", "id": "c1", "text": text, "version": 1, "kept": True}},
    )


def _placements(chance, delegates):
    lean, few = chance.choice([0, 1, 2, 3, 4]), chance.random() < 0.2
    found = []
    for _ in range(delegates):
        roll = chance.random()
        if few and roll < 0.85:
            found.append(Placement(None, tuple(chance.sample(list(TOPICS), 2))))
        elif roll < 0.1:
            found.append(Placement(None, skipped=True))
        elif roll < 0.25:
            found.append(Placement(None, tuple(chance.sample(list(TOPICS), 2))))
        else:
            at = min(4, max(0, round(chance.gauss(lean, chance.choice([0.4, 1.5])))))
            reasons = tuple(chance.sample(list(REASONS), 2))
            found.append(Placement(STAGES[at], reasons=reasons, certainty=1 + len(found) * 7 % 11 % 5))
    return found


def _again(chance, before):
    if before.stage is None or chance.random() > 0.25:
        return before
    at = STAGES.index(before.stage) + chance.choice([-1, 1])
    return Placement(STAGES[min(4, max(0, at))], reasons=before.reasons)


def _flows(chance, before, now):
    """Of everybody who had answered and was there (a few were not), each by itself."""
    pairs = [(b.stage, n.stage) for b, n in zip(before, now, strict=True) if not b.skipped and chance.random() > 0.05]
    moves = [Move(_direction(b, n), (chance.choice(list(WHYS)),)) for b, n in pairs]
    left = tuple(b for b, n in pairs if b != n)
    return Flows(tuple(n for _, n in pairs), tuple(b for b, _ in pairs), left, tuple(moves))


def _direction(before, now):
    if before == now:
        return "same"
    if before is None or now is None:
        return "from_unsure" if before is None else "to_unsure"
    return "harmful" if STAGES.index(now) > STAGES.index(before) else "typical"


def _round(id, cause, information, told):
    cards = tuple(result for result, _ in told.values())
    return RoundResult(id, "s1", cause, information, "hackett5", True, cards)


def _confidence(chance, asking, delegates, k):
    asked = ("now", "looking_back") if asking == "after" else ("now",)
    items = []
    for when in asked:
        for item in ITEMS:
            centre, wide = chance.uniform(1, 9), chance.choice([0.7, 2, 4])
            answered = [
                v for v in (round(chance.gauss(centre, wide)) for _ in range(delegates)) if chance.random() < 0.95
            ]
            items.append(summarise(item, when, [min(10, max(0, v)) for v in answered], k))
    n = delegates if delegates >= k else None
    return AnswersResult("q1" if asking == "before" else "q2", "s1", "confidence", asking, n, items=tuple(items))


def _reflection(chance, delegates, k):
    likely = {need: chance.random() for need in NEEDS}
    sheets = [[need for need in NEEDS if chance.random() < likely[need]] for _ in range(delegates)]
    n = delegates if delegates >= k else None
    return AnswersResult("q3", "s1", "reflection", "closing", n, tags=tally_needs(sheets, k))
