"""Until when something is kept, as people are told; and that looking goes on through outages."""

from dataclasses import replace

from tests.helpers.lapsing import a_clock, a_room_in_london, an_ended_room, is_there, receipts, released, swept  # noqa: F401 - fixtures
from workshop.service import retention
from workshop.service.ports import Unavailable
from workshop.service.retention import keep_periods, left_of_release, left_of_session

# ---------------------------------------------------------------- what is said before


def test_until_when_and_from_when_on_it_is_hard_to_overlook(ended, clock):
    context = ended.context

    def said():
        left = left_of_session(context, context.record.session(ended.id))
        return left.day, left.days, left.soon

    assert said() == ("2026-12-26", 30, False)
    clock.on("2026-12-18")
    assert said() == ("2026-12-26", 8, False)
    clock.on("2026-12-19")
    assert said() == ("2026-12-26", 7, True)
    clock.on("2027-01-19")
    assert said() == ("2026-12-26", 0, True)


def test_a_report_says_so_in_its_last_thirty_days(ended, clock):
    made = released(ended)
    assert left_of_session(ended.context, ended.context.record.session(ended.id)) is None
    assert left_of_release(ended.context, made).day == "2028-11-26"
    assert not left_of_release(ended.context, made).soon
    clock.on("2028-10-27")
    assert left_of_release(ended.context, made).soon


def test_a_draft_is_kept(room):
    found = replace(room.context.record.session(room.id), state="draft")
    assert left_of_session(room.context, found) is None


# ---------------------------------------------------------------- by itself


def test_an_outage_is_waited_out_and_files_are_tidied_after_it(ended, clock, monkeypatch):
    monkeypatch.setattr(retention, "EVERY", 0.0)
    monkeypatch.setattr(retention, "sleep", lambda _: None)
    clock.on("2026-12-26")
    record, rounds, tidied = ended.context.record, [], []

    def tidy():
        tidied.append(len(rounds))
        if len(rounds) == 1:
            raise Unavailable("somebody reads")

    monkeypatch.setattr(record, "tidy_deleted", tidy)

    def running():
        rounds.append(1)
        return len(rounds) < 5

    keep_periods(ended.context, running)
    assert not is_there(ended) and len(receipts(ended)) == 1
    assert tidied == [1, 2], "once more after the outage"
    assert ended.id not in ended.context.live.sessions()


def test_a_fault_of_one_look_is_logged_and_does_not_end_it(ended, clock, monkeypatch, capsys):
    monkeypatch.setattr(retention, "EVERY", 0.0)
    monkeypatch.setattr(retention, "sleep", lambda _: None)
    looks = []

    def fails(_):
        looks.append(1)
        raise ValueError("a text that nobody may read")

    monkeypatch.setattr(retention, "sweep", fails)
    keep_periods(ended.context, lambda: len(looks) < 3)
    said = capsys.readouterr()
    assert len(looks) == 3 and "a text that nobody may read" not in said.out + said.err
