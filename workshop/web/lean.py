"""Our own files as they travel: without the comments and the spaces that are for readers of the source.

There is no build, so nothing here may change what a file does. A script also keeps its lines, so that a fault that a
browser reports can be found, and so that a statement still ends where its line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CSS_COMMENT = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/""", re.DOTALL)
_CSS_SPACE = re.compile(r"""("[^"]*"|'[^']*')|\s*(?:;\s*)?(\})\s*|\s*([{;,])\s*|(:)\s+|\s+""")
_JS = re.compile(
    r"""(?P<space>[^\S\n]+) | (?P<line>\n) | (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*") | (?P<word>[\w$\#]+)
    | (?P<regex>/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*) | (?P<sign>\+\+|--|.)""",
    re.VERBOSE | re.DOTALL,
)
_TEXT = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
"""What stands in a template until it ends, or until an expression begins."""
_VALUE_FOLLOWS = frozenset(
    ["await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void"]
)
"""After one of these, or after a sign that closes nothing, a slash begins a regular expression."""
_CLOSING = frozenset([")", "]", "}", "++", "--"])

_OPEN = frozenset(["\n", ";", ",", "{", "(", "["])
"""After one of these, the end of a line means no more than a space."""


class NotUnderstood(ValueError):
    """A script has something that begins and does not end."""


def lean_css(css: str) -> str:
    """Without comments and needless spaces, one rule a line."""
    bare = _CSS_COMMENT.sub(lambda found: found[1] or " ", css)
    return _CSS_SPACE.sub(_css, bare).strip()


def lean_js(js: str) -> str:
    """Without comments and needless spaces; every line stays where it is. Raises NotUnderstood.

    Templates are kept to the letter, but for what stands in their `${…}`.
    """
    kept: list[str] = []
    before, gap = "\n", False
    for kind, text in _tokens(js):
        if kind in ("line", "comment") and "\n" in text:
            kept.append("\n" * text.count("\n"))
            before, gap = "\n", False
        elif kind in ("space", "comment"):
            gap = True
        else:
            kept.append(f" {text}" if gap and _apart(before, text) else text)
            before, gap = text, False
    return "".join(kept)


def in_few_lines(js: str) -> str:
    """A script that lean_js made, without the ends of line that end nothing: those after `;`, `,` and what opens."""
    kept: list[str] = []
    for kind, text in _tokens(js):
        if kind != "line" or not kept or kept[-1] not in _OPEN:
            kept.append(text)
    return "".join(kept)


def _css(found: re.Match[str]) -> str:
    string, end, sign, colon = found.groups()
    return f"{end}\n" if end else string or sign or colon or " "


def _apart(before: str, after: str) -> bool:
    """Whether two tokens would mean something else without a space between them."""
    a, b = before[-1], after[0]
    if _wordy(b) and (_wordy(a) or (a == "/" and len(before) > 1)):  # words; flags of a regular expression
        return True
    return (a == b and a in "+-/") or (b == "." and before.isdigit())


def _wordy(character: str) -> bool:
    return character.isalnum() or character in "_$#"


def _tokens(js: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of everything in a script, in order; a template in pieces that end where its expressions begin."""
    at, last = 0, ""
    within: list[int] = []  # for each ${ that is open: how many braces are open in it
    while at < len(js):
        found = _JS.match(js, at)
        kind, text = (found.lastgroup or "", found[0]) if found else ("", js[at])
        if kind == "regex" and not _value_follows(last):
            kind, text = "sign", "/"
        if kind == "sign" and (text == "`" or (text == "}" and within and within[-1] == 0)):
            kind, text = "template", _piece(js, at)
            if js[at] == "}":
                within.pop()
            if text.endswith("${"):
                within.append(0)
        elif kind == "sign" and within and text in "{}":
            within[-1] += 1 if text == "{" else -1
        yield kind, text
        at += len(text)
        last = last if kind in ("space", "line", "comment") else text
    if within:
        raise NotUnderstood("a template does not end")


def _piece(js: str, at: int) -> str:
    """A template from its backtick, or from the brace that ends an expression, to the next of either."""
    if not (rest := _TEXT.match(js, at + 1)):
        raise NotUnderstood(f"a template does not end: {js[at : at + 60]}")
    return js[at] + rest[0]


def _value_follows(last: str) -> bool:
    """Whether a value may follow this token, so that a slash begins one instead of dividing."""
    if not last or last in _VALUE_FOLLOWS:
        return True
    return not (_wordy(last[-1]) or last in _CLOSING or last[-1] in "'\"`" or (last[0] == "/" and len(last) > 1))
