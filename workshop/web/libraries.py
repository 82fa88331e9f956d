"""The small libraries that every page needs, in one file: smaller together than apart, and one request for five.

They come as others made them (static/vendor/, with checksums), a line each. Each becomes a function that returns what
it exports; the file exports what any of them does. Only the forms that they use are understood; a release of one with
another form is refused when the workshop starts, and so in the tests, rather than sent wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from workshop.web.joined import listing, names_in

IMPORT = re.compile(r"""\bimport\s*\{([^{}]*)\}\s*from\s*"([^"]+)";""")
AGAIN = re.compile(r"""\bexport\s*\{([^{}]*)\}\s*from\s*"([^"]+)";""")
LISTED = re.compile(r"\bexport\s*\{([^{}]*)\};?")
DEFAULT = re.compile(r"\bexport default\s*(?=function\b)")
LEFT = re.compile(r"""\b(?:import|export)\b\s*[\w*{"'(].{,60}""")
MAP = re.compile(r"//# sourceMappingURL=\S*\s*$")


class CannotJoinLibraries(ValueError):
    """A library has a form that is not understood, or two give different things one name."""


def libraries(texts: Mapping[str, str]) -> str:
    """One module with all of `texts` (bare name → text), of which each stands after those that it imports."""
    names = {bare: f"$l{n}" for n, bare in enumerate(texts)}
    bodies, homes = list[str](), dict[str, str]()
    for bare, text in texts.items():
        exports, passed_on = dict[str, str](), set[str]()
        bodies.append(f"const {names[bare]}=(()=>{{{_body(bare, text, names, exports, passed_on)}}})();")
        for name in exports:
            if name in homes and name not in passed_on:
                raise CannotJoinLibraries(f"{bare}: {name} is also of {homes[name]}")
            homes.setdefault(name, bare)
    given = [f"export const{{{_of(bare, homes)}}}={names[bare]};" for bare in texts if _of(bare, homes)]
    default = [f"export default {names[bare]}.default;" for bare in texts if homes.get("default") == bare]
    return "\n".join([*bodies, *given, *default, ""])


def _of(bare: str, homes: Mapping[str, str]) -> str:
    return ",".join(name for name, home in homes.items() if home == bare and name != "default")


def _body(bare: str, text: str, names: Mapping[str, str], exports: dict[str, str], passed_on: set[str]) -> str:
    """What a library does, ending with the return of what it exports. `exports` and `passed_on` fill."""

    def imported(found: re.Match[str]) -> str:
        return f"const{{{listing(names_in(found[1]))}}}={names[found[2]]};"

    def again(found: re.Match[str]) -> str:
        passed_on.update(new for _, new in names_in(found[1]))
        exports.update((new, f"{names[found[2]]}.{old}") for old, new in names_in(found[1]))
        return ""

    def listed(found: re.Match[str]) -> str:
        exports.update((new, old) for old, new in names_in(found[1]))
        return ""

    text = IMPORT.sub(imported, AGAIN.sub(again, MAP.sub("", text)))
    text, defaults = DEFAULT.subn("const $default=", LISTED.sub(listed, text))
    if defaults:
        exports["default"] = "$default"
    if strange := LEFT.search(text):
        raise CannotJoinLibraries(f"{bare}: {strange.group()}")
    return f"{text.strip()}\nreturn{{{listing(exports.items())}}}"
