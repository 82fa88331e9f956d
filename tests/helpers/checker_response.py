"""What a report says that people would do, reckoned a second time, by itself: as checker.py does it, on levels.

From the format's description alone; nothing of `workshop` is imported.
"""

from tests.helpers.checker import Rooms, _card

DIFFER = ("split", "spread")
COMPARED = {
    ("settled", True): "agree_differ",
    ("neighbouring", True): "close_differ",
    ("settled", False): "neither",
    ("neighbouring", False): "neither",
    ("split", False): "differ_less",
    ("spread", False): "differ_less",
    ("split", True): "differ_both",
    ("spread", True): "differ_both",
}
"""(kind of where it sits, whether people differ on what to do)."""


def faults(answers, report):
    """Every way in which `response` of a card is not what was sent; [] when all are, and where none was asked."""
    asked = _alone(answers)
    if report["second"] is None:
        return ["an answer, and no second question"] if any(seat["placements"] for seat in asked["seats"]) else []
    levels = [stage["id"] for stage in report["second"]["stages"]]
    rooms, found = Rooms(asked, levels), []
    for shown in report["rounds"]:
        for card in shown["cards"]:
            found += _one(rooms, shown["round"], card, levels)
    return found


def _alone(answers):
    """The same phones with nothing but what they would do, as if it were where they placed the card."""
    return {"seats": [{"placements": [_said(p) for p in s["placements"] if "response" in p]} for s in answers["seats"]]}


def _said(p):
    before = {"earlier": p["response_earlier"]} if "response_earlier" in p else {}
    return {"round": p["round"], "cause": p["cause"], "card": p["card"], "stage": p["response"], **before}


def _one(rooms, round_id, card, levels):
    told, where = card["response"], f"{round_id} {card['card']}: response:"
    if told is None:
        return [f"{where} it was answered"] if (round_id, card["card"]) in rooms.said else []
    as_card = {**told, "card": card["card"], "label": told["kind"]}
    since = None if card["card"] in rooms.never else rooms.reference.get(card["card"])
    pile, moves, why = rooms.counted(round_id, card["card"])
    found = list(_card(as_card, pile, moves, why, levels))
    if told["compared_with"] != (since if why is None else None):
        found.append(f"compared with {told['compared_with']}, not {since}")
    named = told["kind"] not in (None, "unsure")
    compared = COMPARED.get((card["kind"], told["kind"] in DIFFER)) if named else None
    if told["compared"] != compared:
        found.append(f"compared is {told['compared']}, not {compared}")
    return [f"{where} {fault}" for fault in found]
