"""Compares a rehearsal's report with what was sent, from the format's description alone.

Nothing of `workshop` is imported: medians, agreement and labels are reckoned here a second time, in fractions, so that
a fault in the app's own rules cannot hide itself.
"""

from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations

K = 5
MOVED = 3
ROUND = {"round", "cause", "cards"}
CARD = {"card", "why", "answered", "placed", "need_to_know", "tallies", "median", "agreement", "label", "movement"}
PLACEMENT = {"round", "cause", "card", "stage", "reasons", "missing", "certainty"}
DIRECTIONS = ("same", "typical", "harmful", "to_unsure", "from_unsure")


def faults(answers, report, stages):
    """Every way in which `report` is not what `answers` and the description say; [] when it is."""
    return [*_answers(answers, stages), *_front(answers, report), *_rounds(answers, report, stages)]


def _answers(answers, stages):
    for seat in answers["seats"]:
        if not isinstance(seat["token"], str) or len(seat["token"]) < 22:
            yield "a seat without a token"
        for p in seat["placements"]:
            if (
                set(p) - {"earlier", "response", "response_earlier"} != PLACEMENT
                or p["stage"] not in (*stages, None)
                or not isinstance(p["reasons"], list)
            ):
                yield f"a placement of another form: {p}"


def _front(answers, report):
    if report.get("schema") != 2:
        yield "another schema"
    for name in ("scenario", "delegates", "rounds", "formulation", "plan", "confidence"):
        if name not in report:
            yield f"the report has no {name}"
    if report["scenario"] != answers["scenario"]:
        yield "another scenario"
    if report["delegates"] != (len(answers["seats"]) if len(answers["seats"]) >= K else None):
        yield f"{report['delegates']} delegates"


def _rounds(answers, report, stages):
    rooms = Rooms(answers, stages)
    told = {r["round"]: r["cause"] for r in report["rounds"]}
    for id, cause in told.items():
        if rooms.causes.get(id) != cause:
            yield f"round {id} is {cause} in the report and {rooms.causes.get(id)} in the answers"
    for shown in report["rounds"]:
        yield from [f"{shown['round']} lacks {name}" for name in ROUND - set(shown)]
        asked = {card for r, card in rooms.said if r == shown["round"]}
        if not asked <= {card["card"] for card in shown["cards"]}:
            yield f"{shown['round']}: {asked} were asked"
        for card in shown["cards"]:
            said = _card(card, *rooms.counted(shown["round"], card["card"]), stages)
            yield from [f"{shown['round']} {card['card']}: {fault}" for fault in said]


class Rooms:
    """Where everybody stands, card by card, as the rounds of the report go by; and what was told of it last."""

    def __init__(self, answers, stages):
        self.stages, self.causes, self.said = stages, {}, defaultdict(dict)
        for number, seat in enumerate(answers["seats"]):
            for p in seat["placements"]:
                self.said[p["round"], p["card"]][number] = p
                self.causes[p["round"]] = p["cause"]
        self.stands, self.told, self.left = {}, {}, defaultdict(Counter)
        self.never_left, self.newest, self.reference = {}, {}, {}
        self.never = set()
        """Cards of which no picture was told yet: what was never told cannot stand."""

    def counted(self, round_id, card):
        """(where everybody stands, directions or None, why nothing is told or None) of one card of one round."""
        said = self.said.get((round_id, card), {})
        if card not in self.stands:
            self.stands[card] = {who: p["stage"] for who, p in said.items()}
            pile = Counter(self.stands[card].values())
            self.told[card], self.never_left[card] = dict(self.stands[card]), pile
            self.newest[card] = self.reference[card] = round_id
            if _placed(pile) < K:
                self.never.add(card)
            return pile, None, None if _placed(pile) >= K else "few"
        moves = Counter()
        for who, p in said.items():
            if self.stands[card].get(who, "nowhere") != p.get("earlier", "nowhere"):
                return Counter(), None, "a phone says that it stood elsewhere"
            self.left[card][p["earlier"]] += p["earlier"] != p["stage"]
            moves[_direction(self.stages, self.told[card][who], p["stage"])] += 1
            self.stands[card][who] = p["stage"]
        pile = Counter(self.stands[card].values())
        whole, self.newest[card] = self.newest[card] == self.reference[card], round_id
        why = self._why(card, len(said), moves, pile)
        if why is None:
            self._is_told(card)
            self.reference[card] = round_id
            self.never.discard(card)
        return pile, moves if whole else None, "few" if why in ("stands", "aside") and card in self.never else why

    def _why(self, card, tapped, moves, pile):
        if tapped - moves["same"] < MOVED:
            return "stands"
        everybody = tapped == len(self.stands[card])
        if not everybody and (moves["same"] < MOVED or sum(n > 0 for n in self._stays(card).values()) < 2):
            return "aside"
        return None if _placed(pile) >= K else "few"

    def _stays(self, card):
        before = Counter(self.told[card].values())
        return {s: min(self.never_left[card][s], max(0, before[s] - self.left[card][s])) for s in self.stages}

    def _is_told(self, card):
        self.never_left[card] = Counter(self._stays(card))
        self.told[card] = dict(self.stands[card])
        self.left[card].clear()


def _direction(stages, told, now):
    if told == now:
        return "same"
    if told is None or now is None:
        return "from_unsure" if told is None else "to_unsure"
    return "harmful" if stages.index(now) > stages.index(told) else "typical"


def _card(card, pile, moves, why, stages):
    yield from [f"no {name}" for name in CARD - set(card)]
    figures = CARD - {"card", "why", "answered"}
    expected = ("few", "unsure") if why == "few" else (why,)
    if card["why"] not in expected:
        yield f"why is {card['why']}, not {why}"
    if why is not None:
        known = {"label": "unsure" if card["why"] == "unsure" else None}
        yield from [f"{name} is told" for name in figures if card[name] != known.get(name)]
        return
    vector = [pile[stage] for stage in stages]
    checks = {
        "tallies": dict(zip(stages, vector, strict=True)),
        "placed": sum(vector),
        "need_to_know": pile[None],
        "median": stages[median(vector)],
        "agreement": float(round(agreement(vector), 7)),
        "label": "unsure" if pile[None] >= max(K, sum(vector)) else label(vector),
        "movement": _movement(moves),
    }
    if moves is not None:
        checks["answered"] = sum(moves.values()) if sum(moves.values()) >= K else None
    yield from [f"{name} is {card[name]}, not {value}" for name, value in checks.items() if card[name] != value]
    if list(card["tallies"]) != list(stages):
        yield "stages in another order"


def _movement(moves):
    """Each direction none or at least three, of at least five; or nothing at all."""
    if moves is None or sum(moves.values()) < K or any(0 < moves[d] < MOVED for d in DIRECTIONS):
        return None
    return {d: moves[d] for d in DIRECTIONS}


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
