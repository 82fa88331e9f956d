"""The shape of the house: sets are complete, rooms are mirrored, nothing is longer than one can hold in the head."""

import ast
import sys

import pytest

from tests.helpers.tree import ROOT, all_files, files, name, parsed, text
from workshop.activities import registry
from workshop.activities.registry import BY_NAME
from workshop.cli import COMMANDS

LONGEST_FUNCTION = 40
LONGEST_FILE = 250
SHORT_ENOUGH_TO_GO_UNTESTED = 15

# Why a module with functions in it has no test file of its own.
TESTED_ELSEWHERE: dict[str, str] = {
    "workshop/activities/wordings.py": "test_formulation_support.py and test_plan.py have words back through commands",
}


def activities():
    """Name to file of every activity: a module of workshop/activities that says `ACTIVITY = ...`."""
    found = {}
    for path in files(".py", under="workshop/activities"):
        targets = [node for node in parsed(path).body if isinstance(node, ast.Assign | ast.AnnAssign)]
        names = {n.id for node in targets for n in ast.walk(node) if isinstance(n, ast.Name)}
        if "ACTIVITY" in names and path.stem not in {"registry", "__init__"}:
            found[path.stem.rstrip("_")] = path
    return found


VIEWS = {"delegate": "static/src/phone", "facilitator": "static/src/console", "screen": "static/src/screen"}
"""Where an audience's views of activities lie."""


def view(audience, activity):
    """The file of an audience's view of an activity; it may hand on another's, and then draws nothing itself."""
    path = ROOT / VIEWS[audience] / f"{activity}.tsx"
    return next((file for file in (path, path.with_suffix(".ts")) if file.is_file()), None)


@pytest.mark.parametrize("activity", activities())
def test_an_activity_is_a_complete_set(activity):
    """An audience without a view is named in the manifest, and then has no file: no stub stands for it."""
    without = BY_NAME[activity].without_view
    wanted = [f"tests/activities/test_{activity}.py", f"tests/messages/{activity}.json"]
    missing = [path for path in wanted if not (ROOT / path).is_file()]
    missing += [f"{VIEWS[a]}/{activity}.tsx" for a in VIEWS if a not in without and not view(a, activity)]
    assert not missing, f"the activity {activity} lacks {', '.join(missing)}"
    needless = [name(path) for a in without if (path := view(a, activity))]
    assert not needless, f"the manifest of {activity} says that there is no {', '.join(needless)}"


# Rooms that know activities by name on purpose: the one door out, which has chapters for some (docs/decisions/016), and
# clients, which do in each step what they do there: simulated delegates, the demonstration, the page of the protocol.
MAY_NAME_THEM = {"activities", "outputs", "rehearsal", "cli"}
# The same word for another thing.
HOMONYMS = {
    "workshop/casebook/cautions.py": {"answers"},  # a field of new information
    "workshop/casebook/models.py": {"plan"},  # what new information may change
    "workshop/casebook/recognisable.py": {"formulation", "words"},  # fields of a case study
    "workshop/casebook/rules.py": {"notes"},  # of a card, for the facilitator
    "workshop/casebook/shelf.py": {"formulation"},  # shared/formulation.yaml
    "workshop/casebook/upgrade.py": {"answers"},  # a field of new information
    "workshop/domain/confidence.py": {"plan"},  # an item
    "workshop/domain/reflection.py": {"formulation"},  # a need
    "workshop/domain/wordings.py": {"words"},  # a field of what was written over
    "workshop/record/sessions.py": {"links"},  # a column
    "workshop/web/facilitate.py": {"links"},  # addresses of pages
    "workshop/web/rate_limits.py": {"seats"},  # what is counted of one browser
    "workshop/web/words.py": {"words"},  # a folder
    "workshop/words/catalogue.py": {"words"},  # the same
}


def activities_words():
    """Names that only activities may say: theirs, their collections', their parts'."""
    parts = {p.name for a in BY_NAME.values() for p in (*a.parts, *a.own)} | {"notes_private"}
    return {*BY_NAME, *registry.COLLECTIONS, *parts}


