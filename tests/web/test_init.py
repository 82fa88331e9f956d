"""The web room as a whole: everything is registered, and whatever is asked while the stores are away says so."""

import pytest

from workshop.service.ports import Unavailable


def test_every_blueprint_is_there(site):
    assert set(site.app.blueprints) >= {"pages", "join", "facilitate", "organisation", "sign_in", "assets", "security"}


def test_templates_write_no_empty_lines_for_their_tags(site):
    assert site.app.jinja_env.trim_blocks and site.app.jinja_env.lstrip_blocks


@pytest.mark.parametrize("path", ["/join/look", "/join"])
def test_with_the_live_store_away_the_answer_is_that_it_takes_longer(site, monkeypatch, path):
    def away(*_):
        raise Unavailable("away")

    monkeypatch.setattr(site.context.live, "find_code", away)
    answer = site.visitor().post(path, {"code": "ABCDEF"})
    assert answer.status_code == 503 and answer.json["why"] == "http.503"
    assert answer.headers["Retry-After"] == "5"
