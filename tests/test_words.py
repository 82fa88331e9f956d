"""What no file may contain: markup from text, inline code, other people's addresses, words that judge."""

import json
import re
from pathlib import Path

import pytest

from tests.helpers.tree import ROOT, all_files, files, name, text

TEMPLATES = [*files(".html", under="templates"), *files(".html", under="workshop/outputs/templates")]
MARKUP = re.compile(
    r"""\.(inner|outer)HTML\b|\[['"](inner|outer)HTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write"""
)
INLINE = {
    "a script without src": re.compile(r"<script(?![^>]*\b(?:src=|type=.(?:application/json)\b))[^>]*>", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "an event handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b"),
}
# Markup that is ours from end to end: no text of a person, a scenario or a setting is in it.
OUR_MARKUP = "<style>\n{{ style }}\n</style>"
# Written in pieces, so that this file does not contain them either.
ELSEWHERE = re.compile(
    "|".join(
        [
            r"\.\./" + r"shared(?!/(?:live|strip|ui)/)",  # of static/src
            r"(?<![\w.-])/" + "work/",
            re.escape("pyp" + "i.org"),
            re.escape("python" + "hosted.org"),
            re.escape("registry.npm" + "js"),
            re.escape("npm" + "js.org"),
            re.escape("deb." + "debian.org"),
            "/opt/py" + "pi",
        ]
    )
)
JUDGING = re.compile(
    r"\b(consensus reached|abusers?|correct answers?|wrong answers?|offenders?|perpetrators?)\b", re.IGNORECASE
)


@pytest.mark.parametrize("path", [*files(".ts", ".tsx", under="static/src"), *TEMPLATES], ids=name)
def test_text_never_becomes_markup(path):
    assert not MARKUP.search(text(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
@pytest.mark.parametrize("what", INLINE)
def test_templates_have_nothing_inline(path, what):
    found = INLINE[what].search(text(path).replace(OUR_MARKUP, ""))
    assert not found, f"{what}: {found.group()[:80]}"


@pytest.mark.parametrize("path", all_files(), ids=name)
def test_the_project_stands_alone(path):
    found = ELSEWHERE.search(text(path))
    assert not found, f"{name(path)} mentions {found.group()}"


def said(path: Path) -> str:
    """What a file says; but not what other wordings are offered for, which it has to name."""
    if path.relative_to(ROOT).parts[0] != "words":
        return text(path)
    words = json.loads(text(path))
    for prompt in words.get("gentler", {}).get("prompts", {}).values():
        for named in ("forms", "but"):
            prompt.pop(named, None)
    return json.dumps(words, ensure_ascii=False)


@pytest.mark.parametrize(
    "path",
    [p for p in all_files() if p.relative_to(ROOT).parts[0] in {"templates", "static", "scenarios", "words"}],
    ids=name,
)
def test_no_word_judges_a_person_or_an_answer(path):
    found = JUDGING.search(said(path))
    assert not found, f"{name(path)} says {found.group()!r}"


@pytest.mark.parametrize(
    ("pattern", "caught", "passed"),
    [
        (MARKUP, "node.innerHTML = text", "// nothing sets innerHTML"),
        (INLINE["a script without src"], "<script>x</script>", '<script type="module" src="/a.js"></script>'),
        (INLINE["a script without src"], '<script type="text/x">', '<script type="application/json" id="d">'),
        (INLINE["a script without src"], '<script nonce="1">', '<script type="module" src="/a.js"></script>'),
        (INLINE["an event handler"], '<a class="x" onclick="y()">', "<p>turn it on = now</p>"),
        (INLINE["a style attribute"], '<p style="x">', '<link rel="stylesheet">'),
        (INLINE["unescaped text"], "{{ x|safe }}", "safeguarding | safely"),
        (ELSEWHERE, "see .." + "/shared/x", "a shared explanation"),
        (ELSEWHERE, "in /work" + "/main", "static/work/"),
        (JUDGING, "Abusers", "Disabuse"),
    ],
)
def test_the_patterns_catch_what_they_should(pattern, caught, passed):
    assert pattern.search(caught)
    assert not pattern.search(passed)
