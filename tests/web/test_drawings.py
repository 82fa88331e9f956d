"""One drawing for scripts and for templates, and whoever names one finds it."""

import json
import re
import subprocess
from types import SimpleNamespace

from flask import Flask, render_template

from tests.helpers.node import NODE
from tests.helpers.tree import ROOT
from workshop.domain.agreement import NEIGHBOURING, SETTLED, SPLIT, SPREAD
from workshop.web.assets import Assets
from workshop.web.drawings import SOURCE, drawings
from workshop.web.words import init_words
from workshop.words import Words

SCRIPT = (ROOT / "static" / SOURCE).read_text("utf-8")
TEMPLATES = [path.read_text("utf-8") for path in sorted((ROOT / "templates").rglob("*.html"))]


def test_a_line_of_the_script_is_a_drawing():
    found = drawings('export const DRAWINGS = {\n  // a box\n  box: () => html`<path d="M1 1h2"/>`,\n};\n')
    assert found == {"box": '<path d="M1 1h2"/>'}
    assert f"{found['box']}" == found["box"].__html__()


def test_so_is_a_line_as_it_travels():
    assert drawings("const D={\nbox:()=>html`<g/>`,\nline:()=>html`<i/>`,\n};") == {"box": "<g/>", "line": "<i/>"}


def test_templates_have_every_drawing_that_scripts_have():
    """Asked of the script itself: a drawing in any other form would be missing on pages that the server draws."""
    from_there = f"import {{ DRAWINGS }} from '{(ROOT / 'static' / SOURCE).as_uri()}';"
    ask = f"{from_there} console.log(JSON.stringify(Object.keys(DRAWINGS)));"
    loaded = [NODE, "--input-type=module", "--eval", ask]
    said = subprocess.run(loaded, capture_output=True, text=True, check=True, cwd=ROOT)
    assert list(drawings(SCRIPT)) == json.loads(said.stdout)


def test_every_drawing_that_a_template_names_is_there():
    """Those that scripts name are seen to be drawn by the tests of their views."""
    named = {name for text in TEMPLATES for name in re.findall(r"""\bicon\(["'](\w+)["']\)""", text)}
    assert "back" in named
    assert named | {"mark", SETTLED, NEIGHBOURING, SPREAD, SPLIT} <= drawings(SCRIPT).keys()


def test_a_page_of_the_server_carries_what_it_draws_and_no_more():
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.jinja_env.globals["assets"] = Assets.read(ROOT / "static")
    app.extensions["house"] = SimpleNamespace(words=Words.of("en"))
    init_words(app)
    with app.test_request_context():
        page = render_template("error.html", sheet="office", what="Not here", do="Go back.")
    assert page.count("<svg") == 1 and drawings(SCRIPT)["mark"] in page
    assert drawings(SCRIPT)["back"] not in page
