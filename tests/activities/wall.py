"""What people do to the wall of notes, and see of it: for the tests of formulation."""

from tests.helpers.table import ROLES


def write(table, text, section="presenting", who="d1"):
    before = set(table.collection("notes"))
    table.must("formulation.add", {"section": section, "text": text}, who)
    [new] = set(table.collection("notes")) - before
    return new


def part(table):
    views = [{**table.part("formulation", role), "picture": None} for role in ROLES]  # which phones have as a list
    assert views[0] == views[1] == views[2], "every audience sees the same wall"
    return views[0]


def note(table, id):
    return next(n for n in part(table)["notes"] if n["id"] == id)


def link(table, source, target, kind="because"):
    table.must("formulation.link", {"source": source, "target": target, "kind": kind}, "d1")


def support(table, id, *people):
    for who in people:
        table.must("formulation.support", {"note": id, "on": True}, who)
    gather(table)


def gather(table):
    """What phones say is counted now, whenever it was counted last."""
    table.live.shared.leases.clear()
    table.moment("support")
