"""A page's own modules in one file, joined when the workshop starts: one request on a bad network instead of forty.

There is no build: the modules stay as they are, are served as they are, and are what the JavaScript tests read. Each
becomes a function that returns what it exports, in an order in which everything stands after what it needs. The
libraries stay modules of their own, by the import map. Only the forms that our modules use are understood (one import
or export a line); any other is refused at the start rather than sent wrong.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

IMPORT = re.compile(r"^import ?(?:\{([^}]*)\}|\* ?as (\w+)|(\w+)) ?from ?'([^']+)';$", re.MULTILINE)
AGAIN = re.compile(r"^export ?\{([^}]*)\} ?from ?'([^']+)';$", re.MULTILINE)
LISTED = re.compile(r"^export ?\{([^}]*)\};$", re.MULTILINE)
DECLARED = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
UNKNOWN = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class CannotJoin(ValueError):
    """A module has a form that is not understood, or modules need each other in a circle."""


def joined(entry: str, text_of: Callable[[str], str], libraries: Mapping[str, str]) -> str:
    """One module with `entry` and all of ours that it needs. `text_of(path)` is a module as it travels."""
    order, libs = _order(entry, text_of, libraries), dict[str, str]()
    bodies = [_as_function(path, text_of(path), order, libraries, libs) for path in order]
    head = [f"import * as {name} from '{library}';" for library, name in libs.items()]
    return "\n".join([*head, *bodies, ""])


def _order(entry: str, text_of: Callable[[str], str], libraries: Mapping[str, str]) -> dict[str, str]:
    """Path → name of every module, each after what it needs. Raises CannotJoin on a circle."""
    done: dict[str, str] = {}

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise CannotJoin(f"{' → '.join([*above, path])}: a circle")
        if path in done:
            return
        for source in _sources(text_of(path)):
            if source not in libraries:
                visit(_beside(path, source), (*above, path))
        done[path] = f"$m{len(done)}"

    visit(entry, ())
    return done


def _sources(text: str) -> list[str]:
    return [m[4] for m in IMPORT.finditer(text)] + [m[2] for m in AGAIN.finditer(text)]


def _as_function(
    path: str, text: str, order: Mapping[str, str], libraries: Mapping[str, str], libs: dict[str, str]
) -> str:
    """`const $m3=(()=>{…return{what:it,exports};})();`"""
    exports: list[str] = []

    def module(source: str) -> str:
        return libs.setdefault(source, f"$l{len(libs)}") if source in libraries else order[_beside(path, source)]

    def imported(found: re.Match[str]) -> str:
        names, everything, default, source = found.groups()
        if names is not None:
            return f"const{{{_pairs(names)}}}={module(source)};"
        return f"const {everything}={module(source)};" if everything else f"const {default}={module(source)}.default;"

    def again(found: re.Match[str]) -> str:
        exports.extend(f"{new}:{module(found[2])}.{old}" for old, new in _names(found[1]))
        return ""

    def listed(found: re.Match[str]) -> str:
        exports.extend(old if old == new else f"{new}:{old}" for old, new in _names(found[1]))
        return ""

    def declared(found: re.Match[str]) -> str:
        exports.append(found[1])
        return ""

    body = DECLARED.sub(declared, LISTED.sub(listed, AGAIN.sub(again, IMPORT.sub(imported, text))))
    if strange := UNKNOWN.search(body):
        raise CannotJoin(f"{path}: {strange.group()[:80]}")
    kept = "\n".join(line for line in body.split("\n") if line)
    return f"const {order[path]}=(()=>{{\n{kept}\nreturn{{{','.join(exports)}}};\n}})();"


def _names(listed: str) -> list[tuple[str, str]]:
    """(name inside, name outside) of `a, b as c`."""
    pairs = [part.split(" as ") for part in listed.replace("\n", " ").split(",") if part.strip()]
    return [(pair[0].strip(), pair[-1].strip()) for pair in pairs]


def _pairs(listed: str) -> str:
    """`a, b as c` as a pattern takes it: `a,b:c`."""
    return ",".join(old if old == new else f"{old}:{new}" for old, new in _names(listed))


def _beside(path: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
