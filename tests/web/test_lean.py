"""What travels does what the source does, on the same lines."""

import shutil
import subprocess

import pytest

from tests.helpers.node import NODE
from tests.helpers.tree import ROOT
from workshop.web.lean import NotUnderstood, in_few_lines, lean_css, lean_js


def test_comments_go_and_lines_keep_their_numbers():
    source = "// head\n/** Adds.\n * @param {number} a */\nexport const one = 1; // goes\n  /* gone */\nconst two = 2;"
    assert lean_js(source) == "\n\n\nexport const one=1;\n\nconst two=2;"


def test_code_beside_a_comment_on_the_same_line_stays():
    source = "/** @type {number[]} */ const found = [];\n/* a */ const b = 1; /* c */\nreturn/* d */found"
    assert lean_js(source) == "const found=[];\nconst b=1;\nreturn found"


@pytest.mark.parametrize(
    "source",
    [
        "const text = `\n// not a comment\n  /* nor this */\n`;",
        "'// a  b'",
        '"it\'s /* c */ \\" // d"',
        "a.replace(/[/*] '\\/ *\"/g, `  `)",
        "`a  ${`b  ${{ c: 1 }.c}  // d`}  }  \\` ${e}`",
    ],
)
def test_what_only_looks_like_a_comment_or_a_space_stays(source):
    kept = source.replace("text = ", "text=").replace(", ", ",").replace("{ c: 1 }", "{c:1}")
    assert lean_js(source) == kept


@pytest.mark.parametrize(
    ("source", "lean"),
    [
        ("a + +b - -c + ++d", "a+ +b- -c+ ++d"),
        ("a / b / c", "a/b/c"),
        ("a++ / b / c", "a++/b/c"),
        ("x / /y/.z", "x/ /y/.z"),
        ("/y/ in z", "/y/ in z"),
        ("return /  /.test(a)", "return/  /.test(a)"),
        ("1 .toFixed() + 1.5", "1 .toFixed()+1.5"),
        ("typeof $a in _b", "typeof $a in _b"),
        ("class A { #b = 1; static c = (d) => #b in d }", "class A{#b=1;static c=(d)=>#b in d}"),
        ("a ? .5 : é", "a?.5:é"),
        ("return\n  a", "return\na"),
    ],
)
def test_spaces_stay_only_where_they_mean_something(source, lean):
    assert lean_js(source) == lean


@pytest.mark.parametrize("source", ["`a", "`${a", "`${{}`"])
def test_a_template_that_does_not_end_is_refused(source):
    with pytest.raises(NotUnderstood):
        lean_js(source)


@pytest.mark.parametrize(
    ("source", "few"),
    [
        ("const a={\nb:1,\n\nc:[\n2]};\nf(\na)\n\ng()", "const a={b:1,c:[2]};f(a)\ng()"),
        ("a\n++b", "a\n++b"),
        ("return\na", "return\na"),
        ("html`a,\n  ${b({\nc})};\n d`", "html`a,\n  ${b({c})};\n d`"),
    ],
)
def test_a_line_ends_where_its_end_may_mean_something(source, few):
    assert in_few_lines(source) == few


def test_every_view_does_with_what_travels_what_it_does_with_the_source(tmp_path):
    """The tests of the views, on the modules as a browser gets them."""
    shutil.copytree(ROOT / "static", tmp_path / "static")
    shutil.copytree(ROOT / "tests/js", tmp_path / "tests/js")
    shutil.copytree(ROOT / "tests/messages", tmp_path / "tests/messages")
    shutil.copytree(ROOT / "words", tmp_path / "words")
    shutil.copy(ROOT / "package.json", tmp_path)
    for path in (tmp_path / "static/js").rglob("*.js"):
        path.write_text(_in_few_lines(lean_js(path.read_text("utf-8"))), "utf-8")
    asked = [
        NODE,
        "--import",
        "./tests/js/vendor.mjs",
        "--test",
        "--test-reporter=tap",
        "tests/js/messages.test.js",
        "tests/js/strip.test.js",
    ]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "\n# fail 0\n" in done.stdout and "\n# pass 0\n" not in done.stdout


def test_a_style_sheet_loses_comments_and_needless_spaces():
    assert lean_css("/* a */ .b {\n  color: red; /* c */\n}\n\n") == ".b{color:red}"
    assert lean_css(".a , .b { x: 1 ; y: 2 }\n.c { z: 3; }") == ".a,.b{x:1;y:2}\n.c{z:3}"


def test_a_style_sheet_keeps_every_space_that_means_something():
    for css in (
        ".a :hover .b>.c{margin:calc(1px + 2px) -3px}",
        '@media (min-width:9px) and (hover){.a{font:1em "A ; B",c}\n}',
        '.a::before{content:" {  : } /* ; "}',
    ):
        assert lean_css(css) == css


def test_a_comment_between_words_parts_them():
    assert lean_css("a/* b */c{d:e}") == "a c{d:e}"


def _in_few_lines(js):
    """As a page's file has it; imports and exports are understood a line each, and stay so."""
    head = [line for line in js.split("\n") if line.startswith("import")]
    return "\n".join([*head, in_few_lines("\n".join(line for line in js.split("\n") if line not in head))])
