"""Every sentence that people read, wherever it is written: the catalogue, scripts, templates, the program, documents.

What stands in place of a value is `…`. For `tests/promise/test_registry.py`.
"""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.scripts import literals
from tests.helpers.tree import ROOT, files
from workshop.words.catalogue import PLACEHOLDER, messages, texts

ROOMS = ("activities", "domain", "drawing", "outputs", "realtime", "service", "web")
"""Of the program: what delegates, facilitators and reviewers are told. The others speak to whoever runs it."""
CATALOGUE = "words/en.json"
DOCUMENTS = ("README.md", "CHANGELOG.md", "docs/privacy.md", "docs/reliability.md", "docs/running.md")
ENDS = re.compile(r"(?<=[.?!])[”\"]?\s+(?=[“(A-Z0-9…])")
CODE = re.compile(r"[{}]|-src '|'none'|^only light$")
"""Style sheets and policies."""
INLINE = re.compile(r"</?(?:a|b|i|em|strong|code|q)\b[^>]*>")
BETWEEN = re.compile(r"(?<=[>}])[^<>{}]+(?=[<{])")
OF_CODE = re.compile(r"[=;()\[\]|&`<>]|\w:|\?\.| [?:] ")


def read_in_the_app() -> list[str]:
    """Files whose words people read while they use the workshop."""
    program = (p for room in ROOMS for p in files(".py", under=f"workshop/{room}"))
    found = [*files(".ts", ".tsx", under="static/src"), *files(".html", under="templates"), *program]
    return [CATALOGUE, *sorted(p.relative_to(ROOT).as_posix() for p in found)]


def sentences(path: str) -> list[str]:
    """The sentences of one file, in order."""
    return list(split(Path(path).suffix, (ROOT / path).read_text("utf-8")))


def split(kind: str, text: str) -> Iterator[str]:
    """The sentences of a text in a file of this kind: `.json` (a catalogue), `.ts`, `.tsx`, `.html`, `.py`, `.md`."""
    pieces = KINDS[kind](text)
    for piece in pieces:
        flat = " ".join(piece.split())
        if kind == ".md" or not CODE.search(flat):
            yield from (found for s in ENDS.split(flat) if (found := s.strip(" |")))


def _of_catalogue(text: str) -> Iterator[str]:
    for _, message in messages(json.loads(text)):
        yield from (PLACEHOLDER.sub("…", line) for line in texts(message))


def _of_script(text: str) -> Iterator[str]:
    """Literals, and what stands between the tags and values of a view; classes are no words."""
    text = re.sub(r'\bclass="[^"]*"', "", text)
    yield from (literal for literal in literals(text) if " " in literal.strip())
    bare = INLINE.sub("", re.sub(r"/\*.*?\*/|(?<![:\w])//[^\n]*|=>", "", text, flags=re.S))
    yield from (said for said in BETWEEN.findall(bare) if " " in said.strip() and not OF_CODE.search(said))


def _of_template(text: str) -> Iterator[str]:
    """What stands there, and the words inside of what Jinja works out."""
    for said in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text, flags=re.S):
        yield from re.findall(r'"([^"]* [^"]*)"', said)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|<script.*?</script>", " ", text, flags=re.S)
    yield from _of_markup(re.sub(r"\{\{.*?\}\}", "…", text, flags=re.S))


def _of_markup(text: str) -> Iterator[str]:
    """Words between tags that begin a block; others (bold, a link) are part of their sentence."""
    for piece in re.split(r"<[^>]*>", INLINE.sub("", text)):
        yield html.unescape(piece)


def _of_program(text: str) -> Iterator[str]:
    tree = ast.parse(text)
    silent = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
            whole = "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in node.values)
            yield from (whole,) if " " in whole.strip() else ()
        elif id(node) not in silent and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (node.value,) if " " in node.value.strip() else ()


def _of_document(text: str) -> Iterator[str]:
    """Paragraphs, items and cells; no code, and no more of emphasis and links than their words."""
    text = re.sub(r"```.*?```|<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "").replace("`", "")
    for block in re.split(r"\n\s*\n|\n(?=\||#|- |\d+\. )", text):
        if not block.startswith("    "):
            yield from re.sub(r"^(#+|-|\d+\.) ", "", block.strip()).split(" | ")


KINDS = {
    ".json": _of_catalogue,
    ".ts": _of_script,
    ".tsx": _of_script,
    ".html": _of_template,
    ".py": _of_program,
    ".md": _of_document,
}
