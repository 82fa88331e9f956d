"""Every sentence that people read, wherever it is written: scripts, templates, the program's own words, the documents.

What stands in place of a value is `…`. For `tests/promise/test_registry.py`.
"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.tree import ROOT, files

BLOCK = re.compile(r"</?(?:p|h\d|li|dt|dd|div|section|main|td|th|tr|button|label|span|summary|option|small|title|ul)\b[^>]*>")
ENDS = re.compile(r"(?<=[.?!])[”\"]?\s+(?=[“A-Z0-9…*])")
PEOPLE_READ = ("README.md", "CHANGELOG.md", "docs/privacy.md", "docs/reliability.md", "docs/running.md")


def sentences(path: str) -> list[str]:
    """The sentences of one file, in order."""
    text = (ROOT / path).read_text("utf-8")
    read = {".js": _of_script, ".html": _of_template, ".py": _of_program, ".md": _of_document}[Path(path).suffix]
    return [found for piece in read(text) for s in ENDS.split(" ".join(piece.split())) if (found := s.strip())]


def read_in_the_app() -> list[str]:
    """Files whose words people read while they use the workshop; not the words of invented people."""
    found = [
        *files(".js", under="static/js"),
        *files(".html", under="templates"),
        *(p for p in files(".py", under="workshop") if "rehearsal" not in p.parts),
    ]
    return sorted(p.relative_to(ROOT).as_posix() for p in found)


# ---------------------------------------------------------------- scripts


def _of_script(text: str) -> Iterator[str]:
    """Every literal with a space in it; one inside of a template's `${…}` by itself."""
    found: list[str] = []
    _scan(text, 0, "", found)
    yield from (literal for literal in found if " " in literal.strip())


def _scan(text: str, at: int, until: str, found: list[str]) -> int:
    """Code from `at` to the closing bracket `until`; where that ends."""
    before = "("
    while at < len(text):
        char = text[at]
        if char == until:
            return at + 1
        if char == "{" and until:
            at = _scan(text, at + 1, "}", found)
        elif text.startswith("//", at) or text.startswith("/*", at):
            end = text.find("\n" if text[at + 1] == "/" else "*/", at + 2)
            at = len(text) if end < 0 else end + 2 - (text[at + 1] == "/")
        elif char == "/" and before in "(,=:[!&|?{};>":
            at = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/").match(text, at).end()  # type: ignore[union-attr]
        elif char in "'\"`":
            at = _literal(text, at, found)
        else:
            at += 1
        before = char if not char.isspace() else before
    return at


def _literal(text: str, at: int, found: list[str]) -> int:
    quote, said = text[at], ""
    at += 1
    while text[at] != quote:
        if text[at] == "\\":
            said, at = said + text[at + 1], at + 2
        elif quote == "`" and text.startswith("${", at):
            said, at = said + "…", _scan(text, at + 2, "}", found)
        else:
            said, at = said + text[at], at + 1
    found.append(said)
    return at + 1


# ---------------------------------------------------------------- templates, the program, documents


def _of_template(text: str) -> Iterator[str]:
    for literal in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text, flags=re.S):  # words inside of what Jinja works out
        yield from (said for said in re.findall(r'"([^"]* [^"]*)"', literal))
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|<script.*?</script>", " ", text, flags=re.S)
    text = re.sub(r"\{\{.*?\}\}", "…", text, flags=re.S)
    for piece in BLOCK.split(text):
        yield html.unescape(re.sub(r"<[^>]+>", "", piece))


def _of_program(text: str) -> Iterator[str]:
    tree = ast.parse(text)
    silent = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
            yield "".join(p.value if isinstance(p, ast.Constant) else "…" for p in node.values)  # type: ignore[misc]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
            yield node.value


def _of_document(text: str) -> Iterator[str]:
    """Paragraphs, items and cells; no code, and no more of emphasis and links than their words."""
    text = re.sub(r"```.*?```|<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "").replace("`", "")
    for block in re.split(r"\n\s*\n|\n(?=\||#|- |\d+\. )", text):
        if not block.startswith("    "):
            yield from re.sub(r"^(#+|-|\d+\.) ", "", block.strip()).split(" | ")
