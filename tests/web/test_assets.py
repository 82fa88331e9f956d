"""What the browser gets: named by content, kept for ever, compressed, complete under a strict policy."""

import gzip
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from flask import Flask, render_template

from tests.helpers.tree import ROOT
from workshop.web.assets import FOR_EVER, Assets, blueprint
from workshop.web.drawings import SOURCE
from workshop.web.words import init_words, modules
from workshop.words import Words

BUILT = ROOT / "static" / "built"
PAGES = ("console", "home", "join", "report", "room", "screen", "setup")
KIB = 1024


@pytest.fixture(scope="module")
def assets():
    return Assets.read(ROOT / "static", modules())


@pytest.fixture(scope="module")
def client(assets):
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.extensions["context"] = SimpleNamespace(words=Words.of("en"))
    init_words(app)
    app.register_blueprint(blueprint(assets))
    csrf = {"csrf_token": lambda: "t" * 91}
    for path, template, sheet in (("room", "delegate/room.html", "delegate"), ("join", "delegate/join.html", "join")):
        given = {"assets": assets, "sheet": sheet, "entry": path, "data": {"session": "s" * 22}, **csrf}
        app.add_url_rule(f"/{path}", path, lambda t=template, given=given: render_template(t, **given))
    return app.test_client()


def test_what_is_committed_is_what_its_sources_make():
    """As bin/run finds out, without Node; bin/check makes everything anew and compares."""
    looked = subprocess.run([sys.executable, ROOT / "bin/_fresh.py"], check=False)
    assert looked.returncode == 0, "run bin/assets"


def test_a_fingerprinted_file_is_kept_for_ever_and_any_other_is_asked_for_again(client, assets):
    url = assets.entry("room")
    assert client.get(url).headers["Cache-Control"] == FOR_EVER
    assert client.get(url.split("?")[0]).headers["Cache-Control"] == "no-cache"
    assert client.get(url.split("?")[0] + "?v=000000000000").headers["Cache-Control"] == "no-cache"


def test_what_is_unchanged_is_not_sent_again(client):
    first = client.get("/static/built/room.js", headers={"Accept-Encoding": "gzip"})
    asked = {"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]}
    again = client.get("/static/built/room.js", headers=asked)
    assert (again.status_code, again.data) == (304, b"")


def test_compressed_only_for_those_who_ask(client):
    plain = client.get("/static/built/room.js", headers={"Accept-Encoding": "identity"})
    packed = client.get("/static/built/room.js", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize(
    "path", ["../pyproject.toml", "%2e%2e/pyproject.toml", "built/none.js", "built/", "built/sources", "css/tokens.css"]
)
def test_only_what_was_read_is_served(client, path):
    assert client.get(f"/static/{path}").status_code == 404


def test_types_are_those_that_browsers_insist_on(client, assets):
    assert client.get(assets.stylesheet("delegate")).content_type == "text/css; charset=utf-8"
    assert client.get(assets.entry("room")).content_type == "text/javascript; charset=utf-8"


def test_whatever_a_script_asks_for_has_a_url_that_is_kept_for_ever(client):
    """No bare names, which need an import map, and no file of another release."""
    for path in BUILT.glob("*.js"):
        text = path.read_text("utf-8")
        for url in re.findall(r"""\b(?:from|import)\s*\(?["']([^"'<>,]+)["']""", text):
            assert re.fullmatch(r"\./[\w-]+\.js\?v=[0-9a-f]{12}", url), (path.name, url)
            assert client.get(f"/static/built/{url[2:]}").headers["Cache-Control"] == FOR_EVER, (path.name, url)


def test_every_page_has_a_script(assets):
    assert {path.stem for path in BUILT.glob("*.js")} >= set(PAGES)
    assert all(assets.entry(page).startswith(f"/static/built/{page}.js?v=") for page in PAGES)


def test_a_change_of_content_changes_the_url_and_nothing_else_does(tmp_path, assets):
    (tmp_path / SOURCE).parent.mkdir(parents=True)
    (tmp_path / SOURCE).write_text("{}", encoding="utf-8")
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "join.css").write_text("p{}", encoding="utf-8")
    before, again = Assets.read(tmp_path), Assets.read(tmp_path)
    (tmp_path / "built" / "join.css").write_text("p{color:red}", encoding="utf-8")
    after = Assets.read(tmp_path)
    assert before.stylesheet("join") == again.stylesheet("join") != after.stylesheet("join")


def test_the_layout_has_no_inline_style_and_no_inline_script(client):
    page = client.get("/room").text
    assert not re.search(r"<style|\sstyle=|\son\w+=", page)
    assert not re.findall(r'<script(?![^>]*\ssrc=)(?! type="application/json")', page)
    assert "<noscript>" in page and 'href="#main"' in page and 'lang="en-GB"' in page


@pytest.mark.parametrize(("page", "most", "requests"), [("join", 30, 5), ("room", 70, 6)])
def test_everything_that_a_phone_needs_is_within_the_budget(client, assets, page, most, requests):
    """In KiB, with the page itself, which is not compressed: it carries a secret beside what a phone asked for."""
    html = client.get(f"/{page}").data
    paths = set(re.findall(r'(?:src|href)="/static/([^?"]+)', html.decode()))
    assert {f"built/{page}.js", f"words/en/{page}.js", "mark.svg"} < paths
    assert 1 + len(paths) == requests
    assert len(html) + sum(len(assets.get(path).packed) for path in paths) < most * KIB


@pytest.mark.parametrize("page", ["console", "screen"])
def test_what_a_desk_and_a_projector_need_is_within_the_budget(assets, page):
    """In KiB: the script with all that it needs, the sheet and the words; the page beside them is a few."""
    urls = [assets.entry(page), *assets.preloads(page), assets.stylesheet(page), assets.words("en", page)]
    assert sum(len(assets.get(url[len("/static/") :].partition("?")[0]).packed) for url in urls) < 145 * KIB


def test_the_rest_of_a_phone_is_one_file_that_the_page_names_and_does_not_wait_for(client, assets):
    page = client.get("/room").text
    url = assets.later("room")
    assert f'data-later="{url}"' in page and page.count(url) == 1
    assert f'data-later-words="{assets.words("en", "room-later")}"' in page
    assert assets.preloads("room") == [assets.url("built/room-both.js")]
    assert len(assets.get("built/room-later.js").packed) < 60 * KIB
    assert assets.later("join") is None and "data-later" not in client.get("/join").text


def test_every_library_that_travels_comes_with_its_licence():
    licences = (BUILT / "licences.txt").read_text("utf-8")
    named = re.findall(r"^(@?[\w./-]+) \d+\.\d+\.\d+$", licences, re.MULTILINE)
    assert {"preact", "@preact/signals", "@preact/signals-core", "socket.io-client", "engine.io-client"} <= set(named)
    assert licences.count("Copyright (c)") + licences.count("copyright") >= len(named)
