"""Compares a rehearsal's report with what was sent, from the format's description alone.

Nothing of `workshop` is imported: medians, agreement and labels are reckoned here a second time, in fractions, so that
a fault in the app's own rules cannot hide itself.
"""

from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations

K = 5
ROUND = {"round", "cause", "cards"}
CARD = {"card", "placed", "need_to_know", "tallies", "median", "agreement", "label", "movement"}
PLACEMENT = {"round", "cause", "card", "stage", "reasons"}
DIRECTIONS = {"typical", "same", "harmful"}
NOBODY = dict.fromkeys(DIRECTIONS, 0)


def faults(answers, report, stages):
    """Every way in which `report` is not what `answers` and the description say; [] when it is."""
    return [*_answers(answers, stages), *_front(answers, report), *_rounds(answers, report, stages)]


def _answers(answers, stages):
    for seat in answers["seats"]:
        if not isinstance(seat["token"], str) or len(seat["token"]) < 22:
            yield "a seat without a token"
        for p in seat["placements"]:
            if set(p) != PLACEMENT or p["stage"] not in (*stages, None) or not isinstance(p["reasons"], list):
                yield f"a placement of another form: {p}"


def _front(answers, report):
    for name in ("scenario", "delegates", "rounds", "formulation", "plan", "confidence"):
        if name not in report:
            yield f"the report has no {name}"
    if report["scenario"] != answers["scenario"]:
        yield "another scenario"
    if report["delegates"] != (len(answers["seats"]) if len(answers["seats"]) >= K else None):
        yield f"{report['delegates']} delegates"


def _rounds(answers, report, stages):
    counted, causes, moves = _counted(answers, stages)
    told = {r["round"]: r["cause"] for r in report["rounds"]}
    for id, cause in told.items():
        if causes.get(id) != cause:
            yield f"round {id} is {cause} in the report and {causes.get(id)} in the answers"
    for id in causes:
        if id not in told and any(_placed(n) >= K for (r, _), n in counted.items() if r == id):
            yield f"round {id} is missing"
    for shown in report["rounds"]:
        yield from [f"{shown['round']} lacks {name}" for name in ROUND - set(shown)]
        cards = [card["card"] for card in shown["cards"]]
        if sorted(cards) != sorted({card for r, card in counted if r == shown["round"]} | set(cards)):
            yield f"{shown['round']}: {cards}"
        for card in shown["cards"]:
            key = shown["round"], card["card"]
            said = _card(card, counted[key], moves[key], stages)
            yield from [f"{shown['round']} {card['card']}: {fault}" for fault in said]


def _card(card, sent, moved, stages):
    yield from [f"no {name}" for name in CARD - set(card)]
    vector = [sent[stage] for stage in stages]
    if sum(vector) < K:
        yield from [f"{n} is told of fewer than {K}" for n in CARD - {"card", "need_to_know"} if card[n] is not None]
        if card["need_to_know"] not in (None, sent[None]):
            yield f"need_to_know is {card['need_to_know']}, not {sent[None]}"
        return
    checks = {
        "tallies": dict(zip(stages, vector, strict=True)),
        "placed": sum(vector),
        "need_to_know": sent[None],
        "median": stages[median(vector)],
        "agreement": float(round(agreement(vector), 7)),
        "label": label(vector),
    }
    yield from [f"{name} is {card[name]}, not {value}" for name, value in checks.items() if card[name] != value]
    if list(card["tallies"]) != list(stages):
        yield "stages in another order"
    told = card["movement"]
    if told is not None and (set(told) != DIRECTIONS or sum(told.values()) < K or told != {**NOBODY, **moved}):
        yield f"movement is {told}, not {moved}"


def _counted(answers, stages):
    """(round, card) → stage → people, of each seat's last word; round → cause; (round, card) → direction → people."""
    found, causes, moves = defaultdict(Counter), {}, defaultdict(Counter)
    for seat in answers["seats"]:
        last, stood = {}, {}
        for p in seat["placements"]:
            last[p["round"], p["card"]] = p["stage"]
            causes[p["round"]] = p["cause"]
        for (round_id, card), stage in last.items():
            found[round_id, card][stage] += 1
            if stage is not None:
                if card in stood:
                    moves[round_id, card][_direction(stages.index(stage) - stages.index(stood[card]))] += 1
                stood[card] = stage
    return found, causes, moves


def _direction(distance):
    return "same" if not distance else "harmful" if distance > 0 else "typical"


def _placed(sent):
    return sum(n for stage, n in sent.items() if stage is not None)


def median(vector):
    """Position of the lower median: of the people in order, number ⌈n/2⌉."""
    people = [position for position, n in enumerate(vector) for _ in range(n)]
    return people[(len(people) - 1) // 2]


def agreement(vector):
    """Van der Eijk's A in fractions: take off the smallest layer of equal height until nothing is left."""
    rest, total, result, k = list(vector), sum(vector), Fraction(0), len(vector)
    while any(rest):
        low = min(n for n in rest if n)
        filled = [position for position, n in enumerate(rest) if n]
        result += Fraction(low * len(filled), total) * _unimodality(filled, k) * (1 - Fraction(len(filled) - 1, k - 1))
        rest = [n - low if n else 0 for n in rest]
    return result


def _unimodality(filled, k):
    fits = breaks = 0
    for a, b, c in combinations(range(k), 3):
        pattern = (a in filled, b in filled, c in filled)
        fits += pattern in {(True, True, False), (False, True, True)}
        breaks += pattern == (True, False, True)
    return Fraction((k - 2) * fits - (k - 1) * breaks, (k - 2) * (fits + breaks)) if fits + breaks else Fraction(1)


def label(vector):
    """The first that holds: settled, split, neighbouring, spread."""
    n, size = sum(vector), len(vector)
    if 4 * max(vector) >= 3 * n:
        return "settled"
    pairs = [(i, j) for i in range(size) for j in range(i + 2, size)]
    ends = any(3 * sum(vector[: i + 1]) >= n and 3 * sum(vector[j:]) >= n for i, j in pairs)
    if ends or agreement(vector) < Fraction(3, 10):
        return "split"
    beside = max(vector[i] + vector[i + 1] for i in range(size - 1))
    return "neighbouring" if 20 * beside >= 17 * n else "spread"
