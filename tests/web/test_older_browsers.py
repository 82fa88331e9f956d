"""Scripts and sheets as browsers of some years ago read them: one thing that they cannot read, and a page is blank.

The oldest that is meant is Safari 15.4 of spring 2022, which iPhones since the 6s can have.
"""

import re

import pytest

from tests.helpers.tree import ROOT, files, name

TOO_NEW = {
    "a look behind in a regular expression (Safari 16.4)": re.compile(r"\(\?<[=!]"),
    "flag v of a regular expression (Safari 17)": re.compile(r"/[dgimsuy]*v[dgimsuy]*(?=[.,;)\]])"),
    "a static block (Safari 16.4)": re.compile(r"\bstatic\s*\{"),
    "a copy of a list, changed (Safari 16)": re.compile(r"\.(?:toSorted|toReversed|toSpliced|with)\("),
    "groups (Safari 17.4)": re.compile(r"\b(?:Object|Map)\.groupBy\b"),
    "a promise from outside (Safari 17.4)": re.compile(r"\bPromise\.(?:withResolvers|try)\b"),
    "a signal that runs out (Safari 16)": re.compile(r"\bAbortSignal\.(?:timeout|any)\b"),
    "methods of sets (Safari 17)": re.compile(r"\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\("),
    "methods of iterators (Safari 18.4)": re.compile(r"\.(?:keys|values|entries)\(\)\.(?:map|filter|some|toArray)\("),
    "a module's kind (Safari 17.2)": re.compile(r"\bimport\b[^;]*\bwith\s*\{"),
    "an import map (Safari 16.4)": re.compile(r"importmap"),
}
BUILT = sorted((ROOT / "static" / "built").glob("*.js"))
SENT = [*BUILT, *files(".html", under="templates")]


def test_every_page_has_a_script_that_is_looked_at():
    assert {path.stem for path in BUILT} >= {"join", "room", "console", "screen", "home"}


@pytest.mark.parametrize("path", SENT, ids=name)
def test_nothing_that_is_sent_is_newer_than_the_oldest_browser_that_is_meant(path):
    found = [what for what, pattern in TOO_NEW.items() if pattern.search(path.read_text("utf-8"))]
    assert not found, name(path)


@pytest.mark.parametrize(
    "line",
    [
        "/(?<![\\d.])0/", "x.toSorted()", "class A{static{}}", "Object.groupBy(a,b)", "Promise.withResolvers()",
        "AbortSignal.timeout(5)", "map.values().map(f)", "a.isSubsetOf(b)",
        '<script type="importmap">', "/[a]/v.test(b)",
    ],
)  # fmt: skip
def test_what_is_too_new_is_seen(line):
    assert any(pattern.search(line) for pattern in TOO_NEW.values())


def test_pages_say_what_to_do_where_scripts_do_not_run_at_all():
    layout = (ROOT / "templates/layout.html").read_text("utf-8")
    assert "<noscript>" in layout and "_unstarted.html" in layout