def said_of_activities(path):
    """String literals of a module, but for docstrings, that are such a name, or the name of one round's collection."""
    tree = parsed(path)
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return {n.value.rstrip(".:") for n in texts if id(n) not in documented} & activities_words()


@pytest.mark.parametrize(
    "path", [p for p in files(".py", under="workshop") if p.relative_to(ROOT).parts[1] not in MAY_NAME_THEM], ids=name
)
def test_no_other_room_names_an_activity_or_a_collection(path):
    """It asks the registry: else a new activity costs a change there, which can be forgotten."""
    if "migrations" in path.parts:
        return  # what tables were called then
    assert said_of_activities(path) == HOMONYMS.get(name(path), set())


def test_every_activity_is_in_the_list_and_the_list_names_no_other():
    listed = [activity.name for activity in registry.ACTIVITIES]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(activities())


def test_every_folder_of_views_belongs_to_an_activity():
    """What an audience has besides lies beside them; a view that needs several files has a folder of its name."""
    folders = [path for views in VIEWS.values() for path in (ROOT / views).iterdir() if path.is_dir()]
    assert folders and {path.name for path in folders} <= set(activities())


@pytest.mark.parametrize("path", files(".py", under="workshop"), ids=name)
def test_every_module_is_mirrored_by_a_test(path):
    short = len(text(path).splitlines()) <= SHORT_ENOUGH_TO_GO_UNTESTED
    if short or declares_only(path) or name(path) in TESTED_ELSEWHERE:
        return
    if "migrations" in path.parts:
        return  # tests/record runs them all, up and down, on both engines
    folder = ROOT / "tests" / path.parent.relative_to(ROOT / "workshop")
    words = path.stem.strip("_").split("_")
    # board_parts.py may share test_board.py: a file split for its length keeps its tests.
    tests = [folder / f"test_{'_'.join(words[: n + 1])}.py" for n in range(len(words))]
    assert any(test.is_file() for test in tests), f"{name(path)} has no {name(tests[-1])}"


def declares_only(path):
    """Whether a module holds types and constants only: no function does anything."""
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return all(
        isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) for f in functions for line in f.body
    )


def test_every_exception_is_still_needed():
    gone = [path for path in TESTED_ELSEWHERE if not (ROOT / path).is_file()]
    assert not gone, f"take off the list: {gone}"


@pytest.mark.parametrize("path", files(".py", ".js", ".mjs"), ids=name)
def test_no_file_is_longer_than_one_can_read(path):
    assert len(text(path).splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", files(".py"), ids=name)
def test_no_function_is_longer_than_a_screen(path):
    long = {
        f"{node.name} (line {node.lineno})": length(node)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LONGEST_FUNCTION
    }
    assert not long, f"{name(path)}: lines without the docstring: {long}"


def length(function):
    """Lines of a function, without its decorators and docstring."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno - first.lineno + 1) if documented else 0
    return function.end_lineno - function.lineno + 1 - docstring


@pytest.mark.parametrize(
    "path", [p for room in ("domain", "drawing") for p in files(".py", under=f"workshop/{room}")], ids=name
)
def test_domain_and_drawing_need_the_standard_library_only(path):
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            roots = {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: name the whole module"
            roots = {node.module.partition(".")[0]}
        else:
            continue
        assert roots <= sys.stdlib_module_names | {"workshop"}, f"{name(path)}, line {node.lineno}"


def test_every_module_of_the_command_line_is_listed():
    modules = {
        path.stem
        for path in files(".py", under="workshop/cli")
        if any(isinstance(node, ast.FunctionDef) and node.name == "command" for node in parsed(path).body)
    }
    assert modules <= {name.replace("-", "_") for name in COMMANDS}


def test_every_room_says_what_belongs_there():
    rooms = [path for path in all_files() if path.name == "__init__.py" and path.parent.parent.name == "workshop"]
    silent = [name(path) for path in rooms if not ast.get_docstring(parsed(path))]
    assert not silent
