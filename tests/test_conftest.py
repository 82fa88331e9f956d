"""The shared fixtures are what they say: real servers, empty at the start, a real browser."""

from pathlib import Path

import sqlalchemy as sa

from tests.helpers.times import measured, recorded, seconds
from tests.helpers.tree import ROOT


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


REPORT = """<testsuites><testsuite>
<testcase classname="tests.test_conftest" name="test_one" time="1.4"/>
<testcase classname="tests.test_conftest.TestClass" name="test_two" time="2.2"/>
<testcase classname="tests.web.test_join" name="test_three" time="0.2"/>
</testsuite></testsuites>"""


def test_how_long_a_file_takes_is_the_sum_of_its_tests(tmp_path):
    (tmp_path / "pytest.xml").write_text(REPORT)
    assert measured([tmp_path / "pytest.xml"]) == {"tests/test_conftest.py": 4, "tests/web/test_join.py": 0}


def test_the_table_of_times_names_files_that_there_are_and_one_that_it_does_not_name_counts_too():
    took = recorded()
    assert not [name for name in took if not (ROOT / name).is_file()]
    longest = max(took, key=took.__getitem__)
    assert seconds(took, ROOT / longest) > 10 > seconds(took, Path(ROOT / "tests/test_new.py")) > 0
