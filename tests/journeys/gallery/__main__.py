"""Draws every component, light and dark, to PNG files, so that somebody can look at them.

    .venv/bin/python -m tests.journeys.gallery build/gallery

Not a test: it asserts nothing. It runs the real templates, style sheets and modules (esbuild joins them) under the real
kind of Content-Security-Policy, and prints whatever the browser complains about.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

from flask import Flask, Response, render_template, request
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from workshop.web.assets import Assets, blueprint

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]  # fmt: skip
# file name, path, width, height
SHOTS = (
    ("parts-light", "/parts", 1280, 1000),
    ("parts-dark", "/parts?theme=dark", 1280, 1000),
    ("strips-light", "/strips", 1280, 1000),
    ("strips-dark", "/strips?theme=dark", 1280, 1000),
    ("strips-phone", "/strips", 360, 640),
    ("strips-right-to-left", "/strips?dir=rtl", 1280, 1000),
    ("focus", "/focus", 1920, 1080),
    ("shift", "/shift", 1920, 1080),
    ("focus-small", "/focus", 1280, 800),
    ("cards", "/cards", 1920, 1080),
    ("place", "/place", 360, 640),
    ("place-dark", "/place?theme=dark", 360, 640),
    ("reveal", "/reveal", 360, 640),
)


def app() -> Flask:
    """The gallery as a small web application of its own."""
    gallery = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    gallery.jinja_loader.searchpath.append(str(HERE))  # type: ignore[union-attr]
    assets = Assets.read(ROOT / "static")
    gallery.jinja_env.globals["assets"] = assets
    gallery.register_blueprint(blueprint(assets))
    policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"

    @gallery.get("/gallery.js")
    def script() -> Response:
        made = [
            ROOT / "node_modules/.bin/esbuild",
            HERE / "gallery.tsx",
            "--bundle",
            "--format=esm",
            "--tsconfig=tsconfig.json",
        ]
        return Response(subprocess.run(made, capture_output=True, check=True).stdout, mimetype="text/javascript")

    @gallery.get("/<page>")
    def page(page: str) -> Response:
        on_screen = page in ("focus", "shift", "cards")
        theme = request.args.get("theme") or ("dark" if on_screen else None)
        found = Response(
            render_template(
                "gallery.html",
                page=page,
                theme=theme,
                dir=request.args.get("dir", "ltr"),
                sheet="screen" if on_screen else "delegate",
            )
        )
        found.headers["Content-Security-Policy"] = policy
        return found

    return gallery


def draw(folder: Path) -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app(), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
        for name, path, width, height in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            page.on("console", lambda said, name=name: print(name, said.text))
            page.on("pageerror", lambda fault, name=name: print(name, fault))
            page.goto(f"http://127.0.0.1:{server.server_port}{path}", wait_until="networkidle")
            page.screenshot(path=str(folder / f"{name}.png"), full_page=name.startswith(("parts", "strips")))
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    draw(Path(sys.argv[1] if len(sys.argv) > 1 else "build/gallery"))
