"""`workshop assets`: what a web server gives out is what the app gives out."""

import gzip

import pytest
from click.testing import CliRunner
from flask import Flask

from tests.helpers.tree import ROOT
from workshop.cli import main
from workshop.web.assets import WRITTEN, Assets, blueprint


@pytest.fixture(scope="module")
def assets():
    return Assets.read(ROOT / "static")


def test_every_script_and_sheet_lies_under_its_fingerprint_with_the_same_bytes(assets, tmp_path):
    done = CliRunner().invoke(main, ["assets", str(tmp_path)])
    assert done.exit_code == 0, done.output
    app = Flask(__name__, static_folder=None)
    app.register_blueprint(blueprint(assets))
    pages = [assets.entry(page) for page in ("room", "join", "console", "screen", "home", "setup", "report")]
    urls = [*pages, assets.stylesheet("delegate"), assets.stylesheet("screen"), assets.url("mark.svg")]
    for url in urls:
        path, _, mark = url.partition("?v=")
        file = tmp_path / mark / path.lstrip("/")
        assert file.read_bytes() == app.test_client().get(url).data
        packed = file.with_name(file.name + ".gz")
        assert not packed.exists() or gzip.decompress(packed.read_bytes()) == file.read_bytes()


def test_only_kinds_that_every_server_knows_are_written(tmp_path):
    CliRunner().invoke(main, ["assets", str(tmp_path)])
    kinds = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert {".css", ".js"} <= kinds <= WRITTEN | {".gz"}


def test_a_second_release_leaves_the_files_of_the_first(tmp_path):
    Assets.read(ROOT / "static").write(tmp_path)
    (earlier := tmp_path / "0123456789ab" / "static").mkdir(parents=True)
    CliRunner().invoke(main, ["assets", str(tmp_path)])
    assert earlier.is_dir()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(main, ["assets", str(tmp_path / "file" / "below")])
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert "cannot be written" in done.output
