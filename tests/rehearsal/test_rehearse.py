"""A whole workshop on each case study, through real sockets: the report says exactly what was sent, and again the same.

All at once on one server, as a training day would have it.
"""

import copy
import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.helpers import checker, checker_agreed, checker_response, checker_talk
from tests.helpers.served import served
from workshop.casebook import SHIPPED, Casebook
from workshop.cli.rehearse import Plan, rehearse
from workshop.domain.agreement import agreement, lower_median
from workshop.rehearsal import outcome
from workshop.rehearsal.facilitator import SimulatedFacilitator

CASES = {case.id: case for case in Casebook([SHIPPED]).list()}
DELEGATES, SEED, K = 8, 3, 5
RUNS = [*((id, SEED) for id in CASES), ("group-chat", SEED), ("group-chat", SEED + 1)]
Report = dict


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """(answers, report as JSON, files) of each run."""
    with served(tmp_path_factory.mktemp("rehearse") / "data") as workshop:
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        plans = [Plan(CASES[id], None, DELEGATES, seed) for id, seed in RUNS]
        with ThreadPoolExecutor(len(plans)) as pool:
            found = list(pool.map(lambda plan: rehearse(plan, facilitator.beside()), plans))
    return [(sent, json.loads(files["report.json"]), files) for sent, files in found]


@pytest.fixture(params=range(len(CASES)), ids=list(CASES))
def run(runs, request):
    return runs[request.param]


def test_every_tally_is_what_was_sent(run):
    """A first placing as it was sent; a later one as the flows of those who answered again."""
    sent, report, _ = run
    stages = [s.id for s in CASES[report["scenario"]].scale.stages]
    assert report["delegates"] == DELEGATES == len(sent["seats"])
    cards = [card for shown in report["rounds"] for card in shown["cards"]]
    told = [card for card in cards if card["tallies"] is not None]
    assert all(list(card["tallies"]) == stages for card in told)
    assert len(told) >= min(10, len(CASES[report["scenario"]].cards))
    assert all((card["why"] is None) == (card["tallies"] is not None) for card in cards)
    assert outcome.differences(sent, report) == []


def test_a_re_placing_carries_where_the_phone_stood_and_the_total_stays(run):
    sent, report, _ = run
    first = {p["card"] for seat in sent["seats"] for p in seat["placements"] if "earlier" not in p}
    again = [p for seat in sent["seats"] for p in seat["placements"] if "earlier" in p]
    assert again and {p["card"] for p in again} <= first
    people = {}
    for card in [card for shown in report["rounds"] for card in shown["cards"] if card["tallies"]]:
        total = card["placed"] + card["need_to_know"]
        assert people.setdefault(card["card"], total) == total


def test_nothing_in_the_report_is_other_than_the_description_says(run):
    sent, report, _ = run
    assert checker.faults(sent, report, [s.id for s in CASES[report["scenario"]].scale.stages]) == []


def test_what_people_would_do_is_what_was_sent_and_counted_by_itself(run):
    sent, report, _ = run
    told = [card["response"] for shown in report["rounds"] for card in shown["cards"] if card["response"]]
    assert checker_response.faults(sent, report) == []
    assert bool(told) == (CASES[report["scenario"]].second is not None)
    if told:
        other = copy.deepcopy(report)
        cards = [card for shown in other["rounds"] for card in shown["cards"]]
        next(c["response"] for c in cards if c["response"] and c["response"]["tallies"])["need_to_know"] += 1
        assert checker_response.faults(sent, other), "one person more is found"
        other = copy.deepcopy(report)
        cards = [card for shown in other["rounds"] for card in shown["cards"]]
        next(c["response"] for c in cards if c["response"] and c["response"]["tallies"])["compared_with"] = "r0"
        assert checker_response.faults(sent, other), "another round to compare with is found"


def test_how_sure_the_room_is_is_what_was_sent(run):
    """Item by item, with both sides' reasons where it is split; and one that is other is found."""
    sent, report, _ = run
    assert checker_agreed.faults(sent, report) == []
    told = [x["agreement"] for x in report["formulation"]["links"] if x["agreement"]]
    assert told and report["formulation"]["agreement"] and len(report["formulation"]["quality"]) == 8
    other = copy.deepcopy(report)
    next(x["agreement"] for x in other["formulation"]["links"] if x["agreement"])["yes"] += 1
    other["formulation"]["quality"]["plain"]["cannot_say"] += 1
    other["formulation"]["agreement"]["because"]["split"] ^= True
    assert len(checker_agreed.faults(sent, other)) == 3


def test_what_it_says_for_the_talk_is_what_was_sent(run):
    """Reasons by side, what is wanted, what moved the room: reckoned a second time. Something of each is there."""
    sent, report, _ = run
    assert checker_talk.faults(sent, report, [s.id for s in CASES[report["scenario"]].scale.stages]) == []
    assert any(any(c["reasons"].values()) for r in report["rounds"] for c in r["cards"]) and report["ledger"]
    card = next(c for r in report["rounds"] for c in r["cards"] if any(c["reasons"].values()))
    report = copy.deepcopy(report)
    report["ledger"][0]["cards"][0]["happened"] = "other"
    for shown in report["rounds"]:
        for found in shown["cards"]:
            if found["card"] == card["card"] and any(found["reasons"].values()):
                found["reasons"] = {**found["reasons"], "below": ["Something else"]}
    assert len(checker_talk.faults(sent, report, list(card["tallies"]))) > 1


