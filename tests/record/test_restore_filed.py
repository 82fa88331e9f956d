"""An archive's rows, without those in whose place the database's own stay."""

from workshop.record.restore_filed import Filed

OURS = Filed(
    {"releases": [{"id": "r1", "session": "s1"}]},
    {
        "sessions": {"s1": {"title": "Now"}, "s2": {"title": "Now"}},
        "checkpoints": {"s1": {"head": {}}, "s2": {"head": {}}},
    },
)
ARCHIVE = (
    ("sessions", {"id": "s1", "state": "ended", "title": "Then"}),
    ("sessions", {"id": "s2", "state": "running", "title": "Then"}),
    ("checkpoints", {"session": "s1", "head": {"title": "Then"}}),
    ("checkpoints", {"session": "s2", "head": {"title": "Then"}}),
    ("releases", {"id": "r1", "session": "s1"}),
    ("releases", {"id": "r3", "session": "s3"}),
    ("release_files", {"release": "r1", "name": "html"}),
    ("release_files", {"release": "r3", "name": "html"}),
    ("superseded", {"release": "r1", "number": 1}),
    ("release_figures", {"release": "r1"}),
    ("pools", {"id": "p"}),
)


def test_of_a_report_that_stays_nothing_is_taken_from_the_archive():
    left = list(OURS.chosen(iter(ARCHIVE)))
    assert [row for table, row in left if table.startswith("release") or table == "superseded"] == [
        {"id": "r3", "session": "s3"},
        {"release": "r3", "name": "html"},
    ]
    assert ("pools", {"id": "p"}) in left


def test_an_ended_session_has_the_words_that_it_has_now_and_a_running_one_goes_on():
    left = list(OURS.chosen(iter(ARCHIVE)))
    assert [row["title"] for table, row in left if table == "sessions"] == ["Now", "Then"]
    assert [row["head"] for table, row in left if table == "checkpoints"] == [{}, {"title": "Then"}]


def test_of_an_empty_database_nothing_stays():
    assert list(Filed().chosen(iter(ARCHIVE))) == list(ARCHIVE)
