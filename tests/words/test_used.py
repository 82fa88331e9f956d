"""No id without a message, no message that nobody says: by reading scripts, templates and the workshop itself."""

import re
from functools import cache

import pytest

from tests.helpers.tree import files, name, text
from workshop.web.words import PAGES
from workshop.words import Words
from workshop.words.catalogue import messages

AREAS = ("common", "join", "phone", "screen", "console", "office")
QUOTED = re.compile(rf"""(['"`])((?:{"|".join(AREAS)})\.(?:[\w.]|\$\{{[^}}]*\}})+)\1""")
GAP = re.compile(r"\$\{[^}]*\}")
SCRIPTS = files(".js", under="static/js")
PLACES = [*SCRIPTS, *files(".html", under="templates"), *files(".py", under="workshop")]
ROUTES = frozenset({"join.join_page", "join.room_page", "join.look_up", "join.take_seat", "join.leave_seat"})
"""Names of Flask's, which look alike."""


@cache
def ids():
    return [id for id, _ in messages(Words.of("en").tree)]


def named(content):
    """Ids in quotes, each as the pattern of those that it may mean: a value in it is one step of the path."""
    for _, found in QUOTED.findall(content):
        if found not in ROUTES:
            yield found, re.compile(r"[^.]+".join(re.escape(part) for part in GAP.split(found)) + r"(?:\..+)?")


@pytest.mark.parametrize("path", PLACES, ids=name)
def test_whatever_is_said_is_in_the_catalogue(path):
    for found, pattern in named(text(path)):
        assert any(pattern.fullmatch(id) for id in ids()), found


def test_every_message_is_said_somewhere():
    patterns = {pattern for path in PLACES for _, pattern in named(text(path))}
    ours = [id for id in ids() if id.partition(".")[0] in AREAS]
    assert [id for id in ours if not any(pattern.fullmatch(id) for pattern in patterns)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_gets_the_words_of_all_its_modules(page):
    area = Words("en", Words.of("en").area(*PAGES[page]))
    for path in imported(f"static/js/pages/{page}.js"):
        for found, pattern in named(text(path)):
            wanted = {id for id in ids() if pattern.fullmatch(id)}
            assert wanted <= area.ids, f"{name(path)} says {found}"


def imported(entry):
    """A script and all of ours that it needs."""
    known, waiting = {}, [next(path for path in SCRIPTS if name(path) == entry)]
    while waiting:
        path = waiting.pop().resolve()
        if path not in known:
            known[path] = True
            waiting += [path.parent / found for found in re.findall(r"from '(\.[^']+)';", text(path))]
    return list(known)
