"""The rehearsal's own check: the report says what was sent, and a difference is found."""

import copy
import json

from workshop.rehearsal.outcome import differences, write


def placed(card, stage, round_id="r1"):
    return {"round": round_id, "cause": "first", "card": card, "stage": stage, "reasons": []}


SENT = {
    "scenario": "x",
    "seats": [
        {"token": "a", "placements": [placed("c1", "low"), placed("c1", "high")]},
        {"token": "b", "placements": [placed("c1", "high"), placed("c2", None)]},
        {"token": "c", "placements": [placed("c1", None)]},
    ],
}


def card(name, low, high, need):
    tallies = {"low": low, "high": high}
    return {"card": name, "placed": low + high, "need_to_know": need, "tallies": tallies}


REPORT = {"rounds": [{"round": "r1", "cards": [card("c1", 0, 2, 1), card("c2", 0, 0, 1)]}]}


def test_the_last_of_a_card_in_a_round_counts():
    assert differences(SENT, REPORT) == []


def test_one_placement_too_many_too_few_or_elsewhere_is_found():
    for change in ({"low": 1, "high": 2}, {"low": 0, "high": 1}, {"low": 1, "high": 1}):
        report = copy.deepcopy(REPORT)
        report["rounds"][0]["cards"][0]["tallies"] = change
        assert any("tallies" in line for line in differences(SENT, report))
    report = copy.deepcopy(REPORT)
    report["rounds"][0]["cards"][1]["need_to_know"] = 0
    assert differences(SENT, report) == ["r1 c2: need_to_know is 0, sent were 1"]


def test_a_card_that_is_withheld_is_not_compared():
    report = copy.deepcopy(REPORT)
    report["rounds"][0]["cards"][0] = {"card": "c1", "placed": None, "need_to_know": None, "tallies": None}
    assert differences(SENT, report) == []


def test_the_files_are_written_whole(tmp_path):
    write(tmp_path / "new" / "folder", SENT, {"report.csv": b"a;b\r\n"})
    assert json.loads((tmp_path / "new/folder/answers.json").read_text("utf-8")) == SENT
    assert (tmp_path / "new/folder/report.csv").read_bytes() == b"a;b\r\n"
