"""One drawing for scripts and for templates, and whoever names one finds it."""

import re
from types import SimpleNamespace

from flask import Flask, render_template

from tests.helpers.tree import ROOT
from workshop.domain.agreement import NEIGHBOURING, SETTLED, SPLIT, SPREAD
from workshop.web.assets import Assets
from workshop.web.drawings import SOURCE, drawings
from workshop.web.words import init_words
from workshop.words import Words

TEXT = (ROOT / "static" / SOURCE).read_text("utf-8")
TEMPLATES = [path.read_text("utf-8") for path in sorted((ROOT / "templates").rglob("*.html"))]


def test_a_drawing_is_elements_with_attributes_and_what_is_inside():
    found = drawings('{"box": [["path", {"d": "M1 1h2"}], ["g", {"fill": "none"}, [["circle", {"r": "1"}]]]]}')
    assert found == {"box": '<path d="M1 1h2"></path><g fill="none"><circle r="1"></circle></g>'}
    assert f"{found['box']}" == found["box"].__html__()


def test_nothing_in_it_can_be_more_than_an_attribute():
    assert drawings('{"box": [["path", {"d": "\\"><b>"}]]}') == {"box": '<path d="&#34;&gt;&lt;b&gt;"></path>'}


def test_every_drawing_that_a_template_names_is_there():
    """Those that scripts name are of a type of their own."""
    named = {name for text in TEMPLATES for name in re.findall(r"""\bicon\(["'](\w+)["']\)""", text)}
    assert "back" in named
    assert named | {"mark", SETTLED, NEIGHBOURING, SPREAD, SPLIT} <= drawings(TEXT).keys()


def test_a_page_of_the_server_carries_what_it_draws_and_no_more():
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.jinja_env.globals["assets"] = Assets.read(ROOT / "static")
    app.extensions["context"] = SimpleNamespace(words=Words.of("en"))
    init_words(app)
    with app.test_request_context():
        page = render_template("error.html", sheet="office", what="Not here", do="Go back.")
    assert page.count("<svg") == 1 and drawings(TEXT)["mark"] in page
    assert drawings(TEXT)["back"] not in page
