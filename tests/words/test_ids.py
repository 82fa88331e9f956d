"""A closed set: whatever the server can send by id has its message, and no message waits for an id that never comes."""

import ast
from typing import get_args

import pytest

from tests.helpers.tree import files, name, parsed
from workshop.activities.base_kept import Until
from workshop.activities.board_ledger import NAMED_KINDS
from workshop.activities.registry import BY_NAME, OWN, PARTS, of_seats
from workshop.domain import agenda, confidence, disclosure, plan, reflection
from workshop.outputs.leaving import TITLE, WHERE
from workshop.service.identifying import LOOKS
from workshop.web import errors, origins, pages
from workshop.words import Words
from workshop.words.catalogue import PLACEHOLDER, messages, texts

ENGLISH = Words.of("en")
SAID = {"tags", "agreed", "notes", "actions", "links", "newest", "phase", "stacks"}
FIELDS = {*reflection.FIELDS, *SAID}
"""What a phone's own parts say of it, on the page of “what we hold about you”."""
CLOSED = {
    **{f"names.{area}": ids for a in BY_NAME.values() for area, ids in a.names.items()},
    "names.direction": disclosure.DIRECTIONS,
    "names.information": NAMED_KINDS,
    "names.field": FIELDS,
    "names.rule": agenda.GROUND_RULES,
    "names.nudge.plan": plan.NUDGES,
    "common.looks_like": [kind for kind, _ in LOOKS],
    "office.leaving.kinds": [TITLE, *WHERE],
    "office.privacy.notice": pages.NOTICE,
    "office.held.title": {part.held.title for part in OWN} | {c.held.title for c in of_seats() if c.held},
    "office.held.until": get_args(Until),
    "office.held.seen": PARTS,
}
SAY_NO = {"Refused", "TextRefused", "CannotCreate"}
COMPUTED = {f"http.{status}" for status in errors.KNOWN} | {*origins.OPENED, *origins.ADDRESS}
"""Ids that are put together, or chosen from a list."""
PASSED_ON = {
    "activities/base_changes",
    "web/errors",
    "web/origins",
    "web/plain",
    "web/prepare",
    "web/correcting",
    "web/releasing",
}
"""Where a refusal is made of another one, or of such a list."""


def area(path):
    """The names of what is below a path."""
    found = ENGLISH.tree
    for part in path.split("."):
        found = found[part]
    return list(found)


@pytest.mark.parametrize("path", CLOSED)
def test_a_closed_set_has_a_message_for_each_and_for_nothing_else(path):
    assert sorted(area(path)) == sorted(CLOSED[path])
    assert len(set(CLOSED[path])) == len(CLOSED[path])


def test_every_name_is_of_a_closed_set():
    found = {path.split(".")[1] for path in CLOSED if path.startswith("names.")}
    assert set(area("names")) == found


def refusals():
    """(file and line, id or None, names of its values or None) of every no that is written in the code."""
    for path in files(".py", under="workshop"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAY_NO:
                kind = node.func.id
                at = 0 if kind == "CannotCreate" else 1
                why = node.args[at] if len(node.args) > at else None
                yield name(path), node.lineno, getattr(why, "value", None), _values(kind, node)


def _values(kind, node):
    if kind != "Refused":
        return {keyword.arg for keyword in node.keywords}
    given = node.args[2] if len(node.args) > 2 else None
    return {key.value for key in given.keys} if isinstance(given, ast.Dict) else None if given else set()


FOUND = list(refusals())


def test_every_no_has_its_sentence_and_the_values_that_it_names():
    assert len(FOUND) > 60
    for file, line, why, values in FOUND:
        if not isinstance(why, str):
            place = file.removeprefix("workshop/").removesuffix(".py")
            assert place in PASSED_ON, f"{file}:{line}: an id that nobody can look up"
            continue
        lines = texts(ENGLISH._message(f"refused.{why}"))
        named = {found for text in lines for found in PLACEHOLDER.findall(text)}
        if values is not None:
            assert named == values, f"{file}:{line}"


def test_every_sentence_that_says_no_can_be_said():
    said = {why for _, _, why, _ in FOUND if isinstance(why, str)} | COMPUTED
    assert {id.removeprefix("refused.") for id in ENGLISH.ids if id.startswith("refused.")} == said


def test_every_sentence_that_says_no_is_one_and_says_what_to_do():
    for id, message in messages(ENGLISH.tree["refused"]):
        *whats, last = texts(message)
        assert last.endswith("."), id
        assert not any(what.endswith(".") for what in whats), id
        assert len(whats) == (1 if id.startswith("http.") else 0), id


def test_names_stand_alone_and_items_are_statements_about_a_task():
    for id, message in messages(ENGLISH.tree["names"]):
        ends = id.startswith(("rule.", "nudge.", "area.why_now", "quality."))
        assert all(text.endswith((".", "?")) == ends for text in texts(message)), id
    assert all(ENGLISH.say(f"names.item.{item}")[0].isupper() for item in confidence.ITEMS)
