"""A page's own modules in one file, joined when the workshop starts: one request on a bad network instead of forty.

There is no build: the modules stay as they are, are served as they are, and are what the JavaScript tests read. Each
becomes a function that returns what others ask of it, in an order in which everything stands after what it needs. A
name that means one thing wherever it stands is known to all of them, and need not be handed to each. The libraries
stay modules of their own. Only the forms that our modules use are understood (one import or export
a line); any other is refused at the start rather than sent wrong.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from workshop.web.lean import in_few_lines

IMPORT = re.compile(r"^import ?(?:\{([^}]*)\}|\* ?as (\w+)|(\w+)) ?from ?'([^']+)';$", re.MULTILINE)
AGAIN = re.compile(r"^export ?\{([^}]*)\} ?from ?'([^']+)';$", re.MULTILINE)
LISTED = re.compile(r"^export ?\{([^}]*)\};$", re.MULTILINE)
DECLARED = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
UNKNOWN = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)

WORD = re.compile(r"(?<![.\w$])[\w$]+")
"""Whatever may be a name by itself, in a string too: to see one too many is safe."""


class CannotJoin(ValueError):
    """A module has a form that is not understood, or modules need each other in a circle."""


def joined(entry: str, text_of: Callable[[str], str], libraries: Mapping[str, str]) -> str:
    """One module with `entry` and all of ours that it needs. `text_of(path)` is a module as it travels."""
    order = _order(entry, text_of, libraries)
    texts = {path: text_of(path) for path in order}
    asked = _asked(texts)
    page = _Page(texts, order, libraries, asked, _known(texts, asked))
    bodies = [page.as_function(path) for path in order]
    head = [f"import * as {name} from '{library}';" for library, name in page.libs.items()]
    return "\n".join([*head, *bodies, ""])


@dataclass(frozen=True)
class _Page:
    """Modules in order (path → text, path → its name), what is asked of each, what all of them know (name → path)."""

    texts: Mapping[str, str]
    order: Mapping[str, str]
    libraries: Mapping[str, str]
    asked: Mapping[str, frozenset[str]]
    known: Mapping[str, str]
    libs: dict[str, str] = field(default_factory=dict[str, str])
    """Library → the name that it got, as they are met."""

    def as_function(self, path: str) -> str:
        """`const $m3=(()=>{…return{what:it,exports};})();`"""
        exports: dict[str, str] = {}

        def again(found: re.Match[str]) -> str:
            exports.update((new, f"{self._module(path, found[2])}.{old}") for old, new in names_in(found[1]))
            return ""

        def listed(found: re.Match[str]) -> str:
            exports.update((new, old) for old, new in names_in(found[1]))
            return ""

        def declared(found: re.Match[str]) -> str:
            exports[found[1]] = found[1]
            return ""

        text = IMPORT.sub(lambda found: self._imported(path, found), self.texts[path])
        body = DECLARED.sub(declared, LISTED.sub(listed, AGAIN.sub(again, text)))
        if strange := UNKNOWN.search(body):
            raise CannotJoin(f"{path}: {strange.group()[:80]}")
        wanted = {name: value for name, value in exports.items() if {name, "*"} & self.asked[path]}
        return self._handing_out(path, in_few_lines(body).strip("\n"), wanted)

    def _handing_out(self, path: str, body: str, exports: Mapping[str, str]) -> str:
        """The function that runs `body`, and before it what takes `exports` (name → value) from it."""
        function = f"(()=>{{{body}\nreturn{{{listing(exports.items())}}}}})();"
        known = ",".join(n for n in exports if self.known.get(n) == path)
        if exports and all(self.known.get(n) == path for n in exports):
            return f"const{{{known}}}={function}"
        return f"const {self.order[path]}={function}" + (f"\nconst{{{known}}}={self.order[path]};" if known else "")

    def _imported(self, path: str, found: re.Match[str]) -> str:
        names, everything, default, source = found.groups()
        if names is None:
            value = self._module(path, source)
            return f"const {everything}={value};" if everything else f"const {default}={value}.default;"
        home = _beside(path, source)
        needed = [(old, new) for old, new in names_in(names) if old != new or self.known.get(old) != home]
        return f"const{{{listing(needed)}}}={self._module(path, source)};" if needed else ""

    def _module(self, path: str, source: str) -> str:
        """The name that stands for what `path` calls `source`."""
        if source in self.libraries:
            return self.libs.setdefault(source, f"$l{len(self.libs)}")
        return self.order[_beside(path, source)]


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


def _asked(texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Path → the names that other modules take from it, "*" for all."""
    asked: dict[str, set[str]] = {path: set() for path in texts}
    for path, text in texts.items():
        taken = [(m[4], names_in(m[1]) if m[1] is not None else [("*", "*")]) for m in IMPORT.finditer(text)]
        for source, pairs in [*taken, *((m[2], names_in(m[1])) for m in AGAIN.finditer(text))]:
            asked.get(_beside(path, source), set()).update(old for old, _ in pairs)
    return {path: frozenset(names) for path, names in asked.items()}


def _known(texts: Mapping[str, str], asked: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Name → the module that it comes from, where no module uses the name for anything else, not even in a string."""
    used = {path: set(WORD.findall(IMPORT.sub("", text))) for path, text in texts.items()}
    takes = {
        path: [(old, new, _beside(path, m[4])) for m in IMPORT.finditer(text) for old, new in names_in(m[1] or "")]
        for path, text in texts.items()
    }

    def means_it(path: str, name: str, home: str) -> bool:
        taken = {pair for pair in takes[path] if name in pair[:2]}
        return path == home or taken == {(name, name, home)} or (not taken and name not in used[path])

    return {
        name: home
        for home in texts
        for name in asked[home] - {"*"}
        if all(means_it(path, name, home) for path in texts)
    }


def names_in(listed: str) -> list[tuple[str, str]]:
    """(name inside, name outside) of `a, b as c`."""
    pairs = [part.split(" as ") for part in listed.replace("\n", " ").split(",") if part.strip()]
    return [(pair[0].strip(), pair[-1].strip()) for pair in pairs]


def listing(pairs: Iterable[tuple[str, str]]) -> str:
    """`a,b:c` of (a, a) and (b, c): what an object takes, and what is taken from one."""
    return ",".join(name if name == value else f"{name}:{value}" for name, value in pairs)


def _beside(path: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
