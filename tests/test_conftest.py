"""The shared fixtures are what they say: real servers, empty at the start, a real browser."""

import sqlalchemy as sa


def test_valkey_is_real_and_empty(valkey):
    assert valkey.client.dbsize() == 0
    assert valkey.client.info("server")["server_name"] == "valkey"
    valkey.client.set("left", "behind")


def test_valkey_is_empty_again(valkey):
    assert valkey.client.get("left") is None


def test_each_engine_gives_an_empty_database_and_keeps_what_is_written(database_url):
    engine = sa.create_engine(database_url)
    assert sa.inspect(engine).get_table_names() == []
    with engine.begin() as db:
        db.execute(sa.text("CREATE TABLE kept (word VARCHAR(20))"))
        db.execute(sa.text("INSERT INTO kept VALUES ('Zoë')"))
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT word FROM kept")).scalar_one() == "Zoë"
    assert database_url.startswith(engine.dialect.name)
    engine.dispose()


def test_the_browser_is_chromium(chromium):
    page = chromium.new_page()
    page.set_content("<title>A page</title>")
    assert page.title() == "A page"
    page.close()
