"""A correction takes the place of what was released: bytes and words go, hashes, figures and the release's id stay."""

from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from tests.helpers.kept import a_checkpoint, a_release, opened
from workshop.service.ports import Destruction, KeptFigures, KeptOverview, Superseded, Unavailable, Why

FIRST, SECOND = b"<p>first words</p>", b"<p>other words</p>"
LEFT = {"notes": {"n1": {"text": "Other words"}}}
TODAY = "2026-11-27"


def a_filed(record, **other):
    """A session with its released report, and the report."""
    member = opened(record, state="ended", title="First title")
    made = a_release("session-1", member.organisation, files={"html": FIRST}, digests={"html": "a" * 64}, **other)
    record.add_release(made, a_checkpoint().collections, figures(member.organisation))
    return made


def figures(organisation, told="{}"):
    return KeptFigures("release-1", organisation, "2026-Q4", "test-case", "2026-10-14", 12, 5, told)


def second(made, title="Other title", digest="b" * 64):
    return replace(made, title=title, files={"html": SECOND}, digests={"html": digest})


def correct(record, made, of=None, **other):
    told = figures(made.organisation, '{"other": 1}')
    return record.correct_release(second(made, **other), of or made.digests, LEFT, told, TODAY)


def test_bytes_and_words_go_and_the_hash_stays_with_its_day(any_record):
    made = a_filed(any_record)
    assert correct(any_record, made)
    found = any_record.release("release-1")
    assert (found.files, found.digests, found.title) == ({"html": SECOND}, {"html": "b" * 64}, "Other title")
    assert found.before == (Superseded({"html": "a" * 64}, TODAY),)
    assert (found.released_on, any_record.session("session-1").release) == (made.released_on, "release-1")
    assert any_record.checkpoint("session-1").collections == LEFT
    assert any_record.session("session-1").title == "Other title"
    (listed,) = any_record.releases(made.organisation)
    assert (listed.title, listed.before, listed.files) == ("Other title", found.before, {})


def test_nothing_of_it_is_left_in_the_files(record):
    made = a_filed(record)
    assert correct(record, made)
    if record.engine.dialect.name == "sqlite":
        file = Path(record.engine.url.database)
        left = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
        assert SECOND in left and b"Other title" in left
        assert FIRST not in left and b"First title" not in left and b"Two reports" not in left


def test_corrected_again_both_hashes_stay_in_their_order(any_record):
    made = a_filed(any_record)
    assert correct(any_record, made)
    again = any_record.release("release-1")
    assert correct(any_record, again, digest="c" * 64)
    assert [b.digests["html"][0] for b in any_record.release("release-1").before] == ["a", "b"]


def test_of_another_one_nothing_is_changed(any_record):
    made = a_filed(any_record)
    assert not correct(any_record, made, of={"html": "f" * 64})
    assert not correct(any_record, replace(made, id="release-2"))
    found = any_record.release("release-1")
    assert (found.files, found.before, found.title) == (made.files, (), made.title)
    assert any_record.receipts(made.organisation) == []
    assert any_record.session("session-1").title == "First title"


def test_of_two_at_once_one_wins(record):
    made, start, won = a_filed(record), Barrier(2), []

    def work(digest):
        start.wait(10)
        try:
            won.append(correct(record, made, digest=digest))
        except Unavailable:  # the file was being read by the other while it was tidied
            won.append(record.release("release-1").digests["html"] == digest)

    workers = [Thread(target=work, args=(digest * 64,)) for digest in "bc"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert sorted(won) == [False, True]
    assert len(record.release("release-1").before) == 1


def test_a_receipt_says_that_bytes_went_and_not_how_many(any_record):
    made = a_filed(any_record)
    correct(any_record, made)
    (receipt,) = any_record.receipts(made.organisation)
    assert (receipt.rule, receipt.erased_on, receipt.counts) == ("corrected", TODAY, {"files": 1})
    assert receipt.digests == {"html": "a" * 64}
    assert "title" not in str(receipt).lower().replace("scenario_title", "")


def test_a_session_counts_once_and_is_added_up_as_it_was(any_record):
    made = a_filed(any_record)
    any_record.save_overview(KeptOverview(made.organisation, "2026-Q4", 1, "{}"))
    before = any_record.figures_of(made.organisation, ["2026-Q4"])
    correct(any_record, made)
    assert any_record.quarters(made.organisation) == {"2026-Q4": 1}
    assert any_record.figures_of(made.organisation, ["2026-Q4"]) == [('{"other": 1}', before[0][1])]
    assert any_record.overview(made.organisation, "2026-Q4") is None


@pytest.mark.parametrize("how", ["period", "destroyed"])
def test_what_goes_takes_its_chain_along_and_each_hash_has_a_receipt(any_record, how):
    made = a_filed(any_record)
    correct(any_record, made)
    if how == "period":
        assert any_record.expire("release-1", Why("period", TODAY)) == "session-1"
    else:
        asked = Destruction("release-1", any_record.session("session-1").owner, TODAY)
        any_record.ask_destruction(asked)
        assert any_record.destroy(asked, Why("two", TODAY))
    assert any_record.release("release-1") is None and any_record.session("session-1") is None
    receipts = any_record.receipts(made.organisation)
    assert sorted(r.digests["html"][0] for r in receipts) == ["a", "b"]


def test_no_row_of_the_chain_is_left(record):
    made = a_filed(record)
    correct(record, made)
    record.expire("release-1", Why("period", TODAY))
    with record.engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM superseded")).scalar_one() == 0