def test_which_of_a_panel_s_reasons_were_named_here_too_is_reckoned_from_what_was_sent(runs):
    reckoned = 0
    for sent, report, _ in copy.deepcopy(runs):
        stages = [s.id for s in CASES[report["scenario"]].scale.stages]
        for reason in [r for panel in report.get("panel", []) for r in panel["reasons"]]:
            reckoned += 1
            reason["named"] = not reason["named"]
            assert len(checker_talk.faults(sent, report, stages)) == 1, reason
            reason["named"] = not reason["named"]
    assert reckoned > 10, "and each that is said otherwise is found"


@pytest.mark.parametrize(
    ("field", "value"),
    [("placed", 1), ("need_to_know", 99), ("median", "x"), ("agreement", 0.12), ("label", "calm"), ("movement", {})],
)
def test_a_report_that_differs_is_found(run, field, value):
    sent, report, _ = copy.deepcopy(run)
    card = next(c for r in report["rounds"] for c in r["cards"] if c["tallies"])
    card[field] = value
    stages = list(card["tallies"])
    assert len(checker.faults(sent, report, stages)) == 1
    card["tallies"] = dict(reversed(card["tallies"].items()))
    report["rounds"][0]["round"] = "r99"
    assert len(checker.faults(sent, report, stages)) > 2


def test_median_and_agreement_are_those_of_the_tallies(run):
    _, report, _ = run
    for card in [card for shown in report["rounds"] for card in shown["cards"] if card["tallies"]]:
        counts = list(card["tallies"].values())
        if card["label"] is not None:
            assert card["median"] == list(card["tallies"])[lower_median(counts)], card
            assert card["agreement"] == pytest.approx(agreement(counts), abs=6e-8)


def test_every_part_of_a_workshop_left_its_mark(run):
    sent, report, _ = run
    causes = [shown["cause"] for shown in report["rounds"]]
    assert causes[0] == "first" and {"discussion", "information"} <= set(causes)
    assert all({p["round"] for p in seat["placements"]} for seat in sent["seats"][:-1])
    for name in ("plan", "confidence"):
        assert report[name], f"{name} is empty"
    assert all(report[name] for name in ("ledger", "panel", "jotter"))
    assert len(report["formulation"]["notes"]) == DELEGATES
    plan = report["plan"]
    assert any(action["note"] for action in plan["actions"]), "no action answers a need"
    assert any(action["would"] for action in plan["actions"]), "nobody would do anything"
    assert any(n["met"] for n in plan["needs"]) and plan["coverage"]["needs_without_action"], "a hole is left"
    assert {c["state"] for c in plan["coverage"]["cells"]} == {"filled", "open", "aside"}
    assert plan["signs"]["up"] and plan["signs"]["down"] and plan["signs"]["review"]
    assert {x["kind"] for x in report["formulation"]["links"]} >= {"because", "eases"}
    late = sent["seats"][-1]["placements"]
    assert "first" not in {p["cause"] for p in late}, "the last one came after the first round"
    assert not [p for p in late if "earlier" in p], "and looks on when its cards are placed again"
    assert len({seat["token"] for seat in sent["seats"]}) == DELEGATES


def test_movement_is_told_with_care(run):
    _, report, _ = run
    moves = [c["movement"] for r in report["rounds"] for c in r["cards"] if c.get("movement")]
    assert moves, "nobody moved in the whole workshop"
    for move in moves:
        assert all(n == 0 or n >= 3 for n in move.values()), move


def test_no_seat_can_be_found_in_any_file(run):
    sent, _, files = run
    assert set(files) == {f"report.{name}" for name in ("json", "html", "pdf", "docx", "xlsx", "csv")}
    for seat in sent["seats"]:
        assert not [name for name, content in files.items() if seat["token"].encode() in content]


def test_the_table_has_the_same_figures(run):
    _, report, files = run
    rows = list(csv.DictReader(io.StringIO(files["report.csv"].decode("utf-8-sig"))))
    cards = [card for shown in report["rounds"] for card in shown["cards"]]
    assert len(rows) >= len(cards) and len({tuple(row) for row in rows}) >= 1


def test_the_same_seed_gives_the_same_answers_and_the_same_report(runs):
    (first, one, files), (second, two, again) = runs[RUNS.index(("group-chat", SEED))], runs[len(CASES)]
    assert first == second
    assert one == two
    assert files == again


def test_another_seed_gives_other_answers(runs):
    (first, one, _), (other, two, _) = runs[RUNS.index(("group-chat", SEED))], runs[-1]
    assert first["scenario"] == other["scenario"] and first["seats"] != other["seats"]
    assert one["rounds"] != two["rounds"]
