"""No id without a message, no message that nobody says: by reading scripts, templates and the workshop itself."""

import re
from functools import cache

import pytest

from tests.helpers.tree import files, name, text
from workshop.web.words import PAGES
from workshop.words import Words
from workshop.words.catalogue import messages

AREAS = ("common", "join", "phone", "screen", "console", "office", "gentler")
SERVERS = ("common", "office", "gentler")
"""What the workshop itself says, of these. Its refusals and names are tested where they are."""
ROUTES = frozenset({"join.join_page", "join.room_page"})
"""Names of Flask's, which look alike."""
SAY = "static/src/shared/ui/say.ts"
HELPERS = {"spelt": "common.number.1", "listed": "common.comma"}
"""What it says itself, for those who ask it to."""
GAP = re.compile(r"\$\{[^}]*\}")
OF_PAGES = ("phone", "screen", "console", "office")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w<])//[^\n]*", re.DOTALL)
SCRIPTS = files(".ts", ".tsx", under="static/src")
PLACES = [*SCRIPTS, *files(".html", under="templates"), *files(".py", under="workshop")]


@cache
def ids():
    return [id for id, _ in messages(Words.of("en").tree)]


@cache
def named(path):
    """Ids in quotes, each as the pattern of those that it may mean: a value in it is one step of the path."""
    content = COMMENT.sub("", text(path)) if path.suffix in (".ts", ".tsx") else text(path)
    areas = SERVERS if path.suffix == ".py" else AREAS
    quoted = re.compile(rf"""(['"`])((?:{"|".join(areas)})\.(?:[\w.]|\$\{{[^}}]*\}})+)\1""")
    found = dict.fromkeys(id for _, id in quoted.findall(content) if id not in ROUTES)
    return [(id, re.compile(r"[^.]+".join(map(re.escape, GAP.split(id))) + r"(?:\..+)?")) for id in found]


@pytest.mark.parametrize("path", PLACES, ids=name)
def test_whatever_is_said_is_in_the_catalogue(path):
    for found, pattern in named(path):
        assert any(pattern.fullmatch(id) for id in ids()), found


def test_every_message_is_said_somewhere():
    patterns = {pattern for path in PLACES for _, pattern in named(path)}
    ours = [id for id in ids() if id.partition(".")[0] in AREAS]
    assert [id for id in ours if not any(pattern.fullmatch(id) for pattern in patterns)] == []


@pytest.mark.parametrize("page", [page for page in PAGES if not page.endswith("-later")])
def test_a_page_gets_the_words_of_all_its_modules(page):
    """What comes with a second file comes beside what the first one has."""
    first = PAGES[page.removesuffix("-later")]
    area = Words("en", Words.of("en").area(*{*first, *PAGES[page]}))
    for path in imported(page):
        for found, pattern in [] if name(path) == SAY else named(path):
            wanted = {id for id in ids() if pattern.fullmatch(id)}
            assert wanted <= area.ids, f"{name(path)} says {found}"
        taken = re.search(r"import \{([^}]*)\} from '[./]*say\.js';", text(path))
        for helper in set(HELPERS) & set(re.findall(r"\w+", taken[1] if taken else "")):
            assert HELPERS[helper] in area.ids, f"{name(path)} uses {helper}"


SECOND = {"room-later": "later"}
"""A page's second file, by the name of its words: a module that the first one only asks for."""
OF_FIRST = {page.removesuffix("-later") for page in SECOND}


def imported(page):
    """A page's script and all of ours that it needs."""
    known, waiting = (
        {},
        [next(path for path in SCRIPTS if path.stem == SECOND.get(page, page) and path.parent.name in OF_PAGES)],
    )
    while waiting:
        path = waiting.pop().resolve()
        if path not in known:
            known[path] = True
            runs = re.sub(r"^import type [^;]*;", "", text(path), flags=re.MULTILINE)
            found = re.findall(r"(?:from|import\() ?'(\.[^']+)'", runs)
            files = [module(path.parent / f) for f in found]
            waiting += [file for file in files if file and not (page in OF_FIRST and file.stem in SECOND.values())]
    return list(known)


def module(path):
    """The file of a module; none for what is no script."""
    return next((file for end in (".ts", ".tsx") if (file := path.with_name(path.name + end)).is_file()), None)
