"""Moments of the board and of the discussion: from before it opens to what changed."""

from __future__ import annotations

from tests.activities.rooms import PROMPT, at, moment
from tests.helpers.table import Table

SPLIT = ["expected", "expected", "inappropriate", "abusive", "violent", "violent"]

at("board", "ready", "board")
at("board", "ready, with new information", "information")
at("board", "ready to warm up", "warm_up")
at("discussion", "nothing was shown yet", "discussion")


@moment("board", "warming up")
def _(table: Table) -> None:
    table.go("warm_up")
    table.must("board.open", {})
    table.must("board.place", {"round": "w1", "card": "w01", "stage": "casual"}, "d1")


@moment("board", "the warm-up is shown")
def _(table: Table) -> None:
    table.go("warm_up")
    table.must("board.open", {})
    table.all_place("w1", {"w01": ["casual"] * 6, "w02": ["formal"] * 6})
    table.must("board.reveal", {"round": "w1"})


@moment("board", "talked about without figures")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.talk", {"talk": True})
    table.must("board.talk_about", {"card": "c2"})


@moment("board", "about to be talked about")
def _(table: Table) -> None:
    table.must("board.talk", {"talk": True})
    table.go("information")


@moment("board", "placed after some were talked about")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.talk", {"talk": True})
    table.must("board.talk_about", {"card": "c2"})
    table.must("board.talk", {"talk": False})


def opened(table: Table) -> None:
    """Everybody has placed two cards of four; d1 has used every way to answer."""
    table.go("board")
    table.must("board.open", {})
    table.all_place("r1", {"c1": SPLIT}, reasons=["consent", "power"], certainty=3)
    table.all_place("r1", {"c2": ["abusive"] * 6})
    table.all_place("r1", {"c3": ["problematic"] * 5})
    table.must("board.place", {"round": "r1", "card": "c3", "stage": None, "missing": ["age", "source"]}, "d1")
    table.must("board.skip", {"round": "r1", "card": "c4"}, "d1")


moment("board", "open")(opened)


@moment("board", "closed unseen")
def _(table: Table) -> None:
    opened(table)
    table.must("board.close", {"round": "r1"})


@moment("board", "shown, a card in focus")
def _(table: Table) -> None:
    shown(table)
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.prompt", {"text": PROMPT})


def shown(table: Table) -> None:
    """A split, a settled and a withheld card, and one that nobody placed."""
    opened(table)
    table.must("board.reveal", {"round": "r1"})


moment("board", "shown")(shown)


@moment("discussion", "all cards")
def _(table: Table) -> None:
    shown(table)
    table.go("discussion")


@moment("discussion", "a card with a prompt")
def _(table: Table) -> None:
    shown(table)
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.prompt", {"text": PROMPT})


@moment("board", "how practitioners reasoned")
@moment("discussion", "how practitioners reasoned")
def _(table: Table) -> None:
    shown(table)
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.show", {"show": "panel"})


@moment("discussion", "what is wanted")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.open", {})
    table.all_place("r1", {"c1": [None] * 6}, missing=["age", "source"])
    for n in range(1, 7):
        table.finish("r1", f"d{n}")
    table.must("board.reveal", {"round": "r1"})
    table.go("discussion")
    table.must("discussion.show", {"show": "wanted"})


@moment("jotter", "what was said is noted, and on the screen")
def _(table: Table) -> None:
    shown(table)
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})
    about = {"about": "card", "id": "c1"}
    table.must("jotter.write", {**about, "text": "Who knew?", "base": 0})
    table.must("jotter.write", {**about, "text": "Who knew, and when?", "base": 1})
    table.must("jotter.write", {"about": "step", "id": "s5", "text": "A pause was asked for", "base": 0})
    table.must("jotter.keep", {**about, "kept": True})
    table.must("jotter.pin", {**about, "pinned": True})


@moment("discussion", "a card that is withheld")
def _(table: Table) -> None:
    shown(table)
    table.go("discussion")
    table.must("discussion.focus", {"card": "c4"})


def again(table: Table) -> None:
    """Two cards are placed again, after new information."""
    shown(table)
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c1", "c2"], "cause": "information", "information": "i1"})
    table.all_place("r2", {"c1": ["abusive"] * 3 + SPLIT[3:], "c2": ["abusive"] * 6}, why=["information"])


moment("discussion", "placing again")(again)


@moment("discussion", "fewer than three moved")
def _(table: Table) -> None:
    again(table)
    table.must("board.reveal", {"round": "r2"})
    table.must("discussion.focus", {"card": "c2"})


@moment("discussion", "too many stood aside")
def _(table: Table) -> None:
    shown(table)
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c2"], "cause": "discussion"})
    table.all_place("r2", {"c2": ["violent"] * 4 + ["abusive"]})
    table.must("board.reveal", {"round": "r2"})


@moment("discussion", "what changed")
def _(table: Table) -> None:
    again(table)
    table.must("board.reveal", {"round": "r2"})
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.show", {"show": "shift"})


@moment("board", "most need to know more")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.open", {})
    table.all_place("r1", {"c1": [None] * 6}, missing=["age"])
    table.must("board.reveal", {"round": "r1"})
    table.must("discussion.focus", {"card": "c1"})


@moment("discussion", "most need to know more, and what about")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.open", {})
    table.all_place("r1", {"c2": SPLIT})
    table.all_place("r1", {"c1": [None] * 6}, missing=["age"])
    table.must("board.reveal", {"round": "r1"})
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})


@moment("discussion", "what moved us")
def _(table: Table) -> None:
    again(table)
    table.must("board.reveal", {"round": "r2"})
    table.must("discussion.show", {"show": "ledger"})


@moment("board", "what moved us")
def _(table: Table) -> None:
    shown(table)
    table.go("information")
    table.must("board.open", {})
    table.all_place("r2", {"c1": ["abusive"] * 3 + SPLIT[3:], "c2": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r2"})
    table.must("discussion.show", {"show": "ledger"})


@moment("discussion", "of what was talked about without figures")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.talk", {"talk": True})
    for card in ("c3", "c1"):
        table.must("board.talk_about", {"card": card})
    table.go("discussion")


@moment("welcome", "without figures")
def _(table: Table) -> None:
    table.must("board.talk", {"talk": True})
