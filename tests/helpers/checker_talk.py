"""What a report says for the talk, reckoned a second time: reasons by side, what is wanted, what moved the room, and
which of a panel's reasons were named here too.

As checker.py, from the format's description alone; of `workshop` only the catalogue's names are read.
"""

import json
from collections import Counter, defaultdict

from tests.helpers.checker import K, label, median
from tests.helpers.tree import ROOT, text

NAMED = 3
NAMES = json.loads(text(ROOT / "words" / "en.json"))["names"]
IDS = {words: id for area in ("topic", "reason") for id, words in NAMES[area].items()}
OF_AN_END = 3
HAPPENED = {"stands": "stands", "aside": "aside", "few": "few", "unsure": "few"}


def faults(answers, report, stages):
    """Every way in which reasons, `wanted`, `ledger` and a panel's `named` are not what was sent; [] when they are."""
    seats = [seat["placements"] for seat in answers["seats"]]
    return [
        *(fault for shown in report["rounds"] for fault in _round(seats, shown, stages)),
        *_ledger(report),
        *_panel(seats, report, stages),
    ]


def _round(seats, shown, stages):
    first = [{p["card"]: p for p in sent if p["round"] == shown["round"] and "earlier" not in p} for sent in seats]
    for card in shown["cards"]:
        expected = _reasons(card, [sheet[card["card"]] for sheet in first if card["card"] in sheet], stages)
        if card["reasons"] != expected:
            yield f"{shown['round']} {card['card']}: reasons are {card['reasons']}, not {expected}"
    wanted = _wanted([sheet for sheet in first if sheet], [c["card"] for c in shown["cards"] if c["why"] != "few"])
    if [(w["topic"], w["phones"]) for w in shown["wanted"]] != wanted:
        yield f"{shown['round']}: wanted is {shown['wanted']}, not {wanted}"


def _reasons(card, placed, stages):
    """By side of the median stage; else of everybody; none untold, and none where two ends have theirs."""
    nothing = {"below": [], "between": [], "above": [], "all": []}
    vector = [sum(p["stage"] == stage for p in placed) for stage in stages]
    if card["tallies"] is None or not placed:
        return nothing
    unsure = sum(p["stage"] is None for p in placed)
    if _has_ends(vector) and label(vector) == "split" and unsure < max(K, sum(vector)):
        return nothing
    at = median(vector)
    sides = {"below": stages[:at], "between": stages[at : at + 1], "above": stages[at + 1 :]}
    said = {name: _two(p["reasons"] for p in placed if p["stage"] in side) for name, side in sides.items()}
    if said["below"] or said["above"]:
        return nothing | said
    return nothing | {"all": _two(p["reasons"] for p in placed if p["stage"] is not None)}


def _has_ends(vector):
    return _ends(vector) is not None


def _ends(vector):
    """(last stage of the low end, first of the high one) that hold a third each, most people together; or None."""
    n, size = sum(vector), len(vector)
    pairs = [(i, j) for i in range(size) for j in range(i + 2, size)]
    fit = [(i, j) for i, j in pairs if 3 * sum(vector[: i + 1]) >= n and 3 * sum(vector[j:]) >= n]
    return max(fit, key=lambda p: (sum(vector[: p[0] + 1]) + sum(vector[p[1] :]), p[1] - p[0]), default=None)


def _panel(seats, report, stages):
    """Of every reason of a panel that was shown: whether the room was told that it named the same."""
    named = defaultdict(set)
    for shown in report["rounds"]:
        for card in shown["cards"]:
            place = (shown["round"], card["card"])
            sent = [{(p["round"], p["card"]): p for p in one if "earlier" not in p}.get(place) for one in seats]
            named[card["card"]] |= told_of(card, [p for p in sent if p], stages)
    for panel in report.get("panel", []):
        for reason in panel["reasons"]:
            expected = IDS[reason["topic"]] in named[panel["card"]]
            if reason["named"] is not expected:
                yield f"{panel['card']}: {reason['topic']} was {'' if expected else 'not '}named here too"


def told_of(card, placed, stages):
    """Reasons of its ends, or of its sides, and what those lack who need to know more: of a first placing, by id."""
    unsure = [p["missing"] for p in placed if p["stage"] is None]
    found = {topic for topic, _ in _named(unsure, NAMES["topic"])} if card["why"] in (None, "unsure") else set()
    vector = [sum(p["stage"] == stage for p in placed) for stage in stages]
    if card["tallies"] is None or not placed:
        return found
    if label(vector) != "split" or not _has_ends(vector) or len(unsure) >= max(K, sum(vector)):
        return found | {IDS[words] for side in _reasons(card, placed, stages).values() for words in side}
    low, high = _ends(vector)
    for side in (stages[: low + 1], stages[high:]):
        said = _named((p["reasons"] for p in placed if p["stage"] in side), NAMES["reason"])
        found |= {reason for reason, _ in said[:OF_AN_END]}
    return found


def _two(said):
    return [NAMES["reason"][name] for name, _ in _named(said, NAMES["reason"])[:2]]


def _named(said, known):
    """(name, phones) of what three phones named, commonest first, then in the catalogue's order."""
    counts, order = Counter(name for one in said for name in set(one)), list(known)
    return sorted(
        ((name, n) for name, n in counts.items() if n >= NAMED), key=lambda found: (-found[1], order.index(found[0]))
    )


def _wanted(sheets, told):
    """Phones by topic over all first placings, with a number only where it leaves a few nowhere."""
    asks = [{topic for p in sheet.values() if p["stage"] is None for topic in p["missing"]} for sheet in sheets]
    cards = {card: [sheet[card]["missing"] for sheet in sheets if card in sheet and sheet[card]["stage"] is None]
             for card in told}  # fmt: skip
    beside = {card: {t: _number(n, len(of)) for t, n in _named(of, NAMES["topic"])} for card, of in cards.items()}
    found = []
    for topic, n in _named(asks, NAMES["topic"]):
        rests = [n - known[topic] for known in beside.values() if known.get(topic) is not None]
        found.append((topic, None if any(0 < rest < K for rest in rests) else _number(n, len(asks))))
    return found


def _number(n, of):
    return n if n >= K and not 0 < of - n < K else None


def _ledger(report):
    told, rows = {}, {row["round"]: row for row in report["ledger"]}
    for shown in report["rounds"]:
        row = {c["card"]: c for c in rows.pop(shown["round"], {"cards": []})["cards"]}
        for card in shown["cards"]:
            line, before = row.pop(card["card"], None), told.get(card["card"])
            if line is not None:
                expected = (before, card["tallies"], card["movement"], _happened(card, before))
                found = (_tallies(line["before"]), _tallies(line["after"]), line["movement"], line["happened"])
                if found != expected:
                    yield f"{shown['round']} {card['card']}: the ledger says {found}, not {expected}"
            elif before is not None:
                yield f"{shown['round']} {card['card']} was placed again, and is not in the ledger"
            if card["tallies"] is not None:
                told[card["card"]] = card["tallies"]
        yield from [f"{shown['round']} {card} is in the ledger alone" for card in row]
    yield from [f"{round_id} is in the ledger alone" for round_id in rows]


def _tallies(picture):
    return None if picture is None else picture["tallies"]


def _happened(card, before):
    if card["tallies"] is not None:
        return "moved" if card["movement"] else "told"
    return HAPPENED[card["why"]] if before is not None else "few"
