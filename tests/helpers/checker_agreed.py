"""What a report says of how sure the room was, reckoned a second time from what was sent.

From the format's description alone; nothing of `workshop` is imported.
"""

from collections import Counter, defaultdict

K, NAMED = 5, 3
FIELDS = {"yes", "partly", "no", "cannot_say", "split", "reasons_yes", "reasons_no", "former"}


def faults(answers, report):
    """Every way in which an agreement is not what was sent; [] when all are."""
    said = defaultdict(list)
    for seat in answers["seats"]:
        for one in seat.get("holds", []):
            said[_subject(one)].append((one["answer"], one["reason"]))
    shown = dict(_told(report["formulation"]))
    found = [f"{about}: nobody was asked" for about in shown if about not in said and shown[about] is not None]
    for about, them in said.items():
        found += [f"{about}: {fault}" for fault in _one(shown.get(about), them, about[0] == "question")]
    return found


def _subject(one):
    if one["what"] == "question":
        return ("question", one["question"])
    return (one["what"], one["kind"], one["first"], one["second"])


def _told(made):
    notes = {n["number"]: n["text"] for n in made["notes"]}
    for link in made["links"]:
        yield ("link", link["kind"], notes[link["source"]], notes[link["target"]]), link["agreement"]
    for part, told in made["agreement"].items():
        yield ("sentence", part, made["explanation"][part], ""), told
    for id, told in made["quality"].items():
        yield ("question", id), told


def _one(told, them, question):
    count = Counter(answer for answer, _ in them)
    weighed = count["yes"] + count["partly"] + count["no"]
    if weighed < K:
        return [] if told is None else ["told of fewer than five"]
    if told is None:
        return ["not told"]
    split = not question and 3 * count["yes"] >= weighed and 3 * count["no"] >= weighed
    expected = {
        **{name: count[name] for name in ("yes", "partly", "no")},
        "cannot_say": count["cannot"],
        "split": split,
        "former": False,
    }
    found = [f"{name} is {told.get(name)}, not {value}" for name, value in expected.items() if told.get(name) != value]
    for side in ("yes", "no"):
        named = Counter(reason for answer, reason in them if answer == side and reason)
        wanted = {reason for reason, n in named.items() if split and n >= NAMED}
        if set(told[f"reasons_{side}"]) != wanted:
            found.append(f"reasons of {side} are {told[f'reasons_{side}']}, not {wanted}")
    return found + ([] if set(told) == FIELDS else ["other fields"])
